"""Lets the rules about print read texts, and leaves out what claims tell of already."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from django.db.models import Q

from apps.claims.asking import ask
from apps.claims.models import Claim, Evidence, Fact
from apps.contradictions.findings import TEXT, Finding
from apps.contradictions.printed import PrintedCitation, PrintedEntry, PrintedText
from apps.contradictions.rulebook import rules
from apps.domain.references import Entry, Outcome
from apps.sources.blocks import layout_of
from apps.sources.models import Citation, Reference, Source, Text

Span = tuple[int, int]
# The sources on whose citations or bibliography a claim stands that answers one of these facts.
NAMED = """
SELECT DISTINCT source.slug
  FROM claims_claim claim
  JOIN claims_evidence evidence ON evidence.claim_id = claim.id AND evidence.prints_value
  JOIN annotations_passage passage ON passage.id = evidence.passage_id
  JOIN sources_text text ON text.id = passage.text_id
  JOIN sources_source source ON source.id = text.source_id
 CROSS JOIN LATERAL (
   SELECT FROM sources_reference
    WHERE text_id = text.id AND start < passage."end" AND "end" > passage.start
    UNION ALL
   SELECT FROM sources_citation
    WHERE text_id = text.id AND start < passage."end" AND "end" > passage.start) AS beneath
 WHERE claim.fact_key = ANY(%(keys)s)
"""
DASHES = str.maketrans("-—", "––")


def find_in_texts(slugs: Collection[str] | None = None) -> list[Finding]:
    """What the rules find in the current originals of these sources; None is all of them."""
    if slugs is not None and not slugs:
        return []
    readers = [declared.reads for declared in rules().values() if declared.reads]
    texts = Text.objects.originals().current().installed().select_related("source")
    if slugs is not None:
        texts = texts.filter(source__slug__in=slugs)
    found: dict[str, Finding] = {}
    for text in texts.order_by("source__slug"):
        told = _told_by_claims(text)
        printed = printed_text(text)
        for reader in readers:
            for finding in reader(printed):
                if not _is_told(finding, told):
                    found.setdefault(finding.fingerprint, finding)
    return list(found.values())


def sources_named(facts: Collection[str]) -> set[str]:
    """The sources whose texts may read otherwise when these facts, or texts, have changed.

    Claims matter to a text where they stand on its citations or its bibliography, other texts
    where it cites their sources.
    """
    named = {key.removeprefix(TEXT) for key in facts if key.startswith(TEXT)}
    if named:
        citing = Reference.objects.filter(cites__slug__in=named)
        named |= set(citing.values_list("text__source__slug", flat=True).distinct())
    return named | {slug for (slug,) in ask(NAMED, {"keys": sorted(facts)})[1]}


def printed_text(text: Text) -> PrintedText:
    """The text as the rules see it, from its stored rows."""
    references = [_entry(row) for row in text.references.select_related("cites")]
    return PrintedText(
        source=text.source.slug,
        label=text.source.short_name,
        published=text.source.published,
        text=text.pk,
        content=text.content or "",
        blocks=tuple(layout_of(text)),
        entries=tuple(references),
        citations=tuple(_citation(row, references) for row in text.citations.all()),
    )


def _entry(row: Reference) -> PrintedEntry:
    stored = _stored(row.cites) if row.cites else None
    wording = _wording(row.cites) if row.cites else ""
    return PrintedEntry(row.name, row.start, row.end, row.entry, stored, wording)


def _wording(source: Source) -> str:
    text = source.texts.originals().current().installed().first()
    return (text.content or "") if text else ""


def _stored(source: Source) -> Entry:
    """What a stored source says of itself; a supposed date says nothing."""
    return Entry(
        year=source.published[:4] if "?" not in source.published else "",
        volume=source.volume,
        issue=source.issue,
        pages=source.pages.translate(DASHES),
    )


def _citation(row: Citation, references: Sequence[PrintedEntry]) -> PrintedCitation:
    meant = tuple(references[at] for at in row.meant)
    return PrintedCitation(str(row), row.call, Outcome(row.outcome), meant)


def _told_by_claims(text: Text) -> list[Span]:
    """Where claims of the text stand that disagree with others, or did until a verdict."""
    at_odds = Fact.objects.filter(disagrees=True).values("key")
    evidence = Evidence.objects.printing().filter(
        Q(claim__fact_key__in=at_odds) | Q(claim__in=Claim.objects.judged()),
        passage__text=text,
        claim__review="accepted",
    )
    return list(evidence.values_list("passage__start", "passage__end"))


def _is_told(finding: Finding, told: Sequence[Span]) -> bool:
    return any(
        start < spot.end and spot.start < end for spot in finding.spots for start, end in told
    )


def spots_now(sightings: Sequence[tuple[str, int, int, int]]) -> Iterator[tuple[str, str]]:
    """For places of texts, what stands there now in the current text of their source."""
    texts = Text.objects.in_bulk({text for _, text, _, _ in sightings})
    for source, number, start, end in sightings:
        text = texts[number]
        words = (text.content or "")[start:end] if text.is_current else ""
        yield f"{source}:{start}-{end}", words
