"""Follows the open contradictions through the network, and stores who is likeliest to blame."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Generic, TypeVar

from apps.claims.bare import read_beside
from apps.claims.models import Claim
from apps.claims.terms import NUMERIC
from apps.contradictions.blame import Blame, blame
from apps.contradictions.detection import span_of
from apps.contradictions.findings import Finding
from apps.contradictions.models import Contradiction, Involvement, Severity
from apps.contradictions.suspects import store_suspects
from apps.contradictions.ties import MOST_BESIDE, beside, ties_among
from apps.contradictions.weights import WEIGHTS, Weights, in_witnesses
from apps.contradictions.witnesses import asserted, witnesses_of
from apps.domain.network import Known, Tie, conflicts
from apps.domain.periods import Period
from apps.domain.spans import Span
from apps.domain.statements import is_loose

# Around more facts than these, only what the findings themselves say is weighed.
MOST_FACTS = 400
SLIP = "scale-slip"
# A case about more facts than these accuses nobody, and does not tie other cases together: that
# one of ten thousand countries is wrong helps no one to find it.
MOST_TOGETHER = 60

Conflict = frozenset[str]
Knowledge = Mapping[str, list[Known]]


# A case that is stored, or a finding that need not be.
C = TypeVar("C", Contradiction, Finding)


@dataclass
class Cluster(Generic[C]):
    """Contradictions that share facts; `around` are these facts and those tied to them."""

    cases: list[C] = field(default_factory=list)
    facts: set[str] = field(default_factory=set)
    around: set[str] = field(default_factory=set)
    conflicts: set[Conflict] = field(default_factory=set)
    is_explored: bool = True


def store_blame(facts: Collection[str] | None, weights: Weights = WEIGHTS) -> None:
    """Store who is to blame in the open contradictions near these facts; None is all of them."""
    waiting = _waiting(facts)
    crowded = [case for case in waiting if is_crowded(case)]
    if crowded:
        _give_up(crowded)
    for cluster, components in blamed(sorted(waiting, key=lambda case: case.pk), weights=weights):
        _store(cluster, components)


def blamed(
    cases: Iterable[C], *, is_as_settled: bool = True, weights: Weights = WEIGHTS
) -> Iterator[tuple[Cluster[C], list[Blame]]]:
    """Who is to blame in each cluster of cases, by what follows from the network around it.

    What verdicts let stand is no conflict any more, unless verdicts are laid aside.
    """
    clusters = clusters_of(cases)
    if not clusters:
        return
    _look_around(clusters)
    reachable = {fact for cluster in clusters if cluster.is_explored for fact in cluster.around}
    slipped = {key for cluster in clusters for key in _slipped(cluster)}
    known, ties = _known(reachable, as_printed=slipped), _ties_by_fact(reachable)
    excused = _excused(reachable) if is_as_settled else []
    for cluster in clusters:
        cluster.conflicts = _said(cluster)
        if cluster.is_explored:
            cluster.conflicts |= _followed(cluster, known, ties, excused)
    keys = {key for cluster in clusters for conflict in cluster.conflicts for key in conflict}
    weighed = asserted(keys, weights)
    for cluster in clusters:
        conflicts = sorted(cluster.conflicts, key=sorted)
        yield cluster, blame(conflicts, witnesses_of(conflicts, weighed))


def _waiting(facts: Collection[str] | None) -> list[Contradiction]:
    """The open contradictions near these facts, and all that share facts with those."""
    waiting = Contradiction.objects.open().only(
        "pk", "rule", "facts", "conflicts", "severity", "is_explored"
    )
    if facts is None:
        return list(waiting)
    found: dict[int, Contradiction] = {}
    seen: set[str] = set()
    fresh = {*facts, *(other for others in beside(facts).values() for other in others)}
    while fresh:
        cases = waiting.filter(facts__overlap=sorted(fresh)).exclude(pk__in=list(found))
        seen |= fresh
        met = {case.pk: case for case in cases}
        found |= met
        fresh = {
            fact for case in met.values() if not is_crowded(case) for fact in case.facts
        } - seen
    return list(found.values())


def _give_up(cases: list[Contradiction]) -> None:
    """Note that nobody was looked for."""
    given_up = Involvement.objects.filter(contradiction__in=cases)
    given_up.exclude(regret=None, is_candidate=False).update(regret=None, is_candidate=False)
    explored = Contradiction.objects.filter(pk__in=[case.pk for case in cases], is_explored=True)
    explored.update(is_explored=False)
    store_suspects([case.pk for case in cases])


def is_crowded(case: Contradiction | Finding) -> bool:
    """Whether a case is about so many facts that it accuses nobody."""
    return len(case.facts) > MOST_TOGETHER


def clusters_of(cases: Iterable[C]) -> list[Cluster[C]]:
    """The cases in groups that share facts, but for those that accuse nobody."""
    home: dict[str, Cluster[C]] = {}
    for case in (case for case in cases if not is_crowded(case)):
        joined = Cluster([case], set(case.facts))
        for cluster in {id(home[fact]): home[fact] for fact in case.facts if fact in home}.values():
            joined.cases += cluster.cases
            joined.facts |= cluster.facts
        home |= dict.fromkeys(joined.facts, joined)
    return list({id(cluster): cluster for cluster in home.values()}.values())


def _look_around(clusters: Iterable[Cluster[C]]) -> None:
    """See what is tied to the facts of each cluster, and whether that is too much to follow."""
    near = beside({fact for cluster in clusters for fact in cluster.facts})
    for cluster in clusters:
        tied = [near.get(fact, set()) for fact in cluster.facts]
        cluster.around = cluster.facts.union(*tied)
        is_crowded = any(len(others) > MOST_BESIDE for others in tied)
        cluster.is_explored = not is_crowded and len(cluster.around) <= MOST_FACTS


def _followed(
    cluster: Cluster[C], known: Knowledge, ties: Mapping[str, list[Tie]], excused: list[Conflict]
) -> set[Conflict]:
    """What follows from the network around a cluster, but for what a verdict lets stand."""
    claims = {fact: known[fact] for fact in sorted(cluster.around) if fact in known}
    tied = {tie: None for fact in sorted(cluster.around) for tie in ties.get(fact, ())}
    return {
        conflict
        for conflict in conflicts(claims, list(tied))
        if not any(settled <= conflict for settled in excused)
    }


def _said(cluster: Cluster[C]) -> set[Conflict]:
    """What the findings themselves say; advisories accuse nobody."""
    cases = [case for case in cluster.cases if case.severity != Severity.ADVISORY]
    return {frozenset(conflict) for case in cases for conflict in case.conflicts}


def is_weighed(case: Contradiction | Finding, cluster: Cluster[C]) -> bool:
    """Whether what clashes in a case was weighed: an advisory accuses by what others say alone."""
    return case.severity != Severity.ADVISORY or any(
        weighed <= frozenset(conflict)
        for conflict in case.conflicts
        for weighed in cluster.conflicts
    )


def _slipped(cluster: Cluster[C]) -> set[str]:
    """The claims that only a slip of scale would bring together: as printed they are at odds."""
    slips = [case for case in cluster.cases if case.rule == SLIP]
    return {key for case in slips for conflict in case.conflicts for key in conflict}


def _store(cluster: Cluster[Contradiction], components: list[Blame]) -> None:
    """Store regret and candidacy of each claim, and whether all was explored."""
    component_of = {key: component for component in components for key in component.regrets}
    weighed = {case.pk for case in cluster.cases if is_weighed(case, cluster)}
    rows = Involvement.objects.filter(contradiction__in=cluster.cases).select_related("claim")
    changed = []
    given_up: set[int] = set()
    for row in rows.only("contradiction", "regret", "is_candidate", "claim__key"):
        key = row.claim.key
        component = component_of.get(key) if row.contradiction_id in weighed else None
        if component is not None and not component.explored:
            given_up.add(row.contradiction_id)
        regret = in_witnesses(component.regrets[key]) if component is not None else None
        is_candidate = component is not None and key in component.candidates
        if (row.regret, row.is_candidate) != (regret, is_candidate):
            row.regret, row.is_candidate = regret, is_candidate
            changed.append(row)
    Involvement.objects.bulk_update(changed, ["regret", "is_candidate"], batch_size=500)
    for case in cluster.cases:
        is_explored = cluster.is_explored and case.pk not in given_up
        if case.is_explored != is_explored:
            case.is_explored = is_explored
            case.save(update_fields=["is_explored"])
    store_suspects([case.pk for case in cluster.cases])


def _known(facts: Collection[str], as_printed: Collection[str]) -> Knowledge:
    """For each of these facts what its claims say; hedges and loose questions say nothing hard.

    Claims count in any reading that their print allows, but for those that count `as_printed`.
    """
    claims = Claim.objects.in_network().on_facts(facts).filter(measure__kind__in=NUMERIC)
    known: dict[str, list[Known]] = {}
    for claim in claims.select_related("measure").order_by("pk"):
        span = span_of(claim.hard) if claim.key in as_printed else _widest(claim)
        period = Period.read(claim.period) if claim.period else None
        if span != Span.anything() and not is_loose(period, claim.slot_key):
            known.setdefault(claim.fact_key, []).append(Known(span, frozenset({claim.key})))
    return known


def _widest(claim: Claim) -> Span:
    span = span_of(claim.hard)
    quantity = read_beside(claim.reading_now, claim.unit_now, claim.measure)
    for alternative in quantity.alternatives if quantity else ():
        span = span.hull(alternative)
    return span


def _ties_by_fact(facts: Collection[str]) -> dict[str, list[Tie]]:
    ties: dict[str, list[Tie]] = {}
    for tie in ties_among(facts):
        for fact in tie.facts:
            ties.setdefault(fact, []).append(tie)
    return ties


def _excused(facts: Collection[str]) -> list[Conflict]:
    """What verdicts let stand (rounding, both stand) is no conflict any more."""
    settled = Contradiction.objects.settled().filter(facts__overlap=sorted(facts))
    return [frozenset(conflict) for case in settled for conflict in case.conflicts]
