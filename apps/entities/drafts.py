"""An entity as a person enters it, before anything is stored."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class AliasDraft:
    """Another form under which sources name the entity."""

    form: str
    kind: str = ""
    language: str = ""


@dataclass(frozen=True)
class EntityDraft:
    """An entity; those that it belongs to, or must not be merged with, by their slugs."""

    slug: str
    label: str
    kind: str
    part_of: tuple[str, ...] = ()
    wikidata: str = ""
    orcid: str = ""
    aliases: tuple[AliasDraft, ...] = ()
    distinct_from: tuple[str, ...] = ()
    note: str = ""
