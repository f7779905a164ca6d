"""Reference entries and citations are rows that follow the text."""

from __future__ import annotations

import json
from io import StringIO

import pytest
from django.core.management import call_command

from apps.domain.refusals import Refusal
from apps.sources.actions import add_source, add_text, correct_source, renew_layout
from apps.sources.models import Source, Text

pytestmark = pytest.mark.django_db

STUDY = """A Study of Ties

The ties grew (Marsh, 2013: 5) and fell again, as Olech (2019) says; others doubt it (Quist, 1985).

References

Marsh, C. 2013. A bear comes home again. Envoy 4(2), pp. 1–9.

Olech, A. 2020. The bases abroad. Warszawa: Institute.
"""
NOTED = """A Speech on Ties

The first meeting was held in the year of the treaty.1 It opened a new chapter in all relations.2

1. S. Marsh, A Bear, Moscow, 2007, p. 84.
2. Ibid., p. 108.
"""


def source_called(slug: str, wording: str = "", **fields: object) -> Source:
    source = add_source(
        fields={"slug": slug, "title": slug, **fields}, by=None, reason="entered for a test"
    )
    if wording:
        add_text(source=source, raw=wording.encode(), by=None, reason="entered for a test")
    return source


def told(source: Source) -> list[tuple[str, str, list[int]]]:
    """Each citation of the source's text: what it cites, what became of it, which entries."""
    [text] = Text.objects.originals().current().filter(source=source)
    return [(str(cited), cited.outcome, cited.meant) for cited in text.citations.all()]


def test_a_text_is_laid_out_with_its_bibliography() -> None:
    study = source_called("study", STUDY)

    [text] = study.texts.all()
    first = text.references.get(position=0)
    assert (first.name, first.volume, first.pages) == ("Marsh 2013", "4", "1–9")
    start, end = first.places["year"]
    assert (text.content or "")[start:end] == "2013"
    assert told(study) == [
        ("Marsh 2013", "linked", [0]),
        ("Olech 2019", "other-year", [1]),
        ("Quist 1985", "no-entry", []),
    ]


def test_notes_stand_for_entries_where_nothing_else_does() -> None:
    speech = source_called("speech", NOTED)

    assert told(speech) == [("note", "linked", [0]), ("note", "linked", [1])]


def test_a_renewed_layout_brings_its_bibliography_along() -> None:
    study = source_called("study", STUDY)
    [text] = study.texts.all()
    text.references.all().delete()

    is_other = renew_layout(text=text)

    assert not is_other
    assert text.references.count() == 2
    assert len(told(study)) == 3


def test_an_entry_names_a_stored_source_from_when_it_is_one() -> None:
    study = source_called("study", STUDY)
    [text] = study.texts.all()
    marsh = source_called("marsh-2013", title="A Bear Comes Home", authors=[{"family": "Marsh"}])
    before = text.references.get(position=0).cites

    correct_source(
        source=marsh, fields={"title": "A Bear Comes Home Again"}, by=None, reason="its whole title"
    )

    assert before is None
    assert text.references.get(position=0).cites == marsh


def test_the_command_prints_citations_with_their_entries() -> None:
    source_called("study", STUDY)
    out, told_out = StringIO(), StringIO()

    call_command("citations", "--json", "--source=study", stdout=out)
    call_command("citations", stdout=told_out)

    rows = [json.loads(line) for line in out.getvalue().splitlines()]
    assert [row["outcome"] for row in rows] == ["linked", "other-year", "no-entry"]
    assert rows[0]["entries"][0]["name"] == "Marsh 2013"
    assert told_out.getvalue().endswith("3 citations: 1 linked, 1 no-entry, 1 other-year.\n")


def test_the_command_knows_its_sources() -> None:
    with pytest.raises(Refusal, match="There is no source “nowhere”"):
        call_command("citations", "--source=nowhere")
