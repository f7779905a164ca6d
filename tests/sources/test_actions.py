"""Sources are entered, and their wordings added: whole and checked, or not at all."""

from __future__ import annotations

from typing import Any

import pytest

from apps.accounts.models import User
from apps.annotations.actions import passages_for
from apps.domain.layout import Block, Run
from apps.domain.refusals import Refusal
from apps.sources.actions import (
    add_source,
    add_text,
    correct_source,
    expect_original,
    install_original,
    renew_layout,
    write_record_text,
)
from apps.sources.blocks import layout_of
from apps.sources.decoding import MOST_BYTES
from apps.sources.models import Rights, Source, Text
from tests.tiny import ARTICLE, SLUG, a_source, an_editor, an_original, row_counts, sha256

pytestmark = pytest.mark.django_db
SCRIPT = "<script>alert('Zenda')</script>"


@pytest.fixture
def editor() -> User:
    return an_editor()


def test_a_source_without_stated_rights_starts_as_excerpts(editor: User) -> None:
    source = add_source(fields={"slug": "rassendyll", "title": "Exile"}, by=editor, reason="new")

    assert source.rights == Rights.EXCERPTS
    event = Source.pgh_event_model.objects.select_related("pgh_context").get()  # type: ignore[attr-defined]
    assert event.pgh_context.metadata == {"user": editor.pk, "reason": "new"}


def test_a_script_tag_in_a_title_is_kept_as_the_text_it_is(editor: User) -> None:
    source = add_source(fields={"slug": "odd", "title": SCRIPT}, by=editor, reason="new")

    assert Source.objects.get(pk=source.pk).title == SCRIPT


@pytest.mark.parametrize(
    ("fields", "message"),
    [
        ({"slug": SLUG, "title": "Again"}, f"There is a source “{SLUG}” already."),
        (
            {"slug": "new", "title": "New", "colour": "red"},
            "The source “new” has a field that sources do not have: colour.",
        ),
        (
            {"slug": "new", "title": ""},
            "The source “new” cannot be entered. title: This field cannot be blank.",
        ),
        (
            {"slug": "no slug", "title": "New"},
            "The source “no slug” cannot be entered. slug: Enter a valid “slug” consisting of "
            "letters, numbers, underscores or hyphens.",
        ),
        (
            {"slug": "new", "title": "New", "url": "javascript:alert(1)"},
            "The source “new” cannot be entered. url: Enter a valid URL.",
        ),
        (
            {"slug": "new", "title": "a\0b"},
            "The source “new” cannot be entered. title: it holds a NUL or half a character, "
            "which cannot be stored.",
        ),
    ],
)
def test_a_source_that_does_not_fit_changes_nothing(
    editor: User, fields: dict[str, Any], message: str
) -> None:
    a_source(editor)
    before = row_counts()

    with pytest.raises(Refusal) as refused:
        add_source(fields=fields, by=editor, reason="test")

    assert refused.value.message == message
    assert refused.value.remedy
    assert row_counts() == before


def test_correcting_a_source_writes_only_what_differs(editor: User) -> None:
    source = a_source(editor)
    before = row_counts()

    correct_source(source=source, fields={"title": source.title}, by=editor, reason="same")
    assert row_counts() == before

    correct_source(source=source, fields={"volume": "3"}, by=editor, reason="looked up")
    assert Source.objects.get(slug=SLUG).volume == "3"


def test_a_text_becomes_the_current_revision_with_its_layout(editor: User) -> None:
    source = a_source(editor)

    first = add_text(source=source, raw=ARTICLE.encode(), by=editor, reason="test")
    second = add_text(source=source, raw=f"{ARTICLE}\nMore.".encode(), by=editor, reason="better")

    first.refresh_from_db()
    assert (first.revision, first.is_current) == (1, False)
    assert (second.revision, second.is_current) == (2, True)
    assert first.content == ARTICLE
    assert first.sha256 == sha256()
    assert first.length == len(ARTICLE)
    table = first.blocks.get(kind="table")
    assert [first.content[c.start : c.end] for c in table.cells.all()] == [
        *("Year", "Mln USD", "2010", "700", "2011", "500"),
    ]
    assert first.blocks.get(kind="caption").table == table


