"""Two annotate a text apart: it is begun, each marks alone, and an editor settles what differs."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST, require_safe

from apps.accounts.models import User
from apps.accounts.permissions import TeamRequest, is_allowed, may
from apps.annotations.agreeing import Spot, figures, spots
from apps.annotations.assigning import call_off, drop_mark, finish
from apps.annotations.models import Assignment, OwnMark
from apps.claims.apart import assign, settle_marks
from apps.domain.refusals import Refusal
from apps.reading.apart import parts_of, row_of, rows_apart
from apps.reading.stretches import text_to_mark
from apps.reading.views.reader import number_asked
from apps.ui.screens import render_fragment, wants_fragment

# Which marks of one and of the other are taken.
TAKES = {
    "one": (True, False),
    "other": (False, True),
    "both": (True, True),
    "neither": (False, False),
}
LONGEST_NUMBER = 9
AROUND = 70


@require_safe
@may("annotate")
def apart_list(request: TeamRequest) -> HttpResponse:
    """All texts that two annotate apart, or did."""
    found = Assignment.objects.in_full()
    running = list(found.running())
    context = {
        "own": [one for one in running if request.user in one.awaited],
        "running": running,
        "done": found.done(),
        "may_assign": is_allowed(request.user, "review"),
    }
    return render(request, "reading/apart_list.html", context)


@require_safe
@may("review")
def apart_form(request: TeamRequest, slug: str) -> HttpResponse:
    """Where an editor asks two people to annotate a part of this source's text."""
    text = text_to_mark(slug)
    people = User.objects.annotators().order_by("username")
    context = {"source": text.source, "parts": parts_of(text), "people": people}
    return render(request, "reading/apart_form.html", context)


@require_POST
@may("review")
def apart_begin(request: TeamRequest, slug: str) -> HttpResponse:
    """Ask both."""
    text = text_to_mark(slug)
    asked = request.POST.get("part", "")
    part = next((part for part in parts_of(text) if part.place == asked), None)
    if part is None:
        raise Refusal("It is not said which part.", remedy="Choose a part of the text.")
    one, other = (_person(request.POST.get(name, "")) for name in ("one", "other"))
    return redirect(assign(text=text, part=part, one=one, other=other, by=request.user))


@require_safe
@may("annotate")
def apart(request: TeamRequest, pk: int, begin: int = 0) -> HttpResponse:
    """The text to those who mark it, else how it stands; the report when both are done."""
    assignment = _assignment(pk)
    context: dict[str, Any] = {"assignment": assignment}
    if assignment.is_running and request.user in assignment.awaited:
        rows, later = rows_apart(assignment, request.user, begin)
        context |= {"rows": rows, "later": later, "source": assignment.text.source}
        return render(request, "reading/apart.html", context)
    context["may_settle"] = is_allowed(request.user, "review")
    if assignment.is_done:
        context |= _report(assignment, request.user)
    return render(request, "reading/apart_report.html", context)


@require_safe
@may("annotate")
def apart_rows(request: TeamRequest, pk: int) -> HttpResponse:
    """Rows of the text with one's own marks, for the page that shows it."""
    assignment = _own(request, pk)
    begin, to = number_asked(request, "from") or 0, number_asked(request, "to")
    rows, later = rows_apart(assignment, request.user, begin, to)
    later = later if to is None else None
    return render_fragment(
        request, "reading/parts/apart_rows.html", assignment=assignment, rows=rows, later=later
    )


@require_POST
@may("annotate")
def apart_done(request: TeamRequest, pk: int) -> HttpResponse:
    """Say that one is done."""
    return redirect(finish(assignment=_own(request, pk), by=request.user))


@require_POST
@may("review")
def apart_off(request: TeamRequest, pk: int) -> HttpResponse:
    """Stop it."""
    call_off(assignment=_assignment(pk), by=request.user)
    messages.success(request, "Called off. What was marked apart stays unseen.")
    return redirect("reading:apart-list")


