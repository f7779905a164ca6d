"""Figures that are credited to a stored source, drawn."""

from __future__ import annotations

import pytest

from apps.contradictions.findings import Finding
from apps.contradictions.printed import PrintedCitation, PrintedEntry, PrintedText
from apps.contradictions.rulebook import rules
from apps.domain.references import Call, Entry, Outcome
from apps.sources.actions import add_source, add_text
from tests.contradictions.printing import found as stored
from tests.contradictions.printing import printed, quotes

RULE = "credited-with-another-figure"
MARSH = {
    "slug": "marsh",
    "title": "A bear comes home again",
    "authors": [{"family": "Marsh", "given": "Carl"}],
    "volume": "4",
    "pages": "282-99",
    "published": "2013",
}

WORDING = (
    "Ties grew in 2012. Sales came to 1,056 million, and to 2.5 the year after. By 2031 all ends."
)


def found(words: str, *cited: str, wording: str = WORDING) -> list[Finding]:
    """A text of these words that cites these works, each of them the one stored source."""
    entry = PrintedEntry("Marsh 2013", 0, 0, Entry(), None, wording)
    calls = [
        Call(words.index(call), words.index(call) + len(call), "round", ("Marsh",), call)
        for call in cited
    ]
    citations = tuple(
        PrintedCitation("Marsh 2013", call, Outcome.LINKED, (entry,)) for call in calls
    )
    text = PrintedText("study", "Study", "2022", 1, words, citations=citations)
    reads = rules()[RULE].reads
    assert reads is not None
    return list(reads(text))


def test_flags_a_decade_that_the_source_never_names() -> None:
    [finding] = found(
        "Olech (2020) is first. Marsh (2013) foretells spares into the mid-2040s. So be it.",
        "Olech (2020)",
        "Marsh (2013)",
    )

    assert (finding.severity, finding.headline) == ("likely", ("2040s", "not in Marsh 2013"))
    assert [spot.quote for spot in finding.spots] == ["2040s"]
    assert finding.says == (
        "Study cites Marsh 2013 for 2040s; the wording of the cited work, as it is stored here, "
        "has this nowhere."
    )


def test_flags_a_figure_before_the_citation_as_an_advisory() -> None:
    [finding] = found(
        "In 1999 there were none. In 2014 sales came to 750 [Marsh 2013].", "[Marsh 2013]"
    )

    assert (finding.severity, finding.headline[0]) == ("advisory", "2014, 750")


@pytest.mark.parametrize(
    ("words", "cited", "wording"),
    [
        ("Marsh (2013) foretells an end in the 2030s.", ["Marsh (2013)"], WORDING),
        ("Sales of 1.056 million in 2012 [Marsh 2013].", ["[Marsh 2013]"], WORDING),
        ("Sales of 2.5 million, the 2nd of all [Marsh 2013].", ["[Marsh 2013]"], WORDING),
        (
            "Of 77 sold [Marsh 2013] by Olech [Marsh 2020].",
            ["[Marsh 2013]", "[Marsh 2020]"],
            WORDING,
        ),
        ("Sales of 77 million. They grew [Marsh 2013].", ["[Marsh 2013]"], WORDING),
        ("Sales of 77 million [Marsh 2013].", ["[Marsh 2013]"], ""),
        ("The Su-30 and the S-400 came [Marsh 2013].", ["[Marsh 2013]"], WORDING),
    ],
)
def test_quiet_when_it_is_there_or_of_others_or_nobody_can_look(
    words: str, cited: list[str], wording: str
) -> None:
    assert found(words, *cited, wording=wording) == []


@pytest.mark.django_db
def test_flags_it_as_soon_as_the_wording_of_the_cited_source_is_stored() -> None:
    printed("Marsh (2013) foretells spares into the mid-2040s, and Olech (2020) none.")
    printed("Marsh (2013) foretells spares into the mid-2050s.", slug="essay")
    before = stored(RULE)

    marsh = add_source(fields=MARSH, by=None, reason="entered for a test")
    add_text(source=marsh, raw=WORDING.encode(), by=None, reason="entered for a test")

    assert before == []
    assert [quotes(case) for case in stored(RULE)] == [["2050s"]]
