"""Editing a stored claim beside its passage, and what happens when two do so at once."""

from __future__ import annotations

import re
from html import unescape
from typing import Any

import pytest
from django.test import Client

from apps.accounts.past import past_of
from apps.annotations.models import Review
from apps.claims.actions import draft_of
from apps.claims.models import Claim, Stroke
from apps.contradictions.models import Contradiction, Verdict
from tests.world import ALMANAC, World, printed_in

FRAGMENT = {"HX-Request": "true"}
KEY = "almanac.110"
EDIT, SAVE = f"/claims/{KEY}/edit/", f"/claims/{KEY}/edit/save/"
CHECK, UNDO = f"/claims/{KEY}/edit/check/", "/sources/almanac/mark/undo/"


@pytest.fixture
def claim(world: World) -> Claim:
    """What Norland sold to Karovia in 2014, as the almanac has it; the annotator entered it."""
    draft = printed_in(
        ALMANAC, "almanac", "110", measure="arms-imports", roles={"supplier": "norland"}, key=KEY
    )
    [entered] = world.record(draft)
    return entered


@pytest.fixture
def editor(client: Client, world: World) -> Client:
    client.force_login(world.editor)
    return client


def form_of(client: Client, **typed: Any) -> dict[str, str]:
    """The fields of the form as a browser would send them."""
    html = client.get(EDIT, typed, headers=FRAGMENT).content.decode()
    return fields_in(html)


def fields_in(html: str) -> dict[str, str]:
    inputs = re.findall(r'<input[^>]* name="([^"]+)"(?: value="([^"]*)")?', html)
    chosen = re.findall(r'<select[^>]* name="(\w+)".*?</select>', html, re.S)
    found = {name: unescape(value) for name, value in inputs}
    for name in chosen:
        [box] = re.findall(rf'<select[^>]* name="{name}".*?</select>', html, re.S)
        option = re.search(r'<option(?: value="([^"]*)")? selected>([^<]*)', box)
        found[name] = unescape(option[1] or option[2]) if option else ""
    return found


def versions_in(html: str) -> list[list[str]]:
    """The table of the three versions, row by row."""
    rows = re.findall(r"<tr[^>]*><th scope=\"row\">(.*?)</tr>", html, re.S)
    return [re.findall(r">([^<>]+)<", f">{row}<") for row in rows]


def test_the_form_is_filled_with_what_is_stored(editor: Client, claim: Claim) -> None:
    form = form_of(editor)

    assert (form["version"], form["start"]) == ("1", str(ALMANAC.index("110")))
    assert (form["measure"], form["subject"], form["role-supplier"]) == (
        "arms-imports",
        "Karovia",
        "Norland",
    )
    assert (form["period"], form["reading"], form["unit"]) == ("2014", "110", "USD mln")


def test_what_is_sent_as_it_was_changes_nothing(editor: Client, claim: Claim) -> None:
    answer = editor.post(SAVE, form_of(editor))

    assert (answer.status_code, "Nothing is changed" in answer.content.decode()) == (422, True)
    assert Claim.objects.get().version == 1


def test_an_editor_changes_what_a_claim_says_with_a_reason(
    editor: Client, world: World, claim: Claim
) -> None:
    form = {**form_of(editor), "reading": "about 110", "role-supplier": "", "why": "hedged before"}

    answer = editor.post(SAVE, form, headers=FRAGMENT)

    assert "Saved: 110, edited." in answer.content.decode()
    stored = Claim.objects.get()
    assert (stored.reading, stored.version, stored.review) == ("about 110", 2, "accepted")
    assert draft_of(stored).roles == {"supplier": "UNSPECIFIED"}
    newest = past_of(stored)[0]
    assert (newest.who, newest.why) == (world.editor.display_name, "hedged before")


def test_a_settled_case_opens_again_when_its_claim_is_edited(
    editor: Client, world: World, claim: Claim
) -> None:
    world.claim("85")
    case = Contradiction.objects.open().get()
    world.settle(case, Verdict.Kind.BOTH_STAND)

    editor.post(SAVE, {**form_of(editor), "reading": "130"})

    case.refresh_from_db()
    assert case.is_open


def test_it_says_beforehand_what_the_edit_would_contradict(
    editor: Client, world: World, claim: Claim
) -> None:
    world.claim("110")

    html = editor.post(CHECK, {**form_of(editor), "reading": "85"}, headers=FRAGMENT).content

    assert '<span class="state open">' in html.decode()
    assert (Claim.objects.get(key=KEY).reading, Contradiction.objects.count()) == ("110", 0)


