"""What claims would agree with and contradict, found by entering them and taking all of it back."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from django.db import transaction
from django.urls import reverse

from apps.accounts.models import User
from apps.annotations.assigning import unseen
from apps.annotations.models import Review
from apps.claims.actions import correct_claim, record_claims, review_claims
from apps.claims.changes import Touched, untold
from apps.claims.drafts import ClaimDraft
from apps.claims.facts import restate
from apps.claims.models import Claim
from apps.claims.places import heading, places_of
from apps.claims.wording import derivation, printed_with_unit, topic, value_in_words
from apps.contradictions.detection import find
from apps.contradictions.facts import Scope
from apps.contradictions.findings import Finding, Severity
from apps.contradictions.rooms import spend

TRIED = "tried out"
IN_NO_TEXT = frozenset[str]()


@dataclass(frozen=True)
class Other:
    """A stored claim as a form names it."""

    heading: str
    printed: str
    url: str


@dataclass(frozen=True)
class Clash:
    """What cannot all be true, and the stored claims in it."""

    headline: str
    says: str
    others: tuple[Other, ...]


@dataclass(frozen=True)
class Trial:
    """A claim as it would be understood, and where it would stand among the others."""

    topic: str
    value: str
    derivation: str
    agrees: tuple[Other, ...]
    clashes: tuple[Clash, ...]
    is_alone: bool = False

    def alone(self) -> Trial:
        """The same for who is not to know what others say."""
        return replace(self, agrees=(), clashes=(), is_alone=True)


def tried(*, drafts: Sequence[ClaimDraft], by: User) -> list[Trial]:
    """Enter the claims as if they were accepted, look for what they contradict, and undo it.

    What cannot be entered is refused as it would be then. Nothing is told to anybody, and nobody
    is blamed: that takes long, and waits until they are entered.
    """

    def enter() -> list[Claim]:
        return record_claims(drafts=drafts, by=by, reason=TRIED, review=Review.ACCEPTED)

    return _after(enter)


def tried_instead(*, claim: Claim, draft: ClaimDraft, by: User) -> Trial:
    """Let a stored claim say what the draft does, as if that were accepted, and undo it."""

    def edit() -> list[Claim]:
        now = Claim.objects.get(pk=claim.pk)
        edited = correct_claim(claim=now, draft=draft, by=by, reason=TRIED, version=now.version)
        review_claims(claims=[edited], review=Review.ACCEPTED, by=by, reason=TRIED)
        return [edited]

    return _after(edit)[0]


def _after(enter: Callable[[], Sequence[Claim]]) -> list[Trial]:
    """What can be seen of the claims once they are entered; nothing of it stays."""
    with transaction.atomic():
        with unseen(), untold() as changed:
            claims = enter()
        touched = Touched(frozenset(changed), restate(frozenset(changed)))
        spend(touched)
        findings = find(Scope.of(touched), IN_NO_TEXT)
        seen = _seen([claim.pk for claim in claims], findings)
        transaction.set_rollback(True)
    return seen


def _seen(entered: Sequence[int], findings: Sequence[Finding]) -> list[Trial]:
    new = {claim.pk: claim for claim in Claim.objects.filter(pk__in=entered).in_words()}
    serious = [finding for finding in findings if finding.severity != Severity.NOTE]
    clashes = {pk: _clashes(pk, serious) for pk in entered}
    facts = {claim.fact_key for claim in new.values()}
    answers = list(Claim.objects.in_network().on_facts(facts).exclude(pk__in=entered).in_words())
    others = _others(answers)
    return [
        Trial(
            topic=topic(new[pk]),
            value=value_in_words(new[pk]),
            derivation=derivation(new[pk]),
            agrees=tuple(_agreeing(new[pk], answers, others, clashes[pk])),
            clashes=clashes[pk],
        )
        for pk in entered
    ]


def _clashes(entered: int, findings: Iterable[Finding]) -> tuple[Clash, ...]:
    return tuple(
        Clash(
            headline=" ≠ ".join(finding.headline),
            says=finding.says,
            others=tuple(
                Other(stated.label, stated.printed, reverse("reading:claim", args=[stated.key]))
                for stated in (part.statement for part in finding.parts)
                if stated.claim != entered
            ),
        )
        for finding in findings
        if any(part.statement.claim == entered for part in finding.parts)
    )


def _agreeing(
    claim: Claim,
    answers: Iterable[Claim],
    others: Mapping[int, Other],
    clashes: Iterable[Clash],
) -> Iterable[Other]:
    """Other answers to the same question that no clash sets against this one."""
    against = {other.url for clash in clashes for other in clash.others}
    return (
        others[answer.pk]
        for answer in answers
        if answer.fact_key == claim.fact_key and answer.get_absolute_url() not in against
    )


def _others(claims: Sequence[Claim]) -> dict[int, Other]:
    places = places_of(claims)
    return {
        claim.pk: Other(
            heading(claim, places[claim.pk]), printed_with_unit(claim), claim.get_absolute_url()
        )
        for claim in claims
    }
