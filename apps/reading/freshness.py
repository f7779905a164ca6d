"""Lets caches keep public pages, and ask each time whether what they keep is still so."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache, wraps
from hashlib import blake2b
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils.cache import patch_cache_control
from django.views.decorators.http import etag

from apps.reading.versions import stamp
from apps.ui.screens import HTMX_HEADERS

View = Callable[..., HttpResponse]
CODE = ("apps/**/*.py", "templates/**/*.html", "static/**/*.*")


def revalidated(view: View) -> View:
    """A public page carries a validator, and 304 answers whoever has it as it is.

    Nobody keeps it unasked, so that a change of rights holds at once. A page that was made for
    one person, or that may tell them something once, has no validator and stays with them.
    """
    conditional = etag(_validator)(view)

    @wraps(view)
    def answered(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        response = conditional(request, *args, **kwargs)
        if _is_personal(request):
            patch_cache_control(response, private=True, no_cache=True)
        else:
            patch_cache_control(response, public=True, max_age=0, must_revalidate=True)
        return response

    return answered


def _validator(request: HttpRequest, *_: Any, **__: Any) -> str | None:
    """All that the answer to somebody unknown is made from."""
    if _is_personal(request):
        return None
    asked = [request.scheme, request.get_host(), request.get_full_path()]
    asked += [str(request.headers.get(name)) for name in HTMX_HEADERS]
    made_from = "\n".join([stamp(), _code(), *asked])
    return f'"{blake2b(made_from.encode(), digest_size=12).hexdigest()}"'


def _is_personal(request: HttpRequest) -> bool:
    tells_apart = {settings.SESSION_COOKIE_NAME, "messages"}
    return request.user.is_authenticated or bool(tells_apart & request.COOKIES.keys())


@cache
def _code() -> str:
    """When what pages are made with was last changed."""
    files = (path for pattern in CODE for path in settings.BASE_DIR.glob(pattern))
    return str(max(path.stat().st_mtime_ns for path in files))
