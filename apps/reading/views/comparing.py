"""Comparing sources: a matrix of all pairs, and two of them fact by fact."""

from __future__ import annotations

from collections.abc import Container, Iterator, Mapping, Sequence
from itertools import combinations
from typing import Any

from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_safe

from apps.domain.refusals import Refusal, quoted
from apps.reading.downloads import asks_for_csv, csv_answer
from apps.reading.facts.comparing import (
    Compared,
    Pair,
    Shared,
    meeting,
    only_in,
    shared,
    sharing_most,
    side_by_side,
)
from apps.reading.freshness import revalidated
from apps.sources.models import Source

FACTS_A_PAGE = 50
DIFFER = "differ"


@require_safe
@revalidated
def compare_list(request: HttpRequest) -> HttpResponse:
    """How many questions each pair of sources answers, and on how many they differ."""
    sources = list(Source.objects.order_by("position", "slug"))
    if "one" in request.GET and "other" in request.GET:
        return _chosen(request, {source.slug for source in sources})
    if asks_for_csv(request):
        return csv_answer(("one", "other", "agree", "differ"), _pairs(sources, shared(sources)))
    widest = sharing_most(sources)
    met = shared(widest)
    rows = [
        (one, [(other, met.get(frozenset((one.pk, other.pk)))) for other in widest])
        for one in widest
    ]
    context = {"sources": sources, "widest": widest, "rows": rows}
    return render(request, "reading/compare_list.html", context)


def _chosen(request: HttpRequest, slugs: Container[str]) -> HttpResponse:
    """The page of the two sources that were chosen from the lists."""
    pair = [request.GET[side] for side in ("one", "other")]
    if not all(slug in slugs for slug in pair):
        raise Http404("There is no such source.")
    return redirect("reading:compare", *pair)


def _pairs(
    sources: Sequence[Source], met: Mapping[Pair, Shared]
) -> Iterator[tuple[str, str, int, int]]:
    """Each pair that meets, in the order of the sources."""
    for one, other in combinations(sources, 2):
        both = met.get(frozenset((one.pk, other.pk)))
        if both is not None:
            yield one.slug, other.slug, both.agree, both.differ


@require_safe
@revalidated
def compare_detail(request: HttpRequest, one: str, other: str) -> HttpResponse:
    """Where two sources agree, where they differ, and what only one of them tells."""
    first, second = (get_object_or_404(Source, slug=slug) for slug in (one, other))
    if first == second:
        raise Http404("A source is not compared with itself.")
    kinds = _kinds(first, second)
    show = request.GET.get("show", DIFFER)
    if show not in kinds:
        raise Refusal(
            f"Nothing is called {quoted(show)} here.", remedy=f"Ask for one of: {', '.join(kinds)}."
        )
    if asks_for_csv(request):
        return _as_csv(kinds, first, second)
    words, keys = kinds[show]
    page = Paginator(keys, FACTS_A_PAGE).get_page(request.GET.get("page"))
    context: dict[str, Any] = {
        "one": first,
        "other": second,
        "kinds": [(name, title, len(among)) for name, (title, among) in kinds.items()],
        "show": show,
        "title": words,
        "page": page,
        "rows": side_by_side(page.object_list, first, second),
    }
    return render(request, "reading/compare_detail.html", context)


def _kinds(one: Source, other: Source) -> dict[str, tuple[str, Sequence[str]]]:
    """The questions by how the two sources stand to them."""
    both = meeting(one, other)
    return {
        DIFFER: ("differ", both.differ),
        "agree": ("agree", both.agree),
        "one": (f"only in {one.short_name}", only_in(one, other)),
        "other": (f"only in {other.short_name}", only_in(other, one)),
    }


def _as_csv(
    kinds: dict[str, tuple[str, Sequence[str]]], one: Source, other: Source
) -> HttpResponse:
    """All questions of every kind."""
    return csv_answer(
        ("fact", "question", "standing", one.slug, other.slug),
        (
            (row.key, row.question, words, *_prints(row))
            for words, keys in kinds.values()
            for row in side_by_side(keys, one, other)
        ),
    )


def _prints(row: Compared) -> list[str]:
    return ["; ".join(printed for printed, _ in side) for side in row.sides]
