"""Composes all of a reader's page that is the same for everybody, and keeps it until it changes."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import NamedTuple

from django.template.loader import render_to_string
from django.utils.safestring import SafeString

from apps.domain.refusals import Refusal
from apps.reading.apparatus import Apparatus
from apps.reading.cards import Card
from apps.reading.density import density
from apps.reading.flow import table_name
from apps.reading.frame import Frame, Row, frame_of
from apps.reading.groups import Line
from apps.reading.keeping import Shelf
from apps.reading.layers import load_layers
from apps.reading.marks import Shown
from apps.reading.outline import Place, outline
from apps.reading.parts import Extent, extent_from, extents
from apps.reading.rows import set_rows
from apps.reading.sight import Sight
from apps.reading.survey import Claimed, Survey, survey
from apps.reading.typesetting import PAGE_LANGUAGE
from apps.reading.versions import Stamp, stamp
from apps.sources.models import Block, Text

IN_OUTLINE = ("heading", "table")


class Asked(NamedTuple):
    """Which part of a text is asked for: the first one, unless something else is said.

    `begin`, `to` and `cards` are positions of blocks: the first one, the last one, and the one
    in whose row each mark has its card on the page. `at` is an offset that has to be shown.
    """

    begin: int | None = None
    to: int | None = None
    at: int | None = None
    cards: int | None = None


FIRST_PART = Asked()


@dataclass(frozen=True)
class Edition:
    """A part of a text as it is set for one audience, with the counts of all that is on it.

    `before` and `after` are the blocks with which the parts around it begin, `above` the last
    row of the one before; `as_of` is the horizon from which on changes are news to its page.
    """

    flow: SafeString
    outline: SafeString
    density: SafeString
    survey: Survey
    before: int | None
    after: int | None
    above: int | None
    as_of: str


def edition_of(sight: Sight, asked: Asked = FIRST_PART) -> Edition:
    """The part that is asked for, as it is kept or newly composed."""
    now = stamp()
    key = (sight.key, asked, now)
    kept = _editions.get(key)
    return kept or _editions.keep(key, _compose(sight, asked, now))


def cards_of(sight: Sight, position: int) -> tuple[Card, ...]:
    """The cards of all marks in the row of this block."""
    frame = frame_of(sight.text)
    row = _row(frame, position)
    apparatus = _apparatus(sight, frame, [row], is_whole=True)
    return apparatus.for_row(row, [(row.start, row.end)]).cards


def rows_at(sight: Sight, places: Iterable[tuple[int, int]]) -> dict[int, SafeString]:
    """The rows in which these stretches stand, by their first blocks, as pages show them now."""
    frame = frame_of(sight.text)
    if not frame.rows:
        return {}
    ends = {offset for start, end in places for offset in (start, end - 1)}
    rows = sorted({frame.row_at(offset).number for offset in ends})
    html = _set(sight, frame, [frame.rows[number] for number in rows], is_whole=False)
    return {frame.rows[number].position: html[number] for number in rows}


def _compose(sight: Sight, asked: Asked, now: Stamp) -> Edition:
    frame = frame_of(sight.text)
    counts = survey(sight, frame, now)
    extent = _extent(frame, counts, asked)
    begins = [part.first for part in extents(frame.rows, counts.marks_of_rows)]
    before = max((first for first in begins if first < extent.first), default=None)
    return Edition(
        flow=_flow(sight, frame, extent, asked.cards),
        outline=_outline(sight, frame, extent, counts.claimed),
        density=_density(sight.text, counts),
        survey=counts,
        before=None if before is None else frame.rows[before].position,
        after=frame.rows[extent.end].position if extent.end < len(frame.rows) else None,
        above=None if before is None else frame.rows[extent.first - 1].position,
        as_of=now.horizon,
    )


def _extent(frame: Frame, counts: Survey, asked: Asked) -> Extent:
    marks = counts.marks_of_rows
    if asked.begin is not None:
        extent = extent_from(frame.rows, marks, _row(frame, asked.begin).number)
        last = extent.end if asked.to is None else _row(frame, asked.to).number + 1
        return Extent(extent.first, max(extent.first + 1, min(extent.end, last)))
    wanted = 0
    if asked.cards is not None:
        wanted = _row(frame, asked.cards).number
    elif asked.at is not None and frame.rows:
        wanted = frame.row_at(asked.at).number
    parts = extents(frame.rows, marks)
    return next((part for part in parts if wanted < part.end), Extent(0, 0))


def _row(frame: Frame, position: int) -> Row:
    row = frame.row_of(position)
    if row is None:
        raise Refusal(
            f"This text has no block {position}.", remedy="Open the source from its beginning."
        )
    return row


def _flow(sight: Sight, frame: Frame, extent: Extent, cards: int | None) -> SafeString:
    rows = frame.rows[extent.first : extent.end]
    html = _set(sight, frame, rows, is_whole=False)
    if cards is not None:
        html = {**html, **_set(sight, frame, [_row(frame, cards)], is_whole=True)}
    stretches = [
        (is_outside, [html[row.number] for row in together])
        for is_outside, together in groupby(rows, key=lambda row: row.is_outside)
    ]
    return render_to_string("reading/parts/flow.html", {"stretches": stretches})


def _set(
    sight: Sight, frame: Frame, rows: Sequence[Row], *, is_whole: bool
) -> dict[int, SafeString]:
    if not rows:
        return {}
    apparatus = _apparatus(sight, frame, rows, is_whole=is_whole)
    return set_rows(sight.text, frame, rows, apparatus)


def _apparatus(sight: Sight, frame: Frame, rows: Sequence[Row], *, is_whole: bool) -> Apparatus:
    layers = load_layers(sight, _stretches(rows), is_whole=is_whole)
    return Apparatus(layers, frame, is_whole=is_whole, query=sight.query)


def _stretches(rows: Sequence[Row]) -> list[tuple[int, int]]:
    """From where to where the rows go; those that follow on each other go together."""
    runs = groupby(enumerate(rows), key=lambda placed: placed[1].number - placed[0])
    together = [[row for _, row in run] for _, run in runs]
    return [(min(row.start for row in run), max(row.end for row in run)) for run in together]


def _outline(sight: Sight, frame: Frame, extent: Extent, claimed: Claimed) -> SafeString:
    key = (frame.version, sight.query, extent, claimed)
    return _outlines.get(key) or _outlines.keep(key, _set_outline(sight, frame, extent, claimed))


def _set_outline(sight: Sight, frame: Frame, extent: Extent, claimed: Claimed) -> SafeString:
    lines = [line for line in frame.lines if line.kind in IN_OUTLINE and not line.is_outside]
    words = _words(sight.text, lines)
    places = [
        Place(
            start=line.start,
            end=line.end,
            address=_address(sight, frame, extent, line),
            words=table_name(line) if line.kind == "table" else words[line.pk],
            level=line.level,
            is_table=line.kind == "table",
            lang="" if line.lang == PAGE_LANGUAGE else line.lang,
        )
        for line in lines
    ]
    entries = outline(places, claimed.evidence, claimed.disputes)
    return render_to_string("reading/parts/outline.html", {"entries": entries})


def _words(text: Text, lines: Iterable[Line]) -> Mapping[int, str]:
    """What the headings among the lines say."""
    headings = [line.pk for line in lines if line.kind == "heading"]
    [content] = Text.objects.filter(pk=text.pk).values_list("content", flat=True)
    runs = Block.objects.filter(pk__in=headings).values_list("pk", "runs")
    return {key: Shown(content or "", own).text for key, own in runs}


def _address(sight: Sight, frame: Frame, extent: Extent, line: Line) -> str:
    """Where the line is found from this part: on the page, or in the part that it begins."""
    row = _row(frame, line.position)
    anchor = f"#b-{line.position}"
    if extent.first <= row.number < extent.end:
        return anchor
    return f"{sight.query}from={row.position}{anchor}"


def _density(text: Text, counts: Survey) -> SafeString:
    marks = [*counts.named.mentions, *counts.claimed.evidence]
    picture = density(text.length, marks, (offset for offset, _ in counts.claimed.disputes))
    return render_to_string("reading/parts/density.html", {"picture": picture})


_outlines: Shelf[SafeString] = Shelf(bytes_at_most=16_000_000, weight=lambda html: 2 * len(html))
_editions: Shelf[Edition] = Shelf(
    bytes_at_most=48_000_000, weight=lambda one: 2 * len(one.flow) + 2 * len(one.outline) + 1
)
