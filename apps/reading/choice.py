"""What a reader asks to see of the marks; it stands in the address, so that a link keeps it."""

from __future__ import annotations

from dataclasses import dataclass, replace

from django.db.models import Q
from django.http import QueryDict

from apps.annotations.models import Review
from apps.reading.audience import Audience

LAYERS = {"entities": "Entities", "claims": "Claims", "contradictions": "Contradictions"}
CASES = {"open": "open only", "settled": "settled only"}
NARROWING = ("status", "cases", "by")


@dataclass(frozen=True)
class Choice:
    """Layers that are shown, and which of their marks; empty words leave nothing out."""

    layers: tuple[str, ...] = tuple(LAYERS)
    status: str = ""
    cases: str = ""
    by: int | None = None

    @property
    def is_narrowed(self) -> bool:
        """Whether marks are left out, rather than a whole layer hidden."""
        return bool(self.status or self.cases or self.by)

    @property
    def asked(self) -> list[tuple[str, str]]:
        """What an address says that asks for it."""
        said = [(name, str(getattr(self, name) or "")) for name in NARROWING]
        shown = ["", *self.layers] if self.layers != EVERYTHING.layers else []
        return [("layer", layer) for layer in shown] + [pair for pair in said if pair[1]]

    def reviews(self, audience: Audience) -> tuple[str, ...]:
        """The review states that are shown to the audience."""
        return (self.status,) if self.status else audience.reviews

    def entered(self, field: str) -> Q:
        """A condition on who entered something; `field` leads to the person."""
        return Q(**{field: self.by}) if self.by else Q()


EVERYTHING = Choice()


def read_choice(asked: QueryDict, audience: Audience) -> Choice:
    """The choice in an address; what it cannot mean, or may not ask for, is passed over."""
    cases = asked.get("cases", "")
    choice = Choice(cases=cases if cases in CASES else "")
    if "layer" in asked:
        wanted = asked.getlist("layer")
        choice = replace(choice, layers=tuple(layer for layer in LAYERS if layer in wanted))
    if audience != Audience.TEAM:
        return choice
    status, by = asked.get("status", ""), asked.get("by", "")
    return replace(
        choice,
        status=status if status in Review.values else "",
        by=int(by) if by.isascii() and by.isdigit() and len(by) < 10 else None,
    )
