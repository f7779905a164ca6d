"""The room in a whole with many parts is never taken for larger than it is."""

from __future__ import annotations

import pytest

from apps.annotations.models import Review
from apps.claims.actions import review_claims
from apps.claims.models import Claim
from apps.contradictions import rooms
from apps.contradictions.actions import detect
from apps.contradictions.models import Contradiction, Room
from tests.world import World

SUPPLIERS = ("norland", "sudland", "westland")


@pytest.fixture
def hundred(world: World, monkeypatch: pytest.MonkeyPatch) -> World:
    """A hundred from all, of which three suppliers have twenty each: 100.5 - 3 x 19.5 is left."""
    monkeypatch.setattr(rooms, "MANY", 3)
    world.claim("100", roles={"supplier": "ALL"})
    for supplier in SUPPLIERS:
        world.claim("20", roles={"supplier": supplier})
    return world


def _part(supplier: str) -> Claim:
    return Claim.objects.get(slot_key__contains=supplier)


def _room() -> float:
    """In millions, as they are printed."""
    return round(Room.objects.get().spare / 1_000_000, 3)


def test_what_a_part_rises_by_is_taken_off(hundred: World) -> None:
    before = _room()

    hundred.correct(_part("norland"), reading="35")

    assert (before, _room()) == (42, 27)
    assert not Contradiction.objects.exists()


def test_parts_that_use_the_room_up_are_added_up_once_more(hundred: World) -> None:
    #   100 from all, 20 + 20 + 70 from three
    hundred.correct(_part("norland"), reading="70")

    [case] = Contradiction.objects.all()
    assert case.rule == "parts-exceed-whole"
    assert _room() == -8


def test_a_part_that_falls_gives_no_room_until_all_are_added_up(hundred: World) -> None:
    hundred.correct(_part("norland"), reading="10")

    before = _room()
    detect(facts=None, by=None)

    assert (before, _room()) == (42, 52)


def test_a_case_goes_when_its_parts_fall_again(hundred: World) -> None:
    hundred.correct(_part("norland"), reading="70")

    hundred.correct(_part("norland"), reading="50")

    [case] = Contradiction.objects.all()
    assert case.state == "withdrawn"
    assert _room() == 12


def test_the_room_is_measured_anew_when_the_whole_changes(hundred: World) -> None:
    whole = Claim.objects.get(reading="100")

    hundred.correct(whole, reading="50")

    [case] = Contradiction.objects.all()
    assert case.rule == "parts-exceed-whole"


def test_the_room_is_measured_anew_when_a_part_is_given_up(hundred: World) -> None:
    part = _part("norland")

    review_claims(claims=[part], review=Review.REJECTED, by=hundred.editor, reason="not said")

    assert _room() == 61.5
