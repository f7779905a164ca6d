"""Who reads a text now, said as each reader may know it."""

from __future__ import annotations

import json

import pytest

from apps.reading.live.presence import MOST_NAMES, Presence, announcement, in_words

TEXT = 7


def heard(*crowds: tuple[dict[int, str], int]) -> Presence:
    """What processes said, one crowd each."""
    presence = Presence()
    for process, (people, visitors) in enumerate(crowds):
        told = json.loads(announcement(TEXT, people, visitors))
        assert presence.hear(json.dumps({**told, "process": str(process)})) == TEXT
    return presence


@pytest.mark.parametrize(
    ("names", "visitors", "team", "public"),
    [
        ([], 0, "", ""),
        (["Irina"], 0, "Irina reads this too", "1 other reads this too"),
        ([], 2, "2 visitors read this too", "2 others read this too"),
        (["Irina", "Minh"], 1, "Irina, Minh and 1 visitor read this too", "3 others read this too"),
    ],
)
def test_the_team_knows_names_and_the_public_a_number(
    names: list[str], visitors: int, team: str, public: str
) -> None:
    assert in_words(names, visitors, may_know_names=True) == team
    assert in_words(names, visitors, may_know_names=False) == public


def test_nobody_is_told_of_themselves() -> None:
    presence = heard(({1: "Irina", 2: "Minh"}, 1))

    assert presence.says(TEXT, person=1, may_know_names=True) == (
        "Minh and 1 visitor read this too"
    )
    assert presence.says(TEXT, person=None, may_know_names=False) == "2 others read this too"
    assert heard(({}, 1)).says(TEXT, person=None, may_know_names=False) == ""


def test_readers_of_several_processes_count_together_and_a_person_once() -> None:
    presence = heard(({1: "Irina"}, 2), ({1: "Irina", 2: "Minh"}, 1))

    assert presence.says(TEXT, person=2, may_know_names=True) == (
        "Irina and 3 visitors read this too"
    )


def test_what_a_process_said_last_counts() -> None:
    presence = heard(({1: "Irina"}, 0))

    presence.hear(json.dumps({"process": "0", "text": TEXT, "people": {}, "visitors": 1}))

    assert presence.says(TEXT, person=2, may_know_names=True) == ""


def test_an_announcement_fits_into_a_notification() -> None:
    crowd = dict.fromkeys(range(500), "Nguyễn Thị Minh Khai " * 6)

    words = announcement(TEXT, crowd, 10_000)

    assert len(json.loads(words)["people"]) == MOST_NAMES
    assert len(words.encode()) < 8_000
