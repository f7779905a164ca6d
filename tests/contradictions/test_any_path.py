"""On no path through a case is a verdict lost, given twice, or given on one's own claim."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from apps.accounts.models import User
from apps.claims.models import Claim
from apps.contradictions.actions import VerdictDraft, detect, let_go, reopen, revise, settle, take
from apps.contradictions.models import Contradiction, Verdict
from apps.domain.refusals import Refusal
from tests.tiny import row_counts
from tests.world import World

Kind, State = Verdict.Kind, Contradiction.State
WHY = "Checked against the printed yearbook."
LONGEST_PATH = 12
EXAMPLES = 8


def draft(number: int) -> VerdictDraft:
    """Any verdict: of each kind, with one claim of the case judged wrong where it needs one."""
    kind = list(Kind)[number % len(Kind)]
    claims = list(Claim.objects.order_by("pk"))
    needs = kind in (Kind.SOURCE_WRONG, Kind.ONE_RIGHT, Kind.TRANSCRIPTION)
    wrong = (claims[number % len(claims)],) if needs else ()
    return VerdictDraft(
        kind=kind, rationale=WHY, wrong=wrong, distinction="scope", would_decide="a look"
    )


def acts(world: World, number: int) -> dict[str, Callable[[], Any]]:
    """What can be tried on a case, by one of three people, one of whom entered a claim."""
    people: list[User] = [world.editor, world.second_editor, world.admin]
    by = people[number % len(people)]
    cases = list(Contradiction.objects.order_by("pk"))
    case = cases[number % len(cases)]
    given: dict[str, Any] = {"contradiction": case, "verdict": draft(number), "by": by}
    claim = list(Claim.objects.order_by("pk"))[number % Claim.objects.count()]
    return {
        "take": lambda: take(contradiction=case, by=by),
        "let go": lambda: let_go(contradiction=case, by=by),
        "settle": lambda: settle(**given, version=case.version),
        "settle what is stale": lambda: settle(**given, version=max(case.version - 1, 1)),
        "revise": lambda: revise(**given, version=case.version),
        "reopen": lambda: reopen(contradiction=case, by=by, reason="Let us look again."),
        "correct": lambda: world.correct(claim, reading=f"{100 * (number + 1)}"),
        "detect": lambda: detect(facts=None, by=None),
    }


ACTS = (
    "take",
    "let go",
    "settle",
    "settle what is stale",
    "revise",
    "reopen",
    "correct",
    "detect",
)


def verdicts() -> list[tuple[int, str]]:
    return list(Verdict.objects.order_by("pk").values_list("pk", "rationale"))


def own_verdicts() -> list[Verdict]:
    """Verdicts on cases about a claim that their author entered."""
    return [
        verdict
        for verdict in Verdict.objects.all()
        if verdict.contradiction.involvements.filter(claim__entered_by=verdict.given_by).exists()
    ]


def what_must_hold(before: list[tuple[int, str]]) -> None:
    """No verdict is gone, none stands twice, none is its own author's."""
    assert verdicts()[: len(before)] == before
    for case in Contradiction.objects.all():
        told = list(case.steps.values_list("what", flat=True))
        assert told.count("settled") == case.verdicts.count()
        assert (case.settled_by is not None) == (case.state == State.SETTLED)
    assert own_verdicts() == []


def go(world: World, path: list[tuple[str, int]]) -> None:
    for name, number in path:
        before, counts = verdicts(), row_counts()
        try:
            with transaction.atomic():
                acts(world, number)[name]()
        except Refusal:
            assert row_counts() == counts
        what_must_hold(before)


@settings(
    max_examples=EXAMPLES,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(
    path=st.lists(
        st.tuples(st.sampled_from(ACTS), st.integers(0, 20)), min_size=4, max_size=LONGEST_PATH
    )
)
def test_no_path_leads_to_a_lost_double_or_self_settled_verdict(
    world: World, path: list[tuple[str, int]]
) -> None:
    with transaction.atomic():
        world.claim("100", by=world.editor)
        world.claim("900")
        world.claim("5", period="2015")
        world.claim("70", period="2015")

        go(world, path)

        assert detect(facts=None, by=None).found == 0
        transaction.set_rollback(True)
