"""The environment is read through one door, which stops on nonsense."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from project import env


@pytest.fixture
def monkey(monkeypatch: pytest.MonkeyPatch) -> pytest.MonkeyPatch:
    """An environment without any of our variables."""
    for name in env.VARIABLES:
        monkeypatch.delenv(name, raising=False)
    return monkeypatch


@pytest.mark.parametrize(
    ("said", "meant"), [("1", True), ("Yes", True), ("off", False), ("no", False), ("", False)]
)
def test_a_flag_may_be_said_in_several_ways(
    monkey: pytest.MonkeyPatch, said: str, meant: bool
) -> None:
    monkey.setenv("DEBUG", said)

    assert env.flag("DEBUG") is meant


def test_a_flag_is_yes_or_no(monkey: pytest.MonkeyPatch) -> None:
    monkey.setenv("DEBUG", "maybe")

    with pytest.raises(env.NonsenseSetting) as refused:
        env.flag("DEBUG")

    assert str(refused.value) == "DEBUG: “maybe” is neither yes nor no. Write yes or no."


@pytest.mark.parametrize("said", ["eighty", "-1", "0", "70000", "8000.5", "８０００"])
def test_a_port_is_a_whole_number_in_its_bounds(monkey: pytest.MonkeyPatch, said: str) -> None:
    monkey.setenv("PORT", said)

    with pytest.raises(env.NonsenseSetting) as refused:
        env.whole_number("PORT", 8000, low=1, high=65535)

    assert str(refused.value) == (
        f"PORT: “{said}” is not a whole number from 1 to 65535. Write one, for example 8000."
    )


def test_what_is_not_set_has_its_default(monkey: pytest.MonkeyPatch) -> None:
    monkey.setenv("PORT", " ")

    assert env.whole_number("PORT", 8000, low=1, high=65535) == 8000
    assert env.names("ALLOWED_HOSTS", ["localhost"]) == ["localhost"]
    assert env.state_folder() == env.CHECKOUT / "var"
    assert env.existing_folder("VARIORUM_TEXTS") is None


def test_host_names_are_listed_with_commas(monkey: pytest.MonkeyPatch) -> None:
    monkey.setenv("ALLOWED_HOSTS", "variorum.example.org, .example.net,")

    assert env.names("ALLOWED_HOSTS", []) == ["variorum.example.org", ".example.net"]


def test_an_address_is_no_host_name(monkey: pytest.MonkeyPatch) -> None:
    monkey.setenv("ALLOWED_HOSTS", "https://example.org/")

    with pytest.raises(env.NonsenseSetting, match=r"ALLOWED_HOSTS: “https://example\.org/” is"):
        env.names("ALLOWED_HOSTS", [])


def test_a_state_folder_is_not_a_file(monkey: pytest.MonkeyPatch, tmp_path: Path) -> None:
    file = tmp_path / "state"
    file.touch()
    monkey.setenv("VARIORUM_STATE", str(file))

    with pytest.raises(env.NonsenseSetting, match=r"VARIORUM_STATE: .* is not a folder"):
        env.state_folder()


def test_a_folder_of_texts_must_exist(monkey: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkey.setenv("VARIORUM_TEXTS", str(tmp_path / "missing"))

    with pytest.raises(env.NonsenseSetting, match="VARIORUM_TEXTS: there is no folder"):
        env.existing_folder("VARIORUM_TEXTS")


def test_a_browser_must_be_a_program(monkey: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkey.setenv("VARIORUM_CHROMIUM", str(tmp_path))

    with pytest.raises(env.NonsenseSetting, match=r"VARIORUM_CHROMIUM: .* is not a program"):
        env.existing_program("VARIORUM_CHROMIUM")


def test_the_address_of_the_site_stands_without_its_last_slash(monkey: pytest.MonkeyPatch) -> None:
    monkey.setenv("VARIORUM_ADDRESS", "https://example.org/variorum/")

    assert env.site_address("http://127.0.0.1:8000/") == "https://example.org/variorum"


@pytest.mark.parametrize("said", ["example.org", "ftp://example.org", "https://", "http://a/?b"])
def test_what_is_no_address_of_a_site_is_refused(monkey: pytest.MonkeyPatch, said: str) -> None:
    monkey.setenv("VARIORUM_ADDRESS", said)

    with pytest.raises(env.NonsenseSetting, match=r"VARIORUM_ADDRESS: .* is no address"):
        env.site_address("http://127.0.0.1:8000/")


def test_a_misspelt_variable_of_ours_is_noticed(monkey: pytest.MonkeyPatch) -> None:
    monkey.setenv("VARIORUM_STAET", "/somewhere")

    with pytest.raises(env.NonsenseSetting) as refused:
        env.refuse_unknown()

    assert str(refused.value) == (
        "VARIORUM_STAET: there is no such setting. Did you mean VARIORUM_STATE? Else unset it."
    )


def test_a_variable_outside_the_table_is_a_fault_of_ours() -> None:
    with pytest.raises(KeyError, match="UNHEARD_OF is missing from the table"):
        env.text("UNHEARD_OF")


def test_every_variable_of_the_table_is_read_somewhere() -> None:
    code = "".join(
        file.read_text(encoding="utf-8") for file in (env.CHECKOUT / "project").rglob("*.py")
    )

    unread = {name for name in env.VARIABLES if not re.search(rf'\w\(\s*"{name}"', code)}

    assert unread == set()


def test_the_readme_names_every_variable() -> None:
    readme = (env.CHECKOUT / "README.md").read_text(encoding="utf-8")

    missing = [name for name in env.VARIABLES if f"`{name}`" not in readme]

    assert missing == []
