"""Lays out the controlled vocabulary: each measure in plain words, and what is told by it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from django.db.models import Count, Sum

from apps.claims.models import Claim, Measure, SeriesTally
from apps.contradictions.exhibits import BASES
from apps.domain.units import unit
from apps.reading.audience import Audience

PLACE = re.compile(r"\{([^{}]*)\}")
SUBJECT = "subject"
ROUNDED = "A print stands for half a unit of its last digit either way"
BOUND = "“over” and “under” bind one end, “about” rules nothing out."
READ_AS = {
    Measure.Kind.QUANTITY: f"{ROUNDED}; {BOUND}",
    Measure.Kind.SHARE: f"{ROUNDED}; {BOUND}",
    Measure.Kind.COUNT: f"A whole number is exact; {BOUND}",
    Measure.Kind.RANK: "A rank is exact.",
    Measure.Kind.DATE: "As exact as it is printed: a year stands for any of its days.",
    Measure.Kind.ENTITY: "The entity that is named, whatever the source calls it.",
    Measure.Kind.TEXT: "The words as they are printed.",
}


@dataclass
class Term:
    """A measure of the vocabulary, with what claims make of it."""

    measure: Measure
    facts: int = 0
    claims: int = 0
    units: set[str] = field(default_factory=set)
    bases: set[str] = field(default_factory=set)

    @property
    def phrase(self) -> Iterator[tuple[str, bool]]:
        """Its words in order, and whether each stretch is a place that claims fill."""
        labels = {role["slot"]: role["label"] for role in self.measure.roles}
        for number, words in enumerate(PLACE.split(self.measure.phrase)):
            if words:
                yield str(labels.get(words, words)), number % 2 == 1

    @property
    def unit_words(self) -> str:
        """“million USD, billion USD”: those in which anything is told."""
        if self.measure.kind == Measure.Kind.RANK:
            return ""
        known = sorted(map(unit, self.units), key=lambda one: (one.family, one.factor))
        return ", ".join(one.label for one in known if one.label)

    @property
    def basis_words(self) -> str:
        """The bases on which figures are told."""
        return "; ".join(BASES[basis] for basis in sorted(self.bases) if basis in BASES)

    @property
    def adds_over(self) -> list[str]:
        """What its figures may be added up over."""
        labels = {role["slot"]: f"{role['label']}s" for role in self.measure.roles}
        over = ["time"] if self.measure.is_additive_over_time else []
        slots = self.measure.additive_over
        return over + [labels.get(slot, f"{slot}s") for slot in slots]

    @property
    def read_as(self) -> str:
        """How far a print reaches before another one contradicts it."""
        return READ_AS[Measure.Kind(self.measure.kind)]


def vocabulary(measures: Iterable[Measure], audience: Audience) -> list[Term]:
    """These measures with their counts, as this audience may see them."""
    terms = {measure.pk: Term(measure) for measure in measures}
    told = SeriesTally.objects.told().filter(measure__in=terms).order_by()
    for measure, facts in told.values_list("measure").annotate(facts=Sum("facts")):
        terms[measure].facts = facts
    claims = Claim.objects.filter(review__in=audience.reviews, measure__in=terms).order_by()
    counted = claims.values_list("measure", "unit", "basis").annotate(count=Count("pk"))
    for measure, unit_slug, basis, count in counted:
        term = terms[measure]
        term.claims += count
        term.units.add(unit_slug)
        term.bases.add(basis)
    return list(terms.values())


def most_told(measure: Measure, most: int) -> list[SeriesTally]:
    """The subjects of which most is told by this measure."""
    told = SeriesTally.objects.told().filter(measure=measure).select_related("measure", "subject")
    return list(told.order_by("-facts", "subject__label")[:most])


def drawn_subjects(measure: Measure) -> set[int]:
    """The subjects for which the measure makes a series."""
    drawn = SeriesTally.objects.over_time().filter(measure=measure)
    return set(drawn.values_list("subject", flat=True))
