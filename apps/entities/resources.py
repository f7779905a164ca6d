"""Entities as a sheet: one row for each, its aliases and links in their cells."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Any

from django.db.models import Model, QuerySet

from apps.accounts.models import User
from apps.entities.actions import record_entities
from apps.entities.checking import SLUG
from apps.entities.corrections import rewrite_entities
from apps.entities.drafts import AliasDraft, EntityDraft
from apps.entities.models import Alias, Entity
from apps.ui.sheets.cells import as_list, as_records, list_in, records_in
from apps.ui.sheets.resource import Cells, SheetResource
from apps.ui.sheets.rows import RowReading
from apps.ui.sheets.sheet import Sheet

WORDS = ("slug", "label", "kind", "wikidata", "orcid", "note")
ALIAS_PARTS = ("form", "kind", "language")
Links = dict[str, tuple[str, ...]]


class EntityResource(SheetResource):
    """A link between two that are distinct holds when the row of either names it."""

    columns = (
        "slug",
        "label",
        "kind",
        "part_of",
        "wikidata",
        "orcid",
        "aliases",
        "distinct_from",
        "note",
    )
    needed = ("slug", "label", "kind")
    verbatim = frozenset({"label", "part_of", "aliases", "distinct_from", "note"})

    def stored(self, rows: QuerySet[Entity] | None = None) -> Iterator[EntityDraft]:
        chosen = Entity.objects.all() if rows is None else rows
        wholes, apart = links(Entity.part_of.through), links(Entity.distinct_from.through)
        for entity in chosen.order_by("slug").prefetch_related("aliases"):
            yield stored_draft(entity, wholes, apart)

    def cells(self, draft: EntityDraft) -> Cells:
        aliases = [vars(alias) for alias in sorted(draft.aliases, key=lambda alias: alias.form)]
        return {
            **{name: getattr(draft, name) for name in WORDS},
            "part_of": as_list(sorted(draft.part_of)),
            "aliases": as_records(aliases, ALIAS_PARTS),
            "distinct_from": as_list(sorted(draft.distinct_from)),
        }

    def lay(self, sheet: Sheet) -> None:
        stored = Entity.objects.values_list("slug", flat=True)
        self.known = {*stored, *(row.cells["slug"].strip() for row in sheet.rows)}

    def read(self, row: RowReading) -> EntityDraft:
        part_of, distinct_from = self._linked(row, "part_of"), self._linked(row, "distinct_from")
        row.one_of("kind", "kind of entity", Entity.Kind.values)
        row.fits(Entity(**{name: row.cells[name] for name in WORDS}), {n: n for n in WORDS})
        if row.is_fine("slug") and not SLUG.fullmatch(row.cells["slug"]):
            row.complain("slug", "A slug has letters, digits and hyphens. Leave out the rest.")
        return EntityDraft(
            **{name: row.cells[name] for name in WORDS},
            part_of=part_of,
            distinct_from=distinct_from,
            aliases=_aliases(row),
        )

    def settle(self, drafts: dict[str, EntityDraft]) -> dict[str, EntityDraft]:
        named = {slug: set(draft.distinct_from) for slug, draft in drafts.items()}
        for slug, others in list(named.items()):
            for other in others & named.keys():
                named[other].add(slug)
        return {
            slug: replace(draft, distinct_from=tuple(sorted(named[slug])))
            for slug, draft in drafts.items()
        }

    def store(
        self, *, new: list[Any], changed: list[Any], by: User, reason: str, **how: Any
    ) -> None:
        if new:
            record_entities(drafts=new, by=by, reason=reason)
        rewrite_entities(drafts=changed, by=by, reason=reason)

    def _linked(self, row: RowReading, column: str) -> tuple[str, ...]:
        slugs = sorted(set(list_in(row.cells[column])))
        row.all_of(column, "entity", slugs, self.known)
        if row.cells["slug"] in slugs:
            row.complain(column, "It names the entity itself. Leave it out.")
        return tuple(slugs)


def stored_draft(entity: Entity, wholes: Links, apart: Links) -> EntityDraft:
    """The draft that would enter this entity again."""
    aliases = (AliasDraft(one.form, one.kind, one.language) for one in entity.aliases.all())
    return EntityDraft(
        **{name: getattr(entity, name) for name in WORDS},
        part_of=wholes.get(entity.slug, ()),
        distinct_from=apart.get(entity.slug, ()),
        aliases=tuple(aliases),
    )


def links(through: type[Model]) -> Links:
    """For each slug the slugs that it is linked to."""
    found: dict[str, tuple[str, ...]] = {}
    pairs = through._default_manager.values_list("from_entity__slug", "to_entity__slug")
    for start, end in sorted(pairs):
        found[start] = (*found.get(start, ()), end)
    return found


def _aliases(row: RowReading) -> tuple[AliasDraft, ...]:
    records: Iterable[dict[str, str]] = ()
    with row.about("aliases"):
        records = records_in(row.cells["aliases"], ALIAS_PARTS)
    found = {}
    for record in records:
        alias = AliasDraft(**{"form": "", **record})
        if not alias.form:
            row.complain("aliases", "An alias has no form. Write the form first: T-90 | kind=…")
        if alias.form in found:
            row.complain("aliases", f"“{alias.form}” stands there twice. Delete one of them.")
        _fits(row, alias)
        found[alias.form] = alias
    return tuple(sorted(found.values(), key=lambda alias: alias.form))


def _fits(row: RowReading, alias: AliasDraft) -> None:
    row.fits(Alias(**vars(alias)), dict.fromkeys(ALIAS_PARTS, "aliases"))
