"""The list of entities and the page of one."""

from __future__ import annotations

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from apps.annotations.actions import record_mentions
from apps.annotations.drafts import MentionDraft
from apps.annotations.models import Review
from apps.entities.actions import record_entities
from apps.entities.drafts import AliasDraft, EntityDraft
from tests.world import ALMANAC, GAZETTE, World

pytestmark = pytest.mark.django_db
TEXTS = {"almanac": ALMANAC, "gazette": GAZETTE}


@pytest.fixture
def named_world(disputed_world: World) -> World:
    """The almanac names Norland where it says who sold."""
    start = ALMANAC.index("Norland")
    draft = MentionDraft("almanac", start, start + 7, "norland", "Norland")
    record_mentions(
        drafts=[draft], by=disputed_world.annotator, reason="test", review=Review.ACCEPTED
    )
    return disputed_world


def test_the_list_is_searched_by_name(client: Client, world: World) -> None:
    html = client.get("/entities/", {"q": "lind"}).content.decode()

    assert '<a href="/entities/lindau/">Lindau</a>' in html
    assert "Hafen" not in html
    assert "1 entity" in html


def test_htmx_is_given_the_results_alone(client: Client, world: World) -> None:
    response = client.get("/entities/", {"q": "lind"}, headers={"HX-Request": "true"})

    html = response.content.decode()
    assert html.startswith('<div id="entity-results">')
    assert "HX-Request" in response.headers["Vary"]


def test_a_name_that_nobody_bears_is_answered_kindly(client: Client, world: World) -> None:
    html = client.get("/entities/", {"q": "<b>zz"}).content.decode()

    assert "Nothing is known under this name." in html
    assert 'value="&lt;b&gt;zz"' in html


def test_nonsense_in_the_address_does_no_harm(client: Client, world: World) -> None:
    response = client.get("/entities/", {"q": "\0", "page": "9" * 40, "kind": "ghost"})

    assert response.status_code == 200


def test_the_team_sees_mentions_in_context_and_claims(client: Client, named_world: World) -> None:
    client.force_login(named_world.annotator)

    html = client.get("/entities/norland/").content.decode()

    assert "sold arms for 110 mln USD to Karovia in 2014." in html
    assert "arms imports of Karovia from Norland, 2014" in html
    assert 'class="mark claim contradicted" href="/claims/almanac.arms-imports/"' in html


def test_the_list_counts_the_same_claims_as_the_page(client: Client, named_world: World) -> None:
    rows = client.get("/entities/", {"q": "norland"}).context["rows"]
    page = client.get("/entities/norland/").context["claims_page"]

    counted = {row.entity.slug: row.claims for row in rows}
    assert counted["norland"] == page.paginator.count == 5


@pytest.mark.parametrize("asked", [{"q": "norland"}, {"kind": "state", "source": "almanac"}])
def test_the_list_is_given_as_csv(
    client: Client, named_world: World, asked: dict[str, str]
) -> None:
    answer = client.get("/entities/", {**asked, "format": "csv"})

    heads, row, *_ = answer.content.decode().splitlines()
    assert answer["Content-Type"] == "text/csv; charset=utf-8"
    assert heads == "label,kind,slug,wikidata,mentions,claims"
    assert row == "Norland,state,norland,,1,5"


def test_a_format_that_is_not_known_is_refused(client: Client, world: World) -> None:
    assert client.get("/entities/", {"format": "pdf"}).status_code == 422


def test_mentions_are_narrowed_to_one_source(client: Client, world: World) -> None:
    places = {slug: text.index("Karovia") for slug, text in TEXTS.items()}
    drafts = [MentionDraft(slug, at, at + 7, "karovia", "Karovia") for slug, at in places.items()]
    record_mentions(drafts=drafts, by=world.annotator, reason="test", review=Review.ACCEPTED)
    client.force_login(world.annotator)

    html, narrowed, nonsense = (
        client.get("/entities/karovia/", {"in": source}).content.decode()
        for source in ("", "gazette", "nobody")
    )

    assert 'href="?in=gazette#mentions"><span class="num">1</span>' in html
    assert [page.count('<p class="context">') for page in (html, narrowed, nonsense)] == [2, 1, 2]
    assert 'href="?in=gazette#mentions" aria-current="page"' in narrowed


def test_a_page_tells_dates_names_and_whom_it_meets(client: Client, named_world: World) -> None:
    deal = EntityDraft(
        "tank-deal", "the order of tanks", "deal", aliases=(AliasDraft("заказ", "", "ru"),)
    )
    record_entities(drafts=[deal], by=named_world.editor, reason="test")

    html = client.get("/entities/tank-deal/").content.decode()
    norland = client.get("/entities/norland/").content.decode()

    assert '<dt>Russian</dt><dd><span class="alias" lang="ru">заказ</span>' in html
    assert html.index(">2016</a></th>") < html.index(">2017</a></th>")
    assert '<a href="/entities/karovia/">Karovia</a> <small class="num">5</small>' in norland


def test_the_public_sees_no_context_from_a_withheld_text(
    client: Client, named_world: World
) -> None:
    html = client.get("/entities/norland/").content.decode()

    assert "sold arms for" not in html
    assert "record edition" in html
    assert "arms imports of Karovia from Norland, 2014" in html


def test_pages_of_claims_are_swapped_on_their_own(client: Client, named_world: World) -> None:
    headers = {"HX-Request": "true", "HX-Target": "claim-results"}

    html = client.get("/entities/norland/", {"claims": "1"}, headers=headers).content.decode()

    assert html.startswith('<div id="claim-results">')


def test_the_list_is_narrowed_by_kind_and_source(client: Client, named_world: World) -> None:
    both = client.get("/entities/", {"kind": "state", "source": "almanac"}).content.decode()
    none = client.get("/entities/", {"kind": "place", "source": "almanac"}).content.decode()

    assert '<a href="/entities/norland/">Norland</a>' in both
    assert "1 entity" in both
    assert '<option value="state" selected>state (1)</option>' in both
    assert "Nothing is known under this name." in none


def test_the_list_is_narrowed_by_the_language_of_an_alias(client: Client, world: World) -> None:
    lindau = EntityDraft("lindau", "Lindau", "place", aliases=(AliasDraft("Линдау", "", "ru"),))
    record_entities(drafts=[lindau], by=world.editor, reason="test")

    html = client.get("/entities/", {"language": "ru"}).content.decode()

    assert "1 entity" in html
    assert '<option value="ru" selected>Russian (1)</option>' in html


def test_the_whole_list_goes_by_label(client: Client, world: World) -> None:
    html = client.get("/entities/").content.decode()

    assert html.index(">Hafen<") < html.index(">Karovia<") < html.index(">the League<")


def test_the_list_asks_a_fixed_number_of_queries(
    client: Client, world: World, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    with django_assert_num_queries(10):
        client.get("/entities/", {"q": "l"})
