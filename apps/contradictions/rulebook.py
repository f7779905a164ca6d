"""Finds the rules: each module of the package `rules` declares one."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from apps.contradictions.findings import Finding, Severity, each_once
from apps.contradictions.printed import PrintedText
from apps.domain.statements import Statement

Group = Mapping[str, tuple[Statement, ...]]
Judge = Callable[[Group], Iterator[Finding]]
Reader = Callable[[PrintedText], Iterator[Finding]]
LINES = ("Flags", "Why", "Example", "Quiet when")


@dataclass(frozen=True)
class Rule:
    """A rule screens in SQL and judges in Python.

    `screen` is a query that returns, in columns of claim ids named by their part, only groups
    that can conflict. It is asked about `facts`, as wholes; where it is told which facts have
    `changed`, only groups with one of those, or sums of those wholes, are wanted. It must miss
    nothing; the judge throws out what only looks like it. A rule about the print of texts has
    no screen: it `reads` one text after another.
    """

    code: str
    severity: Severity
    screen: str
    judge: Judge
    title: str
    page: Mapping[str, str]
    reads: Reader | None = None


def rule(*, code: str, severity: Severity, screen: str) -> Callable[[Judge], Rule]:
    """Declare the module's rule; its docstring is the page that the public reads."""

    def declare(judge: Judge) -> Rule:
        module = importlib.import_module(judge.__module__)
        title, page = _read_page(module.__doc__ or "")
        return Rule(code, severity, screen, lambda group: each_once(judge(group)), title, page)

    return declare


def text_rule(*, code: str, severity: Severity) -> Callable[[Reader], Rule]:
    """Declare the module's rule, which reads texts; its docstring is its public page."""

    def declare(reader: Reader) -> Rule:
        module = importlib.import_module(reader.__module__)
        title, page = _read_page(module.__doc__ or "")
        return Rule(code, severity, "", _judges_no_claims, title, page, reader)

    return declare


def _judges_no_claims(group: Group) -> Iterator[Finding]:
    yield from ()


def _read_page(docstring: str) -> tuple[str, dict[str, str]]:
    """Title and the four lines of a rule's docstring; lines may run on."""
    title, *rest = [line.strip() for line in docstring.strip().splitlines()]
    page: dict[str, str] = {}
    name = ""
    for line in filter(None, rest):
        head, colon, tail = line.partition(":")
        if colon and head in LINES:
            name, page[head] = head, tail.strip()
        elif name:
            page[name] = f"{page[name]} {line}"
    return title.rstrip("."), page


@cache
def rules() -> Mapping[str, Rule]:
    """Every rule by its code."""
    package = importlib.import_module("apps.contradictions.rules")
    found: dict[str, Rule] = {}
    for module in pkgutil.iter_modules(package.__path__):
        loaded = importlib.import_module(f"{package.__name__}.{module.name}")
        for declared in vars(loaded).values():
            if isinstance(declared, Rule):
                found[declared.code] = declared
    return dict(sorted(found.items()))
