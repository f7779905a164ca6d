"""Record editions are written anew by the next who reads them, once for many changes."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from django.contrib.auth.models import AnonymousUser

from apps.accounts.followers import Followers
from apps.annotations.models import Review
from apps.claims import changes
from apps.claims.actions import review_claims
from apps.claims.models import Claim
from apps.claims.record_renewal import readable_now
from apps.entities.corrections import rewrite_entities
from apps.entities.drafts import EntityDraft
from apps.sources.actions import add_source
from apps.sources.models import Source, Text
from tests.world import World

pytestmark = pytest.mark.django_db
WHY = "looked again"


def edition() -> Text:
    """The record edition of the almanac as somebody reads it now."""
    almanac = Source.objects.get(slug="almanac")
    record = readable_now(AnonymousUser(), [almanac])[almanac.pk].record
    assert record is not None
    return record


def words() -> str:
    return edition().content or ""


def reject(world: World) -> None:
    claims = list(Claim.objects.filter(key="almanac.order-date"))
    review_claims(claims=claims, review=Review.REJECTED, by=world.editor, reason=WHY)


def rename(world: World) -> None:
    draft = EntityDraft("norland", "the Kingdom of Norland", "state", part_of=("league",))
    rewrite_entities(drafts=[draft], by=world.editor, reason=WHY)


@pytest.mark.parametrize(
    ("change", "gone"), [(reject, "Order date"), (rename, "from Norland, 2014")]
)
def test_what_the_claims_no_longer_say_is_gone_at_the_next_reading(
    disputed_world: World, change: Callable[[World], None], gone: str
) -> None:
    assert gone in words()

    change(disputed_world)

    assert gone not in words()


def test_a_source_with_claims_has_an_edition_as_soon_as_somebody_reads(
    disputed_world: World,
) -> None:
    assert not Text.objects.records().exists()

    assert "Arms imports of Karovia from Norland, 2014" in words()


def test_a_source_without_any_text_gets_none(world: World) -> None:
    bare = add_source(fields={"slug": "bare", "title": "Bare"}, by=world.admin, reason=WHY)

    assert readable_now(AnonymousUser(), [bare])[bare.pk].text is None


def test_many_changes_make_one_new_revision(disputed_world: World) -> None:
    first = edition()

    reject(disputed_world)
    rename(disputed_world)

    assert edition().revision == first.revision + 1


def test_reading_twice_writes_once(disputed_world: World) -> None:
    assert edition() == edition()


def test_a_change_that_is_not_told_in_the_edition_leaves_it_as_it_is(
    disputed_world: World,
) -> None:
    first = edition()

    disputed_world.claim("72")

    assert edition() == first


def test_readers_do_not_wait_for_those_who_change_claims(
    disputed_world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = edition()
    reject(disputed_world)
    monkeypatch.setattr(changes, "take_turn_now", lambda: False)

    assert edition() == first


def test_changes_that_are_told_at_once_are_followed_once_and_at_the_end(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[frozenset[str]] = []
    monkeypatch.setattr(
        changes, "_followers", Followers(lambda touched, by: told.append(touched.facts))
    )

    with changes.told_at_once(world.editor):
        world.claim("72")
        world.claim("80", measure="growth", unit="%")
        inside = len(told)

    assert inside == 0
    assert [len(facts) for facts in told] == [2]
