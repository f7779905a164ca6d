"""Series: one measure of one subject over time, and the list of all that there are."""

from __future__ import annotations

from collections.abc import Iterator

from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_safe

from apps.claims.exchange import ends
from apps.claims.models import Measure, SeriesTally
from apps.claims.wording import on_one_line
from apps.entities.models import Entity
from apps.reading.audience import Audience
from apps.reading.downloads import asks_for_csv, csv_answer
from apps.reading.facts.former import heirs
from apps.reading.facts.plots import plots
from apps.reading.facts.series import Strand, strands
from apps.reading.freshness import revalidated

SERIES_A_PAGE = 50
HEADS = (
    *("measure", "subject", "period", "source", "scope", "printed", "low", "high"),
    *("unit", "basis", "status", "claim", "standing"),
)


@require_safe
@revalidated
def series_list(request: HttpRequest) -> HttpResponse:
    """Every series, the longest first."""
    page = Paginator(SeriesTally.objects.over_time(), SERIES_A_PAGE).get_page(
        request.GET.get("page")
    )
    return render(request, "reading/series_list.html", {"known": page.object_list, "page": page})


@require_safe
@revalidated
def series_detail(request: HttpRequest, measure: str, subject: str) -> HttpResponse:
    """Lines over time, small multiples, and the table of what is drawn."""
    of = get_object_or_404(Measure, slug=measure)
    about = get_object_or_404(Entity, slug=subject)
    found = strands(of, about, Audience.of(request.user))
    if not found:
        return _elsewhere(request, of, about)
    if asks_for_csv(request):
        return csv_answer(HEADS, _cells(found))
    marks = [mark for strand in found for line in strand.lines for mark in line.marks]
    context = {
        "measure": of,
        "subject": about,
        "strands": [(strand, *plots(strand)) for strand in found],
        "sources": sorted({mark.claim.source.short_name for mark in marks}),
        "contradicted": sum(mark.is_contradicted for mark in marks),
        "count": len(marks),
        "others": SeriesTally.objects.over_time().filter(subject=about).exclude(measure=of),
    }
    return render(request, "reading/series_detail.html", context)


def _elsewhere(request: HttpRequest, of: Measure, about: Entity) -> HttpResponse:
    """An old address leads on, for now: what joined or parted the entities can be undone."""
    audience = Audience.of(request.user)
    for heir in heirs(about.slug):
        if heir != about and strands(of, heir, audience):
            asked = request.GET.urlencode()
            address = reverse("reading:series", args=[of.slug, heir.slug])
            return redirect(f"{address}{'?' if asked else ''}{asked}")
    raise Http404("Nobody tells of this over time.")


def _cells(found: list[Strand]) -> Iterator[tuple[object, ...]]:
    """A row for each claim."""
    for strand in found:
        for line in strand.lines:
            for mark in line.marks:
                claim = mark.claim
                yield (
                    *(claim.measure.slug, claim.subject.slug, claim.period, claim.source.slug),
                    *(line.scope, on_one_line(claim.printed), *ends(claim)),
                    *(claim.unit, claim.basis, claim.status, claim.key, mark.standing),
                )
