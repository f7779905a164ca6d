"""Makes the marks of a row, and the cards that they open."""

from __future__ import annotations

from collections.abc import Hashable, Iterable
from dataclasses import dataclass

from apps.annotations.models import Review
from apps.reading.cards import Card, claim_card, show_each_case_once
from apps.reading.entity_cards import entity_card
from apps.reading.frame import Frame, Row
from apps.reading.layers import Layers, PlacedClaim, PlacedMention
from apps.reading.links import link_overlapping
from apps.reading.marks import Mark, Spread
from apps.reading.talk_cards import TalkCard
from apps.reading.talks import PlacedTalk

TALK, ENTITY, CLAIM, SUGGESTED, SETTLED, CONTRADICTED = range(6)
Laid = PlacedClaim | PlacedMention | PlacedTalk
Stretch = tuple[int, int]


@dataclass(frozen=True)
class Beside:
    """What stands on a row, and beside it."""

    marks: tuple[Mark, ...]
    cards: tuple[Card, ...]


class Apparatus:
    """All that is laid over a stretch of a text, handed out row by row.

    Where it is whole, each mark opens a card on the page. Else only contradicted claims have
    theirs there, and a mark leads to the page that holds all cards of its row; `query` begins
    the query of its address.
    """

    def __init__(self, layers: Layers, frame: Frame, *, is_whole: bool, query: str) -> None:
        self.layers = layers
        self.frame = frame
        self.is_whole = is_whole
        self.query = query
        self.laid = Spread[Laid]([*layers.mentions, *layers.evidence, *layers.talks])

    def for_row(self, row: Row, stretches: Iterable[Stretch]) -> Beside:
        """The marks on the stretches of content that the row shows, and its cards."""
        cards: dict[str, Card] = {}
        marks: list[Mark] = []
        placed: list[tuple[int, int, Card]] = []
        for laid in self._laid_on(stretches):
            anchor = self._anchor(laid, row)
            marks.append(self._mark(laid, row, anchor))
            if not self._has_card(laid):
                continue
            if anchor not in cards:
                cards[anchor] = self._card(laid, anchor)
            placed.append((laid.start, laid.end, cards[anchor]))
        link_overlapping(placed)
        show_each_case_once(cards.values())
        return Beside(tuple(marks), tuple(cards.values()))

    def mentions_only(self, row: Row) -> Hashable:
        """All that the row's marks are made from, where it has no cards and no claims."""
        laid = self.laid.on(row.start, row.end)
        if self.is_whole or any(isinstance(one, PlacedClaim) for one in laid):
            return None
        return self.query, tuple(laid)

    def _has_card(self, laid: Laid) -> bool:
        if self.is_whole:
            return True
        return isinstance(laid, PlacedClaim) and laid.claim in self.layers.cases

    def _laid_on(self, stretches: Iterable[Stretch]) -> list[Laid]:
        found: dict[Laid, None] = {}
        for start, end in stretches:
            found.update(dict.fromkeys(self.laid.on(start, end)))
        return list(found)

    def _anchor(self, laid: Laid, row: Row) -> str:
        if isinstance(laid, PlacedTalk):
            return f"t-{laid.passage}"
        if isinstance(laid, PlacedMention):
            return f"m-{row.position}-{laid.entity}"
        if self.frame.row_at(self.layers.stands[laid.claim].first) == row:
            return f"claim-{laid.claim}"
        return f"claim-{laid.claim}-{row.position}"

    def _card(self, laid: Laid, anchor: str) -> Card:
        passage = f"p-{laid.passage}"
        if isinstance(laid, PlacedTalk):
            return TalkCard(anchor, laid)
        if isinstance(laid, PlacedMention):
            entity = self.layers.entities[laid.entity]
            return entity_card(entity, anchor, passage, self.layers.times_named[laid.entity])
        return claim_card(self.layers.claims[laid.claim], anchor, passage, self.layers)

    def _mark(self, laid: Laid, row: Row, anchor: str) -> Mark:
        looks, weight = self._look(laid)
        opens = f"#{anchor}" if self.is_whole else f"{self.query}cards={row.position}#{anchor}"
        return Mark(laid.start, laid.end, looks, opens, f"p-{laid.passage}", weight)

    def _look(self, laid: Laid) -> tuple[tuple[str, ...], int]:
        if isinstance(laid, PlacedTalk):
            return ("commented",), TALK
        if isinstance(laid, PlacedMention):
            return ("entity", *_review_look(laid.review)), ENTITY
        if not laid.prints_value:
            return ("claim", "supporting"), SUGGESTED
        cases = self.layers.cases.get(laid.claim, ())
        if any(case.is_open for case in cases):
            return ("claim", "contradicted"), CONTRADICTED
        if cases:
            return ("claim", "settled"), SETTLED
        looks = _review_look(laid.review)
        return ("claim", *looks), SUGGESTED if looks else CLAIM


def _review_look(review: str) -> tuple[str, ...]:
    """How a mark looks that no editor has accepted."""
    if review == Review.ACCEPTED:
        return ()
    return ("suggested",) if review == Review.PROPOSED else ("rejected",)
