"""Tells which findings a verdict answers already, as it set all of their clashing claims apart."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from itertools import combinations, groupby

from apps.contradictions.findings import Finding
from apps.contradictions.models import Distinction, Verdict


def let_stand(findings: Collection[Finding]) -> dict[str, Verdict]:
    """For each finding, by its fingerprint, the verdict by which all that clash in it both stand.

    What two claims are in the role in which they differ holds in whichever rule sets them
    against each other.
    """
    clashing = [finding for finding in findings if _may_stand(finding)]
    claims = {part.statement.claim for finding in clashing for part in finding.parts}
    if not claims:
        return {}
    found: dict[str, Verdict] = {}
    rows = Distinction.objects.standing_on(claims)
    for _, told in groupby(rows, key=lambda row: row.verdict_id):
        distinctions = list(told)
        values = {row.claim.key: row.value.casefold() for row in distinctions}
        for finding in clashing:
            if all(_is_told_apart(conflict, values) for conflict in finding.conflicts):
                found.setdefault(finding.fingerprint, distinctions[0].verdict)
    return found


def _may_stand(finding: Finding) -> bool:
    return bool(finding.conflicts) and all(len(conflict) > 1 for conflict in finding.conflicts)


def _is_told_apart(conflict: Iterable[str], values: Mapping[str, str]) -> bool:
    """Whether two of the claims that clash were said to be each something else."""
    named = [values[key] for key in conflict if key in values]
    return any(one != other for one, other in combinations(named, 2))
