"""Short ways to ask how the cases stand."""

from __future__ import annotations

from typing import Any

from django.urls import reverse

from apps.claims.drafts import ALL
from apps.claims.models import Claim
from apps.contradictions.models import Contradiction, Verdict
from tests.world import WHY, World


def cases() -> list[Contradiction]:
    return list(Contradiction.objects.all())


def the_case(rule: str = "same-fact-disjoint") -> Contradiction:
    return Contradiction.objects.get(rule=rule)


def told(case: Contradiction) -> list[str]:
    """What happened to the case, in order."""
    return [step.what for step in case.steps.all()]


def last_words(case: Contradiction) -> str:
    return [step.says for step in case.steps.all()][-1]


def wrong_whole(world: World) -> tuple[Claim, Claim]:
    """All suppliers: 20. From Norland 100, from Sudland 150: three cases about the 20."""
    wrong = world.claim("20", roles={"supplier": ALL})
    world.claim("100")
    world.claim("150", roles={"supplier": "sudland"})
    return wrong, world.claim("100", period="2015")


def now(case: Contradiction) -> Contradiction:
    """The case as it is stored."""
    return Contradiction.objects.get(pk=case.pk)


def address(name: str, case: Contradiction) -> str:
    """Where a page or an act of the case is."""
    where = {"queue": [], "rules": [], "rule": [case.rule]}.get(name, [case.pk])
    return reverse(f"contradictions:{name}", args=where)


def verdict(case: Contradiction, **changed: Any) -> dict[str, Any]:
    """What the form sends."""
    fields = {
        "kind": Verdict.Kind.UNDECIDED,
        "would_decide": "the yearbook of 2015",
        "rationale": WHY,
        "version": case.version,
    }
    return {**fields, **changed}
