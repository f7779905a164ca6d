"""Home, the list of sources, and lasting addresses."""

from __future__ import annotations

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from apps.annotations.models import Review
from apps.claims.models import Claim
from apps.claims.record_edition import write_record_edition
from apps.contradictions.models import Contradiction, Verdict
from apps.reading.views import home, sources
from apps.sources.models import Source
from tests.world import World

pytestmark = pytest.mark.django_db


def test_home_shows_sources_counts_and_contradictions(
    client: Client, disputed_world: World
) -> None:
    html = client.get("/").content.decode()

    assert "Three sources, read against each other" in html
    assert '<a href="/sources/almanac/">The Arms of Karovia</a>' in html
    assert "<b>10</b> claims" in html
    assert '2016 <i aria-hidden="true">≠</i><span class="hidden"> against </span> 2017' in html


def test_home_shows_the_newest_verdicts(client: Client, disputed_world: World) -> None:
    case = Contradiction.objects.get(involvements__claim__key="almanac.order-date")
    disputed_world.settle(case, Verdict.Kind.UNDECIDED)

    html = client.get("/").content.decode()

    assert "Newest verdicts" in html
    assert "Cannot be decided yet. Order date of the order of tanks." in html
    assert "Editor, <time" in html


def test_home_is_there_before_anything_was_entered(client: Client) -> None:
    html = client.get("/").content.decode()

    assert "No source has been entered yet." in html
    assert "No contradiction is open." in html


def test_home_asks_a_fixed_number_of_queries(
    client: Client, disputed_world: World, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    with django_assert_num_queries(11):
        client.get("/")
    with django_assert_num_queries(6):
        client.get("/")


def test_the_list_of_sources_says_what_can_be_read(client: Client, disputed_world: World) -> None:
    write_record_edition(source=Source.objects.get(slug="almanac"), by=disputed_world.admin)

    for_the_public = client.get("/sources/").content.decode()
    client.force_login(disputed_world.annotator)
    for_the_team = client.get("/sources/").content.decode()

    assert "<span>record edition</span>" in for_the_public
    assert "<span>full text</span>" not in for_the_public
    assert for_the_team.count("<span>full text</span>") == 2


def test_the_address_of_a_claim_leads_to_its_card(client: Client, disputed_world: World) -> None:
    claim = Claim.objects.get(key="almanac.order-date")
    client.force_login(disputed_world.annotator)

    response = client.get("/claims/almanac.order-date/")

    assert response.headers["Location"] == f"/sources/almanac/?cards=0#claim-{claim.pk}"


def test_the_public_is_led_to_the_record_edition_of_a_withheld_text(
    client: Client, disputed_world: World
) -> None:
    write_record_edition(source=Source.objects.get(slug="almanac"), by=disputed_world.admin)
    claim = Claim.objects.get(key="almanac.order-date")

    response = client.get("/claims/almanac.order-date/")

    place = f"/sources/almanac/?edition=record&cards=1#claim-{claim.pk}"
    assert response.headers["Location"] == place


def test_a_passage_of_a_withheld_text_leads_the_public_to_its_source(
    client: Client, disputed_world: World
) -> None:
    passage = Claim.objects.get(key="almanac.order-date").evidence.get().passage

    response = client.get(f"/passages/{passage.pk}/")

    assert response.headers["Location"] == "/sources/almanac/"


def test_a_passage_leads_the_team_to_its_place(client: Client, disputed_world: World) -> None:
    passage = Claim.objects.get(key="almanac.order-date").evidence.get().passage
    client.force_login(disputed_world.annotator)

    response = client.get(f"/passages/{passage.pk}/")

    assert response.headers["Location"] == f"/sources/almanac/?cards=0#p-{passage.pk}"


@pytest.mark.parametrize(
    "path",
    [
        "/claims/nobody.1/",
        "/claims/%00/",
        "/passages/999999999/",
        f"/passages/{'9' * 40}/",
        "/entities/nobody/",
    ],
)
def test_what_does_not_exist_is_not_found(client: Client, path: str) -> None:
    assert client.get(path).status_code == 404


def test_a_claim_that_nobody_has_accepted_is_not_public(client: Client, world: World) -> None:
    world.record(world.draft("5", key="ledger.new"), review=Review.PROPOSED)

    assert client.get("/claims/ledger.new/").status_code == 404


def test_long_lists_of_sources_and_series_come_in_pages(
    client: Client, disputed_world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sources, "SOURCES_A_PAGE", 2)
    monkeypatch.setattr(home, "SOURCES_SHOWN", 2)

    opening = client.get("/").content.decode()
    first, second = (
        client.get("/sources/", {"page": page}).content.decode() for page in ("1", "2")
    )

    assert '<a href="/sources/">All 3 sources</a>' in opening
    assert "The Ledger" not in opening
    assert ("What Karovia Buys" in first, "The Ledger" in first) == (True, False)
    assert '<ol class="list sources wide-list" start="3">' in second
    assert '<span class="no" aria-hidden="true">3</span>' in second
    assert '<span class="num">3 sources</span>' in second


def test_the_first_page_counts_anew_when_something_changed(
    client: Client, disputed_world: World
) -> None:
    before = client.get("/").content.decode()
    disputed_world.claim("100", period="2015")

    after = client.get("/").content.decode()

    assert "<b>0</b> claims" in before
    assert "<b>0</b> claims" not in after
