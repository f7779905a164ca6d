"""What the repository holds, and what it must not."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

from project.env import CHECKOUT
from tests.architecture.repository import files, listed, pyproject, read

TOP = {
    *("manage.py", "project", "apps", "templates", "static", "fixtures", "tests"),
    *("requirements.txt", "README.md", "LICENSE", "CHANGELOG.md", "pyproject.toml"),
    *("script", ".ci", ".gitignore"),
}
KINDS_OF_FILES = {
    *(
        ".py",
        ".html",
        ".css",
        ".js",
        ".mjs",
        ".svg",
        ".json",
        ".jsonl",
        ".toml",
        ".txt",
        ".md",
        ".csv",
    ),
    "",  # programs in script/ and .ci/, LICENSE
    *(".png", ".xlsx"),  # pictures of the README, a form for imports
}
THIRD_PARTY = re.compile(r"node_modules|vendor|\.min\.|jquery|bootstrap|\bhtmx", re.I)
FOREIGN_LICENCE = re.compile(
    r"(?i)\b(?:copyright \(c\)|licensed under the|mit licen[cs]e|@license|bsd[- ]\d)"
)
# In pieces, so that this file does not hold what it looks for.
MACHINE_PATHS = re.compile(
    "|".join(["/ro" + "ot/", "/ho" + r"me/\w", "/Use" + "rs/", "/wo" + "rk/"])
)
REGISTRIES = re.compile(
    "|".join(
        ["pypi" + r"\.org", "python" + "hosted", "npm" + "js", "index" + "-url", "arti" + "factory"]
    )
)
OWN_WORDS = CHECKOUT.parent / "shared" / "tools" / "own_words"


def texts() -> list[str]:
    """Files that can be read as text."""
    return [name for name in files() if Path(name).suffix not in (".png", ".xlsx")]


def test_the_top_level_holds_what_the_design_says() -> None:
    top = {name.split("/")[0] for name in files()}

    assert top - TOP == set()
    assert TOP - top == set()


def test_the_licence_is_there_and_the_one_that_is_declared() -> None:
    assert "Apache License" in read("LICENSE")[:300]
    assert pyproject()["project"]["license"] == "Apache-2.0"


def test_only_known_kinds_of_files_are_kept() -> None:
    unknown = [name for name in files() if Path(name).suffix not in KINDS_OF_FILES]

    assert not unknown, listed(unknown)


def test_nothing_of_others_is_copied() -> None:
    named = [name for name in files() if THIRD_PARTY.search(name)]
    licensed = [
        name
        for name in texts()
        if name != "LICENSE" and not name.startswith("tests/architecture/")
        if FOREIGN_LICENCE.search(read(name))
    ]

    assert not named, listed(named)
    assert not licensed, listed(licensed)


def test_no_path_of_one_machine_is_written_down() -> None:
    telling = [name for name in texts() if MACHINE_PATHS.search(read(name))]

    assert not telling, listed(telling)


def test_no_package_registry_is_named() -> None:
    naming = [name for name in texts() if REGISTRIES.search(read(name))]

    assert not naming, listed(naming)


def test_the_originals_are_not_in_the_repository() -> None:
    hidden = [name for name in files() if name.startswith("fixtures/texts/")]

    assert hidden == []


def test_no_sentence_of_the_sources_is_repeated() -> None:
    if not OWN_WORDS.exists():
        pytest.skip(f"NOT CHECKED: there is no {OWN_WORDS.name} beside this checkout")

    done = subprocess.run([sys.executable, OWN_WORDS, CHECKOUT], capture_output=True, text=True)

    assert done.returncode == 0, done.stdout + done.stderr
