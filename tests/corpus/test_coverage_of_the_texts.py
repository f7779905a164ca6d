"""Every figure of the texts is claimed, part of a name, or left out for a reason."""

from __future__ import annotations

import json
from typing import Any

import pytest

from apps.reading.coverage import Coverage, coverage_of
from apps.reading.left_out import check_against, left_out_of
from apps.sources.store import checkout
from tests.corpus.five_texts import NEEDS_THE_TEXTS, SOURCES, content_of, layout_of

pytestmark = NEEDS_THE_TEXTS

FIXTURES = checkout() / "fixtures"
OF_NAMES = ("not a name", "part of a name")


def rows(name: str, source: str) -> list[dict[str, Any]]:
    stored = (FIXTURES / f"{name}.jsonl").read_text("utf-8").split("\n")
    found = [json.loads(line) for line in stored if line]
    return [row for row in found if row["source"] == source]


def spans(name: str, source: str) -> list[tuple[int, int]]:
    return [(row["start"], row["end"]) for row in rows(name, source)]


def covered(source: str, *, with_list: bool = True) -> Coverage:
    return coverage_of(
        content_of(source),
        layout_of(source),
        claims=spans("claims", source),
        mentions=spans("mentions", source),
        left_out=spans("left_out", source) if with_list else [],
    )


@pytest.mark.parametrize("source", SOURCES)
def test_no_figure_is_left_over(source: str) -> None:
    assert covered(source).figures.open == []


@pytest.mark.parametrize("source", SOURCES)
def test_nothing_is_left_out_that_a_claim_or_mention_holds(source: str) -> None:
    content = content_of(source)
    listed = [entry for entry in left_out_of(FIXTURES) if entry.source == source]
    check_against(content, listed)
    needed = covered(source, with_list=False).figures.open

    idle = [
        entry
        for entry in listed
        if entry.reason not in OF_NAMES
        and any(char.isdigit() for char in entry.printed)
        and not any(entry.start < token.end and token.start < entry.end for token in needed)
    ]

    assert idle == []
