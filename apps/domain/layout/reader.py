"""Reading a layout goes from lines to drafts to blocks; this is the order of the steps."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from apps.domain.layout.blocks import Block, Table
from apps.domain.layout.calls import with_calls
from apps.domain.layout.captions import name_captions
from apps.domain.layout.drafts import Draft, without_lead
from apps.domain.layout.faces import addresses_in, emphasis_in, in_order
from apps.domain.layout.furniture import furniture
from apps.domain.layout.grids import Grid, grid_of, grid_spans, same_table, stacked
from apps.domain.layout.headings import name_headings
from apps.domain.layout.heads import known_heads
from apps.domain.layout.healing import healed
from apps.domain.layout.languages import language_of, main_language
from apps.domain.layout.levels import set_levels
from apps.domain.layout.lines import Line, chunks, split_lines
from apps.domain.layout.marks import visible_runs
from apps.domain.layout.notes import name_lists, name_references
from apps.domain.layout.openings import RULE
from apps.domain.layout.paragraphs import drafts_of_chunk
from apps.domain.layout.rulings import underlines, unquoted
from apps.domain.layout.setting import setting_of
from apps.domain.layout.tables import table_of
from apps.domain.layout.titles import name_titles
from apps.domain.layout.words import words_of

_Stretch = list[Line] | Grid


def read_layout(content: str) -> tuple[Block, ...]:
    """
    Return the blocks of a text in reading order, never changing or losing its wording.

    Any string is a text: what cannot be told apart stays a paragraph.
    """
    lines = _without_furniture(split_lines(content))
    stretches = list(_stretches(lines, content))
    prose = [stretch for stretch in stretches if not isinstance(stretch, Grid)]
    setting, words = setting_of(prose), words_of(lines)
    drafts = list(_tables(_stacked(stretches)))
    for at, chunk in enumerate(prose):
        drafts.extend(drafts_of_chunk(chunk, setting, words, first=at == 0))
    drafts.sort(key=lambda draft: draft.start)
    drafts = name_lists(name_captions(healed(drafts, setting, words)))
    drafts = name_references(set_levels(name_headings(name_titles(drafts))))
    return with_calls(content, tuple(_blocks(content, drafts)))


def _without_furniture(lines: Sequence[Line]) -> list[Line]:
    """Return the lines, those that hold no words of the text made blank."""
    gone = furniture(lines)
    kept: list[Line] = []
    for at, line in enumerate(lines):
        ruled = "\t" not in line.text and RULE.match(line.text)
        if ruled and kept and underlines(line.text, kept):
            kept[-1] = replace(kept[-1], underline=line.text[0])
        blank = at in gone or ruled
        kept.append(replace(line, text="", end=line.start) if blank else line)
    return unquoted(kept)


def _stretches(lines: Sequence[Line], content: str) -> Iterator[_Stretch]:
    """Yield chunks of prose and grids in order."""
    done = 0
    for start, end in grid_spans(lines, content):
        yield from chunks(lines[done:start])
        yield grid_of(lines[start:end], content)
        done = end
    yield from chunks(lines[done:])


def _stacked(stretches: Sequence[_Stretch]) -> Iterator[Grid]:
    """Yield the grids, those in one that follow each other as parts of one table."""
    parts: list[Grid] = []
    for stretch in stretches:
        grid = stretch if isinstance(stretch, Grid) else None
        if parts and (grid is None or not same_table(parts[0], grid)):
            yield stacked(parts)
            parts = []
        if grid is not None:
            parts.append(grid)
    if parts:
        yield stacked(parts)


def _tables(grids: Iterator[Grid]) -> Iterator[Draft]:
    listed = list(grids)
    known = frozenset(head for grid in listed for head in known_heads(grid))
    for grid in listed:
        yield Draft(runs=(), text="", kind="table", table=table_of(grid, known))


def _blocks(content: str, drafts: Sequence[Draft]) -> Iterator[Block]:
    """Yield the blocks of the drafts; one in which nothing is left to see gives none."""
    main = main_language(draft.text for draft in drafts)
    made = [_block(content, draft, main) for draft in drafts]
    kept = [at for at, block in enumerate(made) if block is not None]
    positions = {at: position for position, at in enumerate(kept)}
    for block in made:
        if block is not None:
            yield block if block.of is None else replace(block, of=positions[block.of])


def _block(content: str, draft: Draft, main: str) -> Block | None:
    if draft.table is not None:
        return _table_block(content, draft, draft.table, main)
    if draft.opening.mark == "hash" and draft.kind == "heading":
        draft = without_lead(draft)
    runs = visible_runs(draft.text, draft.runs)
    if not runs:
        return None
    return Block(
        kind=draft.kind,
        start=runs[0].start,
        end=runs[-1].end,
        runs=runs,
        level=draft.level,
        lang=language_of(draft.text, main),
        outside=draft.outside,
        label=draft.label,
        of=draft.of,
        styles=in_order(
            (*emphasis_in(draft.text, draft.runs, draft.kind), *addresses_in(content, runs))
        ),
    )


def _table_block(content: str, draft: Draft, table: Table, main: str) -> Block:
    printed = [cell for cell in table.cells if cell.start < cell.end]
    words = " ".join(content[cell.start : cell.end] for cell in printed)
    return Block(
        kind=draft.kind,
        start=printed[0].start,
        end=printed[-1].end,
        runs=(),
        lang=language_of(words, main),
        outside=draft.outside,
        label=draft.label,
        table=table,
    )
