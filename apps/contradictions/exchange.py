"""Findings as plain rows for other programs."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from django.db import transaction

from apps.claims.exchange import passage_rows
from apps.claims.judging import judge_claims
from apps.claims.models import Claim
from apps.contradictions.blame import Blame, blame
from apps.contradictions.detection import find
from apps.contradictions.findings import Finding, Severity
from apps.contradictions.models import Contradiction
from apps.contradictions.reckoning import reckoning_of
from apps.contradictions.weights import WHOLE, in_witnesses
from apps.contradictions.witnesses import asserted, witnesses_of


def finding_rows(*, is_as_settled: bool = False) -> list[dict[str, Any]]:
    """Each finding in what the sources print: verdicts are laid aside, unless asked otherwise.

    Rule, severity, fingerprint, claim keys, passages, sources, gap, says. Then who is to blame
    (see `_blame_row`), for each claim what the others imply, and the codes of explanations,
    likeliest first. Offsets are code points into the original texts. Sorted, so that two runs
    can be compared.
    """
    if is_as_settled:
        return list(_rows())
    with transaction.atomic():
        judged = list(Claim.objects.judged())
        judge_claims(claims=judged, is_wrong=False, by=None, reason="verdicts laid aside")
        rows = list(_rows())
        transaction.set_rollback(True)
    return rows


def _rows() -> Iterator[dict[str, Any]]:
    findings = sorted(find(), key=lambda finding: (finding.rule, finding.fingerprint))
    wanted = {part.statement.claim for finding in findings for part in finding.parts}
    passages = passage_rows(Claim.objects.filter(pk__in=wanted))
    blamed = _blamed(findings)
    for finding in findings:
        statements = [part.statement for part in finding.parts]
        reckoning = reckoning_of(finding)
        yield {
            "rule": finding.rule,
            "severity": str(finding.severity),
            "fingerprint": finding.fingerprint,
            "claims": [statement.key for statement in statements],
            "passages": [
                *(row for s in statements for row in passages[s.key]),
                *({"source": s.source, "start": s.start, "end": s.end} for s in finding.spots),
            ],
            "sources": sorted({s.source for s in statements} | {s.source for s in finding.spots}),
            "gap": finding.gap_in_words,
            "says": finding.says,
            **_blame_row(blamed[finding.fingerprint]),
            "implied": reckoning["implied"],
            "explanations": reckoning["explanations"],
        }


def _blame_row(blamed: Blame) -> dict[str, Any]:
    """Suspects with their regret; where nobody's stands out, whose error it may be.

    `blame` is decided, undecided, or unexplored where the component was too large to follow.
    """
    if not blamed.explored:
        return {"blame": "unexplored", "suspects": [], "candidates": []}
    suspects = [{"key": key, "regret": _plain(blamed.regrets[key])} for key in blamed.suspects]
    return {
        "blame": "decided" if suspects else "undecided",
        "suspects": suspects,
        "candidates": [] if suspects else sorted(blamed.candidates),
    }


def _plain(regret: int) -> int | float:
    """In whole witnesses; halves are exact in JSON."""
    witnesses = in_witnesses(regret)
    return int(witnesses) if witnesses == int(witnesses) else float(witnesses)


def _blamed(findings: Sequence[Finding]) -> Mapping[str, Blame]:
    """Blame by fingerprint: as it is stored with the case; else from what the rules say alone."""
    cases = Contradiction.objects.found_again([finding.fingerprint for finding in findings])
    stored = {(case.fingerprint, case.inputs_hash): case for case in cases}
    found: dict[str, Blame] = {}
    unstored: list[Finding] = []
    for finding in findings:
        case = stored.get((finding.fingerprint, finding.inputs_hash))
        if case is None:
            unstored.append(finding)
        else:
            found[finding.fingerprint] = _stored(case)
    return {**found, **_reckoned(unstored)}


def _reckoned(findings: Sequence[Finding]) -> Mapping[str, Blame]:
    """Blame among the claims of these findings, the network around them left aside."""
    accusing = [finding for finding in findings if finding.severity != Severity.ADVISORY]
    conflicts = sorted({c for finding in accusing for c in finding.conflicts}, key=sorted)
    behind = witnesses_of(conflicts, asserted(frozenset().union(*conflicts)))
    component_of = {key: part for part in blame(conflicts, behind) for key in part.regrets}
    found: dict[str, Blame] = {}
    for finding in findings:
        keys = [part.statement.key for part in finding.parts if part.statement.key in component_of]
        found[finding.fingerprint] = Blame(
            {key: component_of[key].regrets[key] for key in keys},
            frozenset(key for key in keys if key in component_of[key].candidates),
            all(component_of[key].explored for key in keys),
        )
    return found


def _stored(case: Contradiction) -> Blame:
    rows = list(case.involvements.all())
    return Blame(
        {row.claim.key: int((row.regret or 0) * WHOLE) for row in rows},
        frozenset(row.claim.key for row in rows if row.is_candidate),
        case.is_explored,
    )
