"""Proposes mentions, quantities, dates and tables for any text, without a database."""

from __future__ import annotations

from apps.domain.grammar.reading import suggest
from apps.domain.grammar.shapes import KINDS, Kind, Suggestion

__all__ = ["KINDS", "Kind", "Suggestion", "suggest"]
