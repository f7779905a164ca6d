"""The timeline of dated events."""

from __future__ import annotations

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from apps.entities.models import Entity
from apps.reading.downloads import asks_for_csv, csv_answer
from apps.reading.facts.timeline import Chosen, Event, events, histogram, kinds_of_dates
from apps.reading.freshness import revalidated
from apps.sources.models import Source
from apps.ui.screens import render_screen

EVENTS_A_PAGE = 50


@require_safe
@revalidated
def timeline(request: HttpRequest) -> HttpResponse:
    """Dated events in the order of time, fifty on a page."""
    chosen = Chosen.read(request.GET)
    facts = chosen.facts()
    page = Paginator(facts, EVENTS_A_PAGE).get_page(request.GET.get("page"))
    if asks_for_csv(request):
        return _as_csv(events(list(facts)))
    context = {
        "chosen": chosen,
        "entity": Entity.objects.standing_for(chosen.entity) if page.object_list else None,
        "kinds": kinds_of_dates(),
        "sources": Source.objects.order_by("position", "slug"),
        "page": page,
        "events": events(list(page.object_list)),
        "histogram": histogram(facts),
    }
    return render_screen(
        request,
        page="reading/timeline.html",
        fragment="reading/_event_results.html",
        context=context,
    )


def _as_csv(found: list[Event]) -> HttpResponse:
    lines = [(event.when, event.line) for event in found]
    return csv_answer(
        ("when", "fact", "question", "places", "witnesses", "standing"),
        (
            (when, line.fact.key, line.question, told.places, told.witnesses, told.standing.value)
            for when, line in lines
            for told in [line.agreement]
        ),
    )
