"""Two annotate a text apart: nobody sees what is marked, then an editor settles what differs."""

from __future__ import annotations

from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from django.core.management import call_command
from django.test import Client

from apps.accounts.models import User
from apps.annotations.assigning import finish
from apps.annotations.deciding import Outcome, Proposal, pass_over
from apps.annotations.models import Assignment, Decision, Mention, OwnMark, Passage
from apps.claims.apart import Part, assign
from apps.claims.models import Claim
from apps.domain.refusals import Refusal
from apps.entities.actions import record_entities
from apps.entities.drafts import EntityDraft
from apps.entities.models import Entity
from apps.sources.models import Text
from tests.world import ALMANAC, World, disagree

pytestmark = pytest.mark.django_db
ASK, LIST = "/sources/almanac/apart/", "/apart/"
MENTION, CLAIM = "/sources/almanac/mark/mention/", "/sources/almanac/mark/claim/"
FRAGMENT = {"HX-Request": "true"}
NEW = "Zyxophon Works"
NOT_HERE = "You read this part of the text apart"


def logged_in(person: User) -> Client:
    client = Client()
    client.force_login(person)
    return client


def at(words: str, key: str, **fields: str) -> dict[str, Any]:
    start = ALMANAC.index(words)
    return {"start": start, "end": start + len(words), "key": f"key-of-{key}", **fields}


def of_2016(reading: str, key: str) -> dict[str, Any]:
    typed = {"measure": "arms-imports", "subject": "Karovia", "role-supplier": "Norland"}
    typed |= {"period": "2016", "unit": "USD mln", "basis": "tiv", "reading": reading}
    return at("120", key, **typed)


@pytest.fixture
def assignment(world: World) -> Assignment:
    """The annotator and an editor mark the almanac; the other editor asked them."""
    text = Text.objects.originals().get(source__slug="almanac")
    return assign(
        text=text,
        part=Part(0, text.length, "The whole text"),
        one=world.annotator,
        other=world.second_editor,
        by=world.editor,
    )


@pytest.fixture
def marked(assignment: Assignment) -> Assignment:
    """Both name Lindau alike; they differ on Karovia, on 2016, and on what only one marked."""
    one, other = logged_in(assignment.one), logged_in(assignment.other)
    for number, client in enumerate((one, other)):
        client.post(MENTION, at("Lindau", f"lindau-{number}", entity="lindau"))
    one.post(MENTION, at("Karovia", "karovia-0", entity="karovia"))
    other.post(MENTION, at("Karovia", "karovia-1", entity="", label=NEW, kind="organisation"))
    one.post(CLAIM, of_2016("120", "claim-0"))
    other.post(CLAIM, of_2016("over 120", "claim-1"))
    one.post(MENTION, at("Norland", "norland-0", entity="norland"))
    return assignment


@pytest.fixture
def done(marked: Assignment) -> Assignment:
    for person in marked.people:
        finish(assignment=marked, by=person)
    return Assignment.objects.get(pk=marked.pk)


def test_an_editor_asks_two_for_a_part(client: Client, world: World) -> None:
    client.force_login(world.editor)
    text = Text.objects.originals().get(source__slug="almanac")
    people = {"one": world.annotator.pk, "other": world.second_editor.pk}

    form = client.get(ASK).content.decode()
    answer = client.post(f"{ASK}begin/", {"part": f"0-{text.length}", **people})

    assert f'<option value="0-{text.length}">The whole text</option>' in form
    assert "The Arms of Karovia</option>" in form
    asked = Assignment.objects.get()
    assert answer["Location"] == f"/apart/{asked.pk}/"
    assert (asked.people, asked.asked_by) == ((world.annotator, world.second_editor), world.editor)


def test_what_is_marked_apart_stands_nowhere_else(marked: Assignment) -> None:
    assert OwnMark.objects.count() == 7
    assert [Mention.objects.count(), Claim.objects.count(), Passage.objects.count()] == [0, 0, 0]
    assert not Entity.objects.filter(label=NEW).exists()


def test_each_sees_their_own_marks_alone(marked: Assignment) -> None:
    one, other = (
        logged_in(person).get(marked.get_absolute_url()).content.decode()
        for person in marked.people
    )

    assert one.count('class="mark entity" id=') == 3
    assert other.count('class="mark entity" id=') == 2
    assert NEW not in one
    assert NEW in other


def test_the_form_does_not_tell_what_others_say(assignment: Assignment, world: World) -> None:
    world.claim("85")
    typed = {**of_2016("110", "trial"), "period": "2014"}
    check = "/sources/almanac/mark/check/"

    apart = logged_in(assignment.one).post(check, typed, headers=FRAGMENT).content.decode()
    together = logged_in(world.editor).post(check, typed, headers=FRAGMENT).content.decode()

    assert "109.5 to 110.5" in apart
    assert "What others say of it is not told where you read apart." in apart
    assert [" ≠ " in html or "85" in html for html in (apart, together)] == [False, True]


