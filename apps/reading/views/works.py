"""The works that the sources list."""

from __future__ import annotations

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from apps.reading.downloads import asks_for_csv, csv_answer
from apps.reading.freshness import revalidated
from apps.reading.listed_works import ListedWork, in_full, listed_works

WORKS_A_PAGE = 100
PARTS = ("year", "title", "container", "volume", "issue", "pages", "doi", "url")
HEADS = ("authors", *PARTS, "listed by")


@require_safe
@revalidated
def work_list(request: HttpRequest) -> HttpResponse:
    """Every work that a bibliography names, a hundred on a page."""
    groups = listed_works(request.user)
    if asks_for_csv(request):
        return csv_answer(HEADS, map(_cells, in_full(groups)))
    page = Paginator(groups, WORKS_A_PAGE).get_page(request.GET.get("page"))
    context = {"page": page, "works": in_full(page.object_list)}
    return render(request, "reading/work_list.html", context)


def _cells(work: ListedWork) -> tuple[str, ...]:
    parts = (getattr(work.first, name) for name in PARTS)
    return (work.signed, *parts, "; ".join(name for name, _ in work.listed))
