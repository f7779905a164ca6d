"""What an editor may choose from when an entity is split, and what a choice would do."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from django.db import transaction
from django.db.models import Q, QuerySet
from django.http import QueryDict

from apps.accounts.models import User
from apps.annotations.models import Mention, Review
from apps.claims.models import Claim, ClaimRole
from apps.domain.complaints import is_storable
from apps.domain.refusals import Refusal, quoted
from apps.entities.merging import Moved
from apps.entities.models import Alias, Entity
from apps.entities.splitting import OUTSIDE, SplitDraft, split_entity
from apps.reading.contexts import InContext, in_context
from apps.reading.merge_preview import open_cases
from apps.reading.profiles import ClaimLine, about, claim_lines
from apps.sources.models import Source, Text

MOST_SHOWN = 100
MOST_CHOSEN = 5_000
WORDS = ("slug", "label", "kind", "note")


@dataclass(frozen=True)
class Typed:
    """The form as it was sent: words, and the keys of what is ticked."""

    words: dict[str, str]
    reason: str
    ticked: dict[str, list[int]]
    outside: list[str]

    @classmethod
    def read(cls, sent: QueryDict) -> Typed:
        """A Refusal where a number is none, or words cannot be stored."""
        words = {name: sent.get(name, "").strip().replace("\r\n", "\n") for name in WORDS}
        reason, outside = sent.get("reason", ""), sent.getlist("outside")
        if not is_storable([*words.values(), reason, *outside]):
            raise Refusal("What was typed cannot be stored.", remedy="Type it anew.")
        ticked = {name: _keys(sent, name) for name in ("mentions", "claims", "aliases")}
        return cls(words, reason, ticked, outside)


@dataclass(frozen=True)
class Narrowed:
    """Which mentions and claims are offered."""

    words: str = ""
    source: str = ""

    @classmethod
    def read(cls, asked: QueryDict) -> Narrowed:
        """As the address says it."""
        said = [asked.get(name, "").strip() for name in ("q", "source")]
        return cls(*(word if is_storable([word]) else "" for word in said))


@dataclass(frozen=True)
class Offer:
    """All that can be ticked, as far as it is shown."""

    aliases: list[Alias]
    outside: list[tuple[str, str]]
    mentions: list[tuple[int, InContext]]
    claims: list[ClaimLine]
    mention_count: int
    claim_count: int
    sources: QuerySet[Source]
    most: int = MOST_SHOWN

    @property
    def is_cut(self) -> bool:
        """Whether there is more than is shown."""
        return max(self.mention_count, self.claim_count) > self.most


@dataclass(frozen=True)
class SplitPreview:
    """What would go to the new entity, row by row, and which contradictions that touches."""

    mentions: list[InContext]
    claims: list[ClaimLine]
    aliases: list[Alias]
    outside: list[tuple[str, str]]
    opened: Sequence[str]
    closed: Sequence[str]


def offered(entity: Entity, narrowed: Narrowed) -> Offer:
    """What the entity holds, narrowed by words and source."""
    mentions, claims = mentions_of(entity), claims_of(entity)
    sources = Source.objects.filter(
        Q(pk__in=mentions.order_by().values("passage__text__source"))
        | Q(pk__in=claims.order_by().values("source"))
    )
    if narrowed.source:
        mentions = mentions.filter(passage__text__source__slug=narrowed.source)
        claims = claims.filter(source__slug=narrowed.source)
    if narrowed.words:
        mentions = mentions.filter(passage__quote__icontains=narrowed.words)
        claims = claims.filter(
            Q(printed__icontains=narrowed.words) | Q(measure__label__icontains=narrowed.words)
        )
    shown = list(mentions[:MOST_SHOWN])
    return Offer(
        aliases=list(entity.aliases.all()),
        outside=_outside(entity, OUTSIDE),
        mentions=[(one.pk, context) for one, context in zip(shown, in_context(shown), strict=True)],
        claims=claim_lines(claims[:MOST_SHOWN]),
        mention_count=mentions.count(),
        claim_count=claims.count(),
        sources=sources.order_by("position", "slug"),
    )


def mentions_of(entity: Entity) -> QuerySet[Mention]:
    """Where the present wording of the sources names it."""
    return (
        Mention.objects.filter(entity=entity, passage__text__kind=Text.Kind.ORIGINAL)
        .filter(passage__text__is_current=True)
        .exclude(review=Review.REJECTED)
        .select_related("passage")
        .order_by("passage__text__source__position", "passage__start", "pk")
    )


def claims_of(entity: Entity) -> QuerySet[Claim]:
    """Claims that name it as subject, answer, or in a role."""
    claims = Claim.objects.filter(about(entity)).exclude(review=Review.REJECTED).in_words()
    return claims.order_by("source__position", "measure__label", "period", "pk")


def draft_of(entity: Entity, typed: Typed) -> SplitDraft:
    """What was typed, as the action takes it; a Refusal where rows name the entity no more."""
    mentions = mentions_of(entity).filter(pk__in=typed.ticked["mentions"])
    claims = claims_of(entity).filter(pk__in=typed.ticked["claims"])
    for found, name in ((mentions, "mentions"), (claims, "claims")):
        if found.count() != len(typed.ticked[name]):
            raise Refusal(
                f"Some of the {name} that are ticked do not name {quoted(entity.label)} any more.",
                remedy="Load the page again and choose anew.",
            )
    return SplitDraft(
        **typed.words,
        aliases=typed.ticked["aliases"],
        outside=typed.outside,
        rows={"mentions": typed.ticked["mentions"], **_rows(entity, typed.ticked["claims"])},
    )


def preview_split(*, origin: Entity, typed: Typed, by: User) -> SplitPreview:
    """Nothing is stored; a Refusal says why it cannot be split so."""
    draft, before = draft_of(origin, typed), open_cases()
    mentions = mentions_of(origin).filter(pk__in=typed.ticked["mentions"])
    claims = claims_of(origin).filter(pk__in=typed.ticked["claims"])
    told = in_context(mentions), claim_lines(claims)
    aliases = list(origin.aliases.filter(pk__in=typed.ticked["aliases"]))
    outside = _outside(origin, typed.outside)
    with transaction.atomic():
        split_entity(origin=origin, draft=draft, by=by, reason=typed.reason)
        after = open_cases()
        transaction.set_rollback(True)
    return SplitPreview(
        *told,
        aliases,
        outside,
        opened=[says for key, says in after.items() if key not in before],
        closed=[says for key, says in before.items() if key not in after],
    )


def _rows(entity: Entity, claims: list[int]) -> Moved:
    """What of these claims names the entity."""
    subjects = Claim.objects.filter(pk__in=claims, subject=entity)
    answers = Claim.objects.filter(pk__in=claims, value_entity=entity)
    roles = ClaimRole.objects.filter(claim__in=claims, entity=entity)
    return {
        "subjects": list(subjects.values_list("pk", flat=True)),
        "answers": list(answers.values_list("pk", flat=True)),
        "roles": list(roles.values_list("pk", flat=True)),
    }


def _outside(entity: Entity, names: Sequence[str]) -> list[tuple[str, str]]:
    """Identifiers that it bears elsewhere."""
    return [(name, getattr(entity, name)) for name in names if getattr(entity, name)]


def _keys(sent: QueryDict, name: str) -> list[int]:
    typed = sent.getlist(name)
    if len(typed) > MOST_CHOSEN or not all(
        one.isascii() and one.isdigit() and len(one) <= 18 for one in typed
    ):
        raise Refusal(f"The {name} that are ticked are not numbers.", remedy="Load the page again.")
    return sorted({int(one) for one in typed})
