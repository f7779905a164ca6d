"""Making claims of a whole table: what its columns and rows say, a grid to check, all at once."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any
from uuid import uuid4

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST, require_safe

from apps.accounts.permissions import TeamRequest, may
from apps.claims.entering import enter_claims
from apps.claims.models import Measure
from apps.claims.terms import BASES, STATUS_FAMILIES
from apps.domain.units import UNITS
from apps.reading.flow import table_name
from apps.reading.stretches import text_to_mark
from apps.reading.table_choices import NOTHING, PERIOD, SUBJECT, Choices, Grid, grid_of
from apps.reading.table_claims import (
    Line,
    chosen_drafts,
    table_lines,
    with_free_keys,
    with_trials,
)
from apps.reading.views.marking import without_key
from apps.sources.models import Block


@require_safe
@may("annotate")
def table_form(request: TeamRequest, slug: str, position: int) -> HttpResponse:
    """The table as a grid of claims, filled in; what is chosen stands in the address."""
    grid = _grid(slug, position)
    choices, lines = table_lines(grid, request.GET.dict(), request.user)
    return _screen(request, grid, choices, lines)


@require_POST
@may("annotate")
def table_check(request: TeamRequest, slug: str, position: int) -> HttpResponse:
    """What the chosen cells would contradict; nothing is stored."""
    grid = _grid(slug, position)
    choices, lines = table_lines(grid, request.POST.dict(), request.user)
    return _screen(request, grid, choices, with_trials(lines, request.user))


@require_POST
@may("annotate")
def table_claims(request: TeamRequest, slug: str, position: int) -> HttpResponse:
    """Enter all chosen cells in one stroke."""
    grid, typed = _grid(slug, position), request.POST.dict()
    if not typed.get("key"):
        return without_key(request)
    _, lines = table_lines(grid, typed, request.user)
    drafts = with_free_keys(chosen_drafts(lines))
    says = f"{len(drafts)} claims of {table_name(grid.block)}"
    enter_claims(text=grid.text, key=typed["key"], drafts=drafts, says=says, by=request.user)
    messages.success(request, f"{says} are entered. Ctrl+Z in the text takes them back.")
    address = grid.text.source.get_absolute_url()
    return redirect(f"{address}?at={grid.block.start}#b-{position}")


def _grid(slug: str, position: int) -> Grid:
    text = text_to_mark(slug)
    tables = text.blocks.filter(kind=Block.Kind.TABLE).prefetch_related("cells")
    return grid_of(text, get_object_or_404(tables, position=position))


def _screen(
    request: TeamRequest, grid: Grid, choices: Choices, lines: Sequence[Line]
) -> HttpResponse:
    slots = list(choices.roles)
    context: dict[str, Any] = {
        "source": grid.text.source,
        "table": grid.block,
        "name": table_name(grid.block),
        "key": request.POST.get("key") or uuid4().hex,
        "choices": choices,
        "lines": lines,
        "chosen": sum(line.is_chosen for line in lines),
        "clashes": sum(bool(line.trial and line.trial.clashes) for line in lines),
        "tried": any(line.trial for line in lines),
        "measures": Measure.objects.order_by("label"),
        "units": [unit for unit in UNITS.values() if unit.slug],
        "bases": [basis for basis in BASES if basis],
        "statuses": [status for status in STATUS_FAMILIES if status],
        "meanings": [
            (PERIOD, "periods"),
            (SUBJECT, "the subject"),
            *((slot, f"the {slot}") for slot in slots),
            (NOTHING, "nothing that counts"),
        ],
    }
    return render(request, "reading/table_claims.html", context)
