"""What part of a month, year, decade or century words like “early” and “the end of” leave."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Mapping

_PARTS: Mapping[str, str] = {
    "early": "early", "very early": "early", "early in": "early", "early part of": "early",
    "early months of": "early", "beginning of": "early", "start of": "early",
    "first months of": "early", "first weeks of": "early", "opening months of": "early",
    "opening weeks of": "early", "начале": "early", "đầu": "early", "turn of": "turn",
    "mid": "middle", "middle": "middle", "middle of": "middle", "mid of": "middle",
    "середине": "middle", "giữa": "middle", "late": "late", "late in": "late",
    "last months of": "late", "final months of": "late", "closing months of": "late",
    "last weeks of": "end", "final weeks of": "end", "closing weeks of": "end",
    "end of": "end", "end": "end", "year-end": "end", "close of": "end", "конце": "end",
    "cuối": "end", "first half of": "first", "second half of": "second",
    "latter half of": "second",
}  # fmt: skip
# Offsets in the unit below, first and last, of a decade (years), a year (months), a century.
_DECADE = {
    "early": (0, 3),
    "middle": (4, 6),
    "late": (7, 9),
    "end": (8, 9),
    "first": (0, 4),
    "second": (5, 9),
}
_YEAR = {
    "early": (1, 4),
    "middle": (5, 8),
    "late": (9, 12),
    "end": (12, 12),
    "first": (1, 6),
    "second": (7, 12),
}
_MONTH = {
    "early": (1, 10),
    "middle": (11, 20),
    "late": (21, 0),
    "end": (25, 0),
    "first": (1, 15),
    "second": (16, 0),
}
_CENTURY = {
    "early": (1, 30),
    "middle": (40, 60),
    "late": (70, 99),
    "end": (90, 99),
    "first": (1, 50),
    "second": (51, 99),
}


def narrowed(edtf: str, words: str) -> str:
    """The part of the period; halves are meant exactly, the others about."""
    part = _PARTS[words]
    mark = "" if part in ("first", "second") else "~"
    if part == "turn":
        return _turned(edtf)
    if edtf.endswith("XX"):
        first, last = _CENTURY[part]
        return f"{edtf[:2]}{first:02}{mark}/{edtf[:2]}{last:02}{mark}"
    if edtf.endswith("X"):
        first, last = _DECADE[part]
        return f"{edtf[:3]}{first}{mark}/{edtf[:3]}{last}{mark}"
    if len(edtf) == 4 and edtf.isdigit():
        first, last = _YEAR[part]
        if first == last:
            return f"{edtf}-{first:02}{mark}"
        return f"{edtf}-{first:02}{mark}/{edtf}-{last:02}{mark}"
    if len(edtf) == 7 and "/" not in edtf:
        first, last = _MONTH[part]
        last = last or monthrange(int(edtf[:4]), int(edtf[5:]))[1]
        return f"{edtf}-{first:02}{mark}/{edtf}-{last:02}{mark}"
    return edtf


def _turned(edtf: str) -> str:
    """The turn of a century or decade is the year in which it begins."""
    if edtf.endswith("X"):
        return edtf.replace("X", "0") + "~"
    return edtf
