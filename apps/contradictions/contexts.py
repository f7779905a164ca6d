"""The print around a claim: the rows beside its cell, or the words around its passage."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import reduce
from operator import or_
from typing import Any

from django.db.models import Q

from apps.accounts.permissions import is_allowed
from apps.claims.excerpts import excerpts_for_public, shown_between
from apps.claims.models import Claim, Evidence
from apps.claims.record_renewal import readable_now
from apps.claims.wording import on_one_line
from apps.sources.models import Block, Cell, Source, Text
from apps.sources.rights import Person, may_read_original

WORDS_AROUND = 20
ROWS_AROUND = 1

Context = Mapping[str, Any]


def contexts_of(claims: Sequence[Claim], person: Person) -> dict[int, Context]:
    """For each claim, by its key, its print in the text that this person may read."""
    evidence = _readable_evidence(claims, person)
    contents = dict(
        Text.objects.filter(
            pk__in={piece.passage.text_id for piece in evidence.values()}
        ).values_list("pk", "content")
    )
    blocks = _blocks_around(evidence.values())
    quoted = {} if is_allowed(person, "read_everything") else excerpts_for_public(claims)
    found: dict[int, Context] = {}
    for claim in claims:
        piece = evidence.get(claim.pk)
        if piece is None:
            found[claim.pk] = {"kind": "none"}
        else:
            content = contents[piece.passage.text_id] or ""
            found[claim.pk] = _context(piece, content, _block_of(piece, blocks))
        if claim.pk in quoted and found[claim.pk]["kind"] != "cell":
            found[claim.pk] = {"kind": "excerpt", "excerpt": quoted[claim.pk]}
    return found


def _readable_evidence(claims: Sequence[Claim], person: Person) -> dict[int, Evidence]:
    """For each claim a piece of evidence in a text that this person may read, the present one
    before those whose place it took."""
    sources: list[Source] = list({claim.source_id: claim.source for claim in claims}.values())
    texts = [readable.text for readable in readable_now(person, sources).values()]
    present = Q(passage__text__in=[text for text in texts if text is not None])
    former = Q(
        passage__text__kind=Text.Kind.ORIGINAL,
        passage__text__is_current=False,
        passage__text__content__isnull=False,
        passage__text__source__in=[s for s in sources if may_read_original(s, person)],
    )
    pieces = Evidence.objects.printing().filter(present | former, claim__in=claims)
    pieces = pieces.select_related("passage").order_by("passage__text__is_current", "pk")
    return {piece.claim_id: piece for piece in pieces}


def _blocks_around(evidence: Iterable[Evidence]) -> list[Block]:
    """The blocks in which the passages stand, in reading order, with their cells."""
    places = [
        Q(text=piece.passage.text_id, start__lte=piece.passage.start, end__gte=piece.passage.end)
        for piece in evidence
    ]
    if not places:
        return []
    return list(Block.objects.filter(reduce(or_, places)).prefetch_related("cells"))


def _block_of(piece: Evidence, blocks: Iterable[Block]) -> Block | None:
    passage = piece.passage
    around = [
        block
        for block in blocks
        if block.text_id == passage.text_id
        and block.start <= passage.start
        and passage.end <= block.end
    ]
    # A paragraph healed across a table encloses the table: the smallest block is the right one.
    return min(around, key=lambda block: block.end - block.start, default=None)


def _context(piece: Evidence, content: str, block: Block | None) -> Context:
    if block is not None and block.kind == Block.Kind.TABLE:
        cells = list(block.cells.all())
        start = piece.passage.start
        here = next((cell for cell in cells if cell.start <= start < cell.end), None)
        if here is not None:
            return {
                **_rows_around(cells, here, content),
                "kind": "cell",
                "label": block.label,
                "passage": piece.passage,
            }
    return _words_around(piece, content, block)


def _rows_around(cells: Sequence[Cell], here: Cell, content: str) -> Context:
    """Heads and the rows next to the cell, as the table prints them."""
    heads = sorted({cell.row for cell in cells if cell.role == Cell.Role.HEAD})
    body = sorted({cell.row for cell in cells} - set(heads))
    shown_heads = [row for row in heads if row < here.row][-1:]
    shown_rows = [row for row in body if abs(row - here.row) <= ROWS_AROUND]
    return {
        "head": [cell for row in shown_heads for cell in _row(cells, row, here, content)],
        "rows": [_row(cells, row, here, content) for row in shown_rows],
    }


def _row(cells: Sequence[Cell], row: int, here: Cell, content: str) -> list[dict[str, Any]]:
    return [
        {
            "words": content[cell.start : cell.end].strip(),
            "is_head": cell.role != Cell.Role.VALUE,
            "is_here": cell.pk == here.pk,
            "span": cell.span,
        }
        for cell in cells
        if cell.row == row
    ]


def _words_around(piece: Evidence, content: str, block: Block | None) -> Context:
    """At most 40 words around the passage, none from beyond its block."""
    passage = piece.passage
    runs = block.runs if block else []
    before = shown_between(content, runs, 0, passage.start).split()
    after = shown_between(content, runs, passage.end, len(content)).split()
    return {
        "kind": "words",
        "before": " ".join(before[-WORDS_AROUND:]),
        "quote": on_one_line(passage.quote),
        "after": " ".join(after[:WORDS_AROUND]),
        "cut_before": len(before) > WORDS_AROUND,
        "cut_after": len(after) > WORDS_AROUND,
        "passage": passage,
    }
