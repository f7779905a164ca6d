"""What the page of a case shows of two verdicts apart, and how far such verdicts agree."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from django.contrib.auth.models import AnonymousUser

from apps.accounts.models import User
from apps.claims.models import Claim
from apps.claims.wording import printed_with_unit
from apps.contradictions.drafting import APART
from apps.contradictions.models import Contradiction, Opinion, Pair, Verdict
from apps.contradictions.pairing import BOTH
from apps.domain.agreement import alpha, per_cent, share_agreed, two_digits


@dataclass(frozen=True)
class OpinionSeen:
    """One verdict apart, in words."""

    opinion: Opinion
    kind: str
    wrong: list[str]
    details: list[str]
    rationale: str


@dataclass(frozen=True)
class PairSeen:
    """Two verdicts apart as one person may see them."""

    pair: Pair
    is_mine: bool
    awaited: list[User]
    opinions: list[OpinionSeen]

    @property
    def is_complete(self) -> bool:
        """Whether both are given, and open to all of the team."""
        return not self.awaited

    @property
    def agree(self) -> bool:
        """Whether both are of one kind and judge the same claims."""
        return len({(seen.kind, tuple(seen.wrong)) for seen in self.opinions}) == 1


@dataclass(frozen=True)
class Record:
    """A case that two answered apart, with what each of them said."""

    pair: Pair
    kinds: tuple[str, str]


@dataclass(frozen=True)
class AgreementSeen:
    """How far verdicts apart agree in their kind."""

    records: list[Record]
    share: Fraction | None
    alpha: Fraction | None

    @property
    def percent(self) -> str:
        """The share as it is read."""
        return per_cent(self.share)

    @property
    def alpha_in_words(self) -> str:
        """Two digits; nothing where it says nothing."""
        return two_digits(self.alpha)


def pair_on(case: Contradiction, person: User | AnonymousUser) -> PairSeen | None:
    """The two that were asked, if anybody was; opinions only as this person may see them."""
    pair = Pair.objects.open_on(case)
    if pair is None:
        return None
    given = list(pair.opinions.select_related("person"))
    answered = {opinion.person for opinion in given}
    awaited = [one for one in (pair.one, pair.other) if one not in answered]
    shown = given if not awaited else [opinion for opinion in given if opinion.person == person]
    claims = {str(row.claim_id): row.claim for row in case.involvements.all()}
    return PairSeen(pair, person in awaited, awaited, [_in_words(one, claims) for one in shown])


def agreement() -> AgreementSeen:
    """Over all cases that two have answered apart."""
    pairs = Pair.objects.answered().select_related("contradiction", "verdict", "one", "other")
    records = [
        Record(pair, (_kind(given[0]), _kind(given[1])))
        for pair in pairs.prefetch_related("opinions")
        if len(given := list(pair.opinions.all())) == BOTH
    ]
    kinds = [record.kinds for record in records]
    return AgreementSeen(records, share_agreed(kinds), alpha(kinds))


def _kind(opinion: Opinion) -> str:
    return str(Verdict.Kind(int(opinion.typed["kind"][0])).label)


def _in_words(opinion: Opinion, claims: dict[str, Claim]) -> OpinionSeen:
    typed: dict[str, Sequence[str]] = opinion.typed
    wrong = [printed_with_unit(claims[pk]) for pk in typed.get("wrong", ()) if pk in claims]
    names = ("corrected_reading", "corrected_unit", "differ_in", "distinction", "would_decide")
    details = [
        f"{name.replace('_', ' ')}: {typed[name][0]}"
        for name in (*names, "evidence")
        if name in typed
    ]
    apart = [
        (claim, typed[f"{APART}{pk}"][0]) for pk, claim in claims.items() if f"{APART}{pk}" in typed
    ]
    details += [f"{printed_with_unit(claim)}: {value}" for claim, value in apart]
    return OpinionSeen(opinion, _kind(opinion), wrong, details, typed["rationale"][0])
