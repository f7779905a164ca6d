"""The rules: what is checked, and what each of them found."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from apps.contradictions.models import Contradiction
from apps.contradictions.queue import grouped
from apps.contradictions.rulebook import rules


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
