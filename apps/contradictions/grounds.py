"""Reads what a verdict rests on: each line a claim, a passage, or a work outside."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from apps.annotations.models import Passage
from apps.claims.models import Claim
from apps.contradictions.models import Ground
from apps.domain.refusals import Refusal, quoted

MOST_LINES = 20
CLAIM = re.compile(r"(?:\S*/claims/)([^/\s]+)/?$")
PASSAGE = re.compile(r"(?:\S*/passages/)(\d{1,18})/?$")


def grounds_in(evidence: str) -> list[Ground]:
    """The grounds named in what an editor typed, not stored yet; what is unknown is refused."""
    lines = [line.strip() for line in evidence.splitlines() if line.strip()]
    if len(lines) > MOST_LINES:
        raise Refusal(
            f"The evidence names {len(lines)} things.", remedy=f"Name at most {MOST_LINES}."
        )
    keys = Claim.objects.accepted().filter(key__in=lines).values_list("key", flat=True)
    return [
        Ground(position=position, **named)
        for position, named in enumerate(_named(lines, frozenset(keys)))
    ]


def _named(lines: list[str], keys: frozenset[str]) -> Iterator[dict[str, Any]]:
    for line in lines:
        claim, passage = CLAIM.match(line), PASSAGE.match(line)
        if line in keys or claim:
            yield {"claim": _claim(claim.group(1) if claim else line)}
        elif passage:
            yield {"passage": _passage(int(passage.group(1)))}
        else:
            yield {"words": line}


def _claim(key: str) -> Claim:
    found = Claim.objects.accepted().filter(key=key).first()
    if found is None:
        raise Refusal(f"There is no claim {quoted(key)}.", remedy="Copy the link on its card.")
    return found


def _passage(number: int) -> Passage:
    found = Passage.objects.filter(pk=number).first()
    if found is None:
        raise Refusal(f"There is no passage {number}.", remedy="Copy the link of a passage.")
    return found
