"""Gives the verdicts of the corpus, as its editors gave them, on what detection has found."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from apps.accounts.models import User
from apps.claims.models import Claim
from apps.contradictions.actions import VerdictDraft, settle
from apps.contradictions.models import Contradiction, Verdict
from apps.domain.refusals import Refusal
from apps.reading.corpus.rows import Row

KINDS = {kind.name.lower().replace("_", "-"): kind for kind in Verdict.Kind}

Tell = Callable[[str], None]


def load_verdicts(rows: list[Row], *, editors: Mapping[str, User], tell: Tell) -> None:
    """Settle the cases that are found and that nobody ever settled; tell of the others."""
    for row in rows:
        _refuse_unknown(row, editors)
        case = _case_of(row.fields)
        if case is None:
            tell(f"  {row.file}, line {row.line}: detection finds no such case; no verdict given.")
        elif case.state == Contradiction.State.OPEN and not case.verdicts.exists():
            _settle(case, row, editors[row.fields["by"]], tell)


def _case_of(fields: Mapping[str, Any]) -> Contradiction | None:
    """The one case of this rule about all these claims and places."""
    cases = Contradiction.objects.public().filter(rule=fields["rule"])
    for key in fields.get("claims", []):
        cases = cases.filter(involvements__claim__key=key)
    for place in fields.get("places", []):
        cases = cases.filter(
            sightings__text__source__slug=place["source"],
            sightings__start=place["start"],
            sightings__end=place["end"],
        )
    found = list(cases.distinct()[:2])
    return found[0] if len(found) == 1 else None


def _settle(case: Contradiction, row: Row, by: User, tell: Tell) -> None:
    try:
        settle(contradiction=case, verdict=_draft(row.fields), by=by, version=case.version)
    except Refusal as refusal:
        tell(f"  {row.file}, line {row.line}: no verdict given. {refusal}")


def _draft(fields: Mapping[str, Any]) -> VerdictDraft:
    lines = ("corrected_reading", "corrected_unit", "differ_in", "distinction", "would_decide")
    apart = fields.get("apart", {})
    return VerdictDraft(
        kind=KINDS[fields["kind"]],
        rationale=fields["rationale"],
        wrong=tuple(Claim.objects.filter(key__in=fields.get("wrong", []))),
        apart=tuple((c, apart[c.key]) for c in Claim.objects.filter(key__in=apart)),
        evidence="\n".join(fields.get("evidence", [])),
        **{name: fields.get(name, "") for name in lines},
    )


def _refuse_unknown(row: Row, editors: Mapping[str, User]) -> None:
    for name, known in (("kind", KINDS), ("by", editors)):
        if row.fields[name] not in known:
            raise Refusal(
                f"{row.file}, line {row.line}: there is no {name} “{row.fields[name]}”.",
                remedy=f"Choose one of {', '.join(known)}.",
            )
