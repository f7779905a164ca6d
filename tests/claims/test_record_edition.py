"""Record editions: what they say, that everything in them leads back to a claim."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from apps.accounts.models import User
from apps.annotations.models import Mention, Review
from apps.claims.actions import correct_claim, draft_of, record_claims, record_measure
from apps.claims.drafts import ClaimDraft
from apps.claims.models import Claim, Evidence
from apps.claims.record_edition import write_record_edition
from apps.claims.record_sentences import names_in, sentence_of
from apps.entities.actions import record_entities
from apps.entities.drafts import EntityDraft
from apps.reading.corpus.rows import Row
from apps.reading.corpus.shelf import measure_fields
from apps.sources.models import Source, Text
from tests.tiny import CLAIMS, ENTITIES, MEASURES, SLUG, an_editor, an_original, row_counts

pytestmark = pytest.mark.django_db


@pytest.fixture
def editor() -> User:
    return an_editor()


@pytest.fixture
def source(editor: User) -> Source:
    """The tiny article with its claims, its wording installed."""
    text = an_original(editor)
    names = [EntityDraft(e["slug"], e["label"], e["kind"]) for e in ENTITIES]
    record_entities(drafts=names, by=editor, reason="test")
    for measure in MEASURES:
        fields = measure_fields(Row("measures.json", 1, measure))
        record_measure(slug=str(measure["slug"]), fields=fields, by=editor, reason="test")
    record_claims(drafts=drafts(CLAIMS), by=editor, reason="test", review=Review.ACCEPTED)
    return text.source


def drafts(rows: list[dict[str, Any]]) -> list[ClaimDraft]:
    return [ClaimDraft(**row) for row in rows]


def lines_of(text: Text) -> list[tuple[str, str]]:
    content = text.content or ""
    return [(block.kind, content[block.start : block.end]) for block in text.blocks.all()]


def test_the_edition_tells_claims_in_reading_order_under_the_sources_own_headings(
    source: Source, editor: User
) -> None:
    text = write_record_edition(source=source, by=editor)

    assert (text.kind, text.is_current) == (Text.Kind.RECORD, True)
    lines = lines_of(text)
    assert lines[0] == (
        "paragraph",
        "What this source states, in the words of this site: 4 claims and 1 table, "
        "in the order of the source and under its own headings.",
    )
    assert lines[-8:] == [
        ("heading", "Introduction"),
        ("paragraph", "Place of talks of the ministers: Strelsau."),
        ("heading", "The trade in figures"),
        ("paragraph", "Boat imports of Ruritania from Zenda, 2010: 700 million USD."),
        ("caption", "Table 1. Boat imports of Ruritania from Zenda"),
        ("table", "Year\tMln USD\n2010\t700\n2011\t500"),
        ("origin", "Source: Zenda Yearbook, Trade Database."),
        (
            "paragraph",
            "How to read Table 1: boat imports of Ruritania from Zenda, 2010, 700 million USD.",
        ),
    ]


def test_the_edition_holds_none_of_the_authors_sentences(source: Source, editor: User) -> None:
    text = write_record_edition(source=source, by=editor)

    assert text.content is not None
    for words in ("promised each other", "nobody asks", "when Ruritania imported", "Conclusion"):
        assert words not in text.content


def test_every_claim_has_a_passage_with_its_printed_value(source: Source, editor: User) -> None:
    text = write_record_edition(source=source, by=editor)

    links = Evidence.objects.filter(passage__text=text).select_related("claim", "passage")
    assert {link.claim.key: link.passage.quote for link in links} == {
        f"{SLUG}.place": "Strelsau",
        f"{SLUG}.largest": "700",
        f"{SLUG}.T1.2010": "700",
        f"{SLUG}.T1.2011": "500",
    }
    cell = text.blocks.get(kind="table").cells.get(row=2, column=1)
    in_table = links.get(claim__key=f"{SLUG}.T1.2011").passage
    assert (in_table.start, in_table.end) == (cell.start, cell.end)
    assert (cell.row_path, cell.column_path) == (["2011"], ["Mln USD"])
    assert all(p.quote == (text.content or "")[p.start : p.end] for p in text.passages.all())


def test_the_entities_that_a_sentence_names_are_mentions(source: Source, editor: User) -> None:
    text = write_record_edition(source=source, by=editor)

    sentence = "Boat imports of Ruritania from Zenda, 2010"
    start = (text.content or "").index(sentence)
    named = Mention.objects.filter(
        passage__text=text, passage__start__gte=start, passage__end__lte=start + len(sentence)
    ).order_by("passage__start")
    assert [(m.passage.quote, m.entity.slug, m.review) for m in named] == [
        ("Ruritania", "ruritania", "accepted"),
        ("Zenda", "zenda", "accepted"),
    ]


def test_writing_it_twice_changes_nothing(source: Source, editor: User) -> None:
    first = write_record_edition(source=source, by=editor)
    before = row_counts()

    assert write_record_edition(source=source, by=editor) == first
    assert row_counts() == before


def test_a_corrected_claim_makes_a_new_revision_and_the_old_one_stays(
    source: Source, editor: User
) -> None:
    first = write_record_edition(source=source, by=editor)
    kept = first.passages.count()
    claim = Claim.objects.get(key=f"{SLUG}.largest")
    estimated = replace(draft_of(claim), status="expected")
    correct_claim(claim=claim, draft=estimated, by=editor, reason="reread", version=claim.version)

    second = write_record_edition(source=source, by=editor)

    first.refresh_from_db()
    assert (first.is_current, second.is_current, second.revision) == (False, True, 2)
    assert first.passages.count() == kept
    assert "from Zenda, 2010: 700 million USD (expected)." in (second.content or "")


def test_proposed_claims_are_not_told(source: Source, editor: User) -> None:
    Claim.objects.filter(key=f"{SLUG}.place").update(review=Review.PROPOSED)

    text = write_record_edition(source=source, by=editor)

    assert "Strelsau" not in (text.content or "")


def test_without_the_original_the_claims_are_told_all_the_same(
    source: Source, editor: User
) -> None:
    Text.objects.originals().update(content=None)

    text = write_record_edition(source=source, by=editor)

    assert lines_of(text)[1] == (
        "paragraph",
        "Place of talks of the ministers: Strelsau. "
        "Boat imports of Ruritania from Zenda, 2010: 700 million USD. "
        "Stated again: 700 million USD. The same for 2011: 500 million USD.",
    )


def test_a_source_without_claims_says_so(editor: User) -> None:
    source = an_original(editor, is_installed=False).source

    text = write_record_edition(source=source, by=editor)

    assert text.content == "No claims of this source have been recorded yet.\n\n"


def test_whom_the_source_cites_is_told_once_and_then_by_ibid(source: Source) -> None:
    first, second = Claim.objects.in_words().filter(key__contains=".T1.")
    first.attribution = second.attribution = "Sapt 1894: 12"

    assert sentence_of(first).says.endswith("2010: 700 million USD (after Sapt 1894: 12).")
    assert sentence_of(second, first).says == "The same for 2011: 500 million USD (ibid.)."


def test_a_value_in_words_is_told_with_its_meaning(source: Source) -> None:
    claim = Claim.objects.in_words().get(key=f"{SLUG}.place")
    claim.printed = "the  capital"

    sentence = sentence_of(claim)

    assert sentence.says == "Place of talks of the ministers: the capital (Strelsau)."
    assert sentence.says[sentence.value_start : sentence.value_end] == "the capital"


def test_names_are_whole_words_and_the_longer_one_wins() -> None:
    labels = {"Ruritania": "ruritania", "New Ruritania": "new"}

    names = list(names_in("New Ruritania is Ruritania's; Ruritanians know.", labels))

    assert names == [(0, 13, "new"), (17, 26, "ruritania")]
