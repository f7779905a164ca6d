"""Pages and fragments, and how a refusal is shown."""

from __future__ import annotations

import pytest
from django.http import HttpRequest, HttpResponse
from django.test import RequestFactory

from apps.domain.refusals import Refusal
from apps.ui.middleware import RefusalMiddleware
from apps.ui.screens import render_fragment, wants_fragment


def request(**headers: str) -> HttpRequest:
    return RequestFactory(headers={name.replace("_", "-"): "true" for name in headers}).get("/")


def show(failure: Exception, **headers: str) -> HttpResponse | None:
    middleware = RefusalMiddleware(lambda _: HttpResponse())
    return middleware.process_exception(request(**headers), failure)


@pytest.mark.parametrize(
    ("headers", "wanted"),
    [
        ({}, False),
        ({"HX_Request": "true"}, True),
        ({"HX_Request": "true", "HX_Boosted": "true"}, False),
        ({"HX_Request": "true", "HX_History_Restore_Request": "true"}, False),
    ],
)
def test_only_a_swapping_request_wants_a_fragment(headers: dict[str, str], wanted: bool) -> None:
    assert wants_fragment(request(**headers)) is wanted


def test_a_refusal_is_shown_with_its_remedy() -> None:
    response = show(Refusal("“10 bln” is no reading.", remedy="Write 10."), HX_Request="true")

    assert response is not None
    assert response.status_code == 422
    assert response.content.decode() == (
        '<div id="refusal" class="refusal"><p><b>“10 bln” is no reading.</b></p>\n'
        "<p>Write 10.</p></div>\n"
    )
    assert response["HX-Retarget"] == "#refusals"


@pytest.mark.django_db
def test_without_htmx_a_refusal_is_a_page() -> None:
    response = show(Refusal("Nothing can be done."))

    assert response is not None
    assert response.status_code == 422
    assert "<h1>This cannot be done</h1>" in response.content.decode()
    assert "HX-Retarget" not in response


def test_any_other_failure_stays_loud() -> None:
    assert show(ValueError("our own mistake")) is None


def test_script_in_a_refusal_is_shown_as_text() -> None:
    response = show(Refusal("<script>x</script> is no slug."), HX_Request="true")

    assert response is not None
    assert "<script>" not in response.content.decode()


def test_a_fragment_is_answered_with_its_context() -> None:
    refusal = Refusal("No.", remedy="Yes.")

    response = render_fragment(request(), "ui/_refusal.html", status=409, refusal=refusal)

    assert response.status_code == 409
    assert "<p>Yes.</p>" in response.content.decode()
