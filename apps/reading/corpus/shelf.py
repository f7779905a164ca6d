"""The fixture files of the corpus: what is in them, as drafts that the actions take."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from apps.annotations.drafts import MentionDraft
from apps.claims.drafts import ClaimDraft, draft_noted
from apps.domain.refusals import Refusal
from apps.entities.drafts import AliasDraft, EntityDraft
from apps.reading.corpus import shapes
from apps.reading.corpus.rows import Row, rows_of

FILES = {
    "sources.json": shapes.SOURCE,
    "entities.jsonl": shapes.ENTITY,
    "entities-claims.jsonl": shapes.ENTITY,
    "look_alikes.jsonl": shapes.LOOK_ALIKE,
    "measures.json": shapes.MEASURE,
    "mentions.jsonl": shapes.MENTION,
    "claims.jsonl": shapes.CLAIM,
    "verdicts.jsonl": shapes.VERDICT,
}
BESIDE = ("outlines.json",)
EXTENDED = ("part_of", "aliases", "distinct_from")


@dataclass(frozen=True)
class Shelf:
    """All fixture rows, checked for their shape only."""

    folder: Path
    rows: Mapping[str, list[Row]]

    @classmethod
    def read(cls, folder: Path) -> Shelf:
        """Read every file; a Refusal names file and line of what is broken."""
        if not folder.is_dir():
            raise Refusal(f"There is no folder {folder}.", remedy="Name the folder of fixtures.")
        rows = {name: rows_of(folder / name, shape) for name, shape in FILES.items()}
        return cls(folder, {name: [_named(row) for row in found] for name, found in rows.items()})

    def entity_rows(self) -> list[Row]:
        """The rows of both files about entities, in the order in which they extend each other."""
        return [*self.rows["entities.jsonl"], *self.rows["entities-claims.jsonl"]]

    def entities(self) -> list[EntityDraft]:
        """One draft for each slug; a later row adds links and aliases, and may change the note."""
        merged: dict[str, dict[str, Any]] = {}
        for row in self.entity_rows():
            entity = merged.setdefault(row.fields["slug"], {})
            for name, value in row.fields.items():
                entity[name] = _extended(name, entity.get(name), value)
        return [_entity(entity) for entity in merged.values()]

    def look_alikes(self) -> Iterator[tuple[str, str, str]]:
        """Two slugs and why their entities are two."""
        for row in self.rows["look_alikes.jsonl"]:
            yield row.fields["one"], row.fields["other"], row.fields["reason"]

    def mentions(self) -> Iterator[MentionDraft]:
        """The mentions as drafts."""
        return (MentionDraft(**row.fields) for row in self.rows["mentions.jsonl"])

    def claims(self) -> Iterator[ClaimDraft]:
        """The claims as drafts."""
        for row in self.rows["claims.jsonl"]:
            yield draft_noted(row.fields)


def fingerprint(folder: Path, originals: Iterable[str]) -> str:
    """One SHA-256 over all that decides what a load does.

    That is the fixture files, the originals that are here, and the code that reads layouts and
    words record editions: after an upgrade of either the next start loads again.
    """
    digest = hashlib.sha256()
    for path in (*(folder / name for name in (*FILES, *BESIDE)), *_deciding_code()):
        stored = path.read_bytes() if path.exists() else b""
        digest.update(f"{path.name} {len(stored)}\n".encode() + stored)
    for original in sorted(originals):
        digest.update(f"{original}\n".encode())
    return digest.hexdigest()


def _deciding_code() -> list[Path]:
    rooms = Path(__file__).resolve().parents[2]
    return [
        *sorted((rooms / "domain" / "layout").glob("*.py")),
        *sorted((rooms / "claims").glob("record_*.py")),
        rooms / "claims" / "wording.py",
    ]


def source_fields(row: Row) -> dict[str, Any]:
    """The fields of a source; its text is expected on its own."""
    renamed = {"number": "position", "container_title": "container"}
    fields = row.fields.items()
    return {renamed.get(name, name): value for name, value in fields if name != "text"}


def measure_fields(row: Row) -> dict[str, Any]:
    """The fields of a measure but for `slug` and `whole`, which is another measure."""
    renamed = {
        "additive_over_time": "is_additive_over_time",
        "non_negative": "is_non_negative",
        "functional": "is_functional",
    }
    left_out = ("slug", "whole")
    fields = {renamed.get(n, n): v for n, v in row.fields.items() if n not in left_out}
    return {**fields, "share_over": fields.get("share_over") or ""}


def _entity(fields: dict[str, Any]) -> EntityDraft:
    aliases = {alias["form"]: AliasDraft(**alias) for alias in fields.get("aliases", [])}
    links = {name: tuple(fields.get(name, ())) for name in ("part_of", "distinct_from")}
    return EntityDraft(**{**fields, **links, "aliases": tuple(aliases.values())})


def _extended(name: str, before: Any, value: Any) -> Any:
    if name in EXTENDED:
        return [*(before or []), *(entry for entry in value if entry not in (before or []))]
    return (value or before or "") if name == "note" else (before or value)


def _named(row: Row) -> Row:
    """The row with the names by which actions speak of it."""
    fields = row.fields
    names = [fields[name] for name in ("slug", "key", "one", "other") if name in fields]
    if "start" in fields:
        names.append(f"{fields['source']} {fields['start']}–{fields['end']}")
    return replace(row, names=tuple(names))
