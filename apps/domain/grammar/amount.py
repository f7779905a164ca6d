"""An amount as it is printed, and its normal form."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from apps.domain.figures import ONE
from apps.domain.grammar.measures import unit_with
from apps.domain.grammar.numerals import times
from apps.domain.quantities import Quantity
from apps.domain.refusals import Refusal


@dataclass(frozen=True, slots=True)
class Amount:
    """One figure or range with its unit; `low` and `high` are plain figures."""

    start: int
    end: int
    low: str
    high: str
    base: str = ""
    scale: Decimal = ONE
    hedge: str = ""
    per: str = ""
    other: str = ""
    in_words: bool = False

    @property
    def is_range(self) -> bool:
        return self.low != self.high


@dataclass(frozen=True, slots=True)
class Reading:
    """An amount in normal form."""

    reading: str
    low: Decimal | None
    high: Decimal | None
    unit: str
    approximation: str


def read_amount(amount: Amount) -> Reading | None:
    """The normal form, or nothing where there is none: a range to itself, too many digits."""
    unit, factor = unit_with(amount.base or "count", amount.scale)
    low, high = times(amount.low, factor), times(amount.high, factor)
    reading = _worded(low, high, amount)
    if amount.other and factor == ONE and amount.scale > Decimal(1000) and not amount.hedge:
        reading = f"{reading} or {amount.other}"
    try:
        Quantity.read(reading, non_negative=False)
    except Refusal:
        return None
    opens = amount.hedge in ("over", "at least"), amount.hedge in ("under", "at most", "nearly")
    return Reading(
        reading=reading,
        low=None if opens[1] else Decimal(low),
        high=None if opens[0] else Decimal(high),
        unit=unit,
        approximation=amount.hedge,
    )


def _worded(low: str, high: str, amount: Amount) -> str:
    if amount.is_range:
        soft = amount.hedge in ("about", "estimated")
        return f"{low}..{high}" + (" estimated" if soft else "")
    if amount.hedge == "estimated":
        return f"{low} estimated"
    return f"{amount.hedge} {low}".strip()
