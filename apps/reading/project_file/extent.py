"""How much of the project a file holds: what the team has, or what the public may have of it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from django.db.models import Q, QuerySet

from apps.accounts.models import User
from apps.annotations.models import Mention, Passage
from apps.claims.models import Claim, ClaimRole, Evidence, Measure
from apps.contradictions.models import (
    Contradiction,
    Distinction,
    Involvement,
    Sighting,
    Step,
    Verdict,
)
from apps.entities.models import Alias, Entity
from apps.reading.project_file.tables import IN, NUMBER, Model, Table
from apps.sources.models import Block, Cell, Citation, Reference, Rights, Source, Text

Row = dict[str, Any]
Rows = QuerySet[Any]

WORDING = ("quote", "prefix", "suffix")
PUBLIC_OF_A_PERSON = (IN, NUMBER, "first_name", "last_name")
OURS = Text.Kind.RECORD


def _stated() -> Rows:
    """Passages that carry an accepted claim or mention."""
    claimed = Evidence.objects.filter(claim__in=Claim.objects.accepted()).values("passage")
    named = Mention.objects.accepted().values("passage")
    return Passage.objects.filter(Q(pk__in=claimed) | Q(pk__in=named))


def _free(rows: Rows, text: str) -> Rows:
    """Rows of the editions that we wrote, and of wordings that everybody may read."""
    is_ours, is_full = {f"{text}__kind": OURS}, {f"{text}__source__rights": Rights.FULL}
    return rows.filter(Q(**is_ours) | Q(**is_full))


# What the public may have, table by table; a table that is not named here it does not get.
PUBLIC: dict[Model, Callable[[], Rows]] = {
    User: User.objects.all,
    Source: Source.objects.all,
    Text: Text.objects.all,
    Block: lambda: _free(Block.objects.all(), "text"),
    Cell: lambda: _free(Cell.objects.all(), "block__text"),
    Reference: lambda: _free(Reference.objects.all(), "text"),
    Citation: lambda: _free(Citation.objects.all(), "text"),
    Entity: Entity.objects.accepted,
    Alias: lambda: Alias.objects.filter(entity__is_proposed=False),
    Passage: _stated,
    Mention: Mention.objects.accepted,
    Measure: Measure.objects.all,
    Claim: Claim.objects.accepted,
    ClaimRole: ClaimRole.objects.all,
    Evidence: Evidence.objects.all,
    Contradiction: Contradiction.objects.public,
    Involvement: Involvement.objects.all,
    Sighting: lambda: _free(Sighting.objects.all(), "text"),
    Verdict: Verdict.objects.all,
    Distinction: Distinction.objects.all,
    Step: Step.objects.all,
}


@dataclass(frozen=True)
class Extent:
    """What a file holds. The public's file has no history: it names what was withdrawn."""

    has_texts: bool = False
    has_history: bool = False
    is_public: bool = False

    @property
    def holds(self) -> list[str]:
        """In words, for the head of the file."""
        parts = {"texts": self.has_texts, "history": self.has_history}
        whose = "what the public may have" if self.is_public else "what the team has"
        return [whose, *(part for part, is_held in parts.items() if is_held)]

    def carries(self, table: Table) -> bool:
        """Whether the file holds rows of this table."""
        return not self.is_public or table.model in PUBLIC

    def rows(self, table: Table) -> Rows:
        """The rows of the table that it holds."""
        return PUBLIC[table.model]() if self.is_public else table.model._default_manager.all()

    def called(self, table: Table, number: int, key: tuple[Any, ...]) -> tuple[Any, ...]:
        """The key of a row; the public does not get the names by which people log in."""
        return (f"person-{number}",) if self._is_a_person(table) else key

    def shown(self, table: Table, row: Row) -> Row:
        """What the file says of a row."""
        if self._is_a_person(table):
            [name] = self.called(table, row[NUMBER], ())
            return {name: row[name] for name in PUBLIC_OF_A_PERSON} | {"username": name}
        if table.model is Text and not self._may_hold(row["kind"], row["source"]):
            return {**row, "content": None}
        if table.model is Passage and self.is_public:
            slug, kind, _ = row["text"]
            if kind != OURS and slug not in self._free_sources:
                return {**row, **dict.fromkeys(WORDING, "")}
        return row

    def _is_a_person(self, table: Table) -> bool:
        return self.is_public and table.model is User

    def _may_hold(self, kind: str, slug: str) -> bool:
        """Whether the wording of a text goes along; what we wrote always does."""
        is_withheld = self.is_public and slug not in self._free_sources
        return kind == OURS or (self.has_texts and not is_withheld)

    @cached_property
    def _free_sources(self) -> frozenset[str]:
        full = Source.objects.filter(rights=Rights.FULL)
        return frozenset(full.values_list("slug", flat=True))
