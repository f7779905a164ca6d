"""Footnotes of a series: what a verdict made of a question, and why."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass

from django.db.models import Q

from apps.claims.agreed import in_common
from apps.claims.models import Claim, Fact
from apps.claims.wording import topic
from apps.contradictions.models import Verdict

UNSETTLED = "unsettled"


@dataclass(frozen=True)
class Footnote:
    """One verdict on one question, with the value that stands since."""

    number: int
    question: str
    value: str
    verdict: Verdict


def footnotes(claims: Collection[Claim]) -> dict[str, tuple[Footnote, ...]]:
    """For the questions of these claims, by their keys, the verdicts that settle them."""
    of_fact: dict[str, list[Claim]] = {}
    for claim in sorted(claims, key=lambda one: (one.period_range.lower, one.pk)):
        of_fact.setdefault(claim.fact_key, []).append(claim)
    verdicts = _verdicts_on(of_fact)
    facts = Fact.objects.filter(key__in=verdicts).select_related("measure")
    values = {fact.key: _value(fact, of_fact[fact.key]) for fact in facts}
    found: dict[str, tuple[Footnote, ...]] = {}
    number = 0
    for key, on_it in verdicts.items():
        question = topic(of_fact[key][0])
        found[key] = tuple(
            Footnote(number + place, question, values.get(key, UNSETTLED), verdict)
            for place, verdict in enumerate(on_it, start=1)
        )
        number += len(on_it)
    return found


def _verdicts_on(of_fact: Mapping[str, Iterable[Claim]]) -> dict[str, list[Verdict]]:
    """The standing verdicts that answer a question by itself, or judge an answer to it wrong."""
    keys = list(of_fact)
    alone = Q(contradiction__facts__len=1, contradiction__facts__overlap=keys)
    judges = Q(wrong_claims__fact_key__in=keys)
    standing = Verdict.objects.standing().filter(alone | judges).distinct().in_full()
    found: dict[str, list[Verdict]] = {}
    for verdict in standing.order_by("given_at", "pk"):
        on = {claim.fact_key for claim in verdict.wrong_claims.all()}
        if len(verdict.contradiction.facts) == 1:
            on |= set(verdict.contradiction.facts)
        for key in on & of_fact.keys():
            found.setdefault(key, []).append(verdict)
    return {key: found[key] for key in keys if key in found}


def _value(fact: Fact, claims: list[Claim]) -> str:
    return in_common(fact, claims) or UNSETTLED
