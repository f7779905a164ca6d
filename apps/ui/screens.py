"""One way to answer with a page, or with just its fragment when htmx asks for it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.cache import patch_vary_headers

HTMX_HEADERS = ("HX-Request", "HX-Boosted", "HX-History-Restore-Request")


def wants_fragment(request: HttpRequest) -> bool:
    """Whether htmx will swap the answer into a page that is already there."""
    asked, boosted, restored = (request.headers.get(name) == "true" for name in HTMX_HEADERS)
    return asked and not boosted and not restored


def render_screen(
    request: HttpRequest,
    *,
    page: str,
    fragment: str,
    context: Mapping[str, Any],
    status: int = 200,
) -> HttpResponse:
    """Answer with the page, which includes its fragment, or with the fragment alone."""
    template = fragment if wants_fragment(request) else page
    response = render(request, template, dict(context), status=status)
    patch_vary_headers(response, HTMX_HEADERS)  # caches must not mix the two
    return response


def render_fragment(
    request: HttpRequest, fragment: str, *, status: int = 200, **context: Any
) -> HttpResponse:
    """Answer with one fragment."""
    return render(request, fragment, context, status=status)
