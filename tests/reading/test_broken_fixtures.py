"""A broken fixture row stops the whole load, and is told by file, line and remedy."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
from django.core.management import CommandError, call_command
from pytest_django.fixtures import Settings

from tests.tiny import (
    CLAIMS,
    ENTITIES,
    MEASURES,
    MENTIONS,
    SLUG,
    lay_out_original,
    row_counts,
    source_row,
    write_fixtures,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def folder(tmp_path: Path, settings: Settings) -> Path:
    """A checkout of its own, with the tiny corpus in it."""
    settings.BASE_DIR = tmp_path / "checkout"
    settings.TEXTS_FOLDER = None
    write_fixtures(settings.BASE_DIR)
    lay_out_original(settings.BASE_DIR)
    return tmp_path / "checkout"


@pytest.mark.parametrize(
    ("changed", "message"),
    [
        (
            {"claims": [*CLAIMS[:2], {**CLAIMS[2], "unit": "groats"}]},
            rf"claims.jsonl, line 3: .*{SLUG}.T1.2010: .*groats",
        ),
        (
            {"claims": [{**CLAIMS[0], "printed": "Strelsav"}]},
            r"claims.jsonl, line 1: .*“Strelsav” was expected, the text has “Strelsau”",
        ),
        ({"claims": [CLAIMS[0], CLAIMS[0]]}, r"claims.jsonl, lines 1, 2: "),
        (
            {"claims": [{**CLAIMS[0], "value": 3}]},
            r"claims.jsonl, line 1: “value” is no key here; the keys are key, source",
        ),
        (
            {"claims": [CLAIMS[0], {**CLAIMS[1], "start": "12"}]},
            r"claims.jsonl, line 2: “start”: “12” is not a whole number\.",
        ),
        (
            {"claims": [{**CLAIMS[1], "roles": {"supplier": 3}}]},
            r"claims.jsonl, line 1: “roles”: “3” is not a text\.",
        ),
        (
            {"claims": [{**CLAIMS[1], "note": "a\0b"}]},
            r"claims.jsonl, line 1: “note”: .* holds a NUL",
        ),
        (
            {"mentions": [MENTIONS[0], {**MENTIONS[1], "entity": "sapt"}]},
            r"mentions.jsonl, line 2: .*there is no entity “sapt”",
        ),
        (
            {"mentions": [{**MENTIONS[0], "start": 10**9, "end": 10**9 + 9}]},
            r"mentions.jsonl, line 1: .*it lies outside the text",
        ),
        (
            {"entities": [*ENTITIES, {**ENTITIES[0], "slug": "x", "kind": "kingdom"}]},
            r"entities.jsonl, line 6: .*the kind “kingdom” is not known",
        ),
        (
            {"measures": [{**MEASURES[0], "whole": "nothing"}]},
            r"measures.json, line 2: “boat-imports” is a share of “nothing”",
        ),
        (
            {"measures": [{**MEASURES[0], "kind": "odd"}]},
            r"measures.json, line 2: The measure “boat-imports” cannot be entered\. .*odd",
        ),
        (
            {"sources": [{**source_row(), "text": {"sha256": "abc", "length": 3}}]},
            r"sources.json, line 2: .*has no SHA-256 but “abc”",
        ),
        (
            {"sources": [{**source_row(), "rights": "stolen"}]},
            r"sources.json, line 2: .*rights: .*stolen",
        ),
    ],
)
def test_a_broken_row_stops_the_whole_load_and_is_named(
    folder: Path, changed: dict[str, Any], message: str
) -> None:
    write_fixtures(folder, **changed)
    before = row_counts()

    with pytest.raises(CommandError) as refused:
        call_command("load_corpus")

    assert str(refused.value).startswith("Nothing was loaded. ")
    assert re.search(message, str(refused.value), re.DOTALL), str(refused.value)
    assert row_counts() == before


@pytest.mark.parametrize(
    ("file", "stored", "message"),
    [
        ("claims.jsonl", b'\n{"key"\n', "claims.jsonl, line 2: this is no JSON"),
        ("claims.jsonl", b"\n[1]\n", r"claims.jsonl, line 2: “\[1\]” is no object in braces"),
        ("claims.jsonl", b"\xff", "claims.jsonl is not UTF-8 at byte 0"),
        ("measures.json", b'[\n{"slug": "a"},\n]', "measures.json, line 3: this is no JSON"),
        ("measures.json", b"{}", "measures.json holds no list"),
        ("measures.json", b'[\n\n{"slug": "a"}]', "measures.json, line 3: “label” is missing"),
    ],
)
def test_a_broken_file_is_named_with_its_line(
    folder: Path, file: str, stored: bytes, message: str
) -> None:
    (folder / "fixtures" / file).write_bytes(stored)
    before = row_counts()

    with pytest.raises(CommandError, match=message):
        call_command("load_corpus")

    assert row_counts() == before


def test_an_unknown_folder_is_refused(folder: Path) -> None:
    with pytest.raises(CommandError, match="There is no folder"):
        call_command("load_corpus", "--fixtures", str(folder / "nowhere"))
