"""What an entity's page tells beside its claims: names by language, its dates, whom it meets."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from heapq import nlargest
from itertools import groupby

from django.db.models import Count

from apps.claims.models import Claim, ClaimRole, Measure
from apps.entities.models import Alias, Entity, LookAlike
from apps.reading.audience import Audience
from apps.reading.entity_search import language_name
from apps.reading.profiles import ClaimLine, about, claim_lines, claims_about

MOST_MET = 12
MOST_DATES = 60


@dataclass(frozen=True)
class Spoken:
    """The aliases of one language."""

    code: str
    language: str
    aliases: list[Alias]


@dataclass(frozen=True)
class Met:
    """Another entity, and in how many claims both stand."""

    entity: Entity
    claims: int


@dataclass(frozen=True)
class InClaims:
    """In how many claims an entity stands, in how many of them on dates, and beside whom."""

    count: int
    dated: int
    met: list[Met]


@dataclass(frozen=True)
class Apart:
    """Another entity that looks alike, and what was said when the two were told apart."""

    entity: Entity
    decided: LookAlike | None


def aliases_by_language(aliases: Iterable[Alias]) -> list[Spoken]:
    """Those without a language come last."""
    ordered = sorted(aliases, key=lambda alias: (not alias.language, alias.language, alias.form))
    return [
        Spoken(code, language_name(code) if code else "In any language", list(spoken))
        for code, spoken in groupby(ordered, key=lambda alias: alias.language)
    ]


def dated_lines(entity: Entity, audience: Audience) -> list[ClaimLine]:
    """The claims about it that answer with a date, the earliest first."""
    dated = claims_about(entity, audience).filter(measure__kind=Measure.Kind.DATE).in_words()
    return claim_lines(dated.order_by("reading", "source__position", "pk")[:MOST_DATES])


def in_claims(entity: Entity, audience: Audience) -> InClaims:
    """Gone through once for all that the page counts: an entity may stand in very many."""
    claims = Claim.objects.filter(about(entity), review__in=audience.reviews).order_by()
    by_kind: Counter[str] = Counter()
    met: Counter[int | None] = Counter()
    alike = claims.values_list("subject", "value_entity", "measure__kind")
    for subject, answer, kind, count in alike.annotate(count=Count("*")):
        by_kind[kind] += count
        met[subject] += count
        met[answer] += count
    filled = ClaimRole.objects.filter(claim__in=claims.values("pk")).order_by()
    met.update(dict(filled.values_list("entity").annotate(count=Count("*"))))
    return InClaims(by_kind.total(), by_kind[Measure.Kind.DATE], _most_met(entity, met))


def _most_met(entity: Entity, counts: Counter[int | None]) -> list[Met]:
    beside = {key: count for key, count in counts.items() if key not in (None, entity.pk)}
    least = min(nlargest(MOST_MET, beside.values()), default=0)
    others = Entity.objects.in_bulk(key for key, count in beside.items() if count >= least)
    found = [Met(other, counts[key]) for key, other in others.items()]
    return sorted(found, key=lambda one: (-one.claims, one.entity.label))[:MOST_MET]


def kept_apart(entity: Entity) -> list[Apart]:
    """From which ones it is distinct, and why; what was said of those merged into it counts."""
    mine = {entity.pk, *entity.merged.values_list("pk", flat=True)}
    decided = {}
    for pair in LookAlike.objects.kept_apart().naming(mine).in_full():
        other = pair.other if pair.one_id in mine else pair.one
        decided[other.merged_into_id or other.pk] = pair
    return [Apart(other, decided.get(other.pk)) for other in entity.distinct_from.order_by("label")]
