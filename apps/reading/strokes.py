"""Which rows of a page show what somebody entered."""

from __future__ import annotations

from django.db.models import Q

from apps.annotations.models import Passage
from apps.claims.models import Stroke
from apps.reading.frame import frame_of


def rows_of(stroke: Stroke) -> list[int]:
    """The rows, by their first blocks, on which its passages lie."""
    frame = frame_of(stroke.text)
    carries = Q(mentions__in=stroke.made["mentions"]) | Q(evidence__claim__in=stroke.made["claims"])
    starts = Passage.objects.filter(carries, text=stroke.text).values_list("start", flat=True)
    left = (said["draft"]["start"] for said in stroke.made.get("before", {}).values())
    return sorted({frame.row_at(start).position for start in (*starts, *left)})
