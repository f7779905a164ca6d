"""The fixture tables are sorted and written one way, so that a change shows as a change."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import pytest

from tests.architecture.repository import read

ORDER: dict[str, Callable[[dict[str, Any]], Any]] = {
    "claims": lambda row: (row["source"], row["start"], row["key"]),
    "mentions": lambda row: (row["source"], row["start"], row["end"], row["entity"]),
    "left_out": lambda row: (row["source"], row["start"], row["end"]),
    "entities": lambda row: row["slug"],
    "entities-claims": lambda row: row["slug"],
    "look_alikes": lambda row: (row["one"], row["other"]),
}
KEYS = {
    "claims": "key also source start end printed measure subject roles period reading unit basis "
    "status attribution root sums note",
    "verdicts": "rule claims places kind wrong corrected_reading corrected_unit differ_in "
    "apart distinction would_decide rationale evidence by",
    "mentions": "source start end entity quote",
    "left_out": "source start end printed reason",
    "entities": "slug label kind part_of wikidata orcid aliases distinct_from note",
    "entities-claims": "slug label kind part_of wikidata orcid aliases distinct_from note",
    "look_alikes": "one other reason",
}
MOST_WORDS_OF_A_QUOTE = 13


def rows(name: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in read(f"fixtures/{name}.jsonl").splitlines()]


@pytest.mark.parametrize("name", ORDER)
def test_rows_are_sorted(name: str) -> None:
    places = [ORDER[name](row) for row in rows(name)]

    assert places == sorted(places)


@pytest.mark.parametrize("name", KEYS)
def test_keys_stand_in_one_order(name: str) -> None:
    order = KEYS[name].split()

    wrong = [row for row in rows(name) if [key for key in order if key in row] != list(row)]

    assert wrong == []


@pytest.mark.parametrize("name", KEYS)
def test_every_row_is_written_the_same_way(name: str) -> None:
    stored = read(f"fixtures/{name}.jsonl")

    assert stored == "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows(name))


@pytest.mark.parametrize(
    ("name", "field"), [("claims", "printed"), ("mentions", "quote"), ("left_out", "printed")]
)
def test_what_is_quoted_is_a_phrase(name: str, field: str) -> None:
    long = [row[field] for row in rows(name) if len(row[field].split()) > MOST_WORDS_OF_A_QUOTE]

    assert long == []


def test_keys_of_claims_and_slugs_of_entities_are_their_own() -> None:
    keys = [row["key"] for row in rows("claims")]
    slugs = [row["slug"] for row in rows("entities")]

    assert len(keys) == len(set(keys))
    assert len(slugs) == len(set(slugs))


def test_look_alikes_are_entities() -> None:
    slugs = {row["slug"] for name in ("entities", "entities-claims") for row in rows(name)}

    named = {row[side] for row in rows("look_alikes") for side in ("one", "other")}

    assert named - slugs == set()
