"""Gathers one question with every answer to it, and how the answers stand to each other."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from django.db.models import QuerySet

from apps.claims.agreed import in_common
from apps.claims.facts import ids_of
from apps.claims.models import Claim, Fact
from apps.claims.places import heading, places_of
from apps.claims.wording import derivation, printed_with_unit, topic, value_in_words
from apps.contradictions.exhibits import BASES
from apps.contradictions.models import Contradiction, Verdict
from apps.reading.audience import Audience
from apps.reading.facts.agreement import Agreement, agreement
from apps.reading.facts.lanes import Chart, chart
from apps.reading.facts.lines import FactLine, fact_lines
from apps.reading.facts.series import FIGURES
from apps.reading.facts.witnesses import witness, witness_names
from apps.reading.profiles import standings

RELATED_SHOWN = 24


@dataclass(frozen=True)
class Answer:
    """One claim on the question."""

    claim: Claim
    heading: str
    printed: str
    value: str
    how: str
    witness: str
    basis: str
    standing: str


@dataclass(frozen=True)
class Related:
    """Facts that bear on this one, and how."""

    title: str
    lines: list[FactLine]


@dataclass(frozen=True)
class FactPage:
    """All that the page of a fact lays out."""

    fact: Fact
    question: str
    answers: list[Answer]
    agreement: Agreement
    chart: Chart | None
    common: str
    verdicts: list[Verdict]
    direct: list[Contradiction]
    indirect: list[Contradiction]
    related: list[Related]

    @property
    def has_series(self) -> bool:
        """Whether the same measure of the same subject is drawn over time."""
        return self.fact.measure.kind in FIGURES and self.fact.period_range is not None

    @property
    def is_open(self) -> bool:
        """Whether a case about the answers themselves waits for its verdict."""
        return any(case.is_open for case in self.direct)


def fact_page(key: str, audience: Audience) -> FactPage | None:
    """The question with this key, as this audience may see it; None where nobody answers it."""
    claims = list(_answering(key, audience))
    fact = Fact.objects.select_related("measure", "subject").filter(pk__in=ids_of([key])).first()
    if not claims or fact is None:
        return None
    answers = answers_of(claims)
    cases = _cases(key)
    direct = [case for case in cases if set(case.facts) == {key}]
    contradicted = frozenset(one.claim.pk for one in answers if one.standing == "contradicted")
    lanes = [(f"{one.heading}: {one.printed}", one.claim) for one in answers]
    return FactPage(
        fact=fact,
        question=topic(claims[0]),
        answers=answers,
        agreement=agreement(fact, is_disputed=bool(direct)),
        chart=chart(lanes, contradicted),
        common=in_common(fact, claims),
        verdicts=[case.settled_by for case in cases if case.settled_by is not None],
        direct=direct,
        indirect=[case for case in cases if case not in direct],
        related=_related(fact),
    )


def _answering(key: str, audience: Audience) -> QuerySet[Claim]:
    claims = Claim.objects.on_facts([key]).filter(review__in=audience.reviews)
    return claims.in_words().order_by("source__position", "pk")


def answers_of(claims: Sequence[Claim]) -> list[Answer]:
    """Claims as answers, with their places, witnesses and how they stand."""
    places, names, stands = places_of(claims), witness_names(claims), standings(claims)
    return [
        Answer(
            claim=claim,
            heading=heading(claim, places[claim.pk]),
            printed=printed_with_unit(claim),
            value=value_in_words(claim),
            how=derivation(claim),
            witness=names[witness(claim)],
            basis=BASES.get(claim.basis, ""),
            standing=stands.get(claim.pk, ""),
        )
        for claim in claims
    ]


def _cases(key: str) -> list[Contradiction]:
    """Contradictions in which the question plays a part, the open ones first."""
    public = Contradiction.objects.public().on_fact(key).select_related("settled_by__given_by")
    return sorted(public, key=lambda case: (not case.is_open, case.pk))


def _related(fact: Fact) -> list[Related]:
    """Wholes, parts and shares of it, and the same question at other times."""
    facts = Fact.objects.answered().select_related("measure").in_order()
    divided = [one for one in (fact.numerator_id, fact.denominator_id) if one is not None]
    found = {
        "The whole that this is part of": facts.filter(pk__in=fact.wholes),
        "Parts of this": facts.filter(wholes__contains=[fact.pk]),
        "What this is a share of": facts.filter(pk__in=divided),
        "At other times": facts.filter(slots=fact.slots).exclude(pk=fact.pk),
    }
    shown = [Related(title, fact_lines(rows[:RELATED_SHOWN])) for title, rows in found.items()]
    return [related for related in shown if related.lines]
