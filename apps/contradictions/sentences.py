"""Tells which claims were read from one sentence."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from itertools import pairwise
from typing import NamedTuple

from django.db import connection

# Where the wording is not installed, claims as close as this count as of one sentence.
CLOSE = 40
# Nobody looks for the same sentence further on.
FAR = 400
SENTENCE_ENDS = re.compile(r"[.!?…][^\w\s]*\s+[^\w\s]*([^\W\d_])")

# Where claims stand in the current originals, and in which block; that is not known where the
# wording is not installed, but the record edition has its tables too. Cells speak for themselves.
PLACES = """
WITH placed AS (
  SELECT claim.key, sources_text.kind, passage.text_id, passage.start, passage."end",
         coalesce(block.id, 0) AS block, coalesce(block.kind, '') AS block_kind
    FROM claims_claim claim
    JOIN claims_evidence evidence ON evidence.claim_id = claim.id AND evidence.prints_value
    JOIN annotations_passage passage ON passage.id = evidence.passage_id
    JOIN sources_text ON sources_text.id = passage.text_id AND is_current
    LEFT JOIN LATERAL (
      SELECT id, kind FROM sources_block
       WHERE text_id = passage.text_id AND start <= passage.start AND "end" >= passage."end"
       ORDER BY "end" - start LIMIT 1) AS block ON true
   WHERE claim.key = ANY(%(keys)s)
)
SELECT key, text_id, start, "end", block, block_kind
  FROM placed
 WHERE kind = 'original'
   AND key NOT IN (SELECT key FROM placed WHERE block_kind = 'table')
 ORDER BY text_id, start, "end", key
"""
BETWEEN = """
SELECT pair.number, substr(content, pair.start, pair.length)
  FROM unnest(%(texts)s::bigint[], %(starts)s::int[], %(lengths)s::int[])
       WITH ORDINALITY AS pair (text_id, start, length, number)
  JOIN sources_text ON sources_text.id = pair.text_id
 WHERE content IS NOT NULL
"""


class Place(NamedTuple):
    """Where a claim stands: a stretch of a text, in a block."""

    claim: str
    text: int
    start: int
    end: int
    block: int
    kind: str


def sentences_of(keys: Collection[str]) -> Mapping[str, str]:
    """For each claim that stands in running words a name for its sentence."""
    with connection.cursor() as cursor:
        cursor.execute(PLACES, {"keys": sorted(keys)})
        places = [Place(*row) for row in cursor.fetchall()]
    named: dict[str, str] = {}
    for number, sentence in enumerate(_runs(places), start=1):
        for place in sentence:
            named.setdefault(place.claim, f"sentence {number}")
    return named


def _runs(places: list[Place]) -> Iterator[list[Place]]:
    joined = _joined(places)
    run = places[:1]
    for number, place in enumerate(places[1:]):
        if number not in joined:
            yield run
            run = []
        run.append(place)
    if run:
        yield run


def _joined(places: list[Place]) -> set[int]:
    """The numbers of the places that stand in one sentence with the next."""
    beside = {
        number: (one, other)
        for number, (one, other) in enumerate(pairwise(places))
        if one.block == other.block and other.start - one.end <= FAR
    }
    words = _between(list(beside.values()))
    return {
        number
        for (number, (one, other)), between in zip(beside.items(), words, strict=True)
        if one.kind == "reference"
        or (other.start - one.end <= CLOSE if between is None else not _ends(between))
    }


def _ends(words: str) -> bool:
    return any(begun[1].isupper() for begun in SENTENCE_ENDS.finditer(words))


def _between(pairs: list[tuple[Place, Place]]) -> list[str | None]:
    """The words between each two places, with the first that follows; None if not installed."""
    if not pairs:
        return []
    parameters = {
        "texts": [one.text for one, _ in pairs],
        "starts": [one.end for one, _ in pairs],
        "lengths": [max(other.start - one.end, 0) + 3 for one, other in pairs],
    }
    with connection.cursor() as cursor:
        cursor.execute(BETWEEN, parameters)
        found = dict(cursor.fetchall())
    return [found.get(number) for number in range(1, len(pairs) + 1)]
