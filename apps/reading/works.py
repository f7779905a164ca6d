"""Who wrote what: the authors of sources and of what they list, as entities, and their works.

An entry of a bibliography is its author's where the name at its head is a mention of theirs. A
source is theirs where its text names them, and one of their names is that of its author.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from django.db.models import F, QuerySet

from apps.annotations.models import Mention, Passage
from apps.domain.references.names import folded
from apps.domain.spelling import fold
from apps.entities.models import Entity, Name
from apps.sources.models import Source
from apps.sources.models_bibliography import Reference

SIGNING = frozenset({"person", "organisation", "company", "series"})


@dataclass(frozen=True)
class Signed:
    """A name as the source gives it, and whose it is."""

    name: str
    entity: Entity | None


@dataclass
class Work:
    """A work by an author: a source here, or what sources list under one title and year."""

    title: str
    year: str
    beside: tuple[str, ...] = ()
    source: Source | None = None
    listed: list[tuple[Source, int]] = field(default_factory=list)


def signed_by(source: Source) -> list[Signed]:
    """The authors of the source in their order, each with the one entity of that name in it."""
    names = [
        (author.get("literal") or _whole(author), _spellings(author)) for author in source.authors
    ]
    wanted = {spelling for _, spellings in names for spelling in spellings}
    if not wanted:
        return []
    found: dict[str, dict[int, Entity]] = {}
    known = Name.objects.filter(folded__in=wanted, entity__mentions__passage__text__source=source)
    for name in known.select_related("entity").distinct():
        found.setdefault(name.folded, {})[name.entity_id] = name.entity
    return [Signed(name, _only(found, spellings)) for name, spellings in names]


def works_of(entity: Entity, mentions: QuerySet[Mention]) -> list[Work]:
    """What the entity wrote as far as these mentions tell, the newest first."""
    if entity.kind not in SIGNING:
        return []
    works: dict[tuple[str, ...], Work] = {}
    for source in _sources_by(entity, mentions):
        works[source.slug,] = Work(source.title, source.year, source=source)
    for reference, passage, name in _entries_by(mentions):
        key: tuple[str, ...] = (folded(reference.title), reference.year + reference.letter)
        if reference.cites is not None:
            key = (reference.cites.slug,)
        work = works.setdefault(key, _listed(reference, name))
        if reference.text.source not in [source for source, _ in work.listed]:
            work.listed.append((reference.text.source, passage))
    return sorted(works.values(), key=lambda work: (work.year or "0", work.title), reverse=True)


def _sources_by(entity: Entity, mentions: QuerySet[Mention]) -> Iterator[Source]:
    own = set(Name.objects.filter(entity=entity).values_list("folded", flat=True))
    texts = mentions.order_by().values("passage__text")
    for source in Source.objects.filter(texts__in=texts).distinct():
        if any(own.intersection(_spellings(author)) for author in source.authors):
            yield source


def _entries_by(mentions: QuerySet[Mention]) -> Iterator[tuple[Reference, int, str]]:
    """Entries with one of the mentions among their authors, with its passage and its words."""
    inside = Passage.objects.filter(
        mentions__in=mentions.order_by().values("pk"),
        text__references__start__lte=F("start"),
        text__references__end__gte=F("end"),
    )
    placed = list(inside.values_list("text__references", "pk", "quote").order_by("pk"))
    entries = Reference.objects.select_related("text__source", "cites").in_bulk(
        {reference for reference, _, _ in placed}
    )
    for reference, passage, quote in placed:
        if _is_author(entries[reference], quote):
            yield entries[reference], passage, quote


def _is_author(reference: Reference, quote: str) -> bool:
    """Whether a name in the entry is one of those that sign it, not of what it is about."""
    named = folded(quote)
    families = [folded(family) for family, _ in reference.authors]
    return any(family and (family in named or named in family) for family in families)


def _listed(reference: Reference, name: str) -> Work:
    """The work of an entry, where one of its authors is named so."""
    beside = tuple(
        f"{given} {family}".strip()
        for family, given in reference.authors
        if folded(name) not in folded(f"{family} {given}")
    )
    year = reference.year + reference.letter
    return Work(reference.title or reference.name, year, beside, reference.cites)


def _spellings(author: dict[str, str]) -> set[str]:
    """How a name may be looked up: as it is written, given name first and family name first."""
    turned = f"{author.get('family', '')} {author.get('given', '')}"
    return {fold(words) for words in (author.get("literal", ""), _whole(author), turned)} - {""}


def _whole(author: dict[str, str]) -> str:
    return f"{author.get('given', '')} {author.get('family', '')}".strip()


def _only(found: dict[str, dict[int, Entity]], spellings: Iterable[str]) -> Entity | None:
    """The entity of these names if there is one alone."""
    entities = {pk: one for name in spellings for pk, one in found.get(name, {}).items()}
    return next(iter(entities.values())) if len(entities) == 1 else None
