"""
Figures set in more than one way.

Flags: thousands parted by a blank in one figure and by a comma in another of the same paragraph
or table, a comma where two digits and a letter end a number, a comma in the number of a project,
and a letter O or l between digits.
Why: such figures were copied from elsewhere or typed again, which is where slips happen.
Example: “1 332 tractors” beside “1,357 guns” in one paragraph.
Quiet when: the figures stand in different paragraphs, in references or in names of models, or
the blank parts two figures rather than thousands.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from apps.contradictions.findings import Finding, Severity
from apps.contradictions.printed import PrintedText, in_order
from apps.contradictions.rulebook import text_rule
from apps.domain.layout import Block
from apps.domain.units import unit

JUDGED = ("paragraph", "list_item", "table", "caption")
BY_BLANK = re.compile(
    r"(?<![\w.,/–—-])(?<!\d\s)[1-9]\d{0,2}(?:[ \u00a0\u202f]\d{3})+(?![\w–—/-]|[.,]\d| \d)"
)
BY_COMMA = re.compile(r"(?<![\w.,/-])[1-9]\d{0,2}(?:,\d{3})+(?![\w/-]|[.,]\d)")
COMMA_IN_NAME = re.compile(r"(?<![\w.,])\d{1,4},\d{1,3}[A-Z]\b")
COMMA_IN_NUMBER = re.compile(
    r"(?<=\()\d{1,3}(?:,\d{3})+(?= project\))|(?<=\bproject )\d{1,3}(?:,\d{3})+\b"
)
LETTERED = re.compile(r"(?<![\w-])\d+[OolI]\d+(?![\w-])")
# Words after which a number stands by itself, as in “Table 5 100 tanks”.
NUMBERED = re.compile(r"(?:table|figure|no\.|nr|chapter|article|point)\s$", re.IGNORECASE)


@text_rule(code="figure-formatting", severity=Severity.NOTE)
def figure_formatting(text: PrintedText) -> Iterator[Finding]:
    """At most one finding of each sort for a block."""
    for block in text.blocks:
        if block.kind in JUDGED and not block.outside:
            words = text.shown(block)
            yield from _grouped_in_two_ways(text, block, words)
            for pattern, why in (
                (COMMA_IN_NAME, "has a comma in a number that ends in a letter"),
                (COMMA_IN_NUMBER, "has a comma in the number of a project"),
                (LETTERED, "has a letter between the digits of a figure"),
            ):
                found = list(pattern.finditer(words))
                if found:
                    yield _finding(text, block, found, f"{text.label} {why}")


def _grouped_in_two_ways(text: PrintedText, block: Block, words: str) -> Iterator[Finding]:
    commas = list(BY_COMMA.finditer(words))
    blanks = [
        match
        for match in BY_BLANK.finditer(words)
        if not NUMBERED.search(words[max(0, match.start() - 12) : match.start()])
    ]
    if commas and blanks:
        says = f"{text.label} parts thousands by a blank and by a comma"
        yield _finding(text, block, [blanks[0], commas[0]], says)


def _finding(text: PrintedText, block: Block, found: list[re.Match[str]], says: str) -> Finding:
    printed = [match[0] for match in found]
    return Finding(
        rule="figure-formatting",
        severity=Severity.NOTE,
        headline=(printed[0], printed[1] if len(printed) > 1 else "not a plain figure"),
        topic=f"figures of {text.label}",
        says=f"{says}: {', '.join(printed)}.",
        parts=(),
        unit=unit(""),
        explanations=("misprint",),
        spots=in_order(
            text.spot_in(block, match.start(), match.end(), "figure") for match in found
        ),
    )
