"""What two people mark apart: who begins, what each of them says, and what of it is entered."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass, replace
from itertools import groupby

from django.db import transaction
from django.utils import timezone

from apps.accounts.history import because
from apps.accounts.models import User
from apps.accounts.permissions import is_allowed
from apps.annotations.actions import record_mentions_in, review_mentions
from apps.annotations.drafts import MentionDraft
from apps.annotations.models import Assignment, Mention, OwnMark, Review
from apps.claims.actions import record_claims
from apps.claims.checking import Desk, terms_of
from apps.claims.drafts import ClaimDraft, draft_noted
from apps.claims.models import Claim, Evidence
from apps.domain.refusals import Refusal
from apps.entities.actions import record_entities
from apps.entities.drafts import EntityDraft
from apps.entities.models import Entity
from apps.sources.models import Text

REASON = "marked apart, and settled"
Kind, Outcome = OwnMark.Kind, OwnMark.Outcome
LONGEST_WORDS = 250
SAME_QUESTION = ("measure", "subject", "roles", "period", "reading", "unit", "basis", "status")


@dataclass(frozen=True)
class Part:
    """A part of a text that can be annotated apart."""

    start: int
    end: int
    words: str

    @property
    def place(self) -> str:
        """As a form sends it back."""
        return f"{self.start}-{self.end}"


@transaction.atomic
def assign(*, text: Text, part: Part, one: User, other: User, by: User) -> Assignment:
    """Ask two people to annotate a part, neither seeing what the other marks in it."""
    if one == other:
        raise Refusal("It takes two people.", remedy="Choose another one.")
    if not 0 <= part.start < part.end <= text.length:
        raise Refusal("There is no such part in this text.", remedy="Choose a part of it.")
    Text.objects.select_for_update().get(pk=text.pk)
    for person in (one, other):
        _refuse_who_cannot(person, text, (part.start, part.end))
    with because(by, f"asked {one.display_name} and {other.display_name} to annotate apart"):
        return Assignment.objects.create(
            text=text,
            start=part.start,
            end=part.end,
            part=part.words[:LONGEST_WORDS],
            one=one,
            other=other,
            asked_by=by,
        )


def mention_apart(key: str, draft: MentionDraft, entity: EntityDraft | None) -> OwnMark:
    """What a mention says, not stored; a new entity waits with it."""
    label = entity.label if entity else Entity.objects.get(slug=draft.entity).label
    return OwnMark(
        key=key,
        kind=Kind.MENTION,
        start=draft.start,
        end=draft.end,
        quote=draft.quote,
        category=draft.entity,
        reading=draft.entity,
        says=label,
        draft={"entity": asdict(entity) if entity else None},
    )


def claim_apart(key: str, draft: ClaimDraft) -> OwnMark:
    """What a claim says, not stored; refused where it could not be entered."""
    desk = Desk.laid([draft])
    terms_of([draft], desk)
    labels = Entity.objects.in_bulk({draft.subject, *draft.roles.values()}, field_name="slug")
    fillers = [labels[slug].label if slug in labels else slug for slug in draft.roles.values()]
    question = ", ".join(
        filter(None, [labels[draft.subject].label, *fillers, draft.period, draft.status])
    )
    value = " ".join(filter(None, [draft.reading, draft.unit, draft.basis]))
    whole = asdict(draft)
    return OwnMark(
        key=key,
        kind=Kind.CLAIM,
        start=draft.start,
        end=draft.end,
        quote=draft.printed,
        category=draft.measure,
        reading=json.dumps([whole[name] for name in SAME_QUESTION], sort_keys=True),
        says=f"{desk.measures[draft.measure].label}, {question}: {value}",
        draft=whole,
    )


@transaction.atomic
def settle_marks(
    *, assignment: Assignment, taken: Sequence[int], left: Sequence[int], by: User
) -> None:
    """Enter what is taken of that which two marked apart, as accepted, and leave out the rest."""
    stored = Assignment.objects.select_for_update(of=("self",)).get(pk=assignment.pk)
    _refuse_if_not_to_be_settled(stored, by)
    marks = list(stored.marks.select_for_update().filter(pk__in=[*taken, *left]))
    if len(marks) != len({*taken, *left}) or set(taken) & set(left):
        raise Refusal("Some of these marks are not there.", remedy="Load the page again.")
    if any(mark.outcome for mark in marks):
        raise Refusal("Somebody settled some of it meanwhile.", remedy="Load the page again.")
    with because(by, REASON):
        chosen = [mark for mark in marks if mark.pk in taken]
        chosen.sort(key=lambda mark: mark.person_id != stored.one_id)
        _enter_mentions(stored.text, [mark for mark in chosen if mark.kind == Kind.MENTION])
        _enter_claims(stored.text, [mark for mark in chosen if mark.kind == Kind.CLAIM])
        for mark in marks:
            mark.outcome = Outcome.TAKEN if mark.pk in taken else Outcome.LEFT
            mark.decided_by, mark.decided_at = by, timezone.now()
            mark.save(update_fields=["outcome", "decided_by", "decided_at"])


def _enter_mentions(text: Text, marks: Sequence[OwnMark]) -> None:
    """Each stands as entered by who marked it."""
    for person, own in groupby(marks, key=lambda mark: mark.person):
        named = list(own)
        new = [mark.draft["entity"] for mark in named if mark.draft["entity"]]
        drafts = [EntityDraft(slug=e["slug"], label=e["label"], kind=e["kind"]) for e in new]
        _refuse_taken_slugs(drafts)
        record_entities(drafts=drafts, by=person, reason=REASON)
        mentions = [
            MentionDraft(text.source.slug, mark.start, mark.end, _entity(mark), mark.quote)
            for mark in named
        ]
        record_mentions_in(
            text=text, drafts=mentions, by=person, reason=REASON, review=Review.ACCEPTED
        )
        for mark in named:
            there = Mention.objects.in_text(text).filter(
                passage__start=mark.start, passage__end=mark.end, entity__slug=_entity(mark)
            )
            others = there.exclude(review=Review.ACCEPTED)
            review_mentions(mentions=others, review=Review.ACCEPTED, by=person, reason=REASON)


def _refuse_taken_slugs(drafts: Iterable[EntityDraft]) -> None:
    """An entity that somebody else made meanwhile is not the one that was meant."""
    for draft in drafts:
        there = Entity.objects.filter(slug=draft.slug).exclude(label=draft.label).first()
        if there is not None:
            raise Refusal(
                f"Another entity, {there.label}, has the address of the new one by now.",
                remedy="Take neither, and mark it in the text.",
            )


def _entity(mark: OwnMark) -> str:
    """Whom it names; who was merged meanwhile is named by whom it was merged into."""
    standing = Entity.objects.standing_for(mark.category)
    return standing.slug if standing else mark.category


def _enter_claims(text: Text, marks: Sequence[OwnMark]) -> None:
    """What both said alike is one claim."""
    once = {(mark.start, mark.end, mark.reading): mark for mark in reversed(marks)}
    for mark in reversed(once.values()):
        draft = draft_noted(mark.draft)
        if Claim.objects.filter(key=draft.key).exists():
            draft = replace(draft, key=f"{draft.key}-apart-{mark.pk}")
        [claim] = record_claims(
            drafts=[draft], by=mark.person, reason=REASON, review=Review.ACCEPTED
        )
        there = Evidence.objects.printing().filter(
            passage__text=text, passage__start=mark.start, passage__end=mark.end
        )
        doubles = there.filter(claim__fact_key=claim.fact_key).exclude(claim=claim)
        double = doubles.exclude(claim__review=Review.REJECTED).select_related("claim").first()
        if double is not None:
            raise Refusal(
                f"The claim {double.claim.key} answers this question from this place already.",
                remedy="Take neither here, or correct that one.",
            )


def _refuse_if_not_to_be_settled(assignment: Assignment, by: User) -> None:
    if not assignment.is_done or assignment.called_off_at is not None:
        raise Refusal("Not both are done.", remedy="Wait for them, or call it off.")
    if by in assignment.people and User.objects.has_editor_beside(*assignment.people):
        raise Refusal("You marked some of this yourself.", remedy="Another editor settles it.")
    if not assignment.text.is_current:
        raise Refusal(
            "A better text took the place of this one.",
            remedy="Mark what is to stand in the present text.",
        )


def _refuse_who_cannot(person: User, text: Text, place: tuple[int, int]) -> None:
    name = person.display_name
    if not is_allowed(person, "annotate"):
        raise Refusal(f"{name} does not annotate.", remedy="Choose somebody who does.")
    if Assignment.objects.standing().of(person).within(text, *place).exists():
        raise Refusal(
            f"{name} reads some of this apart already.", remedy="Settle that first, or call it off."
        )
    if any(_own_places(person, text, place)):
        raise Refusal(
            f"{name} has marked something in this part, which others see.",
            remedy="Choose another part, or somebody else.",
        )


def _own_places(person: User, text: Text, place: tuple[int, int]) -> Iterable[bool]:
    within = {"passage__text": text, "passage__start__lt": place[1], "passage__end__gt": place[0]}
    mentions = Mention.objects.filter(**within, entered_by=person)
    claims = Evidence.objects.filter(**within, claim__entered_by=person)
    yield mentions.exclude(review=Review.REJECTED).exists()
    yield claims.exclude(claim__review=Review.REJECTED).exists()