def test_the_stored_layout_is_the_one_that_was_read(editor: User) -> None:
    from apps.domain.layout import read_layout

    text = an_original(editor)

    assert layout_of(text) == list(read_layout(ARTICLE))


def test_a_layout_is_stored_anew_only_if_it_is_read_otherwise(editor: User) -> None:
    text = an_original(editor)
    before = row_counts()
    assert not renew_layout(text=text)

    text.blocks.filter(kind="heading").update(level=6)
    assert renew_layout(text=text)

    assert row_counts() == before
    assert not text.blocks.filter(level=6).exists()


@pytest.mark.parametrize(
    "raw",
    [b"", b"  ", b"a\0b", "Łódź".encode("cp1250"), b"x" * (MOST_BYTES + 1), ARTICLE.encode()],
    ids=["empty", "blank", "NUL", "not UTF-8", "over 20 MB", "here already"],
)
def test_bytes_that_are_no_new_text_change_nothing(editor: User, raw: bytes) -> None:
    text = an_original(editor)
    before = row_counts()

    with pytest.raises(Refusal) as refused:
        add_text(source=text.source, raw=raw, by=editor, reason="test")

    assert SLUG in refused.value.message
    assert refused.value.remedy
    assert row_counts() == before


def test_adding_the_expected_wording_installs_it(editor: User) -> None:
    expected = an_original(editor, is_installed=False)

    text = add_text(source=expected.source, raw=ARTICLE.encode(), by=editor, reason="found")

    assert text == expected
    assert text.is_installed
    assert Text.objects.count() == 1


def test_expecting_the_same_original_twice_is_once(editor: User) -> None:
    expected = an_original(editor, is_installed=False)
    before = row_counts()

    again = expect_original(
        source=expected.source, sha256=sha256(), length=len(ARTICLE), by=editor, reason="test"
    )

    assert again == expected
    assert row_counts() == before


def test_an_original_of_another_hash_is_not_installed(editor: User) -> None:
    expected = an_original(editor, is_installed=False)
    before = row_counts()

    with pytest.raises(Refusal, match=f"This file is not the original of {SLUG}"):
        install_original(text=expected, raw=b"Something else.", by=editor)

    expected.refresh_from_db()
    assert not expected.is_installed
    assert row_counts() == before


def test_installing_gives_the_passages_their_surroundings(editor: User) -> None:
    expected = an_original(editor, is_installed=False)
    start = ARTICLE.index("40 boats")
    spans = [(start, start + 8, "40 boats")]
    passage = passages_for(text=expected, spans=spans, by=editor)[start, start + 8]
    assert (passage.prefix, passage.suffix) == ("", "")

    install_original(text=expected, raw=ARTICLE.encode(), by=editor)

    passage.refresh_from_db()
    assert passage.prefix == ARTICLE[start - 32 : start]
    assert passage.suffix == ARTICLE[start + 8 : start + 40]


def test_an_original_that_its_passages_do_not_fit_is_not_installed(editor: User) -> None:
    expected = an_original(editor, is_installed=False)
    start = ARTICLE.index("40 boats")
    passages_for(text=expected, spans=[(start, start + 8, "50 boats")], by=editor)
    before = row_counts()

    with pytest.raises(Refusal) as refused:
        install_original(text=expected, raw=ARTICLE.encode(), by=editor)

    assert refused.value.message == (
        f"1 of the passages of {SLUG} do not fit its wording: \n"
        f"characters {start}–{start + 8}: the passage quotes “50 boats”, "
        "the text has “40 boats”"
    )
    assert not Text.objects.get(pk=expected.pk).is_installed
    assert row_counts() == before


def test_a_record_text_is_a_new_revision_only_if_it_says_else(editor: User) -> None:
    source = a_source(editor)

    def write(content: str) -> Text:
        blocks = [Block("paragraph", 0, len(content), (Run(0, len(content)),))]
        return write_record_text(
            source=source, content=content, blocks=blocks, by=editor, reason="test"
        )

    first = write("Ruritania bought 40 boats.")
    before = row_counts()
    assert write("Ruritania bought 40 boats.") == first
    assert row_counts() == before

    second = write("Ruritania bought 41 boats.")
    assert (second.revision, second.is_current, second.kind) == (2, True, "record")
    assert not Text.objects.get(pk=first.pk).is_current
