"""Takes cases along when entities are merged, taken apart or named otherwise.

Their claims answer other facts by name then, and say the same. A verdict is on what they say.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from apps.accounts.models import User
from apps.contradictions.findings import fingerprint_of, inputs_of
from apps.contradictions.models import Contradiction
from apps.contradictions.recording import involved_now, tell


def take_along(
    cases: Iterable[Contradiction], moved: Mapping[int, str], by: User | None
) -> list[Contradiction]:
    """Name the facts of these cases anew where nothing else about their claims has changed.

    `moved` names for claims the fact they answered before.
    """
    found = list(cases)
    for case in found if moved else ():
        if case.involvements.filter(claim__in=list(moved)).exists():
            _take_along(case, moved, by)
    return found


def _take_along(case: Contradiction, moved: Mapping[int, str], by: User | None) -> None:
    claims = involved_now(case).values()
    before = {claim.key: moved.get(claim.claim, claim.fact) for claim in claims}
    said = inputs_of(replace(claim, fact=before[claim.key]) for claim in claims)
    facts = sorted({claim.fact for claim in claims})
    fingerprint = fingerprint_of(case.rule, facts)
    is_taken = Contradiction.objects.filter(fingerprint=fingerprint).exists()
    if said != case.inputs_hash or is_taken:
        return
    case.anchor = next((c.fact for c in claims if before[c.key] == case.anchor), case.anchor)
    case.fingerprint, case.facts, case.inputs_hash = fingerprint, facts, inputs_of(claims)
    case.version += 1
    case.save(update_fields=["anchor", "fingerprint", "facts", "inputs_hash", "version"])
    tell(case, "moved", "Its claims are about the same by another name.", by)
