"""Named reads over entities."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from functools import reduce
from itertools import combinations
from operator import and_, or_
from typing import TYPE_CHECKING

from django.contrib.postgres.fields import ArrayField
from django.db import models

if TYPE_CHECKING:
    from apps.entities.models import Entity, LookAlike, Name, Split  # noqa: F401

# The function gives back what it is given: see the migration that makes it.
KEPT = models.Func(
    "keys",
    function="entities_name_kept",
    output_field=ArrayField(models.TextField()),
)


class EntityQuerySet(models.QuerySet["Entity"]):
    """Reads over the authority."""

    def living(self) -> EntityQuerySet:
        """Those that stand for themselves, not the ones merged into others."""
        return self.filter(merged_into=None)

    def accepted(self) -> EntityQuerySet:
        """Those that everybody sees."""
        return self.filter(is_proposed=False)

    def proposed(self) -> EntityQuerySet:
        """Those that annotators made and no editor accepted yet; only the team sees them."""
        return self.filter(is_proposed=True)

    def public(self) -> EntityQuerySet:
        """Those that the authority offers to everybody."""
        return self.living().accepted()

    def standing_for(self, slug: str) -> Entity | None:
        """The living entity to which this slug leads, through all merges."""
        found = self.filter(slug=slug).first()
        while found is not None and found.merged_into_id is not None:
            found = found.merged_into
        return found

    def bearing(self, number: str) -> EntityQuerySet:
        """The one with this slug, or those with this number of Wikidata or ORCID."""
        found = self.filter(slug=number)
        outside = models.Q(wikidata=number) | models.Q(orcid=number)
        return found if found.exists() else self.filter(outside)

    def narrowed(self, *, kind: str = "", language: str = "") -> EntityQuerySet:
        """Those of this kind, with an alias in this language; nothing narrows nothing."""
        found = self.living().filter(kind=kind) if kind else self.living()
        return found.filter(aliases__language=language).distinct() if language else found

    def by_label(self) -> EntityQuerySet:
        """All of them, their labels sorted as they are looked up: blind to accents."""
        labels = self.filter(names__form=models.F("label"))
        return labels.order_by("names__folded", "label", "pk")

    def wider_places(self, of: Collection[str] | None = None) -> dict[str, frozenset[str]]:
        """For each slug the slugs of all that it is part of, directly or through others.

        `of` narrows it to those that one asks about.
        """
        return _reached(self._links("from_entity__slug", "to_entity__slug", of))

    def places_within(self, of: Collection[str]) -> dict[str, frozenset[str]]:
        """For each of these slugs the slugs of all that is part of it."""
        return _reached(self._links("to_entity__slug", "from_entity__slug", of))

    def _links(self, start: str, end: str, of: Collection[str] | None) -> dict[str, set[str]]:
        """Where one gets by one link, from these slugs and from all that they lead to."""
        links = self.model.part_of.through.objects.values_list(start, end)
        if of is None:
            return _by_start(links)
        found: dict[str, set[str]] = {}
        waiting = set(of)
        while waiting:
            more = _by_start(links.filter(**{f"{start}__in": sorted(waiting)}))
            found |= more
            waiting = set().union(*more.values()) - found.keys()
        return found


class NameQuerySet(models.QuerySet["Name"]):
    """Reads over the names by which entities are looked up."""

    def beginning(self, words: str) -> NameQuerySet:
        """Those that begin with the folded words, the very name first."""
        return self.filter(folded__startswith=words).order_by("folded")

    def kept_under_all(self, keys: Collection[str]) -> NameQuerySet:
        """Those that are kept under each of these keys, in no order."""
        return self._kept(models.Q(kept__contains=list(keys)))

    def kept_under(self, choices: Sequence[Collection[str]], *, missing: int = 0) -> NameQuerySet:
        """Those kept under a key at least of each choice, but for so many; in no order."""
        each = [models.Q(kept__overlap=list(keys)) for keys in choices]
        ways = (reduce(and_, some) for some in combinations(each, len(each) - missing))
        return self._kept(reduce(or_, ways))

    def _kept(self, condition: models.Q) -> NameQuerySet:
        return self.alias(kept=KEPT).filter(condition).order_by()


class SplitQuerySet(models.QuerySet["Split"]):
    """Reads over splits."""

    def of(self, entity: Entity) -> SplitQuerySet:
        """Those that stand, by which it was made or gave something away."""
        either = models.Q(origin=entity) | models.Q(made=entity)
        return self.filter(either, undone_by=None).select_related("origin", "made", "split_by")


class LookAlikeQuerySet(models.QuerySet["LookAlike"]):
    """Reads over what was decided on look-alikes."""

    def kept_apart(self) -> LookAlikeQuerySet:
        """The pairs that are two, with the reason."""
        return self.filter(choice=self.model.Choice.APART)

    def left_for_later(self) -> LookAlikeQuerySet:
        """The pairs that nobody judged yet and somebody laid aside."""
        return self.filter(choice=self.model.Choice.LATER)

    def of_pair(self, one: int, other: int) -> LookAlikeQuerySet:
        """What was decided on these two, by primary key, whichever was named first."""
        turned = models.Q(one=other, other=one)
        return self.filter(models.Q(one=one, other=other) | turned)

    def naming(self, entities: Collection[int]) -> LookAlikeQuerySet:
        """The pairs of which one is among these, by primary key."""
        return self.filter(models.Q(one__in=entities) | models.Q(other__in=entities))

    def in_full(self) -> LookAlikeQuerySet:
        """With both entities and the person."""
        return self.select_related("one", "other", "chosen_by")


def _by_start(links: Iterable[tuple[str, str]]) -> dict[str, set[str]]:
    direct: dict[str, set[str]] = {}
    for start, end in links:
        direct.setdefault(start, set()).add(end)
    return direct


def _reached(direct: dict[str, set[str]]) -> dict[str, frozenset[str]]:
    return {slug: _closure(slug, direct) for slug in direct}


def _closure(slug: str, direct: dict[str, set[str]]) -> frozenset[str]:
    found: set[str] = set()
    waiting = list(direct.get(slug, ()))
    while waiting:
        whole = waiting.pop()
        if whole not in found and whole != slug:
            found.add(whole)
            waiting.extend(direct.get(whole, ()))
    return frozenset(found)
