"""Parts of a long text, and the cards of one row, as the reader's page asks for them."""

from __future__ import annotations

import pytest
from django.test import Client

from apps.claims.models import Claim
from apps.reading.frame import Row
from apps.reading.parts import Extent, extent_from, extents
from tests.reading.shown import text_of
from tests.world import World

WITHHELD = "after the ministers had met"
BLOCKS = "/sources/almanac/blocks/"
CARDS = "/sources/almanac/cards/"


def rows(*lengths: int) -> list[Row]:
    drawn, start = [], 0
    for number, length in enumerate(lengths):
        drawn.append(Row(number, number, start, start + length, False, (number,), ()))
        start += length
    return drawn


def test_a_short_text_is_one_part() -> None:
    assert extents(rows(10_000, 20_000), [3, 4]) == [Extent(0, 2)]


def test_a_part_ends_before_it_grows_too_long() -> None:
    assert extents(rows(40_000, 30_000, 90_000, 10), [0] * 4) == [
        Extent(0, 1),
        Extent(1, 2),
        Extent(2, 3),
        Extent(3, 4),
    ]


def test_a_part_ends_before_it_holds_too_many_marks() -> None:
    assert extents(rows(10, 10, 10), [900, 600, 1]) == [Extent(0, 2), Extent(2, 3)]


def test_a_part_begins_where_it_is_asked_to() -> None:
    assert extent_from(rows(10, 10, 10), [900, 600, 901], 1) == Extent(1, 2)


@pytest.fixture
def team(client: Client, disputed_world: World) -> Client:
    """An annotator's browser."""
    client.force_login(disputed_world.annotator)
    return client


@pytest.mark.django_db
def test_rows_come_from_one_block_up_to_another(team: Client) -> None:
    html = team.get(BLOCKS, {"from": 0, "to": 0}).content.decode()

    assert text_of(html, "b-0") == "The Arms of Karovia"
    assert "Arms imports of Karovia from Norland</caption>" not in html
    assert '<a rel="next" href="/sources/almanac/?from=' in html


@pytest.mark.django_db
def test_rows_that_are_asked_for_follow_without_a_gap(team: Client) -> None:
    first = team.get(BLOCKS, {"from": 0, "to": 0}).content.decode()
    following = first.partition('<a rel="next" href="/sources/almanac/?from=')[2].partition('"')[0]

    second = team.get(BLOCKS, {"from": following}).content.decode()

    assert "Arms imports of Karovia from Norland</caption>" in second
    assert 'rel="next"' not in second


@pytest.mark.django_db
def test_the_cards_of_a_row_are_those_of_all_its_marks(team: Client) -> None:
    claim = Claim.objects.get(key="almanac.table.2016")
    row = claim.evidence.get().passage.text.blocks.get(kind="table").position

    without = team.get("/sources/almanac/").content.decode()
    html = team.get(CARDS, {"cards": row}).content.decode()

    assert f'id="claim-{claim.pk}"' not in without
    assert f'id="claim-{claim.pk}"' in html
    assert html.startswith('<div class="notes">')


@pytest.mark.django_db
def test_a_page_holds_the_cards_of_the_row_that_its_address_names(team: Client) -> None:
    claim = Claim.objects.get(key="almanac.table.2016")

    html = team.get("/claims/almanac.table.2016/", follow=True).content.decode()

    assert f'id="claim-{claim.pk}"' in html
    assert f'href="#claim-{claim.pk}"' in html


@pytest.mark.django_db
@pytest.mark.parametrize(
    "path", [BLOCKS + "?from=0", CARDS + "?cards=0", "/sources/almanac/?cards=0"]
)
def test_the_public_is_given_no_withheld_wording(
    client: Client, disputed_world: World, path: str
) -> None:
    response = client.get(path)

    assert WITHHELD not in response.content.decode()


@pytest.mark.django_db
@pytest.mark.parametrize("path", [BLOCKS, CARDS])
def test_an_unknown_source_is_not_found_and_nothing_is_written(
    client: Client, disputed_world: World, path: str
) -> None:
    assert client.get(path.replace("almanac", "nobody")).status_code == 404
    assert client.post(path).status_code == 405


@pytest.mark.django_db
@pytest.mark.parametrize(
    "path",
    [
        *(f"{BLOCKS}?from={nonsense}" for nonsense in ("x", "-1", "999", "9" * 30, "٣", "%00")),
        *(f"{CARDS}?cards={nonsense}" for nonsense in ("x", "999", "")),
        CARDS,
        "/sources/almanac/?from=999",
    ],
)
def test_a_place_that_is_not_in_the_text_is_refused(team: Client, path: str) -> None:
    response = team.get(path)

    assert response.status_code == 422


@pytest.mark.django_db
def test_a_refusal_says_what_to_do(team: Client) -> None:
    html = team.get("/sources/almanac/?from=999").content.decode()

    assert "This text has no block 999." in html
    assert "Open the source from its beginning." in html
