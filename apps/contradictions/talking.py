"""What the team says on a case: comments that are open until resolved, and who is named in them."""

from __future__ import annotations

import re

from django.db import transaction

from apps.accounts.history import because
from apps.accounts.models import Role, User
from apps.contradictions.models import Comment, Contradiction, Notice
from apps.contradictions.notices import notify
from apps.domain.complaints import is_storable
from apps.domain.refusals import Refusal

NAMED = re.compile(r"(?<!\w)@([\w.+-]*\w)")
LONGEST = 5_000


@transaction.atomic
def comment(*, contradiction: Contradiction, words: str, by: User) -> Comment:
    """Say something on a case; who is named with @ hears of it."""
    said = words.strip()
    if not said:
        raise Refusal("The comment is empty.", remedy="Write what you want to say.")
    if not is_storable(said):
        raise Refusal("The comment holds a NUL or half a character.", remedy="Take it out.")
    if len(said) > LONGEST:
        raise Refusal(f"The comment is longer than {LONGEST:,} characters.", remedy="Shorten it.")
    with because(by, f"said something on case {contradiction.pk}"):
        stored = Comment.objects.create(contradiction=contradiction, words=said, by=by)
    named = User.objects.filter(username__in=NAMED.findall(said)).exclude(role=Role.READER)
    notify(named, about=Notice.About.MENTION, case=contradiction, says=said, by=by)
    return stored


@transaction.atomic
def resolve(*, comment: Comment, by: User, is_resolved: bool) -> Comment:
    """Say that a question is answered, or that it is open after all."""
    stored = Comment.objects.select_for_update(of=("self",)).get(pk=comment.pk)
    with because(by, "resolved a comment" if is_resolved else "opened a comment again"):
        stored.is_resolved = is_resolved
        stored.save(update_fields=["is_resolved"])
    return stored
