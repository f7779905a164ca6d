"""The one expected failure, kept at the bottom so that every room may raise it."""

from __future__ import annotations

LONGEST_QUOTE = 60


class Refusal(Exception):
    """Says what is wrong with the thing it names, and what to do about it."""

    def __init__(self, message: str, remedy: str = "") -> None:
        super().__init__(message, remedy)
        self.message = message
        self.remedy = remedy

    def __str__(self) -> str:
        return f"{self.message} {self.remedy}".strip()


class Stale(Refusal):
    """What somebody changes is no longer what they saw."""


def quoted(text: str) -> str:
    """The text in quotation marks, fit to be shown: shortened, control characters spelled out."""
    shown = text if len(text) <= LONGEST_QUOTE else text[: LONGEST_QUOTE - 1] + "…"
    return "“" + "".join(c if c.isprintable() else ascii(c)[1:-1] for c in shown) + "”"
