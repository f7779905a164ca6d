"""What of a text somebody asks to see and may see: the reads that all of its page rests on."""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from dataclasses import dataclass
from functools import reduce
from operator import or_

from django.db.models import Q, QuerySet
from django.utils.http import urlencode

from apps.annotations.models import Mention, Passage
from apps.claims.models import Evidence
from apps.contradictions.models import Contradiction
from apps.contradictions.querysets import ContradictionQuerySet
from apps.reading.audience import Audience
from apps.reading.choice import EVERYTHING, Choice
from apps.sources.models import Text

# Parts of a text's content, from one offset to another.
Stretches = Sequence[tuple[int, int]]


@dataclass(frozen=True)
class Sight:
    """A text as one audience sees it through a choice of its marks."""

    text: Text
    audience: Audience
    choice: Choice = EVERYTHING

    @property
    def key(self) -> Hashable:
        """Tells apart what is composed differently."""
        return self.text.pk, self.audience, self.choice

    @property
    def reviews(self) -> tuple[str, ...]:
        """The review states of what is marked."""
        return self.choice.reviews(self.audience)

    def mentions(self) -> QuerySet[Mention]:
        """The mentions that are marked."""
        return Mention.objects.filter(
            self.choice.entered("entered_by"), passage__text=self.text, review__in=self.reviews
        )

    def evidence(self) -> QuerySet[Evidence]:
        """The claims that are marked, each with its passages."""
        return Evidence.objects.filter(
            self.choice.entered("claim__entered_by"),
            passage__text=self.text,
            claim__review__in=self.reviews,
        )

    def cases(self) -> ContradictionQuerySet:
        """The contradictions that are shown."""
        public = Contradiction.objects.public()
        if not self.choice.cases:
            return public
        return public.open() if self.choice.cases == "open" else public.settled()

    def passages(self) -> QuerySet[Passage]:
        """The passages that are marked in the layers of the choice."""
        open_cases = self.cases().open()
        disputed = self.evidence().filter(claim__involvements__contradiction__in=open_cases)
        layers = {
            "entities": Q(mentions__in=self.mentions()),
            "claims": Q(evidence__in=self.evidence()),
            "contradictions": Q(evidence__in=disputed),
        }
        shown = [layers[layer] for layer in self.choice.layers]
        marked = Passage.objects.filter(text=self.text)
        return marked.filter(reduce(or_, shown)) if shown else marked.none()

    @property
    def query(self) -> str:
        """How the query of an address begins that asks for more of the same."""
        asked = self.choice.asked
        if self.text.kind == Text.Kind.RECORD:
            asked = [("edition", Text.Kind.RECORD.value), *asked]
        elif not self.text.is_current:
            asked = [("revision", str(self.text.revision)), *asked]
        return f"?{urlencode(asked)}&" if asked else "?"


def lies_within(within: Stretches) -> Q:
    """A condition on passages: they share a character with at least one of the stretches."""
    return reduce(or_, (Q(passage__start__lt=end, passage__end__gt=start) for start, end in within))
