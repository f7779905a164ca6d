"""After any edits, verdicts, merges, splits and imports the cases are those of a rescan."""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import suppress
from dataclasses import replace
from typing import Any

import pytest
from django.db import transaction
from hypothesis import HealthCheck, note, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule, run_state_machine_as_test

from apps.annotations.models import Review
from apps.claims.actions import review_claims
from apps.claims.models import Claim, ClaimRole
from apps.contradictions import rooms
from apps.contradictions.actions import detect, reopen
from apps.contradictions.models import Contradiction, Involvement, Verdict
from apps.domain.refusals import Refusal
from apps.entities.actions import correct_entities, record_entities
from apps.entities.drafts import EntityDraft
from apps.entities.merging import merge_entities, undo_merge
from apps.entities.models import Entity, Merge, Split
from apps.entities.splitting import SplitDraft, split_entity, undo_split
from tests.world import World

WHY = "to see what detection makes of it"
FIGURES = ("5", "20", "100", "900", "over 20", "5..20", "20000")
PERIODS = ("2014", "2015", "2014/2015", "2014-06", "")
SUPPLIERS = ("norland", "norlund", "sudland", "league", "ALL")
SUBJECTS = ("karovia", "tresia", "marches")
JUDGES_WRONG = (Verdict.Kind.SOURCE_WRONG, Verdict.Kind.ONE_RIGHT)
KINDS = (*JUDGES_WRONG, Verdict.Kind.BOTH_STAND, Verdict.Kind.ROUNDING, Verdict.Kind.FALSE_ALARM)

FEW = settings(
    max_examples=6,
    stateful_step_count=7,
    derandomize=True,
    deadline=None,
    suppress_health_check=list(HealthCheck),
)

numbers = st.integers(0, 40)
imports = st.fixed_dictionaries(
    {
        "reading": st.sampled_from(FIGURES),
        "period": st.sampled_from(PERIODS),
        "subject": st.sampled_from(SUBJECTS),
        "roles": st.sampled_from(SUPPLIERS).map(lambda slug: {"supplier": slug}),
        "sums": st.sampled_from(("", "", "supplier")),
    }
)
shares = st.fixed_dictionaries(
    {
        "reading": st.sampled_from(("5", "50", "100")),
        "measure": st.just("supplier-share"),
        "roles": st.sampled_from(("norland", "norlund")).map(lambda slug: {"supplier": slug}),
        "unit": st.just("%"),
        "basis": st.just("tiv"),
    }
)


