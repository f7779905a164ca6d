"""What people proposed and an editor has to look at, claims and mentions in one order."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db.models import QuerySet
from django.urls import reverse

from apps.accounts.models import User
from apps.annotations.models import Mention, Passage
from apps.claims.models import Claim
from apps.claims.places import RUNNING_TEXT, heading, places_of
from apps.claims.wording import printed_with_unit, topic, value_in_words
from apps.contradictions.detection import span_of
from apps.contradictions.rivals import Rival, passages_of, rivals_of_claims, rivals_of_mentions
from apps.domain.complaints import is_storable
from apps.domain.refusals import Refusal
from apps.entities.models import Entity

KINDS = {"claim": "Claims", "mention": "Mentions"}
LONGEST_NUMBER = 18
Place = tuple[datetime, str, int]


@dataclass(frozen=True)
class Seen:
    """A proposal as somebody has it on the page: which, and in which version."""

    kind: str
    number: int
    version: int

    @classmethod
    def read(cls, token: str) -> Seen:
        """From what a form sends back, as claim-12-1."""
        kind, *numbers = token.split("-")
        fits = len(numbers) == 2 and all(
            n.isdecimal() and len(n) <= LONGEST_NUMBER for n in numbers
        )
        if kind not in KINDS or not fits:
            raise Refusal("It is not said which proposal is meant.", remedy="Load the page again.")
        return cls(kind, int(numbers[0]), int(numbers[1]))

    def __str__(self) -> str:
        return f"{self.kind}-{self.number}-{self.version}"


@dataclass(frozen=True)
class Stored:
    """What is accepted already on the question that a proposed claim answers."""

    heading: str
    printed: str
    url: str
    disagrees: bool


@dataclass(frozen=True)
class Proposal:
    """A claim or mention that waits, with what an editor needs to decide on it."""

    seen: Seen
    author: User
    at: datetime
    where: str
    url: str
    passage: Passage | None
    printed: str
    says: str
    value: str
    stored: tuple[Stored, ...]
    rivals: tuple[Rival, ...]
    claim: Claim | None = None
    entity: str = ""
    new_entities: tuple[Entity, ...] = ()

    @property
    def key(self) -> str:
        """By which the page and its addresses name it."""
        return f"{self.seen.kind}-{self.seen.number}"


@dataclass(frozen=True)
class Wanted:
    """By what the queue is narrowed."""

    author: str = ""
    source: str = ""
    kind: str = ""

    def claims(self) -> QuerySet[Claim]:
        """Proposed claims that fit."""
        found = Claim.objects.proposed()
        return found.filter(**self._named("source__slug")) if self._may("claim") else found.none()

    def mentions(self) -> QuerySet[Mention]:
        """Proposed mentions that fit."""
        found = Mention.objects.proposed()
        path = "passage__text__source__slug"
        return found.filter(**self._named(path)) if self._may("mention") else found.none()

    def _may(self, kind: str) -> bool:
        return self.kind in ("", kind) and is_storable([self.author, self.source])

    def _named(self, source: str) -> dict[str, str]:
        named = {"entered_by__username": self.author, source: self.source}
        return {path: value for path, value in named.items() if value}


def order_of(wanted: Wanted) -> list[Seen]:
    """Every proposal that fits, the oldest first; their versions are not looked up yet."""
    rows: list[Place] = [
        *((at, "claim", pk) for at, pk in wanted.claims().values_list("entered_at", "pk")),
        *((at, "mention", pk) for at, pk in wanted.mentions().values_list("entered_at", "pk")),
    ]
    return [Seen(kind, number, 0) for _, kind, number in sorted(rows)]


def after(order: Sequence[Seen], key: str) -> list[Seen]:
    """Those that come later than this one; all where it is not among them."""
    keys = [f"{seen.kind}-{seen.number}" for seen in order]
    later = order[keys.index(key) + 1 :] if key in keys else []
    return list(later or order)


def in_full(order: Iterable[Seen]) -> list[Proposal]:
    """What the page shows of these, in the same order; those decided meanwhile are left out."""
    wanted = list(order)
    claims = Claim.objects.proposed().filter(pk__in=_numbers(wanted, "claim"))
    mentions = Mention.objects.proposed().filter(pk__in=_numbers(wanted, "mention"))
    found = {
        **_claims(list(claims.in_words().select_related("entered_by"))),
        **_mentions(list(mentions.select_related("passage__text__source", "entity", "entered_by"))),
    }
    keys = [(seen.kind, seen.number) for seen in wanted]
    return [found[key] for key in keys if key in found]


def _numbers(order: Iterable[Seen], kind: str) -> list[int]:
    return [seen.number for seen in order if seen.kind == kind]


def _claims(claims: list[Claim]) -> dict[tuple[str, int], Proposal]:
    places, stored = places_of(claims), _stored(claims)
    passages = passages_of(claims)
    rivals = rivals_of_claims(claims, passages)
    return {
        ("claim", claim.pk): Proposal(
            seen=Seen("claim", claim.pk, claim.version),
            author=claim.entered_by,
            at=claim.entered_at,
            where=heading(claim, places[claim.pk]),
            url=claim.get_absolute_url(),
            passage=passages.get(claim.pk),
            printed=printed_with_unit(claim),
            says=topic(claim),
            value=value_in_words(claim),
            stored=stored[claim.pk],
            rivals=tuple(rivals.get(claim.pk, ())),
            claim=claim,
            new_entities=_new_among(claim),
        )
        for claim in claims
    }


def _mentions(mentions: list[Mention]) -> dict[tuple[str, int], Proposal]:
    rivals = rivals_of_mentions(mentions)
    return {
        ("mention", mention.pk): Proposal(
            seen=Seen("mention", mention.pk, mention.entity_id),
            author=mention.entered_by,
            at=mention.entered_at,
            where=mention.passage.text.source.short_name,
            url=reverse("reading:passage", args=[mention.passage_id]),
            passage=mention.passage,
            printed=mention.passage.quote,
            says=f"names {mention.entity.label}",
            value=mention.entity.get_kind_display(),
            stored=(),
            rivals=tuple(rivals.get(mention.pk, ())),
            entity=mention.entity.slug,
            new_entities=(mention.entity,) if mention.entity.is_proposed else (),
        )
        for mention in mentions
    }


def _new_among(claim: Claim) -> tuple[Entity, ...]:
    """The entities it names that no editor accepted yet."""
    roles = (role.entity for role in claim.filled_roles.all())
    named = (claim.subject, claim.value_entity, *roles)
    return tuple(dict.fromkeys(one for one in named if one is not None and one.is_proposed))


def _stored(claims: Sequence[Claim]) -> Mapping[int, tuple[Stored, ...]]:
    """For each claim what is accepted on the same question."""
    keys = {claim.fact_key for claim in claims}
    accepted = list(Claim.objects.in_network().on_facts(keys).in_words()) if keys else []
    places = places_of(accepted)
    return {
        claim.pk: tuple(
            Stored(
                heading(other, places.get(other.pk, RUNNING_TEXT)),
                printed_with_unit(other),
                other.get_absolute_url(),
                disagrees=_disagree(claim, other),
            )
            for other in accepted
            if other.fact_key == claim.fact_key
        )
        for claim in claims
    }


def _disagree(one: Claim, other: Claim) -> bool:
    """Whether two answers to one question cannot both be right."""
    if not one.measure.is_functional:
        return False
    if one.value_entity_id or other.value_entity_id:
        return one.value_entity_id != other.value_entity_id
    if one.hard is None or other.hard is None:
        return False
    return not span_of(one.hard).meets(span_of(other.hard))
