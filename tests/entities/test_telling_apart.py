"""Two entities that look alike stay apart with a reason, or wait for somebody to judge them."""

from __future__ import annotations

import pytest
from django.db import IntegrityError, transaction

from apps.domain.refusals import Refusal
from apps.entities.models import Entity, LookAlike
from apps.entities.telling_apart import (
    keep_apart,
    leave_for_later,
    record_apart,
    take_up_again,
)
from tests.world import World

WHY = "two countries on two coasts"


def pair() -> dict[str, Entity]:
    return {
        "one": Entity.objects.get(slug="norland"),
        "other": Entity.objects.get(slug="sudland"),
    }


def decided() -> list[tuple[str, str, str, str]]:
    rows = LookAlike.objects.values_list("one__slug", "other__slug", "choice", "reason")
    return sorted(
        (min(one, other), max(one, other), choice, reason) for one, other, choice, reason in rows
    )


@pytest.mark.parametrize("turned", [False, True])
def test_a_pair_is_kept_apart_with_the_reason_whoever_is_named_first(
    world: World, turned: bool
) -> None:
    both = pair()
    one, other = (both["other"], both["one"]) if turned else (both["one"], both["other"])

    kept = keep_apart(one=one, other=other, by=world.editor, reason=f"  {WHY} ")

    assert decided() == [("norland", "sudland", "apart", WHY)]
    assert kept.chosen_by == world.editor
    assert list(both["one"].distinct_from.all()) == [both["other"]]


def test_a_pair_that_waited_is_judged(world: World) -> None:
    leave_for_later(**pair(), by=world.editor)

    keep_apart(**pair(), by=world.second_editor, reason=WHY)

    assert decided() == [("norland", "sudland", "apart", WHY)]
    assert LookAlike.objects.get().chosen_by == world.second_editor


def test_a_pair_that_waits_is_taken_up_again(world: World) -> None:
    leave_for_later(**pair(), by=world.editor)

    take_up_again(**pair(), by=world.editor)

    assert decided() == []


def test_a_judged_pair_is_neither_laid_aside_nor_taken_up(world: World) -> None:
    keep_apart(**pair(), by=world.editor, reason=WHY)

    with pytest.raises(Refusal, match="“Norland” and “Sudland” are distinct from each other"):
        leave_for_later(**pair(), by=world.editor)
    take_up_again(**pair(), by=world.editor)

    assert decided() == [("norland", "sudland", "apart", WHY)]


def test_nothing_is_told_apart_from_itself(world: World) -> None:
    norland = pair()["one"]

    with pytest.raises(Refusal, match="Nothing is distinct from itself"):
        keep_apart(one=norland, other=norland, by=world.editor, reason=WHY)
    with pytest.raises(Refusal, match="Nothing is distinct from itself"):
        leave_for_later(one=norland, other=norland, by=world.editor)


def test_reasons_of_the_corpus_leave_those_of_people_alone(world: World) -> None:
    keep_apart(**pair(), by=world.editor, reason=WHY)

    record_apart(
        reasons=[
            ("sudland", "norland", "said by the corpus"),
            ("lindau", "hafen", "two harbours, far apart"),
        ],
        by=world.admin,
    )
    record_apart(reasons=[("hafen", "lindau", "two harbours on two seas")], by=world.admin)

    assert decided() == [
        ("hafen", "lindau", "apart", "two harbours on two seas"),
        ("norland", "sudland", "apart", WHY),
    ]


@pytest.mark.parametrize(
    ("row", "message"),
    [
        (("norland", "ghost", WHY), "“norland” and “ghost”: There is no entity “ghost”"),
        (("norland", "norland", WHY), "Nothing is distinct from itself"),
        (("norland", "sudland", "short"), "“sudland”: The reason has fewer than 10 characters"),
    ],
)
def test_a_row_that_does_not_fit_is_named(
    world: World, row: tuple[str, str, str], message: str
) -> None:
    with pytest.raises(Refusal, match=message):
        record_apart(reasons=[row], by=world.admin)

    assert decided() == []


def test_the_database_keeps_each_pair_once_whoever_is_named_first(world: World) -> None:
    both = pair()
    fields = {"choice": "later", "chosen_by": world.editor}

    LookAlike.objects.create(**both, **fields)
    with pytest.raises(IntegrityError, match="either_way_once"), transaction.atomic():
        LookAlike.objects.create(one=both["other"], other=both["one"], **fields)
    with pytest.raises(IntegrityError, match="look_alikes_are_two"), transaction.atomic():
        LookAlike.objects.create(one=both["one"], other=both["one"], **fields)
