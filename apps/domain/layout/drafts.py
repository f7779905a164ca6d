"""Between lines and blocks stand drafts: stretches that belong together, not yet named."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from apps.domain.layout.blocks import Kind, Run, Table
from apps.domain.layout.lines import Line
from apps.domain.layout.openings import NOTHING, Opening
from apps.domain.layout.seams import Seam, seam
from apps.domain.layout.sentences import finished, word_count
from apps.domain.layout.words import Words

_TITLE_WORDS = 25
_TITLE_LENGTH = 220


@dataclass(frozen=True, slots=True)
class Draft:
    """`text` is what the runs show before escapes and emphasis marks are taken out."""

    runs: tuple[Run, ...]
    text: str
    kind: Kind = "paragraph"
    opening: Opening = NOTHING
    flows: bool = False
    level: int = 0
    label: str = ""
    table: Table | None = None
    of: int | None = None
    outside: bool = False

    @property
    def start(self) -> int:
        return min(cell.start for cell in self.table.cells) if self.table else self.runs[0].start

    @property
    def finished(self) -> bool:
        return finished(self.text)

    @property
    def prose(self) -> bool:
        """True for text that nothing but its words can name."""
        return self.kind == "paragraph" and self.opening.mark == ""

    @property
    def stanza(self) -> bool:
        """True if the ends of its lines are kept."""
        return "\n" in self.text

    @property
    def short(self) -> bool:
        """True if it could be a title: a few words that end in no full stop."""
        return (
            len(self.text) <= _TITLE_LENGTH
            and word_count(self.text) <= _TITLE_WORDS
            and self.text[-1:] not in ".,;:"
            and not self.stanza
        )


def draft_of(lines: Sequence[Line], opening: Opening, words: Words) -> Draft:
    """Return one draft for lines that belong together, their seams closed."""
    pieces = [
        Draft(
            runs=(Run(line.start, line.end),),
            text=line.text,
            flows=line.flows,
            opening=NOTHING if at else opening,
        )
        for at, line in enumerate(lines)
    ]
    return joined(pieces, words)


def stanza_of(lines: Sequence[Line]) -> Draft:
    """Return one draft for lines that belong together, their ends kept."""
    *inner, last = lines
    runs = [Run(line.start, line.end, "\n") for line in inner]
    return Draft(
        runs=(*runs, Run(last.start, last.end)),
        text="\n".join(line.text for line in lines),
        flows=last.flows,
    )


def joined(pieces: Sequence[Draft], words: Words) -> Draft:
    """Return one draft for pieces that follow each other in one sentence or entry."""
    if len(pieces) == 1:
        return pieces[0]
    runs: list[Run] = []
    texts: list[str] = []
    for piece in pieces:
        if runs:
            close(runs, texts, seam(texts[-1], piece.text, words))
        runs.extend(piece.runs)
        texts.append(piece.text)
    first, last = pieces[0], pieces[-1]
    return replace(first, runs=tuple(runs), text="".join(texts), flows=last.flows)


def close(runs: list[Run], texts: list[str], how: Seam) -> None:
    """Shorten the last run by what the seam cuts away and set its glue."""
    last = runs[-1]
    runs[-1] = Run(last.start, last.end - how.cut, how.glue)
    texts[-1] = texts[-1][: len(texts[-1]) - how.cut] + how.glue


def without_lead(draft: Draft) -> Draft:
    """Return the draft without the bullet, number or heading mark that opens it."""
    lead = draft.opening.lead
    if not lead:
        return draft
    first = draft.runs[0]
    opened = Run(first.start + lead, first.end, first.glue)
    return replace(draft, runs=(opened, *draft.runs[1:]), text=draft.text[lead:])
