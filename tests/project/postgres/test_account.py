"""PostgreSQL refuses to run as root, so another account is found for it."""

from __future__ import annotations

import os
import shutil
import tempfile
from pathlib import Path

import pytest

from project.postgres import account, programs
from project.postgres.account import Account
from project.postgres.errors import EmbeddedServerError
from project.postgres.places import Places

only_root = pytest.mark.skipif(os.geteuid() != 0, reason="only root chooses an account")
NOBODY = Account(uid=65534, gid=65534)


def test_an_ordinary_user_runs_it_as_that_user(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(os, "geteuid", lambda: 1000)

    assert account.choose(tmp_path / "data") == Account()


@only_root
def test_root_runs_it_as_the_owner_of_the_data(tmp_path: Path) -> None:
    os.chown(tmp_path, 65534, 65534)

    assert account.choose(tmp_path) == NOBODY


@only_root
def test_root_without_namespaces_below_a_closed_folder_is_told(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(account, "NAMESPACE", ("no-such-program",))
    tmp_path.chmod(0o700)

    with pytest.raises(EmbeddedServerError, match=r"cannot enter .*\. Set VARIORUM_STATE to"):
        account.choose(tmp_path / "postgres" / "data")


@only_root
def test_programs_below_a_closed_folder_are_copied_not_opened(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    closed, opened = tmp_path / "closed", Places.of(tmp_path / "open")
    original = programs.folder()
    wheel = original.parents[1]
    shutil.copytree(original.parent, closed / wheel.name / original.parent.name, symlinks=True)
    libraries = wheel.with_name(programs.LIBRARIES)
    if libraries.exists():
        shutil.copytree(libraries, closed / libraries.name)
    closed.chmod(0o700)
    opened.folder.mkdir(parents=True)
    for folder in (tmp_path, *tmp_path.parents):
        if folder == Path(tempfile.gettempdir()):
            break
        folder.chmod(0o755)
    monkeypatch.setattr(
        programs, "folder", lambda: closed / wheel.name / original.parent.name / "bin"
    )

    found = programs.reachable_by(NOBODY, opened)

    assert found.is_relative_to(opened.folder)
    assert programs.major_version(NOBODY, found) == "18"


def test_a_socket_folder_of_somebody_else_is_refused(tmp_path: Path) -> None:
    (tmp_path / "socket").mkdir(mode=0o755)

    with pytest.raises(EmbeddedServerError, match="is open to others or belongs to somebody else"):
        Account().make_folder(tmp_path / "socket")


def test_settings_of_other_servers_are_kept_away(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PGPORT", "6000")

    assert "PGPORT" not in account.clean_environment()
