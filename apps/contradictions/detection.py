"""Finds what cannot all be true: each rule screens in SQL, its judge decides in Python."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from decimal import Decimal
from typing import Any

from django.db.backends.postgresql.psycopg_any import NumericRange

from apps.claims.asking import ask
from apps.claims.bare import read_beside
from apps.claims.judging import as_printed
from apps.claims.models import Claim, Measure
from apps.claims.places import heading, places_of
from apps.claims.querysets import ClaimQuerySet
from apps.claims.wording import on_one_line, role_names, topic
from apps.contradictions.facts import Scope
from apps.contradictions.findings import Finding
from apps.contradictions.rulebook import Rule, rules
from apps.contradictions.texts import find_in_texts
from apps.domain.periods import Period
from apps.domain.refusals import Refusal
from apps.domain.spans import Span
from apps.domain.statements import Statement
from apps.domain.units import unit
from apps.entities.models import WORLD, Entity
from apps.sources.models import Source

Groups = list[dict[str, list[int]]]
Sets = Mapping[str, frozenset[str]]
ONE = Decimal(1)
MANY = 50


def find(scope: Scope | None = None, in_texts: Collection[str] | None = None) -> list[Finding]:
    """All findings of all rules over these facts and the texts of these sources; None is all."""
    return [*_find_among_claims(scope or Scope.everything()), *find_in_texts(in_texts)]


def _find_among_claims(scope: Scope) -> Iterable[Finding]:
    screened = [(rule, _screen(rule, scope)) for rule in rules().values() if rule.screen]
    wanted = {
        claim
        for _, groups in screened
        for group in groups
        for ids in group.values()
        for claim in ids
    }
    claims = Claim.objects.filter(pk__in=wanted)
    worded = claims.in_words_together() if len(wanted) > MANY else claims.in_words()
    statements = statements_of(worded) if wanted else {}
    found: dict[str, Finding] = {}
    for rule, groups in screened:
        for group in groups:
            stated = {name: tuple(statements[i] for i in ids) for name, ids in group.items()}
            for finding in rule.judge(stated):
                found.setdefault(finding.fingerprint, finding)
    return found.values()


def _screen(rule: Rule, scope: Scope) -> Groups:
    """The groups of claims that may conflict, in an order that never changes."""
    changed = None if scope.changed is None else sorted(scope.changed)
    names, rows = ask(rule.screen, {"facts": sorted(scope.asked(rule.code)), "changed": changed})
    return [dict(zip(names, row, strict=True)) for row in sorted(rows)]


def statements_of(claims: ClaimQuerySet, *, is_as_printed: bool = False) -> Mapping[int, Statement]:
    """Claims in words as statements, by primary key: as they count, or as they are printed."""
    worded = [as_printed(claim) if is_as_printed else claim for claim in claims]
    answers = {claim.value_entity.slug for claim in worded if claim.value_entity}
    wider, places = Entity.objects.wider_places(answers), places_of(worded)
    named = {entity.slug for claim in worded for _, entity in _filling(claim)}
    members = Entity.objects.places_within(named - {WORLD})
    return {
        claim.pk: _statement(claim, heading(claim, places[claim.pk]), wider, members)
        for claim in worded
    }


def _statement(claim: Claim, label: str, wider: Sets, members: Sets) -> Statement:
    """One claim as plain values; figures in the base unit of their family."""
    kind = claim.measure.kind
    answer = claim.value_entity.slug if claim.value_entity else ""
    return Statement(
        claim=claim.pk,
        key=claim.key,
        source=claim.source.slug,
        root=claim.root or claim.source.slug,
        measure=claim.measure.slug,
        kind=kind,
        topic=topic(claim),
        label=label,
        printed=_printed(claim),
        reading=claim.reading_now,
        unit=unit(claim.unit_now or ("date" if kind == Measure.Kind.DATE else "")),
        fact=claim.fact_key,
        strand=claim.strand,
        slot_key=claim.slot_key,
        wider_slot_keys=frozenset(claim.wider_slot_keys),
        period=Period.read(claim.period) if claim.period else None,
        answer=answer,
        wider_answers=wider.get(answer, frozenset()),
        dated=Period.read(claim.reading_now) if kind == Measure.Kind.DATE else None,
        published=_published(claim.source),
        slot_names=_slot_names(claim),
        extents=_extents(claim, members),
        **_read(claim),
    )


def _published(source: Source) -> Period | None:
    """When it came out; nothing where that is not known as a date."""
    try:
        return Period.read(source.published)
    except Refusal:
        return None


def _printed(claim: Claim) -> str:
    printed = on_one_line(claim.printed)
    return (
        f"{claim.corrected_reading} (corrected from {printed})" if claim.is_corrected else printed
    )


def _read(claim: Claim) -> dict[str, Any]:
    """The words and spans of a claim as they are stored, and what else its reading allows."""
    quantity = read_beside(claim.reading_now, claim.unit_now, claim.measure)
    return {
        "answer_in_words": claim.value_entity.label if claim.value_entity else "",
        "tells": claim.measure.tells,
        "cites": on_one_line(claim.attribution),
        "hard": span_of(claim.hard),
        "plausible": span_of(claim.plausible),
        "ulp": claim.ulp if claim.ulp is not None else ONE,
        "alternatives": quantity.alternatives if quantity else (),
        "hedged": quantity.hedged if quantity else False,
    }


def span_of(stored: NumericRange | None) -> Span:
    """A span as it comes out of PostgreSQL."""
    if stored is None:
        return Span.anything()
    return Span(stored.lower, stored.upper, stored.lower_inc, stored.upper_inc)


def _slot_names(claim: Claim) -> dict[str, str]:
    """For each piece of the slot key the words for it."""
    pieces = dict(piece.split("=", 1) for piece in claim.slot_key.split("|"))
    names = {"subject": claim.subject.label, **role_names(claim)}
    return {f"{slot}={value}": names[slot] for slot, value in pieces.items()}


def _filling(claim: Claim) -> list[tuple[str, Entity]]:
    """The entities that fill the claim's slots."""
    roles = [(role.slot, role.entity) for role in claim.filled_roles.all() if role.entity]
    return [("subject", claim.subject), *roles]


def _extents(claim: Claim, members: Sets) -> dict[str, frozenset[str]]:
    """For each piece of the slot key all that is known to lie in it.

    A region of which nobody said what lies in it may overlap with anything: nothing is known.
    """
    return {
        f"{slot}={entity.slug}": frozenset()
        if entity.kind == Entity.Kind.REGION and entity.slug not in members
        else members.get(entity.slug, frozenset()) | {entity.slug}
        for slot, entity in _filling(claim)
    }
