"""The queue of contradictions, narrowed by facets, and the way from one case to the next."""

from __future__ import annotations

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.views.decorators.http import require_POST, require_safe

from apps.accounts.permissions import TeamRequest, is_allowed, may
from apps.contradictions.facets import FACETS, facets
from apps.contradictions.filters import drop_filter, keep_filter
from apps.contradictions.models import Contradiction, Filter
from apps.contradictions.querysets import ContradictionQuerySet
from apps.contradictions.queue import grouped, weighed
from apps.ui.screens import render_screen

PER_PAGE = 60


@require_safe
def queue(request: HttpRequest) -> HttpResponse:
    """Contradictions by likeliest culprit, narrowed by facets."""
    wanted = _wanted(request)
    order = _narrowed(wanted).by_what_settles_most().values_list("pk", "weight")  # type: ignore[misc]
    page = Paginator(order, PER_PAGE).get_page(request.GET.get("page"))
    context = {
        "groups": grouped(weighed(page.object_list)),
        "page": page,
        **Contradiction.objects.counted_by_state(),
        "facets": facets(Contradiction.objects.all(), wanted),
        "is_narrowed": any(wanted.values()),
        "filter": _with_filter("", request),
        "may_settle": is_allowed(request.user, "settle_contradiction"),
        "filters": _kept_by(request),
    }
    return render_screen(
        request,
        page="contradictions/contradiction_list.html",
        fragment="contradictions/_contradiction_results.html",
        context=context,
    )


@require_safe
def following(request: HttpRequest, pk: int) -> HttpResponse:
    """To the case after this one that still waits, in the order of the queue as narrowed.

    A case that was just settled has no place in it any more; ?then= names those that came after.
    """
    named = request.GET.get("then", "").split(",")
    later = later_than(request, pk)
    known = {str(number): number for number in later}
    order = [*(known[number] for number in named if number in known), *later]
    if not order:
        return redirect("contradictions:queue")
    return redirect(_with_filter(reverse("contradictions:case", args=[order[0]]), request))


def later_than(request: HttpRequest, pk: int) -> list[int]:
    """The other cases that wait, from this one on and round to it again."""
    waiting = _narrowed(_wanted(request)).open().by_what_settles_most()
    numbers = list(waiting.values_list("pk", flat=True))
    at = numbers.index(pk) if pk in numbers else 0
    return [number for number in (*numbers[at:], *numbers[:at]) if number != pk]


@require_POST
@may("annotate")
def keep(request: TeamRequest) -> HttpResponse:
    """Keep a filter under a name."""
    kept = keep_filter(
        name=request.POST.get("name", ""), query=request.POST.get("query", ""), by=request.user
    )
    return redirect(f"{reverse('contradictions:queue')}?{kept.query}")


@require_POST
@may("annotate")
def drop(request: TeamRequest, pk: int) -> HttpResponse:
    """Throw a filter of one's own away."""
    drop_filter(kept=get_object_or_404(Filter, pk=pk, person=request.user))
    return redirect("contradictions:queue")


def _kept_by(request: HttpRequest) -> list[Filter] | None:
    """The filters of the one who looks, if they may keep any."""
    if not is_allowed(request.user, "annotate") or not request.user.is_authenticated:
        return None
    return list(request.user.filters.all())


def _wanted(request: HttpRequest) -> dict[str, list[str]]:
    return {name: request.GET.getlist(name) for name in FACETS}


def _narrowed(wanted: dict[str, list[str]]) -> ContradictionQuerySet:
    return Contradiction.objects.all().listed(**wanted)


def _with_filter(address: str, request: HttpRequest) -> str:
    asked = request.GET.copy()
    asked.pop("then", None)
    return f"{address}?{asked.urlencode()}" if asked else address
