"""The rules: what is checked, and what each of them found."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from apps.contradictions.models import Contradiction
from apps.contradictions.queue import grouped
from apps.contradictions.rule_record import rule_records


@require_safe
def rule_list(request: HttpRequest) -> HttpResponse:
    """What is checked, and how each rule has fared."""
    return render(request, "contradictions/rule_list.html", {"records": rule_records()})


@require_safe
def rule_detail(request: HttpRequest, code: str) -> HttpResponse:
    """One rule's page, from its docstring, with what it found."""
    records = rule_records(code)
    if not records:
        raise Http404(f"There is no rule “{code}”.")
    cases = Contradiction.objects.public().narrowed(rule=[code]).by_what_settles_most().in_brief()
    context = {"rule": records[0].rule, "record": records[0], "groups": grouped(cases)}
    return render(request, "contradictions/rule_detail.html", context)
