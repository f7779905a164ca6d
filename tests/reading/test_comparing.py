"""Two sources side by side, and the matrix of all pairs."""

from __future__ import annotations

import pytest
from django.test import Client

from apps.annotations.models import Review
from apps.claims.models import Claim
from apps.contradictions.models import Contradiction, Verdict
from apps.reading.facts import comparing
from apps.reading.keeping import clear_all
from tests.world import World

pytestmark = pytest.mark.django_db
PAGE = "/compare/almanac/gazette/"


def shown(client: Client, path: str = PAGE, **asked: str) -> str:
    return client.get(path, asked).content.decode()


def test_what_two_sources_differ_on_stands_side_by_side(
    client: Client, disputed_world: World
) -> None:
    html = shown(client)

    assert '<span class="num">2</span> differ' in html
    assert '<span class="num">0</span> agree' in html
    assert html.count('<th scope="row">') == 2
    assert '<span class="printed">2016</span>' in html
    assert '<span class="printed">2017</span>' in html


def test_what_they_agree_on_is_shown_on_demand(client: Client, disputed_world: World) -> None:
    disputed_world.claim("100", period="2015")

    html = shown(client, "/compare/almanac/ledger/", show="agree")

    assert '<span class="num">1</span> agree' in html
    assert "Arms imports of Karovia from Norland, 2015" in html


@pytest.mark.parametrize(
    ("show", "question"),
    [
        ("one", "Arms imports of Karovia from Norland, 2015"),
        ("other", "Arms imports of Karovia from all suppliers, 2014"),
    ],
)
def test_what_only_one_of_them_tells_is_shown(
    client: Client, disputed_world: World, show: str, question: str
) -> None:
    assert question in shown(client, show=show)


def test_a_verdict_does_not_hide_what_the_sources_print(
    client: Client, disputed_world: World
) -> None:
    wrong = Claim.objects.get(key="gazette.order-date")
    case = Contradiction.objects.get(involvements__claim=wrong)
    disputed_world.settle(case, Verdict.Kind.ONE_RIGHT, wrong)

    html = shown(client)

    assert '<span class="num">2</span> differ' in html
    assert '<small class="line">judged wrong</small>' in html


def test_a_source_that_says_two_things_differs_from_one_that_denies_one_of_them(
    client: Client, disputed_world: World
) -> None:
    disputed_world.claim("100", period="2015")
    disputed_world.claim("900", period="2015")

    html = shown(client, "/compare/almanac/ledger/")

    assert '<span class="num">1</span> differ' in html
    assert '<span class="num">0</span> agree' in html
    assert "Arms imports of Karovia from Norland, 2015" in html


def test_what_is_not_accepted_is_not_compared(client: Client, disputed_world: World) -> None:
    disputed_world.record(disputed_world.draft("7", period="2015"), review=Review.PROPOSED)

    html = shown(client, "/compare/almanac/ledger/")

    assert '<span class="num">0</span> differ' in html


def test_the_matrix_counts_every_pair(client: Client, disputed_world: World) -> None:
    html = shown(client, "/compare/")

    assert html.count('<a href="/compare/') == 7
    assert html.count('<span class="state open">2 differ</span>') == 2


@pytest.mark.parametrize(("path", "rows"), [("/compare/", 1), (PAGE, 8)])
def test_comparisons_are_given_as_csv(
    client: Client, disputed_world: World, path: str, rows: int
) -> None:
    answer = client.get(path, {"format": "csv"})

    assert answer["Content-Type"] == "text/csv; charset=utf-8"
    assert len(answer.content.decode().splitlines()) == rows + 1


@pytest.mark.parametrize("path", ["/compare/almanac/almanac/", "/compare/almanac/nobody/"])
def test_what_cannot_be_compared_is_not_found(
    client: Client, disputed_world: World, path: str
) -> None:
    assert client.get(path).status_code == 404


@pytest.mark.parametrize("asked", [{"show": "ghosts"}, {"format": "pdf"}])
def test_nonsense_is_refused(client: Client, disputed_world: World, asked: dict[str, str]) -> None:
    assert client.get(PAGE, asked).status_code == 422


@pytest.mark.parametrize("path", ["/compare/", PAGE])
def test_comparisons_are_only_read(client: Client, disputed_world: World, path: str) -> None:
    assert client.post(path).status_code == 405
    assert client.head(path).status_code == 200


def test_of_many_sources_those_that_share_most_are_shown_and_any_two_can_be_chosen(
    client: Client, disputed_world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(comparing, "WIDEST", 2)

    html = shown(client, "/compare/")
    chosen = client.get("/compare/", {"one": "almanac", "other": "ledger"})

    assert "Below are the 2 of 3 sources that share most questions with others." in html
    assert '<th scope="col">The Arms of Karovia n.d.</th><th scope="col">What' in html
    assert chosen.headers["Location"] == "/compare/almanac/ledger/"
    assert client.get("/compare/", {"one": "almanac", "other": "\0"}).status_code == 404


def test_a_pair_is_compared_alike_whether_or_not_all_pairs_are_known(
    client: Client, disputed_world: World
) -> None:
    clear_all()
    alone = shown(client)
    shown(client, "/compare/")

    assert shown(client) == alone
