"""Tells readings that say no more than their span, so that nobody parses them again."""

from __future__ import annotations

import re

from apps.claims.models import Measure
from apps.claims.terms import read_value
from apps.domain.quantities import Quantity

BARE = re.compile(r"[0-9.-]+")


def read_beside(reading: str, unit_slug: str, measure: Measure) -> Quantity | None:
    """The reading as a quantity, where it may allow more than its hard span or hedge it."""
    return None if BARE.fullmatch(reading) else read_value(reading, unit_slug, measure)
