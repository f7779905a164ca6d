"""The list of entities: found by name, narrowed by kind, language, source and standing."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any

from django.db.models import Count
from django.utils.translation import get_language_info

from apps.annotations.models import Naming
from apps.annotations.querysets import NamingQuerySet
from apps.domain.complaints import is_storable
from apps.entities.lookup import Finds, find_entities
from apps.entities.models import Alias, Entity
from apps.entities.querysets import EntityQuerySet
from apps.sources.models import Source, Text

Option = tuple[str, str, int]

PROPOSED = "proposed"


@dataclass(frozen=True)
class Facet:
    """One way to narrow the list, and how many entities each choice leaves."""

    name: str
    label: str
    chosen: str
    options: Sequence[Option]


@dataclass(frozen=True)
class EntitySearch:
    """What is asked for; an empty choice narrows nothing."""

    words: str = ""
    kind: str = ""
    language: str = ""
    source: str = ""
    state: str = ""
    is_for_team: bool = False

    @classmethod
    def of(cls, asked: dict[str, str], *, is_for_team: bool) -> EntitySearch:
        """As the address says it; what nothing can be called is not asked for."""
        names = {"words": "q", **{name: name for name in ("kind", "language", "source", "state")}}
        said = {field: asked.get(name, "").strip() for field, name in names.items()}
        fits = {field: value for field, value in said.items() if is_storable([value])}
        return cls(**fits, is_for_team=is_for_team)

    def narrowed(self) -> EntityQuerySet:
        """The entities that the choices leave, whatever they are called."""
        entities = Entity.objects.narrowed(kind=self.kind, language=self.language)
        if self.source:
            named = Naming.objects.in_originals().filter(text__source__slug=self.source)
            entities = entities.filter(pk__in=named.values("entity"))
        if not self.is_for_team:
            return entities.accepted()
        return entities.proposed() if self.state == PROPOSED else entities

    def found(self) -> EntityQuerySet | Finds:
        """All of them by label, or those whose name fits, the best first."""
        if not self.words:
            return self.narrowed().by_label()
        if self.kind or self.language or self.source or self.state:
            return find_entities(self.words, self.narrowed())
        return self._called_so

    def facets(self) -> list[Facet]:
        """Each choice is counted among what the words and the other choices leave."""
        kinds = self._left("kind").values_list("kind").annotate(Count("pk", distinct=True))
        spoken = Alias.objects.exclude(language="").filter(entity__in=self._left("language"))
        languages = spoken.values_list("language").annotate(Count("entity", distinct=True))
        sources = named_by_source(
            Naming.objects.in_originals().filter(entity__in=self._left("source"))
        )
        by_slug = [
            (source.slug, source.short_name, sources[source.pk])
            for source in Source.objects.filter(pk__in=sources).order_by("position", "slug")
        ]
        words = dict(Entity.Kind.choices)
        waiting = self._left("state").proposed().count() if self.is_for_team else 0
        standing = Facet("state", "Standing", self.state, [(PROPOSED, PROPOSED, waiting)])
        return [
            Facet("kind", "Kind", self.kind, [(k, str(words[k]), n) for k, n in sorted(kinds)]),
            Facet(
                "language",
                "Has an alias in",
                self.language,
                [(code, language_name(code), n) for code, n in sorted(languages)],
            ),
            Facet("source", "Named in", self.source, by_slug),
            *([standing] if waiting else []),
        ]

    @cached_property
    def _called_so(self) -> Finds:
        """Whatever fits the words, before any choice."""
        everybodys = None if self.is_for_team else Entity.objects.accepted()
        return find_entities(self.words, everybodys)

    def _left(self, facet: str) -> EntityQuerySet:
        others: dict[str, Any] = {facet: ""}
        left = replace(self, **others).narrowed().order_by()
        if self.words:
            left = left.filter(pk__in=self._called_so.keys)
        return left


def language_name(code: str) -> str:
    """What a language is called; an unknown code stands for itself."""
    try:
        return str(get_language_info(code)["name"])
    except KeyError:
        return code


def named_by_source(namings: NamingQuerySet) -> dict[int, int]:
    """For each source, by primary key, how many entities these namings name in its one text."""
    counts = namings.entities_by_text()
    texts = Text.objects.filter(pk__in=counts).values_list("pk", "source")
    return {source: counts[text] for text, source in texts}
