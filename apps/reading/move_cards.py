"""What an editor sees of a passage that waits: its old place and its new one, side by side."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from django.utils.safestring import SafeString

from apps.annotations.models import Mention, Move
from apps.claims.models import Claim, Evidence
from apps.domain.anchoring import found_at
from apps.reading.differences import by_letter, by_word
from apps.sources.models import Text

AROUND = 160
MOST_PLACES = 10
BLANKS = re.compile(r"\s+")

Span = tuple[int, int]


@dataclass(frozen=True)
class Side:
    """A passage between the words around it; what differs from the other side is marked."""

    before: SafeString
    quote: SafeString
    after: SafeString


@dataclass(frozen=True)
class Place:
    """A place that a person may choose."""

    start: int
    end: int
    before: str
    quote: str
    after: str


@dataclass(frozen=True)
class MoveCard:
    """One passage that waits, with the claims and entities that hang on it."""

    move: Move
    old: Side
    new: Side
    claims: tuple[Claim, ...]
    entities: tuple[str, ...]

    @property
    def asks_readings(self) -> bool:
        """Whether claims have to be read anew before the passage moves."""
        return bool(self.claims) and self.move.has_other_figures


def move_cards(moves: Sequence[Move]) -> list[MoveCard]:
    """A card for each, in a few queries."""
    texts = {move.text_id for move in moves} | {move.passage.text_id for move in moves}
    contents = dict(Text.objects.filter(pk__in=texts).values_list("pk", "content"))
    claims, entities = _claims(moves), _entities(moves)
    return [
        MoveCard(
            move,
            *_sides(move, contents[move.passage.text_id] or "", contents[move.text_id] or ""),
            tuple(claims[move.passage_id]),
            tuple(entities[move.passage_id]),
        )
        for move in moves
    ]


def places_to_choose(move: Move, words: str) -> list[Place]:
    """Where the new text holds these words, nearest to where the passage would be."""
    content = move.text.content or ""
    found = found_at(content, words, near=move.near, most=MOST_PLACES)
    return [Place(*span, *_cut(content, span)) for span in found]


def words_near(move: Move) -> str:
    """What the new text has about where the passage would be."""
    content = move.text.content or ""
    return _plain(content[max(0, move.near - 2 * AROUND) : move.near + 2 * AROUND])


def _sides(move: Move, old: str, new: str) -> tuple[Side, Side]:
    passage = move.passage
    here = _cut(old, (passage.start, passage.end))
    has_place = move.start is not None and move.end is not None
    place = (move.start or 0, move.end or 0) if has_place else (move.near, move.near)
    there = _cut(new, place)
    pairs = [by_word(here[0], there[0]), by_letter(here[1], there[1]), by_word(here[2], there[2])]
    left, right = zip(*pairs, strict=True)
    return Side(*left), Side(*right)


def _cut(content: str, span: Span) -> tuple[str, str, str]:
    start, end = span
    pieces = (
        content[max(0, start - AROUND) : start],
        content[start:end],
        content[end : end + AROUND],
    )
    return _plain(pieces[0]), _plain(pieces[1]), _plain(pieces[2])


def _plain(words: str) -> str:
    return BLANKS.sub(" ", words)


def _claims(moves: Iterable[Move]) -> Mapping[int, list[Claim]]:
    evidence = Evidence.objects.filter(passage__in=[move.passage_id for move in moves])
    links = list(evidence.order_by("claim__key").values_list("passage_id", "claim_id"))
    claims = Claim.objects.in_words().in_bulk([claim for _, claim in links])
    found: dict[int, list[Claim]] = defaultdict(list)
    for passage, claim in links:
        found[passage].append(claims[claim])
    return found


def _entities(moves: Iterable[Move]) -> Mapping[int, list[str]]:
    mentions = Mention.objects.filter(passage__in=[move.passage_id for move in moves])
    found: dict[int, list[str]] = defaultdict(list)
    for passage, label in mentions.order_by("entity__label").values_list(
        "passage_id", "entity__label"
    ):
        found[passage].append(label)
    return found
