"""What would fall, and what would appear, if one claim were wrong."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from apps.accounts.permissions import TeamRequest, may
from apps.claims.models import Claim
from apps.claims.places import heading, places_of
from apps.claims.wording import printed_with_unit, topic
from apps.contradictions.outlook import without


@require_safe
@may("annotate")
def what_if(request: TeamRequest, key: str) -> HttpResponse:
    """The same network without the claim; nothing is stored."""
    claim = get_object_or_404(Claim.objects.accepted().in_words(), key=key)
    context = {
        "claim": claim,
        "heading": heading(claim, places_of([claim])[claim.pk]),
        "printed": printed_with_unit(claim),
        "topic": topic(claim),
        "outlook": None if claim.is_judged_wrong else without(claim=claim, by=request.user),
    }
    return render(request, "contradictions/what_if.html", context)
