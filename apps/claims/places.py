"""Where in its source a claim stands: in which table, under which heading."""

from __future__ import annotations

from collections.abc import Iterable

from django.db.models import F

from apps.claims.models import Claim, Evidence
from apps.sources.models import Block, Text

RUNNING_TEXT = "text"


def places_of(claims: Iterable[Claim]) -> dict[int, str]:
    """For each claim, by its key, the label of its table (“Table 6”), or “text”."""
    wanted = [claim.pk for claim in claims]
    places = dict.fromkeys(wanted, RUNNING_TEXT)
    tables = (
        Evidence.objects.order_by("-passage__text__kind")
        .filter(  # the original has its say
            claim__in=wanted,
            passage__text__kind__in=Text.Kind.values,
            passage__text__blocks__kind=Block.Kind.TABLE,
            passage__text__blocks__start__lte=F("passage__start"),
            passage__text__blocks__end__gte=F("passage__end"),
        )
        .values_list("claim", "passage__text__blocks__label")
    )
    for claim, label in tables:
        places[claim] = label or "table"
    return places


def heading(claim: Claim, place: str) -> str:
    """Source and table: “Zaręba 2022, Table 6”."""
    name = claim.source.short_name
    return name if place == RUNNING_TEXT else f"{name}, {place}"
