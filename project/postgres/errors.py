"""The one failure of the embedded server, worded for the person who started it."""

from __future__ import annotations

from pathlib import Path

LINES_SHOWN = 15

ADVICE = (
    (
        "No space left on device",
        "The disk is full. Free some space and start again; nothing is lost.",
    ),
    (
        "Permission denied",
        "Some of its files belong to another user. Start as the user who owns them.",
    ),
)
LAST_RESORT = (
    "If the data cannot be mended, move {folder} away (keep it: what people added lies there) "
    "and start again with an empty database, or set DATABASE_URL to a server of your own."
)


class EmbeddedServerError(RuntimeError):
    """The embedded PostgreSQL cannot do what was asked; the message says why and what to do."""


def did_not_start(folder: Path, log: Path, written_before: int) -> EmbeddedServerError:
    """Say what the server wrote before it gave up this time, and what to do about it."""
    tail = _last_lines(log, written_before)
    return EmbeddedServerError(
        f"The embedded PostgreSQL in {folder} did not start. Last lines of {log}:\n"
        f"{tail}\n{advice_on(tail, folder)}"
    )


def advice_on(words: str, folder: Path) -> str:
    """Choose the remedy that fits what PostgreSQL said."""
    for cause, remedy in ADVICE:
        if cause in words:
            return remedy
    return LAST_RESORT.format(folder=folder)


def _last_lines(log: Path, written_before: int) -> str:
    written = log.read_bytes() if log.exists() else b""
    lines = (written[written_before:] or written).decode(errors="replace").splitlines()
    return "\n".join(f"  {line}" for line in lines[-LINES_SHOWN:]) or "  (it wrote nothing)"