@require_POST
@may("annotate")
def apart_undo(request: TeamRequest, pk: int) -> HttpResponse:
    """Take back what one marked last."""
    last = _own(request, pk).marks.of(request.user).order_by("-pk").first()
    if last is None:
        raise Refusal("There is nothing of yours to take back in this text.")
    return _taken_back(request, last)


@require_safe
@may("annotate")
def own_mark(request: TeamRequest, pk: int) -> HttpResponse:
    """One's own mark, to take it back."""
    mark = get_object_or_404(OwnMark.objects.of(request.user), pk=pk)
    return render(request, "reading/own_mark.html", {"mark": mark})


@require_POST
@may("annotate")
def own_mark_drop(request: TeamRequest, pk: int) -> HttpResponse:
    """Take it back."""
    return _taken_back(request, get_object_or_404(OwnMark.objects.of(request.user), pk=pk))


@require_POST
@may("review")
def apart_settle(request: TeamRequest, pk: int) -> HttpResponse:
    """Take one's reading, the other's, both or neither; or all that both read alike."""
    assignment = _assignment(pk)
    waiting = [spot for spot in spots(assignment) if not spot.is_settled]
    if request.POST.get("take") == "agreed":
        chosen, takes = [spot for spot in waiting if spot.agrees], TAKES["both"]
    else:
        chosen = [spot for spot in waiting if spot.name == request.POST.get("spot")]
        takes = _takes(request.POST.get("take", ""))
    if not chosen:
        raise Refusal("Nothing here waits to be settled.", remedy="Load the page again.")
    sides = [
        (mark.pk, takes[0] if mark in spot.one else takes[1])
        for spot in chosen
        for mark in spot.marks
    ]
    settle_marks(
        assignment=assignment,
        taken=[number for number, is_taken in sides if is_taken],
        left=[number for number, is_taken in sides if not is_taken],
        by=request.user,
    )
    return redirect(f"{assignment.get_absolute_url()}#differing")


def _report(assignment: Assignment, person: User) -> dict[str, Any]:
    marked = spots(assignment)
    content = assignment.text.content or ""
    waiting = [spot for spot in marked if not spot.is_settled]
    is_own = person in assignment.people and User.objects.has_editor_beside(*assignment.people)
    return {
        "figures": figures(assignment, marked),
        "agreed": sum(1 for spot in waiting if spot.agrees),
        "differing": [_seen(spot, content) for spot in waiting if not spot.agrees],
        "settled": [spot for spot in marked if spot.is_settled],
        "is_own": is_own,
    }


def _seen(spot: Spot, content: str) -> dict[str, Any]:
    """The spot between the words around it."""
    start, end = spot.start, spot.end
    before, after = content[max(0, start - AROUND) : start], content[end : end + AROUND]
    return {"spot": spot, "before": before, "quote": content[start:end], "after": after}


def _taken_back(request: TeamRequest, mark: OwnMark) -> HttpResponse:
    assignment, row = mark.assignment, row_of(mark)
    drop_mark(mark=mark, by=request.user)
    if not wants_fragment(request):
        return redirect(assignment)
    says = f"Taken back: {mark.quote}, {mark.says}."
    return render_fragment(request, "reading/_own_panel.html", says=says, row=row)


def _assignment(pk: int) -> Assignment:
    return get_object_or_404(
        Assignment.objects.select_related("text__source", "one", "other"), pk=pk
    )


def _own(request: TeamRequest, pk: int) -> Assignment:
    """An assignment of one's own; what it holds is nobody else's to see."""
    assignment = _assignment(pk)
    if request.user not in assignment.people:
        raise PermissionDenied("Two others annotate this apart.")
    return assignment


def _takes(words: str) -> tuple[bool, bool]:
    if words not in TAKES:
        raise Refusal("It is not said whose reading is taken.", remedy="Choose one of four.")
    return TAKES[words]


def _person(number: str) -> User:
    if not (number.isascii() and number.isdecimal() and len(number) <= LONGEST_NUMBER):
        raise Refusal("It takes two people.", remedy="Choose both.")
    person = User.objects.annotators().filter(pk=int(number)).first()
    if person is None:
        raise Refusal("There is no such person.", remedy="Choose somebody who annotates.")
    return person
