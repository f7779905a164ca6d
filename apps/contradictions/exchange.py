"""Findings as plain rows for other programs."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from apps.claims.exchange import passage_rows
from apps.claims.models import Claim
from apps.contradictions.detection import find


def finding_rows() -> Iterator[dict[str, Any]]:
    """Each finding: rule, severity, fingerprint, claim keys, passages, sources, gap, says.

    Offsets are code points into the original texts. Sorted, so that two runs can be compared.
    """
    findings = sorted(find(), key=lambda finding: (finding.rule, finding.fingerprint))
    wanted = {part.statement.claim for finding in findings for part in finding.parts}
    passages = passage_rows(Claim.objects.filter(pk__in=wanted))
    for finding in findings:
        statements = [part.statement for part in finding.parts]
        yield {
            "rule": finding.rule,
            "severity": str(finding.severity),
            "fingerprint": finding.fingerprint,
            "claims": [statement.key for statement in statements],
            "passages": [row for s in statements for row in passages[s.key]],
            "sources": sorted({statement.source for statement in statements}),
            "gap": finding.gap_in_words,
            "says": finding.says,
        }