ADDRESSES = (
    "/",
    LIST,
    "/sources/almanac/",
    "/sources/almanac/blocks/?from=1",
    "/sources/almanac/cards/?cards=1",
    "/sources/almanac/mark/names/?q=Zyxophon",
    "/sources/almanac/suggestions/",
    "/entities/?q=Works",
    "/facts/",
    "/agreement/",
    "/proposals/",
    "/my-work/",
)


@pytest.mark.parametrize("who", ["annotator", "editor"])
def test_nobody_else_sees_it_anywhere(marked: Assignment, world: World, who: str) -> None:
    reader = logged_in(getattr(world, who))
    before = reader.get("/sources/almanac/").content.decode().partition('data-as-of="')[2]
    mark = OwnMark.objects.get(says=NEW)

    shown = [reader.get(address).content.decode() for address in ADDRESSES]
    shown.append(
        reader.get("/sources/almanac/news/", {"after": before.split('"')[0]}).content.decode()
    )
    shown.append(reader.get(marked.get_absolute_url()).content.decode())

    assert [NEW in html for html in shown] == [False] * len(shown)
    assert reader.get(f"/apart/marks/{mark.pk}/").status_code == 404
    assert reader.post(f"/apart/marks/{mark.pk}/drop/").status_code == 404


def test_the_public_sees_nothing_of_it(client: Client, done: Assignment, tmp_path: Path) -> None:
    told = tmp_path / "project.jsonl"
    call_command("dump_project", str(told), "--public", stdout=StringIO())

    assert "annotate" not in client.get("/agreement/").content.decode()
    assert client.get(done.get_absolute_url()).status_code == 302
    assert [word in told.read_text() for word in ("assignment", "ownmark", NEW)] == [False] * 3


def test_only_the_two_are_shown_the_text_to_mark(marked: Assignment, world: World) -> None:
    editor = logged_in(world.editor)

    assert "Awaited: " in editor.get(marked.get_absolute_url()).content.decode()
    assert editor.get(f"/apart/{marked.pk}/rows/").status_code == 403
    assert editor.post(f"/apart/{marked.pk}/undo/").status_code == 403


def test_no_other_way_shows_to_others_what_is_marked_there(
    assignment: Assignment, world: World
) -> None:
    here, way = at("Lindau", "elsewhere"), "/sources/almanac/comment/enter/"
    proposal = Proposal(here["start"], here["end"], "mention", "Lindau", "lindau")

    answer = logged_in(world.annotator).post(way, {**here, "words": "Look here."})
    with pytest.raises(Refusal, match=NOT_HERE):
        pass_over(
            text=assignment.text, proposal=proposal, outcome=Outcome.SKIPPED, by=world.annotator
        )
    with pytest.raises(Refusal, match=NOT_HERE):
        disagree(world)  # as a file would enter it

    assert answer.status_code == 422
    assert NOT_HERE in answer.content.decode()
    assert [Passage.objects.count(), Decision.objects.count()] == [0, 0]


def test_what_is_sent_twice_is_kept_once(assignment: Assignment, world: World) -> None:
    client = logged_in(world.annotator)

    answers = [
        client.post(MENTION, at("Lindau", "again", entity="lindau"), headers=FRAGMENT)
        for _ in range(2)
    ]

    assert OwnMark.objects.count() == 1
    assert ["Kept apart: Lindau, Lindau." in a.content.decode() for a in answers] == [True, True]


def test_one_takes_back_what_one_marked(marked: Assignment) -> None:
    client = logged_in(marked.one)

    client.post(f"/apart/{marked.pk}/undo/")
    lindau = OwnMark.objects.get(person=marked.one, category="lindau")
    client.post(f"/apart/marks/{lindau.pk}/drop/")

    left = OwnMark.objects.filter(person=marked.one).values_list("quote", flat=True)
    assert list(left) == ["Karovia", "120"]


def test_the_report_opens_when_both_are_done(marked: Assignment, world: World) -> None:
    one, other = (logged_in(person) for person in marked.people)
    one.post(f"/apart/{marked.pk}/done/")
    waiting = logged_in(world.editor).get(marked.get_absolute_url()).content.decode()

    other.post(f"/apart/{marked.pk}/done/")

    assert NEW not in waiting
    html = logged_in(world.editor).get(marked.get_absolute_url()).content.decode()
    assert NEW in html
    assert "1 place waits to be entered." in html
    assert html.count("Take neither") == 3


def test_the_report_tells_how_far_they_agree(done: Assignment, world: World) -> None:
    html = logged_in(world.editor).get("/agreement/").content.decode()

    assert "<td>mentions</td>" in html
    row = html.split("<td>mentions</td>")[1].split("</tr>")[0]
    assert [cell.split("</td>")[0] for cell in row.split('<td class="num">')[1:]] == [
        "0.29",
        "50 %",
        "0.40",
    ]


def settle(done: Assignment, by: User, words: str, take: str) -> int:
    found = OwnMark.objects.filter(assignment=done, quote=words)
    marks = sorted(found, key=lambda mark: mark.person_id != done.one_id)
    name = "-".join(str(mark.pk) for mark in marks)
    path = f"/apart/{done.pk}/settle/"
    return logged_in(by).post(path, {"spot": name, "take": take}).status_code


