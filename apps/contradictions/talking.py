"""What the team says on cases and passages: comments, open until resolved, and who they name."""

from __future__ import annotations

import re

from django.db import transaction
from django.db.models import QuerySet

from apps.accounts.history import because
from apps.accounts.models import Role, User
from apps.annotations.actions import passages_for
from apps.annotations.marking import Span
from apps.annotations.models import Passage
from apps.contradictions.models import Comment, Contradiction, Notice
from apps.contradictions.notices import notify, notify_of_mention
from apps.domain.complaints import is_storable
from apps.domain.refusals import Refusal
from apps.sources.models import Text

NAMED = re.compile(r"(?<!\w)@([\w.+-]*\w)")
LONGEST = 5_000


@transaction.atomic
def comment(*, contradiction: Contradiction, words: str, by: User) -> Comment:
    """Say something on a case; who is named with @ hears of it."""
    said = _sayable(words)
    with because(by, f"said something on case {contradiction.pk}"):
        stored = Comment.objects.create(contradiction=contradiction, words=said, by=by)
    notify(_named(said), about=Notice.About.MENTION, case=contradiction, says=said, by=by)
    return stored


@transaction.atomic
def comment_on(*, passage: Passage, words: str, by: User) -> Comment:
    """Say something on a passage; what is sent again after a cut line is said once."""
    said = _sayable(words)
    Passage.objects.select_for_update().get(pk=passage.pk)
    last = passage.comments.order_by("-pk").first()
    if last is not None and (last.by_id, last.words) == (by.pk, said):
        return last
    with because(by, f"said something on passage {passage.pk}"):
        stored = Comment.objects.create(passage=passage, words=said, by=by)
    notify_of_mention(_named(said), passage=passage, says=said, by=by)
    return stored


@transaction.atomic
def begin_thread(*, text: Text, span: Span, words: str, by: User) -> Comment:
    """Say something on a stretch of a text, which becomes a passage if it is none yet."""
    start, end, _ = span
    with because(by, "said something on a passage"):
        passages = passages_for(text=text, spans=[span], by=by)
        return comment_on(passage=passages[start, end], words=words, by=by)


def _sayable(words: str) -> str:
    said = words.strip()
    if not said:
        raise Refusal("The comment is empty.", remedy="Write what you want to say.")
    if not is_storable(said):
        raise Refusal("The comment holds a NUL or half a character.", remedy="Take it out.")
    if len(said) > LONGEST:
        raise Refusal(f"The comment is longer than {LONGEST:,} characters.", remedy="Shorten it.")
    return said


def _named(said: str) -> QuerySet[User]:
    """People of the team whom it names with @."""
    return User.objects.filter(username__in=NAMED.findall(said)).exclude(role=Role.READER)


@transaction.atomic
def resolve(*, comment: Comment, by: User, is_resolved: bool) -> Comment:
    """Say that a question is answered, or that it is open after all."""
    stored = Comment.objects.select_for_update(of=("self",)).get(pk=comment.pk)
    with because(by, "resolved a comment" if is_resolved else "opened a comment again"):
        stored.is_resolved = is_resolved
        stored.save(update_fields=["is_resolved"])
    return stored
