"""
Citation that the bibliography does not bear out.

Flags: a cited year that no entry of that author has, a work that is not listed at all, entries
that are never cited where nearly all are, cited pages outside those of the entry, and an entry
whose own dates cannot all be true.
Why: a year or page was mistyped, an edition exchanged, or an entry lost on the way to print.
Example: the text cites an author's work of 2022, the bibliography lists only one of 2002.
Quiet when: two works of one author share a year, names are transliterated or shortened, a year
stands inside a title, an entry is undated, who signs an entry is named in the text without a
year, or claims on the same dates tell of it already.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from apps.contradictions.findings import Finding, Severity, Spot
from apps.contradictions.printed import PrintedCitation, PrintedEntry, PrintedText, in_order
from apps.contradictions.rulebook import text_rule
from apps.domain.dates import CalendarDate
from apps.domain.references import Outcome, page_range
from apps.domain.units import unit

CUSTOMARY = 3  # citations of one shape that are listed show that such words do cite
USUALLY = 2  # times as many entries that are cited show that all should be
MOST_DAYS = 1  # between a printed day and that of an address: time zones


@text_rule(code="citation-not-borne-out", severity=Severity.LIKELY)
def citation_not_borne_out(text: PrintedText) -> Iterator[Finding]:
    """Each work that is cited otherwise than listed, and each entry at odds with itself."""
    yield from _of_other_years(text)
    yield from _not_listed(text)
    yield from _never_cited(text)
    for citation in text.citations:
        yield from _off_the_pages(text, citation)
    for entry in text.entries:
        yield from _accessed_too_early(text, entry)
        yield from _dated_twice(text, entry)
        yield from _later_than_the_source(text, entry)


def _of_other_years(text: PrintedText) -> Iterator[Finding]:
    wrong = [cited for cited in text.citations if cited.outcome == Outcome.OTHER_YEAR]
    for name in dict.fromkeys(cited.name for cited in wrong):
        citations = [cited for cited in wrong if cited.name == name]
        entries = citations[0].meant
        years = " and ".join(
            dict.fromkeys(entry.entry.year for entry in entries if entry.entry.year)
        )
        if not years or not citations[0].call.year:
            continue
        yield _finding(
            text,
            (citations[0].call.year, years),
            f"{text.label} cites {name}; its bibliography lists only "
            f"{'; '.join(entry.name for entry in entries)}.",
            [text.spot(cited.call.year_at, "citation") for cited in citations]
            + [text.part(entry, "year") for entry in entries],
        )


def _not_listed(text: PrintedText) -> Iterator[Finding]:
    """What is set like a citation is one only where the text sets others so."""
    shapes = [cited.call.shape for cited in text.citations if cited.outcome == Outcome.LINKED]
    missing = [cited for cited in text.citations if cited.outcome == Outcome.NO_ENTRY]
    for name in dict.fromkeys(cited.name for cited in missing):
        citations = [cited for cited in missing if cited.name == name]
        if shapes.count(citations[0].call.shape) < CUSTOMARY:
            continue
        yield _finding(
            text,
            (name, "not listed"),
            f"{text.label} cites {name}, which its bibliography does not list.",
            [text.spot((cited.call.start, cited.call.end), "citation") for cited in citations],
            severity=Severity.LIKELY if citations[0].call.year else Severity.ADVISORY,
        )


def _never_cited(text: PrintedText) -> Iterator[Finding]:
    """One finding for all: a list that was not weeded when the text was cut."""
    cited = {entry.start for citation in text.citations for entry in citation.meant}
    idle = [
        entry
        for entry in text.entries
        if entry.entry.year and entry.start not in cited and not _is_named(text, entry)
    ]
    if idle and len(cited) >= max(CUSTOMARY, USUALLY * len(idle)):
        yield _finding(
            text,
            ("listed", "never cited"),
            f"{text.label} lists {'; '.join(entry.name for entry in idle)}, which it never cites.",
            [text.part(entry, "year") for entry in idle],
            severity=Severity.NOTE,
        )


def _is_named(text: PrintedText, listed: PrintedEntry) -> bool:
    """Whether the text names who signs the entry elsewhere than in citations and the list."""
    covered = [(cited.call.start, cited.call.end) for cited in text.citations]
    covered += [(entry.start, entry.end) for entry in text.entries]
    signed = {author.family for author in listed.entry.authors} or {listed.entry.title}
    return any(
        not any(start < found.end() and found.start() < end for start, end in covered)
        for name in signed
        for found in re.finditer(re.escape(name), text.content)
    )


def _off_the_pages(text: PrintedText, citation: PrintedCitation) -> Iterator[Finding]:
    if len(citation.meant) != 1 or not citation.call.pages:
        return
    [entry] = citation.meant
    listed, cited = page_range(entry.entry.pages), page_range(citation.call.pages)
    if listed is None or cited is None or listed[0] == listed[1]:
        return
    if cited[0] < listed[0] or cited[1] > listed[1]:
        yield _finding(
            text,
            (f"p. {citation.call.pages}", f"pp. {entry.entry.pages}"),
            f"{text.label} cites {citation.name} at page {citation.call.pages}; its bibliography "
            f"has {entry.name} on pages {entry.entry.pages}.",
            [text.spot(citation.call.pages_at, "citation"), text.part(entry, "pages")],
        )


def _accessed_too_early(text: PrintedText, listed: PrintedEntry) -> Iterator[Finding]:
    entry = listed.entry
    published = entry.published or entry.year
    if not entry.accessed or not published:
        return
    if CalendarDate.read(entry.accessed).last < CalendarDate.read(published).first:
        yield _finding(
            text,
            (entry.accessed, published),
            f"{text.label} lists {listed.name} as read on {entry.accessed}, before it came out on "
            f"{published}.",
            [
                text.part(listed, "accessed"),
                text.part(listed, "published" if entry.published else "year"),
            ],
            severity=Severity.CERTAIN,
        )


def _dated_twice(text: PrintedText, listed: PrintedEntry) -> Iterator[Finding]:
    entry = listed.entry
    printed = entry.published or entry.year
    if entry.published and entry.year and entry.published[:4] != entry.year:
        yield _finding(
            text,
            (entry.year, entry.published),
            f"{text.label} lists {listed.name} with the day {entry.published}.",
            [text.part(listed, "year"), text.part(listed, "published")],
        )
    elif printed and entry.in_address and _apart(printed, entry.in_address):
        yield _finding(
            text,
            (printed, entry.in_address),
            f"{text.label} dates {listed.name} {printed}; its address holds {entry.in_address}.",
            [
                text.part(listed, "published" if entry.published else "year"),
                text.part(listed, "in_address"),
            ],
        )


def _apart(one: str, other: str) -> bool:
    first, second = CalendarDate.read(one), CalendarDate.read(other)
    return max((second.first - first.last).days, (first.first - second.last).days) > MOST_DAYS


def _later_than_the_source(text: PrintedText, listed: PrintedEntry) -> Iterator[Finding]:
    """A source whose own year is only a guess proves nothing."""
    entry, own = listed.entry, text.published
    if not own[:4].isdigit() or not own.replace("-", "").isdigit():
        return
    if entry.year > own[:4]:
        yield _finding(
            text,
            (entry.year, own[:4]),
            f"{text.label} is of {own[:4]} and lists {listed.name}, which is later.",
            [text.part(listed, "year")],
        )


def _finding(
    text: PrintedText,
    headline: tuple[str, str],
    says: str,
    spots: list[Spot],
    *,
    severity: Severity = Severity.LIKELY,
) -> Finding:
    return Finding(
        rule="citation-not-borne-out",
        severity=severity,
        headline=headline,
        topic=f"citations of {text.label}",
        says=says,
        parts=(),
        unit=unit(""),
        explanations=("misprint",),
        spots=in_order(spots),
    )
