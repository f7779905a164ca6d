"""Entities that may be one, for editors to judge: joined, kept apart, or left for later."""

from __future__ import annotations

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST, require_safe

from apps.accounts.permissions import TeamRequest, may
from apps.domain.complaints import is_storable
from apps.domain.refusals import Refusal
from apps.entities.models import Entity, LookAlike
from apps.entities.resembling import resembling_pairs
from apps.entities.telling_apart import leave_for_later, take_up_again
from apps.reading.look_alikes import suspects

PAIRS_A_PAGE = 10
DECIDED_SHOWN = 10


@require_safe
@may("merge_entities")
def look_alike_list(request: TeamRequest) -> HttpResponse:
    """Pairs that are called alike, the most alike first; ?later=yes shows those laid aside."""
    later = LookAlike.objects.left_for_later()
    is_later = request.GET.get("later") == "yes"
    pairs = list(later.values_list("one", "other")) if is_later else resembling_pairs()
    page = Paginator(pairs, PAIRS_A_PAGE).get_page(request.GET.get("page"))
    context = {
        "page": page,
        "suspects": suspects(list(page.object_list)),
        "is_later": is_later,
        "later": later.count(),
        "decided": LookAlike.objects.in_full().order_by("-chosen_at", "-pk")[:DECIDED_SHOWN],
    }
    return render(request, "reading/look_alike_list.html", context)


@require_POST
@may("merge_entities")
def look_alike_later(request: TeamRequest) -> HttpResponse:
    """Lay a pair aside without judging it."""
    one, other = _pair(request)
    leave_for_later(one=one, other=other, by=request.user)
    messages.success(request, f"“{one.label}” and “{other.label}” are left for later.")
    return redirect("reading:look-alikes")


@require_POST
@may("merge_entities")
def look_alike_again(request: TeamRequest) -> HttpResponse:
    """Take up a pair that was laid aside."""
    one, other = _pair(request)
    take_up_again(one=one, other=other, by=request.user)
    messages.success(request, f"“{one.label}” and “{other.label}” wait for a judgement again.")
    return redirect("reading:look-alikes")


def _pair(request: TeamRequest) -> tuple[Entity, Entity]:
    slugs = [request.POST.get(name, "") for name in ("one", "other")]
    known = Entity.objects.living().in_bulk(slugs if is_storable(slugs) else [], field_name="slug")
    if any(slug not in known for slug in slugs):
        raise Refusal("One of the two is no entity any more.", remedy="Load the page again.")
    return known[slugs[0]], known[slugs[1]]
