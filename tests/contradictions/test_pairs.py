"""Two editors answer a case apart: nobody sees a verdict before both are given."""

from __future__ import annotations

from typing import Any

import pytest
from django.db import IntegrityError, transaction
from django.test import Client

from apps.claims.models import Claim
from apps.contradictions.models import Contradiction, Notice, Opinion, Pair, Verdict
from apps.contradictions.pairing import ask_two
from tests.contradictions.cases import address, now, told, verdict
from tests.world import World

Kind = Verdict.Kind
ONE_WORDS = "The yearbook of 2015 prints the lower figure."
OTHER_WORDS = "A later volume corrects what the yearbook had."
AGREEMENT = "/agreement/"


@pytest.fixture
def apart(world: World, case: Contradiction) -> Contradiction:
    """The case, of which both editors were asked."""
    ask_two(contradiction=case, one=world.editor, other=world.second_editor, by=world.admin)
    return case


def opine(client: Client, case: Contradiction, **changed: Any) -> int:
    sent = verdict(now(case), **changed)
    return client.post(address("pair-opine", case), sent).status_code


def both_opine(client: Client, world: World, case: Contradiction, *wrong: Claim) -> None:
    """The one judges a claim wrong, the other lets both stand."""
    client.force_login(world.editor)
    opine(client, case, kind=Kind.ONE_RIGHT, wrong=[c.pk for c in wrong], rationale=ONE_WORDS)
    client.force_login(world.second_editor)
    opine(client, case, kind=Kind.BOTH_STAND, distinction="vintage", rationale=OTHER_WORDS)


def test_two_who_are_asked_hear_of_it_and_the_case_tells_of_it(
    editor: Client, world: World, case: Contradiction
) -> None:
    sent = {"one": world.editor.pk, "other": world.second_editor.pk}

    answer = editor.post(address("pair", case), sent)

    assert answer.status_code == 302
    assert told(case) == ["found", "asked two"]
    assert [notice.person for notice in Notice.objects.all()] == [world.second_editor]
    page = editor.get(case.get_absolute_url()).content.decode()
    assert "Awaited: Editor, Second_Editor." in page
    assert "Give it apart" in page


def test_a_verdict_apart_settles_nothing_and_nobody_else_sees_it(
    editor: Client, world: World, apart: Contradiction
) -> None:
    given = opine(editor, apart, rationale=ONE_WORDS)
    mine = editor.get(apart.get_absolute_url()).content.decode()

    assert given == 302
    assert ONE_WORDS in mine
    assert (now(apart).is_open, Verdict.objects.count()) == (True, 0)
    for person in (world.second_editor, world.admin, world.annotator):
        editor.force_login(person)
        assert ONE_WORDS not in editor.get(apart.get_absolute_url()).content.decode()
    assert ONE_WORDS not in Client().get(apart.get_absolute_url()).content.decode()


def test_nobody_settles_a_case_before_both_have_answered(
    editor: Client, world: World, apart: Contradiction
) -> None:
    opine(editor, apart, rationale=ONE_WORDS)
    editor.force_login(world.admin)

    answer = editor.post(address("settle", apart), verdict(now(apart), rationale=OTHER_WORDS))
    asked = editor.post(address("preview", apart), verdict(now(apart)))

    assert (answer.status_code, now(apart).is_open) == (422, True)
    assert "Two editors answer this case apart" in answer.content.decode()
    assert f"readonly>{OTHER_WORDS}</textarea>" in answer.content.decode()
    assert asked.status_code == 200
    assert Pair.objects.filter(is_closed=False).exists()


def test_both_verdicts_stand_side_by_side_and_the_consensus_may_start_from_one(
    editor: Client, world: World, apart: Contradiction, two: tuple[Claim, Claim]
) -> None:
    both_opine(editor, world, apart, two[1])
    opinion = Opinion.objects.get(person=world.editor)

    page = editor.get(apart.get_absolute_url(), {"from": opinion.pk})

    html = page.content.decode()
    assert "They differ; find a consensus" in html
    assert ONE_WORDS in html
    assert OTHER_WORDS in html
    assert page.context["form"]["rationale"].value() == ONE_WORDS
    assert page.context["form"].wrong_choices[1]["is_chosen"]
    heard = Notice.objects.filter(says__startswith="Both verdicts are given")
    assert {notice.person for notice in heard} == {world.editor, world.second_editor}


