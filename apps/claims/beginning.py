"""Keeps what a person is writing in the form of a claim, so that no word is lost."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.db import transaction

from apps.accounts.models import User
from apps.annotations.marking import Span
from apps.annotations.models import OwnMark
from apps.claims.drafts import PLAIN
from apps.claims.models import BegunClaim, Claim, Stroke
from apps.claims.querysets import BegunClaimQuerySet
from apps.domain.anchoring import Outcome, compared, moved
from apps.domain.complaints import is_storable
from apps.domain.form_keys import refuse_no_key
from apps.domain.refusals import Refusal, Stale
from apps.sources.models import Text

TYPED = ("measure", "subject", "support", *PLAIN, "why", "version")
# The roles of its measure; what an edit was filled with, and what was typed then.
BEGINNINGS = ("role-", "was-", "yours-")
LONGEST = 50_000


@transaction.atomic
def keep_begun(
    *,
    text: Text,
    place: Span,
    claim: Claim | None = None,
    typed: Mapping[str, str],
    form: str,
    version: int,
    by: User,
) -> BegunClaim | None:
    """Keep what is typed; `version` is that of the draft one began from, 0 for none.

    `form` is the key of the form: what it sends itself is never stale, and once it was entered
    nothing of it is kept any more.
    """
    refuse_no_key(form)
    kept = _kept(typed)
    if _was_entered(form, by):
        return None
    here = {"text": text, "start": place[0], "end": place[1]}
    fresh = {**here, "quote": place[2], "typed": kept, "form": form}
    begun, is_new = BegunClaim.objects.select_for_update(of=("self",)).get_or_create(
        person=by, claim=claim, **({} if claim else here), defaults=fresh
    )
    if not is_new:
        _refuse_stale(begun, form, version)
        _go_on(begun, fresh)
    return begun


def drop_begun(*, begun: BegunClaimQuerySet, by: User) -> None:
    """Throw one's drafts away, or let them go into what is entered."""
    begun.of(by).delete()


@transaction.atomic
def carry_begun(*, text: Text) -> None:
    """Take what people are writing along to a better wording, where its place there is sure."""
    waiting = BegunClaim.objects.select_for_update().filter(text__source=text.source)
    for former in text.source.texts.originals().installed().exclude(pk=text.pk):
        own = list(waiting.filter(text=former))
        if not own:
            continue
        comparison = compared(former.content or "", text.content or "")
        for begun in own:
            movement = moved(comparison, [(begun.start, begun.end)])[begun.start, begun.end]
            if movement.outcome == Outcome.MOVED and movement.place is not None:
                _put(begun, text, movement.place)


def _put(begun: BegunClaim, text: Text, place: tuple[int, int]) -> None:
    """Let it stand there, unless its author writes on something there already."""
    own = BegunClaim.objects.of(begun.person).at(text, *place)
    if begun.claim is None and own.exists():
        return
    start, end = place
    quote = (text.content or "")[start:end]
    _go_on(begun, {"text": text, "start": start, "end": end, "quote": quote})


def _go_on(begun: BegunClaim, fresh: Mapping[str, Any]) -> None:
    for name, value in fresh.items():
        setattr(begun, name, value)
    begun.version += 1
    begun.save(update_fields=[*fresh, "version", "saved_at"])


def _refuse_stale(begun: BegunClaim, form: str, version: int) -> None:
    if version != begun.version and form != begun.form:
        raise Stale(
            "Another window of yours kept a later draft of this claim.",
            remedy="What you type here stays in this browser; open the passage again to compare.",
        )


def _was_entered(form: str, by: User) -> bool:
    own: list[Any] = [Stroke.objects.filter(person=by), OwnMark.objects.of(by)]
    return any(rows.filter(key=form).exists() for rows in own)


def _kept(typed: Mapping[str, str]) -> dict[str, str]:
    """What of all that was sent is the draft."""
    kept = {
        name: words for name, words in typed.items() if name in TYPED or name.startswith(BEGINNINGS)
    }
    words = [*kept, *kept.values()]
    if not all(map(is_storable, words)):
        raise Refusal("The draft holds a NUL or half a character.", remedy="Take it out.")
    if sum(map(len, words)) > LONGEST:
        raise Refusal(f"The draft is longer than {LONGEST:,} characters.", remedy="Shorten it.")
    return kept
