"""Marking a passage where one reads: who or what it names, and taking that back."""

from __future__ import annotations

from http import HTTPStatus
from typing import Any
from uuid import uuid4

from django.http import HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_POST, require_safe

from apps.accounts.models import User
from apps.accounts.permissions import TeamRequest, may
from apps.annotations.assigning import keep_mark
from apps.annotations.drafts import MentionDraft
from apps.annotations.models import Assignment, OwnMark
from apps.claims.apart import claim_apart, mention_apart
from apps.claims.beginning import drop_begun
from apps.claims.entering import enter_claims, enter_mention, take_last_back
from apps.claims.models import BegunClaim, Stroke
from apps.claims.querysets import BegunClaimQuerySet
from apps.contradictions.trying import tried
from apps.domain.refusals import Refusal
from apps.entities.models import Entity
from apps.reading.apart import row_of, running_at
from apps.reading.candidates import candidates, chosen_entity
from apps.reading.claim_entry import draft_of, fields_of, filled_for
from apps.reading.prefilling import READ_AS_VALUES, value_in
from apps.reading.stretches import Stretch, stretch_of, suggested_at, text_to_mark
from apps.reading.strokes import rows_of
from apps.ui.screens import render_fragment, render_screen, wants_fragment

NAMES = ("mention",)


@require_safe
@may("annotate")
def mark(request: TeamRequest, slug: str) -> HttpResponse:
    """The form for a passage, filled in from it; ?as=mention or claim chooses which."""
    stretch = stretch_of(text_to_mark(slug), request.GET.dict())
    typed, begun = request.GET.dict(), begun_at(stretch, request.user).first()
    is_likely = begun is not None or value_in(stretch) is not None
    if (typed.get("as") or ("claim" if is_likely else "mention")) == "claim":
        if begun is not None and "key" not in typed:
            typed = begun.fields
        return claim_screen(request, stretch, typed)
    return _mention_screen(request, stretch)


@require_safe
@may("annotate")
def mark_names(request: TeamRequest, slug: str) -> HttpResponse:
    """Entities that the words of ?q= may stand for."""
    words = request.GET.get("q", "")
    return render_fragment(
        request, "reading/_name_results.html", **_offered(words), source=text_to_mark(slug).source
    )


@require_POST
@may("annotate")
def mark_mention(request: TeamRequest, slug: str) -> HttpResponse:
    """Mark who or what the passage names."""
    text = text_to_mark(slug)
    stretch, typed = stretch_of(text, request.POST.dict()), request.POST.dict()
    if not typed.get("key"):
        return without_key(request)
    entity, new = chosen_entity(typed)
    draft = MentionDraft(text.source.slug, stretch.start, stretch.end, entity, stretch.quote)
    if assignment := running_at(stretch, request.user):
        return keep_apart(request, assignment, mention_apart(typed["key"], draft, new))
    stroke = enter_mention(
        text=text,
        key=typed["key"],
        draft=draft,
        entity=new,
        by=request.user,
        about=suggested_at(stretch, NAMES),
    )
    return answer_with(request, stroke, stretch.start)


@require_POST
@may("annotate")
def mark_undo(request: TeamRequest, slug: str) -> HttpResponse:
    """Take back what this person entered last in this text."""
    text = text_to_mark(slug)
    return answer_with(request, take_last_back(text=text, by=request.user), None)


@require_POST
@may("annotate")
def mark_check(request: TeamRequest, slug: str) -> HttpResponse:
    """What the claim as it is typed amounts to, and with what it agrees; nothing is stored."""
    typed = request.POST.dict()
    stretch = stretch_of(text_to_mark(slug), typed)
    found: dict[str, Any] = {}
    try:
        [trial] = tried(drafts=[draft_of(stretch, typed)], by=request.user)
        found["trial"] = trial.alone() if running_at(stretch, request.user) else trial
    except Refusal as refusal:
        found["refusal"] = refusal
    if wants_fragment(request):
        return render_fragment(request, "reading/_trial_panel.html", **found)
    return claim_screen(request, stretch, typed, **found)


