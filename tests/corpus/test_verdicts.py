"""The verdicts of the corpus are given on what detection finds, once, and leave the rest open."""

from __future__ import annotations

import json

import pytest

from apps.sources.store import checkout
from tests.corpus.conftest import Found, Row

pytestmark = pytest.mark.django_db

FEWEST = 10
SHORTEST = 120
NO_CASE = "detection finds no such case; no verdict given."


def fixture() -> list[tuple[int, Row]]:
    """The verdicts with their lines."""
    stored = (checkout() / "fixtures" / "verdicts.jsonl").read_text("utf-8")
    return [(at, json.loads(line)) for at, line in enumerate(stored.splitlines(), start=1)]


def on_claims() -> list[Row]:
    """Those on claims; the others are on the print, which is not here without the originals."""
    return [row for _, row in fixture() if "claims" in row]


def test_each_verdict_of_the_corpus_stands_on_a_case_that_detection_found(corpus: Found) -> None:
    given = [(row["rule"], row["rationale"]) for row in corpus.verdicts]

    assert given == [(row["rule"], row["rationale"]) for row in on_claims()]
    assert len(given) >= FEWEST
    assert all(row["stands"] for row in corpus.verdicts)


def test_loading_says_which_case_is_not_found(corpus: Found) -> None:
    told = [f"  verdicts.jsonl, line {at}: {NO_CASE}" for at, row in fixture() if "places" in row]

    assert [line for line in corpus.told if "verdicts.jsonl" in line] == told
    assert corpus.told_again == told


def test_a_second_load_gives_no_second_verdict(corpus: Found) -> None:
    assert corpus.given_again == len(corpus.verdicts) == len(on_claims())


def test_the_kinds_of_verdict_that_the_texts_call_for_are_all_shown(corpus: Found) -> None:
    assert {row["kind"] for row in corpus.verdicts} == {
        "The source is wrong",
        "One is right, the other wrong",
        "Both stand",
        "Within rounding",
        "False alarm of the rule",
        "Cannot be decided yet",
    }


def test_reasons_are_sentences_and_shared_between_two_desks(corpus: Found) -> None:
    assert [row for row in corpus.verdicts if len(row["rationale"]) < SHORTEST] == []
    assert {row["by"] for row in corpus.verdicts} == {"corpus-first-desk", "corpus-second-desk"}


def test_more_is_left_open_than_is_settled(corpus: Found) -> None:
    assert corpus.open_cases > len(corpus.settled)
