"""The page of a case, and what editors do on it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from http import HTTPStatus
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_POST, require_safe

from apps.accounts.permissions import TeamRequest, may
from apps.contradictions import actions
from apps.contradictions.claim_review import claim_reviews
from apps.contradictions.forms import VerdictForm
from apps.contradictions.models import Contradiction
from apps.contradictions.views.queue import later_than
from apps.contradictions.views.screens import case_or_404, case_screen, sent_from_page, sent_screen
from apps.domain.refusals import Refusal, Stale

REMEMBERED = 10  # some of the next may fall with the verdict


@require_safe
def case(request: HttpRequest, pk: int) -> HttpResponse:
    """One contradiction with its claims side by side, the arithmetic, the verdict."""
    return case_screen(request, case_or_404(pk))


@require_safe
def review(request: HttpRequest, pk: int) -> HttpResponse:
    """The verdict that stands, as ClaimReview for other programs."""
    contradiction = case_or_404(pk)
    verdict = contradiction.settled_by
    if verdict is None:
        raise Http404("No verdict stands on this case.")
    reviews = claim_reviews(contradiction, verdict, request.build_absolute_uri)
    return JsonResponse(reviews, content_type="application/ld+json")


@sent_from_page
@may("settle_contradiction")
def settle(request: TeamRequest, pk: int) -> HttpResponse:
    """Give a verdict."""
    return _give(request, pk, actions.settle)


@sent_from_page
@may("settle_contradiction")
def revise(request: TeamRequest, pk: int) -> HttpResponse:
    """Give a new verdict in the place of the one that stands."""
    return _give(request, pk, actions.revise)


def _give(request: TeamRequest, pk: int, act: Callable[..., Any]) -> HttpResponse:
    contradiction = case_or_404(pk)
    form = VerdictForm(request.POST, contradiction=contradiction)
    if not form.is_valid():
        return sent_screen(request, contradiction, form, status=HTTPStatus.UNPROCESSABLE_ENTITY)
    version, later = form.cleaned_data["version"], later_than(request, pk)
    try:
        act(contradiction=contradiction, verdict=form.verdict, by=request.user, version=version)
    except Refusal as refusal:
        return refused(request, pk, refusal)
    return redirect(_back(request, contradiction, then=later[:REMEMBERED]))


def _back(request: HttpRequest, contradiction: Contradiction, then: Sequence[int] = ()) -> str:
    """To the case, with the filter of the queue that one came from, and what comes after it."""
    asked = request.GET.copy()
    if then:
        asked["then"] = ",".join(map(str, then))
    return contradiction.get_absolute_url() + (f"?{asked.urlencode()}" if asked else "")


def refused(request: TeamRequest, pk: int, refusal: Refusal) -> HttpResponse:
    """What was typed, beside the case as it is now: it can be sent once more, and is not lost."""
    contradiction = case_or_404(pk)
    typed = request.POST.copy()
    typed["version"] = str(contradiction.version)
    form = VerdictForm(typed, contradiction=contradiction)
    form.full_clean()
    form.add_error(None, str(refusal))
    if not isinstance(refusal, Stale):
        return sent_screen(request, contradiction, form, status=HTTPStatus.UNPROCESSABLE_ENTITY)
    seen = contradiction.said_at(int(request.POST["version"]))
    return sent_screen(
        request, contradiction, form, status=HTTPStatus.PRECONDITION_FAILED, seen=seen
    )


@require_POST
@may("settle_contradiction")
def take(request: TeamRequest, pk: int) -> HttpResponse:
    """Say that one is working on it."""
    return _done(request, pk, actions.take)


@require_POST
@may("settle_contradiction")
def let_go(request: TeamRequest, pk: int) -> HttpResponse:
    """Leave it to others."""
    return _done(request, pk, actions.let_go)


@require_POST
@may("settle_contradiction")
def reopen(request: TeamRequest, pk: int) -> HttpResponse:
    """Take a verdict back into question."""
    return _done(request, pk, actions.reopen, reason=request.POST.get("reason", ""))


def _done(
    request: TeamRequest, pk: int, act: Callable[..., Contradiction], **said: str
) -> HttpResponse:
    contradiction = case_or_404(pk)
    act(contradiction=contradiction, by=request.user, **said)
    return redirect(_back(request, contradiction))
