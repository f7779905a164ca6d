"""A verdict in the words of schema.org, which search engines and fact checkers read."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from apps.claims.models import Claim
from apps.claims.wording import printed_with_unit, topic
from apps.contradictions.models import Contradiction, Verdict

Whole = Callable[[str], str]  # makes a whole address of a path

WRONG, STANDS = 1, 5
Kind = Verdict.Kind
LEAVE_CLAIMS_STANDING = frozenset(
    {Kind.SOURCE_WRONG, Kind.ONE_RIGHT, Kind.BOTH_STAND, Kind.ROUNDING, Kind.FALSE_ALARM}
)


def claim_reviews(case: Contradiction, verdict: Verdict, whole: Whole) -> dict[str, Any]:
    """One ClaimReview for each claim that the verdict is about."""
    wrong = {claim.pk for claim in verdict.wrong_claims.all()}
    claims = [row.claim for row in case.involvements.all()]
    return {
        "@context": "https://schema.org",
        "@graph": [_review(claim, verdict, whole, is_wrong=claim.pk in wrong) for claim in claims],
    }


def _review(claim: Claim, verdict: Verdict, whole: Whole, *, is_wrong: bool) -> dict[str, Any]:
    return {
        "@type": "ClaimReview",
        "url": whole(verdict.contradiction.get_absolute_url()),
        "datePublished": verdict.given_at.date().isoformat(),
        "author": {"@type": "Person", "name": verdict.given_by.display_name},
        "publisher": {"@type": "Organization", "name": "Variorum", "url": whole("/")},
        "claimReviewed": f"{topic(claim)}: {printed_with_unit(claim)}",
        "itemReviewed": {
            "@type": "Claim",
            "url": whole(claim.get_absolute_url()),
            "appearance": {
                "@type": "CreativeWork",
                "name": claim.source.title,
                "author": claim.source.author_names,
                "url": whole(claim.source.get_absolute_url()),
            },
        },
        "reviewRating": _rating(verdict, is_wrong=is_wrong),
        "reviewBody": verdict.rationale,
    }


def _rating(verdict: Verdict, *, is_wrong: bool) -> dict[str, Any]:
    """Only what was judged gets a figure; the verdict's own words always stand beside it."""
    said: dict[str, Any] = {"@type": "Rating", "alternateName": verdict.get_kind_display()}
    if verdict.kind not in LEAVE_CLAIMS_STANDING:
        return said
    value = WRONG if is_wrong else STANDS
    return {**said, "ratingValue": value, "worstRating": WRONG, "bestRating": STANDS}
