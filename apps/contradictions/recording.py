"""Writes a finding into the row of its contradiction, and tells what has changed since."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from apps.accounts.models import User
from apps.claims.models import Claim
from apps.contradictions.detection import statements_of
from apps.contradictions.findings import Finding, inputs_of, spots_hash
from apps.contradictions.models import Contradiction, Involvement, Sighting, Step
from apps.contradictions.reckoning import reckoning_of
from apps.contradictions.texts import spots_now
from apps.domain.statements import Statement

LONGEST_HEADLINE = 300
LONGEST_GAP = 80
LONGEST_SAW = 600
# The lines of a case's story with which it begins to wait for a verdict.
OPENING = ("found", "reopened")


def write(case: Contradiction, finding: Finding) -> None:
    """Set and save what is derived from the finding, and who takes part."""
    case.rule = finding.rule
    case.severity = finding.severity
    case.headline = " ≠ ".join(finding.headline)[:LONGEST_HEADLINE]
    case.topic = finding.topic[:LONGEST_HEADLINE]
    case.says = finding.says
    case.gap = finding.gap_in_words[:LONGEST_GAP]
    case.gap_in_ulps = finding.gap_in_ulps if finding.gap_in_words else None
    case.reckoning = reckoning_of(finding)
    case.facts = list(finding.facts)
    case.anchor = finding.anchor
    case.conflicts = [sorted(conflict) for conflict in finding.conflicts]
    case.inputs_hash = finding.inputs_hash
    case.save()
    _write_involvements(case, finding)
    _write_sightings(case, finding)


def _write_involvements(case: Contradiction, finding: Finding) -> None:
    weighed = {row.claim_id: row for row in case.involvements.all()}
    case.involvements.all().delete()
    Involvement.objects.bulk_create(
        Involvement(
            contradiction=case,
            claim_id=part.statement.claim,
            part=part.name,
            position=position,
            saw=_saw(part.statement),
            **_blame_of(weighed.get(part.statement.claim)),
        )
        for position, part in enumerate(finding.parts)
    )


def _blame_of(before: Involvement | None) -> dict[str, Any]:
    """Blame as it was: of a settled case that reads otherwise now nobody weighs it again."""
    return {} if before is None else {"regret": before.regret, "is_candidate": before.is_candidate}


def _write_sightings(case: Contradiction, finding: Finding) -> None:
    case.sightings.all().delete()
    Sighting.objects.bulk_create(
        Sighting(
            contradiction=case,
            text_id=spot.text,
            start=spot.start,
            end=spot.end,
            quote=spot.quote,
            part=spot.name,
            position=position,
        )
        for position, spot in enumerate(finding.spots)
    )


def reads_otherwise(case: Contradiction, finding: Finding) -> bool:
    """Whether labels or wording changed although the figures did not."""
    conflicts = [sorted(conflict) for conflict in finding.conflicts]
    stored = (case.says, case.severity, case.conflicts)
    return stored != (finding.says, finding.severity, conflicts)


def inputs_now(case: Contradiction) -> str:
    """The hash over the involved claims, or places of texts, as they stand now."""
    places = case.sightings.values_list("text__source__slug", "text", "start", "end")
    if places:
        return spots_hash(spots_now(list(places)))
    return inputs_of(list(involved_now(case).values()))


def difference(case: Contradiction, finding: Finding | None = None) -> str:
    """What the involved claims said then, against what they say now; and who is new."""
    now = involved_now(case)
    involvements = list(case.involvements.all())
    told = []
    for involvement in involvements:
        statement = now.get(involvement.claim_id)
        said = _saw(statement) if statement else "no longer accepted"
        if said != involvement.saw:
            told.append(f"{involvement.saw} → {said}")
    before = {involvement.claim_id for involvement in involvements}
    added = [part.statement for part in finding.parts] if finding else []
    told += [f"new: {_saw(claim)}" for claim in added if claim.claim not in before]
    return "; ".join(told)


def tell(case: Contradiction, what: str, says: str, by: User | None) -> None:
    """Add a line to the case's story."""
    Step.objects.create(contradiction=case, what=what, says=says, by=by)


def last_step() -> int:
    """Up to where the stories of all cases are told."""
    return Step.objects.order_by("-pk").values_list("pk", flat=True).first() or 0


def saw_now(claim: Claim) -> str:
    """What a claim says today, as the story of a case keeps it."""
    printed = Claim.objects.filter(pk=claim.pk).in_words()
    return _saw(statements_of(printed, is_as_printed=True)[claim.pk])


def _saw(statement: Statement) -> str:
    """What a claim said, with its reading where that is not what is printed."""
    said = f"{statement.printed} ({statement.topic})"
    if statement.reading != statement.printed.replace(",", ""):
        said = f"{statement.printed} ({statement.topic}, read as {statement.reading})"
    return said[:LONGEST_SAW]


def involved_now(case: Contradiction) -> Mapping[int, Statement]:
    claims = Claim.objects.accepted().filter(involvements__contradiction=case)
    return statements_of(claims.in_words(), is_as_printed=True)
