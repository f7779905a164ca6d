"""What is shown and what stands in the content differ; here each place finds the other."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from itertools import accumulate, pairwise

from apps.domain.layout.blocks import Block, Run, Table


def shown(content: str, block: Block) -> str:
    """Return the text a reader sees; a table's printed cells by tabs, rows by line ends."""
    return "".join(content[run.start : run.end] + run.glue for run in pieces(block))


def shown_offset(block: Block, offset: int) -> int:
    """
    Return the place in the shown text of a place in the content.

    A place in removed characters becomes the nearest shown place behind it. The place right
    behind a run stays with that run, so both ends of a passage can be asked for.
    """
    runs = pieces(block)
    at = bisect_right(runs, offset, key=lambda run: run.start) - 1
    if at < 0:
        return 0
    run, base = runs[at], bases_of(runs)[at]
    if offset <= run.end:
        return base + offset - run.start
    return base + run.end - run.start + (len(run.glue) if at + 1 < len(runs) else 0)


def content_offset(block: Block, offset: int) -> int:
    """Return the place in the content of a place in the shown text."""
    runs = pieces(block)
    if not runs:
        return block.start
    bases = bases_of(runs)
    at = max(bisect_right(bases, offset) - 1, 0)
    run = runs[at]
    return min(run.start + max(offset - bases[at], 0), run.end)


def shown_span(block: Block, start: int, end: int) -> tuple[int, int]:
    """Return the shown places of a passage; what it has in this block, (n, n) if nothing."""
    runs = pieces(block)
    at = bisect_right(runs, start, key=lambda run: run.start) - 1
    if 0 <= at < len(runs) - 1 and start >= runs[at].end:
        start = runs[at + 1].start
    first, last = shown_offset(block, start), shown_offset(block, end)
    before = bisect_right(runs, end, key=lambda run: run.start) - 1
    if before >= 0 and end > runs[before].end:
        last = shown_offset(block, runs[before].end)
    return first, max(first, last)


def content_span(block: Block, start: int, end: int) -> tuple[int, int]:
    """Return the places in the content of a stretch of the shown text."""
    first = content_offset(block, start)
    if end <= start:
        return first, first
    return first, max(first, min(content_offset(block, end - 1) + 1, block.end))


def block_at(blocks: Sequence[Block], offset: int) -> int | None:
    """
    Return the position of the block that shows the character at an offset.

    For a removed character it is the block of the nearest shown one behind it; None at the end.
    """
    nearest: tuple[int, int] | None = None
    for at, block in enumerate(blocks):
        if block.end <= offset:
            continue
        if nearest is not None and block.start >= nearest[0]:
            break
        runs = pieces(block)
        behind = bisect_right(runs, offset, key=lambda run: run.end)
        start = max(runs[behind].start, offset)
        if nearest is None or start < nearest[0]:
            nearest = start, at
    return None if nearest is None else nearest[1]


def pieces(block: Block) -> tuple[Run, ...]:
    """Return the runs of a block; a table has one per printed cell."""
    return block.runs if block.table is None else _cell_runs(block.table)


def _cell_runs(table: Table) -> tuple[Run, ...]:
    printed = [cell for cell in table.cells if cell.start < cell.end]
    last = Run(printed[-1].start, printed[-1].end)
    return (
        *(
            Run(cell.start, cell.end, "\t" if below.row == cell.row else "\n")
            for cell, below in pairwise(printed)
        ),
        last,
    )


def bases_of(runs: Sequence[Run]) -> list[int]:
    """Return where each run begins in the shown text."""
    lengths = (run.end - run.start + len(run.glue) for run in runs)
    return [0, *accumulate(lengths)][: len(runs)]
