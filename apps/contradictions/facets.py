"""By what the queue can be narrowed, each choice with how many cases it would leave."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from apps.accounts.models import User
from apps.claims.models import Measure
from apps.contradictions.counting import counted
from apps.contradictions.models import Contradiction, Severity
from apps.contradictions.querysets import AGES, NOBODY, ContradictionQuerySet
from apps.contradictions.reconciling import BY_HAND
from apps.contradictions.rulebook import rules
from apps.domain.complaints import is_storable
from apps.entities.models import Entity
from apps.sources.models import Source

FACETS = ("state", "assignee", "severity", "rule", "source", "measure", "entity", "age")
MOST_SHOWN = 12

Wanted = Mapping[str, Sequence[str]]
Labels = Callable[[Iterable[str]], Mapping[str, str]]


@dataclass(frozen=True)
class Choice:
    """One value of a facet."""

    value: str
    label: str
    count: int
    is_chosen: bool


@dataclass(frozen=True)
class Facet:
    """One thing to narrow by."""

    name: str
    title: str
    choices: list[Choice]


def facets(cases: ContradictionQuerySet, wanted: Wanted) -> list[Facet]:
    """Every facet, counted under what is chosen in the others; of states also the withdrawn."""
    alone = [name for name in FACETS if wanted.get(name) or name == "state"]
    others = [name for name in FACETS if name not in alone]
    counts = {**counted(cases.listed(**wanted), others)}
    for name in alone:
        rest = {other: values for other, values in wanted.items() if other != name}
        fitting = cases.narrowed(**rest) if name == "state" else cases.listed(**rest)
        counts |= counted(fitting, [name])
    return [_facet(name, counts.get(name, {}), wanted) for name in FACETS]


def _facet(name: str, counts: Mapping[str, int], wanted: Wanted) -> Facet:
    chosen = [value for value in wanted.get(name, ()) if value not in counts and is_storable(value)]
    found = [value for value in counts if counts[value]]
    most = sorted(found, key=lambda value: (-counts[value], value))
    if name == "age":
        most = [age for age in AGES if age in found]
    shown = [v for at, v in enumerate(most) if at < MOST_SHOWN or v in wanted.get(name, ())]
    labels = LABELS[name]([*shown, *chosen])
    return Facet(
        name,
        TITLES[name],
        [
            Choice(value, labels[value], counts.get(value, 0), value in wanted.get(name, ()))
            for value in [*shown, *chosen]
            if value in labels
        ],
    )


def _sources(slugs: Iterable[str]) -> Mapping[str, str]:
    return {source.slug: source.short_name for source in Source.objects.filter(slug__in=slugs)}


def _measures(slugs: Iterable[str]) -> Mapping[str, str]:
    return dict(Measure.objects.filter(slug__in=slugs).values_list("slug", "label"))


def _entities(slugs: Iterable[str]) -> Mapping[str, str]:
    return dict(Entity.objects.filter(slug__in=slugs).values_list("slug", "label"))


def _people(names: Iterable[str]) -> Mapping[str, str]:
    people = User.objects.filter(username__in=names)
    return {NOBODY: "nobody", **{person.username: person.display_name for person in people}}


def _rules() -> Mapping[str, str]:
    return {code: declared.title for code, declared in rules().items()}


TITLES = {name: name.capitalize() for name in FACETS}
LABELS: Mapping[str, Labels] = {
    "state": lambda _: dict(Contradiction.State.choices),
    "assignee": _people,
    "severity": lambda _: dict(Severity.choices),
    "rule": lambda _: {BY_HAND: "Flagged by hand", **_rules()},
    "source": _sources,
    "measure": _measures,
    "entity": _entities,
    "age": lambda _: {name: age.label for name, age in AGES.items()},
}
