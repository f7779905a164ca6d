"""Makes claims of the cells of a table: a line for each, with what is wrong with it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from apps.accounts.models import User
from apps.claims.drafts import ClaimDraft
from apps.claims.models import Evidence, Measure
from apps.claims.terms import derive, read_figure
from apps.claims.wording import span_in_words, understood
from apps.contradictions.trying import Trial, tried
from apps.domain.refusals import Refusal
from apps.reading.claim_entry import entity_meant, free_keys, role_meant
from apps.reading.table_choices import (
    PERIOD,
    SUBJECT,
    Choices,
    Grid,
    choices_of,
    head_of,
    row_head,
)
from apps.sources.models import Cell


@dataclass(frozen=True)
class Line:
    """One cell as a claim: what is typed in its boxes, and what is wrong or would follow."""

    cell: Cell
    measure: Measure
    printed: str
    reading: str
    period: str
    draft: ClaimDraft | None
    means: str = ""
    problem: str = ""
    is_there: bool = False
    is_chosen: bool = True
    trial: Trial | None = None

    @property
    def row(self) -> str:
        """What heads its row."""
        return row_head(self.cell)

    @property
    def head(self) -> str:
        """What heads its column."""
        return head_of(self.cell)


def lines_of(grid: Grid, choices: Choices, typed: Mapping[str, str]) -> list[Line]:
    """A line for each cell whose column has a measure."""
    measures = {column.head: column for column in choices.columns if column.measure}
    there = _claimed(grid)
    lines = []
    for cell in grid.cells:
        column = measures.get(head_of(cell))
        if column is not None and column.measure is not None:
            line = _line(grid, cell, choices, typed)
            is_there = (cell.pk, column.measure.pk) in there
            was_asked = "count" in typed
            is_chosen = f"take-{cell.pk}" in typed if was_asked else not (is_there or line.problem)
            lines.append(replace(line, is_there=is_there, is_chosen=is_chosen))
    return lines


def with_trials(lines: Sequence[Line], by: User) -> list[Line]:
    """The lines with what the chosen ones would contradict and agree with, entered together."""
    chosen = [line for line in lines if line.is_chosen and line.draft is not None]
    drafts = with_free_keys(line.draft for line in chosen if line.draft is not None)
    trials = dict(zip((line.cell.pk for line in chosen), tried(drafts=drafts, by=by), strict=True))
    return [replace(line, trial=trials.get(line.cell.pk)) for line in lines]


def chosen_drafts(lines: Iterable[Line]) -> list[ClaimDraft]:
    """The claims to enter; a Refusal names a chosen line that is none."""
    drafts = []
    for line in lines:
        if not line.is_chosen:
            continue
        if line.draft is None:
            raise Refusal(
                f"{line.row}, {line.head}: {line.problem}",
                remedy="Nothing was stored. Mend it, or leave that cell out.",
            )
        drafts.append(line.draft)
    if not drafts:
        raise Refusal("No cell is chosen.", remedy="Tick at least one.")
    return drafts


def _line(grid: Grid, cell: Cell, choices: Choices, typed: Mapping[str, str]) -> Line:
    column = next(one for one in choices.columns if one.head == head_of(cell))
    assert column.measure is not None
    one = grid.read.get(cell.pk)
    likely = "" if one is None else one.period if one.kind == "date" else one.reading
    found = one.period if one is not None and one.kind == "quantity" else ""
    reading = " ".join(typed.get(f"reading-{cell.pk}", likely).split())
    period = " ".join(typed.get(f"period-{cell.pk}", found or choices.period).split())
    printed = (grid.text.content or "")[cell.start : cell.end]
    line = Line(cell, column.measure, printed, reading, period, draft=None)
    try:
        draft = _draft(grid, choices, line, column.unit)
        means = _means(draft, column.measure)
    except Refusal as refusal:
        return replace(line, problem=str(refusal))
    return replace(line, draft=draft, means=means)


def _draft(grid: Grid, choices: Choices, line: Line, unit: str) -> ClaimDraft:
    measure, cell, source = line.measure, line.cell, grid.text.source.slug
    about = grid.named.get(line.row) or line.row
    subject = about if choices.rows == SUBJECT else choices.subject
    words = {**choices.roles, **({choices.rows: about} if choices.rows in measure.slots else {})}
    if choices.rows == PERIOD and not line.period:
        raise Refusal(f"No period is read in “{line.row}”.", remedy="Write it.")
    roles = {slot: role_meant(measure, slot, words.get(slot, "")) for slot in measure.slots}
    return ClaimDraft(
        key=f"{source}.{measure.slug}-{cell.start}",
        source=source,
        measure=measure.slug,
        subject=entity_meant("subject", subject),
        printed=line.printed,
        reading=line.reading,
        start=cell.start,
        end=cell.end,
        roles={slot: value for slot, value in roles.items() if value},
        period=line.period,
        unit=unit,
        basis=choices.basis,
        status=choices.status,
    )


def _means(draft: ClaimDraft, measure: Measure) -> str:
    """How the cell is understood; refuses what cannot be."""
    derive(draft, measure, {})
    quantity = read_figure(draft.reading, measure)
    if quantity is None:
        return draft.reading
    return span_in_words(understood(quantity), draft.unit)


def _claimed(grid: Grid) -> set[tuple[int, int]]:
    """Cells with the measures of the claims that they carry already."""
    places = {(cell.start, cell.end): cell.pk for cell in grid.cells}
    there = (
        Evidence.objects.printing()
        .filter(passage__text=grid.text)
        .exclude(claim__review="rejected")
    )
    rows = there.values_list("passage__start", "passage__end", "claim__measure")
    return {(places[s, e], measure) for s, e, measure in rows if (s, e) in places}


def with_free_keys(drafts: Iterable[ClaimDraft]) -> list[ClaimDraft]:
    """The drafts under keys that nobody has yet."""
    wished = list(drafts)
    keys = free_keys([draft.key for draft in wished])
    return [replace(draft, key=key) for draft, key in zip(wished, keys, strict=True)]


def table_lines(grid: Grid, typed: Mapping[str, str], by: User) -> tuple[Choices, list[Line]]:
    """What is chosen, and the lines that follow."""
    choices = choices_of(grid, typed, by)
    return choices, lines_of(grid, choices, typed)
