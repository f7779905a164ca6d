"""What the grammar proposes for a text that nobody entered or decided on yet."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass

from apps.accounts.models import User
from apps.annotations.deciding import Proposal, accept_suggestions
from apps.annotations.models import Decision, Mention
from apps.claims.models import Evidence
from apps.domain.grammar import Suggestion, suggest
from apps.domain.refusals import Refusal
from apps.entities.recognising import known_names
from apps.reading.keeping import Shelf
from apps.sources.blocks import layout_around, layout_of
from apps.sources.models import Block, Text

AROUND = 60
LONG = 60_000  # characters, which take longer to read than anybody likes to wait
NEAR = 30  # blocks
BYTES_OF_A_SUGGESTION = 400
KINDS = {"mention": "Names", "quantity": "Figures", "date": "Dates"}
Place = tuple[int, int]


@dataclass(frozen=True)
class Proposed:
    """A proposal between the words around it."""

    proposal: Proposal
    before: str
    after: str

    @property
    def kind_in_words(self) -> str:
        return {"mention": "name", "quantity": "figure", "date": "date"}[self.proposal.kind]


def suggestions_of(text: Text) -> tuple[Suggestion, ...]:
    """Reckoned once for a wording and its layout."""
    key = _key(text)
    kept = _kept.get(key)
    return kept or _kept.keep(key, suggest(text.content or "", blocks=layout_of(text)))


def suggestions_around(text: Text, block: Block) -> tuple[Suggestion, ...]:
    """Those in one block, at once; what the rest of the text says does not count then."""
    kept = _kept.get(_key(text))
    return kept or suggest(text.content or "", blocks=layout_around(block))


def proposal_at(text: Text, block: Block, place: Place, kinds: Collection[str]) -> Proposal | None:
    """The suggestion of one of these kinds that takes just this place."""
    for one in suggestions_around(text, block):
        if (one.start, one.end) == place and one.kind in kinds:
            quote = (text.content or "")[one.start : one.end]
            form = known_names()(quote) if one.kind == "mention" else _form(one)
            return Proposal(one.start, one.end, one.kind, quote, form)
    return None


def _key(text: Text) -> tuple[int, int | None]:
    return text.pk, text.blocks.order_by("-pk").values_list("pk", flat=True).first()


def proposals_of(text: Text, by: User) -> list[Proposal]:
    """What is still to be decided on, in reading order, names with the entity they may name."""
    return list(_sieve(text, by)(suggestions_of(text)))


def first_after(text: Text, by: User, offset: int) -> list[Proposal]:
    """What is to be decided on first from an offset on, at once, also in a long text.

    There it is a figure or date of the next block that has one: for names all has to be read.
    """
    if text.length < LONG or _kept.get(_key(text)):
        return [one for one in proposals_of(text, by) if one.start >= offset][:1]
    to_decide = _sieve(text, by)
    for block in text.blocks.filter(end__gt=offset, is_outside=False).order_by("start")[:NEAR]:
        here = [one for one in suggestions_around(text, block) if one.kind != "mention"]
        found = [one for one in to_decide(here) if one.start >= offset]
        if found:
            return found[:1]
    return []


def _sieve(text: Text, by: User) -> Callable[[Iterable[Suggestion]], Iterator[Proposal]]:
    """Lets through what nobody has decided on or entered."""
    content, known = text.content or "", known_names()
    decided = Decision.objects.places_in(text, by)
    taken = {kind: Places(places) for kind, places in entered_in(text).items()}

    def sift(suggestions: Iterable[Suggestion]) -> Iterator[Proposal]:
        for one in suggestions:
            if one.kind not in KINDS or (one.start, one.end, one.kind) in decided:
                continue
            if not taken[one.kind].meets(one.start, one.end):
                quote = content[one.start : one.end]
                form = known(quote) if one.kind == "mention" else _form(one)
                yield Proposal(one.start, one.end, one.kind, quote, form)

    return sift


def narrowed(proposals: Iterable[Proposal], *, kind: str, words: str) -> list[Proposal]:
    """Those of a kind that hold these words."""
    asked = words.casefold()
    return [
        one
        for one in proposals
        if kind in ("", one.kind) and asked in " ".join(one.quote.split()).casefold()
    ]


def acceptable(proposals: Iterable[Proposal]) -> list[Proposal]:
    """Those that can be accepted as they are: a name only with the entity that it names."""
    return [one for one in proposals if one.kind != "mention" or one.form]


def accept_shown(*, text: Text, proposals: Sequence[Proposal], count: str, by: User) -> None:
    """Accept them all, if they are as many as the person saw."""
    entered = acceptable(proposals)
    if str(len(entered)) != count:
        raise Refusal(
            f"There are {len(entered)} of them now, and you saw {count or 'none'}.",
            remedy="Nothing was entered. Look at the preview again.",
        )
    pairs = [(one, one.form if one.kind == "mention" else "") for one in entered]
    accept_suggestions(text=text, proposals=pairs, by=by)


def in_context(text: Text, proposals: Iterable[Proposal]) -> Iterator[Proposed]:
    content = text.content or ""
    for one in proposals:
        before = content[max(0, one.start - AROUND) : one.start]
        yield Proposed(one, before, after=content[one.end : one.end + AROUND])


def _form(one: Suggestion) -> str:
    if one.kind == "date":
        return one.period
    return f"{one.reading} {one.unit}".strip() + (f" per {one.per}" if one.per else "")


def entered_in(text: Text) -> dict[str, list[Place]]:
    """What people entered already: mentions, and passages that carry claims."""
    named = Mention.objects.in_text(text).values_list("passage__start", "passage__end")
    claimed = Evidence.objects.printing().filter(passage__text=text)
    carried = list(claimed.values_list("passage__start", "passage__end"))
    return {"mention": list(named), "quantity": carried, "date": carried}


class Places:
    """Places, asked whether one shares a character with a stretch."""

    def __init__(self, places: Iterable[tuple[int, ...]]) -> None:
        self._places = sorted(places)
        self._longest = max((end - start for start, end in self._places), default=0)

    def meets(self, start: int, end: int) -> bool:
        first = bisect_left(self._places, (start - self._longest, 0))
        last = bisect_left(self._places, (end, 0))
        return any(there > start for _, there in self._places[first:last])


_kept: Shelf[tuple[Suggestion, ...]] = Shelf(
    bytes_at_most=16_000_000, weight=lambda found: BYTES_OF_A_SUGGESTION * len(found) + 1
)
