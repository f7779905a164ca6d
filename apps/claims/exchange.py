"""Claims as plain rows for other programs."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import Any

from apps.claims.models import Claim, Evidence, Measure
from apps.claims.querysets import ClaimQuerySet
from apps.claims.wording import quantity_as_read, understood
from apps.domain.periods import Period


def claim_rows(claims: ClaimQuerySet) -> Iterator[dict[str, Any]]:
    """Each claim with its value as it is understood.

    `low` and `high` are in the printed unit, None where there is no end; for dates they are the
    first and the last day, for entities and texts both are the reading.
    """
    for claim in claims.in_words().order_by("source__position", "key"):
        low, high = ends(claim)
        yield {
            "key": claim.key,
            "source": claim.source.slug,
            "measure": claim.measure.slug,
            "subject": claim.subject.slug,
            "roles": {
                role.slot: role.entity.slug if role.entity else role.scope
                for role in claim.filled_roles.all()
            },
            "period": claim.period,
            "low": low,
            "high": high,
            "unit": claim.unit,
            "basis": claim.basis,
            "status": claim.status,
            "fact": claim.fact_key,
        }


def ends(claim: Claim) -> tuple[str | None, str | None]:
    """Both ends of what the claim is understood to say."""
    if claim.measure.kind == Measure.Kind.DATE:
        period = Period.read(claim.reading)
        return (
            period.start.isoformat() if period.start else None,
            period.end.isoformat() if period.end else None,
        )
    quantity = quantity_as_read(claim)
    if quantity is None:
        return claim.reading, claim.reading
    span = understood(quantity)
    return _plain(span.low), _plain(span.high)


def _plain(value: Decimal | None) -> str | None:
    return None if value is None else f"{value.normalize():f}"


def passage_rows(claims: ClaimQuerySet) -> dict[str, list[dict[str, Any]]]:
    """For each claim key the passage in the original text that prints it."""
    printed = Evidence.objects.printing().in_originals().filter(claim__in=claims)
    evidence = printed.select_related("claim", "passage__text__source")
    rows: dict[str, list[dict[str, Any]]] = {}
    for piece in evidence:
        passage = piece.passage
        rows.setdefault(piece.claim.key, []).append(
            {"source": passage.text.source.slug, "start": passage.start, "end": passage.end}
        )
    return rows
