"""What is asked of a reason for joining entities or telling them apart."""

from __future__ import annotations

from apps.domain.refusals import Refusal

SHORTEST_REASON = 10


def in_words(reason: str) -> str:
    """The reason, if it is long enough to tell others anything."""
    if len(reason.strip()) < SHORTEST_REASON:
        raise Refusal(
            f"The reason has fewer than {SHORTEST_REASON} characters.",
            remedy="Say how one knows; others will read it.",
        )
    return reason.strip()
