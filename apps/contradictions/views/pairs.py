"""Verdicts apart: two editors are asked, answer unseen, and their agreement is shown."""

from __future__ import annotations

from http import HTTPStatus
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST, require_safe

from apps.accounts.models import User
from apps.accounts.permissions import TeamRequest, is_allowed, may
from apps.annotations.agreeing import figures_of
from apps.annotations.models import Assignment
from apps.contradictions import pairing
from apps.contradictions.forms import VerdictForm
from apps.contradictions.models import Contradiction
from apps.contradictions.pairs import agreement
from apps.contradictions.views.cases import refused
from apps.contradictions.views.screens import case_or_404, sent_from_page, sent_screen
from apps.domain.refusals import Refusal

LONGEST_NUMBER = 9
SHOWN = 30


@require_POST
@may("settle_contradiction")
def ask_two(request: TeamRequest, pk: int) -> HttpResponse:
    """Ask two editors for a verdict each."""
    contradiction = get_object_or_404(Contradiction, pk=pk)
    one, other = (_person(request.POST.get(name, "")) for name in ("one", "other"))
    pairing.ask_two(contradiction=contradiction, one=one, other=other, by=request.user)
    return redirect(contradiction)


@sent_from_page
@may("settle_contradiction")
def opine(request: TeamRequest, pk: int) -> HttpResponse:
    """Give one's verdict apart."""
    contradiction = case_or_404(pk)
    form = VerdictForm(request.POST, contradiction=contradiction)
    if not form.is_valid():
        return sent_screen(request, contradiction, form, status=HTTPStatus.UNPROCESSABLE_ENTITY)
    try:
        pairing.give_opinion(
            contradiction=contradiction,
            verdict=form.verdict,
            by=request.user,
            version=form.cleaned_data["version"],
        )
    except Refusal as refusal:
        return refused(request, pk, refusal)
    return redirect(contradiction)


@require_POST
@may("settle_contradiction")
def call_off(request: TeamRequest, pk: int) -> HttpResponse:
    """Go back to one verdict."""
    contradiction = get_object_or_404(Contradiction, pk=pk)
    pairing.call_off(contradiction=contradiction, by=request.user)
    return redirect(contradiction)


@require_safe
def agreement_page(request: HttpRequest) -> HttpResponse:
    """How far verdicts apart agree; to the team also how far those who annotate apart do."""
    context: dict[str, Any] = {"agreement": agreement()}
    if is_allowed(request.user, "annotate"):
        done = Assignment.objects.done().in_full()[:SHOWN]
        context |= {"is_team": True, "texts": [(one, figures_of(one)) for one in done]}
    return render(request, "contradictions/agreement.html", context)


def _person(number: str) -> User:
    if not number.isdecimal() or len(number) > LONGEST_NUMBER:
        raise Refusal("It takes two editors.", remedy="Choose both.")
    person = User.objects.filter(pk=int(number), is_active=True).first()
    if person is None:
        raise Refusal("There is no such person.", remedy="Choose an editor.")
    return person
