"""Shows a refusal to the person who caused it; every other failure stays loud."""

from __future__ import annotations

from collections.abc import Callable
from http import HTTPStatus

from django.http import HttpRequest, HttpResponse

from apps.domain.refusals import Refusal
from apps.ui.screens import render_screen, wants_fragment

# Where base.html keeps the place for refusals of htmx requests.
REFUSALS = "#refusals"


class RefusalMiddleware:
    """Turns a Refusal into a page or fragment with status 422, and nothing else into anything."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, failure: Exception) -> HttpResponse | None:
        """Django calls this when a view raises."""
        if not isinstance(failure, Refusal):
            return None
        response = render_screen(
            request,
            page="ui/refusal.html",
            fragment="ui/_refusal.html",
            context={"refusal": failure},
            status=HTTPStatus.UNPROCESSABLE_ENTITY,
        )
        if wants_fragment(request):
            response["HX-Retarget"] = REFUSALS
            response["HX-Reswap"] = "innerHTML"
        return response
