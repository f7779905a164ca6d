"""The record edition: what a source states, in our words, from its claims and tables alone."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from django.db import transaction
from django.db.models import Case, F, When
from django.db.models.functions import Coalesce

from apps.accounts.history import because
from apps.accounts.models import User
from apps.annotations.actions import passages_for, record_mentions_in
from apps.annotations.drafts import MentionDraft
from apps.annotations.models import Passage, Review
from apps.claims.models import Claim, Evidence
from apps.claims.record_sentences import how_to_read, labels_of
from apps.claims.record_sheet import Placed, Sheet
from apps.sources.actions import write_record_text
from apps.sources.models import Source, Text
from apps.sources.outlines import CUT, Heading, Outline, OutlineTable, outline_of

MOST_SENTENCES = 6
WIDEST_GAP = 700  # characters of the original between claims of one paragraph
REASON = "record edition written from the claims"

Spot = Heading | OutlineTable | Placed


@transaction.atomic
def write_record_edition(*, source: Source, by: User) -> Text:
    """Write the source's record edition anew; it is a new revision only if it says else."""
    sheet = compose(source, outline_of(source), placed_claims(source))
    text = write_record_text(
        source=source, content=sheet.content, blocks=sheet.blocks, by=by, reason=REASON
    )
    with because(by, REASON):
        _link_evidence(text, sheet, by)
    record_mentions_in(
        text=text,
        drafts=[
            MentionDraft(source.slug, start, end, entity, sheet.content[start:end])
            for start, end, entity in sheet.names
        ],
        by=by,
        reason=REASON,
        review=Review.ACCEPTED,
        revive=False,
    )
    return text


def placed_claims(source: Source) -> list[Placed]:
    """The accepted claims of a source in the order in which it states them.

    One whose passage waits for its place in a newer text stands about where that would be.
    """
    claims = Claim.objects.of_source(source).accepted().in_words().in_bulk()
    passages = Passage.objects.filter(
        evidence__claim__in=claims,
        evidence__prints_value=True,
        text__source=source,
        text__kind=Text.Kind.ORIGINAL,
    )
    near = Case(When(text__is_current=False, then=F("move__near")))
    placed_at = passages.annotate(
        at=Coalesce(near, F("start")), ends=F("at") + F("end") - F("start")
    )
    places = placed_at.order_by("evidence__pk").values_list("evidence__claim", "at", "ends")
    first = {claim: (start, end) for claim, start, end in reversed(list(places))}
    placed = [Placed(claims[claim], start, end) for claim, (start, end) in first.items()]
    return sorted(placed, key=lambda place: (place.start, place.end, place.claim.key))


def compose(source: Source, outline: Outline, placed: Sequence[Placed]) -> Sheet:
    """Set the edition: the source's own headings, its tables, and a sentence a claim."""
    sheet = Sheet()
    sheet.set_words("paragraph", _preface(outline, placed), {})
    labels = labels_of(place.claim for place in placed)
    waiting: list[Placed] = []
    for spot in _in_reading_order(outline, placed):
        if isinstance(spot, Placed):
            waiting.append(spot)
            continue
        _set_paragraphs(sheet, waiting)
        waiting = []
        if isinstance(spot, Heading):
            says = _in_full(spot, source)
            sheet.set_words("heading", says, labels, level=spot.level, lang=spot.lang)
        else:
            _set_table(sheet, spot, placed)
    _set_paragraphs(sheet, waiting)
    return sheet


def _in_full(heading: Heading, source: Source) -> str:
    """The heading; where it is cut and begins the title of the work, that title."""
    beginning = heading.text.removesuffix(CUT)
    is_title = source.title.casefold().startswith(beginning.casefold())
    return source.title if is_title and beginning != heading.text else heading.text


def _preface(outline: Outline, placed: Sequence[Placed]) -> str:
    if not placed and not outline.tables:
        return "No claims of this source have been recorded yet."
    claims = "1 claim" if len(placed) == 1 else f"{len(placed)} claims"
    tables = "1 table" if len(outline.tables) == 1 else f"{len(outline.tables)} tables"
    beside = f" and {tables}" if outline.tables else ""
    return (
        f"What this source states, in the words of this site: {claims}{beside}, "
        "in the order of the source and under its own headings."
    )


def _in_reading_order(outline: Outline, placed: Sequence[Placed]) -> list[Spot]:
    """Headings under which something stands, tables, and the claims outside tables."""
    loose = [p for p in placed if not any(_holds(table, p) for table in outline.tables)]
    stated = [p.start for p in loose] + [table.start for table in outline.tables]
    headings = [h for h, end in _sections(outline.headings) if _any_within(stated, h.start, end)]
    return sorted([*headings, *outline.tables, *loose], key=lambda spot: spot.start)


def _sections(headings: Sequence[Heading]) -> Iterator[tuple[Heading, int | None]]:
    """Each heading with the place where its section ends; None for the end of the text."""
    for place, heading in enumerate(headings):
        later = (h.start for h in headings[place + 1 :] if h.level <= heading.level)
        yield heading, next(later, None)


def _any_within(starts: Sequence[int], low: int, high: int | None) -> bool:
    return any(low <= start and (high is None or start < high) for start in starts)


def _holds(table: OutlineTable, placed: Placed) -> bool:
    return table.start <= placed.start < table.end


def _set_table(sheet: Sheet, table: OutlineTable, placed: Sequence[Placed]) -> None:
    inside = [p for p in placed if _holds(table, p)]
    homeless = sheet.set_table(table, inside)
    claims = [p.claim for p in inside]
    if claims:
        sheet.set_words("paragraph", how_to_read(table.label, claims), labels_of(claims))
    if homeless:
        sheet.set_paragraph(homeless)


def _set_paragraphs(sheet: Sheet, placed: Sequence[Placed]) -> None:
    """Set claims that stand close together as one paragraph, as long as it stays short."""
    if not placed:
        return
    paragraph = [placed[0].claim]
    for before, place in pairwise(placed):
        if place.start - before.end > WIDEST_GAP or len(paragraph) == MOST_SENTENCES:
            sheet.set_paragraph(paragraph)
            paragraph = []
        paragraph.append(place.claim)
    sheet.set_paragraph(paragraph)


def _link_evidence(text: Text, sheet: Sheet, by: User) -> None:
    """Let each claim point to its place in the edition too."""
    spans = {(start, end, sheet.content[start:end]) for _, start, end in sheet.evidence}
    passages = passages_for(text=text, spans=spans, by=by)
    wanted = {(claim.pk, passages[start, end].pk) for claim, start, end in sheet.evidence}
    # Without joins: right after a load PostgreSQL knows nothing of the tables and plans badly.
    on_them = Evidence.objects.filter(passage__in=passages.values()).order_by()
    there = set(on_them.values_list("claim_id", "passage_id"))
    Evidence.objects.bulk_create(
        Evidence(claim_id=claim, passage_id=passage) for claim, passage in sorted(wanted - there)
    )
