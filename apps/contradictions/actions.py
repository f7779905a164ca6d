"""What happens to contradictions: detection finds them, editors take and settle them."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from django.db import transaction

from apps.accounts.history import because
from apps.accounts.models import User
from apps.claims import changes
from apps.claims.actions import judge_claims
from apps.claims.facts import restate_all
from apps.contradictions.blaming import store_blame
from apps.contradictions.facts import around
from apps.contradictions.findings import text_key
from apps.contradictions.models import Contradiction, Verdict
from apps.contradictions.reconciling import reconcile
from apps.contradictions.recording import tell
from apps.contradictions.settling import (
    JUDGES_WRONG,
    SHORTEST_RATIONALE,
    Stale,
    VerdictDraft,
    refuse_if_not_to_be_reopened,
    refuse_if_not_to_be_settled,
    refuse_if_others_still_clash,
)
from apps.domain.refusals import Refusal

__all__ = [
    "JUDGES_WRONG",
    "SHORTEST_RATIONALE",
    "Changed",
    "Stale",
    "VerdictDraft",
    "detect",
    "reopen",
    "settle",
    "take",
]


@dataclass(frozen=True)
class Changed:
    """How many contradictions a detection found, reopened, withdrew and closed."""

    found: int = 0
    reopened: int = 0
    withdrawn: int = 0
    closed: int = 0
    standing: int = 0


@transaction.atomic
def detect(*, facts: frozenset[str] | None, by: User | None) -> Changed:
    """Bring the stored contradictions over these facts in line with a fresh detection.

    None is the whole network; its facts are reckoned from the claims once more then.
    """
    changes.take_turns()
    if facts is None:
        restate_all()
    return _detect(None if facts is None else around(facts), by)


def after_claims_changed(touched: changes.Touched, by: User | None) -> None:
    """Detection inside the saving transaction, on the changed facts only."""
    _detect(touched, by)


def after_texts_changed(slugs: frozenset[str], by: User | None) -> None:
    """Detection over the print of these sources, together with that over changed claims."""
    changes.take_turns()
    changes.tell({text_key(slug) for slug in slugs}, by)


def _detect(touched: changes.Touched | None, by: User | None) -> Changed:
    """A verdict falls when a claim behind it changes.

    Claims that it alone judged wrong rejoin the network then, and detection looks again.
    """
    counts: Counter[str] = Counter()
    with because(by, "detection"):
        while True:
            outcome = reconcile(touched, by)
            counts += outcome.counts
            for verdict in outcome.fallen:
                _lift(verdict, by, f"verdict {verdict.pk} fell")
            if not outcome.fallen:
                store_blame(None if touched is None else touched.facts | outcome.facts)
                return Changed(**counts)


@transaction.atomic
def take(*, contradiction: Contradiction, by: User) -> Contradiction:
    """Say that one is working on a case."""
    case = _locked(contradiction)
    if not case.is_open:
        raise Refusal(f"Case {case.pk} is {case.get_state_display()}.", remedy="Nothing to take.")
    with because(by, "took the case for review"):
        case.state, case.assigned_to = Contradiction.State.IN_REVIEW, by
        _save(case, "state", "assigned_to")
        tell(case, "taken", "Taken for review.", by)
    return case


@transaction.atomic
def settle(
    *, contradiction: Contradiction, verdict: VerdictDraft, by: User, version: int
) -> Verdict:
    """Settle a contradiction with a reason that the public will read."""
    case = _locked(contradiction)
    refuse_if_not_to_be_settled(case, verdict, by, version)
    reason = f"verdict on contradiction {case.pk}"
    with because(by, reason):
        given = Verdict.objects.create(
            contradiction=case,
            kind=verdict.kind,
            rationale=verdict.rationale.strip(),
            corrected_reading=verdict.corrected_reading.strip(),
            corrected_unit=verdict.corrected_unit,
            distinction=verdict.distinction.strip(),
            evidence=verdict.evidence.strip(),
            given_by=by,
        )
        given.wrong_claims.set(verdict.wrong)
        case.state, case.settled_by = Contradiction.State.SETTLED, given
        _save(case, "state", "settled_by")
        tell(case, "settled", f"{given.get_kind_display()}: {given.rationale}", by)
        judge_claims(
            claims=verdict.wrong, is_wrong=True, by=by, reason=reason, corrected=given.corrected
        )
        if not verdict.wrong:  # who is to blame in other cases may depend on this one
            detect(facts=frozenset(case.facts), by=by)
    refuse_if_others_still_clash(case, is_corrected=given.corrected is not None)
    return given


@transaction.atomic
def reopen(*, contradiction: Contradiction, by: User, reason: str) -> Contradiction:
    """Take a verdict back into question; claims that it judged wrong rejoin the network."""
    case = _locked(contradiction)
    refuse_if_not_to_be_reopened(case, reason)
    verdict = case.settled_by
    assert verdict is not None
    with because(by, reason.strip()):
        case.state, case.settled_by = Contradiction.State.OPEN, None
        _save(case, "state", "settled_by")
        tell(case, "reopened", reason.strip(), by)
        _lift(verdict, by, reason.strip())
        detect(facts=frozenset(case.facts), by=by)
    case.refresh_from_db()
    return case


def _lift(verdict: Verdict, by: User | None, reason: str) -> None:
    """Let claims that this verdict judged rejoin the network, but for what others say of them."""
    others = Verdict.objects.standing().exclude(pk=verdict.pk)
    for claim in verdict.wrong_claims.judged():
        left = others.filter(wrong_claims=claim).last()
        corrected = left.corrected if left is not None else None
        is_wrong = left is not None
        judge_claims(claims=[claim], is_wrong=is_wrong, by=by, reason=reason, corrected=corrected)


def _locked(contradiction: Contradiction) -> Contradiction:
    changes.take_turns()
    return Contradiction.objects.select_for_update(of=("self",)).get(pk=contradiction.pk)


def _save(case: Contradiction, *fields: str) -> None:
    case.version += 1
    case.save(update_fields=[*fields, "version"])
