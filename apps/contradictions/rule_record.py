"""How each rule has fared: what waits, what was answered, and how often it was right."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from django.db.models import Count, F, Q

from apps.contradictions.models import Contradiction, Verdict
from apps.contradictions.rulebook import Rule, rules

HUNDRED = Decimal(100)


@dataclass(frozen=True)
class RuleRecord:
    """A rule with its open and settled cases; `judged` are those that tell whether it was right."""

    rule: Rule
    found: int = 0
    open: int = 0
    settled: int = 0
    judged: int = 0
    false_alarms: int = 0

    @property
    def right(self) -> int:
        """The judged cases that were no false alarm."""
        return self.judged - self.false_alarms

    @property
    def precision(self) -> Decimal | None:
        """Of a hundred judged cases, how many were no false alarm; None before the first."""
        if not self.judged:
            return None
        return (HUNDRED * self.right / self.judged).quantize(Decimal(1))


def rule_records(code: str = "") -> list[RuleRecord]:
    """The record of every rule, or of one."""
    return [record for record in _records() if code in ("", record.rule.code)]


def _records() -> Iterator[RuleRecord]:
    """A case counts where its own verdict stands and decides; those that fell with it do not."""
    own = Q(settled_by__contradiction=F("pk"))
    judged = own & ~Q(settled_by__kind=Verdict.Kind.UNDECIDED)
    counted = (
        Contradiction.objects.public()
        .order_by("rule")
        .values_list("rule")
        .annotate(
            found=Count("pk"),
            open=Count("pk", filter=Q(state__in=["open", "in_review"])),
            settled=Count("pk", filter=Q(state="settled")),
            judged=Count("pk", filter=judged),
            false_alarms=Count("pk", filter=own & Q(settled_by__kind=Verdict.Kind.FALSE_ALARM)),
        )
    )
    counts = {code: numbers for code, *numbers in counted}
    for code, declared in rules().items():
        yield RuleRecord(declared, *counts.get(code, ()))
