"""Claims and measures as sheets."""

from __future__ import annotations

from apps.claims.resources.claims import ClaimResource
from apps.claims.resources.measures import MeasureResource

__all__ = ["ClaimResource", "MeasureResource"]
