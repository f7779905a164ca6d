"""Merging two entities, after a look at what would move, and taking them apart again."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods, require_POST

from apps.accounts.permissions import TeamRequest, may
from apps.domain.complaints import is_storable
from apps.domain.refusals import Refusal
from apps.entities.merging import keep_apart, merge_entities, undo_merge
from apps.entities.models import Entity, Merge
from apps.reading.merge_preview import preview_merge

UNPROCESSABLE = 422


@require_http_methods(["GET", "HEAD", "POST"])
@may("merge_entities")
def entity_merge(request: TeamRequest, slug: str) -> HttpResponse:
    """Ask into which entity this one goes; ?into= names it. A POST previews, then merges."""
    gone = get_object_or_404(Entity.objects.living(), slug=slug)
    typed = request.POST if request.method == "POST" else request.GET
    context: dict[str, Any] = {
        "entity": gone,
        "into": typed.get("into", "").strip(),
        "reason": typed.get("reason", ""),
        "known": Entity.objects.living().exclude(pk=gone.pk).order_by("slug"),
    }
    if request.method != "POST":
        return render(request, "reading/entity_merge.html", context)
    try:
        kept = _named(context["into"])
        why: dict[str, Any] = {"by": request.user, "reason": _storable(context["reason"])}
        if "sure" in request.POST:
            merge_entities(gone=gone, kept=kept, **why)
            messages.success(request, f"“{gone.label}” is merged into “{kept.label}”.")
            return redirect(kept)
        context |= {"kept": kept, "preview": preview_merge(gone=gone, kept=kept, **why)}
    except Refusal as refusal:
        context["refusal"] = refusal
        return render(request, "reading/entity_merge.html", context, status=UNPROCESSABLE)
    return render(request, "reading/entity_merge.html", context)


@require_POST
@may("merge_entities")
def merge_undo(request: TeamRequest, pk: int) -> HttpResponse:
    """Take apart what a merge joined."""
    merge = get_object_or_404(Merge.objects.select_related("gone", "kept"), pk=pk)
    reason = _storable(request.POST.get("reason", ""))
    entity = undo_merge(merge=merge, by=request.user, reason=reason)
    messages.success(request, f"“{entity.label}” stands for itself again.")
    return redirect(entity)


@require_POST
@may("merge_entities")
def entity_apart(request: TeamRequest, slug: str) -> HttpResponse:
    """Say that this entity and another look alike and are two."""
    entity = get_object_or_404(Entity.objects.living(), slug=slug)
    other = _named(request.POST.get("other", "").strip())
    reason = _storable(request.POST.get("reason", ""))
    keep_apart(one=entity, other=other, by=request.user, reason=reason)
    messages.success(request, f"“{entity.label}” and “{other.label}” stay apart.")
    return redirect(entity)


def _named(slug: str) -> Entity:
    found = Entity.objects.living().filter(slug=_storable(slug)).first()
    if found is None:
        raise Refusal("There is no such entity.", remedy="Type its identifier, as: viet-nam")
    return found


def _storable(typed: str) -> str:
    if not is_storable([typed]):
        raise Refusal("What was typed cannot be stored.", remedy="Type it anew.")
    return typed
