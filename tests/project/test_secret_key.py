"""The key that signs sessions is given, or made once and kept."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from project.env import NonsenseSetting
from project.secret_key import kept_key, secret_key


def test_a_state_makes_its_key_once_and_keeps_it_from_others(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.delenv("SECRET_KEY", raising=False)

    first = secret_key(tmp_path, has_own_server=False)
    again = secret_key(tmp_path, has_own_server=False)

    assert first == again
    assert len(first) >= 50
    assert (tmp_path / "secret-key").stat().st_mode & 0o077 == 0


def test_several_who_ask_at_once_get_the_same_key(tmp_path: Path) -> None:
    with ThreadPoolExecutor(8) as several:
        keys = set(several.map(kept_key, [tmp_path / "secret-key"] * 8))

    assert len(keys) == 1
    assert [file.name for file in tmp_path.iterdir()] == ["secret-key"]


def test_a_server_of_ones_own_needs_a_key_of_ones_own(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.delenv("SECRET_KEY", raising=False)

    with pytest.raises(NonsenseSetting, match="SECRET_KEY: it is not set, although DATABASE_URL"):
        secret_key(tmp_path, has_own_server=True)


def test_a_short_key_is_refused_without_showing_it(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("SECRET_KEY", "sesame")

    with pytest.raises(NonsenseSetting) as refused:
        secret_key(tmp_path, has_own_server=True)

    assert "SECRET_KEY: it has 6 characters, and 50 are needed." in str(refused.value)
    assert "sesame" not in str(refused.value)
