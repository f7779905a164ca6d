"""The queue of passages that wait, and what an editor does with each: who may, and with what."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries

from apps.annotations.models import Move
from apps.claims.models import Claim
from apps.claims.revising import revise_text
from apps.sources.models import Source
from tests.world import ALMANAC, World

# One figure is mended, one sentence is left out.
BETTER = ALMANAC.replace("2016\t120", "2016\t210").replace(
    "\nafter the ministers had met at Lindau.", ""
)
ACTS = ["move-accept", "move-drop", "move-reopen"]
PAGES = ["moves", "move"]


@pytest.fixture
def revised(disputed_world: World) -> World:
    """The almanac has a better text; two of its passages wait."""
    revise_text(
        source=Source.objects.get(slug="almanac"),
        raw=BETTER.encode(),
        name="scan.txt",
        by=disputed_world.editor,
        reason="a better scan",
    )
    return disputed_world


@pytest.fixture
def editor(client: Client, revised: World) -> Client:
    client.force_login(revised.editor)
    return client


def waiting(quote: str) -> Move:
    return Move.objects.in_full().get(passage__quote=quote)


def address(name: str, move: Move) -> str:
    return reverse(f"reading:{name}", args=[] if name == "moves" else [move.pk])


def acceptance(move: Move, **fields: Any) -> dict[str, Any]:
    return {"version": move.version, "start": move.start, "end": move.end, **fields}


def test_the_queue_shows_both_places_with_what_differs(editor: Client) -> None:
    html = editor.get("/moves/").content.decode()

    assert "2 passages wait" in html
    assert '<b class="passage"><del>1</del>2<ins>1</ins>0</b>' not in html
    assert "other figures" in html
    assert "<del>" in html
    assert "<ins>" in html
    assert "How does almanac.table.2016 read now?" in html


def test_an_empty_queue_says_how_passages_come_there(client: Client, world: World) -> None:
    client.force_login(world.editor)

    html = client.get("/moves/").content.decode()

    assert "Nothing waits." in html


def test_the_queue_asks_a_fixed_number_of_queries(
    editor: Client, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    with django_assert_num_queries(12):
        editor.get("/moves/")


def test_the_source_page_tells_editors_what_waits(
    editor: Client, client: Client, revised: World
) -> None:
    assert "2 passages to review" in editor.get("/sources/almanac/").content.decode()

    client.force_login(revised.annotator)
    assert "to review" not in client.get("/sources/almanac/").content.decode()


def test_accepting_takes_the_claim_along(editor: Client, revised: World) -> None:
    move, claim = waiting("120"), Claim.objects.get(key="almanac.table.2016")

    answer = editor.post(
        address("move-accept", move),
        acceptance(move, **{f"reading-{claim.pk}": "210", "reason": "mended"}),
    )

    assert (answer.status_code, answer["Location"]) == (302, "/moves/?source=almanac")
    claim.refresh_from_db()
    move.refresh_from_db()
    assert (claim.printed, claim.reading) == ("210", "210")
    assert (move.state, move.decided_by, move.reason) == ("done", revised.editor, "mended")


def test_accepting_without_the_new_reading_keeps_what_was_typed(editor: Client) -> None:
    move = waiting("120")

    answer = editor.post(address("move-accept", move), acceptance(move, reason="mended by print"))

    html = answer.content.decode()
    assert answer.status_code == 422
    assert "The figures differ: the claim almanac.table.2016 was read from “120”" in html
    assert 'value="mended by print"' in html
    assert waiting("120").state == "open"


def test_a_stale_decision_keeps_what_was_typed(editor: Client) -> None:
    move = waiting("120")

    answer = editor.post(
        address("move-drop", move), {"version": move.version + 1, "reason": "gone for good"}
    )

    html = answer.content.decode()
    assert answer.status_code == 422
    assert "Somebody else decided about this passage meanwhile." in html
    assert 'value="gone for good"' in html


def test_dropping_leaves_it_on_its_own_revision_and_can_be_undone(editor: Client) -> None:
    move = waiting("Lindau")

    answer = editor.post(
        address("move-drop", move), {"version": move.version, "reason": "left out"}
    )

    assert answer.status_code == 302
    page = editor.get(address("move", move)).content.decode()
    assert "It stays behind: left out." in page
    to = editor.get(reverse("reading:passage", args=[move.passage_id]))["Location"]
    assert to.startswith("/sources/almanac/?revision=1&cards=")
    assert to.endswith(f"#p-{move.passage_id}")
    editor.post(address("move-reopen", move), {"version": move.version + 1})
    assert waiting("Lindau").state == "open"


def test_another_place_is_found_by_its_words(editor: Client) -> None:
    move = waiting("Lindau")

    html = editor.get(address("move", move), {"find": "tanks"}).content.decode()

    start = BETTER.index("tanks")
    assert f"characters {start}–{start + 5}" in html


@pytest.mark.parametrize(
    "nonsense",
    [{}, {"start": "x"}, {"start": "9" * 400}, {"start": "-5"}, {"start": "7", "end": "7"}],
)
def test_nonsense_is_refused_and_changes_nothing(editor: Client, nonsense: dict[str, str]) -> None:
    move = waiting("Lindau")

    answer = editor.post(address("move-accept", move), {"version": move.version, **nonsense})

    assert answer.status_code == 422
    assert waiting("Lindau").version == move.version


@pytest.mark.parametrize("name", ACTS)
def test_acts_are_not_done_by_looking(editor: Client, name: str) -> None:
    assert editor.get(address(name, waiting("120"))).status_code == 405


@pytest.mark.parametrize("name", PAGES)
def test_pages_are_not_written_to(editor: Client, name: str) -> None:
    assert editor.post(address(name, waiting("120"))).status_code == 405


@pytest.mark.parametrize("name", [*ACTS, *PAGES])
def test_who_is_not_known_is_sent_to_log_in(client: Client, revised: World, name: str) -> None:
    where = address(name, waiting("120"))

    answer = client.get(where) if name in PAGES else client.post(where)

    assert (answer.status_code, answer["Location"]) == (302, f"/accounts/log-in/?next={where}")


@pytest.mark.parametrize("name", [*ACTS, *PAGES])
@pytest.mark.parametrize("person", ["reader", "annotator"])
def test_who_may_not_review_is_refused(
    client: Client, revised: World, name: str, person: str
) -> None:
    client.force_login(getattr(revised, person))
    where = address(name, waiting("120"))

    answer = client.get(where) if name in PAGES else client.post(where)

    assert answer.status_code == 403


@pytest.mark.parametrize("name", [*ACTS, "move"])
def test_an_unknown_passage_is_404(editor: Client, name: str) -> None:
    where = reverse(f"reading:{name}", args=[10**9])

    answer = editor.get(where) if name == "move" else editor.post(where)

    assert answer.status_code == 404
