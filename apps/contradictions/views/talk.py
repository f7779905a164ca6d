"""What the team says on a case, who gets it, and what each person has before them."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST, require_safe

from apps.accounts.models import User
from apps.accounts.permissions import TeamRequest, is_allowed, may
from apps.annotations.models import Passage
from apps.contradictions import talking
from apps.contradictions.holding import assign
from apps.contradictions.models import Comment, Contradiction
from apps.contradictions.my_work import my_work, read_notices
from apps.domain.refusals import Refusal

LONGEST_NUMBER = 9


@require_POST
@may("annotate")
def comment(request: TeamRequest, pk: int) -> HttpResponse:
    """Say something on a case."""
    contradiction = get_object_or_404(Contradiction, pk=pk)
    talking.comment(
        contradiction=contradiction, words=request.POST.get("words", ""), by=request.user
    )
    return redirect(f"{contradiction.get_absolute_url()}#talk")


@require_POST
@may("annotate")
def comment_on_passage(request: TeamRequest, pk: int) -> HttpResponse:
    """Say something on a passage."""
    passage = get_object_or_404(Passage, pk=pk)
    words = request.POST.get("words", "")
    return redirect(talking.comment_on(passage=passage, words=words, by=request.user))


@require_POST
@may("annotate")
def resolve(request: TeamRequest, pk: int) -> HttpResponse:
    """Say that a comment is answered, or open again."""
    said = get_object_or_404(Comment, pk=pk)
    talking.resolve(comment=said, by=request.user, is_resolved="again" not in request.POST)
    return redirect(said)


@require_POST
@may("settle_contradiction")
def hand_over(request: TeamRequest, pk: int) -> HttpResponse:
    """Ask an editor to settle the case."""
    contradiction = get_object_or_404(Contradiction, pk=pk)
    number = request.POST.get("to", "")
    if not number.isdecimal() or len(number) > LONGEST_NUMBER:
        raise Refusal("Nobody was chosen.", remedy="Choose an editor.")
    to = User.objects.filter(pk=int(number)).first()
    if to is None:
        raise Refusal("There is no such person.", remedy="Choose an editor.")
    assign(contradiction=contradiction, to=to, by=request.user)
    return redirect(contradiction)


@require_safe
@may("annotate")
def work(request: TeamRequest) -> HttpResponse:
    """What waits for the one who asks."""
    context = {
        "work": my_work(request.user),
        "may_review": is_allowed(request.user, "review"),
    }
    return render(request, "contradictions/my_work.html", context)


@require_POST
@may("annotate")
def read(request: TeamRequest) -> HttpResponse:
    """Mark all notices as read."""
    read_notices(by=request.user)
    return redirect("contradictions:my-work")
