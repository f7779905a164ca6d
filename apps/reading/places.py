"""Finds where in the reader a claim or a passage stands, for one person."""

from __future__ import annotations

from django.db.models import QuerySet
from django.urls import reverse

from apps.annotations.models import Move, Passage
from apps.claims.models import Claim
from apps.claims.record_renewal import readable_now
from apps.reading.audience import Audience
from apps.reading.frame import frame_of
from apps.reading.sight import Sight
from apps.sources.models import Source
from apps.sources.rights import Person, former_revisions


def claims_seen_by(audience: Audience) -> QuerySet[Claim]:
    """The claims that the audience may know of."""
    return Claim.objects.filter(review__in=audience.reviews).select_related("source")


def place_of_claim(claim: Claim, person: Person) -> str:
    """The address of the claim's card, in the edition that the person may read."""
    places = claim.evidence.printing().values_list("passage__text", "passage__start")
    texts = dict(places.order_by("-passage__start"))
    return _place(claim.source, texts, f"claim-{claim.pk}", person)


def place_of_passage(passage: Passage, person: Person) -> str:
    """The address of the passage, or of its source where the person may not read its text."""
    newest = present_passage(passage)
    return _place(passage.text.source, {newest.text_id: newest.start}, f"p-{newest.pk}", person)


def present_passage(passage: Passage) -> Passage:
    """Where the passage stands since better texts took the place of its own."""
    while (move := Move.objects.select_related("to").filter(passage=passage).first()) and move.to:
        passage = move.to
    return passage


def _place(source: Source, texts: dict[int, int], anchor: str, person: Person) -> str:
    """Leads to the row that shows the offset, with all of its cards."""
    page = reverse("reading:source", args=[source.slug])
    readable = readable_now(person, [source])[source.pk]
    former = former_revisions(source, person).filter(pk__in=texts).last()
    for text in (readable.original, readable.record, former):
        if text is not None and text.pk in texts:
            block = frame_of(text).row_at(texts[text.pk]).position
            query = Sight(text, Audience.of(person)).query
            return f"{page}{query}cards={block}#{anchor}"
    return page
