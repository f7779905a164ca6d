"""What the team says on passages: threads in the reader, those who are named, and who may."""

from __future__ import annotations

import pytest
from django.test import Client
from django.urls import reverse

from apps.annotations.models import Passage
from apps.contradictions.models import Comment, Notice
from apps.contradictions.talking import begin_thread, comment_on, resolve
from apps.domain.refusals import Refusal
from apps.sources.models import Source, Text
from tests.world import ALMANAC, World

START = ALMANAC.index("tanks")
END = START + len("tanks")
FORM = "/sources/almanac/comment/"
ENTER = f"{FORM}enter/"
SENT = {"start": str(START), "end": str(END), "words": "Which model? @editor"}


@pytest.fixture
def team(client: Client, disputed_world: World) -> Client:
    """An annotator's browser."""
    client.force_login(disputed_world.annotator)
    return client


def said(world: World, words: str = "Which model?") -> Comment:
    text = Text.objects.get(source__slug="almanac", kind="original")
    return begin_thread(text=text, span=(START, END, "tanks"), words=words, by=world.annotator)


def read(client: Client) -> str:
    return client.get("/sources/almanac/").content.decode()


def test_a_comment_on_a_stretch_makes_it_a_passage_and_is_heard_by_who_is_named(
    team: Client, disputed_world: World
) -> None:
    answer = team.post(ENTER, SENT)

    comment = Comment.objects.get()
    assert comment.passage is not None
    assert (comment.passage.quote, comment.words) == ("tanks", "Which model? @editor")
    assert answer.headers["Location"] == f"/passages/{comment.passage.pk}/talk/#talk"
    notice = Notice.objects.get()
    assert (notice.person, notice.title) == (disputed_world.editor, "“tanks”")
    assert notice.get_absolute_url() == comment.get_absolute_url()


def test_the_reader_marks_the_passage_for_the_team_and_not_for_the_public(
    team: Client, disputed_world: World
) -> None:
    Source.objects.filter(slug="almanac").update(rights="full")
    comment = said(disputed_world, "Which <b>model</b>?")
    row = read(team).split(f"#t-{comment.passage_id}")[0].rsplit("cards=", 1)[1]

    cards = team.get("/sources/almanac/cards/", {"cards": row}).content.decode()

    assert f'id="p-{comment.passage_id}"' in read(team)
    assert "<b>1 comment, open</b>" in cards
    assert "Which &lt;b&gt;model&lt;/b&gt;?" in cards
    assert f"#t-{comment.passage_id}" not in read(Client())


def test_a_form_in_the_page_is_told_which_row_to_fetch_anew(team: Client) -> None:
    form = team.get(FORM, {"start": START, "end": END}, headers={"HX-Request": "true"})
    answer = team.post(ENTER, SENT, headers={"HX-Request": "true"})

    assert 'id="comment-form"' in form.content.decode()
    assert 'data-rows="' in answer.content.decode()


def test_what_is_sent_twice_is_said_once(team: Client) -> None:
    for _ in range(2):
        team.post(ENTER, SENT)

    assert Comment.objects.count() == 1
    assert Notice.objects.count() == 1


def test_a_thread_is_answered_and_resolved_on_its_page(team: Client, disputed_world: World) -> None:
    comment = said(disputed_world)
    page = comment.get_absolute_url()

    team.post(f"/passages/{comment.passage_id}/comment/", {"words": "The older one."})
    answer = team.post(reverse("contradictions:resolve", args=[comment.pk]))

    html = team.get(page).content.decode()
    assert answer.headers["Location"] == page
    assert [part in html for part in ("tanks", "The older one.", "<small>resolved</small>")] == [
        True,
        True,
        True,
    ]


def test_ones_open_comments_on_passages_wait_in_my_work(
    team: Client, disputed_world: World
) -> None:
    comment = said(disputed_world)
    waiting = team.get("/my-work/").content.decode()
    resolve(comment=comment, by=disputed_world.editor, is_resolved=True)

    assert f'href="{comment.get_absolute_url()}">“tanks”</a>' in waiting
    assert comment.get_absolute_url() not in team.get("/my-work/").content.decode()


@pytest.mark.parametrize(
    "changed",
    [{"words": " "}, {"words": "x" * 5_001}, {"words": "\0"}, {"start": "x"}, {"end": "1"}],
)
def test_nonsense_says_nothing(team: Client, changed: dict[str, str]) -> None:
    passages = Passage.objects.count()

    assert team.post(ENTER, {**SENT, **changed}).status_code == 422
    assert (Comment.objects.count(), Passage.objects.count()) == (0, passages)


def test_a_comment_that_says_nothing_is_refused_by_the_action_too(disputed_world: World) -> None:
    comment = said(disputed_world)
    assert comment.passage is not None

    with pytest.raises(Refusal, match=r"The comment is empty\."):
        comment_on(passage=comment.passage, words="\n", by=disputed_world.annotator)


def test_threads_are_for_the_team(client: Client, disputed_world: World) -> None:
    comment = said(disputed_world)
    page, to = comment.get_absolute_url(), f"/passages/{comment.passage_id}/comment/"
    form = f"{FORM}?start={START}&end={END}"

    anonymous = [client.get(page), client.get(form), client.post(to), client.post(ENTER, SENT)]
    client.force_login(disputed_world.reader)
    reader = [client.get(page), client.get(form), client.post(to), client.post(ENTER, SENT)]

    assert {answer.status_code for answer in anonymous} == {302}
    assert {answer.status_code for answer in reader} == {403}
    assert Comment.objects.count() == 1


def test_what_is_not_there_is_404_and_what_is_only_read_or_written_405(
    team: Client, disputed_world: World
) -> None:
    comment = said(disputed_world)

    assert team.get("/passages/999999/talk/").status_code == 404
    assert team.post("/passages/999999/comment/", {"words": "x"}).status_code == 404
    assert team.post("/sources/nobody-2099/comment/enter/", SENT).status_code == 404
    assert team.post(comment.get_absolute_url()).status_code == 405
    assert team.get(ENTER).status_code == 405
    assert team.get(f"/passages/{comment.passage_id}/comment/").status_code == 405
