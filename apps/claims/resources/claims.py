"""Claims as a sheet: one row for each, with its place in the source and its roles in one cell."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import replace
from typing import Any

from django.db.models import QuerySet

from apps.accounts.models import User
from apps.annotations.models import Review
from apps.claims.actions import correct_claims, record_claims
from apps.claims.changes import told_at_once
from apps.claims.checking import Desk, places_at
from apps.claims.drafts import ClaimDraft
from apps.claims.models import Claim, Evidence
from apps.claims.resources.checks import check_place, check_terms
from apps.claims.written import ROLES, as_support, filled, support_in
from apps.domain.complaints import is_storable
from apps.domain.refusals import quoted
from apps.sources.models import Text
from apps.ui.sheets.cells import as_list, as_pairs, list_in, pairs_in
from apps.ui.sheets.resource import Cells, SheetResource
from apps.ui.sheets.rows import RowReading, is_whole_number
from apps.ui.sheets.sheet import Sheet

KEY = re.compile(r"[^\s/]+")
WORDS = (
    "key",
    "printed",
    "period",
    "reading",
    "unit",
    "basis",
    "status",
    "attribution",
    "root",
    "sums",
    "note",
)


class ClaimResource(SheetResource):
    """New rows become claims, accepted or proposed as chosen; changed rows correct theirs."""

    key = "key"
    columns = (
        "key",
        "source",
        "start",
        "end",
        "printed",
        "measure",
        "subject",
        "roles",
        "period",
        "reading",
        "unit",
        "basis",
        "status",
        "attribution",
        "root",
        "sums",
        "also",
        "note",
        "support",
    )
    needed = ("key", "source", "start", "end", "printed", "measure", "subject", "reading")
    numbers = frozenset({"start", "end"})
    verbatim = frozenset(
        {"printed", "roles", "reading", "attribution", "root", "also", "note", "support"}
    )
    choices = ("review",)

    def stored(self, rows: QuerySet[Claim] | None = None) -> Iterator[ClaimDraft]:
        chosen = Claim.objects.all() if rows is None else rows
        claims = Claim.objects.filter(pk__in=chosen.order_by().values("pk")).in_words()
        places, support = _places(claims), _support(claims)
        for claim in claims.order_by("source__position", "source__slug", "key"):
            draft = _stored_draft(claim, places.get(claim.pk, (0, 0)))
            yield replace(draft, support=tuple(support.get(claim.pk, ())))

    def stored_under(self, keys: Collection[str]) -> Iterator[ClaimDraft]:
        return self.stored(Claim.objects.filter(key__in=filter(is_storable, keys)))

    def cells(self, draft: ClaimDraft) -> Cells:
        return {
            **{name: getattr(draft, name) for name in WORDS},
            "source": draft.source,
            "measure": draft.measure,
            "subject": draft.subject,
            "start": str(draft.start),
            "end": str(draft.end),
            "roles": as_pairs(draft.roles),
            "also": as_list(draft.also),
            "support": as_support(draft.support),
        }

    def lay(self, sheet: Sheet) -> None:
        places = [(row.cells["source"].strip(), row.cells["start"].strip()) for row in sheet.rows]
        self.desk = Desk.laid(read={source for source, _ in places})
        starts = ((source, int(start)) for source, start in places if is_whole_number(start))
        self.there = places_at(starts, self.desk)

    def read(self, row: RowReading) -> ClaimDraft | None:
        """The draft; None where the row names no measure or source, so that no more can be said."""
        if not KEY.fullmatch(row.cells["key"]) and row.cells["key"]:
            row.complain("key", "A key stands in addresses. Leave out blanks and slashes.")
        draft = self._draft(row)
        row.fits(Claim(**{name: row.cells[name] for name in WORDS}), {n: n for n in WORDS})
        row.one_of("subject", "entity", self.desk.entities)
        is_placed = row.one_of("source", "source", self.desk.sources)
        if is_placed and row.one_of("source", "source with a text", self.desk.originals):
            text = self.desk.originals[draft.source]
            check_place(row, draft, text, self.there.setdefault(text, {}))
        if row.one_of("measure", "measure", self.desk.measures):
            check_terms(row, draft, self.desk)
        return draft

    def store(
        self, *, new: list[Any], changed: list[Any], by: User, reason: str, **how: Any
    ) -> None:
        claims = Claim.objects.in_bulk([draft.key for draft in changed], field_name="key")
        with told_at_once(by):
            if new:
                review = how.get("review", Review.PROPOSED)
                record_claims(drafts=new, by=by, reason=reason, review=review)
            if changed:
                seen = [claims[draft.key] for draft in changed]
                correct_claims(claims=seen, drafts=changed, by=by, reason=reason)

    def _draft(self, row: RowReading) -> ClaimDraft:
        roles: dict[str, str] = {}
        with row.about("roles"):
            roles = pairs_in(row.cells["roles"], ROLES)
        support: tuple[tuple[int, int], ...] = ()
        with row.about("support"):
            support = support_in(row.cells["support"])
        measure = self.desk.measures.get(row.cells["measure"])
        return ClaimDraft(
            **{name: row.cells[name] for name in WORDS},
            source=row.cells["source"],
            measure=row.cells["measure"],
            subject=row.cells["subject"],
            start=row.whole_number("start"),
            end=row.whole_number("end"),
            roles=filled(roles, measure) if measure else roles,
            also=_also(row),
            support=support,
        )


def _also(row: RowReading) -> tuple[str, ...]:
    also = tuple(list_in(row.cells["also"]))
    longest = Claim._meta.get_field("also").base_field.max_length or 0
    for key in also:
        if len(key) > longest:
            row.complain("also", f"{quoted(key)} is longer than {longest} characters. Shorten it.")
    return also


def _support(claims: QuerySet[Claim]) -> dict[int, list[tuple[int, int]]]:
    """The other passages on which each of these claims stands in the present wording."""
    found: dict[int, list[tuple[int, int]]] = {}
    beside = Evidence.objects.supporting().in_originals().order_by("passage__start", "passage__end")
    rows = beside.filter(claim__in=claims.order_by().values("pk"), passage__text__is_current=True)
    for claim, start, end in rows.values_list("claim_id", "passage__start", "passage__end"):
        found.setdefault(claim, []).append((start, end))
    return found


def _places(claims: QuerySet[Claim]) -> dict[int, tuple[int, int]]:
    """Start and end of each of these claims in its original text."""
    found: dict[int, tuple[int, int]] = {}
    rows = (
        Evidence.objects.printing()
        .filter(claim__in=claims.order_by().values("pk"), passage__text__kind=Text.Kind.ORIGINAL)
        .order_by("pk")
    )
    for claim, start, end in rows.values_list("claim_id", "passage__start", "passage__end"):
        found.setdefault(claim, (start, end))
    return found


def _stored_draft(claim: Claim, place: tuple[int, int]) -> ClaimDraft:
    roles = {
        role.slot: role.entity.slug if role.entity else role.scope
        for role in claim.filled_roles.all()
    }
    return ClaimDraft(
        **{name: getattr(claim, name) for name in WORDS},
        source=claim.source.slug,
        measure=claim.measure.slug,
        subject=claim.subject.slug,
        start=place[0],
        end=place[1],
        roles=filled(roles, claim.measure),
        also=tuple(claim.also),
    )
