"""What follows from work on a case: comments, notices, mail, the feed, ClaimReview, My work."""

from __future__ import annotations

from typing import Any

import pytest
from django.core import mail
from django.test import Client
from django.urls import reverse
from pytest_django import DjangoCaptureOnCommitCallbacks, Settings

from apps.accounts.actions import rename_person
from apps.claims.models import Claim
from apps.contradictions.actions import take
from apps.contradictions.models import Comment, Contradiction, Notice, Verdict
from apps.contradictions.talking import comment
from tests.contradictions.cases import address, now, the_case, told
from tests.world import WHY, World

Kind, State = Verdict.Kind, Contradiction.State
WORK = "/my-work/"
READ = "/my-work/read/"


def heard(world: World, person: str) -> list[tuple[str, str]]:
    """What a person should hear of."""
    notices = Notice.objects.filter(person=getattr(world, person))
    return [(notice.about, notice.says) for notice in notices]


# --- comments ---


def test_a_comment_stands_on_the_case_for_the_team_alone(
    client: Client, world: World, case: Contradiction
) -> None:
    client.force_login(world.annotator)
    answer = client.post(address("comment", case), {"words": "Is the yearbook at hand?"})

    assert answer.status_code == 302
    assert "Is the yearbook at hand?" in client.get(case.get_absolute_url()).content.decode()
    assert "yearbook" not in Client().get(case.get_absolute_url()).content.decode()


def test_who_is_named_in_a_comment_hears_of_it_and_nobody_else(
    world: World, case: Contradiction
) -> None:
    words = "@editor and @second_editor, see p. 7 (not @nobody, nor me@editor)"

    comment(contradiction=case, words=words, by=world.editor)

    assert heard(world, "second_editor") == [("mention", words)]
    assert Notice.objects.count() == 1


@pytest.mark.parametrize("words", ["", "  ", "a NUL \0", "x" * 5_001])
def test_a_nonsense_comment_is_422_and_stores_nothing(
    editor: Client, case: Contradiction, words: str
) -> None:
    assert editor.post(address("comment", case), {"words": words}).status_code == 422
    assert Comment.objects.count() == 0


def test_a_comment_is_resolved_and_opened_again(
    editor: Client, world: World, case: Contradiction
) -> None:
    said = comment(contradiction=case, words="Which edition?", by=world.annotator)
    resolve = reverse("contradictions:resolve", args=[said.pk])

    states = []
    for sent in ({}, {"again": "1"}):
        editor.post(resolve, sent)
        states.append(Comment.objects.get().is_resolved)

    assert states == [True, False]


# --- handed over ---


def test_an_editor_who_is_handed_a_case_hears_of_it(
    editor: Client, world: World, case: Contradiction
) -> None:
    answer = editor.post(address("assign", case), {"to": world.second_editor.pk})

    assert answer.status_code == 302
    assert (now(case).state, now(case).assigned_to) == (State.IN_REVIEW, world.second_editor)
    assert told(case) == ["found", "assigned"]
    assert heard(world, "second_editor") == [("assignment", case.says)]


@pytest.mark.parametrize("to", ["", "soon", "-1", "9" * 30, "999999"])
def test_a_case_is_handed_to_nobody_unknown(editor: Client, case: Contradiction, to: str) -> None:
    assert editor.post(address("assign", case), {"to": to}).status_code == 422
    assert now(case).state == State.OPEN


def test_a_case_is_handed_to_editors_only(
    editor: Client, world: World, case: Contradiction
) -> None:
    answer = editor.post(address("assign", case), {"to": world.annotator.pk})

    assert answer.status_code == 422
    assert "settles no contradictions" in answer.content.decode()


# --- verdicts on one's claims ---


def test_authors_hear_of_verdicts_on_their_claims_by_mail_too(
    world: World,
    two: tuple[Claim, Claim],
    settings: Settings,
    django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks,
) -> None:
    settings.SITE_ADDRESS = "https://variorum.example.org"
    rename_person(
        person=world.annotator, name="Ann", email="ann@example.org", by=world.admin, reason="mail"
    )

    with django_capture_on_commit_callbacks(execute=True):
        world.settle(the_case(), Kind.ONE_RIGHT, two[1])

    assert heard(world, "annotator") == [("verdict", f"One is right, the other wrong. {WHY}")]
    [letter] = mail.outbox
    assert (letter.to, letter.subject) == (
        ["ann@example.org"],
        f"A verdict on your claim: case {the_case().pk}",
    )
    assert WHY in letter.body
    assert letter.body.endswith(f"\n\nhttps://variorum.example.org{the_case().get_absolute_url()}")


