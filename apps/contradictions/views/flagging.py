"""Where people flag a contradiction that no rule found."""

from __future__ import annotations

from http import HTTPStatus

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST, require_safe

from apps.accounts.permissions import TeamRequest, may
from apps.contradictions.flagging import flag
from apps.domain.refusals import Refusal

FIELDS = ("one", "other", "sentence")
TEMPLATE = "contradictions/contradiction_form.html"


@require_safe
@may("annotate")
def flag_form(request: TeamRequest) -> HttpResponse:
    """The form, with the first place filled in where one comes from it."""
    return render(request, TEMPLATE, {"typed": {"one": request.GET.get("one", "")}})


@require_POST
@may("annotate")
def flag_add(request: TeamRequest) -> HttpResponse:
    """Make the case, or say what is missing beside what was typed."""
    typed = {name: request.POST.get(name, "") for name in FIELDS}
    try:
        case = flag(
            places=[typed["one"], typed["other"]], sentence=typed["sentence"], by=request.user
        )
    except Refusal as refusal:
        shown = {"typed": typed, "refusal": refusal}
        return render(request, TEMPLATE, shown, status=HTTPStatus.UNPROCESSABLE_ENTITY)
    return redirect(case)
