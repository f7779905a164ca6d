"""The rules on the shelf: each with the four lines of its page, its name, and its tests."""

from __future__ import annotations

import ast
import importlib
import pkgutil
from pathlib import Path

import pytest

from apps.contradictions import rules as package
from apps.contradictions.rulebook import LINES, Rule, rules

MODULES = sorted(module.name for module in pkgutil.iter_modules(package.__path__))
TESTS = Path(__file__).parent / "rules"


def rule_in(module: str) -> Rule:
    """The one rule that a module declares."""
    loaded = importlib.import_module(f"{package.__name__}.{module}")
    [declared] = [value for value in vars(loaded).values() if isinstance(value, Rule)]
    return declared


def test_every_rule_module_is_in_the_book() -> None:
    assert list(rules()) == [rule_in(module).code for module in MODULES]


@pytest.mark.parametrize("module", MODULES)
def test_a_rule_is_called_like_its_file(module: str) -> None:
    assert rule_in(module).code == module.replace("_", "-")


@pytest.mark.parametrize("module", MODULES)
def test_a_rule_has_the_four_lines_of_its_page(module: str) -> None:
    declared = rule_in(module)

    assert tuple(declared.page) == LINES
    assert all(len(words) > 20 for words in declared.page.values())
    assert declared.title
    assert not declared.title.endswith(".")


@pytest.mark.parametrize("module", MODULES)
def test_a_rule_is_seen_to_flag_and_to_stay_quiet(module: str) -> None:
    tests = ast.parse((TESTS / f"test_{module}.py").read_text("utf-8"))
    names = [node.name for node in tests.body if isinstance(node, ast.FunctionDef)]

    assert any(name.startswith("test_flags_") for name in names)
    assert any(name.startswith("test_quiet_") for name in names)


@pytest.mark.parametrize("module", MODULES)
def test_a_finding_bears_the_code_of_its_rule(module: str) -> None:
    # Findings name their rule as a word; a slip would file them under a rule that is not there.
    code = rule_in(module).code
    source = Path(importlib.import_module(f"{package.__name__}.{module}").__file__ or "")

    assert source.read_text("utf-8").count(f'"{code}"') >= 2
