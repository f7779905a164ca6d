"""Where in its source a claim stands: in which table or note, or among the references."""

from __future__ import annotations

from collections.abc import Iterable

from django.db.models import F

from apps.claims.models import Claim, Evidence
from apps.sources.models import Block, Text

RUNNING_TEXT = "text"
APART = (Block.Kind.TABLE, Block.Kind.FOOTNOTE, Block.Kind.REFERENCE)


def places_of(claims: Iterable[Claim]) -> dict[int, str]:
    """For each claim, by its key, where it stands: “Table 6”, “note 16”, “references”, “text”."""
    wanted = [claim.pk for claim in claims]
    places = dict.fromkeys(wanted, RUNNING_TEXT)
    blocks = (
        Evidence.objects.printing()
        .order_by("-passage__text__kind")
        .filter(  # the original has its say
            claim__in=wanted,
            passage__text__kind__in=Text.Kind.values,
            passage__text__blocks__kind__in=APART,
            passage__text__blocks__start__lte=F("passage__start"),
            passage__text__blocks__end__gte=F("passage__end"),
        )
        .values_list("claim", "passage__text__blocks__kind", "passage__text__blocks__label")
    )
    for claim, kind, label in blocks:
        places[claim] = _in_words(kind, label)
    return places


def _in_words(kind: str, label: str) -> str:
    if kind == Block.Kind.TABLE:
        return label or "table"
    return "references" if kind == Block.Kind.REFERENCE else f"note {label}".strip()


def heading(claim: Claim, place: str) -> str:
    """Source and place: “Zaręba 2022, Table 6”."""
    name = claim.source.short_name
    return name if place == RUNNING_TEXT else f"{name}, {place}"
