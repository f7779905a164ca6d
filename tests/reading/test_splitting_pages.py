"""Editors split an entity after a look at what would go, row by row, and undo it."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client

from apps.annotations.actions import record_mentions
from apps.annotations.drafts import MentionDraft
from apps.annotations.models import Mention, Review
from apps.claims.models import Claim
from apps.entities.models import Entity, Split
from tests.tiny import row_counts
from tests.world import ALMANAC, World

PAGE = "/entities/norland/split/"
WHY = "the island is not the kingdom"


@pytest.fixture
def muddled(world: World, client: Client) -> World:
    """Norland stands for two; the editor is logged in."""
    for start in (ALMANAC.index("Norland"), ALMANAC.rindex("Norland")):
        draft = MentionDraft("almanac", start, start + 7, "norland", "Norland")
        record_mentions(drafts=[draft], by=world.annotator, reason="test", review=Review.ACCEPTED)
    world.claim("100")
    world.claim("200", period="2015")
    client.force_login(world.editor)
    return world


def typed(**changed: Any) -> dict[str, Any]:
    """The island is given the second mention and the second claim."""
    return {
        "slug": "norland-isle",
        "label": "Norland Isle",
        "kind": "place",
        "note": "",
        "reason": WHY,
        "mentions": [Mention.objects.order_by("-passage__start")[0].pk],
        "claims": [Claim.objects.get(printed="200").pk],
        **changed,
    }


def test_all_that_the_entity_holds_is_offered(client: Client, muddled: World) -> None:
    html = client.get(PAGE).content.decode()

    assert "2 mentions and 2 claims to choose from" in html
    assert html.count('type="checkbox" name="mentions"') == 2
    assert html.count('type="checkbox" name="claims"') == 2
    assert " checked" not in html


def test_the_offer_is_narrowed_and_ticked_at_once(client: Client, muddled: World) -> None:
    html = client.get(PAGE, {"source": "ledger", "q": "200", "tick": "all"}).content.decode()

    assert "0 mentions and 1 claim to choose from" in html
    assert f'name="claims" value="{Claim.objects.get(printed="200").pk}" checked' in html


def test_a_preview_tells_row_by_row_what_would_go_and_stores_nothing(
    client: Client, muddled: World
) -> None:
    before = row_counts()

    html = client.post(PAGE, typed()).content.decode()

    preview = html.partition("What would go to Norland Isle")[2].partition("</section>")[0]
    assert '<dt>mentions</dt><dd class="num">1</dd>' in preview
    assert "arms imports of Karovia from Norland, 2015" in preview
    assert "arms imports of Karovia from Norland, 2014" not in preview
    assert f'<input type="hidden" name="claims" value="{typed()["claims"][0]}">' in preview
    assert row_counts() == before


def test_an_editor_splits_and_undoes_it_on_either_page(client: Client, muddled: World) -> None:
    old = Claim.objects.get(printed="200").fact_key

    done = client.post(PAGE, typed(sure="yes"))
    pages = [
        client.get(f"/entities/{slug}/").content.decode() for slug in ("norland-isle", "norland")
    ]
    fact = client.get(f"/facts/{old}/")
    undone = client.post(f"/splits/{Split.objects.get().pk}/undo/", {"reason": "one after all"})

    assert (done.status_code, done["Location"]) == (302, "/entities/norland-isle/")
    assert all(f"by Editor: {WHY}" in html and "Undo the split" in html for html in pages)
    assert (fact.status_code, "norland-isle" in fact["Location"]) == (302, True)
    assert undone["Location"] == "/entities/norland/"
    assert client.get("/entities/norland-isle/")["Location"] == "/entities/norland/"
    assert client.get(f"/facts/{old}/").status_code == 200
    assert client.get(fact["Location"])["Location"].endswith("/")


def test_what_no_longer_names_it_is_refused(client: Client, muddled: World) -> None:
    stale = Claim.objects.get(printed="100")
    muddled.correct(stale, roles={"supplier": "westland"})

    answer = client.post(PAGE, typed(claims=[stale.pk], sure="yes"))

    assert answer.status_code == 422
    assert "claims that are ticked do not name “Norland” any more" in answer.content.decode()
    assert not Split.objects.exists()


@pytest.mark.parametrize(
    ("changed", "says"),
    [
        ({"slug": "karovia"}, "The identifier “karovia” is taken."),
        ({"reason": "short"}, "fewer than 10 characters"),
        ({"mentions": [], "claims": []}, "Nothing is chosen that the new entity would be given."),
        ({"mentions": ["x"]}, "The mentions that are ticked are not numbers."),
        ({"claims": ["9" * 19]}, "The claims that are ticked are not numbers."),
        ({"label": "\0"}, "What was typed cannot be stored."),
        ({"outside": ["slug"]}, "does not all belong to “Norland”"),
    ],
)
def test_nonsense_is_refused_and_nothing_is_lost(
    client: Client, muddled: World, changed: dict[str, Any], says: str
) -> None:
    before = row_counts()

    answer = client.post(PAGE, typed(**changed))

    assert answer.status_code == 422
    assert says in answer.content.decode()
    assert row_counts() == before


def test_what_was_typed_stays_in_the_form(client: Client, muddled: World) -> None:
    html = client.post(PAGE, typed(slug="karovia")).content.decode()

    assert 'name="label" value="Norland Isle"' in html
    assert f'value="{typed()["mentions"][0]}" checked' in html
    assert '<option value="place" selected>' in html


@pytest.mark.parametrize("address", [PAGE, "/splits/1/undo/"])
def test_only_editors_may(client: Client, world: World, address: str) -> None:
    anonymous = client.post(address)
    client.force_login(world.annotator)
    annotator = client.post(address)

    assert anonymous["Location"].startswith("/accounts/log-in/")
    assert annotator.status_code == 403


def test_what_is_unknown_is_not_found(client: Client, muddled: World) -> None:
    assert client.get("/entities/ghost/split/").status_code == 404
    assert client.post("/splits/999999/undo/").status_code == 404
    assert client.get(PAGE, {"source": "ghost", "q": "\0"}).status_code == 200


def test_a_wrong_method_is_refused(client: Client, muddled: World) -> None:
    client.post(PAGE, typed(sure="yes"))

    assert client.put(PAGE).status_code == 405
    assert client.get(f"/splits/{Split.objects.get().pk}/undo/").status_code == 405
    assert Entity.objects.filter(slug="norland-isle").exists()
