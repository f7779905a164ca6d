"""The key that signs sessions: given, or made once and kept beside the embedded database."""

from __future__ import annotations

import contextlib
import os
import secrets
import tempfile
from pathlib import Path

from project import env

SHORTEST = 50


def secret_key(state: Path, *, has_own_server: bool) -> str:
    """Answer the given key, else the one that this state keeps."""
    given = env.text("SECRET_KEY")
    if given and len(given) < SHORTEST:
        env.refuse(
            "SECRET_KEY",
            f"it has {len(given)} characters, and {SHORTEST} are needed.",
            'Make one with: python3 -c "import secrets; print(secrets.token_urlsafe(50))"',
        )
    if not given and has_own_server:
        env.refuse(
            "SECRET_KEY",
            "it is not set, although DATABASE_URL is.",
            'Make one with: python3 -c "import secrets; print(secrets.token_urlsafe(50))"',
        )
    return given or kept_key(state / "secret-key")


def kept_key(file: Path) -> str:
    """Read the key of this state; the first to ask makes it, also when several ask at once."""
    if not file.exists():
        file.parent.mkdir(parents=True, exist_ok=True)
        number, draft = tempfile.mkstemp(dir=file.parent, prefix="secret-key-")
        with os.fdopen(number, "w", encoding="ascii") as opened:
            opened.write(secrets.token_urlsafe(50))
        with contextlib.suppress(FileExistsError):
            os.link(draft, file)
        Path(draft).unlink()
    return file.read_text(encoding="ascii").strip()
