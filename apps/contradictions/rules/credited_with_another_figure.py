"""
Figure credited to a source that does not print it.

Flags: a year or figure of a sentence that cites one stored source by itself, where the wording of
that source has this figure nowhere.
Why: it was remembered from another work, reckoned by who cites it, or mistyped.
Example: an article is said to foretell something for the mid-2030s and names no such years.
Quiet when: several works are cited in the sentence, the source has the figure anywhere, or its
wording is not stored here.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from apps.contradictions.findings import Finding, Severity
from apps.contradictions.printed import PrintedCitation, PrintedText
from apps.contradictions.rulebook import text_rule
from apps.domain.units import unit

Span = tuple[int, int]
FIGURE = re.compile(r"(?<![\w.,-])\d[\d,.]*\d(?![\w-])|(?<!\d)[12]\d{2}0s\b")
ENDS = re.compile(r"[.!?][”\"’)\]]*\s+(?=[^\W\d_a-z])|\n\s*\n")
PRINTED = re.compile(r"(?<!\d)\d{1,3}(?:[  ,.]\d{3})+(?!\d)|\d+(?:[.,]\d+)*")
FAR = 600  # nobody looks for the same sentence further away
MARKS = str.maketrans("", "", ",.  ")


@text_rule(code="credited-with-another-figure", severity=Severity.LIKELY)
def credited_with_another_figure(text: PrintedText) -> Iterator[Finding]:
    """One finding for each citation, with all figures that are not found."""
    for citation in text.citations:
        if len(citation.meant) != 1 or not citation.meant[0].wording:
            continue
        sentence = _sentence(text.content, (citation.call.start, citation.call.end))
        if not _is_alone(text, citation, sentence):
            continue
        missing = list(_missing(text, citation, sentence))
        if missing:
            yield _finding(text, citation, missing)


def _sentence(content: str, around: Span) -> Span:
    start, end = around
    floor = max(0, start - FAR)
    # One more, as the pattern looks at the letter after the blank.
    before = [found.end() for found in ENDS.finditer(content, floor, start + 1)]
    after = ENDS.search(content, end, end + FAR)
    return (before[-1] if before else floor, after.start() if after else end + FAR)


def _is_alone(text: PrintedText, citation: PrintedCitation, sentence: Span) -> bool:
    """Whether the sentence rests on this work only."""
    start, end = sentence
    return not any(
        other is not citation and start <= other.call.start < end for other in text.citations
    )


def _missing(text: PrintedText, citation: PrintedCitation, sentence: Span) -> Iterator[Span]:
    """Where figures stand that the wording of the cited source does not have."""
    [entry] = citation.meant
    known = {_bare(found[0]) for found in PRINTED.finditer(entry.wording)}
    for found in FIGURE.finditer(text.content, *sentence):
        is_cited = citation.call.start <= found.start() < citation.call.end
        if not is_cited and not _is_among(found[0], known):
            yield found.span()


def _is_among(figure: str, known: set[str]) -> bool:
    """A decade is named by any of its years."""
    if figure.endswith("s"):
        return any(len(one) == 4 and one.startswith(figure[:3]) for one in known)
    return _bare(figure) in known


def _bare(figure: str) -> str:
    return figure.translate(MARKS)


def _finding(text: PrintedText, citation: PrintedCitation, missing: list[Span]) -> Finding:
    [entry] = citation.meant
    figures = ", ".join(text.content[start:end] for start, end in missing)
    listed = "" if citation.name == entry.name else f" (listed as {entry.name})"
    is_said_to_say_it = all(start >= citation.call.end for start, _ in missing)
    return Finding(
        rule="credited-with-another-figure",
        severity=Severity.LIKELY if is_said_to_say_it else Severity.ADVISORY,
        headline=(figures, f"not in {entry.name}"),
        topic=f"citations of {text.label}",
        says=f"{text.label} cites {citation.name}{listed} for {figures}; the wording of the cited "
        "work, as it is stored here, has this nowhere.",
        parts=(),
        unit=unit(""),
        explanations=("other-work", "misprint"),
        spots=tuple(text.spot(place, "figure") for place in missing),
    )
