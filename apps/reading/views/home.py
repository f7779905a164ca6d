"""The first page: what this is, the sources, and what they do not agree on."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from apps.claims.models import SeriesTally
from apps.reading.news import newest_verdicts, worth_a_look
from apps.reading.tallies import source_lines, tally_of_all

SERIES_SHOWN = 4
SOURCES_SHOWN = 12


@require_safe
def home(request: HttpRequest) -> HttpResponse:
    """Sources, live counts, open contradictions worth a look, newest verdicts."""
    lines = source_lines()
    context = {
        "count": len(lines),
        "lines": lines[:SOURCES_SHOWN],
        "tally": tally_of_all(lines),
        "cases": worth_a_look(),
        "series": SeriesTally.objects.over_time()[:SERIES_SHOWN],
        "verdicts": newest_verdicts(),
    }
    return render(request, "reading/home.html", context)
