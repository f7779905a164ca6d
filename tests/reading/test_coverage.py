"""What claims and mentions take up of a text, and what is still open."""

from __future__ import annotations

import json
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from django.core.management import CommandError, call_command
from pytest_django.fixtures import Settings

from apps.domain.layout import read_layout
from apps.reading.coverage import Coverage, coverage_of
from tests.tiny import ARTICLE, SLUG, lay_out_original, place, write_fixtures


def covered(content: str, **taken: Any) -> Coverage:
    nothing: dict[str, Any] = {"claims": [], "mentions": [], "left_out": []}
    return coverage_of(content, read_layout(content), **{**nothing, **taken})


def open_figures(content: str, **taken: Any) -> list[str]:
    return [token.printed for token in covered(content, **taken).figures.open]


def open_names(content: str, **taken: Any) -> list[str]:
    return [token.printed for token in covered(content, **taken).names.open]


def test_a_figure_inside_a_claim_a_mention_or_the_list_is_taken_up() -> None:
    content = "They sold 12 boats of type B-36 for 1,056 mln in 2014 (and 77 more)."

    found = covered(
        content,
        claims=[(content.index("1,056"), content.index("1,056") + 5)],
        mentions=[(content.index("B-36"), content.index("B-36") + 4)],
        left_out=[(content.index("77"), content.index("77") + 2)],
    ).figures

    assert [(token.printed, token.line) for token in found.open] == [("12", 1), ("2014", 1)]
    assert found.by == {"claim": 1, "mention": 1, "left out": 1}
    assert (found.total, found.share) == (5, 60.0)


def test_a_figure_half_inside_a_claim_is_open() -> None:
    assert open_figures("It cost 1,056 mln.", claims=[(8, 9)]) == ["1,056"]


def test_what_the_layout_knows_needs_no_list() -> None:
    found = covered(ARTICLE).figures

    #   Table 1, Year | 2010 | 2011: numbers and heads; 40, 2010, 2010 and the cells are open
    assert found.by == {"table number": 1, "table head": 2}
    assert [token.printed for token in found.open] == ["40", "2010", "2010", "700", "700", "500"]


def test_names_of_several_words_are_told_as_one() -> None:
    content = "In winter Black Michael met the king of Ruritania. The end."

    assert open_names(content) == ["Black Michael", "Ruritania"]


def test_a_word_that_stands_elsewhere_in_small_letters_is_no_name() -> None:
    assert open_names("We like the Council of Zenda, a council of old.") == ["Zenda"]


def test_a_first_word_counts_only_if_it_is_a_name_elsewhere() -> None:
    assert open_names("Zenda fell. Nobody knew Zenda.") == ["Zenda", "Zenda"]
    assert open_names("Nobody knew it.") == []


def test_possessives_and_adjectives_of_peoples_need_no_mention_of_their_own() -> None:
    content = "We saw Zenda's Ruritanian-Zendan fleet."

    assert open_names(content, mentions=[(7, 12)], adjectives={"Ruritanian", "Zendan"}) == []


@pytest.fixture
def folder(tmp_path: Path, settings: Settings) -> Path:
    """A checkout of its own, with the tiny corpus in it."""
    settings.BASE_DIR = tmp_path / "checkout"
    settings.TEXTS_FOLDER = None
    write_fixtures(settings.BASE_DIR)
    return tmp_path / "checkout"


def leave_out(folder: Path, **changed: Any) -> None:
    entry = {"source": SLUG, **place("40"), "printed": "40", "reason": "idiom", **changed}
    (folder / "fixtures" / "left_out.jsonl").write_text(json.dumps(entry) + "\n", "utf-8")


def told(*words: str) -> str:
    out = StringIO()
    call_command("coverage", *words, stdout=out)
    return out.getvalue()


@pytest.mark.django_db
def test_the_command_names_line_and_place_of_what_is_open(folder: Path) -> None:
    lay_out_original(folder)
    call_command("load_corpus", stdout=StringIO())
    leave_out(folder)

    said = told("--source", SLUG)

    assert f"{SLUG}: 77.8 % of 9 figures claimed, named or left out with a reason" in said
    open_year = place("2010")
    assert f"  line 7, {open_year['start']}–{open_year['end']}: 2010\n" in said
    [row] = [json.loads(line) for line in told("--json").splitlines()]
    assert row["figures"]["by"] == {"claim": 3, "left out": 1, "table head": 2, "table number": 1}
    assert row["figures"]["open"][0]["printed"] == "2010"


@pytest.mark.django_db
def test_without_the_original_nothing_is_measured_and_that_is_said(folder: Path) -> None:
    call_command("load_corpus", stdout=StringIO())

    with pytest.raises(CommandError, match=f"NOT MEASURED, for the original is not .*{SLUG}"):
        told()


@pytest.mark.django_db
def test_an_unknown_source_is_refused(folder: Path) -> None:
    with pytest.raises(CommandError, match="There is no source 'sapt-1906'"):
        told("--source", "sapt-1906")


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("changed", "says"),
    [
        ({"reason": "dull"}, "left_out.jsonl, line 1: “dull” is no reason to leave a figure out"),
        ({"printed": "41"}, f"left_out.jsonl: {SLUG} .* holds “40”, not “41”"),
        ({"start": "x"}, "left_out.jsonl, line 1: “start”: “x” is not a whole number"),
    ],
)
def test_a_broken_row_of_the_list_is_named(folder: Path, changed: Any, says: str) -> None:
    lay_out_original(folder)
    call_command("load_corpus", stdout=StringIO())
    leave_out(folder, **changed)

    with pytest.raises(CommandError, match=says):
        told()
