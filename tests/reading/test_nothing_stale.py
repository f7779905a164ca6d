"""What is kept always equals what would be composed anew, whatever was changed before."""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import replace

import pytest

from apps.annotations.actions import record_mentions
from apps.annotations.drafts import MentionDraft
from apps.annotations.models import Mention, Review
from apps.claims.models import Claim, Measure
from apps.contradictions.models import Contradiction, Verdict
from apps.entities.models import Entity
from apps.reading.audience import Audience
from apps.reading.edition import Asked, Edition, edition_of
from apps.reading.keeping import clear_all
from apps.reading.sight import Sight
from apps.sources.models import Source, Text
from tests.world import ALMANAC, World

pytestmark = pytest.mark.django_db

STEPS = 8
Change = Callable[[World, random.Random], object]


def mention_a_word(world: World, draw: random.Random) -> None:
    word = draw.choice(["Norland", "tanks", "ministers", "Lindau", "2016", "Year", "120"])
    start = ALMANAC.index(word)
    entity = draw.choice(["karovia", "norland"])
    draft = MentionDraft("almanac", start, start + len(word), entity, word)
    record_mentions(
        drafts=[draft], by=world.annotator, reason="test", review=draw.choice(list(Review))
    )


def review_a_mention(world: World, draw: random.Random) -> None:
    Mention.objects.all().update(review=draw.choice(Review.values))


def review_a_claim(world: World, draw: random.Random) -> None:
    claim = draw.choice(list(Claim.objects.order_by("key")))
    Claim.objects.filter(pk=claim.pk).update(review=draw.choice(Review.values))


def claim_the_same_elsewhere(world: World, draw: random.Random) -> None:
    world.record(world.draft(str(draw.randrange(60, 140))))


def rename_an_entity(world: World, draw: random.Random) -> None:
    entity = draw.choice(list(Entity.objects.order_by("slug")))
    Entity.objects.filter(pk=entity.pk).update(label=f"{entity.label} {draw.randrange(9)}")


def rename_a_measure(world: World, draw: random.Random) -> None:
    Measure.objects.filter(slug="order-date").update(
        phrase=f"year {draw.randrange(9)} of {{subject}}"
    )


def settle_a_case(world: World, draw: random.Random) -> None:
    cases = list(Contradiction.objects.open().order_by("pk"))
    if cases:
        world.settle(draw.choice(cases), Verdict.Kind.UNDECIDED)


def rename_a_source(world: World, draw: random.Random) -> None:
    Source.objects.filter(slug="gazette").update(title=f"Gazette {draw.randrange(9)} of Karovia")


CHANGES: tuple[Change, ...] = (
    *(mention_a_word, review_a_mention, review_a_claim, claim_the_same_elsewhere),
    *(rename_an_entity, rename_a_measure, settle_a_case, rename_a_source),
)


def as_kept_and_as_new() -> tuple[list[Edition], list[Edition]]:
    """Every edition of the almanac as the site would serve it, and as it is when set anew.

    Whatever the server does in another database moves the horizon of a page that is set anew.
    """
    text = Text.objects.originals().get(source__slug="almanac")
    asked = [
        (Sight(text, audience), one)
        for audience in Audience
        for one in (Asked(), Asked(cards=0), Asked(begin=2), Asked(at=len(ALMANAC) - 9))
    ]
    kept = [replace(edition_of(sight, one), as_of="") for sight, one in asked]
    clear_all()
    return kept, [replace(edition_of(sight, one), as_of="") for sight, one in asked]


@pytest.mark.parametrize("seed", range(2))
def test_no_kept_page_is_ever_out_of_date(disputed_world: World, seed: int) -> None:
    draw = random.Random(seed)
    as_kept_and_as_new()

    for _ in range(STEPS):
        change = draw.choice(CHANGES)
        change(disputed_world, draw)

        kept, new = as_kept_and_as_new()
        assert kept == new, change.__name__
