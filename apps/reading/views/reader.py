"""The reader: one source, its text, and what stands in the margin."""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from apps.accounts.permissions import is_allowed
from apps.annotations.models import Move, Review
from apps.claims.record_renewal import readable_now
from apps.domain.refusals import Refusal, quoted
from apps.reading.audience import Audience
from apps.reading.choice import CASES, LAYERS, Choice, read_choice
from apps.reading.contributors import contributors
from apps.reading.edition import Asked, cards_of, edition_of
from apps.reading.flow import table_name
from apps.reading.frame import frame_of
from apps.reading.freshness import revalidated
from apps.reading.sight import Sight
from apps.reading.stopped import stopped_at
from apps.reading.works import signed_by
from apps.sources.models import Source, Text
from apps.sources.rights import Readable, readable_revision
from apps.ui.screens import render_fragment


@require_safe
@revalidated
def source_detail(request: HttpRequest, slug: str) -> HttpResponse:
    """The text that this person may read; ?edition=record asks for the record edition."""
    source = get_object_or_404(Source, slug=slug)
    readable = readable_now(request.user, [source])[source.pk]
    sight = _sight(request, source, readable)
    audience = Audience.of(request.user)
    choice = read_choice(request.GET, audience)
    context = {
        "source": source,
        "authors": signed_by(source),
        "readable": readable,
        "text": sight and sight.text,
        "is_record": sight is not None and sight.text.kind == Text.Kind.RECORD,
        "edition": edition_of(sight, _asked(request)) if sight is not None else None,
        "query": sight and sight.query,
        "choice": choice,
        "stopped": stopped_at(sight.text, request.user) if sight else None,
        "may_change_rights": is_allowed(request.user, "change_rights"),
        "waiting": _waiting(request, source),
        "may_assign": is_allowed(request.user, "review") and readable.text is not None,
        "suggests": is_allowed(request.user, "annotate") and readable.text is not None,
        **_marking(request, sight),
        "before": Source.objects.before(source),
        "after": Source.objects.after(source),
        "cites": Source.objects.cited_by(source),
        "cited_by": Source.objects.citing(source),
        **_offered(sight.text if sight else None, audience, choice),
    }
    return render(request, "reading/source_detail.html", context)


@require_safe
@revalidated
def source_blocks(request: HttpRequest, slug: str) -> HttpResponse:
    """More rows of the text, for its page: from one block on, or those around an offset."""
    source, sight = sight_or_404(request, slug)
    edition = edition_of(sight, _asked(request))
    return render_fragment(
        request, "reading/parts/blocks.html", edition=edition, source=source, query=sight.query
    )


@require_safe
@revalidated
def source_cards(request: HttpRequest, slug: str) -> HttpResponse:
    """The cards of every mark in the row of one block, for the page that shows it."""
    _, sight = sight_or_404(request, slug)
    position = number_asked(request, "cards")
    if position is None:
        raise Refusal(
            "It is not said of which row.", remedy="Name one of its blocks, as ?cards=12."
        )
    cards = cards_of(sight, position)
    return render_fragment(request, "reading/parts/notes.html", cards=cards)


def _waiting(request: HttpRequest, source: Source) -> int:
    """How many passages an editor has to look at."""
    if not is_allowed(request.user, "review"):
        return 0
    return Move.objects.open().of_source(source).count()


def _marking(request: HttpRequest, sight: Sight | None) -> dict[str, Any]:
    """Whether this person may mark passages in what is shown, the present original; its tables."""
    if sight is None or not is_allowed(request.user, "annotate"):
        return {"marks": False}
    if sight.text.kind != Text.Kind.ORIGINAL or not sight.text.is_current:
        return {"marks": False}
    lines = [line for line in frame_of(sight.text).lines if line.kind == "table"]
    tables = [{"position": line.position, "name": table_name(line)} for line in lines]
    edits_others = is_allowed(request.user, "edit_claims_of_others")
    return {"marks": True, "tables": tables, "edits_others": edits_others}


def _offered(text: Text | None, audience: Audience, choice: Choice) -> dict[str, Any]:
    """What can be chosen here, each with whether it is."""
    is_team = text is not None and audience == Audience.TEAM
    return {
        "layers": [(layer, words, layer in choice.layers) for layer, words in LAYERS.items()],
        "cases": CASES.items(),
        "statuses": Review.choices if is_team else (),
        "people": contributors(text) if text is not None and is_team else (),
    }


def sight_or_404(request: HttpRequest, slug: str) -> tuple[Source, Sight]:
    """The source, and what the address asks to see of the text that the person may read."""
    source = get_object_or_404(Source, slug=slug)
    sight = _sight(request, source, readable_now(request.user, [source])[source.pk])
    if sight is None:
        raise Http404("This source has no text that you may read.")
    return source, sight


def _sight(request: HttpRequest, source: Source, readable: Readable) -> Sight | None:
    """What the address asks to see, of the text that the person may read."""
    asks_for_record = request.GET.get("edition") == Text.Kind.RECORD
    text = (asks_for_record and readable.record) or readable.text
    revision = number_asked(request, "revision")
    if revision is not None:
        text = readable_revision(source, revision, request.user)
        if text is None:
            raise Http404("There is no such revision to read.")
    audience = Audience.of(request.user)
    return Sight(text, audience, read_choice(request.GET, audience)) if text else None


def _asked(request: HttpRequest) -> Asked:
    begin, to, at, cards = (number_asked(request, name) for name in ("from", "to", "at", "cards"))
    return Asked(begin=begin, to=to, at=at, cards=cards)


def number_asked(request: HttpRequest, name: str) -> int | None:
    """A whole number of the query, or nothing where it is not asked for."""
    asked = request.GET.get(name)
    if asked is None:
        return None
    if not (asked.isascii() and asked.isdigit() and len(asked) < 10):
        raise Refusal(
            f"{quoted(asked)} is not a place in a text.", remedy="Write a whole number, as 120."
        )
    return int(asked)
