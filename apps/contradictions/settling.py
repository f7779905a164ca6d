"""When a verdict may be given, and when it may be taken back."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from apps.accounts.models import User
from apps.claims.models import Claim
from apps.contradictions.models import Contradiction, Verdict
from apps.domain.complaints import is_storable
from apps.domain.refusals import Refusal, Stale, quoted

SHORTEST_RATIONALE = 10
LONGEST_LINE = 250
LONGEST_VALUE = 80
JUDGES_WRONG = frozenset(
    {Verdict.Kind.SOURCE_WRONG, Verdict.Kind.ONE_RIGHT, Verdict.Kind.TRANSCRIPTION}
)


@dataclass(frozen=True)
class VerdictDraft:
    """A verdict as an editor enters it; `wrong` holds the claims that it judges wrong.

    Where both stand, `apart` says of claims what they are in the role in which they differ.
    """

    kind: Verdict.Kind
    rationale: str
    wrong: Sequence[Claim] = ()
    corrected_reading: str = ""
    corrected_unit: str = ""
    differ_in: str = ""
    apart: Sequence[tuple[Claim, str]] = ()
    distinction: str = ""
    would_decide: str = ""
    evidence: str = ""

    @property
    def corrects_us(self) -> bool:
        """Whether it says how our own transcription should have read."""
        return self.kind == Verdict.Kind.TRANSCRIPTION and bool(self.corrected_reading.strip())


def refuse_if_not_to_be_settled(
    case: Contradiction, verdict: VerdictDraft, by: User, version: int
) -> None:
    """Refuse a verdict on a case that takes none now, or one that does not fit."""
    if version < case.version and not case.is_open:
        raise Stale(
            f"This contradiction is {case.get_state_display()} since you began to write.",
            remedy="Nothing is to be settled now; what you wrote is kept below.",
        )
    if case.is_settled:
        raise Refusal("This contradiction is settled already.", remedy="Reopen it first.")
    if not case.is_open:
        raise Refusal("This contradiction is withdrawn.", remedy="There is nothing to settle.")
    _refuse_version(case, version)
    _refuse_what_does_not_fit(case, verdict, by)


def refuse_if_not_to_be_revised(
    case: Contradiction, verdict: VerdictDraft, by: User, version: int
) -> None:
    """Refuse a new verdict where none stands, or where it was given on another case."""
    if version < case.version and not case.is_settled:
        raise Stale(
            f"This contradiction is {case.get_state_display()} since you began to write.",
            remedy="No verdict stands to be replaced; what you wrote is kept below.",
        )
    _refuse_if_not_settled_here(case)
    _refuse_version(case, version)
    _refuse_what_does_not_fit(case, verdict, by)


def refuse_if_settled_elsewhere(case: Contradiction, before: Verdict) -> None:
    """Refuse, and so undo, a new verdict on a case that falls with another one without the old."""
    if not case.is_open:
        raise Refusal(
            f"Without verdict {before.pk} this case is {case.get_state_display()} already.",
            remedy="Reopen it to see why.",
        )


def refuse_if_others_still_clash(case: Contradiction, *, is_corrected: bool) -> None:
    """Refuse, and so undo, a verdict that leaves claims of the case at odds with each other."""
    if Contradiction.objects.open().filter(pk=case.pk).exists():
        raise Refusal(
            "Without these claims the others of this case would still contradict each other."
            if not is_corrected
            else "As corrected, the claims of this case would still contradict each other.",
            remedy="Choose all claims that are wrong, or another verdict.",
        )


def refuse_if_not_to_be_reopened(case: Contradiction, reason: str) -> None:
    """Refuse to reopen what is not settled, or what was settled elsewhere."""
    _refuse_if_not_settled_here(case)
    _refuse_short("reason", reason)


def _refuse_if_not_settled_here(case: Contradiction) -> None:
    if case.settled_by is None:
        raise Refusal(f"Case {case.pk} is not settled.", remedy="There is nothing to reopen.")
    if not case.is_settled_by_its_own_verdict:
        other = case.settled_by.contradiction_id
        raise Refusal(
            f"Case {case.pk} was resolved by the verdict on case {other}.",
            remedy="Reopen that one; this comes back with it.",
        )


def _refuse_version(case: Contradiction, version: int) -> None:
    if version > case.version:
        raise Refusal("This contradiction has no such version.", remedy="Open its page again.")
    if case.version != version:
        raise Stale(
            "This contradiction changed while you were writing.",
            remedy="Read what is new above; your text is kept below, settle again.",
        )


def _refuse_what_does_not_fit(case: Contradiction, verdict: VerdictDraft, by: User) -> None:
    _refuse_words(verdict)
    involved = set(case.involvements.values_list("claim_id", flat=True))
    _refuse_wrong_claims(verdict, involved)
    _refuse_unless_set_apart(verdict, involved)
    refuse_own_work(involved, by)


def _refuse_words(verdict: VerdictDraft) -> None:
    if verdict.kind not in Verdict.Kind.values:
        raise Refusal(f"There is no verdict of kind {verdict.kind}.", remedy="Choose one of seven.")
    _refuse_short("reason", verdict.rationale)
    for name in ("corrected_reading", "distinction", "would_decide", "evidence"):
        value, title = getattr(verdict, name), name.replace("_", " ")
        if not is_storable(value):
            raise Refusal(f"The {title} holds a NUL or half a character.", remedy="Take it out.")
        if len(value) > LONGEST_LINE and name != "evidence":
            raise Refusal(f"The {title} is longer than {LONGEST_LINE}.", remedy="Shorten it.")
    if verdict.kind == Verdict.Kind.UNDECIDED and not verdict.would_decide.strip():
        raise Refusal("Not decided yet: what evidence would decide?", remedy="Name it.")
    if verdict.corrects_us and len(verdict.wrong) != 1:
        raise Refusal(
            "One corrected reading is for one claim.", remedy="Choose the claim it is for."
        )


def _refuse_short(what: str, words: str) -> None:
    if not is_storable(words):
        raise Refusal(f"The {what} holds a NUL or half a character.", remedy="Take it out.")
    if len(words.strip()) < SHORTEST_RATIONALE:
        raise Refusal(
            f"The {what} is too short.", remedy=f"Write at least {SHORTEST_RATIONALE} characters."
        )


def _refuse_wrong_claims(verdict: VerdictDraft, involved: set[int]) -> None:
    if any(claim.pk not in involved for claim in verdict.wrong):
        raise Refusal("That claim plays no part here.", remedy="Choose a claim of this case.")
    if verdict.kind in JUDGES_WRONG and involved and not verdict.wrong:
        raise Refusal("This verdict needs the claim that is wrong.", remedy="Choose the claim.")
    if verdict.kind not in JUDGES_WRONG and verdict.wrong:
        raise Refusal(
            f"“{Verdict.Kind(verdict.kind).label}” judges no claim wrong.",
            remedy="Choose no claim, or another verdict.",
        )


def _refuse_unless_set_apart(verdict: VerdictDraft, involved: set[int]) -> None:
    """Where both stand, a role has to tell at least two claims apart, or a note says how."""
    if verdict.kind != Verdict.Kind.BOTH_STAND:
        if verdict.differ_in or verdict.apart:
            raise Refusal(
                "Only where both stand is there a role that sets them apart.",
                remedy="Name none, or choose “Both stand”.",
            )
        return
    if verdict.differ_in and verdict.differ_in not in Verdict.Differing.values:
        raise Refusal(f"There is no role {quoted(verdict.differ_in)}.", remedy="Choose one listed.")
    if not verdict.differ_in and not verdict.distinction.strip():
        raise Refusal("Both stand: in what do they differ?", remedy="Name scope, period or basis.")
    if verdict.apart and not verdict.differ_in:
        raise Refusal("In which role do the claims differ so?", remedy="Choose the role.")
    _refuse_values(verdict, involved)


def _refuse_values(verdict: VerdictDraft, involved: set[int]) -> None:
    if any(claim.pk not in involved for claim, _ in verdict.apart):
        raise Refusal("That claim plays no part here.", remedy="Choose a claim of this case.")
    values = [value.strip() for _, value in verdict.apart]
    if not all(map(is_storable, values)):
        raise Refusal("What a claim is holds a NUL or half a character.", remedy="Take it out.")
    if any(len(value) > LONGEST_VALUE for value in values):
        raise Refusal(f"What a claim is, is longer than {LONGEST_VALUE}.", remedy="Shorten it.")
    if verdict.differ_in and len(involved) > 1 and len({v.casefold() for v in values if v}) < 2:
        raise Refusal(
            "The role tells no two claims of the case apart.",
            remedy="Say of at least two claims what they are, each otherwise.",
        )


def refuse_own_work(involved: Iterable[int], by: User) -> None:
    """Nobody settles their own claims while another editor could."""
    own = Claim.objects.filter(pk__in=involved, entered_by=by).first()
    if own is not None and User.objects.has_editor_beside(by):
        raise Refusal(
            f"You entered the claim “{own.printed}” yourself.", remedy="Ask another editor."
        )
