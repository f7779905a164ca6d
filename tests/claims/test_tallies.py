"""The tallies of facts, which every change keeps in step."""

from __future__ import annotations

import pytest

from apps.annotations.models import Review
from apps.claims import tallies
from apps.claims.actions import review_claims
from apps.claims.models import Claim, Fact, PairTally, SeriesTally, SourceTally
from apps.contradictions.models import Contradiction, Verdict
from tests.world import World

pytestmark = pytest.mark.django_db


def counted() -> list[list[tuple[object, ...]]]:
    """All tallies that are not nothing."""
    series = SeriesTally.objects.told().order_by("measure", "subject")
    pairs = PairTally.objects.filter(facts__gt=0).order_by("measure", "one", "other")
    sources = SourceTally.objects.filter(facts__gt=0).order_by("source")
    return [
        list(series.values_list("measure", "subject", "facts", "dated", "alone")),
        list(sources.values_list("source", "facts")),
        list(pairs.values_list("measure", "one", "other", "facts")),
    ]


def reject(world: World, claim: Claim) -> None:
    review_claims(
        claims=[claim], review=Review.REJECTED, by=world.editor, reason="not in the print"
    )


def test_they_follow_what_is_entered_judged_and_rejected(disputed_world: World) -> None:
    first = disputed_world.claim("100", period="2015")
    disputed_world.claim("100", period="2015", root="yearbook")
    wrong = Claim.objects.get(key="gazette.order-date")
    case = Contradiction.objects.get(involvements__claim=wrong)
    disputed_world.settle(case, Verdict.Kind.ONE_RIGHT, wrong)
    reject(disputed_world, first)

    kept = counted()

    tallies.count_all()
    assert kept == counted()
    assert all(kept)


def test_a_fact_that_nobody_answers_any_more_has_no_witness(world: World) -> None:
    claim = world.claim("100", period="2015")

    reject(world, claim)

    assert not Fact.objects.answered().filter(key=claim.fact_key).exists()
    assert not SeriesTally.objects.told().filter(measure=claim.measure).exists()
