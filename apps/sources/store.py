"""Finds the originals, which are not in the repository, by the hash of their bytes."""

from __future__ import annotations

import os
from collections.abc import Collection, Iterator
from pathlib import Path

from django.conf import settings

from apps.sources.decoding import MOST_BYTES, sha256_of


def checkout() -> Path:
    """The folder that holds this project."""
    return Path(getattr(settings, "BASE_DIR", Path(__file__).resolve().parents[2]))


def named_folder() -> Path | None:
    """The folder that the operator named in VARIORUM_TEXTS, if any."""
    folder = getattr(settings, "TEXTS_FOLDER", None)
    return Path(folder) if folder else None


def text_folders() -> tuple[Path, ...]:
    """Where originals may lie, in the order in which they are looked for."""
    usual = (checkout() / "fixtures" / "texts", checkout().parent / "shared" / "sources")
    return tuple(folder for folder in (named_folder(), *usual) if folder and folder.is_dir())


def recognised(wanted: Collection[str]) -> dict[str, Path]:
    """For each wanted SHA-256 that some file has, the first such file, whatever its name."""
    found: dict[str, Path] = {}
    for path in _files():
        if len(found) == len(set(wanted)):
            break
        sha256 = _hash_of(path)
        if sha256 in wanted:
            found.setdefault(sha256, path)
    return found


def _files() -> Iterator[Path]:
    for folder in text_folders():
        for place, below, names in os.walk(folder):
            below[:] = sorted(name for name in below if not name.startswith("."))
            for name in sorted(names):
                path = Path(place) / name
                if not name.startswith(".") and _may_be_text(path):
                    yield path


def _may_be_text(path: Path) -> bool:
    return path.is_file() and path.stat().st_size <= MOST_BYTES


def _hash_of(path: Path) -> str:
    try:
        return sha256_of(path.read_bytes())
    except PermissionError:
        # A file that we may not read is no original that we could install.
        return ""
