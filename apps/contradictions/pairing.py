"""Two verdicts that do not know of each other, before one is given."""

from __future__ import annotations

from django.db import transaction

from apps.accounts.history import because
from apps.accounts.models import User
from apps.accounts.permissions import is_allowed
from apps.contradictions.drafting import APART, drop_draft
from apps.contradictions.locking import locked
from apps.contradictions.models import Contradiction, Notice, Opinion, Pair, Verdict
from apps.contradictions.notices import notify
from apps.contradictions.recording import tell
from apps.contradictions.settling import (
    VerdictDraft,
    refuse_if_not_to_be_settled,
    refuse_own_work,
)
from apps.domain.refusals import Refusal

BOTH = 2


@transaction.atomic
def ask_two(*, contradiction: Contradiction, one: User, other: User, by: User) -> Pair:
    """Ask two editors for a verdict each; neither sees the other's before both are given."""
    case = locked(contradiction)
    if not case.is_open:
        raise Refusal(f"Case {case.pk} is {case.get_state_display()}.", remedy="Reopen it first.")
    if Pair.objects.open_on(case) is not None:
        raise Refusal("Two editors were asked already.", remedy="Wait, or call it off first.")
    if one == other:
        raise Refusal("It takes two editors.", remedy="Choose another one.")
    involved = list(case.involvements.values_list("claim", flat=True))
    for person in (one, other):
        if not is_allowed(person, "settle_contradiction"):
            raise Refusal(f"{person.display_name} settles nothing.", remedy="Choose an editor.")
        refuse_own_work(involved, person)
    names = f"{one.display_name} and {other.display_name}"
    with because(by, f"asked {names} for a verdict each"):
        pair = Pair.objects.create(contradiction=case, one=one, other=other, asked_by=by)
        says = f"Asked {names} for a verdict each, unseen by the other."
        tell(case, "asked two", says, by)
    notify([one, other], about=Notice.About.ASSIGNMENT, case=case, says=says, by=by)
    return pair


@transaction.atomic
def give_opinion(
    *, contradiction: Contradiction, verdict: VerdictDraft, by: User, version: int
) -> Opinion:
    """Say what one would decide; the second of the two opens both."""
    case = locked(contradiction)
    refuse_if_not_to_be_settled(case, verdict, by, version)
    pair = Pair.objects.open_on(case)
    if pair is None or by not in (pair.one, pair.other):
        raise Refusal("You were not asked for a verdict apart.", remedy="Open the case again.")
    if pair.opinions.filter(person=by).exists():
        raise Refusal("You gave your verdict already.", remedy="Wait for the other one.")
    with because(by, f"a verdict apart on contradiction {case.pk}"):
        given = Opinion.objects.create(pair=pair, person=by, typed=_typed(verdict))
        tell(case, "answered apart", f"{by.display_name} gave a verdict apart.", by)
    drop_draft(contradiction=case, by=by)
    if pair.opinions.count() == BOTH:
        says = "Both verdicts are given: compare them, and record your consensus."
        people = [pair.one, pair.other]
        notify(people, about=Notice.About.ASSIGNMENT, case=case, says=says, by=None)
    return given


@transaction.atomic
def call_off(*, contradiction: Contradiction, by: User) -> None:
    """Go back to one verdict; what was given apart stays unseen."""
    case = locked(contradiction)
    pair = Pair.objects.open_on(case)
    if pair is None:
        raise Refusal("Nobody was asked for a verdict apart.", remedy="There is nothing to stop.")
    with because(by, "called off two verdicts"):
        pair.is_closed = True
        pair.save(update_fields=["is_closed"])
        tell(case, "called off", "Two verdicts apart were called off.", by)


def refuse_while_apart(case: Contradiction) -> None:
    """Refuse a verdict on a case that two editors are answering apart."""
    pair = Pair.objects.open_on(case)
    if pair is not None and pair.opinions.count() < BOTH:
        raise Refusal(
            "Two editors answer this case apart, and not both have.",
            remedy="Wait for them, or call it off.",
        )


def close_pair(case: Contradiction, verdict: Verdict) -> None:
    """The verdict on the case is the consensus of those who were asked apart."""
    Pair.objects.filter(contradiction=case, is_closed=False).update(is_closed=True, verdict=verdict)


def set_aside(case: Contradiction) -> None:
    """For a look ahead that is undone: as if nobody had been asked apart."""
    Pair.objects.filter(contradiction=case, is_closed=False).update(is_closed=True)


def _typed(verdict: VerdictDraft) -> dict[str, list[str]]:
    """A verdict as its form would send it, so that a form can be filled from it."""
    words = ("corrected_reading", "corrected_unit", "differ_in", "distinction", "would_decide")
    typed = {name: [getattr(verdict, name)] for name in (*words, "evidence", "rationale")}
    typed |= {"kind": [str(int(verdict.kind))], "wrong": [str(c.pk) for c in verdict.wrong]}
    typed |= {f"{APART}{claim.pk}": [value] for claim, value in verdict.apart}
    return {name: values for name, values in typed.items() if any(values)}
