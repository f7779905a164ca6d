"""However edits, moves, reviews and undoings of three people cross, what is accepted is kept."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from typing import Any

from apps.accounts.models import User
from apps.accounts.permissions import is_allowed
from apps.annotations.models import Review
from apps.claims.actions import draft_of, review_claims
from apps.claims.drafts import ClaimDraft
from apps.claims.editing import edit_claim
from apps.claims.entering import take_back
from apps.claims.models import Claim, Stroke
from apps.domain.refusals import Refusal
from apps.sources.models import Text
from tests.world import World

WRITES, CLAIMS = 120, 4
REVIEWED = "looked through"
DONE = ("edit", "move", "review", "undo", "resend", "edit refused", "move refused", "undo refused")


@dataclass
class Seen:
    """A claim as it is on somebody's screen."""

    draft: ClaimDraft
    version: int
    review: str

    @classmethod
    def of(cls, claim: Claim) -> Seen:
        return cls(draft_of(claim), claim.version, claim.review)


@dataclass
class Desk:
    """What one person sees, and what they did."""

    person: User
    screen: dict[int, Seen] = field(default_factory=dict)
    strokes: list[Stroke] = field(default_factory=list)


@dataclass
class Crossing:
    """Three desks, and what ought to be stored after each write."""

    draw: random.Random
    text: Text
    desks: list[Desk]
    stored: dict[int, Seen]
    did: Counter[str] = field(default_factory=Counter)
    said: set[tuple[int, str]] = field(default_factory=set)

    def write(self, number: int) -> None:
        """One person does one thing with what they see, new or old."""
        desk, claim = self.draw.choice(self.desks), self.draw.choice(list(self.stored))
        if claim not in desk.screen or self.draw.random() < 0.6:
            desk.screen[claim] = now(claim)
        act = self.draw.choice(
            (self.edit, self.edit, self.move, self.review, self.undo, self.resend)
        )
        is_old = desk.screen[claim].version != self.stored[claim].version
        refused = ""
        try:
            act(desk, claim, number)
        except Refusal as refusal:
            refused = str(refusal)
        self.did[f"{act.__name__} refused" if refused else act.__name__] += 1
        assert not refused or is_old or act == self.undo, f"a new edit was refused: {refused}"
        assert now(claim) == self.stored[claim], (number, act.__name__)

    def edit(self, desk: Desk, claim: int, number: int) -> None:
        self._say(desk, claim, number, reading=str(1000 + number))

    def move(self, desk: Desk, claim: int, number: int) -> None:
        start = 1_000_000 + 100 * number
        length = len(desk.screen[claim].draft.printed)
        self._say(desk, claim, number, start=start, end=start + length)

    def _say(self, desk: Desk, claim: int, number: int, **changed: object) -> None:
        seen = desk.screen[claim]
        is_new = seen.version == self.stored[claim].version
        stroke = edit_claim(
            claim=Claim.objects.get(pk=claim),
            draft=replace(seen.draft, **changed),  # type: ignore[arg-type]
            version=seen.version,
            text=self.text,
            key=f"crossing-write-{number:05}",
            by=desk.person,
        )
        assert is_new, "a stale edit was accepted"
        desk.strokes.append(stroke)
        self.said.add((claim, str(changed.get("reading", seen.draft.reading))))
        review = seen.review if is_allowed(desk.person, "review") else Review.PROPOSED
        self._keep(claim, Seen(replace(seen.draft, **changed), 0, review))  # type: ignore[arg-type]

    def review(self, desk: Desk, claim: int, number: int) -> None:
        review = Review.REJECTED if number % 2 else Review.ACCEPTED
        rows = [Claim.objects.get(pk=claim)]
        review_claims(claims=rows, review=review, by=desk.person, reason=REVIEWED)
        was = self.stored[claim]
        if was.review != review:
            self._keep(claim, replace(was, review=review))

    def undo(self, desk: Desk, claim: int, number: int) -> None:
        """Take back the last that one did, or something older, whatever came of it since."""
        if not desk.strokes:
            return
        stroke = self.draw.choice(desk.strokes[-3:])
        [(about, said)] = stroke.made["before"].items()
        take_back(stroke=stroke, by=desk.person)
        desk.strokes.remove(stroke)
        draft = ClaimDraft(**{**said["draft"], "also": tuple(said["draft"]["also"])})
        self._keep(int(about), Seen(draft, 0, said["review"]))

    def resend(self, desk: Desk, claim: int, number: int) -> None:
        """What a browser sends again after the line was cut is stored already."""
        if not desk.strokes:
            return
        stroke, seen = desk.strokes[-1], desk.screen[claim]
        again = edit_claim(
            claim=Claim.objects.get(pk=claim),
            draft=seen.draft,
            version=seen.version,
            text=self.text,
            key=stroke.key,
            by=desk.person,
        )
        assert again.pk == stroke.pk

    def _keep(self, claim: int, wanted: Seen) -> None:
        version = Claim.objects.values_list("version", flat=True).get(pk=claim)
        assert version > self.stored[claim].version
        self.stored[claim] = replace(wanted, version=version)


def now(claim: int) -> Seen:
    return Seen.of(Claim.objects.in_words().get(pk=claim))


def kept_in_history(claims: Iterable[int]) -> set[tuple[int, str]]:
    """What each claim ever said."""
    told: Any = Claim.pgh_event_model  # type: ignore[attr-defined]
    return set(told.objects.filter(pgh_obj_id__in=claims).values_list("pgh_obj_id", "reading"))


def test_crossing_edits_are_each_kept_once_or_change_nothing(world: World) -> None:
    people = [world.annotator, world.editor, world.second_editor]
    drafts = [world.draft("100", period=str(2000 + number)) for number in range(CLAIMS)]
    claims = world.record(*drafts)
    text = Text.objects.originals().get(source__slug="almanac")
    stored = {claim.pk: now(claim.pk) for claim in claims}
    crossing = Crossing(random.Random(11), text, [Desk(person) for person in people], stored)
    crossing.said.update((claim, "100") for claim in stored)

    for number in range(WRITES):
        crossing.write(number)

    assert {claim: now(claim) for claim in stored} == crossing.stored
    assert kept_in_history(stored) == crossing.said
    assert all(crossing.did[name] for name in DONE), crossing.did