def test_a_form_without_version_or_key_is_not_taken(editor: Client, claim: Claim) -> None:
    form = {**form_of(editor), "reading": "120"}

    assert editor.post(SAVE, {**form, "version": ""}).status_code == 428
    assert editor.post(SAVE, {**form, "version": "9" * 12}).status_code == 428
    assert editor.post(SAVE, {**form, "key": ""}).status_code == 428
    assert Claim.objects.get().reading == "110"


def test_who_comes_second_sees_the_three_versions_and_loses_nothing(
    editor: Client, world: World, claim: Claim
) -> None:
    mine = {**form_of(editor), "reading": "about 110", "note": "so in the table too"}
    editor.post(SAVE, {**form_of(editor), "reading": "over 110", "period": "2015"})

    answer = editor.post(SAVE, mine)

    html = answer.content.decode()
    assert answer.status_code == 412
    assert versions_in(html) == [
        ["Period", "2014", "2015", "2014"],
        ["Value", "both changed it", "110", "over 110", "about 110"],
        ["Note", "nothing", "nothing", "so in the table too"],
    ]
    form = fields_in(html)
    assert (form["version"], form["period"], form["reading"]) == ("2", "2015", "about 110")
    assert Claim.objects.get().reading == "over 110"

    editor.post(SAVE, {**form, "period": "2014"})

    stored = Claim.objects.get()
    assert (stored.reading, stored.period, stored.version) == ("about 110", "2014", 3)
    assert stored.note == "so in the table too"


def test_what_is_sent_twice_is_stored_once(editor: Client, claim: Claim) -> None:
    form = {**form_of(editor), "reading": "120"}

    editor.post(SAVE, form)
    again = editor.post(SAVE, form, headers=FRAGMENT)

    assert (again.status_code, Stroke.objects.count()) == (200, 1)
    assert Claim.objects.get().version == 2


def test_an_edit_is_taken_back_and_then_what_was_entered_before_it(
    client: Client, world: World, claim: Claim
) -> None:
    client.force_login(world.annotator)
    entered = Stroke.objects.create(
        person=world.annotator,
        text=claim.evidence.get().passage.text,
        key="made-up-before",
        says="110",
        made={"mentions": {}, "claims": {claim.pk: 1}, "decisions": []},
    )
    client.post(SAVE, {**form_of(client), "reading": "120", "subject": "Tresia"})

    client.post(UNDO)

    claim.refresh_from_db()
    assert (claim.reading, claim.subject.slug, claim.review) == ("110", "karovia", "accepted")

    client.post(UNDO)

    claim.refresh_from_db()
    entered.refresh_from_db()
    assert (claim.review, entered.undone_at is None) == ("rejected", False)


def test_what_an_annotator_edits_waits_for_an_editor_again(
    client: Client, world: World, claim: Claim
) -> None:
    client.force_login(world.annotator)

    client.post(SAVE, {**form_of(client), "reading": "120"})

    stored = Claim.objects.get()
    assert (stored.reading, stored.review) == ("120", Review.PROPOSED)


def test_a_passage_is_moved_and_its_claim_goes_along(editor: Client, claim: Claim) -> None:
    start = ALMANAC.index("110 mln USD")
    form = form_of(editor, **{**form_of(editor), "start": start, "end": start + 11})

    answer = editor.post(SAVE, form, headers=FRAGMENT)

    stored = Claim.objects.get()
    assert (answer.status_code, stored.printed) == (200, "110 mln USD")
    assert [piece.passage.quote for piece in stored.evidence.all()] == ["110 mln USD"]


@pytest.mark.parametrize("address", [EDIT, CHECK, SAVE])
def test_editing_is_for_who_entered_it_and_for_editors(
    client: Client, world: World, claim: Claim, address: str
) -> None:
    ask = client.get if address == EDIT else client.post
    anonymous = ask(address).status_code
    client.force_login(world.reader)
    reader = ask(address).status_code
    client.force_login(world.annotator)
    unknown = ask(address.replace(KEY, "nothing")).status_code
    Claim.objects.update(entered_by=world.editor)
    stranger = ask(address).status_code
    other = client.post(address) if address == EDIT else client.get(address)

    assert (anonymous, reader, unknown, stranger) == (302, 403, 404, 403)
    assert other.status_code == 405
