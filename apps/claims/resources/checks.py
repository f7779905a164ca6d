"""What is wrong with one row of claims, column by column; the actions check it all once more."""

from __future__ import annotations

from apps.annotations.marking import complaints_about
from apps.annotations.models import Passage
from apps.claims.checking import MOST_WORDS, Desk, Places, is_wordy, wrong_support
from apps.claims.drafts import ALL, UNSPECIFIED, ClaimDraft
from apps.claims.models import Measure
from apps.claims.terms import BASES, STATUS_FAMILIES, derive, read_value
from apps.domain.periods import Period
from apps.domain.units import unit
from apps.sources.models import Text
from apps.ui.sheets.rows import RowReading


def check_place(row: RowReading, draft: ClaimDraft, text: Text, there: Places) -> None:
    """Complain where the offsets lie outside, or where something else stands or was quoted."""
    if not row.is_fine("start", "end", "printed"):
        return
    if is_wordy(draft.printed):
        row.complain("printed", f"It has more than {MOST_WORDS} words. Mark the value alone.")
        return
    is_inside = 0 <= draft.start < draft.end <= text.length
    for complaint in complaints_about(text, [(draft.start, draft.end, draft.printed)], there):
        wrong = complaint.partition(": ")[2]
        if is_inside:
            row.complain("printed", f"{wrong[:1].upper()}{wrong[1:]}. {_where(draft, text)}")
        else:
            row.complain("end", f"At {draft.start}–{draft.end} {wrong}. Correct start and end.")
            return
    there.setdefault((draft.start, draft.end), Passage(quote=draft.printed))
    wrong = wrong_support(draft, text)
    if wrong:
        row.complain("support", wrong)


def _where(draft: ClaimDraft, text: Text) -> str:
    """Where the print does stand, nearest to where it was expected."""
    places = []
    if text.content is not None and draft.printed:
        before = text.content.rfind(draft.printed, 0, draft.start + len(draft.printed))
        after = text.content.find(draft.printed, draft.start)
        places = sorted((p for p in (before, after) if p >= 0), key=lambda p: abs(p - draft.start))
    if not places:
        return "Copy the exact characters, or correct start and end."
    return f"It stands at {places[0]}–{places[0] + len(draft.printed)}: correct start and end."


def check_terms(row: RowReading, draft: ClaimDraft, desk: Desk) -> None:
    """Complain about what does not fit the measure, or the grammars of values and periods."""
    measure = desk.measures[draft.measure]
    named = (value for value in draft.roles.values() if value not in (ALL, UNSPECIFIED))
    row.all_of("roles", "entity", named, desk.entities)
    row.all_of("roles", f"role of {measure.label}", draft.roles, measure.slots)
    row.one_of("basis", "basis", BASES)
    row.one_of("status", "status", STATUS_FAMILIES)
    row.one_of("sums", f"slot of {measure.label}", ("", "subject", *measure.slots))
    if draft.period:
        with row.about("period"):
            Period.read(draft.period)
    with row.about("unit"):
        unit(draft.unit)
    _check_reading(row, draft, measure, desk)
    if row.is_fine():
        with row.about("unit"):  # all that is left to refuse is a unit of another family
            derive(draft, measure, desk.wider)


def _check_reading(row: RowReading, draft: ClaimDraft, measure: Measure, desk: Desk) -> None:
    if measure.kind == Measure.Kind.ENTITY:
        row.one_of("reading", "entity", desk.entities)
    elif row.is_fine("unit", "reading"):
        with row.about("reading"):
            read_value(draft.reading, draft.unit, measure)
