"""The queue: contradictions by the claim that is likeliest to blame."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from apps.claims.models import Claim
from apps.claims.places import heading, places_of
from apps.claims.wording import on_one_line
from apps.contradictions.models import Contradiction, Involvement, Sighting
from apps.contradictions.rulebook import rules
from apps.sources.models import Source

UNDECIDED = "Undecided"
WITHDRAWN = "Withdrawn"


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
    """Groups by suspect, those that settle most first; the undecided and withdrawn last."""
    cases = list(cases)
    sources = _sources_of(cases)
    groups: dict[Claim | None, list[Contradiction]] = {}
    withdrawn = []
    for case in cases:
        if case.state == Contradiction.State.WITHDRAWN:
            withdrawn.append(case)
        else:
            groups.setdefault(case.suspect, []).append(case)
    places = places_of([claim for claim in groups if claim is not None])
    named = [
        _group(claim, places[claim.pk], entries, sources)
        for claim, entries in groups.items()
        if claim is not None
    ]
    undecided = groups.get(None, [])
    if undecided:
        why = "The sources alone cannot tell which is wrong."
        named.append(Group(UNDECIDED, why, [_entry(case, sources) for case in undecided]))
    if withdrawn:
        why = "As the claims stand now, the rule no longer fires."
        named.append(Group(WITHDRAWN, why, [_entry(case, sources) for case in withdrawn]))
    return named


def _sources_of(cases: Iterable[Contradiction]) -> dict[int, list[str]]:
    """For each case, by its number, the short names of the sources whose claims or texts it has."""
    numbers = [case.pk for case in cases]
    claimed = Involvement.objects.filter(contradiction__in=numbers)
    seen = Sighting.objects.filter(contradiction__in=numbers)
    pairs = [
        *claimed.values_list("contradiction", "claim__source"),
        *seen.values_list("contradiction", "text__source"),
    ]
    sources = Source.objects.in_bulk({source for _, source in pairs})
    named: dict[int, dict[str, None]] = {number: {} for number in numbers}
    for number, source in pairs:
        named[number][sources[source].short_name] = None
    return {number: list(names) for number, names in named.items()}


def _group(
    claim: Claim, place: str, cases: list[Contradiction], sources: Mapping[int, list[str]]
) -> Group:
    period = f", {claim.period.replace('/', '–')}" if claim.period else ""
    printed = on_one_line(claim.printed)
    weight = getattr(cases[0], "weight", len(cases))
    how_many = f"One correction would close all {weight}." if weight > 1 else ""
    return Group(
        f"{heading(claim, place)}{period}: {printed}",
        f"Likeliest culprit. {how_many}".strip(),
        [_entry(case, sources) for case in cases],
    )


def _entry(case: Contradiction, sources: Mapping[int, list[str]]) -> Entry:
    declared = rules().get(case.rule)
    return Entry(case, ", ".join(sources[case.pk]), declared.title if declared else case.rule)
