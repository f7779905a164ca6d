"""Figures and names that no claim and no mention takes up, each with the reason why not."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from apps.domain.refusals import Refusal, quoted
from apps.reading.corpus.rows import rows_of
from apps.reading.corpus.shapes import Shape

FILE = "left_out.jsonl"
SHAPE = Shape(must={"source": str, "start": int, "end": int, "printed": str, "reason": str}, may={})
REASONS = {
    "address": "a postal or electronic address, a telephone or person number",
    "citation": "names and years of a cited work, with its pages",
    "classification": "a number by which libraries or publishers file the work",
    "counts points": "how many points, factors, parties or ways follow; nothing is measured",
    "footnote call": "the number of a footnote, in the text or at the note",
    "idiom": "part of a set phrase: the 1990s as an era, one of the first, 360 degrees",
    "list number": "the number of a point in a list or of a section",
    "not a name": "capitals for another reason than to name somebody or something",
    "other work": "belongs to another work that is printed in the same file",
    "page number": "the number of a page",
    "part of a name": "part of a name or title that no mention can hold whole",
    "period": "the time or scope of a claim beside it, which holds it as its period",
    "reference": "volume, issue, pages or place of a work in the bibliography",
    "repeats": "says again what a claim at another place of the same sentence says",
    "table number": "the number of a table, chart or figure",
    "undetermined": "too vague, or not clear enough in the source, for one value",
    "unreadable": "garbled in the source",
    "window": "a stretch of time by which the author orders the text",
}


@dataclass(frozen=True)
class LeftOut:
    """A stretch of a source that stands outside the claims for a known reason."""

    source: str
    start: int
    end: int
    printed: str
    reason: str


def left_out_of(folder: Path) -> list[LeftOut]:
    """The rows of the fixture file; a Refusal names the row whose reason is unknown."""
    rows = [(row.line, LeftOut(**row.fields)) for row in rows_of(folder / FILE, SHAPE)]
    for line, entry in rows:
        if entry.reason not in REASONS:
            raise Refusal(
                f"{FILE}, line {line}: {quoted(entry.reason)} is no reason to leave a figure out.",
                remedy=f"Take one of: {', '.join(REASONS)}.",
            )
    return [entry for _, entry in rows]


def check_against(content: str, entries: list[LeftOut]) -> None:
    """Refuse entries that do not quote the content where they say that they stand."""
    for entry in entries:
        there = content[entry.start : entry.end]
        if there != entry.printed:
            raise Refusal(
                f"{FILE}: {entry.source} {entry.start}–{entry.end} holds {quoted(there)}, "
                f"not {quoted(entry.printed)}.",
                remedy="Correct the place or the wording.",
            )
