"""How good the suggestions are, told by people's decisions and by what people entered."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from apps.annotations.models import Decision
from apps.reading.suggestions import KINDS, Places, entered_in, suggestions_of
from apps.sources.models import Text


@dataclass(frozen=True)
class Accuracy:
    """For one kind: decisions, and how much of what people entered had been proposed too."""

    kind: str
    label: str
    accepted: int
    corrected: int
    rejected: int
    skipped: int
    entered: int
    found: int

    @property
    def precision(self) -> str:
        """The share of the right places among all that were decided on."""
        right = self.accepted + self.corrected
        return _share(right, right + self.rejected)

    @property
    def normal_form(self) -> str:
        """The share of right places where the form was right too."""
        return _share(self.accepted, self.accepted + self.corrected)

    @property
    def recall(self) -> str:
        """The share of what people entered where something of the kind was proposed."""
        return _share(self.found, self.entered)


def accuracies() -> list[Accuracy]:
    """A row for each kind, over the texts in which something was decided."""
    counted = Decision.objects.counted()
    entered, found = _recalled()
    return [
        Accuracy(
            kind,
            label,
            **{outcome: counted.get((kind, outcome), 0) for outcome in Decision.Outcome.values},
            entered=entered[kind],
            found=found[kind],
        )
        for kind, label in KINDS.items()
    ]


def _recalled() -> tuple[Counter[str], Counter[str]]:
    """How much people entered in these texts, and how much of that had been proposed."""
    entered: Counter[str] = Counter()
    found: Counter[str] = Counter()
    texts = Text.objects.filter(pk__in=Decision.objects.values("text")).installed()
    for text in texts.select_related("source"):
        suggestions = suggestions_of(text)
        for kind, places in entered_in(text).items():
            proposed = Places((one.start, one.end) for one in suggestions if _is(one.kind, kind))
            entered[kind] += len(set(places))
            found[kind] += sum(proposed.meets(*place) for place in set(places))
    return entered, found


def _is(proposed: str, kind: str) -> bool:
    """A passage that carries a claim may hold its figure or its date."""
    return proposed == kind if kind == "mention" else proposed in ("quantity", "date")


def _share(part: int, whole: int) -> str:
    return f"{100 * part / whole:.1f} %" if whole else "–"