def test_my_work_shows_what_waits_and_what_became_of_ones_claims(
    client: Client, world: World, two: tuple[Claim, Claim]
) -> None:
    comment(contradiction=the_case(), words="My open question", by=world.annotator)
    take(contradiction=the_case(), by=world.editor)
    client.force_login(world.editor)
    before = client.get(WORK).content.decode()
    world.settle(the_case(), Kind.BOTH_STAND)
    client.force_login(world.annotator)
    mine = client.get(WORK).content.decode()
    client.post(READ)

    assert the_case().get_absolute_url() in before
    assert WHY in mine
    assert "My open question" in mine
    assert "<b>New:</b>" in mine
    assert "<b>New:</b>" not in client.get(WORK).content.decode()


# --- for the world outside ---


def test_the_feed_tells_of_verdicts_in_atom(client: Client, world: World) -> None:
    world.claim("100")
    world.claim("900", printed="900 <b>")
    verdict = world.settle(the_case(), Kind.BOTH_STAND)

    answer = client.get(reverse("contradictions:feed"))

    feed = answer.content.decode()
    assert answer["Content-Type"].startswith("application/atom+xml")
    assert "<title>100 ≠ 900 &lt;b&gt;: both stand</title>" in feed
    assert f"{the_case().get_absolute_url()}#verdict-{verdict.pk}" in feed
    assert WHY in feed


def test_a_verdict_is_told_as_claim_review(
    client: Client, world: World, two: tuple[Claim, Claim]
) -> None:
    none_yet = client.get(address("review", the_case()))
    world.settle(the_case(), Kind.ONE_RIGHT, two[1])

    answer = client.get(address("review", the_case()))

    reviews = answer.json()["@graph"]
    assert none_yet.status_code == 404
    assert answer["Content-Type"] == "application/ld+json"
    assert [(one["claimReviewed"], one["reviewRating"]["ratingValue"]) for one in reviews] == [
        ("arms imports of Karovia from Norland, 2014: 100 million USD", 5),
        ("arms imports of Karovia from Norland, 2014: 900 million USD", 1),
    ]
    assert {one["reviewBody"] for one in reviews} == {WHY}
    page = client.get(the_case().get_absolute_url()).content.decode()
    assert f'type="application/ld+json" href="{address("review", the_case())}"' in page


# --- who may ---


def acts(case: Contradiction) -> dict[str, tuple[str, dict[str, Any]]]:
    said = Comment.objects.first()
    assert said is not None
    return {
        "comment": (address("comment", case), {"words": "hello"}),
        "resolve": (reverse("contradictions:resolve", args=[said.pk]), {}),
        "assign": (address("assign", case), {"to": "1"}),
        "read": (READ, {}),
    }


@pytest.mark.parametrize("name", ["comment", "resolve", "assign", "read"])
def test_acts_on_talk_are_refused_to_who_may_not(
    client: Client, world: World, case: Contradiction, name: str
) -> None:
    comment(contradiction=case, words="first", by=world.editor)
    where, sent = acts(case)[name]

    anonymous = client.post(where, sent)
    client.force_login(world.reader)
    reader, looking = client.post(where, sent).status_code, client.get(where).status_code

    assert anonymous.status_code == 302
    assert anonymous["Location"].startswith("/accounts/log-in/")
    assert (reader, looking) == (403, 405)


@pytest.mark.parametrize("path", ["/contradictions/999999/comment/", "/comments/999999/resolve/"])
def test_talk_about_what_is_not_there_is_404(editor: Client, db: None, path: str) -> None:
    assert editor.post(path, {"words": "hello"}).status_code == 404


def test_my_work_is_for_the_team(client: Client, world: World) -> None:
    anonymous = client.get(WORK).status_code
    client.force_login(world.reader)

    assert (anonymous, client.get(WORK).status_code) == (302, 403)
    assert client.post(reverse("contradictions:feed")).status_code == 405
