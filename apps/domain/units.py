"""The closed list of units, so that 1,056 million and 1.056 billion can be laid side by side."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from difflib import get_close_matches
from types import MappingProxyType

from apps.domain.dates import day_in_words
from apps.domain.figures import ONE, plain_figure
from apps.domain.refusals import Refusal, quoted
from apps.domain.spans import Span

MILLION = Decimal(1_000_000)
BILLION = Decimal(1_000_000_000)
TRILLION = Decimal(1_000_000_000_000)

# The mean Gregorian year and its twelfth come out even, so 24 months are exactly 2 years.
# Against a count of days they are means: 31 days are not exactly 1 month.
DAYS_A_YEAR = Decimal("365.2425")
DAYS_A_MONTH = Decimal("30.436875")

FAMILIES_WITHOUT_FIGURES = frozenset({"entity", "text"})


@dataclass(frozen=True, slots=True)
class Unit:
    """One unit; `factor` turns its figures into those of its family's base unit."""

    slug: str
    family: str
    factor: Decimal
    label: str
    singular: str

    def to_base(self, span: Span) -> Span:
        return span if self.factor == ONE else span.scaled(self.factor)

    def from_base(self, span: Span) -> Span:
        """Ends that do not come out widen outward; only units of time can do that."""
        return span if self.factor == ONE else span.unscaled(self.factor)

    def __str__(self) -> str:
        return self.label


def _unit(slug: str, family: str, factor: Decimal, label: str, *, singular: str = "") -> Unit:
    return Unit(slug, family, factor, label, singular or label)


_KNOWN = (
    _unit("USD", "usd", ONE, "USD"),
    _unit("USD mln", "usd", MILLION, "million USD"),
    _unit("USD bln", "usd", BILLION, "billion USD"),
    _unit("USD trn", "usd", TRILLION, "trillion USD"),
    _unit("RUB mln", "rub", MILLION, "million RUB"),
    _unit("%", "percent", ONE, "%"),
    _unit("pp", "points", ONE, "percentage points", singular="percentage point"),
    _unit("count", "count", ONE, ""),
    _unit("rank", "rank", ONE, "rank"),
    _unit("years", "time", DAYS_A_YEAR, "years", singular="year"),
    _unit("months", "time", DAYS_A_MONTH, "months", singular="month"),
    _unit("days", "time", ONE, "days", singular="day"),
    _unit("tonnes", "mass", ONE, "tonnes", singular="tonne"),
    _unit("persons", "persons", ONE, "persons", singular="person"),
    _unit("persons mln", "persons", MILLION, "million persons"),
    _unit("persons bln", "persons", BILLION, "billion persons"),
    _unit("MW", "power", Decimal(1000), "MW"),
    _unit("kW bln", "power", BILLION, "billion kW"),
    _unit("kWh bln", "energy", BILLION, "billion kWh"),
    _unit("date", "date", ONE, ""),
    _unit("entity", "entity", ONE, ""),
    _unit("text", "text", ONE, ""),
    _unit("", "", ONE, ""),
)

UNITS: Mapping[str, Unit] = MappingProxyType({known.slug: known for known in _KNOWN})

UNIT_FAMILIES: tuple[str, ...] = tuple(dict.fromkeys(known.family for known in _KNOWN))


def family_name(family: str) -> str:
    """The family as readers write it: currencies go by their codes."""
    return family.upper() if family in {"usd", "rub"} else family


def unit(slug: str) -> Unit:
    """The unit of that name; refuses any other and suggests the nearest."""
    if slug in UNITS:
        return UNITS[slug]
    raise Refusal(f"{quoted(slug)} is not a known unit.", f"Did you mean “{_nearest(slug)}”?")


def _nearest(slug: str) -> str:
    spellings = {known.slug.casefold(): known.slug for known in _KNOWN if known.slug}
    spellings |= {"percent": "%", "units": "count", "pieces": "count"}
    spellings |= {known.label.casefold(): known.slug for known in _KNOWN if known.label}
    wanted = slug.strip().casefold()[:60]
    return spellings[get_close_matches(wanted, spellings, n=1, cutoff=0.0)[0]]


def show(value: Decimal, measured_in: Unit) -> str:
    """The figure with its unit, for readers: 1,056 million USD; 86.6 %; rank 4; 64."""
    if measured_in.family in FAMILIES_WITHOUT_FIGURES:
        raise ValueError(f"The unit “{measured_in.slug}” has no figures to show.")
    if measured_in.family == "date":
        return day_in_words(date.fromordinal(int(value)))
    figure = plain_figure(value)
    if measured_in.family == "rank":
        return f"rank {figure}"
    name = measured_in.singular if value == ONE else measured_in.label
    return f"{figure} {name}".strip()


def show_span(span: Span, measured_in: Unit) -> str:
    """The span with its unit: 71.5 to 72.5 million USD; below 20 million USD; exactly rank 4."""
    if measured_in.family in FAMILIES_WITHOUT_FIGURES | {"date"}:
        raise ValueError(f"Spans of “{measured_in.slug}” are not shown as figures.")
    if measured_in.family == "rank":
        return f"rank {span}"
    name = measured_in.singular if span == Span.exactly(ONE) else measured_in.label
    return f"{span} {name}".strip()
