"""Two people annotate a text without seeing each other's marks, until both are done."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar

from django.db import transaction
from django.utils import timezone

from apps.accounts.history import because
from apps.accounts.models import User
from apps.annotations.marking import Span
from apps.annotations.models import Assignment, OwnMark
from apps.domain.form_keys import refuse_no_key
from apps.domain.refusals import Refusal, quoted
from apps.sources.models import Text

_is_taken_back: ContextVar[bool] = ContextVar("is_taken_back", default=False)


@transaction.atomic
def finish(*, assignment: Assignment, by: User) -> Assignment:
    """Say that one is done; when the second one says so, what both marked is open."""
    stored = _open_to(assignment, by)
    field = "one_done_at" if by == stored.one else "other_done_at"
    with because(by, "annotated a text apart"):
        setattr(stored, field, timezone.now())
        stored.save(update_fields=[field])
    return stored


@transaction.atomic
def call_off(*, assignment: Assignment, by: User) -> Assignment:
    """Stop it; what was marked apart stays unseen and is not entered."""
    stored = running(assignment)
    with because(by, "called off annotating apart"):
        stored.called_off_at = timezone.now()
        stored.save(update_fields=["called_off_at"])
    return stored


@transaction.atomic
def keep_mark(*, assignment: Assignment, mark: OwnMark, by: User) -> OwnMark:
    """Keep what somebody marked apart; sent again, it is the same."""
    refuse_no_key(mark.key)
    stored = _open_to(assignment, by)
    sent_before = OwnMark.objects.of(by).filter(key=mark.key).first()
    if sent_before is not None:
        return sent_before
    if not stored.start <= mark.start < mark.end <= stored.end:
        raise Refusal(
            f"{quoted(mark.quote)} reaches out of the part that you read apart.",
            remedy="Mark what lies within it.",
        )
    place = stored.marks.of(by).filter(start=mark.start, end=mark.end, reading=mark.reading)
    if place.exists():
        raise Refusal(f"You marked {quoted(mark.quote)} so already.", remedy="Leave it.")
    with because(by, "marked apart"):
        mark.assignment, mark.person = stored, by
        mark.save()
    return mark


@transaction.atomic
def drop_mark(*, mark: OwnMark, by: User) -> None:
    """Take back what one marked apart, while it is unseen."""
    _open_to(mark.assignment, by)
    with because(by, "took back what was marked apart"):
        mark.delete()


def running(assignment: Assignment) -> Assignment:
    """The assignment, locked; refused where nobody annotates apart any more."""
    stored = Assignment.objects.select_for_update().get(pk=assignment.pk)
    if not stored.is_running:
        outcome = "finished" if stored.is_done else "called off"
        raise Refusal(f"This was {outcome} meanwhile.", remedy="Load the page again.")
    return stored


@contextmanager
def unseen() -> Iterator[None]:
    """What is marked inside is taken back before anybody can see it."""
    token = _is_taken_back.set(True)
    try:
        yield
    finally:
        _is_taken_back.reset(token)


def refuse_while_apart(spans: Mapping[Text, Iterable[Span]], by: User | None) -> None:
    """What somebody marks where they read apart is for the other one not to see."""
    if by is None or _is_taken_back.get():
        return
    for one in Assignment.objects.running().of(by).filter(text__in=list(spans)):
        [places] = [places for text, places in spans.items() if text.pk == one.text_id]
        if any(start < one.end and end > one.start for start, end, _ in places):
            raise Refusal(
                "You read this part of the text apart, unseen by somebody else.",
                remedy="Mark it on the page where you read apart, or finish that first.",
            )


def _open_to(assignment: Assignment, by: User) -> Assignment:
    stored = running(assignment)
    if by not in stored.awaited:
        raise Refusal(
            "You do not read this apart, or said that you are done.",
            remedy="Wait until it is settled.",
        )
    return stored
