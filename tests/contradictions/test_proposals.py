"""What annotators propose: editors accept, correct and reject it, and authors hear of it."""

from __future__ import annotations

from typing import Any

import pytest
from django.db import IntegrityError, transaction
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from apps.accounts.actions import add_person
from apps.accounts.models import Role, User
from apps.annotations.actions import record_mentions
from apps.annotations.drafts import MentionDraft
from apps.annotations.models import Mention, Review
from apps.claims.models import Claim
from apps.contradictions.models import Appraisal, Contradiction, Notice
from tests.world import ALMANAC, REASON, World

LIST, DECIDE, TOGETHER = "/proposals/", "/proposals/decide/", "/proposals/together/"
ACCEPT_ALL, UNDO = "/proposals/together/accept/", "/proposals/undo/"


@pytest.fixture
def second(world: World) -> User:
    """Another annotator."""
    return add_person(username="second", role=Role.ANNOTATOR, password=None, by=None, name="Second")


def proposed(world: World, reading: str, /, by: User | None = None, **fields: Any) -> Claim:
    [claim] = world.record(world.draft(reading, **fields), by=by, review=Review.PROPOSED)
    return claim


def mentioned(world: World, words: str, entity: str, by: User | None = None) -> Mention:
    start = ALMANAC.index(words)
    draft = MentionDraft("almanac", start, start + len(words), entity, words)
    record_mentions(drafts=[draft], by=by or world.annotator, reason=REASON)
    return Mention.objects.get(passage__quote=words, entity__slug=entity)


def token(row: Claim | Mention) -> str:
    if isinstance(row, Claim):
        return f"claim-{row.pk}-{Claim.objects.get(pk=row.pk).version}"
    return f"mention-{row.pk}-{row.entity_id}"


def decide(client: Client, row: Claim | Mention, act: str = "accept", **sent: str) -> int:
    return client.post(DECIDE, {"proposal": token(row), "act": act, **sent}).status_code


def review_of(row: Claim | Mention) -> str:
    return type(row).objects.get(pk=row.pk).review


def heard(person: User) -> list[tuple[str, str]]:
    notices = Notice.objects.filter(person=person).order_by("pk")
    return [(notice.headline, notice.says) for notice in notices]


# --- one by one ---


def test_proposals_wait_with_their_passage_and_what_is_stored(editor: Client, world: World) -> None:
    world.claim("100")
    world.claim("900", measure="order-date", subject="tank-deal", reading="2016")
    proposed(world, "900")
    mentioned(world, "Lindau", "lindau")

    html = editor.get(LIST).content.decode()

    assert "2 proposals wait" in html
    assert '<span class="state open">disagrees</span>' in html
    assert '<b class="passage">Lindau</b>' in html
    assert "names Lindau" in html
    assert "new entity" not in html


def test_an_accepted_claim_counts_at_once_and_its_author_hears_of_it(
    editor: Client, world: World
) -> None:
    world.claim("100")
    claim = proposed(world, "900")
    before = Contradiction.objects.count()

    assert decide(editor, claim) == 302

    assert (before, Contradiction.objects.count()) == (0, 1)
    assert review_of(claim) == "accepted"
    assert heard(world.annotator) == [("“900”", "1 accepted.")]


def test_a_rejected_claim_tells_its_author_why(editor: Client, world: World) -> None:
    claim = proposed(world, "900")

    decide(editor, claim, "reject", reason="  the table prints  90 ")
    editor.force_login(world.annotator)

    assert review_of(claim) == "rejected"
    assert heard(world.annotator) == [("“900”", "1 rejected. the table prints 90")]
    mine = editor.get("/my-work/").content.decode()
    assert "arms imports of Karovia from Norland, 2014: rejected" in mine
    assert "the table prints 90" in mine


@pytest.mark.parametrize("reason", ["", " no ", "a NUL \0", "x" * 301])
def test_nothing_is_rejected_without_a_reason(editor: Client, world: World, reason: str) -> None:
    claim = proposed(world, "900")

    assert decide(editor, claim, "reject", reason=reason) == 422
    assert review_of(claim) == "proposed"


def test_nobody_reviews_their_own_while_another_editor_exists(editor: Client, world: World) -> None:
    own = proposed(world, "900", by=world.editor)

    refused = decide(editor, own)
    told = "You proposed this yourself" in editor.get(LIST).content.decode()
    User.objects.exclude(pk=world.editor.pk).update(is_active=False)

    assert (refused, told) == (422, True)
    assert (decide(editor, own), review_of(own)) == (302, "accepted")


