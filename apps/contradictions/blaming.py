"""Follows the open contradictions through the network, and stores who is likeliest to blame."""

from __future__ import annotations

from collections.abc import Iterable

from apps.claims.models import Claim
from apps.contradictions.blame import blame
from apps.contradictions.detection import statements_of
from apps.contradictions.findings import Finding
from apps.contradictions.models import Contradiction, Involvement
from apps.contradictions.ties import ties_in
from apps.domain.network import Known, conflicts
from apps.domain.spans import Span
from apps.domain.statements import Statement

FIGURES = ("quantity", "share", "count", "rank")
Fired = list[tuple[Contradiction, Finding]]


def store_blame(fired: Fired) -> None:
    """Store regret and candidacy of each claim in the contradictions still to be settled."""
    waiting = [(case, finding) for case, finding in fired if case.is_open]
    if not waiting:
        return
    regrets: dict[str, int] = {}
    candidates: set[str] = set()
    for component in blame(_conflicts(fired, waiting), costs={}):
        regrets |= component.regrets
        candidates |= component.candidates
    rows = Involvement.objects.filter(contradiction__in=[case for case, _ in waiting])
    changed = []
    for row in rows.select_related("claim"):
        found = (regrets.get(row.claim.key), row.claim.key in candidates)
        if (row.regret, row.is_candidate) != found:
            row.regret, row.is_candidate = found
            changed.append(row)
    Involvement.objects.bulk_update(changed, ["regret", "is_candidate"])


def _conflicts(fired: Fired, waiting: Fired) -> list[frozenset[str]]:
    """Sets of claims of which one must go: the findings' own, and what follows from the network.

    What a verdict lets stand (rounding, both stand) is no conflict any more.
    """
    excused = [c for case, finding in fired if not case.is_open for c in finding.conflicts]
    found = [conflict for _, finding in waiting for conflict in finding.conflicts]
    strands = {part.statement.strand for _, finding in waiting for part in finding.parts}
    followed = [
        conflict
        for conflict in conflicts(_known(strands), ties_in(strands))
        if not any(settled <= conflict for settled in excused)
    ]
    return sorted({*found, *followed}, key=sorted)


def _known(strands: Iterable[str]) -> dict[str, list[Known]]:
    """For each fact of these strands what its claims say; bare hedges say nothing hard."""
    claims = Claim.objects.in_network().filter(strand__in=strands, measure__kind__in=FIGURES)
    known: dict[str, list[Known]] = {}
    for statement in statements_of(claims).values():
        span = _widest(statement)
        if span != Span.anything():
            known.setdefault(statement.fact, []).append(Known(span, frozenset({statement.key})))
    return known


def _widest(statement: Statement) -> Span:
    span = statement.hard
    for alternative in statement.alternatives:
        span = span.hull(alternative)
    return span
