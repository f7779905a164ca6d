"""Editors merge entities after a look at what would move; the old address leads on."""

from __future__ import annotations

import pytest
from django.test import Client

from apps.entities.actions import record_entities
from apps.entities.drafts import EntityDraft
from apps.entities.merging import merge_entities
from apps.entities.models import Entity, Merge
from apps.entities.telling_apart import keep_apart
from tests.tiny import row_counts
from tests.world import World

WHY = "one country under two names"
POSTED = {"into": "norland", "reason": WHY}
ADDRESS = "/entities/sudland/merge/"


@pytest.fixture
def merged(world: World) -> Merge:
    gone, kept = (Entity.objects.get(slug=slug) for slug in ("sudland", "norland"))
    return merge_entities(gone=gone, kept=kept, by=world.editor, reason=WHY)


def test_a_preview_tells_what_would_move_and_stores_nothing(client: Client, world: World) -> None:
    world.claim("100")
    world.claim("200", roles={"supplier": "sudland"})
    client.force_login(world.editor)
    before = row_counts()

    html = client.post(ADDRESS, POSTED).content.decode()

    assert "What would go to Norland" in html
    assert '<dt>claims that name it in a role</dt><dd class="num">1</dd>' in html
    assert "Contradictions that would open" in html
    assert html.count("None.") == 1
    assert row_counts() == before


@pytest.mark.parametrize(
    "words", ["Nordland", "Норланд", "norland", "NORLAND "], ids=["slip", "script", "slug", "case"]
)
def test_the_one_that_stays_is_found_by_any_name(client: Client, world: World, words: str) -> None:
    client.force_login(world.editor)

    html = client.get(ADDRESS, {"q": words}).content.decode()

    assert '<a href="?into=norland">Choose<span class="hidden"> Norland</span></a>' in html
    assert '"?into=sudland"' not in html


def test_without_words_those_called_alike_are_offered(client: Client, world: World) -> None:
    draft = EntityDraft("sudlant", "Sudlant", "state")
    record_entities(drafts=[draft], by=world.editor, reason="test")
    client.force_login(world.editor)

    html = client.get(ADDRESS).content.decode()

    assert "Called most like Sudland" in html
    assert '<a href="?into=sudlant">' in html


def test_htmx_is_given_the_choices_alone(client: Client, world: World) -> None:
    client.force_login(world.editor)

    html = client.get(ADDRESS, {"q": "zzz"}, headers={"HX-Request": "true"}).content.decode()

    assert html.startswith('<div id="choice-results">')
    assert "Nothing is known under this name." in html


def test_the_chosen_one_stands_beside_it(client: Client, world: World) -> None:
    client.force_login(world.editor)

    html = client.get(ADDRESS, {"into": "norland"}).content.decode()

    assert "Sudland beside Norland" in html
    assert '<th scope="row">Part of</th><td>the League</td><td>the League</td>' in html
    assert '<input type="hidden" name="into" value="norland">' in html


def test_those_kept_apart_are_not_offered(client: Client, world: World) -> None:
    one, other = (Entity.objects.get(slug=slug) for slug in ("sudland", "norland"))
    keep_apart(one=one, other=other, by=world.editor, reason="two countries")
    client.force_login(world.editor)

    html = client.get(ADDRESS, {"q": "norland"}).content.decode()

    assert "<td>kept apart</td>" in html
    assert "?into=" not in html


@pytest.mark.parametrize("typed", [{"into": "ghost"}, {"into": "\0"}, {"q": "\0"}, {"q": "<b>"}])
def test_nonsense_in_the_address_does_no_harm(
    client: Client, world: World, typed: dict[str, str]
) -> None:
    client.force_login(world.editor)

    answer = client.get(ADDRESS, typed)

    assert answer.status_code == 200
    assert "<b>" not in answer.content.decode().partition("Which one stays?")[2]


def test_an_editor_merges_and_the_old_address_leads_on(client: Client, world: World) -> None:
    client.force_login(world.editor)

    done = client.post(ADDRESS, {**POSTED, "sure": "yes"})
    old = client.get("/entities/sudland/")

    assert (done.status_code, done["Location"]) == (302, "/entities/norland/")
    assert (old.status_code, old["Location"]) == (302, "/entities/norland/")
    assert (
        "Sudland was merged into this by Editor"
        in client.get("/entities/norland/").content.decode()
    )


def test_an_editor_undoes_a_merge(client: Client, world: World, merged: Merge) -> None:
    client.force_login(world.editor)

    done = client.post(f"/merges/{merged.pk}/undo/", {"reason": "they are two after all"})

    assert (done.status_code, done["Location"]) == (302, "/entities/sudland/")
    assert client.get("/entities/sudland/").status_code == 200


def test_an_editor_tells_two_apart_and_everybody_reads_why(client: Client, world: World) -> None:
    client.force_login(world.editor)

    done = client.post("/entities/sudland/apart/", {"other": "norland", "reason": "two countries"})

    assert done.status_code == 302
    for slug in ("sudland", "norland"):
        html = client.get(f"/entities/{slug}/").content.decode()
        assert '<small class="line">two countries (Editor, <time' in html
    assert client.post(ADDRESS, {**POSTED, "sure": "yes"}).status_code == 422


@pytest.mark.parametrize("address", [ADDRESS, "/entities/sudland/apart/", "/merges/1/undo/"])
def test_only_editors_may(client: Client, world: World, address: str) -> None:
    anonymous = client.post(address, POSTED)
    client.force_login(world.annotator)
    annotator = client.post(address, POSTED)

    assert anonymous["Location"].startswith("/accounts/log-in/")
    assert annotator.status_code == 403


@pytest.mark.parametrize(
    "address", ["/entities/ghost/merge/", "/entities/ghost/apart/", "/merges/999999/undo/"]
)
def test_what_is_unknown_is_not_found(client: Client, world: World, address: str) -> None:
    client.force_login(world.editor)

    assert client.post(address, POSTED).status_code == 404


@pytest.mark.parametrize(
    ("into", "reason", "says"),
    [
        ("ghost", WHY, "There is no such entity."),
        ("\0", WHY, "What was typed cannot be stored."),
        ("norland", "short", "fewer than 10 characters"),
        ("norland", "\0" * 20, "What was typed cannot be stored."),
    ],
)
def test_nonsense_is_refused_and_nothing_is_lost(
    client: Client, world: World, into: str, reason: str, says: str
) -> None:
    client.force_login(world.editor)
    before = row_counts()

    answer = client.post(ADDRESS, {"into": into, "reason": reason})

    assert answer.status_code == 422
    assert says in answer.content.decode()
    assert row_counts() == before


def test_a_wrong_method_is_refused(client: Client, world: World, merged: Merge) -> None:
    client.force_login(world.editor)

    assert client.get(f"/merges/{merged.pk}/undo/").status_code == 405
    assert client.get("/entities/norland/apart/").status_code == 405
    assert client.put("/entities/norland/merge/").status_code == 405
