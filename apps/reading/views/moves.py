"""The queue of passages that wait for their place in a better text."""

from __future__ import annotations

from http import HTTPStatus
from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST, require_safe

from apps.accounts.permissions import TeamRequest, may
from apps.annotations.models import Move
from apps.annotations.moving import drop_move, reopen_move
from apps.claims.revising import claims_printed_on, settle_move
from apps.domain.refusals import Refusal
from apps.reading.move_cards import move_cards, places_to_choose, words_near
from apps.sources.models import Source

PER_PAGE = 20
DECIDED_SHOWN = 10
MOST_DIGITS = 9


@require_safe
@may("review")
def move_list(request: TeamRequest) -> HttpResponse:
    """What waits, in reading order; ?source= narrows it."""
    source = Source.objects.filter(slug=request.GET.get("source", "")).first()
    moves = Move.objects.in_full().filter(text__source=source) if source else Move.objects.in_full()
    page = Paginator(moves.open(), PER_PAGE).get_page(request.GET.get("page"))
    context = {
        "cards": move_cards(list(page.object_list)),
        "page": page,
        "source": source,
        "decided": moves.decided()[:DECIDED_SHOWN],
    }
    return render(request, "reading/move_list.html", context)


@require_safe
@may("review")
def move_detail(request: TeamRequest, pk: int) -> HttpResponse:
    """One passage, and other places of the new text where it may stand; ?find= looks for words."""
    return _screen(request, _move(pk), find=request.GET.get("find", ""))


@require_POST
@may("review")
def move_accept(request: TeamRequest, pk: int) -> HttpResponse:
    """Let the passage stand at a place."""
    move = _move(pk)
    readings = {
        claim.pk: _typed(request, f"reading-{claim.pk}")
        for claim in claims_printed_on(move.passage)
    }
    try:
        settle_move(
            move=move,
            place=(_number(request, "start"), _number(request, "end")),
            readings=readings,
            by=request.user,
            reason=_typed(request, "reason"),
            version=_number(request, "version"),
        )
    except Refusal as refusal:
        return _screen(request, _move(pk), refusal=refusal)
    messages.success(
        request, f"“{move.passage.quote}” stands in revision {move.text.revision} now."
    )
    return _to_queue(move)


@require_POST
@may("review")
def move_drop(request: TeamRequest, pk: int) -> HttpResponse:
    """Leave the passage on its own revision."""
    move = _move(pk)
    try:
        version = _number(request, "version")
        drop_move(move=move, by=request.user, reason=_typed(request, "reason"), version=version)
    except Refusal as refusal:
        return _screen(request, _move(pk), refusal=refusal)
    messages.success(request, f"“{move.passage.quote}” stays behind.")
    return _to_queue(move)


@require_POST
@may("review")
def move_reopen(request: TeamRequest, pk: int) -> HttpResponse:
    """Take a passage up again that was left behind."""
    move = _move(pk)
    reopen_move(move=move, by=request.user, version=_number(request, "version"))
    return redirect("reading:move", pk)


def _move(pk: int) -> Move:
    return get_object_or_404(Move.objects.in_full(), pk=pk)


def _screen(
    request: TeamRequest, move: Move, *, find: str = "", refusal: Refusal | None = None
) -> HttpResponse:
    """The passage as it stands now; after a refusal with all that was typed."""
    [card] = move_cards([move])
    words = (find or move.passage.quote).replace("\0", "")
    context: dict[str, Any] = {
        "card": card,
        "find": words,
        "places": places_to_choose(move, words),
        "near": words_near(move),
        "refusal": refusal,
        "typed": request.POST,
        "readings": [(claim, _typed(request, f"reading-{claim.pk}")) for claim in card.claims],
    }
    status = HTTPStatus.UNPROCESSABLE_ENTITY if refusal else 200
    return render(request, "reading/move_detail.html", context, status=status)


def _to_queue(move: Move) -> HttpResponse:
    response = redirect("reading:moves")
    response["Location"] += f"?source={move.text.source.slug}"
    return response


def _typed(request: HttpRequest, name: str) -> str:
    return request.POST.get(name, "").strip()


def _number(request: HttpRequest, name: str) -> int:
    typed = _typed(request, name)
    if not (typed.isascii() and typed.isdigit() and len(typed) <= MOST_DIGITS):
        raise Refusal(f"The {name} is no number.", remedy="Choose one of the places.")
    return int(typed)
