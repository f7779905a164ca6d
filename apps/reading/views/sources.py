"""The list of sources."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from apps.accounts.permissions import is_allowed
from apps.claims.record_renewal import readable_now
from apps.reading.tallies import source_lines


@require_safe
def source_list(request: HttpRequest) -> HttpResponse:
    """Every source with its bibliography, its counts, and which text can be read."""
    lines = source_lines()
    readable = readable_now(request.user, [line.source for line in lines])
    context = {
        "lines": [(line, readable[line.source.pk]) for line in lines],
        "may_add": is_allowed(request.user, "add_text"),
    }
    return render(request, "reading/source_list.html", context)
