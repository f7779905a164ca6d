"""What happens to texts when people read them: passages are marked, entities recognised."""

from __future__ import annotations

from collections.abc import Container, Iterable, Mapping, Sequence

import pghistory
from django.db import transaction

from apps.accounts.history import because
from apps.accounts.models import User
from apps.annotations.assigning import refuse_while_apart
from apps.annotations.drafts import MentionDraft
from apps.annotations.marking import Span, complaints_about, missing_passages, passages_at
from apps.annotations.models import Mention, Passage, Review
from apps.domain.complaints import told
from apps.domain.refusals import Refusal, quoted
from apps.entities.actions import accept_named
from apps.entities.models import Entity
from apps.sources.models import Text

BATCH = 2000


def passages_for(
    *, text: Text, spans: Iterable[Span], by: User | None
) -> dict[tuple[int, int], Passage]:
    """The passages at these places (start, end, quote), made where there are none yet.

    The reason is that of the action which needs them.
    """
    return passages_in(spans={text: spans}, by=by)[text]


@transaction.atomic
def passages_in(
    *, spans: Mapping[Text, Iterable[Span]], by: User | None
) -> dict[Text, dict[tuple[int, int], Passage]]:
    """The passages at these places of several texts, as few statements as for one."""
    wanted = {text: sorted(set(places)) for text, places in spans.items()}
    refuse_while_apart(wanted, by)
    there = passages_at({text: {start for start, _, _ in wanted[text]} for text in wanted})
    missing: list[Passage] = []
    for text, places in wanted.items():
        complaints = complaints_about(text, places, there[text])
        if complaints:
            raise Refusal(
                f"{len(complaints)} of the passages do not fit {text}: {told(complaints)}",
                remedy="Nothing was stored. Correct their offsets or quotes and try again.",
            )
        missing += missing_passages(text, places, there[text])
    with pghistory.context(**({"user": by.pk} if by else {})):
        made = Passage.objects.bulk_create(missing, BATCH)
    for passage in made:
        there[passage.text][passage.start, passage.end] = passage
    return {
        text: {(start, end): there[text][start, end] for start, end, _ in places}
        for text, places in wanted.items()
    }


@transaction.atomic
def record_mentions(
    *,
    drafts: Sequence[MentionDraft],
    by: User,
    reason: str,
    review: Review = Review.PROPOSED,
    revive: bool = True,
) -> int:
    """Enter mentions in the originals of their sources, all or none; how many were new."""
    texts = {
        text.source.slug: text
        for text in Text.objects.originals().current().select_related("source").defer("content")
    }
    _refuse_unknown(drafts, "source", texts)
    by_source: dict[str, list[MentionDraft]] = {}
    for draft in drafts:
        by_source.setdefault(draft.source, []).append(draft)
    return sum(
        record_mentions_in(
            text=texts[slug], drafts=named, by=by, reason=reason, review=review, revive=revive
        )
        for slug, named in by_source.items()
    )


@transaction.atomic
def record_mentions_in(
    *,
    text: Text,
    drafts: Sequence[MentionDraft],
    by: User,
    reason: str,
    review: Review = Review.PROPOSED,
    revive: bool = True,
) -> int:
    """Enter mentions in this very text, all or none; how many were new.

    Without `revive`, a mention that somebody removed stays removed.
    """
    entities = Entity.objects.in_bulk({draft.entity for draft in drafts}, field_name="slug")
    _refuse_unknown(drafts, "entity", entities)
    with because(by, reason):
        spans = [(draft.start, draft.end, draft.quote) for draft in drafts]
        passages = passages_for(text=text, spans=spans, by=by)
        named = {(passages[d.start, d.end].pk, entities[d.entity].pk) for d in drafts}
        had = _mentions_at({passage for passage, _ in named}, gone_too=not revive)
        made = Mention.objects.bulk_create(
            Mention(passage_id=passage, entity_id=entity, review=review, entered_by=by)
            for passage, entity in sorted(named - had)
        )
        if review == Review.ACCEPTED:
            accept_named((one.entity_id for one in made), by=by, reason=reason)
    return len(made)


@transaction.atomic
def review_mentions(*, mentions: Iterable[Mention], review: Review, by: User, reason: str) -> None:
    """Accept or reject mentions that people proposed."""
    changed = list(mentions)
    with because(by, reason):
        for mention in changed:
            mention.review = review
            mention.save(update_fields=["review"])
        if review == Review.ACCEPTED:
            accept_named((one.entity_id for one in changed), by=by, reason=reason)


def _mentions_at(passages: set[int], *, gone_too: bool) -> set[tuple[int, int]]:
    """Passage and entity of each mention that is there, or that ever was."""
    pair = ("passage_id", "entity_id")
    had = set(Mention.objects.filter(passage__in=passages).values_list(*pair))
    if gone_too:
        history = Mention.pgh_event_model  # type: ignore[attr-defined]
        had |= set(history.objects.filter(passage_id__in=passages).values_list(*pair))
    return had


def _refuse_unknown(drafts: Sequence[MentionDraft], what: str, known: Container[str]) -> None:
    """Refuse drafts whose source or entity is not among the known slugs."""
    complaints = [
        f"{draft.source} {draft.start}–{draft.end}: there is no {what} "
        f"{quoted(getattr(draft, what))}"
        for draft in drafts
        if getattr(draft, what) not in known
    ]
    if complaints:
        raise Refusal(
            f"{len(complaints)} of the mentions cannot be entered: {told(complaints)}",
            remedy="Nothing was stored. Correct them and try again.",
        )
