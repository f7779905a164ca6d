"""Keeps the place where somebody with an account stopped reading."""

from __future__ import annotations

from http import HTTPStatus

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_POST

from apps.accounts.permissions import TeamRequest, may
from apps.annotations.stopping import keep_place
from apps.domain.refusals import Refusal, quoted
from apps.sources.models import Source
from apps.sources.rights import readable_texts


@require_POST
@may("keep_place")
def source_stop(request: TeamRequest, slug: str) -> HttpResponse:
    """Keep the place in a text that this person may read."""
    source = get_object_or_404(Source, slug=slug)
    text, offset = (_number(request.POST.get(name, "")) for name in ("text", "offset"))
    readable = readable_texts(source, request.user)
    found = [one for one in (readable.original, readable.record) if one and one.pk == text]
    if not found:
        raise Http404("This source has no such text that you may read.")
    keep_place(text=found[0], offset=offset, by=request.user)
    return HttpResponse(status=HTTPStatus.NO_CONTENT)


def _number(written: str) -> int:
    if not (written.isascii() and written.isdigit() and len(written) < 10):
        raise Refusal(
            f"{quoted(written)} is not a place in a text.", remedy="Write a whole number, as 120."
        )
    return int(written)
