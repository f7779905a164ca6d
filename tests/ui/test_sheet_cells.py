"""Cells that hold several things, and cells that would be run as a formula."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from apps.domain.refusals import Refusal
from apps.ui.sheets.cells import (
    as_list,
    as_pairs,
    as_records,
    list_in,
    pairs_in,
    records_in,
    shielded,
    unshielded,
)

EXAMPLE = "supplier=russia; within=ALL"
NAMES = ("form", "kind", "language")
WORDS = st.text(max_size=12).filter(bool)


@settings(deadline=None)
@given(st.lists(WORDS))
def test_a_list_comes_back_as_it_went(parts: list[str]) -> None:
    assert list_in(as_list(parts)) == parts


@settings(deadline=None)
@given(st.dictionaries(WORDS, st.text(max_size=12), max_size=4))
def test_pairs_come_back_as_they_went(pairs: dict[str, str]) -> None:
    assert pairs_in(as_pairs(pairs), EXAMPLE) == pairs


@settings(deadline=None)
@given(st.lists(st.fixed_dictionaries(dict.fromkeys(NAMES, WORDS)), max_size=3))
def test_records_come_back_as_they_went(records: list[dict[str, str]]) -> None:
    assert records_in(as_records(records, NAMES), NAMES) == records


@settings(deadline=None)
@given(st.text())
def test_a_shielded_text_comes_back_as_it_went(text: str) -> None:
    assert unshielded(shielded(text)) == text


@pytest.mark.parametrize("text", ["=1+1", "+x", "-x", "@x", "\tx", "'=1", "''=1"])
def test_what_a_spreadsheet_would_run_gets_an_apostrophe(text: str) -> None:
    assert shielded(text) == f"'{text}"


@pytest.mark.parametrize("text", ["-5", "+5.25", "5-6", "O'Neill", "'tis", ""])
def test_numbers_and_plain_words_stay_as_they_are(text: str) -> None:
    assert shielded(text) == text


def test_lists_pairs_and_records_read_as_people_write_them() -> None:
    assert list_in(" vietnam;russia ;; ") == ["vietnam", "russia"]
    assert pairs_in(EXAMPLE, EXAMPLE) == {"supplier": "russia", "within": "ALL"}
    assert records_in("T-90 | kind=canonical; language=en", NAMES) == [
        {"form": "T-90", "kind": "canonical"},
        {"language": "en"},
    ]
    assert list_in(r"a\; b; c\\") == ["a; b", "c\\"]


@pytest.mark.parametrize(
    ("cell", "message"),
    [
        ("russia", "“russia” is no pair."),
        ("a=b=c", "“a=b=c” is no pair."),
        ("a=b; a=c", "“a” is given twice."),
    ],
)
def test_broken_pairs_are_refused_by_name(cell: str, message: str) -> None:
    with pytest.raises(Refusal) as refused:
        pairs_in(cell, EXAMPLE)

    assert refused.value.message == message


@pytest.mark.parametrize("cell", ["T-90 | canonical", "T-90 | sort=canonical", "a=b=c"])
def test_broken_records_are_refused_with_the_names_there_are(cell: str) -> None:
    with pytest.raises(Refusal) as refused:
        records_in(cell, NAMES)

    assert refused.value.remedy == (
        "Write name=value with one of these names: form, kind, language."
    )
