"""Keeps what a person is writing on a case, so that no word is lost on the way to a verdict."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from django.db import transaction

from apps.accounts.models import User
from apps.contradictions.models import Contradiction, Draft, Pair
from apps.domain.complaints import is_storable
from apps.domain.refusals import Refusal, Stale

TYPED = (
    "kind",
    "wrong",
    "corrected_reading",
    "corrected_unit",
    "differ_in",
    "distinction",
    "would_decide",
    "rationale",
    "evidence",
)
APART = "apart_"  # then the number of a claim: what it is in the role in which they differ
LONGEST = 50_000


def is_typed(name: str) -> bool:
    """Whether a field of the form goes into the draft."""
    return name in TYPED or (name.startswith(APART) and name.removeprefix(APART).isdecimal())


@transaction.atomic
def keep_draft(
    *,
    contradiction: Contradiction,
    typed: Mapping[str, Sequence[str]],
    by: User,
    version: int,
    seen: int,
) -> Draft | None:
    """Keep what is typed in the form; `version` is that of the draft one began from, 0 for none.

    `seen` is the version of the case that the form was shown with. What arrives after one's own
    verdict went into it, and is not kept.
    """
    kept = _to_be_kept(typed)
    draft = _stored(contradiction, by)
    if draft is None and _is_answered(contradiction, by, seen):
        return None
    if draft is None and version:
        raise Stale(
            "This draft was thrown away in another window of yours.",
            remedy="Open the page again; copy what you wrote here first.",
        )
    if draft is None:
        return Draft.objects.create(contradiction=contradiction, person=by, typed=kept)
    if draft.version != version:
        raise Stale(
            "Another window of yours kept a later draft of this verdict.",
            remedy="Open the page again to see it; copy what you wrote here first.",
        )
    return _written(draft, kept)


@transaction.atomic
def keep_as_sent(
    *, contradiction: Contradiction, typed: Mapping[str, Sequence[str]], by: User, seen: int
) -> None:
    """Keep a form that was refused as the latest draft: what is still under way comes too late."""
    kept = _to_be_kept(typed)
    draft = _stored(contradiction, by)
    if draft is not None:
        _written(draft, kept)
    elif kept and not _is_answered(contradiction, by, seen):
        Draft.objects.create(contradiction=contradiction, person=by, typed=kept)


def drop_draft(*, contradiction: Contradiction, by: User) -> None:
    """Throw one's draft away, or let it go into the verdict."""
    Draft.objects.filter(contradiction=contradiction, person=by).delete()


def _stored(contradiction: Contradiction, by: User) -> Draft | None:
    """One's draft; no verdict is given on the case before this transaction ends."""
    Contradiction.objects.select_for_update(of=("self",)).get(pk=contradiction.pk)
    mine = Draft.objects.select_for_update(of=("self",))
    return mine.filter(contradiction=contradiction, person=by).first()


def _is_answered(contradiction: Contradiction, by: User, seen: int) -> bool:
    """Whether one answered the case oneself since one's form was shown."""
    case = Contradiction.objects.select_related("settled_by").get(pk=contradiction.pk)
    is_given = case.settled_by is not None and case.settled_by.given_by_id == by.pk
    pair = Pair.objects.open_on(case)
    apart = [] if pair is None else list(pair.opinions.values_list("person", flat=True))
    return (is_given and seen < case.version) or apart == [by.pk]


def _written(draft: Draft, kept: dict[str, list[str]]) -> Draft:
    draft.typed, draft.version = kept, draft.version + 1
    draft.save(update_fields=["typed", "version", "saved_at"])
    return draft


def _to_be_kept(typed: Mapping[str, Sequence[str]]) -> dict[str, list[str]]:
    kept = {name: list(values) for name, values in typed.items() if is_typed(name) and any(values)}
    _refuse_nonsense(kept)
    return kept


def _refuse_nonsense(kept: Mapping[str, Sequence[str]]) -> None:
    words = [word for values in kept.values() for word in values]
    if not all(map(is_storable, words)):
        raise Refusal("The draft holds a NUL or half a character.", remedy="Take it out.")
    if sum(map(len, words)) > LONGEST:
        raise Refusal(f"The draft is longer than {LONGEST:,} characters.", remedy="Shorten it.")
