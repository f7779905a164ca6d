"""
A caption that its rows do not fill.

Flags: a table whose caption names a period that its rows do not reach, or leave.
Why: rows were cut or added after the caption was written.
Example: a table is headed 2001–2023, and its last row is 2022.
Quiet when: the first and last row are at the ends of the period, or the table has a single row.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from apps.contradictions.findings import ANYTHING, Finding, Part, Severity
from apps.contradictions.rulebook import Group, rule
from apps.domain.spans import Span
from apps.domain.statements import Statement

# A row that is added may settle it, so all captions are looked at each time; they are few.
SCREEN = """
SELECT fact.claim_ids AS caption, array_agg(DISTINCT line.id ORDER BY line.id) AS rows
  FROM claims_measure measure
  JOIN claims_fact fact ON fact.measure_id = measure.id
 CROSS JOIN LATERAL unnest(fact.claim_ids) AS caption (id)
  JOIN claims_evidence evidence ON evidence.claim_id = caption.id AND evidence.prints_value
  JOIN annotations_passage passage ON passage.id = evidence.passage_id
  JOIN sources_block block ON block.text_id = passage.text_id
   AND block.start <= passage.start AND block."end" >= passage."end"
  JOIN sources_block body ON body.id = block.table_id
  JOIN annotations_passage cell ON cell.text_id = body.text_id
   AND cell.start >= body.start AND cell."end" <= body."end"
  JOIN claims_evidence ON claims_evidence.passage_id = cell.id AND claims_evidence.prints_value
  JOIN claims_claim line ON line.id = claims_evidence.claim_id
   AND line.review = 'accepted' AND NOT line.is_judged_wrong AND line.period_range IS NOT NULL
 WHERE measure.tells = 'rows'
 GROUP BY fact.id, fact.claim_ids
"""


@rule(code="caption-beyond-rows", severity=Severity.LIKELY, screen=SCREEN)
def caption_beyond_rows(group: Group) -> Iterator[Finding]:
    """One finding a caption, with the rows at the ends."""
    rows = [row for row in group["rows"] if row.period is not None and not row.is_loose]
    if len({row.period for row in rows}) < 2:
        return
    first = min(rows, key=lambda row: _low(row.period.span if row.period else row.hard))
    last = max(rows, key=lambda row: _high(row.period.span if row.period else row.hard))
    for caption in group["caption"]:
        if _misses(caption, first, last):
            yield _finding(caption, first, last).graded()


def _misses(caption: Statement, first: Statement, last: Statement) -> bool:
    if caption.dated is None or caption.dated.hedged or not first.period or not last.period:
        return False
    named, begin, end = caption.dated.span, first.period.span, last.period.span
    return _low(named) != _low(begin) or _high(named) != _high(end)


def _low(span: Span) -> Decimal:
    return span.low or Decimal(0)


def _high(span: Span) -> Decimal:
    return span.high or Decimal(0)


def _finding(caption: Statement, first: Statement, last: Statement) -> Finding:
    return Finding(
        rule="caption-beyond-rows",
        severity=Severity.LIKELY,
        headline=(caption.printed, f"{first.period} to {last.period}"),
        topic=caption.topic,
        says=f"{caption.label} gives {caption.printed} for the {caption.topic}; its rows go from "
        f"{first.period} to {last.period}.",
        parts=(
            Part(caption, "caption"),
            *(Part(row, "row") for row in dict.fromkeys((first, last))),
        ),
        unit=caption.unit,
        explanations=("vintage", "misprint"),
        conflicts=(frozenset({caption.key}),),
        anchor=ANYTHING,
    )