def test_what_changed_since_it_was_looked_at_is_not_decided_on(
    editor: Client, world: World
) -> None:
    claim = proposed(world, "900")
    seen = token(claim)
    world.correct(claim, note="page 7")

    stale = editor.post(DECIDE, {"proposal": seen, "act": "accept"})
    decide(editor, claim)
    again = editor.post(DECIDE, {"proposal": token(claim), "act": "reject", "reason": "no more"})

    assert (stale.status_code, again.status_code) == (422, 422)
    assert "was changed since you looked at it" in stale.content.decode()
    assert "Somebody reviewed “900” meanwhile: it is accepted." in again.content.decode()


def test_accepting_one_reading_of_a_place_rejects_its_rivals(
    editor: Client, world: World, second: User
) -> None:
    mine = proposed(world, "900", start=50)
    theirs = proposed(world, "9.00", printed="900", start=50, by=second)
    elsewhere = proposed(world, "70", period="2015", by=second)

    shown = editor.get(LIST).content.decode()
    decide(editor, mine)

    assert f"/proposals/claim/{theirs.pk}/" in shown
    assert [review_of(one) for one in (mine, theirs, elsewhere)] == [
        "accepted",
        "rejected",
        "proposed",
    ]
    assert heard(second) == [("“900”", "1 rejected, as another one was accepted.")]


def test_one_place_answers_a_question_once(editor: Client, world: World, second: User) -> None:
    world.claim("900", start=50)
    again = proposed(world, "900", start=50, by=second)

    assert decide(editor, again) == 422
    assert review_of(again) == "proposed"


def test_a_mention_is_accepted_and_its_rival_falls(
    editor: Client, world: World, second: User
) -> None:
    right, wrong = mentioned(world, "Lindau", "lindau"), mentioned(world, "Lindau", "hafen", second)

    decide(editor, right)

    assert (review_of(right), review_of(wrong)) == ("accepted", "rejected")


# --- corrected ---


def test_a_proposal_is_looked_at_with_what_would_follow(editor: Client, world: World) -> None:
    world.claim("100")
    claim = proposed(world, "900")

    html = editor.get(f"/proposals/claim/{claim.pk}/").content.decode()

    assert '<span class="state open">100 ≠ 900</span>' in html
    assert review_of(claim) == "proposed"
    assert not Contradiction.objects.exists()


def test_a_claim_is_corrected_and_accepted(editor: Client, world: World) -> None:
    claim = proposed(world, "900", note="p. 3")
    typed = {
        "proposal": token(claim),
        "subject": "karovia",
        "roles": "supplier=norland",
        "period": "2015",
        "reading": "90",
        "unit": "USD mln",
        "basis": "tiv",
        "note": "p. 4",
    }

    answer = editor.post(f"/proposals/claim/{claim.pk}/correct/", typed)

    now = Claim.objects.get(pk=claim.pk)
    assert answer.status_code == 302
    assert (now.review, now.reading, now.period, now.printed, now.note) == (
        "accepted",
        "90",
        "2015",
        "900",
        "p. 4",
    )
    assert Appraisal.objects.get().outcome == "corrected"
    assert heard(world.annotator) == [("“900”", "1 corrected and accepted.")]


@pytest.mark.parametrize(
    "wrong", [{"reading": ""}, {"subject": "nobody"}, {"period": "soon"}, {"roles": "supplier"}]
)
def test_a_correction_that_does_not_fit_is_shown_with_what_was_typed(
    editor: Client, world: World, wrong: dict[str, str]
) -> None:
    claim = proposed(world, "900")
    typed = {"proposal": token(claim), "subject": "karovia", "reading": "90", "unit": "USD mln"}

    answer = editor.post(
        f"/proposals/claim/{claim.pk}/correct/", {**typed, "note": "kept", **wrong}
    )

    assert answer.status_code == 422
    assert 'value="kept"' in answer.content.decode()
    assert review_of(claim) == "proposed"


def test_a_mention_is_accepted_as_naming_another_entity(editor: Client, world: World) -> None:
    mention = mentioned(world, "Lindau", "hafen")

    editor.post(
        f"/proposals/mention/{mention.pk}/correct/",
        {"proposal": token(mention), "entity": "lindau"},
    )

    now = Mention.objects.get(pk=mention.pk)
    assert (now.review, now.entity.slug) == ("accepted", "lindau")


# --- together ---


