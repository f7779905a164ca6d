"""Fills in the form for a passage: its value as it is read, and what it is likely about."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from apps.accounts.models import User
from apps.claims.likely import likely
from apps.claims.neighbours import Guess, Spot, guess, spot_of
from apps.claims.surroundings import Surroundings
from apps.claims.wording import on_one_line
from apps.domain.grammar import Suggestion, suggest
from apps.domain.references import calls_in
from apps.domain.units import UNITS
from apps.entities.recognising import known_names
from apps.reading.stretches import Stretch
from apps.reading.suggestions import suggestions_around
from apps.sources.models import Block

SENTENCE_OVER = re.compile(r"[.!?…;]\s+(?=[^\W\d_a-z]|[0-9])")
READ_AS_VALUES = ("quantity", "date")


@dataclass(frozen=True)
class Filled:
    """The fields of a claim as they are proposed to the person who enters it."""

    measure: str = ""
    subject: str = ""
    roles: Mapping[str, str] = field(default_factory=dict)
    period: str = ""
    reading: str = ""
    unit: str = ""
    basis: str = ""
    status: str = ""
    attribution: str = ""


def value_in(stretch: Stretch) -> Suggestion | None:
    """The figure or date that the stretch holds, or lies in; of several the longest part."""
    spot = spot_of(stretch.text, stretch.start, stretch.end)
    found = []
    if spot.block is not None:
        found = list(_overlapping(stretch, suggestions_around(stretch.text, spot.block)))
    if not found:
        found = list(_values(suggest(stretch.quote)))
    return max(found, key=lambda one: _shared(stretch, one), default=None)


def filled_in(stretch: Stretch, by: User) -> Filled:
    """All that can be proposed for a claim at this place."""
    value = value_in(stretch)
    spot = spot_of(stretch.text, stretch.start, stretch.end)
    kind = value.kind if value is not None else "quantity"
    unit = value.unit if value is not None else ""
    if spot.cell is None and spot.block is not None and value is not None:
        return _put_together(likely(surroundings_of(stretch, spot.block, value)), value, unit)
    known = guess(
        text=stretch.text, spot=spot, kind=kind, unit=unit, named=_named(stretch, spot), by=by
    )
    return _put_together(known, value, unit)


def surroundings_of(stretch: Stretch, block: Block, value: Suggestion) -> Surroundings:
    """The words around a stretch: right beside it, of its sentence, of its paragraph."""
    content = stretch.text.content or ""
    ends = SENTENCE_OVER.finditer(content, block.start, block.end)
    over = [block.start, block.end, *(match.end() for match in ends)]
    first = max(at for at in over if at <= stretch.start)
    last = min(at for at in over if at >= stretch.end)
    words = (
        content[first : stretch.start],
        content[stretch.end : last],
        content[block.start : block.end],
    )
    before, after, paragraph = map(on_one_line, words)
    if value.kind == "quantity":  # dates may be those of the works that are cited
        before, after, paragraph = map(_uncited, (before, after, paragraph))
    return Surroundings(
        text=stretch.text,
        start=stretch.start,
        before=before,
        quote=stretch.shown,
        after=after,
        paragraph=paragraph,
        value=value,
    )


def _uncited(words: str) -> str:
    """The words without the works that they cite in brackets: whom they name tells nothing."""
    kept, at = [], 0
    for call in calls_in(words):
        if call.shape[0] in "([":
            kept.append(words[at : call.start])
            at = call.end
    return "".join((*kept, words[at:]))


def _put_together(known: Guess, value: Suggestion | None, unit: str) -> Filled:
    reading = "" if value is None else value.period if value.kind == "date" else value.reading
    period = value.period if value is not None and value.kind == "quantity" else ""
    is_known_unit = unit in UNITS and unit != ""
    return Filled(
        measure=known.measure,
        subject=known.subject,
        roles=known.roles,
        period=(period or known.period) if known.has_period else "",
        reading=reading,
        unit=unit if is_known_unit and unit != "count" else known.unit or unit,
        basis=known.basis,
        status=known.status,
        attribution=known.attribution,
    )


def _overlapping(stretch: Stretch, among: Iterable[Suggestion]) -> Iterable[Suggestion]:
    return (one for one in _values(among) if one.start < stretch.end and stretch.start < one.end)


def _values(among: Iterable[Suggestion]) -> Iterable[Suggestion]:
    return (one for one in among if one.kind in READ_AS_VALUES)


def _shared(stretch: Stretch, one: Suggestion) -> int:
    """How many characters of the stretch it takes; all of what was read in the quote alone."""
    shared = min(stretch.end, one.end) - max(stretch.start, one.start)
    return shared if shared > 0 else one.end - one.start


def _named(stretch: Stretch, spot: Spot) -> dict[str, str]:
    """The entities that heads of this table name."""
    if spot.cell is None:
        return {}
    known = known_names()
    cells = spot.cell.block.cells.values_list("row_path", "column_path")
    heads = {head for paths in cells for path in paths for head in path}
    return {head: slug for head in heads if (slug := known(head))}
