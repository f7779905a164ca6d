"""Keeps what a person is writing on a case, so that no word is lost on the way to a verdict."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from django.db import transaction

from apps.accounts.models import User
from apps.contradictions.models import Contradiction, Draft
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
    *, contradiction: Contradiction, typed: Mapping[str, Sequence[str]], by: User, version: int
) -> Draft:
    """Keep what is typed in the form; `version` is that of the draft one began from, 0 for none."""
    kept = {name: list(values) for name, values in typed.items() if is_typed(name) and any(values)}
    _refuse_nonsense(kept)
    draft, is_new = Draft.objects.select_for_update().get_or_create(
        contradiction=contradiction, person=by, defaults={"typed": kept}
    )
    if is_new:
        return draft
    if draft.version != version:
        raise Stale(
            "Another window of yours kept a later draft of this verdict.",
            remedy="Open the page again to see it; copy what you wrote here first.",
        )
    draft.typed, draft.version = kept, draft.version + 1
    draft.save(update_fields=["typed", "version", "saved_at"])
    return draft


def drop_draft(*, contradiction: Contradiction, by: User) -> None:
    """Throw one's draft away, or let it go into the verdict."""
    Draft.objects.filter(contradiction=contradiction, person=by).delete()


def _refuse_nonsense(kept: Mapping[str, Sequence[str]]) -> None:
    words = [word for values in kept.values() for word in values]
    if not all(map(is_storable, words)):
        raise Refusal("The draft holds a NUL or half a character.", remedy="Take it out.")
    if sum(map(len, words)) > LONGEST:
        raise Refusal(f"The draft is longer than {LONGEST:,} characters.", remedy="Shorten it.")
