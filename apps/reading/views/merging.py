"""Merging two entities, after a look at what would move, and taking them apart again."""

from __future__ import annotations

from http import HTTPStatus
from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.views.decorators.http import require_http_methods, require_POST

from apps.accounts.permissions import TeamRequest, may
from apps.domain.complaints import is_storable
from apps.domain.refusals import Refusal
from apps.entities.merging import merge_entities, undo_merge
from apps.entities.models import Entity, Merge
from apps.entities.telling_apart import keep_apart
from apps.reading.look_alikes import beside, choices_for
from apps.reading.merge_preview import preview_merge
from apps.ui.screens import render_screen


@require_http_methods(["GET", "HEAD", "POST"])
@may("merge_entities")
def entity_merge(request: TeamRequest, slug: str) -> HttpResponse:
    """Find with ?q= what it goes into, choose it with ?into=; a POST previews, then merges."""
    gone = get_object_or_404(Entity.objects.living(), slug=slug)
    typed = request.POST if request.method == "POST" else request.GET
    into, reason = typed.get("into", "").strip(), typed.get("reason", "")
    if request.method != "POST":
        chosen = _living(into)
        return _screen(request, gone, chosen, words=typed.get("q", "" if chosen else into))
    kept = None
    try:
        kept = _named(into)
        why: dict[str, Any] = {"by": request.user, "reason": _storable(reason)}
        if "sure" in request.POST:
            merge_entities(gone=gone, kept=kept, **why)
            messages.success(request, f"“{gone.label}” is merged into “{kept.label}”.")
            return redirect(kept)
        preview = preview_merge(gone=gone, kept=kept, **why)
    except Refusal as refusal:
        return _screen(request, gone, kept, refusal=refusal, reason=reason)
    return _screen(request, gone, kept, preview=preview, reason=reason)


def _screen(
    request: TeamRequest, gone: Entity, kept: Entity | None, *, words: str = "", **shown: Any
) -> HttpResponse:
    words = words.strip() if is_storable([words]) else ""
    lines = beside(gone, kept) if kept and kept != gone else []
    context = {"entity": gone, "kept": kept, "words": words, "lines": lines, **shown}
    return render_screen(
        request,
        page="reading/entity_merge.html",
        fragment="reading/_choice_results.html",
        context={**context, "choices": choices_for(gone, words)},
        status=HTTPStatus.UNPROCESSABLE_ENTITY if "refusal" in shown else 200,
    )


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
    return redirect("reading:look-alikes" if "in_list" in request.POST else entity)


def _living(slug: str) -> Entity | None:
    return Entity.objects.living().filter(slug=slug).first() if is_storable([slug]) else None


def _named(slug: str) -> Entity:
    found = _living(_storable(slug))
    if found is None:
        raise Refusal("There is no such entity.", remedy="Look for it by its name and choose it.")
    return found


def _storable(typed: str) -> str:
    if not is_storable([typed]):
        raise Refusal("What was typed cannot be stored.", remedy="Type it anew.")
    return typed
