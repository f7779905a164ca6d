"""What the page of somebody shows who annotates apart: the text, and their own marks alone."""

from __future__ import annotations

from collections.abc import Iterable

from django.utils.safestring import SafeString

from apps.accounts.models import User
from apps.annotations.models import Assignment, OwnMark
from apps.claims.apart import Part
from apps.claims.wording import on_one_line
from apps.reading.apparatus import Beside
from apps.reading.frame import Frame, Row, frame_of
from apps.reading.marks import Mark, Spread
from apps.reading.own_cards import OwnCard
from apps.reading.rows import set_rows
from apps.reading.stretches import Stretch
from apps.sources.models import Text

ROWS_AT_ONCE = 60
LOOKS: dict[str, str] = {OwnMark.Kind.MENTION: "entity", OwnMark.Kind.CLAIM: "claim"}


class OwnApparatus:
    """The marks of one person, handed out row by row."""

    def __init__(self, marks: Iterable[OwnMark]) -> None:
        self.laid = Spread[OwnMark](marks)

    def for_row(self, row: Row, stretches: Iterable[tuple[int, int]]) -> Beside:
        """The marks on the stretches of content that the row shows, each with its card."""
        found = dict.fromkeys(own for stretch in stretches for own in self.laid.on(*stretch))
        marks = [
            Mark(one.start, one.end, (LOOKS[one.kind],), f"#own-{one.pk}", f"p-own-{one.pk}")
            for one in found
        ]
        cards = [
            OwnCard(f"own-{one.pk}", one.says, one.get_kind_display(), one.pk) for one in found
        ]
        return Beside(tuple(marks), tuple(cards))

    def mentions_only(self, row: Row) -> None:
        """Rows with own marks are never those of the reader."""
        return


def running_at(stretch: Stretch, by: User) -> Assignment | None:
    """What this person annotates apart where the stretch lies."""
    mine = Assignment.objects.running().of(by)
    return mine.within(stretch.text, stretch.start, stretch.end).first()


def row_of(mark: OwnMark) -> int:
    """The first block of the row that shows it."""
    return frame_of(mark.assignment.text).row_at(mark.start).position


def rows_apart(
    assignment: Assignment, by: User, begin: int, to: int | None = None
) -> tuple[list[SafeString], int | None]:
    """Rows of the part from a block on, and with which block the next ones begin, if any do."""
    frame = frame_of(assignment.text)
    rest = [row for row in _rows_within(frame, assignment) if row.position >= begin]
    rows = rest[:ROWS_AT_ONCE] if to is None else [row for row in rest if row.position <= to]
    if not rows:
        return [], None
    html = set_rows(assignment.text, frame, rows, OwnApparatus(assignment.marks.of(by)))
    later = rest[len(rows)].position if len(rest) > len(rows) else None
    return [html[row.number] for row in rows], later


def parts_of(text: Text) -> list[Part]:
    """All of the text, and each of its sections by its heading."""
    headings = [line for line in frame_of(text).lines if line.kind == "heading"]
    content = text.content or ""
    found = [Part(0, text.length, "The whole text")]
    for number, line in enumerate(headings):
        later = (one.start for one in headings[number + 1 :] if one.level <= line.level)
        words = on_one_line(content[line.start : line.end])
        found.append(Part(line.start, next(later, text.length), words))
    return found


def _rows_within(frame: Frame, assignment: Assignment) -> list[Row]:
    return [
        row
        for row in frame.rows
        if row.start < assignment.end and row.end > assignment.start and not row.is_outside
    ]
