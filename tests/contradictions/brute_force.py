"""Every group that a rule could look at, enumerated in plain Python: what the screens must find."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta
from itertools import groupby

from apps.claims.models import Claim
from apps.contradictions.findings import Finding
from apps.contradictions.rulebook import Group, rules
from apps.domain.periods import Period, tiles
from apps.domain.statements import Statement, by_fact

Fact = tuple[Statement, ...]
Cut = tuple[Fact, ...]
WIDER = {
    "karovia": {"marches"},
    "tresia": {"marches"},
    "norland": {"league"},
    "sudland": {"league"},
}
ADDITIVE = {"arms-imports": {"subject", "supplier"}, "recipient-share": {"subject"}}
ADDITIVE_OVER_TIME = {"arms-imports"}
NO_ENTITY = ("ALL", "UNSPECIFIED")


def fingerprints(statements: Iterable[Statement], claims: Sequence[Claim]) -> set[str]:
    """The fingerprints of all that the rules find in all their groups."""
    stated = tuple(statements)
    facts = [tuple(fact) for fact in by_fact(stated)]
    return {
        finding.fingerprint
        for code, group in (
            *_alone(facts),
            *_pairs(facts),
            *_sums(facts),
            *_shares(facts, claims),
            *_shares_of_one(facts, claims),
            *_columns(stated, claims),
        )
        for finding in _judged(code, group)
    }


def _judged(code: str, group: Group) -> Iterator[Finding]:
    yield from rules()[code].judge(group)


def _alone(facts: list[Fact]) -> Iterator[tuple[str, Group]]:
    for fact in facts:
        yield "same-fact-disjoint", {"claims": fact}
        yield "scale-slip", {"claims": fact}


def _pairs(facts: list[Fact]) -> Iterator[tuple[str, Group]]:
    for whole in facts:
        for part in facts:
            if _is_part(part[0], whole[0]):
                yield "part-exceeds-whole", {"whole": whole, "part": part}


def _sums(facts: list[Fact]) -> Iterator[tuple[str, Group]]:
    for whole in facts:
        beside = [part for part in facts if _lies_beside(part[0], whole[0])]
        for slot in ("subject", "supplier"):
            parts = [part for part in beside if _differing(part[0], whole[0]) == {slot}]
            for cut in (_largest(parts), _smallest(parts)):
                yield "parts-exceed-whole", {"whole": whole, "parts": _flat(cut)}
        within = [part for part in facts if _lies_within(part[0], whole[0])]
        for cut in filter(None, _cuts(within)):
            periods = [_period(part[0]) for part in cut]
            if tiles(periods, _period(whole[0])):
                yield "rows-miss-total", {"total": whole, "rows": _flat(cut)}
            elif len(cut) > 1 and _are_apart(periods):
                yield "parts-exceed-whole", {"whole": whole, "parts": _flat(cut)}


def _shares(facts: list[Fact], claims: Sequence[Claim]) -> Iterator[tuple[str, Group]]:
    by_key = {fact[0].fact: fact for fact in facts}
    for claim in claims:
        part, whole = by_key.get(claim.part_fact_key), by_key.get(claim.whole_fact_key)
        share = by_key.get(claim.fact_key)
        if part and whole and share:
            yield "share-does-not-match", {"share": share, "part": part, "whole": whole}


def _shares_of_one(facts: list[Fact], claims: Sequence[Claim]) -> Iterator[tuple[str, Group]]:
    wholes = {c.fact_key: c.whole_fact_key for c in claims if c.part_fact_key != c.whole_fact_key}
    for whole in set(filter(None, wholes.values())):
        for measure in ("supplier-share", "recipient-share"):
            beside = [
                f for f in facts if f[0].measure == measure and wholes.get(f[0].fact) == whole
            ]
            yield "shares-exceed-whole", {"shares": _flat(beside)}


def _columns(stated: Fact, claims: Sequence[Claim]) -> Iterator[tuple[str, Group]]:
    sums = {claim.pk: claim.sums for claim in claims if claim.sums}
    for total in stated:
        rows = [
            fact
            for fact in by_fact(stated)
            if _lies_beside(fact[0], total)
            and _differing(fact[0], total) == {sums.get(total.claim, "")}
            and _words(fact[0]) == _words(total)
        ]
        widest = _largest(rows)
        if len(widest) > 1:
            yield "rows-miss-total", {"total": (total,), "rows": _flat(widest)}


def _is_part(part: Statement, whole: Statement) -> bool:
    return _lies_beside(part, whole) or (
        _covers(whole, part) and _is_additive_over_time(part) and _contains(whole, part)
    )


def _lies_beside(part: Statement, whole: Statement) -> bool:
    return _covers(whole, part) and bool(_differing(part, whole)) and _same_days(part, whole)


def _lies_within(part: Statement, whole: Statement) -> bool:
    return (
        _is_additive_over_time(part)
        and part.strand == whole.strand
        and part.slot_key == whole.slot_key
        and _contains(whole, part)
        and part.period is not None
        and part.period.start is not None
    )


def _is_additive_over_time(statement: Statement) -> bool:
    return statement.measure in ADDITIVE_OVER_TIME


def _slots(statement: Statement) -> dict[str, str]:
    return dict(piece.split("=") for piece in statement.slot_key.split("|"))


def _differing(part: Statement, whole: Statement) -> set[str]:
    of_whole = _slots(whole)
    return {slot for slot, value in _slots(part).items() if value != of_whole[slot]}


def _covers(whole: Statement, part: Statement) -> bool:
    """Whether each slot of the part lies in that of the whole, additive ones alone reaching out."""
    if part.measure != whole.measure or part.strand != whole.strand:
        return False
    of_part = _slots(part)
    return _differing(part, whole) <= ADDITIVE.get(part.measure, set()) and all(
        _holds(value, of_part[slot]) for slot, value in _slots(whole).items()
    )


def _holds(value: str, other: str) -> bool:
    if value == other:
        return True
    return other not in NO_ENTITY and (value == "ALL" or value in WIDER.get(other, ()))


def _words(statement: Statement) -> str:
    return statement.fact.rsplit("|", 3)[1]


def _same_days(one: Statement, other: Statement) -> bool:
    if _words(one) == _words(other):
        return True
    return _is_settled(one) and _is_settled(other) and _ends(one) == _ends(other)


def _contains(whole: Statement, part: Statement) -> bool:
    """Whether the part's period lies inside the whole's, and is another."""
    if not (_is_settled(whole) and _is_settled(part)) or _ends(whole) == _ends(part):
        return False
    return _period(whole).contains(_period(part))


def _is_settled(statement: Statement) -> bool:
    period = statement.period
    return period is not None and not (
        period.hedged or period.start_unknown or period.end_unknown or period.end_open
    )


def _period(statement: Statement) -> Period:
    assert statement.period is not None
    return statement.period


def _ends(statement: Statement) -> tuple[date | None, date | None]:
    return _period(statement).start, _period(statement).end


def _cuts(within: list[Fact]) -> Iterator[Cut]:
    """All of one grain and rhythm; the finest; the coarsest."""
    grain = sorted(within, key=lambda fact: _grain(_period(fact[0])))
    for _, parts in groupby(grain, key=lambda fact: _grain(_period(fact[0]))):
        yield tuple(parts)
    yield tuple(p for p in within if not any(_contains(p[0], other[0]) for other in within))
    yield tuple(p for p in within if not any(_contains(other[0], p[0]) for other in within))


def _grain(period: Period) -> tuple[str, int, int]:
    assert period.start is not None
    assert period.end is not None
    first, after = period.start, period.end + timedelta(days=1)
    if first.day == after.day == 1:
        months = 12 * (after.year - first.year) + after.month - first.month
        return "months", months, (12 * first.year + first.month) % months
    days = (after - first).days
    return "days", days, (first.toordinal() - 1) % days


def _are_apart(periods: Sequence[Period]) -> bool:
    return not any(
        one.overlaps(other) for place, one in enumerate(periods) for other in periods[:place]
    )


def _largest(parts: list[Fact]) -> Cut:
    return tuple(
        part
        for part in parts
        if not any(_covers(other[0], part[0]) for other in parts if other is not part)
    )


def _smallest(parts: list[Fact]) -> Cut:
    return tuple(
        part
        for part in parts
        if not any(_covers(part[0], other[0]) for other in parts if other is not part)
    )


def _flat(cut: Iterable[Fact]) -> Fact:
    return tuple(statement for fact in cut for statement in fact)
