"""Where somebody of the team goes from the card of a claim."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import urlencode

from django.urls import reverse

from apps.claims.models import Claim
from apps.reading.links import address


@dataclass(frozen=True, slots=True)
class TeamLinks:
    """Where a claim is flagged and edited; `by` is who entered it, for they edit it."""

    flag: str
    edit: str
    by: int


def team_links(claim: Claim, *, is_editable: bool) -> TeamLinks:
    """The links of a claim; it is edited where its passage stands, in the present original."""
    flag = f"{reverse('contradictions:flag')}?{urlencode({'one': claim.key})}"
    edit = address("reading:claim-edit", claim.key) if is_editable else ""
    return TeamLinks(flag, edit, claim.entered_by_id)
