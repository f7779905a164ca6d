"""What is stored about values in running text, with the words around them: how others were read."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from django.db.models import Q

from apps.claims.models import Evidence, Measure
from apps.domain.likeness import Stems, alike, stems, weights
from apps.sources.models import Text

MOST = 1500
BESIDE = 32  # characters on each side, as passages keep them


@dataclass(frozen=True)
class Precedent:
    """A stored claim, with what stands right around its passage."""

    measure: str
    words: Stems
    has_period: bool
    basis: str
    status: str
    unit: str
    subject_kind: str


@dataclass(frozen=True)
class Precedents:
    """The newest stored claims about dates, or about anything else."""

    rows: Sequence[Precedent]

    @classmethod
    def of(cls, *, dates: bool) -> Precedents:
        """Those that nobody rejected."""
        kind = Q(claim__measure__kind=Measure.Kind.DATE)
        evidence = Evidence.objects.printing().filter(kind if dates else ~kind)
        evidence = evidence.filter(passage__text__kind=Text.Kind.ORIGINAL)
        rows = evidence.exclude(claim__review="rejected").order_by("-pk").values_list(
            "claim__measure__slug", "passage__prefix", "passage__suffix", "claim__period",
            "claim__basis", "claim__status", "claim__unit", "claim__subject__kind",
        )  # fmt: skip
        return cls([_precedent(*row) for row in rows[:MOST]])

    @cached_property
    def worth(self) -> Mapping[str, float]:
        """What each stem tells."""
        return weights(one.words for one in self.rows)

    @cached_property
    def kinds(self) -> Mapping[str, set[str]]:
        """Which kinds of entities each measure was about."""
        found: dict[str, set[str]] = defaultdict(set)
        for one in self.rows:
            found[one.measure].add(one.subject_kind)
        return found

    def likeness(self, words: Stems) -> Mapping[str, float]:
        """For each measure how like the two nearest of its claims are to these words."""
        found: dict[str, list[float]] = defaultdict(list)
        for one in self.rows:
            found[one.measure].append(alike(one.words, words, self.worth))
        return {measure: sum(sorted(each)[-2:]) / 2 for measure, each in found.items()}

    def share(self, measure: str) -> float:
        """How many of all are about this measure, from 0 to 1."""
        return len(self.about(measure)) / len(self.rows) if self.rows else 0.0

    def about(self, measure: str) -> Sequence[Precedent]:
        """Those of a measure."""
        return self._by_measure.get(measure, ())

    @cached_property
    def _by_measure(self) -> Mapping[str, list[Precedent]]:
        found: dict[str, list[Precedent]] = defaultdict(list)
        for one in self.rows:
            found[one.measure].append(one)
        return found


def beside(before: str, after: str) -> Stems:
    """What stands right around a value; the signs that touch it are among it."""
    before, after = before[-BESIDE:], after[:BESIDE]
    signs = {f"<{before.rstrip()[-1:]}", f">{after.lstrip()[:1]}"}
    return stems(f"{before} {after}") | {sign for sign in signs if not sign[-1].isalnum()}


def most_common(words: Iterable[str]) -> str:
    """The word that comes most often; nothing where there is none."""
    return next((word for word, _ in Counter(words).most_common(1)), "")


def _precedent(measure: str, before: str, after: str, period: str, *rest: str) -> Precedent:
    return Precedent(measure, beside(before, after), bool(period), *rest)
