"""What happens to contradictions: detection finds them, editors take and settle them."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace

from django.db import transaction

from apps.accounts.history import because
from apps.accounts.models import User
from apps.claims import changes
from apps.claims.actions import correct_claim, draft_of, judge_claims
from apps.claims.facts import restate_all
from apps.claims.models import Claim
from apps.contradictions.blaming import store_blame
from apps.contradictions.drafting import drop_draft
from apps.contradictions.facts import around
from apps.contradictions.findings import text_key
from apps.contradictions.grounds import grounds_in
from apps.contradictions.holding import let_go, take
from apps.contradictions.locking import locked, save
from apps.contradictions.models import Contradiction, Distinction, Ground, Verdict
from apps.contradictions.notices import notify_authors
from apps.contradictions.pairing import close_pair, refuse_while_apart
from apps.contradictions.reconciling import reconcile
from apps.contradictions.recording import tell
from apps.contradictions.rooms import measure_all
from apps.contradictions.settling import (
    JUDGES_WRONG,
    SHORTEST_RATIONALE,
    VerdictDraft,
    refuse_if_not_to_be_reopened,
    refuse_if_not_to_be_revised,
    refuse_if_not_to_be_settled,
    refuse_if_others_still_clash,
    refuse_if_settled_elsewhere,
)

__all__ = [
    "JUDGES_WRONG",
    "SHORTEST_RATIONALE",
    "Changed",
    "VerdictDraft",
    "detect",
    "let_go",
    "reopen",
    "revise",
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
        measure_all()
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
def settle(
    *, contradiction: Contradiction, verdict: VerdictDraft, by: User, version: int
) -> Verdict:
    """Settle a contradiction with a reason that the public will read."""
    case = locked(contradiction)
    refuse_if_not_to_be_settled(case, verdict, by, version)
    refuse_while_apart(case)
    with because(by, f"verdict on contradiction {case.pk}"):
        return _give(case, verdict, by, revises=None)


@transaction.atomic
def revise(
    *, contradiction: Contradiction, verdict: VerdictDraft, by: User, version: int
) -> Verdict:
    """Put a new verdict in the place of the one that stands; both stay in the history."""
    case = locked(contradiction)
    refuse_if_not_to_be_revised(case, verdict, by, version)
    before = case.settled_by
    assert before is not None
    with because(by, f"new verdict on contradiction {case.pk}"):
        case.state, case.settled_by = Contradiction.State.OPEN, None
        save(case, "state", "settled_by")
        tell(case, "revised", f"Verdict {before.pk} is being replaced.", by)
        _lift(before, by, f"verdict {before.pk} is revised")
        case.refresh_from_db()
        refuse_if_settled_elsewhere(case, before)
        return _give(case, verdict, by, revises=before)


def _give(case: Contradiction, verdict: VerdictDraft, by: User, revises: Verdict | None) -> Verdict:
    """Store a verdict on an open case, and let follow what follows."""
    given = _stored(case, verdict, by, revises)
    case.state, case.settled_by = Contradiction.State.SETTLED, given
    save(case, "state", "settled_by")
    tell(case, "settled", f"{given.get_kind_display()}: {given.rationale}", by)
    drop_draft(contradiction=case, by=by)
    close_pair(case, given)
    if verdict.corrects_us:
        _correct(verdict, by, given)
    else:
        reason = f"verdict {given.pk}"
        judge_claims(
            claims=verdict.wrong, is_wrong=True, by=by, reason=reason, corrected=given.corrected
        )
    if not verdict.wrong:  # who is to blame in other cases may depend on this one
        detect(facts=frozenset(case.facts), by=by)
    is_corrected = verdict.corrects_us or given.corrected is not None
    refuse_if_others_still_clash(case, is_corrected=is_corrected)
    notify_authors(case, given)
    return given


def _stored(
    case: Contradiction, verdict: VerdictDraft, by: User, revises: Verdict | None
) -> Verdict:
    given = Verdict.objects.create(
        contradiction=case,
        kind=verdict.kind,
        rationale=verdict.rationale.strip(),
        corrected_reading=verdict.corrected_reading.strip(),
        corrected_unit=verdict.corrected_unit,
        differ_in=verdict.differ_in,
        distinction=verdict.distinction.strip(),
        would_decide=verdict.would_decide.strip(),
        evidence=verdict.evidence.strip(),
        revises=revises,
        given_by=by,
    )
    given.wrong_claims.set(verdict.wrong)
    Distinction.objects.bulk_create(
        Distinction(verdict=given, claim=claim, value=value.strip())
        for claim, value in verdict.apart
        if value.strip()
    )
    grounds = grounds_in(verdict.evidence)
    for ground in grounds:
        ground.verdict = given
    Ground.objects.bulk_create(grounds)
    return given


def _correct(verdict: VerdictDraft, by: User, given: Verdict) -> None:
    """Mend our transcription of the one claim; detection decides what becomes of the case."""
    [claim] = verdict.wrong
    draft = replace(draft_of(claim), reading=verdict.corrected_reading.strip())
    if verdict.corrected_unit:
        draft = replace(draft, unit=verdict.corrected_unit)
    now = Claim.objects.get(pk=claim.pk)
    correct_claim(claim=now, draft=draft, by=by, reason=f"verdict {given.pk}", version=now.version)


@transaction.atomic
def reopen(*, contradiction: Contradiction, by: User, reason: str) -> Contradiction:
    """Take a verdict back into question; claims that it judged wrong rejoin the network."""
    case = locked(contradiction)
    refuse_if_not_to_be_reopened(case, reason)
    verdict = case.settled_by
    assert verdict is not None
    with because(by, reason.strip()):
        case.state, case.settled_by = Contradiction.State.OPEN, None
        save(case, "state", "settled_by")
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
