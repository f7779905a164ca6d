"""The order of the rooms, as the import contract in pyproject.toml states it."""

from __future__ import annotations

from tests.architecture.repository import pyproject

CONTRACT = "Rooms import downward only"


def order() -> dict[str, int]:
    """Each room with its height; siblings stand equally high."""
    contracts = pyproject()["tool"]["importlinter"]["contracts"]
    layers = next(one["layers"] for one in contracts if one["name"] == CONTRACT)
    return {
        name.strip().removeprefix("apps."): height
        for height, layer in enumerate(reversed(layers))
        for name in layer.split("|")
    }


def may_know(room: str, other: str) -> bool:
    """Whether one room may refer to another: to itself, and to what lies below."""
    height = order()
    return room == other or height[other] < height[room]
