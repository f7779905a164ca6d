"""How much of a text its claims and mentions take up: every figure and name, or which not."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from apps.domain.layout import Block, removed

Span = tuple[int, int]

CLAIM, MENTION, LEFT_OUT, ADJECTIVE = "claim", "mention", "left out", "adjective"
FIGURE = re.compile(r"\d+(?:[.,]\d+)*")
WORD = re.compile(r"[^\W\d_](?:(?![’']s\b)[\w’'-])*(?<=\w)")
HEADING_NUMBER = re.compile(r"\d+(?:\.\d+)*(?=[.)]?\s)")
SENTENCE_END = re.compile(r"(?:^|[.?!:•*#>\n])[\s\"“”‘*(-]*$")
LOOK_BACK = 12
TIMES = frozenset(
    "January February March April May June July August September October November December "
    "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()
)
BESIDE_THE_TEXT = {"page furniture": "page furniture", "number": "list number"}


@dataclass(frozen=True)
class Token:
    """A figure or a name where it stands."""

    start: int
    end: int
    line: int
    printed: str


@dataclass(frozen=True)
class Taken:
    """How many figures or names there are, what takes them up, and which are open."""

    by: Counter[str]
    open: list[Token]

    @property
    def total(self) -> int:
        """All of them."""
        return self.by.total() + len(self.open)

    @property
    def share(self) -> float:
        """Per cent that are taken up."""
        return 100 * self.by.total() / self.total if self.total else 100.0

    @property
    def most_frequent(self) -> list[tuple[str, int]]:
        """The open ones by how often they stand in the text."""
        return Counter(token.printed for token in self.open).most_common()


@dataclass(frozen=True)
class Coverage:
    """What is taken up of one text."""

    figures: Taken
    names: Taken


def coverage_of(
    content: str,
    layout: Sequence[Block],
    *,
    claims: Iterable[Span],
    mentions: Iterable[Span],
    left_out: Iterable[Span],
    adjectives: Collection[str] = (),
) -> Coverage:
    """Tell for each figure and each capitalised name what takes it up, if anything does.

    Adjectives, as "Ruritanian", belong to an entity without naming it.
    """
    beside = list(_known_to_layout(content, layout))
    figures = _shaded(
        content, [(LEFT_OUT, left_out), (MENTION, mentions), (CLAIM, claims), *beside]
    )
    of_peoples = [span for span, word in _words(content) if set(word.split("-")) <= {*adjectives}]
    names = _shaded(
        content, [(ADJECTIVE, of_peoples), (LEFT_OUT, left_out), (MENTION, mentions), *beside]
    )
    numbers = [match.span() for match in FIGURE.finditer(content)]
    return Coverage(
        _taken(content, figures, numbers), _taken(content, names, _joined(content, names))
    )


def _shaded(content: str, layers: Iterable[tuple[str, Iterable[Span]]]) -> list[str]:
    """For each character what takes it up; a later layer lies over an earlier one."""
    shade = [""] * len(content)
    for label, spans in layers:
        for start, end in spans:
            shade[start:end] = [label] * (end - start)
    return shade


def _known_to_layout(content: str, layout: Sequence[Block]) -> Iterator[tuple[str, list[Span]]]:
    """Stretches whose figures are no figures of the source, by what they are."""
    for reason, label in BESIDE_THE_TEXT.items():
        yield label, [(start, end) for start, end, why in removed(content, layout) if why == reason]
    for label, blocks in (
        ("reference", [block for block in layout if block.kind == "reference"]),
        ("not part of this source", [block for block in layout if block.outside]),
    ):
        yield label, [(block.start, block.end) for block in blocks]
    yield "list number", list(_heading_numbers(content, layout))
    yield "table number", list(_table_numbers(content, layout))
    yield "table head", list(_table_heads(layout))


def _heading_numbers(content: str, layout: Sequence[Block]) -> Iterator[Span]:
    for block in layout:
        if block.kind == "heading" and (
            found := HEADING_NUMBER.match(content, block.runs[0].start)
        ):
            yield found.span()


def _table_numbers(content: str, layout: Sequence[Block]) -> Iterator[Span]:
    for label in {block.label for block in layout if block.kind == "caption" and block.label}:
        yield from (found.span() for found in re.finditer(rf"{re.escape(label)}\b", content))


def _table_heads(layout: Sequence[Block]) -> Iterator[Span]:
    for block in layout:
        for cell in block.table.cells if block.table else ():
            if cell.role in ("head", "row_head"):
                yield cell.start, cell.end


def _taken(content: str, shade: Sequence[str], spans: Iterable[Span]) -> Taken:
    """Count by what takes each stretch up; open is what has a letter or digit left over."""
    by: Counter[str] = Counter()
    left: list[Token] = []
    for start, end in spans:
        inked = [at for at in range(start, end) if content[at].isalnum()]
        if all(shade[at] for at in inked):
            by[shade[inked[0]]] += 1
        else:
            printed = " ".join(content[start:end].split())
            left.append(Token(start, end, content.count("\n", 0, start) + 1, printed))
    return Taken(by, left)


def _joined(content: str, shade: Sequence[str]) -> Iterator[Span]:
    """Names of several words that nothing takes up, as one; the others word by word."""
    chain: list[Span] = []
    for start, end in _names(content):
        is_open = not all(shade[start:end])
        if chain and (not is_open or content[chain[-1][1] : start].strip(" \n")):
            yield chain[0][0], chain[-1][1]
            chain = []
        if is_open:
            chain.append((start, end))
        else:
            yield start, end
    if chain:
        yield chain[0][0], chain[-1][1]


def _names(content: str) -> Iterator[Span]:
    """Words with a capital that never stand without; a first word only if it is one elsewhere."""
    words = list(_words(content))
    low = {word for _, word in words if word[0].islower()}
    capital = [(span, word) for span, word in words if _could_name(word, low)]
    places = groupby(capital, key=lambda found: _opens_sentence(content, found[0][0]))
    inside = {word for opens, found in places if not opens for _, word in found}
    yield from (span for span, word in capital if word in inside)


def _words(content: str) -> Iterator[tuple[Span, str]]:
    yield from ((match.span(), match[0]) for match in WORD.finditer(content))


def _could_name(word: str, low: set[str]) -> bool:
    return word[0].isupper() and word.lower() not in low and word not in TIMES and len(word) > 1


def _opens_sentence(content: str, start: int) -> bool:
    return SENTENCE_END.search(content[max(start - LOOK_BACK, 0) : start]) is not None
