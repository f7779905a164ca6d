"""Many measures at once: each is entered after the one that it is a share of."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from django.db import transaction

from apps.accounts.models import User
from apps.claims.actions import record_measure
from apps.claims.models import Measure
from apps.domain.refusals import Refusal, quoted

ENTERED = (
    "slug",
    "label",
    "phrase",
    "kind",
    "unit_family",
    "roles",
    "is_additive_over_time",
    "additive_over",
    "is_non_negative",
    "is_functional",
    "share_over",
    "tells",
    "follows",
    "note",
)

MeasureDraft = Mapping[str, Any]


def draft_of_measure(measure: Measure) -> dict[str, Any]:
    """The draft that would enter this measure again, `whole` by its slug."""
    return {
        **{name: getattr(measure, name) for name in ENTERED},
        "whole": measure.whole.slug if measure.whole else "",
    }


@transaction.atomic
def record_measures(*, drafts: Sequence[MeasureDraft], by: User, reason: str) -> list[Measure]:
    """Enter measures or change those there are, all or none; claims that would not fit stop it."""
    measures = {measure.slug: measure for measure in Measure.objects.all()}
    stored: list[Measure] = []
    for draft in _wholes_first(drafts):
        whole = measures[draft["whole"]] if draft["whole"] else None
        fields = {name: value for name, value in draft.items() if name not in ("slug", "whole")}
        measure = record_measure(
            slug=draft["slug"], fields={**fields, "whole": whole}, by=by, reason=reason
        )
        measures[measure.slug] = measure
        stored.append(measure)
    return stored


def _wholes_first(drafts: Sequence[MeasureDraft]) -> Iterator[MeasureDraft]:
    """The drafts, each after the one that it is a share of, if that is among them."""
    waiting = {draft["slug"]: draft for draft in drafts}
    while waiting:
        ready = [draft for draft in waiting.values() if draft["whole"] not in waiting]
        if not ready:
            raise Refusal(
                f"{quoted(min(waiting))} would be a share of itself through others.",
                remedy="Break the circle of wholes.",
            )
        for draft in ready:
            yield waiting.pop(draft["slug"])
