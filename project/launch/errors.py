"""The expected ways in which setting up can fail."""

from __future__ import annotations


class CannotStart(Exception):
    """Something outside is missing or in the way; the message says what, and what to do."""
