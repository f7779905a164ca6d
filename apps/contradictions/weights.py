"""What it takes to think a witness wrong: declared here, and shown wherever blame is."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from enum import StrEnum

from apps.claims.models import Claim, Measure
from apps.claims.telling import Tells

SUMS_UP = (Tells.DIRECTION, Tells.HIGHEST, Tells.LOWEST)


class Print(StrEnum):
    """What a claim is read from, in words that people read."""

    PLAIN = "a plain print"
    SUMMARY = "a sentence that sums up a series"


Weights = Mapping[Print, int]
# In half witnesses, for a solver counts in whole numbers.
WHOLE = 2
WEIGHTS: Weights = {Print.PLAIN: 2, Print.SUMMARY: 1}
EQUAL: Weights = dict.fromkeys(Print, WHOLE)


def print_of(claim: Claim) -> Print:
    """What a claim is read from."""
    measure = claim.measure
    is_range = measure.kind == Measure.Kind.QUANTITY and measure.whole_id and not measure.tells
    return Print.SUMMARY if is_range or measure.tells in SUMS_UP else Print.PLAIN


def in_witnesses(regret: int) -> Decimal:
    """A regret in whole witnesses, as people read it."""
    return Decimal(regret) / WHOLE


def weights_in_words() -> list[tuple[str, Decimal]]:
    """Each kind of print with its weight, as pages show them."""
    return [(str(kind), in_witnesses(weight)) for kind, weight in WEIGHTS.items()]