def test_the_consensus_closes_the_pair_and_counts_in_the_agreement(
    editor: Client, world: World, apart: Contradiction, two: tuple[Claim, Claim]
) -> None:
    empty = Client().get(AGREEMENT).content.decode()
    both_opine(editor, world, apart, two[1])

    given = world.settle(apart, Kind.ONE_RIGHT, two[1])

    pair = Pair.objects.get()
    assert (pair.is_closed, pair.verdict) == (True, given)
    assert "No case has been answered apart yet" in empty
    html = Client().get(AGREEMENT).content.decode()
    assert '<dd class="num">0 %</dd>' in html
    assert '<span class="num">0.00</span>' in html
    assert html.count(f'href="{apart.get_absolute_url()}"') == 1


def test_calling_it_off_lets_anybody_settle_again(
    editor: Client, world: World, apart: Contradiction
) -> None:
    opine(editor, apart, rationale=ONE_WORDS)

    off = editor.post(address("pair-off", apart)).status_code
    again = editor.post(address("pair-off", apart)).status_code
    world.settle(apart, Kind.BOTH_STAND)

    assert (off, again) == (302, 422)
    assert (now(apart).is_settled, Pair.objects.get().verdict) == (True, None)


# --- what is refused ---


def test_only_who_was_asked_answers_and_only_once(
    editor: Client, world: World, apart: Contradiction
) -> None:
    opine(editor, apart)
    again = opine(editor, apart)
    editor.force_login(world.admin)

    assert (again, opine(editor, apart)) == (422, 422)
    assert Opinion.objects.count() == 1


def test_a_verdict_apart_is_as_complete_as_any(editor: Client, apart: Contradiction) -> None:
    assert opine(editor, apart, rationale="short") == 422
    assert opine(editor, apart, kind=Kind.ONE_RIGHT) == 422
    stale = editor.post(address("pair-opine", apart), verdict(apart, version=apart.version + 1))
    assert stale.status_code == 422
    assert not Opinion.objects.exists()


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("editor", "editor"),
        ("editor", "annotator"),
        ("editor", ""),
        ("soon", "editor"),
        ("9" * 30, "editor"),
        ("999999", "editor"),
    ],
)
def test_it_takes_two_editors(
    editor: Client, world: World, case: Contradiction, one: str, other: str
) -> None:
    sent = [str(getattr(getattr(world, name, None), "pk", name)) for name in (one, other)]

    answer = editor.post(address("pair", case), dict(zip(("one", "other"), sent, strict=True)))

    assert (answer.status_code, Pair.objects.exists()) == (422, False)


def test_nobody_is_asked_about_their_own_claim_or_twice_or_when_it_is_settled(
    editor: Client, world: World, apart: Contradiction
) -> None:
    sent = {"one": world.editor.pk, "other": world.second_editor.pk}
    twice = editor.post(address("pair", apart), sent).status_code
    editor.post(address("pair-off", apart))
    world.claim("5000", by=world.editor)
    own = editor.post(address("pair", apart), sent).status_code
    world.settle(now(apart), Kind.BOTH_STAND, by=world.second_editor)
    settled = editor.post(address("pair", apart), sent).status_code

    assert (twice, own, settled, Pair.objects.count()) == (422, 422, 422, 1)


@pytest.mark.parametrize("name", ["pair", "pair-opine", "pair-off"])
def test_acts_apart_are_for_editors(
    client: Client, world: World, case: Contradiction, name: str
) -> None:
    anonymous = client.post(address(name, case))
    client.force_login(world.annotator)
    refused, looked = client.post(address(name, case)), client.get(address(name, case))
    client.force_login(world.editor)

    assert anonymous["Location"].startswith("/accounts/log-in/")
    leads = name == "pair-opine"
    assert (refused.status_code, looked.status_code) == (403, 302 if leads else 405)
    missing = address(name, case).replace(f"/{case.pk}/", "/999999/")
    assert (
        client.post(missing, {"one": world.editor.pk, "other": world.admin.pk}).status_code == 404
    )
    assert client.post(AGREEMENT).status_code == 405


def test_the_database_keeps_one_pair_of_two(world: World, apart: Contradiction) -> None:
    people = {"contradiction": apart, "one": world.editor, "asked_by": world.admin}

    with pytest.raises(IntegrityError, match="one_pair_at_a_time"), transaction.atomic():
        Pair.objects.create(**people, other=world.admin)
    with pytest.raises(IntegrityError, match="pair_is_of_two"), transaction.atomic():
        Pair.objects.create(**people, other=world.editor, is_closed=True)
