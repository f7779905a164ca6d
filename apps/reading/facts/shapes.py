"""Gives each source a point of its own shape, so that colour never has to tell them apart."""

from __future__ import annotations

from collections.abc import Iterable

# Paths around the point, in pixels; told apart also by whether they are filled.
SHAPES = (
    ("filled", "M-4 0a4 4 0 1 0 8 0a4 4 0 1 0-8 0z"),
    ("", "M-4-4H4V4H-4z"),
    ("filled", "M0-5.5 5.5 0 0 5.5-5.5 0z"),
    ("", "M0-5.5 5.5 4.5H-5.5z"),
    ("filled", "M0 5.5 5.5-4.5H-5.5z"),
    ("", "M-4 0a4 4 0 1 0 8 0a4 4 0 1 0-8 0z"),
    ("filled", "M-4-4H4V4H-4z"),
    ("", "M0-5.5 5.5 0 0 5.5-5.5 0z"),
)


class Shape:
    """A path and how it is painted."""

    def __init__(self, number: int) -> None:
        self.paint, self.path = SHAPES[number % len(SHAPES)]


def shapes_of(names: Iterable[str]) -> dict[str, Shape]:
    """A shape for each name, in order."""
    return {name: Shape(number) for number, name in enumerate(dict.fromkeys(names))}
