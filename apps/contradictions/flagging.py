"""Takes up contradictions that people see and no rule finds: two places and a sentence."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass

from django.db import transaction

from apps.accounts.history import because
from apps.accounts.models import User
from apps.annotations.models import Passage
from apps.claims import changes
from apps.claims.models import Claim
from apps.claims.wording import on_one_line, topic
from apps.contradictions.findings import text_key
from apps.contradictions.grounds import grounds_in
from apps.contradictions.models import Contradiction, Involvement, Severity, Sighting
from apps.contradictions.reconciling import BY_HAND
from apps.contradictions.recording import inputs_now, saw_now, tell
from apps.domain.complaints import is_storable
from apps.domain.refusals import Refusal, quoted

SHORTEST_SENTENCE = 10
LONGEST_SENTENCE = 500
LONGEST_SIDE = 120


@dataclass(frozen=True)
class Side:
    """One of the two places: a claim with its passage, or a passage alone."""

    claim: Claim | None
    passage: Passage | None

    @property
    def printed(self) -> str:
        """What stands there, in brief."""
        words = on_one_line(self.claim.printed if self.claim else self._passage.quote)
        return words if len(words) <= LONGEST_SIDE else f"{words[: LONGEST_SIDE - 1]}…"

    @property
    def fact(self) -> str:
        """The question it answers, or the text that it stands in."""
        return self.claim.fact_key if self.claim else text_key(self._passage.text.source.slug)

    @property
    def place(self) -> str:
        """Where it is, so that the same two are not flagged twice."""
        return self.claim.key if self.claim else f"passage {self._passage.pk}"

    @property
    def _passage(self) -> Passage:
        assert self.passage is not None
        return self.passage


@transaction.atomic
def flag(*, places: Sequence[str], sentence: str, by: User) -> Contradiction:
    """Make a case of two places, named by their links, that do not agree."""
    changes.take_turns()
    says = _sentence(sentence)
    one, other = sorted((_side(place) for place in places), key=lambda side: side.place)
    if one.place == other.place:
        raise Refusal("Both links lead to the same place.", remedy="Choose two places.")
    found = hashlib.sha256(f"{BY_HAND}|{one.place}|{other.place}".encode()).hexdigest()
    known = Contradiction.objects.filter(fingerprint=found).first()
    if known is not None:
        raise Refusal(f"These two are case {known.pk} already.", remedy="Comment on that case.")
    with because(by, "flagged a contradiction"):
        case = Contradiction.objects.create(
            fingerprint=found,
            rule=BY_HAND,
            severity=Severity.LIKELY,
            headline=f"{one.printed} ≠ {other.printed}",
            topic=_topic(one, other),
            says=says,
            facts=sorted({one.fact, other.fact}),
            inputs_hash="",
        )
        _take_part(case, one, other)
        case.inputs_hash = inputs_now(case)
        case.save(update_fields=["inputs_hash"])
        tell(case, "found", "Flagged by hand.", by)
    return case


def _take_part(case: Contradiction, *sides: Side) -> None:
    for position, side in enumerate(sides):
        if side.claim is not None:
            saw = saw_now(side.claim)
            Involvement.objects.create(
                contradiction=case, claim=side.claim, part="claim", position=position, saw=saw
            )
        elif side.passage is not None:
            Sighting.objects.create(
                contradiction=case,
                text=side.passage.text,
                start=side.passage.start,
                end=side.passage.end,
                quote=side.passage.quote,
                part="passage",
                position=position,
            )


def _side(place: str) -> Side:
    """The claim or passage that a link leads to; anything else is refused."""
    grounds = [ground for ground in grounds_in(place) if not ground.words]
    if len(grounds) != 1:
        raise Refusal(
            f"{quoted(place.strip())} is no link of a claim or a passage.",
            remedy="In the reader, open its card and copy the link there.",
        )
    return Side(grounds[0].claim, grounds[0].passage)


def _topic(one: Side, other: Side) -> str:
    named = [topic(side.claim) for side in (one, other) if side.claim]
    longest = Contradiction._meta.get_field("topic").max_length
    return ("; ".join(dict.fromkeys(named)) or "two passages")[:longest]


def _sentence(sentence: str) -> str:
    says = " ".join(sentence.split())
    if not is_storable(says):
        raise Refusal("The sentence holds a NUL or half a character.", remedy="Take it out.")
    if not SHORTEST_SENTENCE <= len(says) <= LONGEST_SENTENCE:
        raise Refusal(
            "Say in a sentence what does not agree.",
            remedy=f"{SHORTEST_SENTENCE} to {LONGEST_SENTENCE} characters.",
        )
    return says