@require_POST
@may("annotate")
def mark_claim(request: TeamRequest, slug: str) -> HttpResponse:
    """Enter the claim, with all that detection finds then."""
    text, typed = text_to_mark(slug), request.POST.dict()
    stretch = stretch_of(text, typed)
    if not typed.get("key"):
        return without_key(request)
    draft = draft_of(stretch, typed)
    if assignment := running_at(stretch, request.user):
        kept = keep_apart(request, assignment, claim_apart(typed["key"], draft))
        drop_begun(begun=begun_at(stretch, request.user), by=request.user)
        return kept
    stroke = enter_claims(
        text=text,
        key=typed["key"],
        drafts=[draft],
        says=f"{stretch.shown}, {typed.get('subject', '')} {typed.get('period', '')}".strip(),
        by=request.user,
        about=suggested_at(stretch, READ_AS_VALUES),
    )
    drop_begun(begun=begun_at(stretch, request.user), by=request.user)
    return answer_with(request, stroke, stretch.start)


def claim_screen(
    request: TeamRequest, stretch: Stretch, typed: dict[str, str], **found: Any
) -> HttpResponse:
    """The form of a claim, with what was typed in it before."""
    filled = filled_for(stretch, typed, request.user)
    context = {
        **draft_shown(begun_at(stretch, request.user).first(), typed),
        "source": stretch.text.source,
        "stretch": stretch,
        "key": typed.get("key") or uuid4().hex,
        "as": "claim",
        "suggested": suggested_at(stretch, READ_AS_VALUES),
        "fields": fields_of(stretch, typed, filled),
        **found,
    }
    return render_screen(
        request,
        page="reading/mark_form.html",
        fragment="reading/_claim_form.html",
        context=context,
    )


def begun_at(stretch: Stretch, person: User) -> BegunClaimQuerySet:
    """What this person began to write of a new claim on just this stretch."""
    return BegunClaim.objects.of(person).at(stretch.text, stretch.start, stretch.end)


def draft_shown(begun: BegunClaim | None, typed: dict[str, str]) -> dict[str, Any]:
    """What the form says of its draft; it goes on from the version that it was made with."""
    stored = begun.version if begun else 0
    return {"begun": begun, "draft_version": typed.get("draft_version", stored)}


def answer_with(request: TeamRequest, stroke: Stroke, start: int | None) -> HttpResponse:
    """What was entered or taken back, and which rows of the page show it."""
    if not wants_fragment(request):
        address = stroke.text.source.get_absolute_url()
        return redirect(address if start is None else f"{address}?at={start}#char={start},")
    return render_fragment(
        request, "reading/_stroke_panel.html", stroke=stroke, rows=rows_of(stroke)
    )


def keep_apart(request: TeamRequest, assignment: Assignment, mark: OwnMark) -> HttpResponse:
    """What somebody marks where they annotate apart is theirs alone until both are done."""
    kept = keep_mark(assignment=assignment, mark=mark, by=request.user)
    if not wants_fragment(request):
        return redirect(assignment)
    says = f"Kept apart: {kept.quote}, {kept.says}."
    return render_fragment(request, "reading/_own_panel.html", says=says, row=row_of(kept))


def without_key(request: TeamRequest) -> HttpResponse:
    """A form that comes without its key could be entered twice."""
    return precondition_lacks(request, "The form has no key, so it might be entered twice.")


def precondition_lacks(request: TeamRequest, says: str) -> HttpResponse:
    """A form that comes without what guards it is not taken."""
    refusal = Refusal(
        says,
        remedy="Open it again; what you typed is kept.",
    )
    return render_screen(
        request,
        page="ui/refusal.html",
        fragment="ui/_refusal.html",
        context={"refusal": refusal},
        status=HTTPStatus.PRECONDITION_REQUIRED,
    )


def _mention_screen(request: TeamRequest, stretch: Stretch) -> HttpResponse:
    context = {
        "source": stretch.text.source,
        "stretch": stretch,
        "key": request.GET.get("key") or uuid4().hex,
        "as": "mention",
        "suggested": suggested_at(stretch, NAMES),
        **_offered(stretch.shown),
    }
    return render_screen(
        request,
        page="reading/mark_form.html",
        fragment="reading/_mention_form.html",
        context=context,
    )


def _offered(words: str) -> dict[str, Any]:
    named = " ".join(words.split())
    return {"words": named, "hits": candidates(named), "kinds": Entity.Kind.choices}
