"""What a claim's entered fields amount to: ranges, fact key, ties. Nothing is looked up for it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import product

from apps.claims.drafts import ALL, UNSPECIFIED, ClaimDraft
from apps.claims.models import Claim, Measure
from apps.domain.complaints import is_storable
from apps.domain.periods import Period
from apps.domain.quantities import Quantity
from apps.domain.refusals import Refusal, quoted
from apps.domain.units import family_name, unit
from apps.entities.models import WORLD

BASES = ("", "tiv", "nominal")
STATUS_FAMILIES = {
    "": "actual",
    "delivered": "actual",
    "estimated": "actual",
    "ordered": "ordered",
    "expected": "expected",
    "planned": "expected",
}
COUNTED_EXACTLY = {Measure.Kind.COUNT, Measure.Kind.RANK}
NUMERIC = {Measure.Kind.QUANTITY, Measure.Kind.SHARE, *COUNTED_EXACTLY}
LONGEST = {field.name: field.max_length for field in Claim._meta.fields if field.max_length}

Slots = tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Terms:
    """The derived half of a claim. Spans are in the base unit of the unit's family, or days."""

    quantity: Quantity | None
    period: Period | None
    value_entity: str
    slot_key: str
    wider_slot_keys: tuple[str, ...]
    strand: str
    fact_key: str
    part_fact_key: str
    whole_fact_key: str


def derive(draft: ClaimDraft, measure: Measure, wider: Mapping[str, frozenset[str]]) -> Terms:
    """Reckon the derived half; a Refusal names what does not fit and what to do.

    `wider` holds for each entity slug the slugs of all that it is part of.
    """
    slots = _slots(draft, measure)
    period = read_period(draft.period)
    named_period = same_days(period) if period else ""
    slot_key = _key(slots)
    base = _checked(draft, measure)
    root_measure = measure.whole.slug if measure.whole else measure.slug
    part_key, whole_key = _share_keys(draft, measure, slots, named_period)
    return Terms(
        quantity=read_value(draft.reading, draft.unit, measure),
        period=period,
        value_entity=draft.reading if measure.kind == Measure.Kind.ENTITY else "",
        slot_key=slot_key,
        wider_slot_keys=tuple(sorted(_wider(slots, measure, wider) - {slot_key})),
        strand=f"{root_measure}|{base}",
        fact_key=_fact_key(measure.slug, slot_key, named_period, base),
        part_fact_key=part_key,
        whole_fact_key=whole_key,
    )


def read_period(words: str) -> Period | None:
    """The period of a claim, or None; refuses the one whose last day has no morrow."""
    period = Period.read(words) if words else None
    if period is not None and period.end == date.max:
        raise Refusal(
            f"The period {quoted(words)} ends where the calendar does.",
            remedy="Write 2014/.. for a period that has not ended.",
        )
    return period


def default_of(measure: Measure, slot: str) -> str:
    """What fills a slot that a draft leaves out."""
    defaults = {role["slot"]: role.get("default") or UNSPECIFIED for role in measure.roles}
    return defaults[slot]


def same_days(period: Period) -> str:
    """One spelling for all periods of the same days: 2014 for 2014-01/2014-12."""
    first, last = period.start, period.end
    if not is_settled(period) or first is None or last is None:
        return period.edtf
    ends = f"{first.isoformat()}/{last.isoformat()}"
    if (first.month, first.day, last.month, last.day) == (1, 1, 12, 31):
        ends = f"{first.year:04}/{last.year:04}"
    elif first.day == 1 and (last + timedelta(days=1)).day == 1:
        ends = f"{first.isoformat()[:7]}/{last.isoformat()[:7]}"
    low, _, high = ends.partition("/")
    return low if low == high else ends


def is_settled(period: Period) -> bool:
    """Whether its days are known, so that it contains others or lies in them for certain.

    “Since 2001” ends when its source was written, which later sources need not know.
    """
    return not (period.hedged or period.start_unknown or period.end is None)


def read_value(reading: str, unit_slug: str, measure: Measure) -> Quantity | None:
    """The reading as a quantity in the base unit; dates on the day axis; None for names."""
    if measure.kind == Measure.Kind.DATE:
        return _read_date(reading)
    quantity = read_figure(reading, measure)
    return quantity and quantity.in_base(unit(unit_slug))


def read_figure(reading: str, measure: Measure) -> Quantity | None:
    """The reading as a quantity in the unit it is written in; None for dates and names."""
    if measure.kind not in NUMERIC:
        return None
    exact = measure.kind in COUNTED_EXACTLY
    return Quantity.read(reading, exact=exact, non_negative=measure.is_non_negative)


