"""Reads a whole text for what it may say: the one way into the grammar."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from apps.domain.grammar.amount import Amount, Reading, read_amount
from apps.domain.grammar.amounts import amounts_in
from apps.domain.grammar.aside import aside_in, cited_names, figures_of_a_work
from apps.domain.grammar.cells import CellReading, cells_of
from apps.domain.grammar.legible import legible
from apps.domain.grammar.names import names_in
from apps.domain.grammar.nearness import nearest_times
from apps.domain.grammar.related import Calendar, related_in
from apps.domain.grammar.shapes import Kind, Suggestion, Taken
from apps.domain.grammar.times import When, times_in
from apps.domain.grammar.words import Evidence, Word, is_titled, known_in, words_of
from apps.domain.layout import Block, content_span, read_layout, shown, shown_span
from apps.domain.references import calls_in

Known = Callable[[str], str]
_FEWEST_CITATIONS = 3
_READ = frozenset({"paragraph", "list_item", "heading", "caption", "footnote", "origin"})


@dataclass(slots=True)
class _Prose:
    """A block's words with what was read in them so far."""

    block: Block
    text: str
    words: list[Word]
    taken: Taken
    times: list[When] = field(default_factory=list)
    amounts: list[Amount] = field(default_factory=list)


def suggest(
    content: str, *, blocks: Sequence[Block] | None = None, known: Known | None = None
) -> tuple[Suggestion, ...]:
    """
    What can be read in a text, in reading order; any string is a text.

    `known` gives the slug of the entity that a name is known for, or nothing.
    """
    laid = read_layout(content) if blocks is None else blocks
    reading = _Reading(content, laid, known or _nobody)
    found = sorted(reading.everything(), key=lambda one: (one.start, -one.end, one.kind))
    return tuple(_apart(found))


def _apart(found: Iterable[Suggestion]) -> Iterator[Suggestion]:
    """Without those that share words with the one before; tables hold others."""
    end = 0
    for one in found:
        if one.kind == "table":
            yield one
        elif one.start >= end:
            yield one
            end = one.end


def _nobody(name: str) -> str:
    return ""


class _Reading:
    """One text while it is read; what its words show is gathered before names are looked for."""

    def __init__(self, content: str, blocks: Sequence[Block], known: Known) -> None:
        self.content = content
        self.blocks = blocks
        self.known = known
        self.evidence = Evidence()
        self.calendar = Calendar()
        self.cites = self._cites()

    def everything(self) -> Iterator[Suggestion]:
        read = [block for block in self.blocks if not block.outside]
        prose = [self._prose(block) for block in read if block.kind in _READ]
        tables = [(b, list(self._cells(b))) for b in read if b.table is not None]
        for one in prose:
            if one.block.kind not in ("heading",):
                self.evidence.note(one.words)
        for one in sorted(prose, key=lambda one: one.block.kind == "heading"):
            yield from self._said(one)
        for block, cells in tables:
            yield Suggestion(block.start, block.end, "table", reading=block.label)
            for cell in cells:
                yield from self._cell(cell, block)

    def _cites(self) -> bool:
        """Whether the text cites others, so that a name and a year in brackets are a citation."""
        if any(block.kind == "reference" for block in self.blocks):
            return True
        paragraphs = (shown(self.content, b) for b in self.blocks if b.kind in _READ)
        return sum(len(list(calls_in(words))) for words in paragraphs) >= _FEWEST_CITATIONS

    def _prose(self, block: Block) -> _Prose:
        text = legible(shown(self.content, block))
        taken = Taken(len(text))
        for start, end in aside_in(text, is_heading=block.kind == "heading", cites=self.cites):
            taken.add(start, end)
        for start, end in figures_of_a_work(text, block.kind):
            taken.add(start, end)
        for style in block.styles:
            if style.face in ("note_call", "address"):
                taken.add(*shown_span(block, style.start, style.end))
        one = _Prose(block, text, words_of(text), taken)
        calendar = Calendar() if block.kind == "caption" else self.calendar
        one.times = list(times_in(text, taken, calendar))
        for start, end in (*((when.start, when.end) for when in one.times), *related_in(text)):
            taken.add(start, end)
        one.amounts = sorted(amounts_in(text, taken), key=lambda amount: amount.start)
        for amount in one.amounts:
            taken.add(amount.start, amount.end)
        return one

    def _said(self, one: _Prose) -> Iterator[Suggestion]:
        for when in one.times:
            yield self._placed(one.block, when.start, when.end, kind="date", period=when.edtf)
        periods = nearest_times(one.text, one.times, one.amounts)
        for amount, period in zip(one.amounts, periods, strict=True):
            yield from self._quantity(one.block, amount, period)
        if one.block.kind == "heading" and is_titled(one.words):
            spans = known_in(one.words, self.evidence.names)
        else:
            english = one.block.lang == "en"
            spans = names_in(one.text, one.words, one.taken, self.evidence, is_english=english)
        free = [span for span in spans if one.taken.is_free(*span)]
        for start, end in (*free, *cited_names(one.text, cites=self.cites)):
            name = one.text[start:end]
            self.evidence.names.add(name.lower())
            yield self._placed(one.block, start, end, kind="mention", entity=self.known(name))

    def _quantity(self, block: Block, amount: Amount, period: str) -> Iterator[Suggestion]:
        read = read_amount(amount)
        if read is not None:
            yield _quantity(content_span(block, amount.start, amount.end), amount, read, period)

    def _placed(
        self, block: Block, start: int, end: int, *, kind: Kind, period: str = "", entity: str = ""
    ) -> Suggestion:
        return Suggestion(*content_span(block, start, end), kind, period=period, entity=entity)

    def _cells(self, block: Block) -> Iterator[CellReading]:
        assert block.table is not None
        at = next(i for i, one in enumerate(self.blocks) if one is block)
        captions = [one for one in self.blocks if one.kind == "caption" and one.of == at]
        caption = " ".join(shown(self.content, one) for one in captions)
        yield from cells_of(self.content, block.table, caption)

    def _cell(self, cell: CellReading, block: Block) -> Iterator[Suggestion]:
        base, taken = cell.cell.start, Taken(len(cell.text))
        for when in cell.times:
            taken.add(when.start, when.end)
            yield Suggestion(base + when.start, base + when.end, "date", period=when.edtf)
        for amount in cell.amounts:
            taken.add(amount.start, amount.end)
            read = read_amount(amount)
            if read is not None:
                place = base + amount.start, base + amount.end
                yield _quantity(place, amount, read, cell.period)
        words = words_of(cell.text)
        english = block.lang == "en"
        for start, end in names_in(cell.text, words, taken, self.evidence, is_english=english):
            name = cell.text[start:end]
            yield Suggestion(base + start, base + end, "mention", entity=self.known(name))


def _quantity(place: tuple[int, int], amount: Amount, read: Reading, period: str) -> Suggestion:
    return Suggestion(
        *place,
        "quantity",
        reading=read.reading,
        low=read.low,
        high=read.high,
        unit=read.unit,
        per=amount.per,
        approximation=read.approximation,
        period=period,
    )
