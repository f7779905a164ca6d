"""Acts on a case by its addresses: who may do them, and what happens to nonsense."""

from __future__ import annotations

import re
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from apps.claims.models import Claim
from apps.contradictions.models import Contradiction, Verdict
from tests.contradictions.cases import address, now, verdict
from tests.world import WHY, World

Kind, State = Verdict.Kind, Contradiction.State
SENT_FROM_PAGE = ["settle", "revise", "preview"]
ACTS = [*SENT_FROM_PAGE, "take", "let-go", "reopen", "draft", "draft-drop", "here"]


@pytest.mark.parametrize("name", ACTS)
def test_acts_are_not_done_by_looking(editor: Client, case: Contradiction, name: str) -> None:
    leads = name in SENT_FROM_PAGE

    for look in (editor.get, editor.head):
        answer = look(address(name, case))
        assert answer.status_code == (302 if leads else 405)
        assert not leads or answer["Location"] == case.get_absolute_url()

    assert editor.put(address(name, case)).status_code == 405
    assert now(case).version == case.version


@pytest.mark.parametrize("name", ["settle", "preview"])
def test_with_no_verdict_chosen_the_message_says_what_to_do(
    editor: Client, case: Contradiction, name: str
) -> None:
    page = editor.post(address(name, case), verdict(case, kind="")).content.decode()

    assert "No verdict is chosen: say what is the case." in page
    assert "This field is required." not in page


@pytest.mark.parametrize("name", ACTS)
def test_who_is_not_known_is_sent_to_log_in(client: Client, case: Contradiction, name: str) -> None:
    answer = client.post(address(name, case), verdict(case))

    assert answer.status_code == 302
    assert answer["Location"] == f"/accounts/log-in/?next={address(name, case)}"
    assert now(case).state == State.OPEN


@pytest.mark.parametrize("name", ACTS)
@pytest.mark.parametrize("person", ["reader", "annotator"])
def test_who_may_not_settle_is_refused(
    client: Client, world: World, case: Contradiction, name: str, person: str
) -> None:
    client.force_login(getattr(world, person))

    assert client.post(address(name, case), verdict(case)).status_code == 403
    assert now(case).state == State.OPEN


@pytest.mark.parametrize("name", ACTS)
def test_an_act_on_an_unknown_case_is_404(editor: Client, case: Contradiction, name: str) -> None:
    where = reverse(f"contradictions:{name}", args=[case.pk + 1])

    assert editor.post(where, verdict(case)).status_code == 404


def test_settling_settles_and_leads_back(editor: Client, world: World, case: Contradiction) -> None:
    wrong = Claim.objects.get(reading="900")

    answer = editor.post(
        address("settle", case), verdict(case, kind=Kind.ONE_RIGHT, wrong=[wrong.pk])
    )

    assert (answer.status_code, answer["Location"]) == (302, case.get_absolute_url())
    given = now(case).settled_by
    assert given is not None
    assert (given.kind, given.rationale, given.given_by) == (Kind.ONE_RIGHT, WHY, world.editor)
    assert list(given.wrong_claims.all()) == [wrong]


@pytest.mark.parametrize(
    "nonsense",
    [
        {"kind": "99"},
        {"kind": "one right"},
        {"kind": ""},
        {"rationale": ""},
        {"rationale": "too short"},
        {"rationale": "a NUL \0 in the middle"},
        {"version": "soon"},
        {"version": "-1"},
        {"version": "9" * 30},
        {"kind": "2"},
        {"kind": "2", "wrong": ["999999"]},
        {"kind": "2", "wrong": ["\0"]},
        {"kind": "3"},
        {"kind": "7", "would_decide": " "},
        {"rationale": "x" * 20_001},
        {"evidence": "/claims/no-such-claim/"},
        {"evidence": "/passages/999999/"},
        {"kind": "3", "distinction": "x" * 251},
        {"evidence": "x" * 2001},
    ],
)
def test_a_nonsense_verdict_is_422_and_stores_nothing(
    editor: Client, case: Contradiction, nonsense: dict[str, Any]
) -> None:
    answer = editor.post(address("settle", case), verdict(case, **nonsense))

    assert answer.status_code == 422
    assert "Nothing was stored." in answer.content.decode()
    assert now(case).state == State.OPEN
    assert Verdict.objects.count() == 0


def test_an_empty_post_is_422(editor: Client, case: Contradiction) -> None:
    assert editor.post(address("settle", case)).status_code == 422
    assert editor.post(address("reopen", case)).status_code == 422


def test_a_stale_verdict_keeps_what_was_typed_and_can_be_sent_again(
    editor: Client, world: World, case: Contradiction
) -> None:
    world.correct(Claim.objects.get(reading="900"), reading="800")

    answer = editor.post(address("settle", case), verdict(case))
    page = answer.content.decode()

    assert answer.status_code == 412
    assert "changed while you were writing" in page
    assert "elsewhere 900: at least" in page  # what the editor had read
    assert "elsewhere 800: at least" in page  # what it is now
    assert WHY in page
    [version] = re.findall(r'name="version" value="(\d+)"', page)
    assert editor.post(address("settle", case), verdict(case, version=version)).status_code == 302
    assert now(case).state == State.SETTLED


def test_who_comes_second_sees_the_verdict_and_keeps_what_was_typed(
    editor: Client, world: World, case: Contradiction
) -> None:
    world.settle(case, Kind.BOTH_STAND, by=world.second_editor)

    answer = editor.post(address("settle", case), verdict(case, rationale="They differ in scope."))
    page = answer.content.decode()

    assert answer.status_code == 412
    assert "This contradiction is settled since you began to write." in page
    assert "They differ in scope.</textarea>" in page
    assert Verdict.objects.count() == 1


def test_taking_takes_and_leads_back(editor: Client, world: World, case: Contradiction) -> None:
    answer = editor.post(address("take", case))

    assert (answer.status_code, answer["Location"]) == (302, case.get_absolute_url())
    assert (now(case).state, now(case).assigned_to) == (State.IN_REVIEW, world.editor)


def test_taking_what_is_settled_is_422(editor: Client, case: Contradiction) -> None:
    editor.post(address("settle", case), verdict(case))

    assert editor.post(address("take", case)).status_code == 422


def test_reopening_reopens_and_leads_back(editor: Client, case: Contradiction) -> None:
    editor.post(address("settle", case), verdict(case))

    answer = editor.post(address("reopen", case), {"reason": "The yearbook was misread."})

    assert (answer.status_code, answer["Location"]) == (302, case.get_absolute_url())
    assert (now(case).state, now(case).settled_by) == (State.OPEN, None)


@pytest.mark.parametrize("reason", ["", "too short", "a NUL \0 in the middle"])
def test_reopening_without_a_reason_is_422(
    editor: Client, case: Contradiction, reason: str
) -> None:
    editor.post(address("settle", case), verdict(case))

    assert editor.post(address("reopen", case), {"reason": reason}).status_code == 422
    assert now(case).state == State.SETTLED


def test_a_verdict_is_read_by_everybody_at_once(editor: Client, case: Contradiction) -> None:
    editor.post(address("settle", case), verdict(case))

    page = Client().get(case.get_absolute_url()).content.decode()

    assert WHY in page
    assert "Cannot be decided yet" in page
