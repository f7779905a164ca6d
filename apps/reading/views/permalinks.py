"""Lasting addresses of claims and passages, which lead to their place in the reader."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.views.decorators.http import require_safe

from apps.annotations.models import Passage
from apps.reading.audience import Audience
from apps.reading.places import claims_seen_by, place_of_claim, place_of_passage


@require_safe
def claim_permalink(request: HttpRequest, key: str) -> HttpResponse:
    """To the claim's card."""
    if not key.isprintable():  # PostgreSQL would choke on a NUL
        raise Http404("No claim has such a key.")
    claim = get_object_or_404(claims_seen_by(Audience.of(request.user)), key=key)
    return redirect(place_of_claim(claim, request.user))


@require_safe
def passage_permalink(request: HttpRequest, pk: int) -> HttpResponse:
    """To the passage in its text."""
    passage = get_object_or_404(Passage.objects.select_related("text__source"), pk=pk)
    return redirect(place_of_passage(passage, request.user))