class Edits(RuleBasedStateMachine):
    """What people do to the network; what is refused is left, as on a page."""

    world: World

    def __init__(self) -> None:
        super().__init__()
        self.example = transaction.atomic()
        self.example.__enter__()
        twin = EntityDraft("norlund", "Norlund", "state", part_of=("league",))
        record_entities(drafts=[twin], by=self.world.editor, reason=WHY)
        self.world.claim("100")
        self.world.claim("900", roles={"supplier": "norlund"})

    def teardown(self) -> None:
        transaction.set_rollback(True)
        self.example.__exit__(None, None, None)

    @rule(drawn=st.lists(st.one_of(imports, imports, shares), min_size=1, max_size=4))
    def enter(self, drawn: list[dict[str, Any]]) -> None:
        """One claim as from a form, or several as from a file."""
        fields = [dict(one) for one in drawn]
        self.world.record(*(self.world.draft(one.pop("reading"), **one) for one in fields))

    @rule(number=numbers, reading=st.sampled_from(FIGURES))
    def read_otherwise(self, number: int, reading: str) -> None:
        self.world.correct(_one_of(Claim.objects.all(), number), reading=reading)

    @rule(number=numbers, period=st.sampled_from(PERIODS))
    def move(self, number: int, period: str) -> None:
        """Let a claim answer another question."""
        self.world.correct(_one_of(Claim.objects.all(), number), period=period)

    @rule(number=numbers, review=st.sampled_from((Review.ACCEPTED, Review.REJECTED)))
    def review(self, number: int, review: Review) -> None:
        claim = _one_of(Claim.objects.all(), number)
        review_claims(claims=[claim], review=review, by=self.world.editor, reason=WHY)

    @rule(number=numbers, kind=st.sampled_from(KINDS))
    def judge(self, number: int, kind: Verdict.Kind) -> None:
        for case in Contradiction.objects.open()[number % 3 :][:1]:
            claims = Claim.objects.filter(involvements__contradiction=case)
            wrong = [_one_of(claims, number)] if kind in JUDGES_WRONG else []
            with suppress(Refusal), transaction.atomic():
                self.world.settle(case, kind, *wrong)

    @rule(number=numbers)
    def doubt(self, number: int) -> None:
        for case in Contradiction.objects.settled()[number % 3 :][:1]:
            with suppress(Refusal), transaction.atomic():
                reopen(contradiction=case, by=self.world.editor, reason="Let us look again.")

    @rule()
    def merge_or_take_apart(self) -> None:
        by = self.world.editor
        for done in Merge.objects.filter(undone_by=None):
            undo_merge(merge=done, by=by, reason=WHY)
            return
        gone, kept = _entity("norlund"), _entity("norland")
        merge_entities(gone=gone, kept=kept, by=by, reason=WHY)

    @rule(number=numbers, slug=st.sampled_from(("karovia", "norland")))
    def split_or_give_back(self, number: int, slug: str) -> None:
        """A buyer, or a supplier, turns out to be two: the new one gets some of its claims."""
        by, origin = self.world.editor, _entity(slug)
        for done in Split.objects.filter(undone_by=None):
            undo_split(split=done, by=by, reason=WHY)
            return
        subjects = _numbers(Claim.objects.filter(subject=origin))[number % 2 :: 2]
        roles = _numbers(ClaimRole.objects.filter(entity=origin))[number % 2 :: 2]
        made = f"upper-{slug}-{Split.objects.count()}"
        rows = {"subjects": subjects, "answers": [], "roles": roles}
        draft = SplitDraft(made, made.replace("-", " ").title(), "state", rows=rows)
        with suppress(Refusal), transaction.atomic():
            split_entity(origin=origin, draft=draft, by=by, reason=WHY)

    @rule(label=st.sampled_from(("Norland", "the Northern Union")))
    def call_otherwise(self, label: str) -> None:
        entity = _entity("norland")
        draft = replace(EntityDraft(entity.slug, entity.label, entity.kind), label=label)
        correct_entities(drafts=[draft], by=self.world.editor, reason=WHY)

    @invariant()
    def a_rescan_changes_nothing(self) -> None:
        before = _stored()
        for case in before:
            note(str(case))
        with transaction.atomic():
            found = detect(facts=None, by=None)
            after = _stored()
            transaction.set_rollback(True)
        assert (found.found, found.reopened, found.withdrawn, found.closed) == (0, 0, 0, 0)
        assert after == before


def _numbers(rows: Any) -> list[int]:
    return list(rows.order_by("pk").values_list("pk", flat=True))


def _one_of(rows: Any, number: int) -> Any:
    ordered = list(rows.order_by("pk"))
    return ordered[number % len(ordered)]


def _entity(slug: str) -> Entity:
    return Entity.objects.get(slug=slug)


def _stored() -> list[tuple[Any, ...]]:
    """Every case with its state, and who is to blame in it."""
    cases = Contradiction.objects.order_by("fingerprint")
    involved: Iterable[Involvement] = Involvement.objects.order_by("position")
    blamed: dict[int, list[Any]] = {}
    for row in involved:
        blamed.setdefault(row.contradiction_id, []).append(
            (row.claim_id, row.regret, row.is_candidate)
        )
    return [
        (case.rule, case.state, case.facts, case.says, case.suspect_id, blamed[case.pk])
        for case in cases
    ]


def test_detection_equals_a_rescan_after_anything_people_do(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    Edits.world = world
    monkeypatch.setattr(rooms, "MANY", 2)

    run_state_machine_as_test(Edits, settings=FEW)
