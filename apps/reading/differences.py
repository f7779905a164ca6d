"""Sets two wordings side by side, with what went and what came marked as such."""

from __future__ import annotations

import re
from collections.abc import Sequence

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from rapidfuzz.distance import Indel

TOKEN = re.compile(r"\w+|\s+|[^\w\s]")
GONE = "<del>{}</del>"
CAME = "<ins>{}</ins>"


def by_word(old: str, new: str) -> tuple[SafeString, SafeString]:
    """Both wordings, other words marked in each."""
    return _marked(TOKEN.findall(old), TOKEN.findall(new))


def by_letter(old: str, new: str) -> tuple[SafeString, SafeString]:
    """Both wordings, other letters marked in each."""
    return _marked(list(old), list(new))


def _marked(old: Sequence[str], new: Sequence[str]) -> tuple[SafeString, SafeString]:
    left, right = [], []
    for step in Indel.opcodes(old, new):
        gone = "".join(old[step.src_start : step.src_end])
        came = "".join(new[step.dest_start : step.dest_end])
        if step.tag == "equal":
            left.append(format_html("{}", gone))
            right.append(format_html("{}", came))
        if step.tag == "delete":
            left.append(format_html(GONE, gone))
        if step.tag == "insert":
            right.append(format_html(CAME, came))
    return _joined(left), _joined(right)


def _joined(pieces: Sequence[SafeString]) -> SafeString:
    return format_html_join("", "{}", ((piece,) for piece in pieces))
