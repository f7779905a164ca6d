"""What a verdict would do, found by giving it and taking all of it back."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from django.db import transaction

from apps.accounts.models import User
from apps.annotations.models import Review
from apps.claims.actions import judge_claims, review_claims
from apps.claims.agreed import in_common
from apps.claims.models import Claim, Fact
from apps.claims.wording import topic
from apps.contradictions.actions import revise, settle
from apps.contradictions.models import Contradiction, Step
from apps.contradictions.pairing import set_aside
from apps.contradictions.recording import OPENING, last_step
from apps.contradictions.settling import VerdictDraft

UNSETTLED = "unsettled"
NOTHING = "no answer"
CLOSING = frozenset({"closed", "withdrawn"})


@dataclass(frozen=True)
class Turn:
    """A fact whose settled value would be another."""

    question: str
    before: str
    after: str


@dataclass(frozen=True)
class Outlook:
    """The other cases that would close or open, and the facts that would read otherwise."""

    closes: list[Contradiction]
    opens: list[Contradiction]
    turns: list[Turn]
    is_withdrawn: bool

    @property
    def is_quiet(self) -> bool:
        """Whether nothing would follow but the verdict itself."""
        return not (self.closes or self.opens or self.turns or self.is_withdrawn)


def outlook(
    *, contradiction: Contradiction, verdict: VerdictDraft, by: User, version: int
) -> Outlook:
    """Give the verdict, look at what follows, and undo it; what it cannot do, it refuses."""
    give = revise if contradiction.is_settled else settle
    with transaction.atomic():
        claims = _near(contradiction)
        before, last = _values(claims), last_step()
        set_aside(contradiction)
        give(contradiction=contradiction, verdict=verdict, by=by, version=version)
        seen = _seen(claims, before, last, contradiction)
        transaction.set_rollback(True)
    return seen


def without(*, claim: Claim, by: User) -> Outlook:
    """Judge the claim wrong with no verdict, look at what follows, and undo it."""
    with transaction.atomic():
        claims = _beside(claim)
        before, last = _values(claims), last_step()
        judge_claims(claims=[claim], is_wrong=True, by=by, reason="what if it were wrong")
        seen = _seen(claims, before, last)
        transaction.set_rollback(True)
    return seen


def accepted(*, claim: Claim, by: User) -> Outlook:
    """Accept a proposed claim, look at what follows, and undo it."""
    with transaction.atomic():
        claims = [*_beside(claim), claim]
        before, last = _values(claims), last_step()
        review_claims(claims=[claim], review=Review.ACCEPTED, by=by, reason="what if accepted")
        seen = _seen(claims, before, last)
        transaction.set_rollback(True)
    return seen


def _seen(
    claims: list[Claim], before: Mapping[str, str], last: int, case: Contradiction | None = None
) -> Outlook:
    """What has changed since, in this transaction, beside the case itself."""
    after = _values(claims)
    turned = [key for key in before if before[key] != after[key]]
    questions = {claim.fact_key: topic(claim) for claim in claims}
    closes, opens = _others(case, last)
    return Outlook(
        closes=closes,
        opens=opens,
        turns=[Turn(questions[key], before[key], after[key]) for key in turned],
        is_withdrawn=case is not None and _is_withdrawn(case),
    )


def _beside(claim: Claim) -> list[Claim]:
    """The claims on its fact, and on all facts of the open cases in which it stands."""
    cases = Contradiction.objects.open().touching([claim]).values_list("facts", flat=True)
    keys = {claim.fact_key, *(key for facts in cases for key in facts)}
    return list(Claim.objects.accepted().on_facts(keys).in_words())


def _near(case: Contradiction) -> list[Claim]:
    """The claims on all facts that the case is about, and on those of its claims."""
    claims = Claim.objects.filter(involvements__contradiction=case)
    keys = {*case.facts, *claims.values_list("fact_key", flat=True)}
    return list(Claim.objects.accepted().on_facts(keys).in_words())


def _values(claims: Collection[Claim]) -> Mapping[str, str]:
    """For each question, by its key, the value that stands now, in words."""
    keys = {claim.fact_key for claim in claims}
    facts = {fact.key: fact for fact in Fact.objects.filter(key__in=keys).select_related("measure")}
    now = list(Claim.objects.filter(pk__in=[claim.pk for claim in claims]).in_words())
    return {key: _value(facts.get(key), now) for key in keys}


def _value(fact: Fact | None, claims: list[Claim]) -> str:
    if fact is None or not fact.claim_ids:
        return NOTHING
    if fact.disagrees:
        return UNSETTLED
    return in_common(fact, claims) or "several answers"


def _others(
    case: Contradiction | None, last: int
) -> tuple[list[Contradiction], list[Contradiction]]:
    """The other cases whose story went on since, by where they stand now."""
    told: dict[int, list[str]] = {}
    steps = Step.objects.filter(pk__gt=last).order_by("pk")
    if case is not None:
        steps = steps.exclude(contradiction=case)
    for number, what in steps.values_list("contradiction", "what"):
        told.setdefault(number, []).append(what)
    cases = Contradiction.objects.in_bulk(list(told))
    closes = [cases[n] for n, words in told.items() if words[0] in CLOSING]
    opens = [cases[n] for n, words in told.items() if words[0] in OPENING and cases[n].is_open]
    return closes, opens


def _is_withdrawn(case: Contradiction) -> bool:
    now = Contradiction.objects.get(pk=case.pk)
    return now.state == Contradiction.State.WITHDRAWN
