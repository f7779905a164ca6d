"""Keeps the stored contradictions in line with what detection finds now."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field

from apps.accounts.models import User
from apps.claims.changes import Touched
from apps.claims.models import Fact
from apps.contradictions.blaming import MOST_TOGETHER
from apps.contradictions.detection import find
from apps.contradictions.facts import Scope
from apps.contradictions.findings import ANYTHING, Finding, text_key
from apps.contradictions.models import Contradiction, Verdict
from apps.contradictions.moving import take_along
from apps.contradictions.querysets import ContradictionQuerySet
from apps.contradictions.recording import (
    difference,
    inputs_now,
    reads_otherwise,
    tell,
    write,
)
from apps.contradictions.rooms import spend
from apps.contradictions.setting_apart import let_stand
from apps.contradictions.texts import sources_named

State = Contradiction.State
BY_HAND = "by-hand"  # flagged by a person: no rule can find it, and none can miss it


@dataclass
class Outcome:
    """How many contradictions changed in which way, the verdicts that fell with it, the facts."""

    counts: Counter[str] = field(default_factory=Counter)
    fallen: list[Verdict] = field(default_factory=list)
    facts: set[str] = field(default_factory=set)

    def count(self, what: str, *facts: str) -> None:
        """Note what became of a case over these facts."""
        self.counts[what] += 1
        if len(facts) <= MOST_TOGETHER:
            self.facts.update(facts)


def reconcile(touched: Touched | None, by: User | None) -> Outcome:
    """Find afresh over what was touched, None being all; create, refresh, reopen, withdraw, close.

    Sums may change with any of their parts, so the cases about the sums of a whole are looked at
    again with it; all others only when one of their own facts changed.
    """
    scope, looked_at, in_texts = None, Contradiction.objects.all(), None
    if touched is not None:
        spend(touched)
        in_texts = sources_named(touched.facts)
        about = _about(touched, in_texts)
        cases = Contradiction.objects.to_reconcile(**about)
        anchors = {anchor for anchor in cases.values_list("anchor", flat=True) if anchor}
        scope = Scope.of(touched).with_wholes(anchors)
    fresh = {finding.fingerprint: finding for finding in find(scope, in_texts)}
    if touched is not None:
        looked_at = Contradiction.objects.to_reconcile(**about, found=fresh)
    known = _known(looked_at, touched, by)
    outcome = Outcome()
    _bring_in_line(fresh, known, outcome, by)
    for fingerprint, case in known.items():
        if fingerprint not in fresh:
            outcome.count(_gone(case, outcome, by), *case.facts)
    return outcome


def _bring_in_line(
    fresh: Mapping[str, Finding],
    known: Mapping[str, Contradiction],
    outcome: Outcome,
    by: User | None,
) -> None:
    """Open, refresh or close the cases of what is found."""
    answered = let_stand(fresh.values())
    for fingerprint, finding in fresh.items():
        case, verdict = known.get(fingerprint), answered.get(fingerprint)
        if verdict is not None and not _is_settled_otherwise(case, verdict):
            outcome.count(_let_stand(case, finding, verdict, by), *finding.facts)
        elif case is None:
            _found(finding, by)
            outcome.count("found", *finding.facts)
        else:
            outcome.count(_again(case, finding, outcome, by), *finding.facts, *case.facts)


def _known(
    cases: ContradictionQuerySet, touched: Touched | None, by: User | None
) -> dict[str, Contradiction]:
    """The stored cases by their fingerprints, taken along with what was moved."""
    locked = cases.select_for_update(of=("self",)).select_related("settled_by").defer("reckoning")
    moved = {} if touched is None else touched.moved
    return {case.fingerprint: case for case in take_along(locked, moved, by)}


def _about(touched: Touched, in_texts: Iterable[str]) -> dict[str, Collection[str]]:
    """What the cases to look at again are about: changed facts and texts, and sums of wholes."""
    wholes = Fact.objects.filter(pk__in=touched.reached).values_list("key", flat=True)
    changed = touched.facts | {text_key(slug) for slug in in_texts}
    return {"changed": changed, "wholes": [ANYTHING, *wholes]}


def _found(finding: Finding, by: User | None) -> Contradiction:
    case = Contradiction(fingerprint=finding.fingerprint)
    write(case, finding)
    tell(case, "found", f"Found by the rule “{finding.rule}”.", by)
    return case


def _is_settled_otherwise(case: Contradiction | None, verdict: Verdict) -> bool:
    """Whether somebody answered this very case, with this verdict or with another one."""
    return case is not None and (
        case.is_settled_by_its_own_verdict or verdict.contradiction_id == case.pk
    )


def _let_stand(
    case: Contradiction | None, finding: Finding, verdict: Verdict, by: User | None
) -> str:
    """A verdict on another case said already in what these claims differ."""
    if case is None:
        case = _found(finding, by)
    elif case.inputs_hash != finding.inputs_hash or reads_otherwise(case, finding):
        case.version += 1
        write(case, finding)
    if case.settled_by == verdict:
        return "standing"
    _set_state(case, State.SETTLED, verdict)
    tell(case, "closed", f"Resolved by verdict {verdict.pk}: {verdict.rationale}", by)
    return "closed"


def _again(case: Contradiction, finding: Finding, outcome: Outcome, by: User | None) -> str:
    """A finding that was stored before fires again."""
    changed = case.inputs_hash != finding.inputs_hash
    verdict = case.settled_by
    if case.state == State.WITHDRAWN:
        _reopen(case, finding, "Found again.", by)
        return "reopened"
    if verdict is not None and verdict.contradiction_id != case.pk:
        stands = Verdict.objects.standing().filter(pk=verdict.pk).exists()
        others = f"Found again with other claims. {difference(case, finding)}"
        _reopen(case, finding, others if stands else f"Verdict {verdict.pk} stands no longer.", by)
        return "reopened"
    if verdict is not None and changed:
        says = f"A claim behind the verdict changed. {difference(case, finding)}"
        _reopen(case, finding, says, by)
        outcome.fallen.append(verdict)
        return "reopened"
    if changed or reads_otherwise(case, finding):
        if changed:
            tell(case, "changed", difference(case, finding) or "Fewer claims take part.", by)
        case.version += 1
        write(case, finding)
    return "standing"


def _gone(case: Contradiction, outcome: Outcome, by: User | None) -> str:
    """A stored contradiction is found no longer."""
    if case.rule == BY_HAND:
        return _flagged(case, outcome, by)
    if case.state == State.WITHDRAWN:
        return "standing"
    own = case.settled_by if case.is_settled_by_its_own_verdict else None
    if own is not None and inputs_now(case) == case.inputs_hash:
        return "standing"
    if own is not None and own.claims_out_by_it_alone().exists():
        says = f"A claim behind the verdict changed. {difference(case)}"
        _set_state(case, State.OPEN, None)
        tell(case, "reopened", says.strip(), by)
        outcome.fallen.append(own)
        return "reopened"
    verdicts = Verdict.objects.standing().that_judged_a_claim_of(case)
    if own is None and case.settled_by in verdicts:
        return "standing"
    others = verdicts.exclude(pk=own.pk) if own is not None else verdicts
    verdict = others.last()
    if verdict is not None:
        _set_state(case, State.SETTLED, verdict)
        tell(case, "closed", f"Resolved by verdict {verdict.pk}: {verdict.rationale}", by)
        return "closed"
    _set_state(case, State.WITHDRAWN, None)
    tell(case, "withdrawn", f"The rule no longer fires. {difference(case)}".strip(), by)
    return "withdrawn"


def _flagged(case: Contradiction, outcome: Outcome, by: User | None) -> str:
    """A contradiction that a person flagged stands until what it is about has changed."""
    inputs = inputs_now(case)
    if inputs == case.inputs_hash:
        return "standing"
    case.inputs_hash = inputs
    case.save(update_fields=["inputs_hash"])
    own = case.settled_by if case.is_settled_by_its_own_verdict else None
    if own is not None:
        outcome.fallen.append(own)
    if case.is_settled:
        _set_state(case, State.OPEN, None)
    says = f"What it is about has changed. {difference(case)}".strip()
    tell(case, "changed" if own is None else "reopened", says, by)
    return "standing" if own is None else "reopened"


def _reopen(case: Contradiction, finding: Finding, says: str, by: User | None) -> None:
    _set_state(case, State.OPEN, None)
    write(case, finding)
    tell(case, "reopened", says.strip(), by)


def _set_state(case: Contradiction, state: str, verdict: Verdict | None) -> None:
    case.state, case.settled_by, case.version = state, verdict, case.version + 1
    case.save(update_fields=["state", "settled_by", "version"])
