"""Reads the repository as a stranger would: which files there are, and what stands in them."""

from __future__ import annotations

import ast
import subprocess
import tomllib
from collections.abc import Iterable, Iterator
from functools import cache
from typing import Any

from project.env import CHECKOUT

STATE_OF_ONE_MACHINE = {".git", ".venv", ".hypothesis", "__pycache__", "test-results", "var"}
CODE = ("apps/", "project/", "tests/", "manage.py")


@cache
def files() -> tuple[str, ...]:
    """Every file that is or would be committed, as its path from the top."""
    asked = subprocess.run(
        ["git", "ls-files", "-co", "--exclude-standard", "-z"], cwd=CHECKOUT, capture_output=True
    )
    named = asked.stdout.decode().split("\0") if asked.returncode == 0 else _walked()
    return tuple(sorted(name for name in named if name and (CHECKOUT / name).is_file()))


def _walked() -> Iterator[str]:
    """The same where there is no git."""
    for path in CHECKOUT.rglob("*"):
        parts = path.relative_to(CHECKOUT).parts
        is_state = any(part in STATE_OF_ONE_MACHINE or part.endswith("_cache") for part in parts)
        if path.is_file() and not is_state and parts[:2] != ("fixtures", "texts"):
            yield "/".join(parts)


def read(name: str) -> str:
    """What stands in a file."""
    return (CHECKOUT / name).read_text("utf-8")


def python() -> list[str]:
    """Our Python files; migrations are written by Django."""
    return [
        name
        for name in files()
        if name.endswith(".py") and name.startswith(CODE) and "/migrations/" not in name
    ]


def site_python() -> list[str]:
    """Those that run on the site."""
    return [name for name in python() if not name.startswith("tests/")]


def templates() -> list[str]:
    """Our templates."""
    return [name for name in files() if name.startswith("templates/")]


@cache
def tree(name: str) -> ast.Module:
    """A Python file, parsed."""
    return ast.parse(read(name), filename=name)


def imported(name: str) -> Iterator[str]:
    """Everything a Python file imports, as dotted names."""
    for node in ast.walk(tree(name)):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


@cache
def pyproject() -> dict[str, Any]:
    """The settings of the tools."""
    return tomllib.loads(read("pyproject.toml"))


def listed(offenders: Iterable[object]) -> str:
    """Every offender on a line of its own, for the message of a test."""
    return "\n  ".join(["", *map(str, offenders)])
