"""Facts in a line each: the question, what each place prints, and whether they agree."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from apps.claims.models import Claim, Fact
from apps.claims.wording import printed_with_unit, topic
from apps.reading.facts.agreement import Agreement, agreement, disputed

PRINTS_SHOWN = 6


@dataclass(frozen=True)
class Print:
    """What one place prints."""

    source: str
    words: str


@dataclass(frozen=True)
class FactLine:
    """A question with its answers in brief."""

    fact: Fact
    question: str
    prints: tuple[Print, ...]
    more: int
    agreement: Agreement


def fact_lines(facts: Iterable[Fact]) -> list[FactLine]:
    """Lines for facts that are answered, in a fixed number of queries."""
    facts = list(facts)
    wanted = [key for fact in facts for key in fact.claim_ids[:PRINTS_SHOWN]]
    claims = {claim.pk: claim for claim in Claim.objects.filter(pk__in=wanted).in_words_together()}
    cases = disputed(fact.key for fact in facts)
    return [
        _line(
            fact,
            [claims[key] for key in fact.claim_ids if key in claims],
            agreement(fact, is_disputed=fact.key in cases),
        )
        for fact in facts
    ]


def _line(fact: Fact, claims: Sequence[Claim], told: Agreement) -> FactLine:
    in_order = sorted(claims, key=lambda claim: (claim.source.position, claim.pk))
    return FactLine(
        fact=fact,
        question=topic(in_order[0]),
        prints=tuple(Print(one.source.short_name, printed_with_unit(one)) for one in in_order),
        more=len(fact.claim_ids) - len(in_order),
        agreement=told,
    )
