"""Checks the numbers under which researchers are known all over the world."""

from __future__ import annotations

import re

from stdnum import isni

ORCID = re.compile(r"([0-9]{4}-){3}[0-9]{3}[0-9X]")


def wrong_orcid(number: str) -> str:
    """What is wrong with an ORCID iD: its last sign follows from the others, so a slip is told."""
    if not ORCID.fullmatch(number):
        return "is no ORCID iD; one is written as 0000-0002-1825-0097"
    if not isni.is_valid(number):
        return "has a wrong digit: its check digit does not fit"
    return ""
