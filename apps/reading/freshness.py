"""Lets caches keep public pages, and ask each time whether what they keep is still so."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache, wraps
from gzip import compress
from hashlib import blake2b
from typing import Any, NamedTuple

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils.cache import get_conditional_response, patch_cache_control, patch_vary_headers

from apps.reading.keeping import Shelf
from apps.reading.versions import stamp
from apps.ui.screens import HTMX_HEADERS

View = Callable[..., HttpResponse]
CODE = ("apps/**/*.py", "templates/**/*.html", "static/**/*.*")
QUICKLY = 4  # of nine: half the time, and a tenth larger
ASKED = (*HTMX_HEADERS, "Accept-Encoding")


class Page(NamedTuple):
    """A page as it was sent, compressed."""

    body: bytes
    content_type: str


def revalidated(view: View) -> View:
    """A public page carries a validator that names all it is made from, and is kept under it.

    Whoever has the page is told by 304 that it is still so; nobody keeps it unasked, so that a
    change of rights holds at once. A page that was made for one person, or that may tell them
    something once, has no validator and stays with them.
    """

    @wraps(view)
    def answered(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if _is_personal(request):
            response = view(request, *args, **kwargs)
            patch_cache_control(response, private=True, no_cache=True)
            return response
        validator = _validator(request)
        unchanged = get_conditional_response(request, etag=validator)
        response = unchanged or _public(request, validator, lambda: view(request, *args, **kwargs))
        response.headers["ETag"] = validator
        patch_vary_headers(response, ASKED)
        patch_cache_control(response, public=True, max_age=0, must_revalidate=True)
        return response

    return answered


def _public(request: HttpRequest, validator: str, make: Callable[[], HttpResponse]) -> HttpResponse:
    """The answer to somebody unknown, as it is kept or newly made; it is kept compressed."""
    kept = _pages.get(validator)
    if kept is None:
        response = make()
        if response.status_code != 200 or "gzip" not in request.headers.get("Accept-Encoding", ""):
            return response
        page = Page(compress(response.content, QUICKLY, mtime=0), response.headers["Content-Type"])
        kept = _pages.keep(validator, page)
    return HttpResponse(
        kept.body, content_type=kept.content_type, headers={"Content-Encoding": "gzip"}
    )


def _validator(request: HttpRequest) -> str:
    """All that the answer to somebody unknown is made from, in short."""
    asked = [request.scheme or "", request.get_host(), request.get_full_path()]
    asked += [str(request.headers.get(name)) for name in ASKED]
    made_from = "\n".join([str(stamp()), _code(), *asked])
    return f'W/"{blake2b(made_from.encode(), digest_size=12).hexdigest()}"'


def _is_personal(request: HttpRequest) -> bool:
    tells_apart = {settings.SESSION_COOKIE_NAME, "messages"}
    return request.user.is_authenticated or bool(tells_apart & request.COOKIES.keys())


@cache
def _code() -> str:
    """When what pages are made with was last changed."""
    files = (path for pattern in CODE for path in settings.BASE_DIR.glob(pattern))
    return str(max(path.stat().st_mtime_ns for path in files))


_pages: Shelf[Page] = Shelf(bytes_at_most=32_000_000, weight=lambda page: len(page.body))
