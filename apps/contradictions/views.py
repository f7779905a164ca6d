"""The queue, the case page, the verdict, and the rules."""

from __future__ import annotations

from typing import Any

from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST, require_safe

from apps.accounts.permissions import TeamRequest, is_allowed, may
from apps.contradictions import actions
from apps.contradictions.case_page import case_page
from apps.contradictions.forms import HINTS, VerdictForm
from apps.contradictions.models import Contradiction, Severity
from apps.contradictions.queue import grouped
from apps.contradictions.rulebook import rules
from apps.domain.refusals import Refusal
from apps.sources.models import Source
from apps.ui.screens import render_screen

PER_PAGE = 60
UNPROCESSABLE = 422
PRECONDITION_FAILED = 412


@require_safe
def queue(request: HttpRequest) -> HttpResponse:
    """Contradictions by likeliest culprit, narrowed by facets."""
    wanted = {name: request.GET.getlist(name) for name in ("state", "rule", "severity", "source")}
    cases = Contradiction.objects.public().narrowed(**wanted).in_brief()
    page = Paginator(cases, PER_PAGE).get_page(request.GET.get("page"))
    context = {
        "groups": grouped(page.object_list),
        "page": page,
        "open": Contradiction.objects.open().count(),
        "settled": Contradiction.objects.settled().count(),
        "facets": _facets(wanted),
        "is_narrowed": any(wanted.values()),
    }
    return render_screen(
        request,
        page="contradictions/contradiction_list.html",
        fragment="contradictions/_contradiction_results.html",
        context=context,
    )


def _facets(wanted: dict[str, list[str]]) -> list[dict[str, Any]]:
    """What one can narrow by, each with how many there are."""
    public = Contradiction.objects.public()
    titles = {code: declared.title for code, declared in rules().items()}
    sources = {source.slug: source.short_name for source in Source.objects.all()}
    facets = [
        ("state", "State", dict(Contradiction.State.choices), public.counted_by("state")),
        ("rule", "Rule", titles, public.counted_by("rule")),
        ("severity", "Severity", dict(Severity.choices), public.counted_by("severity")),
        ("source", "Source", sources, public.counted_by_source()),
    ]
    return [
        {
            "name": name,
            "title": title,
            "choices": [
                (value, labels.get(value, value), count, value in wanted[name])
                for value, count in counts
            ],
        }
        for name, title, labels, counts in facets
    ]


@require_safe
def case(request: HttpRequest, pk: int) -> HttpResponse:
    """One contradiction with its claims side by side, the arithmetic, the verdict."""
    contradiction = _case_or_404(pk)
    form = VerdictForm(contradiction=contradiction, initial={"version": contradiction.version})
    return _case_screen(request, contradiction, form)


@require_POST
@may("settle_contradiction")
def settle(request: TeamRequest, pk: int) -> HttpResponse:
    """Give a verdict."""
    contradiction = _case_or_404(pk)
    form = VerdictForm(request.POST, contradiction=contradiction)
    if not form.is_valid():
        return _case_screen(request, contradiction, form, status=UNPROCESSABLE)
    try:
        actions.settle(
            contradiction=contradiction,
            verdict=form.verdict,
            by=request.user,
            version=form.cleaned_data["version"],
        )
    except Refusal as refusal:
        return _refused(request, pk, refusal)
    return redirect(contradiction)


def _refused(request: HttpRequest, pk: int, refusal: Refusal) -> HttpResponse:
    """What was typed, beside the case as it is now: it can be sent once more, and is not lost."""
    contradiction = _case_or_404(pk)
    typed = request.POST.copy()
    typed["version"] = str(contradiction.version)
    form = VerdictForm(typed, contradiction=contradiction)
    form.full_clean()
    form.add_error(None, str(refusal))
    if not isinstance(refusal, actions.Stale):
        return _case_screen(request, contradiction, form, status=UNPROCESSABLE)
    seen = contradiction.said_at(int(request.POST["version"]))
    return _case_screen(request, contradiction, form, status=PRECONDITION_FAILED, seen=seen)


@require_POST
@may("settle_contradiction")
def take(request: TeamRequest, pk: int) -> HttpResponse:
    """Say that one is working on it."""
    contradiction = _case_or_404(pk)
    actions.take(contradiction=contradiction, by=request.user)
    return redirect(contradiction)


@require_POST
@may("settle_contradiction")
def reopen(request: TeamRequest, pk: int) -> HttpResponse:
    """Take a verdict back into question."""
    contradiction = _case_or_404(pk)
    actions.reopen(
        contradiction=contradiction, by=request.user, reason=request.POST.get("reason", "")
    )
    return redirect(contradiction)


def _case_or_404(pk: int) -> Contradiction:
    return get_object_or_404(Contradiction.objects.in_full(), pk=pk)


def _case_screen(
    request: HttpRequest,
    contradiction: Contradiction,
    form: VerdictForm,
    *,
    status: int = 200,
    seen: str = "",
) -> HttpResponse:
    context = {
        "case": contradiction,
        "page": case_page(contradiction, request.user),
        "form": form,
        "hints": HINTS,
        "seen": seen,
        "may_settle": is_allowed(request.user, "settle_contradiction"),
        "steps": contradiction.steps.select_related("by"),
        "verdicts": contradiction.verdicts.select_related("given_by"),
    }
    return render(request, "contradictions/contradiction_detail.html", context, status=status)


@require_safe
def rule_list(request: HttpRequest) -> HttpResponse:
    """What is checked."""
    counts = dict(Contradiction.objects.public().counted_by("rule"))
    listed = [(declared, counts.get(code, 0)) for code, declared in rules().items()]
    return render(request, "contradictions/rule_list.html", {"rules": listed})


@require_safe
def rule_detail(request: HttpRequest, code: str) -> HttpResponse:
    """One rule's page, from its docstring, with what it found."""
    declared = rules().get(code)
    if declared is None:
        raise Http404(f"There is no rule “{code}”.")
    cases = Contradiction.objects.public().narrowed(rule=[code]).in_brief()
    context = {"rule": declared, "groups": grouped(cases)}
    return render(request, "contradictions/rule_detail.html", context)
