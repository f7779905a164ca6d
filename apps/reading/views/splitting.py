"""Splitting an entity in two, after a look at what would go, and putting it together again."""

from __future__ import annotations

from http import HTTPStatus
from typing import Any

from django.contrib import messages
from django.http import HttpResponse, QueryDict
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods, require_POST

from apps.accounts.permissions import TeamRequest, may
from apps.domain.complaints import is_storable
from apps.domain.refusals import Refusal
from apps.entities.models import Entity, Split
from apps.entities.splitting import split_entity, undo_split
from apps.reading.split_choices import Narrowed, Typed, draft_of, offered, preview_split


@require_http_methods(["GET", "HEAD", "POST"])
@may("merge_entities")
def entity_split(request: TeamRequest, slug: str) -> HttpResponse:
    """Choose what a new entity is given; ?q= and ?source= narrow. A POST previews, then splits."""
    origin = get_object_or_404(Entity.objects.living(), slug=slug)
    if request.method != "POST":
        ticks_all = request.GET.get("tick") == "all"
        return _screen(request, origin, Typed.read(QueryDict()), ticks_all=ticks_all)
    typed = Typed.read(request.POST)
    try:
        if "sure" in request.POST:
            draft, reason = draft_of(origin, typed), typed.reason
            split = split_entity(origin=origin, draft=draft, by=request.user, reason=reason)
            messages.success(request, f"“{split.made}” is split off from “{origin.label}”.")
            return redirect(split.made)
        preview = preview_split(origin=origin, typed=typed, by=request.user)
    except Refusal as refusal:
        return _screen(request, origin, typed, refusal=refusal)
    return _screen(request, origin, typed, preview=preview)


def _screen(request: TeamRequest, origin: Entity, typed: Typed, **shown: Any) -> HttpResponse:
    narrowed = Narrowed.read(request.GET)
    context = {
        "entity": origin,
        "typed": typed,
        "narrowed": narrowed,
        "offer": offered(origin, narrowed),
        "kinds": Entity.Kind.choices,
        "kind": typed.words["kind"] or origin.kind,
        **shown,
    }
    status = HTTPStatus.UNPROCESSABLE_ENTITY if "refusal" in shown else 200
    return render(request, "reading/entity_split.html", context, status=status)


@require_POST
@may("merge_entities")
def split_undo(request: TeamRequest, pk: int) -> HttpResponse:
    """Put together what a split parted."""
    split = get_object_or_404(Split.objects.select_related("made", "origin"), pk=pk)
    reason = request.POST.get("reason", "")
    if not is_storable([reason]):
        raise Refusal("What was typed cannot be stored.", remedy="Type it anew.")
    origin = undo_split(split=split, by=request.user, reason=reason)
    messages.success(request, f"“{split.made.label}” is a part of “{origin.label}” again.")
    return redirect(origin)