def _read_date(reading: str) -> Quantity:
    """A date as a span of days; a hedged one rules nothing out."""
    period = Period.read(reading)
    return Quantity(
        reading=reading,
        hard=period.hard,
        plausible=period.plausible,
        ulp=period.ulp_days,
        hedged=period.hedged,
        derivation=f"the days of {period}",
    )


def _checked(draft: ClaimDraft, measure: Measure) -> str:
    """Basis and status family as one string; refuses words that are not in the lists.

    A measure that is open to several unit families keeps their facts apart.
    """
    _refuse_overlong(draft, measure)
    if draft.basis not in BASES:
        raise Refusal(
            f"The basis “{draft.basis}” is not known.", remedy="Use tiv, nominal or nothing."
        )
    if draft.status not in STATUS_FAMILIES:
        known = ", ".join(word for word in STATUS_FAMILIES if word)
        raise Refusal(f"The status “{draft.status}” is not known.", remedy=f"Use one of: {known}.")
    family = unit(draft.unit).family if draft.unit else ""
    if measure.kind not in NUMERIC and family not in ("", measure.kind):
        raise Refusal(
            f"The unit “{draft.unit}” does not fit {measure.label}, which is no figure.",
            remedy="Leave the unit out.",
        )
    if measure.kind in NUMERIC and measure.unit_family and family != measure.unit_family:
        wrong = f"The unit “{draft.unit}” does not fit" if draft.unit else "No unit is said for"
        raise Refusal(
            f"{wrong} {measure.label}, which is measured in {family_name(measure.unit_family)}.",
            remedy="Choose a unit of that family, or another measure.",
        )
    if draft.sums and draft.sums not in ("subject", *measure.slots):
        raise Refusal(
            f"“{draft.sums}” is no slot of {measure.label}.", remedy="Name a role, or subject."
        )
    return _base(draft) if measure.unit_family else f"{_base(draft)}|{family}"


def _refuse_overlong(draft: ClaimDraft, measure: Measure) -> None:
    """Refuse what the table of claims cannot hold."""
    if not draft.reading.strip():
        raise Refusal("The reading is empty.", remedy=f"Enter the {measure.get_kind_display()}.")
    for name, value in vars(draft).items():
        if not isinstance(value, str):
            continue
        if not is_storable(value):
            raise Refusal(
                f"The {name} holds a NUL or half a character.", remedy="Enter it again without."
            )
        longest = LONGEST.get(name)
        if longest is not None and len(value) > longest:
            raise Refusal(
                f"The {name} has {len(value)} characters; {longest} fit.", remedy="Shorten it."
            )


def _base(draft: ClaimDraft) -> str:
    return f"{draft.basis}|{STATUS_FAMILIES[draft.status]}"


def _slots(draft: ClaimDraft, measure: Measure) -> Slots:
    """Subject and roles in the measure's order; the world as subject is the same as ALL."""
    unknown = set(draft.roles) - set(measure.slots)
    if unknown:
        raise Refusal(
            f"{measure.label} has no role “{min(unknown)}”.",
            remedy=f"Its roles are: {', '.join(measure.slots) or 'none'}.",
        )
    filled = [(slot, draft.roles.get(slot) or default_of(measure, slot)) for slot in measure.slots]
    return tuple(
        (slot, ALL if value == WORLD else value)
        for slot, value in [("subject", draft.subject), *filled]
    )


def _key(slots: Slots) -> str:
    return "|".join(f"{slot}={value}" for slot, value in slots)


def _fact_key(measure: str, slot_key: str, period: str, base: str) -> str:
    return f"{measure}|{slot_key}|{period}|{base}"


def _wider(slots: Slots, measure: Measure, wider: Mapping[str, frozenset[str]]) -> set[str]:
    """Keys of all facts that contain this one through an additive slot, itself among them."""
    choices = []
    for slot, value in slots:
        values = {value}
        if slot in measure.additive_over and value not in (ALL, UNSPECIFIED):
            values |= {ALL} | {w for w in wider.get(value, frozenset()) if w != WORLD}
        choices.append([(slot, choice) for choice in sorted(values)])
    return {_key(combination) for combination in product(*choices)}


def _share_keys(
    draft: ClaimDraft, measure: Measure, slots: Slots, named_period: str
) -> tuple[str, str]:
    """Fact keys of the part and of the whole that a share divides; empty for other measures."""
    if measure.kind != Measure.Kind.SHARE or measure.whole is None:
        return "", ""
    filled = dict(slots)
    widest = filled.get("within", ALL)
    base = _base(draft)
    names = ("subject", *measure.whole.slots)
    if any(name not in filled for name in names) or measure.share_over not in names:
        return "", ""
    part = tuple((name, filled[name]) for name in names)
    whole = tuple((name, widest if name == measure.share_over else value) for name, value in part)
    slug = measure.whole.slug
    return (
        _fact_key(slug, _key(part), named_period, base),
        _fact_key(slug, _key(whole), named_period, base),
    )
