"""Entering measures, and what that does to the claims that are there."""

from __future__ import annotations

import pytest

from apps.claims.actions import record_measure
from apps.claims.drafts import ALL, UNSPECIFIED
from apps.claims.models import Claim, Measure
from apps.contradictions.models import Contradiction
from apps.domain.refusals import Refusal
from tests.tiny import row_counts
from tests.world import REASON, World, disagree, enter_measure


def test_a_measure_that_does_not_fit_is_refused_by_its_slug(world: World) -> None:
    with pytest.raises(Refusal) as refused:
        record_measure(
            slug="weight",
            fields={"label": "", "phrase": "weight of {subject}", "kind": "heavy"},
            by=world.admin,
            reason=REASON,
        )

    assert refused.value.message.startswith("The measure “weight” cannot be entered. ")
    assert "label: " in refused.value.message
    assert "kind: " in refused.value.message


def test_the_same_measure_again_changes_nothing(world: World) -> None:
    before = row_counts()

    enter_measure("motto", by=world.admin, label="motto", phrase="motto of {subject}", kind="text")

    assert row_counts() == before


def test_claims_follow_a_measure_that_changes(world: World) -> None:
    #   from Norland 100, from all 50: no matter while nobody says that suppliers add up
    enter_measure("arms-imports", by=world.admin, additive_over=[])
    world.claim("100")
    world.claim("50", roles={"supplier": ALL})
    before = Contradiction.objects.count()

    enter_measure("arms-imports", by=world.admin, additive_over=["supplier"])

    assert (before, Contradiction.objects.get().rule) == (0, "part-exceeds-whole")


def test_a_measure_that_is_no_longer_functional_withdraws_what_it_caused(world: World) -> None:
    disagree(world)

    enter_measure("order-date", by=world.admin, is_functional=False)

    assert Contradiction.objects.get(rule="same-fact-disjoint").state == "withdrawn"


def test_claims_gain_a_role_with_their_measure(world: World) -> None:
    claim = world.claim("5", measure="growth", unit="%", period="2014")
    host = {"slot": "host", "label": "host", "all_label": "all hosts", "default": ""}

    enter_measure("growth", by=world.admin, roles=[host])

    stored = Claim.objects.get(pk=claim.pk)
    assert stored.slot_key == "subject=karovia|host=UNSPECIFIED"
    assert stored.filled_roles.get().scope == UNSPECIFIED


def test_a_measure_does_not_leave_its_claims_behind(world: World) -> None:
    world.claim("5", key="heavy")

    with pytest.raises(Refusal) as refused:
        enter_measure("arms-imports", by=world.admin, unit_family="mass")

    assert refused.value.message.startswith("1 of the claims would not fit any more: \nheavy: ")
    assert Measure.objects.get(slug="arms-imports").unit_family == "usd"
