"""Admin pages of claims and measures."""

from __future__ import annotations

from apps.claims.admin.claims import ClaimPage
from apps.claims.admin.measures import MeasurePage

__all__ = ["ClaimPage", "MeasurePage"]
