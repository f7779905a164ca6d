"""Editing a stored claim beside its passage: the form, what it amounts to, storing it."""

from __future__ import annotations

from http import HTTPStatus
from typing import Any
from uuid import uuid4

from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.views.decorators.http import require_POST, require_safe

from apps.accounts.models import User
from apps.accounts.past import past_of
from apps.accounts.permissions import TeamRequest, may
from apps.claims.beginning import drop_begun
from apps.claims.editing import edit_claim, may_edit
from apps.claims.models import BegunClaim, Claim
from apps.contradictions.trying import tried_instead
from apps.domain.refusals import Refusal
from apps.reading.claim_editing import Edit, claim_to_edit, edit_of, offered_by, version_said
from apps.reading.claim_entry import fields_of
from apps.reading.prefilling import Filled
from apps.reading.views.marking import (
    answer_with,
    draft_shown,
    precondition_lacks,
    without_key,
)
from apps.ui.screens import render_fragment, render_screen, wants_fragment


@require_safe
@may("annotate")
def claim_edit(request: TeamRequest, key: str) -> HttpResponse:
    """The form of a claim as it is stored, or as it was typed so far."""
    claim, typed = claim_of(key, request.user), request.GET.dict()
    begun = BegunClaim.objects.of(request.user).editing(claim).first()
    if begun is not None and "key" not in typed:
        typed = begun.fields if begun.text.is_current else begun.typed
    return edit_screen(request, edit_of(claim, typed), typed)


@require_POST
@may("annotate")
def claim_check(request: TeamRequest, key: str) -> HttpResponse:
    """What the claim as it is typed amounts to, and with what it agrees; nothing is stored."""
    claim, typed = claim_of(key, request.user), request.POST.dict()
    edit, found = edit_of(claim, typed), dict[str, Any]()
    try:
        found["trial"] = tried_instead(claim=claim, draft=edit.draft, by=request.user)
    except Refusal as refusal:
        found["refusal"] = refusal
    if wants_fragment(request):
        return render_fragment(request, "reading/_trial_panel.html", **found)
    return edit_screen(request, edit, typed, **found)


@require_POST
@may("annotate")
def claim_save(request: TeamRequest, key: str) -> HttpResponse:
    """Store what is typed; where others were faster, show what they made of it."""
    claim, typed = claim_of(key, request.user), request.POST.dict()
    if not typed.get("key"):
        return without_key(request)
    if version_said(typed) is None:
        return precondition_lacks(
            request, "The form has no version, so it might undo what others did."
        )
    edit = edit_of(claim, typed)
    try:
        stroke = edit_claim(
            claim=claim,
            draft=edit.draft,
            version=edit.version,
            text=edit.text,
            key=typed["key"],
            by=request.user,
            why=typed.get("why", ""),
        )
    except Refusal:
        edit = edit_of(claim_to_edit(key), typed)
        if not edit.is_stale:
            raise
        return edit_screen(request, edit, typed, status=HTTPStatus.PRECONDITION_FAILED)
    drop_begun(begun=BegunClaim.objects.editing(claim), by=request.user)
    return answer_with(request, stroke, edit.stretch.start)


def edit_screen(
    request: TeamRequest, edit: Edit, typed: dict[str, str], *, status: int = 200, **found: Any
) -> HttpResponse:
    """The form with what is typed, and the three versions where others changed the claim."""
    stretch = edit.stretch
    begun = BegunClaim.objects.of(request.user).editing(edit.claim).first()
    context = {
        **draft_shown(begun, typed),
        "source": stretch.text.source,
        "stretch": stretch,
        "claim": edit.claim,
        "edit": edit,
        "key": typed.get("key") or uuid4().hex,
        "why": typed.get("why", ""),
        "as": "edit",
        "changed": past_of(edit.claim)[0] if edit.is_changed else None,
        "fields": {**fields_of(stretch, edit.merged, Filled()), "offered": offered_by(edit)},
        **found,
    }
    return render_screen(
        request,
        page="reading/mark_form.html",
        fragment="reading/_edit_form.html",
        context=context,
        status=status,
    )


def claim_of(key: str, person: User) -> Claim:
    """The claim of this key, for who may edit it."""
    claim = claim_to_edit(key)
    if not may_edit(claim, person):
        raise PermissionDenied(
            f"{claim.entered_by.display_name} entered this claim: they and editors edit it. "
            "Comment on its passage instead."
        )
    return claim
