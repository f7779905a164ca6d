"""Makes the marks of a row, and the cards that they open."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from apps.annotations.models import Review
from apps.reading.cards import Card, claim_card, show_each_case_once
from apps.reading.entity_cards import entity_card
from apps.reading.layers import Layers, PlacedClaim, PlacedMention
from apps.reading.links import link_overlapping
from apps.reading.marks import Mark, Spread

ENTITY, CLAIM, SUGGESTED, SETTLED, CONTRADICTED = range(1, 6)
Laid = PlacedClaim | PlacedMention
Stretch = tuple[int, int]


class Apparatus:
    """All that is laid over one text, handed out row by row in reading order."""

    def __init__(self, layers: Layers) -> None:
        self.layers = layers
        self.laid = Spread[Laid]([*layers.mentions, *layers.evidence])
        self.times_named = Counter(mention.entity for mention in layers.mentions)
        self.carded: set[int] = set()

    def for_row(self, row: int, stretches: Iterable[Stretch]) -> tuple[list[Card], Spread[Mark]]:
        """The cards of the row and the marks on the stretches of content that it shows."""
        laid_here = self._laid_on(stretches)
        cards: dict[str, Card] = {}
        marks: list[Mark] = []
        placed: list[tuple[int, int, Card]] = []
        for laid in laid_here:
            anchor = self._anchor(laid, row)
            if anchor not in cards:
                cards[anchor] = self._card(laid, anchor)
            marks.append(self._mark(laid, anchor))
            placed.append((laid.start, laid.end, cards[anchor]))
        self.carded.update(laid.claim for laid in laid_here if isinstance(laid, PlacedClaim))
        link_overlapping(placed)
        show_each_case_once(cards.values())
        return list(cards.values()), Spread(marks)

    def _laid_on(self, stretches: Iterable[Stretch]) -> list[Laid]:
        found: dict[Laid, None] = {}
        for start, end in stretches:
            found.update(dict.fromkeys(self.laid.on(start, end)))
        return list(found)

    def _anchor(self, laid: Laid, row: int) -> str:
        if isinstance(laid, PlacedMention):
            return f"m-{row}-{laid.entity}"
        if laid.claim in self.carded:  # its first card stands in an earlier row
            return f"claim-{laid.claim}-{row}"
        return f"claim-{laid.claim}"

    def _card(self, laid: Laid, anchor: str) -> Card:
        passage = f"p-{laid.passage}"
        if isinstance(laid, PlacedMention):
            entity = self.layers.entities[laid.entity]
            return entity_card(entity, anchor, passage, self.times_named[laid.entity])
        return claim_card(self.layers.claims[laid.claim], anchor, passage, self.layers)

    def _mark(self, laid: Laid, anchor: str) -> Mark:
        looks, weight = self._look(laid)
        return Mark(laid.start, laid.end, looks, anchor, f"p-{laid.passage}", weight)

    def _look(self, laid: Laid) -> tuple[tuple[str, ...], int]:
        if isinstance(laid, PlacedMention):
            return ("entity", *_review_look(laid.review)), ENTITY
        cases = self.layers.cases.get(laid.claim, ())
        if any(case.is_open for case in cases):
            return ("claim", "contradicted"), CONTRADICTED
        if cases:
            return ("claim", "settled"), SETTLED
        looks = _review_look(self.layers.claims[laid.claim].review)
        return ("claim", *looks), SUGGESTED if looks else CLAIM


def _review_look(review: str) -> tuple[str, ...]:
    """How a mark looks that no editor has accepted."""
    if review == Review.ACCEPTED:
        return ()
    return ("suggested",) if review == Review.PROPOSED else ("rejected",)
