"""What rules that look at one claim by itself have in common."""

from __future__ import annotations

from collections.abc import Iterable

from apps.contradictions.findings import Part
from apps.domain.statements import Statement

# Every claim of the network, or those of the facts that changed.
LOOKED_AT = """
  SELECT * FROM claims_claim
   WHERE %(changed)s::bigint[] IS NULL AND review = 'accepted' AND NOT is_judged_wrong
   UNION ALL
  SELECT claim.*
    FROM claims_fact fact JOIN claims_claim claim ON claim.id = ANY(fact.claim_ids)
   WHERE fact.id = ANY(%(changed)s)
"""


def parts_of(claims: Iterable[Statement]) -> tuple[Part, ...]:
    """Each claim, wrong by itself."""
    return tuple(Part(claim, "claim") for claim in claims)


def each_alone(claims: Iterable[Statement]) -> tuple[frozenset[str], ...]:
    """Conflicts in which nothing else takes part."""
    return tuple(frozenset({claim.key}) for claim in claims)
