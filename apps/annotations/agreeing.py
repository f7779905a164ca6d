"""Lays side by side what two people marked apart, and reckons how far they agree."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from apps.annotations.models import Assignment, OwnMark
from apps.domain.agreement import alpha, per_cent, share_agreed, two_digits
from apps.domain.unitizing import Stretch, unitizing_alpha

Kind = OwnMark.Kind


@dataclass(frozen=True)
class Spot:
    """A stretch that one or both marked, with what each says there, in one kind."""

    kind: str
    start: int
    end: int
    one: tuple[OwnMark, ...]
    other: tuple[OwnMark, ...]

    @property
    def name(self) -> str:
        """By which a form names it; another one when what is marked here is another."""
        return "-".join(str(mark.pk) for mark in self.marks)

    @property
    def agrees(self) -> bool:
        """Whether both marked the same stretches and read them alike."""
        return _said(self.one) == _said(self.other)

    @property
    def marks(self) -> tuple[OwnMark, ...]:
        """All that was marked here."""
        return self.one + self.other

    @property
    def is_settled(self) -> bool:
        """Whether nothing here waits."""
        return all(mark.outcome for mark in self.marks)


@dataclass(frozen=True)
class Figures:
    """How far two agree in one kind, in digits; empty where there is no figure.

    `where` compares which stretches they marked, `what` how they read those that both did.
    """

    kind: str
    one: int
    other: int
    where: str
    both: int
    same: str
    what: str


def spots(assignment: Assignment) -> list[Spot]:
    """What was marked, in reading order; marks of a kind that overlap belong together."""
    found = []
    for kind in Kind:
        marks = [mark for mark in assignment.marks.select_related("person") if mark.kind == kind]
        for together in _together(marks):
            found.append(
                Spot(
                    kind=str(kind.label),
                    start=min(mark.start for mark in together),
                    end=max(mark.end for mark in together),
                    one=_of(together, assignment.one_id),
                    other=_of(together, assignment.other_id),
                )
            )
    return sorted(found, key=lambda spot: (spot.start, spot.end))


def figures(assignment: Assignment, marked: Sequence[Spot]) -> list[Figures]:
    """For each kind that anybody marked."""
    kinds = dict.fromkeys(spot.kind for spot in marked)
    return [_figures(assignment, kind, [s for s in marked if s.kind == kind]) for kind in kinds]


def figures_of(assignment: Assignment) -> list[Figures]:
    """The same, for a page that lists several."""
    return figures(assignment, spots(assignment))


def _figures(assignment: Assignment, kind: str, marked: Sequence[Spot]) -> Figures:
    one = [mark for spot in marked for mark in spot.one]
    other = [mark for spot in marked for mark in spot.other]
    answers = [(_readings(s.one), _readings(s.other)) for s in marked if s.one and s.other]
    bounds = (assignment.start, assignment.end)
    return Figures(
        kind=kind,
        one=len(one),
        other=len(other),
        where=two_digits(unitizing_alpha(bounds, _by_category(one), _by_category(other))),
        both=len(answers),
        same=per_cent(share_agreed(answers)),
        what=two_digits(alpha(answers)),
    )


def _together(marks: Iterable[OwnMark]) -> list[list[OwnMark]]:
    """Those that share a character with each other, or with one that does."""
    found: list[list[OwnMark]] = []
    furthest = 0
    for mark in sorted(marks, key=lambda mark: (mark.start, mark.end, mark.pk)):
        if found and mark.start < furthest:
            found[-1].append(mark)
        else:
            found.append([mark])
        furthest = max(furthest, mark.end)
    return found


def _of(marks: Iterable[OwnMark], person: int) -> tuple[OwnMark, ...]:
    return tuple(mark for mark in marks if mark.person_id == person)


def _said(marks: Iterable[OwnMark]) -> set[tuple[int, int, str]]:
    return {(mark.start, mark.end, mark.reading) for mark in marks}


def _readings(marks: Iterable[OwnMark]) -> frozenset[str]:
    return frozenset(mark.reading for mark in marks)


def _by_category(marks: Iterable[OwnMark]) -> dict[str, list[Stretch]]:
    found: defaultdict[str, list[Stretch]] = defaultdict(list)
    for mark in marks:
        found[mark.category].append((mark.start, mark.end))
    return found
