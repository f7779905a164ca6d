"""Takes passages from one revision of a text to the next, and says where that is not certain."""

from __future__ import annotations

from apps.domain.anchoring.difference import Difference
from apps.domain.anchoring.figures import figures_of
from apps.domain.anchoring.movement import Movement, Outcome, compared, moved
from apps.domain.anchoring.search import found_at

__all__ = ["Difference", "Movement", "Outcome", "compared", "figures_of", "found_at", "moved"]
