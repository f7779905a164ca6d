"""Picks what the first page shows of the contradictions and verdicts."""

from __future__ import annotations

from django.db.models import Case, Count, IntegerField, Value, When

from apps.contradictions.models import Contradiction, Severity, Verdict

SHOWN = 4
SUREST_FIRST = (Severity.CERTAIN, Severity.LIKELY, Severity.ADVISORY, Severity.NOTE)


def worth_a_look() -> list[Contradiction]:
    """Open contradictions of as many rules as possible, those between sources before others."""
    surest = Case(
        *(When(severity=severity, then=Value(at)) for at, severity in enumerate(SUREST_FIRST)),
        output_field=IntegerField(),
    )
    ordered = list(
        Contradiction.objects.open()
        .annotate(doubt=surest, sources=Count("involvements__claim__source", distinct=True))
        .defer("reckoning", "facts", "conflicts")
        .order_by("doubt", "-sources", "-gap_in_ulps", "pk")[: SHOWN * 10]
    )
    first_of_rule: dict[str, Contradiction] = {}
    for case in ordered:
        first_of_rule.setdefault(case.rule, case)
    picked = list(first_of_rule.values())
    picked += [case for case in ordered if case not in picked]
    return sorted(picked[:SHOWN], key=lambda case: -(case.gap_in_ulps or 0))


def newest_verdicts() -> list[Verdict]:
    """The latest answers that still stand."""
    standing = Verdict.objects.filter(settled_contradictions__isnull=False)
    return list(
        standing.select_related("contradiction", "given_by").order_by("-given_at", "-pk")[:SHOWN]
    )
