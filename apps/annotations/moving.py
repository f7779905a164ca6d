"""What happens to passages when another revision takes the place of their text."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from django.db import transaction
from django.db.models import Q, QuerySet
from django.utils import timezone

from apps.accounts.history import because
from apps.accounts.models import User
from apps.annotations.actions import BATCH, passages_for
from apps.annotations.models import Mention, Move, Passage
from apps.domain.anchoring import Movement, Outcome, compared, moved
from apps.domain.complaints import is_storable
from apps.domain.refusals import Refusal
from apps.sources.models import Source, Text

Span = tuple[int, int]
# The new passage of each old one, by the key of the old.
Went = Mapping[int, Passage]
MADE = ("text", "to", "start", "end", "near", "score", "has_other_figures", "outcome", "state")
DECIDED = ("state", "to", "decided_by", "decided_at", "reason")
SHORTEST_REASON = 3
LONGEST_REASON = 300


@dataclass(frozen=True)
class Forecast:
    """How the passages of a source fare with another wording."""

    movements: Sequence[tuple[Passage, Movement]]

    @property
    def counts(self) -> Counter[str]:
        """How many passages have which outcome."""
        return Counter(str(movement.outcome) for _, movement in self.movements)

    @property
    def to_review(self) -> list[tuple[Passage, Movement]]:
        """Those that people have to look at."""
        return [pair for pair in self.movements if pair[1].outcome != Outcome.MOVED]


def foresee(*, source: Source, content: str) -> Forecast:
    """Where each passage that waits for its place would go; nothing is stored."""
    return Forecast(list(_movements(source, content)))


@transaction.atomic
def move_passages(*, text: Text, by: User | None) -> Went:
    """Take the passages of the source's former texts along to this one.

    What a person has yet to decide is asked again, of this text. The reason is that of the
    action which adds the text.
    """
    found = list(_movements(text.source, text.content or "", but=text))
    spans = [m.place for _, m in found if m.outcome == Outcome.MOVED and m.place is not None]
    there = passages_for(text=text, spans=[_quoted(text, span) for span in spans], by=by)
    moves = [_move(text, passage, movement, there) for passage, movement in found]
    known = dict(
        Move.objects.filter(passage__text__source=text.source).values_list("passage", "pk")
    )
    for move in moves:
        move.pk = known.get(move.passage_id)
    Move.objects.bulk_create([move for move in moves if move.pk is None], BATCH)
    Move.objects.bulk_update([move for move in moves if move.pk is not None], MADE, BATCH)
    went = {move.passage_id: move.to for move in moves if move.to is not None}
    _carry_mentions(went)
    return went


@transaction.atomic
def accept_move(*, move: Move, place: Span, by: User, reason: str, version: int) -> Went:
    """Let a passage stand at this place of the new text."""
    stored = _locked(move, version)
    _refuse_decided(stored)
    _refuse_reason(reason)
    with because(by, reason.strip() or f"the same passage in {stored.text}"):
        passages = passages_for(text=stored.text, spans=[_quoted(stored.text, place)], by=by)
        stored.to, stored.state = passages[place], Move.State.DONE
        _decide(stored, by, reason)
        went = {stored.passage_id: passages[place]}
        _carry_mentions(went)
    return went


@transaction.atomic
def drop_move(*, move: Move, by: User, reason: str, version: int) -> Move:
    """Leave a passage behind: the new text does not hold it. It stays on its own revision."""
    stored = _locked(move, version)
    _refuse_decided(stored)
    if len(reason.strip()) < SHORTEST_REASON:
        raise Refusal("It is not said why the passage stays behind.", remedy="Give a reason.")
    _refuse_reason(reason)
    with because(by, reason.strip()):
        stored.state = Move.State.DROPPED
        _decide(stored, by, reason)
    return stored


@transaction.atomic
def reopen_move(*, move: Move, by: User, version: int) -> Move:
    """Take back that a passage stays behind, so that it waits for its place again."""
    stored = _locked(move, version)
    if stored.state != Move.State.DROPPED:
        raise Refusal("Only a passage that was left behind can be taken up again.")
    with because(by, "taken up again"):
        stored.state = Move.State.OPEN
        _decide(stored, by, "")
    return stored


def refuse_stale(move: Move, version: int) -> None:
    """Refuse a decision about what somebody else decided meanwhile."""
    if move.version != version:
        raise Refusal(
            "Somebody else decided about this passage meanwhile.",
            remedy="Look at what stands there now; what you typed is kept.",
        )


def _movements(
    source: Source, content: str, but: Text | None = None
) -> Iterator[tuple[Passage, Movement]]:
    waiting = _waiting(source, but)
    for text in Text.objects.filter(pk__in=waiting.values("text")).order_by("revision"):
        if text.content is None:
            raise Refusal(
                f"The wording of {text} is not installed here, and passages wait on it.",
                remedy="Install it first.",
            )
        passages = list(waiting.filter(text=text).order_by("start", "end"))
        found = moved(compared(text.content, content), [(p.start, p.end) for p in passages])
        yield from ((passage, found[passage.start, passage.end]) for passage in passages)


def _waiting(source: Source, but: Text | None) -> QuerySet[Passage]:
    """Passages that have no place in a newer text yet, and were not left behind."""
    ours = Passage.objects.filter(text__source=source, text__kind=Text.Kind.ORIGINAL)
    waiting = ours.filter(Q(move__isnull=True) | Q(move__state=Move.State.OPEN))
    return waiting.exclude(text=but) if but is not None else waiting


def _move(text: Text, passage: Passage, movement: Movement, there: Mapping[Span, Passage]) -> Move:
    is_done = movement.outcome == Outcome.MOVED and movement.place is not None
    start, end = movement.place or (None, None)
    return Move(
        passage=passage,
        text=text,
        to=there[movement.place] if is_done and movement.place else None,
        start=start,
        end=end,
        near=movement.near,
        score=movement.score,
        has_other_figures=movement.has_other_figures,
        outcome=movement.outcome.value,
        state=Move.State.DONE if is_done else Move.State.OPEN,
    )


def _quoted(text: Text, place: Span) -> tuple[int, int, str]:
    return (*place, (text.content or "")[max(0, place[0]) : max(0, place[1])])


def _carry_mentions(went: Went) -> None:
    """Let mentions stand on the new passages; one that stands there already stays alone."""
    there = set(
        Mention.objects.filter(passage__in=went.values()).values_list("passage_id", "entity_id")
    )
    carried: list[Mention] = []
    for mention in Mention.objects.filter(passage__in=went).select_for_update():
        mention.passage = went[mention.passage_id]
        if (mention.passage_id, mention.entity_id) in there:
            mention.delete()
        else:
            there.add((mention.passage_id, mention.entity_id))
            carried.append(mention)
    Mention.objects.bulk_update(carried, ["passage"], BATCH)


def _locked(move: Move, version: int) -> Move:
    stored = Move.objects.select_for_update(of=("self",)).in_full().get(pk=move.pk)
    refuse_stale(stored, version)
    return stored


def _decide(move: Move, by: User, reason: str) -> None:
    move.decided_by, move.decided_at, move.reason = by, timezone.now(), reason.strip()
    move.version += 1
    move.save(update_fields=[*DECIDED, "version"])


def _refuse_decided(move: Move) -> None:
    if move.state != Move.State.OPEN:
        raise Refusal(
            f"This passage is decided: {move.get_state_display()}.", remedy="Nothing to do."
        )


def _refuse_reason(reason: str) -> None:
    if len(reason.strip()) > LONGEST_REASON or not is_storable(reason):
        raise Refusal(
            f"The reason is longer than {LONGEST_REASON} characters, or cannot be stored.",
            remedy="Shorten it.",
        )
