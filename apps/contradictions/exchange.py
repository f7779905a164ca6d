"""Findings as plain rows for other programs."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from django.db import transaction

from apps.claims.exchange import passage_rows
from apps.claims.judging import judge_claims
from apps.claims.models import Claim
from apps.contradictions.blame import Blame
from apps.contradictions.blaming import blamed, is_weighed
from apps.contradictions.detection import find
from apps.contradictions.findings import Finding
from apps.contradictions.reckoning import reckoning_of
from apps.contradictions.weights import in_witnesses


def finding_rows(*, is_as_settled: bool = False) -> list[dict[str, Any]]:
    """Each finding in what the sources print: verdicts are laid aside, unless asked otherwise.

    Rule, severity, fingerprint, claim keys, passages, sources, gap, says. Then who is to blame
    (see `_blame_row`), for each claim what the others imply, and the codes of explanations,
    likeliest first. Offsets are code points into the original texts. Sorted, so that two runs
    can be compared.
    """
    if is_as_settled:
        return list(_rows(is_as_settled=True))
    with transaction.atomic():
        judged = list(Claim.objects.judged())
        judge_claims(claims=judged, is_wrong=False, by=None, reason="verdicts laid aside")
        rows = list(_rows(is_as_settled=False))
        transaction.set_rollback(True)
    return rows


def _rows(*, is_as_settled: bool) -> Iterator[dict[str, Any]]:
    findings = sorted(find(), key=lambda finding: (finding.rule, finding.fingerprint))
    wanted = {part.statement.claim for finding in findings for part in finding.parts}
    passages = passage_rows(Claim.objects.filter(pk__in=wanted))
    accused = _blamed(findings, is_as_settled=is_as_settled)
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
            **_blame_row(accused[finding.fingerprint]),
            "implied": reckoning["implied"],
            "explanations": reckoning["explanations"],
        }


def _blame_row(found: Blame) -> dict[str, Any]:
    """Suspects with their regret; where nobody's stands out, whose error it may be.

    `blame` is decided, undecided, or unexplored where the component was too large to follow.
    """
    if not found.explored:
        return {"blame": "unexplored", "suspects": [], "candidates": []}
    suspects = [{"key": key, "regret": _plain(found.regrets[key])} for key in found.suspects]
    return {
        "blame": "decided" if suspects else "undecided",
        "suspects": suspects,
        "candidates": [] if suspects else sorted(found.candidates),
    }


def _plain(regret: int) -> int | float:
    """In whole witnesses; halves are exact in JSON."""
    witnesses = in_witnesses(regret)
    return int(witnesses) if witnesses == int(witnesses) else float(witnesses)


def _blamed(findings: Sequence[Finding], *, is_as_settled: bool) -> Mapping[str, Blame]:
    """Blame by fingerprint, as the network around the findings has it."""
    found = {finding.fingerprint: Blame({}, explored=False) for finding in findings}
    for cluster, components in blamed(findings, is_as_settled=is_as_settled):
        component_of = {key: part for part in components for key in part.regrets}
        for finding in cluster.cases:
            parts = finding.parts if is_weighed(finding, cluster) else ()
            keys = {part.statement.key for part in parts} & component_of.keys()
            found[finding.fingerprint] = Blame(
                {key: component_of[key].regrets[key] for key in keys},
                frozenset(key for key in keys if key in component_of[key].candidates),
                cluster.is_explored and all(component_of[key].explored for key in keys),
            )
    return found
