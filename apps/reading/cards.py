"""Makes the cards that stand in the margin beside the passages they belong to."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import ClassVar
from urllib.parse import urlencode

from apps.annotations.models import Review
from apps.claims.excerpts import Excerpt
from apps.claims.models import Claim
from apps.claims.wording import (
    corrected_in_words,
    on_one_line,
    printed_with_unit,
    topic,
    value_in_words,
)
from apps.contradictions.models import Contradiction
from apps.contradictions.rulebook import rules
from apps.domain.units import unit
from apps.reading.entity_cards import EntityCard
from apps.reading.layers import Layers
from apps.reading.links import Link, address
from apps.reading.own_cards import OwnCard
from apps.reading.strips import Ends, Stretch, stretches
from apps.reading.support import Support
from apps.reading.talk_cards import TalkCard
from apps.reading.team_links import TeamLinks, team_links

LONGEST_STRIP = 6
STANDING = {Review.PROPOSED.value: "not reviewed yet", Review.REJECTED.value: "rejected"}


@dataclass(frozen=True, slots=True)
class CaseLine:
    """A contradiction in which a claim plays a part, in a line."""

    url: str
    headline: str
    topic: str
    rule: str
    says: str
    is_open: bool
    outcome: str


@dataclass(frozen=True, slots=True)
class StripRow:
    """What another place says to the same question, or to one that bears on it."""

    source: str
    place: str
    question: str
    printed: str
    url: str
    is_this: bool
    stretch: Stretch | None


@dataclass(frozen=True, slots=True)
class FactLink:
    """The way to the question that a claim answers, and how many places answer it."""

    url: str
    places: int


@dataclass(slots=True)
class ClaimCard:
    """All that the margin says about one claim; `is_shown`: its line, before anybody asks."""

    anchor: str
    passage: str
    key: str
    url: str
    fact: FactLink
    topic: str
    printed: str
    value: str
    place: str
    attribution: str
    note: str
    standing: str
    is_judged_wrong: bool
    correction: str
    cases: tuple[CaseLine, ...]
    strip: tuple[StripRow, ...]
    more: int
    sources: int
    is_shown: bool
    excerpt: Excerpt | None
    support: tuple[Support, ...] = ()
    also: list[Link] = field(default_factory=list)
    team: TeamLinks | None = None
    has_template: ClassVar[bool] = True

    @property
    def name(self) -> str:
        """What other cards call it."""
        return f"{self.printed}: {self.topic}"

    @property
    def cite(self) -> str:
        """Where it is cited, seen from the reader."""
        return f"cite/?{urlencode({'claim': self.key})}"

    @property
    def has_axis(self) -> bool:
        """Whether the values of the strip can be drawn on one axis."""
        return any(row.stretch for row in self.strip)

    @property
    def is_open(self) -> bool:
        """Whether a contradiction about it waits for a verdict."""
        return any(case.is_open for case in self.cases)

    @property
    def lead(self) -> CaseLine:
        """The case that its line names: an open one before a settled one."""
        return max(self.cases, key=lambda case: case.is_open)


Card = ClaimCard | EntityCard | TalkCard | OwnCard


def show_each_case_once(cards: Iterable[Card]) -> None:
    """In one row a contradiction has one line, at the first claim that plays a part in it."""
    seen: set[str] = set()
    for card in cards:
        if isinstance(card, ClaimCard) and card.is_shown:
            card.is_shown = card.lead.url not in seen
            seen.add(card.lead.url)


def claim_card(claim: Claim, anchor: str, passage: str, layers: Layers) -> ClaimCard:
    """The card of a claim of this text."""
    others = _companions(claim, layers)
    cases = layers.cases.get(claim.pk, ())
    return ClaimCard(
        anchor=anchor,
        passage=passage,
        key=claim.key,
        url=address("reading:claim", claim.key),
        fact=_fact(claim, layers),
        topic=topic(claim),
        printed=on_one_line(claim.printed),
        value=value_in_words(claim),
        place=layers.places.get(claim.pk, ""),
        attribution=claim.attribution,
        note=claim.note,
        standing=STANDING.get(claim.review, ""),
        is_judged_wrong=claim.is_judged_wrong,
        correction=_correction(claim, cases),
        cases=tuple(_case_line(case) for case in cases),
        strip=_strip(claim, others, layers),
        more=max(0, len(others) - LONGEST_STRIP + 1),
        sources=_sources(claim, others, layers),
        is_shown=bool(cases),
        excerpt=layers.excerpts.get(claim.pk),
        support=layers.stands[claim.pk].support if claim.pk in layers.stands else (),
        team=team_links(claim, is_editable=layers.is_markable) if layers.is_for_team else None,
    )


def _strip(claim: Claim, others: list[Claim], layers: Layers) -> tuple[StripRow, ...]:
    """The claim and the first of its companions on one axis, if there are any."""
    shown = [claim, *others[: LONGEST_STRIP - 1]] if others else []
    ranges = stretches([_ends(one) for one in shown]) if shown else []
    placed = zip(shown, ranges, strict=True)
    return tuple(_strip_row(one, claim, layers, stretch) for one, stretch in placed)


def _correction(claim: Claim, cases: Iterable[Contradiction]) -> str:
    """How a verdict on one of its cases reads it, if one does."""
    verdicts = [case.settled_by for case in cases if case.settled_by is not None]
    given = [v for v in verdicts if v.corrected and v.corrected_reading == claim.corrected_reading]
    return corrected_in_words(claim, given[0].pk) if given else ""


def _fact(claim: Claim, layers: Layers) -> FactLink:
    answers = layers.on_fact.get(claim.fact_key, ())
    return FactLink(address("reading:fact", claim.fact_key), len(answers))


def _companions(claim: Claim, layers: Layers) -> list[Claim]:
    """First those that answer the same question, then those it is set against."""
    keys = [*layers.on_fact.get(claim.fact_key, ())]
    for case in layers.cases.get(claim.pk, ()):
        if len(layers.partners[case.pk]) <= LONGEST_STRIP // 2:  # a long sum is read in its case
            keys += layers.partners[case.pk]
    return [layers.claims[k] for k in dict.fromkeys(keys) if k != claim.pk and k in layers.claims]


def _sources(claim: Claim, others: Iterable[Claim], layers: Layers) -> int:
    """How many sources speak to the question, or play a part in a case about it."""
    keys = {key for case in layers.cases.get(claim.pk, ()) for key in layers.partners[case.pk]}
    involved = [layers.claims[key] for key in keys if key in layers.claims]
    return len({one.source_id for one in [claim, *others, *involved]})


def _strip_row(one: Claim, claim: Claim, layers: Layers, stretch: Stretch | None) -> StripRow:
    is_same = one.fact_key == claim.fact_key
    return StripRow(
        source=one.source.short_name,
        place=layers.places.get(one.pk, ""),
        question="" if is_same else topic(one),
        printed=printed_with_unit(one) if one.unit != claim.unit else on_one_line(one.printed),
        url=address("reading:claim", one.key),
        is_this=one.pk == claim.pk,
        stretch=stretch,
    )


def _case_line(case: Contradiction) -> CaseLine:
    outcome = case.get_state_display()
    if case.settled_by is not None:
        outcome = case.settled_by.get_kind_display()
    return CaseLine(
        url=address("contradictions:case", case.pk),
        headline=case.headline,
        topic=case.topic,
        rule=_rule_in_words(case.rule),
        says=case.says,
        is_open=case.is_open,
        outcome=outcome,
    )


def _rule_in_words(code: str) -> str:
    known = rules().get(code)
    return known.title if known is not None else code.replace("-", " ").capitalize()


def _ends(claim: Claim) -> Ends | None:
    if claim.hard is None:
        return None
    span, family = claim.hard, unit(claim.unit).family
    is_date = family == "date"  # days: the end is the day after the last
    return Ends(
        low=span.lower,
        high=span.upper,
        family=f"{family} {claim.basis}",
        low_is_outside=span.lower is not None and not span.lower_inc,
        high_is_outside=span.upper is not None and not span.upper_inc and not is_date,
    )
