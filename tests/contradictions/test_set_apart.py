"""Both stand: the role in which claims differ is kept for each of them, and keeps them quiet."""

from __future__ import annotations

from http import HTTPStatus
from typing import Any

import pytest
from django.test import Client

from apps.claims.drafts import ALL
from apps.claims.models import Claim
from apps.contradictions.actions import Changed, VerdictDraft, detect, reopen, settle
from apps.contradictions.models import Contradiction, Distinction, Draft, Verdict
from apps.domain.refusals import Refusal
from tests.contradictions.cases import address, last_words, now, the_case, told, verdict
from tests.world import WHY, World

State, Kind = Contradiction.State, Verdict.Kind
ORDERS, DELIVERIES = "what was ordered", "what was delivered"
QUOTED = "all-quoted-as-one"


def set_apart(world: World, two: tuple[Claim, Claim]) -> Verdict:
    """The 100 are deliveries, the 900 are orders."""
    apart = tuple(zip(two, (DELIVERIES, ORDERS), strict=True))
    return world.settle(
        the_case(), Kind.BOTH_STAND, differ_in="status", apart=apart, distinction=""
    )


def form(case: Contradiction, two: tuple[Claim, Claim], **changed: Any) -> dict[str, Any]:
    said = {f"apart_{two[0].pk}": DELIVERIES, f"apart_{two[1].pk}": ORDERS, "differ_in": "status"}
    return verdict(case, **{"kind": int(Kind.BOTH_STAND), "would_decide": "", **said, **changed})


def test_the_role_and_what_each_claim_is_there_are_stored(
    world: World, two: tuple[Claim, Claim]
) -> None:
    given = set_apart(world, two)

    assert given.get_differ_in_display() == "status: ordered, delivered, planned"
    assert [(row.claim, row.value) for row in Distinction.objects.all()] == [
        (two[0], DELIVERIES),
        (two[1], ORDERS),
    ]


def test_what_is_set_apart_stays_quiet_under_another_rule(
    world: World, two: tuple[Claim, Claim]
) -> None:
    given = set_apart(world, two)

    world.claim("900", roles={"supplier": ALL})  # the 900 may have been quoted from here

    quoted = the_case(QUOTED)
    assert (quoted.state, quoted.settled_by) == (State.SETTLED, given)
    assert told(quoted) == ["found", "closed"]
    assert last_words(quoted) == f"Resolved by verdict {given.pk}: {WHY}"
    assert detect(facts=None, by=None) == Changed(standing=2)


def test_a_case_that_was_open_closes_with_the_verdict_and_comes_back_without_it(
    world: World, two: tuple[Claim, Claim]
) -> None:
    world.claim("900", roles={"supplier": ALL})
    set_apart(world, two)
    closed = the_case(QUOTED).state

    reopen(contradiction=the_case(), by=world.editor, reason="the yearbook was found")

    assert closed == State.SETTLED
    assert the_case(QUOTED).state == State.OPEN
    assert detect(facts=None, by=None) == Changed(standing=2)


def test_a_third_claim_that_was_not_set_apart_opens_the_case_again(
    world: World, two: tuple[Claim, Claim]
) -> None:
    set_apart(world, two)

    world.claim("500")

    assert the_case().state == State.OPEN


def test_a_claim_that_was_set_apart_and_now_reads_otherwise_opens_all_again(
    world: World, two: tuple[Claim, Claim]
) -> None:
    world.claim("900", roles={"supplier": ALL})
    set_apart(world, two)

    world.correct(two[0], reading="200")

    assert the_case().state == State.OPEN
    assert the_case(QUOTED).state == State.OPEN


@pytest.mark.parametrize(
    ("changed", "message"),
    [
        ({"differ_in": "colour"}, "There is no role “colour”."),
        ({"differ_in": ""}, "In which role do the claims differ so?"),
        ({"values": ("orders", "Orders ")}, "The role tells no two claims of the case apart."),
        ({"values": ("orders", "")}, "The role tells no two claims of the case apart."),
        ({"values": ("orders", "x" * 81)}, "What a claim is, is longer than 80."),
        ({"values": ("orders", "a \0")}, "What a claim is holds a NUL or half a character."),
        ({"kind": Kind.ROUNDING}, "Only where both stand is there a role that sets them apart."),
    ],
)
def test_what_sets_nothing_apart_is_refused(
    world: World, two: tuple[Claim, Claim], changed: dict[str, Any], message: str
) -> None:
    values = changed.pop("values", (DELIVERIES, ORDERS))
    fields = {"kind": Kind.BOTH_STAND, "differ_in": "status", "distinction": "a note", **changed}
    draft = VerdictDraft(rationale=WHY, apart=tuple(zip(two, values, strict=True)), **fields)

    with pytest.raises(Refusal) as refused:
        settle(contradiction=the_case(), verdict=draft, by=world.editor, version=1)

    assert refused.value.message == message
    assert Verdict.objects.count() == 0


def test_a_claim_of_another_case_is_not_set_apart(world: World, two: tuple[Claim, Claim]) -> None:
    elsewhere = world.claim("5", period="1999")

    with pytest.raises(Refusal, match="plays no part here"):
        set_apart(world, (two[0], elsewhere))


def test_an_editor_says_in_the_form_what_each_claim_is(
    world: World, case: Contradiction, two: tuple[Claim, Claim], client: Client
) -> None:
    client.force_login(world.editor)

    client.post(address("settle", case), form(case, two))

    page = client.get(address("case", case)).content.decode()
    assert now(case).state == State.SETTLED
    assert ORDERS in page
    assert DELIVERIES in page
    assert "status: ordered, delivered, planned" in page


@pytest.mark.parametrize(
    ("changed", "error"),
    [
        ({"differ_in": ""}, "Choose the role in which the claims differ so."),
        ({"differ_in": "status", "second": ""}, "Say of at least two claims what they are"),
        ({"differ_in": "colour"}, "colour is not one of the available choices"),
    ],
)
def test_a_form_that_sets_nothing_apart_stores_nothing(
    world: World,
    case: Contradiction,
    two: tuple[Claim, Claim],
    client: Client,
    changed: dict[str, str],
    error: str,
) -> None:
    client.force_login(world.editor)
    if "second" in changed:
        changed = {**changed, f"apart_{two[1].pk}": changed["second"]}

    answer = client.post(address("settle", case), form(case, two, **changed))

    assert answer.status_code == HTTPStatus.UNPROCESSABLE_ENTITY
    assert error in answer.content.decode()
    assert now(case).state == State.OPEN


def test_what_each_claim_is_waits_in_the_draft(
    world: World, case: Contradiction, two: tuple[Claim, Claim], client: Client
) -> None:
    client.force_login(world.editor)

    client.post(address("draft", case), {**form(case, two), "draft_version": "0"})

    assert Draft.objects.get().typed[f"apart_{two[1].pk}"] == [ORDERS]
    assert f'value="{ORDERS}"' in client.get(address("case", case)).content.decode()


def test_what_would_close_with_it_is_shown_before(
    world: World, case: Contradiction, two: tuple[Claim, Claim], client: Client
) -> None:
    world.claim("900", roles={"supplier": ALL})
    client.force_login(world.editor)

    page = client.post(address("preview", case), form(case, two), headers={"HX-Request": "true"})

    assert the_case(QUOTED).headline in page.content.decode()
    assert the_case(QUOTED).state == State.OPEN
