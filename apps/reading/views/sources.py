"""The list of sources."""

from __future__ import annotations

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from apps.accounts.permissions import is_allowed
from apps.claims.record_renewal import readable_now
from apps.reading.tallies import source_lines

SOURCES_A_PAGE = 50


@require_safe
def source_list(request: HttpRequest) -> HttpResponse:
    """The sources, each with its bibliography, its counts, and which text can be read."""
    page = Paginator(source_lines(), SOURCES_A_PAGE).get_page(request.GET.get("page"))
    readable = readable_now(request.user, [line.source for line in page.object_list])
    context = {
        "page": page,
        "lines": [(line, readable[line.source.pk]) for line in page.object_list],
        "may_add": is_allowed(request.user, "add_text"),
    }
    return render(request, "reading/source_list.html", context)