def test_what_is_safe_is_accepted_together_and_undone_as_one(
    editor: Client, world: World, second: User
) -> None:
    world.claim("100")
    agreeing, alone = proposed(world, "100"), proposed(world, "70", period="2015")
    clashing, contested = proposed(world, "900"), proposed(world, "60", period="2016", start=50)
    proposed(world, "61", printed="60", period="2016", start=50, by=second)
    named, misnamed = mentioned(world, "Lindau", "lindau"), mentioned(world, "Norland", "hafen")
    rows = (agreeing, alone, clashing, contested, named, misnamed)

    html = editor.get(TOGETHER, {"author": "annotator"}).content.decode()
    safe = [row for row in rows if f'value="{token(row)}"' in html]
    editor.post(ACCEPT_ALL, {"proposal": [token(row) for row in safe]})
    accepted = [review_of(row) for row in rows]
    editor.post(UNDO, {"act": Appraisal.objects.values_list("act", flat=True)[0]})

    assert "1 of them repeats what is accepted already" in html
    assert safe == [agreeing, alone, named]
    assert [row for row, review in zip(rows, accepted, strict=True) if review == "accepted"] == safe
    assert {review_of(row) for row in rows} == {"proposed"}
    assert heard(world.annotator) == [("“100” and 2 more", "3 accepted.")]
    assert not Appraisal.objects.standing().exists()


def test_what_would_open_a_contradiction_is_not_accepted_together(
    editor: Client, world: World
) -> None:
    world.claim("100")
    safe, clashing = proposed(world, "70", period="2015"), proposed(world, "900")

    answer = editor.post(ACCEPT_ALL, {"proposal": [token(safe), token(clashing)]})

    assert answer.status_code == 422
    assert {review_of(row) for row in (safe, clashing)} == {"proposed"}


def test_what_changed_since_it_was_accepted_is_not_undone(editor: Client, world: World) -> None:
    claim = proposed(world, "900")
    decide(editor, claim)
    world.correct(claim, note="page 7")

    answer = editor.post(UNDO, {"act": Appraisal.objects.get().act})

    assert (answer.status_code, review_of(claim)) == (422, "accepted")


# --- who may, and what makes no sense ---


@pytest.mark.parametrize("path", [LIST, TOGETHER, "/proposals/claim/1/"])
def test_proposals_are_looked_at_by_editors_alone(client: Client, world: World, path: str) -> None:
    anonymous = client.get(path)
    client.force_login(world.annotator)

    assert anonymous["Location"].startswith("/accounts/log-in/")
    assert (client.get(path).status_code, client.post(path).status_code) == (403, 405)


@pytest.mark.parametrize("path", [DECIDE, ACCEPT_ALL, UNDO, "/proposals/claim/1/correct/"])
def test_proposals_are_decided_on_by_editors_alone(client: Client, world: World, path: str) -> None:
    anonymous = client.post(path)
    client.force_login(world.annotator)

    assert anonymous["Location"].startswith("/accounts/log-in/")
    assert (client.post(path).status_code, client.get(path).status_code) == (403, 405)


@pytest.mark.parametrize(
    ("path", "status"),
    [
        ("/proposals/claim/999999/", 404),
        ("/proposals/song/1/", 404),
        (f"{TOGETHER}?author=nobody", 404),
        (f"{LIST}?author=%00&source=x&kind=song&after=claim", 200),
        (f"{TOGETHER}?author=editor", 422),
    ],
)
def test_pages_about_what_is_not_there(editor: Client, path: str, status: int) -> None:
    assert editor.get(path).status_code == status


@pytest.mark.parametrize(
    ("path", "sent"),
    [
        (DECIDE, {}),
        (DECIDE, {"proposal": "claim-1", "act": "accept"}),
        (DECIDE, {"proposal": "song-1-1", "act": "accept"}),
        (DECIDE, {"proposal": "claim-999999-1", "act": "accept"}),
        (DECIDE, {"proposal": f"claim-{'9' * 30}-1", "act": "accept"}),
        (DECIDE, {"proposal": "claim-1-1", "act": "sing"}),
        (ACCEPT_ALL, {}),
        (ACCEPT_ALL, {"proposal": ["claim-1-1"] * 201}),
        (UNDO, {"act": "none"}),
    ],
)
def test_nonsense_is_422(editor: Client, path: str, sent: dict[str, Any]) -> None:
    assert editor.post(path, sent).status_code == 422


def test_the_queue_asks_the_database_as_often_for_many_as_for_few(
    editor: Client, world: World, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    for number in range(6):
        proposed(world, "100", period=str(2000 + number))
        world.claim("100", period=str(2000 + number))
    mentioned(world, "Lindau", "lindau")
    mentioned(world, "Norland", "norland")

    with django_assert_num_queries(24):
        editor.get(LIST)


def test_a_rejection_has_a_reason_in_the_database_too(world: World) -> None:
    claim = proposed(world, "900")
    fields = {"author": world.annotator, "by": world.editor, "left_at": 1, "act": "x"}

    with pytest.raises(IntegrityError, match="rejection_has_a_reason"), transaction.atomic():
        Appraisal.objects.create(claim=claim, outcome="rejected", **fields)
    with pytest.raises(IntegrityError, match="appraisal_is_of_one_thing"), transaction.atomic():
        Appraisal.objects.create(outcome="accepted", **fields)
