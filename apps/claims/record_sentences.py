"""The sentences of a record edition: one a claim, in our words, short where the last one helps."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from apps.claims.models import Claim, Measure
from apps.claims.wording import printed_with_unit, topic, value_in_words
from apps.domain.periods import Period
from apps.domain.units import unit

Name = tuple[int, int, str]
UNTOLD_STATUS = ("", "delivered")
MOST_EXAMPLES = 3
YEAR = re.compile(r"\d{4}")


@dataclass(frozen=True)
class Sentence:
    """A sentence with the place of its claim's printed value in it."""

    says: str
    value_start: int
    value_end: int


def sentence_of(claim: Claim, before: Claim | None = None) -> Sentence:
    """The claim in one sentence; `before` is the claim of the sentence it follows."""
    opening = f"{_opening(claim, before)}: "
    value = printed_with_unit(claim)
    value_start, value_end = printed_place(claim, value)
    notes = "; ".join(_notes(claim, value, before))
    says = f"{opening}{value} ({notes})." if notes else f"{opening}{value.rstrip('.')}."
    return Sentence(says, len(opening) + value_start, len(opening) + value_end)


def how_to_read(label: str, claims: Iterable[Claim]) -> str:
    """One example for each of the first measures that a table holds."""
    examples: dict[str, str] = {}
    for claim in claims:
        examples.setdefault(claim.measure.slug, f"{topic(claim)}, {printed_with_unit(claim)}")
    shown = [example.rstrip(".") for example in examples.values()][:MOST_EXAMPLES]
    return f"How to read {label or 'the table'}: {'; '.join(shown)}."


def printed_place(claim: Claim, value: str) -> tuple[int, int]:
    """Where in the value the printed characters stand; all of it where they were rewrapped."""
    printed = " ".join(claim.printed.replace("-\n", "-").split())
    start = value.find(printed)
    return (start, start + len(printed)) if printed and start >= 0 else (0, len(value))


def labels_of(claims: Iterable[Claim]) -> dict[str, str]:
    """The labels of all entities that the claims name, with their slugs."""
    labels: dict[str, str] = {}
    for claim in claims:
        filled = (role.entity for role in claim.filled_roles.all())
        for entity in (claim.subject, claim.value_entity, *filled):
            if entity is not None:
                labels[entity.label] = entity.slug
    return labels


def names_in(says: str, labels: Mapping[str, str]) -> Iterator[Name]:
    """Where the labels stand as whole words; a longer label goes before one inside it."""
    if not labels:
        return
    longest_first = sorted(labels, key=len, reverse=True)
    pattern = "|".join(re.escape(label) for label in longest_first)
    for found in re.finditer(rf"(?<!\w)(?:{pattern})(?!\w)", says):
        yield found.start(), found.end(), labels[found.group()]


def _opening(claim: Claim, before: Claim | None) -> str:
    if before is None or before.strand != claim.strand or before.slot_key != claim.slot_key:
        return _capital(topic(claim))
    if before.measure_id != claim.measure_id or before.status != claim.status:
        return _capital(topic(claim))
    if before.period == claim.period:
        return "Stated again"
    return f"The same for {Period.read(claim.period)}" if claim.period else _capital(topic(claim))


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]


def _notes(claim: Claim, value: str, before: Claim | None) -> Iterator[str]:
    """What stands in brackets: how the print is understood, its status, whom the source cites."""
    meant = _meant(claim, value)
    if meant:
        yield meant
    if claim.status not in UNTOLD_STATUS:
        yield claim.status
    if claim.attribution:
        is_same = before is not None and before.attribution == claim.attribution
        yield "ibid." if is_same else f"after {claim.attribution}"


def _meant(claim: Claim, value: str) -> str:
    """What the print is understood to be, where it is put in words or leaves something out."""
    kind = claim.measure.kind
    if kind == Measure.Kind.DATE:
        return "" if YEAR.search(value) else value_in_words(claim)
    if kind == Measure.Kind.ENTITY:
        name = value_in_words(claim)
        return "" if name.casefold() in value.casefold() else name
    if kind == Measure.Kind.TEXT or any(character.isdigit() for character in value):
        return ""
    if kind in (Measure.Kind.COUNT, Measure.Kind.RANK) or not claim.unit:
        return claim.reading
    measured_in = unit(claim.unit)
    return f"{claim.reading} {measured_in.singular if claim.reading == '1' else measured_in.label}"
