"""A claim as it is laid on the table: its place, its print in context, how it is read."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from django.db.models import Count

from apps.claims.models import Claim
from apps.claims.places import heading, places_of
from apps.claims.wording import (
    corrected_in_words,
    derivation,
    printed_with_unit,
    topic,
    value_in_words,
)
from apps.contradictions.contexts import Context, contexts_of
from apps.contradictions.models import Contradiction, Involvement, Verdict
from apps.sources.rights import Person

BASES = {"tiv": "SIPRI trend indicator values, 1990 prices", "nominal": "at current prices"}


@dataclass(frozen=True)
class Exhibit:
    """One claim of a case, ready for its page."""

    claim: Claim
    part: str
    place: str
    topic: str
    printed: str
    read_as: str
    how: str
    unit: str
    context: Context
    other_cases: int
    correction: str

    @property
    def heading(self) -> str:
        """Source and table."""
        return heading(self.claim, self.place)


def exhibits(
    contradiction: Contradiction, person: Person, involvements: Sequence[Involvement]
) -> list[Exhibit]:
    """The claims of a case in their order, each in the text that this person may read."""
    claims = [involvement.claim for involvement in involvements]
    places, contexts = places_of(claims), contexts_of(claims, person)
    others, corrections = _other_cases(claims, contradiction), corrections_of(claims)
    return [
        Exhibit(
            claim=involvement.claim,
            part=involvement.part,
            place=places[involvement.claim_id],
            topic=topic(involvement.claim),
            printed=printed_with_unit(involvement.claim),
            read_as=value_in_words(involvement.claim),
            how=derivation(involvement.claim),
            unit=_unit(involvement.claim),
            context=contexts[involvement.claim_id],
            other_cases=others.get(involvement.claim_id, 0),
            correction=corrections.get(involvement.claim_id, ""),
        )
        for involvement in involvements
    ]


def corrections_of(claims: Sequence[Claim]) -> dict[int, str]:
    """For each claim that counts otherwise than it is printed, how, and by which verdict."""
    corrected = {claim.pk: claim for claim in claims if claim.is_corrected}
    if not corrected:
        return {}
    links = (
        Verdict.objects.standing().filter(wrong_claims__in=corrected).exclude(corrected_reading="")
    )
    given = links.order_by("pk").values_list("wrong_claims", "pk")
    return {
        claim: corrected_in_words(corrected[claim], verdict)
        for claim, verdict in given
        if claim in corrected
    }


def _unit(claim: Claim) -> str:
    basis = BASES.get(claim.basis, "")
    return ", ".join(filter(None, [claim.unit if claim.unit not in ("date",) else "", basis]))


def _other_cases(claims: Sequence[Claim], contradiction: Contradiction) -> dict[int, int]:
    """For each claim, by its key, in how many other open cases it stands."""
    others = Contradiction.objects.open().exclude(pk=contradiction.pk)
    counted = (
        Involvement.objects.filter(claim__in=claims, contradiction__in=others)
        .order_by()
        .values_list("claim")
        .annotate(count=Count("contradiction", distinct=True))
    )
    return dict(counted)