def test_what_is_taken_is_entered_by_whoever_marked_it(done: Assignment, world: World) -> None:
    logged_in(world.editor).post(f"/apart/{done.pk}/settle/", {"take": "agreed"})
    settle(done, world.editor, "Karovia", "other")
    settle(done, world.editor, "120", "one")
    settle(done, world.editor, "Norland", "neither")

    mentions = Mention.objects.values_list("entity__label", "review", "entered_by__username")
    assert set(mentions) == {
        ("Lindau", "accepted", "annotator"),
        (NEW, "accepted", "second_editor"),
    }
    claim = Claim.objects.get()
    assert (claim.reading, claim.review, claim.entered_by) == ("120", "accepted", world.annotator)
    assert OwnMark.objects.get(quote="Norland").outcome == "left"
    html = logged_in(world.editor).get(done.get_absolute_url()).content.decode()
    assert "Nothing is left to settle." in html


def test_a_new_entity_is_not_taken_for_one_that_others_made(done: Assignment, world: World) -> None:
    others = EntityDraft("zyxophon-works", "Zyxophon Street Works", "place")
    record_entities(drafts=[others], by=world.admin, reason="entered meanwhile")

    assert settle(done, world.editor, "Karovia", "other") == 422
    assert not Mention.objects.exists()


def test_both_may_stand(done: Assignment, world: World) -> None:
    settle(done, world.editor, "Karovia", "both")

    assert {mention.entity.label for mention in Mention.objects.all()} == {"Karovia", NEW}


def test_nobody_settles_twice_or_what_is_their_own(done: Assignment, world: World) -> None:
    assert settle(done, world.editor, "Karovia", "one") == 302
    assert settle(done, world.editor, "Karovia", "other") == 422
    assert settle(done, world.second_editor, "120", "other") == 422
    assert settle(done, world.annotator, "120", "one") == 403
    assert settle(done, world.editor, "120", "all") == 422
    assert [Mention.objects.count(), Claim.objects.count()] == [1, 0]


def test_whoever_has_marked_there_before_is_not_asked(world: World) -> None:
    disagree(world)
    text = Text.objects.originals().get(source__slug="almanac")
    part = Part(0, text.length, "The whole text")
    two = {"one": world.annotator, "other": world.second_editor}

    with pytest.raises(Refusal, match="Annotator has marked something in this part"):
        assign(text=text, part=part, **two, by=world.editor)


def test_nonsense_begins_nothing(world: World) -> None:
    text, editor = Text.objects.originals().get(source__slug="almanac"), logged_in(world.editor)
    people = {"one": world.annotator.pk, "other": world.second_editor.pk}
    typed = {"part": f"0-{text.length}", **people}
    wrong: dict[str, dict[str, str]] = {
        "It is not said which part.": {"part": "7-9"},
        "There is no such person.": {"one": str(world.reader.pk)},
        "It takes two people.": {"other": "²"},
        "Choose another one.": {"other": str(world.annotator.pk)},
    }

    said = {
        says: editor.post(f"{ASK}begin/", {**typed, **changed}) for says, changed in wrong.items()
    }

    assert {answer.status_code for answer in said.values()} == {422}
    assert [says in answer.content.decode() for says, answer in said.items()] == [True] * 4


def test_nobody_is_asked_twice_for_the_same(assignment: Assignment, world: World) -> None:
    with pytest.raises(Refusal, match="reads some of this apart already"):
        assign(
            text=assignment.text,
            part=Part(0, 20, "Its head"),
            one=world.annotator,
            other=world.admin,
            by=world.editor,
        )


def test_what_is_called_off_stays_unseen(marked: Assignment, world: World) -> None:
    editor = logged_in(world.editor)

    editor.post(f"/apart/{marked.pk}/off/")

    html = editor.get(marked.get_absolute_url()).content.decode()
    assert "This was called off." in html
    assert NEW not in html
    assert editor.post(f"/apart/{marked.pk}/settle/", {"take": "agreed"}).status_code == 422


def test_each_address_is_guarded(assignment: Assignment, world: World) -> None:
    own = f"/apart/{assignment.pk}/"
    posted = [f"{own}{act}/" for act in ("done", "off", "undo", "settle")]
    shown = [LIST, ASK, own, f"{own}rows/"]
    reader, editor = logged_in(world.reader), logged_in(world.editor)

    assert [Client().get(path).status_code for path in shown] == [302] * 4
    assert [Client().post(path).status_code for path in posted] == [302] * 4
    assert [reader.get(path).status_code for path in shown] == [403] * 4
    assert [reader.post(path).status_code for path in posted] == [403] * 4
    assert [editor.post(path).status_code for path in shown] == [405] * 4
    assert [editor.get(path).status_code for path in posted] == [405] * 4
    unknown = [editor.post(f"/apart/0/{act}/").status_code for act in ("done", "off", "settle")]
    assert unknown == [404] * 3
