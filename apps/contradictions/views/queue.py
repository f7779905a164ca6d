"""The queue of contradictions, narrowed by facets."""

from __future__ import annotations

from typing import Any

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from apps.contradictions.models import Contradiction, Severity
from apps.contradictions.queue import grouped
from apps.contradictions.rulebook import rules
from apps.sources.models import Source
from apps.ui.screens import render_screen

PER_PAGE = 60


@require_safe
def queue(request: HttpRequest) -> HttpResponse:
    """Contradictions by likeliest culprit, narrowed by facets."""
    wanted = {name: request.GET.getlist(name) for name in ("state", "rule", "severity", "source")}
    cases = Contradiction.objects.public().narrowed(**wanted).in_brief()
    page = Paginator(cases, PER_PAGE).get_page(request.GET.get("page"))
    context = {
        "groups": grouped(page.object_list),
        "page": page,
        "open": Contradiction.objects.open().count(),
        "settled": Contradiction.objects.settled().count(),
        "facets": _facets(wanted),
        "is_narrowed": any(wanted.values()),
    }
    return render_screen(
        request,
        page="contradictions/contradiction_list.html",
        fragment="contradictions/_contradiction_results.html",
        context=context,
    )


def _facets(wanted: dict[str, list[str]]) -> list[dict[str, Any]]:
    """What one can narrow by, each with how many there are."""
    public = Contradiction.objects.public()
    titles = {code: declared.title for code, declared in rules().items()}
    sources = {source.slug: source.short_name for source in Source.objects.all()}
    facets = [
        ("state", "State", dict(Contradiction.State.choices), public.counted_by("state")),
        ("rule", "Rule", titles, public.counted_by("rule")),
        ("severity", "Severity", dict(Severity.choices), public.counted_by("severity")),
        ("source", "Source", sources, public.counted_by_source()),
    ]
    return [
        {
            "name": name,
            "title": title,
            "choices": [
                (value, labels.get(value, value), count, value in wanted[name])
                for value, count in counts
            ],
        }
        for name, title, labels, counts in facets
    ]
