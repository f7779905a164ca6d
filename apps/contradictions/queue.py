"""The queue: contradictions by the claim that is likeliest to blame."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from apps.claims.models import Claim
from apps.claims.places import heading, places_of
from apps.claims.wording import on_one_line
from apps.contradictions.models import Contradiction
from apps.contradictions.rulebook import rules

UNDECIDED = "Undecided"


@dataclass(frozen=True)
class Entry:
    """A contradiction with the sources it concerns."""

    case: Contradiction
    sources: str
    rule: str


@dataclass(frozen=True)
class Group:
    """Contradictions that one claim explains, or those that nobody can be blamed for."""

    title: str
    why: str
    entries: list[Entry]


def weighed(order: Iterable[tuple[int, int]]) -> list[Contradiction]:
    """The cases of these numbers in their order, each with the `weight` of its suspect.

    They are sorted by their numbers first: a whole row of each would make that slow.
    """
    weights = dict(order)
    cases = Contradiction.objects.in_brief().in_bulk(list(weights))
    for number, case in cases.items():
        case.weight = weights[number]  # type: ignore[attr-defined]
    return [cases[number] for number in weights if number in cases]


def grouped(cases: Iterable[Contradiction]) -> list[Group]:
    """Groups by suspect, those that settle most first; the undecided last."""
    groups: dict[Claim | None, list[Contradiction]] = {}
    for case in cases:
        groups.setdefault(case.suspect, []).append(case)
    places = places_of([claim for claim in groups if claim is not None])
    named = [
        _group(claim, places[claim.pk], entries)
        for claim, entries in groups.items()
        if claim is not None
    ]
    undecided = groups.get(None, [])
    if undecided:
        why = "The sources alone cannot tell which is wrong."
        named.append(Group(UNDECIDED, why, [_entry(case) for case in undecided]))
    return named


def _group(claim: Claim, place: str, cases: list[Contradiction]) -> Group:
    period = f", {claim.period.replace('/', '–')}" if claim.period else ""
    printed = on_one_line(claim.printed)
    weight = getattr(cases[0], "weight", len(cases))
    how_many = f"One correction would close all {weight}." if weight > 1 else ""
    return Group(
        f"{heading(claim, place)}{period}: {printed}",
        f"Likeliest culprit. {how_many}".strip(),
        [_entry(case) for case in cases],
    )


def _entry(case: Contradiction) -> Entry:
    names = dict.fromkeys(row.claim.source.short_name for row in case.involvements.all())
    names |= dict.fromkeys(seen.text.source.short_name for seen in case.sightings.all())
    declared = rules().get(case.rule)
    return Entry(case, ", ".join(names), declared.title if declared else case.rule)
