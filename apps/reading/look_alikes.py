"""Sets two entities beside each other, so that a person can tell whether they are one."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass

from apps.entities.lookup import Found, find_entities
from apps.entities.models import Entity, LookAlike
from apps.entities.resembling import Pair, Resemblance, resemblances
from apps.reading.profiles import EntityRow, entity_rows

CHOICES_SHOWN = 12
NAMES_SHOWN = 12


@dataclass(frozen=True)
class Choice:
    """An entity that another one may go into, unless the two are distinct."""

    row: EntityRow
    is_apart: bool


@dataclass(frozen=True)
class Suspect:
    """A pair that may be one, with all that helps to judge it; the weightier one may stay."""

    found: Resemblance
    gone: Entity
    kept: Entity
    lines: list[tuple[str, str, str]]
    decided: LookAlike | None


def suspects(pairs: Collection[Pair]) -> list[Suspect]:
    """These pairs, by primary key, in a fixed number of queries."""
    rows = rows_of({pk for pair in pairs for pk in pair})
    decided = LookAlike.objects.in_full().naming(rows.keys())
    before = {frozenset((pair.one_id, pair.other_id)): pair for pair in decided}
    found = []
    for one in resemblances(pairs):
        left, right = rows[one.one.pk], rows[one.other.pk]
        light, heavy = sorted((right, left), key=lambda row: row.mentions + row.claims)
        found.append(
            Suspect(
                one,
                light.entity,
                heavy.entity,
                _lines(light, heavy),
                before.get(frozenset((one.one.pk, one.other.pk))),
            )
        )
    return found


def choices_for(entity: Entity, words: str) -> list[Choice]:
    """Which entities the words may mean; without words those that are called most like it."""
    others = Entity.objects.living().exclude(pk=entity.pk)
    by_slug = [Found(other, "", 100.0) for other in others.filter(slug=words)]
    found = find_entities(words or entity.label, others)[: CHOICES_SHOWN + len(by_slug)]
    named = [one for one in found if one not in by_slug]
    apart = set(entity.distinct_from.values_list("pk", flat=True))
    rows = entity_rows([*by_slug, *named][:CHOICES_SHOWN])
    return [Choice(row, row.entity.pk in apart) for row in rows]


def beside(one: Entity, other: Entity) -> list[tuple[str, str, str]]:
    """Line by line what is known of the two; lines on which neither has anything are left out."""
    rows = rows_of([one.pk, other.pk])
    return _lines(rows[one.pk], rows[other.pk])


def rows_of(entities: Iterable[int]) -> dict[int, EntityRow]:
    """By primary key, with their aliases and what they are part of."""
    known = Entity.objects.prefetch_related("aliases", "part_of").in_bulk(entities)
    found = (Found(entity, "", 0.0) for entity in known.values())
    return {row.entity.pk: row for row in entity_rows(found)}


def _lines(one: EntityRow, other: EntityRow) -> list[tuple[str, str, str]]:
    left, right = _told(one), _told(other)
    return [(what, left[what], right[what]) for what in left if left[what] or right[what]]


def _told(row: EntityRow) -> dict[str, str]:
    entity = row.entity
    aliases = [alias.form for alias in entity.aliases.all()]
    more = f" and {len(aliases) - NAMES_SHOWN} more" if len(aliases) > NAMES_SHOWN else ""
    return {
        "Kind": entity.get_kind_display(),
        "Also called": "; ".join(aliases[:NAMES_SHOWN]) + more,
        "Part of": "; ".join(whole.label for whole in entity.part_of.all()),
        "Mentions": f"{row.mentions:,}",
        "Sources that name it": f"{row.sources:,}",
        "Claims about it": f"{row.claims:,}",
        "Wikidata": entity.wikidata,
        "ORCID iD": entity.orcid,
        "Identifier": entity.slug,
        "Note": entity.note,
    }
