"""Finds where in the reader a claim or a passage stands, for one person."""

from __future__ import annotations

from django.db.models import QuerySet
from django.urls import reverse

from apps.annotations.models import Passage
from apps.claims.models import Claim
from apps.claims.record_renewal import readable_now
from apps.reading.audience import Audience
from apps.sources.models import Source, Text
from apps.sources.rights import Person


def claims_seen_by(audience: Audience) -> QuerySet[Claim]:
    """The claims that the audience may know of."""
    return Claim.objects.filter(review__in=audience.reviews).select_related("source")


def place_of_claim(claim: Claim, person: Person) -> str:
    """The address of the claim's card, in the edition that the person may read."""
    texts = set(claim.evidence.values_list("passage__text", flat=True))
    return _place(claim.source, texts, f"claim-{claim.pk}", person)


def place_of_passage(passage: Passage, person: Person) -> str:
    """The address of the passage, or of its source where the person may not read its text."""
    return _place(passage.text.source, {passage.text_id}, f"p-{passage.pk}", person)


def _place(source: Source, texts: set[int], anchor: str, person: Person) -> str:
    page = reverse("reading:source", args=[source.slug])
    readable = readable_now(person, [source])[source.pk]
    if readable.original is not None and readable.original.pk in texts:
        return f"{page}#{anchor}"
    if readable.record is not None and readable.record.pk in texts:
        return f"{page}?edition={Text.Kind.RECORD.value}#{anchor}"
    return page
