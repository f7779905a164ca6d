"""The screen of a case, which several acts answer with."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from functools import wraps
from typing import Any

from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from apps.accounts.models import User
from apps.accounts.permissions import TeamRequest, is_allowed
from apps.contradictions.case_page import case_page
from apps.contradictions.drafting import is_typed, keep_as_sent
from apps.contradictions.forms import HINTS, VerdictForm, form_of
from apps.contradictions.models import Contradiction, Draft, Opinion
from apps.contradictions.pairs import PairSeen, pair_on
from apps.domain.refusals import Refusal

LONGEST_VERSION = 9


def sent_from_page(act: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """An act that may answer with the page of its case: who only looks is led to the case."""

    @require_http_methods(["POST", "GET", "HEAD"])
    @wraps(act)
    def sent(request: HttpRequest, pk: int) -> HttpResponse:
        if request.method != "POST":
            return redirect("contradictions:case", pk)
        return act(request, pk)

    return sent


def case_or_404(pk: int) -> Contradiction:
    """The case with all that its page shows."""
    return get_object_or_404(Contradiction.objects.in_full(), pk=pk)


def _draft_of_visitor(request: HttpRequest, contradiction: Contradiction) -> Draft | None:
    """What the one who looks has written on the case so far, if anything."""
    if not request.user.is_authenticated:
        return None
    return contradiction.drafts.filter(person=request.user).first()


def case_screen(
    request: HttpRequest,
    contradiction: Contradiction,
    form: VerdictForm | None = None,
    *,
    status: int = 200,
    **shown: Any,
) -> HttpResponse:
    """The page of the case, with the form as it was sent, else as its author left it."""
    draft = _draft_of_visitor(request, contradiction)
    pair = pair_on(contradiction, request.user)
    context = {
        "case": contradiction,
        "filter": f"?{request.GET.urlencode()}" if request.GET else "",
        "page": case_page(contradiction, request.user),
        "form": form or form_of(contradiction, _chosen(request, pair) or draft),
        "pair": pair,
        "sides": (("one", "One"), ("other", "The other")),
        "hints": HINTS,
        "draft": draft,
        "may_settle": is_allowed(request.user, "settle_contradiction"),
        **_talk(request, contradiction),
        "may_ask_what_if": is_allowed(request.user, "annotate"),
        "steps": contradiction.steps.select_related("by"),
        "verdicts": contradiction.verdicts.in_full(),
        **shown,
    }
    return render(request, "contradictions/contradiction_detail.html", context, status=status)


def sent_screen(
    request: TeamRequest,
    contradiction: Contradiction,
    form: VerdictForm,
    *,
    status: int,
    **shown: Any,
) -> HttpResponse:
    """The page with the form as it was sent, which becomes the latest draft of it."""
    with suppress(Refusal):  # the page itself says what is wrong with it
        keep_as_sent(
            contradiction=contradiction,
            typed=typed_in(request.POST),
            by=request.user,
            seen=seen_in(request.POST),
        )
    return case_screen(request, contradiction, form, status=status, **shown)


def typed_in(sent: QueryDict) -> dict[str, list[str]]:
    """What of a form goes into the draft."""
    return {name: sent.getlist(name) for name in sent if is_typed(name)}


def seen_in(sent: QueryDict) -> int:
    """The version of the case that a form was shown with; 0 where it does not say."""
    version = sent.get("version", "")
    return int(version) if version.isdecimal() and len(version) <= LONGEST_VERSION else 0


def _chosen(request: HttpRequest, pair: PairSeen | None) -> Opinion | None:
    """The verdict apart from which the consensus starts, if one of both was chosen."""
    given = pair.opinions if pair is not None and pair.is_complete else []
    numbers = {str(seen.opinion.pk): seen.opinion for seen in given}
    return numbers.get(request.GET.get("from", ""))


def _talk(request: HttpRequest, contradiction: Contradiction) -> dict[str, Any]:
    """What the team says about it, for the team; and to whom it can be handed on."""
    if not is_allowed(request.user, "annotate"):
        return {}
    editors = User.objects.editors().order_by("username")
    return {
        "may_comment": True,
        "says_to": reverse("contradictions:comment", args=[contradiction.pk]),
        "comments": contradiction.comments.select_related("by"),
        "editors": editors if contradiction.is_open else [],
    }
