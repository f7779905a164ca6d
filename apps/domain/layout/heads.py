"""The head of a printed table is drawn for the eye; here each column gets its words back."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations, pairwise

from apps.domain.layout.grids import Field, Grid

_PROOF_ROWS = 40  # rows below a head that show what its columns hold


@dataclass(frozen=True, slots=True)
class Head:
    """A head as printed: the field and the columns it stands over."""

    field: Field
    column: int
    span: int = 1


def head_row_numbers(grid: Grid) -> frozenset[int]:
    """Return the rows that name columns: at the top, and again where the table restarts."""
    found: set[int] = set()
    for top in (0, *grid.restarts):
        row = top
        while row < len(grid.rows) and _names_columns(grid, row, top):
            found.add(row)
            row += 1
    return frozenset(found)


def panel_columns(grid: Grid, head_rows: frozenset[int]) -> dict[int, int]:
    """
    Return, by row, the column whose field names the panel that begins there.

    A panel's name stands alone in its row: below the head, or in it, where the table has
    other panels of the same form further down ("Country | 2012-2016" over "Country | % | mln").
    """
    alone = {row: at for row in range(len(grid.rows)) if (at := _lonely(grid, row)) is not None}
    inner = {row: at for row, at in alone.items() if row not in head_rows and at > 0}
    if inner:
        heads = {row: at for row in head_rows if (at := _spanning(grid, row)) is not None}
        return inner | heads
    return _sections(grid, head_rows, alone)


def known_heads(grid: Grid) -> frozenset[str]:
    """Return the heads that stand in a field of their own, in small letters."""
    return frozenset(
        field.text.lower()
        for row in head_row_numbers(grid)
        for at, field in enumerate(grid.rows[row])
        if field.text and not _gap_behind(grid.rows[row], at, grid.used)
    )


def heads_in(grid: Grid, row: int, known: frozenset[str]) -> list[Head]:
    """Return the heads of one row, each over its own columns."""
    fields = grid.rows[row]
    if (step := _repeats(grid, row)) is not None:
        return [Head(fields[at], at) for at in range(step)]
    heads: list[Head] = []
    for at, field in enumerate(fields):
        if not field.text:
            continue
        gap = _gap_behind(fields, at, grid.used)
        clean = _without_ditto(fields, at) if gap else field
        doubtful = clean != field or (at == 0 and sum(bool(other.text) for other in fields) > 1)
        heads.extend(_spread(clean, at, gap, known, doubtful=doubtful))
    return heads


def column_texts(grid: Grid, rows: Sequence[int], known: frozenset[str]) -> list[list[str]]:
    """Return for each column the heads that apply to it, from the top down."""
    texts: list[list[str]] = [[] for _ in range(grid.width)]
    for row in rows:
        step = _repeats(grid, row)
        for head in heads_in(grid, row, known):
            columns = range(head.column, head.column + head.span)
            if step is not None:
                columns = range(head.column, grid.width, step)
            for column in columns:
                if head.field.text not in texts[column]:
                    texts[column].append(head.field.text)
    return texts


def _names_columns(grid: Grid, row: int, top: int) -> bool:
    fields = grid.rows[row]
    if not any(field.text for field in fields[1:]) or any(field.figure for field in fields):
        return False
    below = grid.rows[row + 1] if row + 1 < len(grid.rows) else ()
    if row == top:
        return not (_all_periods(fields[1:]) and _all_periods(below[1:]))
    above = grid.rows[row - 1]
    has_gap = any(not field.text for field in above[1:])
    figures_below = any(field.figure for field in below)
    return has_gap and figures_below and not (_lonely(grid, row) or 0) > 0


def _all_periods(fields: Sequence[Field]) -> bool:
    printed = [field for field in fields if field.text]
    return bool(printed) and all(field.period for field in printed)


def _lonely(grid: Grid, row: int) -> int | None:
    """Return the column of the only filled field of a row."""
    filled = [at for at, field in enumerate(grid.rows[row]) if field.text]
    return filled[0] if len(filled) == 1 and grid.width > 2 else None


def _spanning(grid: Grid, row: int) -> int | None:
    """Return the column of the only head that stands beside the stub's own."""
    filled = [at for at, field in enumerate(grid.rows[row]) if field.text and at > 0]
    return filled[0] if len(filled) == 1 and grid.width > 2 else None


def _sections(grid: Grid, head_rows: frozenset[int], alone: dict[int, int]) -> dict[int, int]:
    """Return rows that hold a first field only, if the body begins with one."""
    body = [row for row in range(len(grid.rows)) if row not in head_rows]
    if not body or not head_rows or body[0] not in alone:
        return {}
    return {row: at for row, at in alone.items() if row not in head_rows and at == 0}


def _gap_behind(fields: Sequence[Field], at: int, used: frozenset[int]) -> int:
    """Return how many columns with figures but without a head follow a head."""
    gap = 0
    while at + gap + 1 < len(fields) and not fields[at + gap + 1].text and at + gap + 1 in used:
        gap += 1
    return gap


def _repeats(grid: Grid, row: int) -> int | None:
    """
    Return the step in which a head repeats itself unprinted, if it does.

    "Year | Mln USD" over eight columns stands for four pairs if every second column holds
    periods as the first one does.
    """
    fields = grid.rows[row]
    step = sum(bool(field.text) for field in fields)
    if step < 2 or grid.width <= step or grid.width % step:
        return None
    if any(field.text for field in fields[step:]):
        return None
    body = [
        other
        for other in grid.rows[row + 1 : row + _PROOF_ROWS]
        if any(field.figure for field in other)
    ]
    stubs = [other[at] for other in body for at in range(0, grid.width, step)]
    return step if stubs and all(stub.period or not stub.text for stub in stubs) else None


def _without_ditto(fields: Sequence[Field], at: int) -> Field:
    """Return the field without the head of the column before, if it is printed again in it."""
    field = fields[at]
    before = fields[at - 1].text if at else ""
    if not before or not field.text.startswith(f"{before} "):
        return field
    rest = field.text[len(before) :].lstrip()
    return Field(rest, field.end - len(rest), field.end)


def _spread(
    field: Field, column: int, gap: int, known: frozenset[str], *, doubtful: bool
) -> Iterator[Head]:
    """Yield a head over its columns, or cut in pieces if heads have slipped into one field."""
    pieces = _best_cut(field, gap + 1, known) if gap else None
    if pieces is None or not (doubtful or all(piece.text.lower() in known for piece in pieces)):
        yield Head(field, column, gap + 1)
        return
    yield from (Head(piece, column + at) for at, piece in enumerate(pieces))


def _best_cut(field: Field, count: int, known: frozenset[str]) -> list[Field] | None:
    """Return the words of a field in `count` pieces, as many of them known heads as can be."""
    words = field.text.split()
    if not count <= len(words) <= 12:
        return None
    cuts = combinations(range(1, len(words)), count - 1)
    ways = [_pieces(field, words, (0, *cut, len(words))) for cut in cuts]
    return max(ways, key=lambda way: sum(piece.text.lower() in known for piece in way))


def _pieces(field: Field, words: Sequence[str], bounds: Sequence[int]) -> list[Field]:
    starts: list[int] = []
    at = 0
    for word in words:
        at = field.text.index(word, at)
        starts.append(at)
        at += len(word)
    pieces = []
    for first, last in pairwise(bounds):
        start, end = starts[first], starts[last - 1] + len(words[last - 1])
        pieces.append(Field(field.text[start:end], field.start + start, field.start + end))
    return pieces
