"""Facts: their list, and one question with every answer to it."""

from __future__ import annotations

from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_safe

from apps.claims.exchange import ends
from apps.claims.models import Fact
from apps.claims.wording import on_one_line
from apps.domain.complaints import is_storable
from apps.reading.audience import Audience
from apps.reading.downloads import asks_for_csv, csv_answer
from apps.reading.facts.answers import FactPage, fact_page
from apps.reading.facts.former import present_key
from apps.reading.facts.lines import fact_lines
from apps.reading.facts.listing import Wanted, facets, known_count
from apps.reading.facts.told import HEADS, answer_rows
from apps.reading.freshness import revalidated
from apps.ui.screens import render_screen

FACTS_A_PAGE = 50
ANSWER_HEADS = (
    *("claim", "source", "place", "printed", "low", "high", "read as", "unit", "basis", "status"),
    *("attribution", "witness", "standing"),
)


@require_safe
@revalidated
def fact_list(request: HttpRequest) -> HttpResponse:
    """Facts that fit what is asked for: fifty on a page, all as a file."""
    wanted = Wanted.read(request.GET)
    if asks_for_csv(request):
        return csv_answer(HEADS, answer_rows(wanted.facts()))
    offered = facets(wanted)
    pages = Paginator(wanted.facts().values_list("pk", flat=True), FACTS_A_PAGE)
    count = known_count(wanted, offered)
    if count is not None:
        pages.count = count
    page = pages.get_page(request.GET.get("page"))
    lines = fact_lines(Fact.objects.in_the_order_of(page.object_list))
    context = {"wanted": wanted, "facets": offered, "page": page, "lines": lines}
    return render_screen(
        request,
        page="reading/fact_list.html",
        fragment="reading/_fact_results.html",
        context=context,
    )


@require_safe
@revalidated
def fact_detail(request: HttpRequest, key: str) -> HttpResponse:
    """One question, every answer, and whether they agree."""
    found = fact_page(key, Audience.of(request.user)) if is_storable(key) else None
    if found is None:
        return _elsewhere(request, key)
    if asks_for_csv(request):
        return _answers_as_csv(found)
    return render(request, "reading/fact_detail.html", {"found": found, "fact": found.fact})


def _elsewhere(request: HttpRequest, key: str) -> HttpResponse:
    """An old address leads on, for now: what joined or parted the entities can be undone."""
    present = present_key(key, Audience.of(request.user)) if is_storable(key) else None
    if present is None:
        raise Http404("Nobody answers such a question here.")
    asked = request.GET.urlencode()
    return redirect(f"{reverse('reading:fact', args=[present])}{'?' if asked else ''}{asked}")


def _answers_as_csv(found: FactPage) -> HttpResponse:
    return csv_answer(
        ANSWER_HEADS,
        (
            (
                *(one.claim.key, one.claim.source.slug, one.heading),
                *(on_one_line(one.claim.printed), *ends(one.claim)),
                *(one.value, one.claim.unit, one.claim.basis, one.claim.status),
                *(one.claim.attribution, one.witness, one.standing),
            )
            for one in found.answers
        ),
    )
