"""The controlled vocabulary: its list, each measure by itself, and the sheet of all."""

from __future__ import annotations

import pytest
from django.contrib.auth.models import AnonymousUser
from django.test import Client

from apps.annotations.models import Review
from apps.claims.models import Measure
from apps.claims.resources import MeasureResource
from apps.reading.audience import Audience
from apps.reading.vocabulary import Term, vocabulary
from apps.ui.sheets.formats import SHEETS
from tests.world import World

pytestmark = pytest.mark.django_db
LIST, ONE = "/measures/", "/measures/arms-imports/"


def shown(client: Client, path: str) -> str:
    return client.get(path).content.decode()


def test_a_measure_stands_in_plain_words_with_what_is_told_by_it(
    client: Client, disputed_world: World
) -> None:
    html = shown(client, LIST)

    start = html.index('<a href="/measures/arms-imports/">')
    row = html[start : html.index("</tr>", start)]
    assert "arms imports of <i>subject</i> from <i>supplier</i>" in row
    assert "time, subjects, suppliers" in row
    assert "million USD" in row
    assert '<td class="num">6 claims</td>' in row
    assert '<a href="/facts/?measure=arms-imports">6 facts</a>' in row


def test_the_page_of_a_measure_tells_how_it_is_read_and_leads_to_its_facts_and_series(
    client: Client, disputed_world: World
) -> None:
    html = shown(client, ONE)

    assert "half a unit of its last digit" in html
    assert "SIPRI trend indicator values" in html
    assert '<a href="/facts/?measure=arms-imports&amp;subject=karovia">6 facts</a>' in html
    assert '<a href="/series/arms-imports/karovia/">series of 6</a>' in html
    assert '<a href="/measures/supplier-share/">share of a supplier</a>' in html
    assert 'class="permalink">http://testserver/measures/arms-imports/</span>' in html


def test_what_waits_for_review_counts_for_the_team_alone(
    client: Client, disputed_world: World
) -> None:
    disputed_world.record(disputed_world.draft("90", period="2001"), review=Review.PROPOSED)

    public = shown(client, ONE)
    client.force_login(disputed_world.annotator)
    team = shown(client, ONE)

    assert ("6 claims</span>" in public, "7 claims</span>" in team) == (True, True)


@pytest.mark.parametrize("path", [LIST, ONE])
def test_the_vocabulary_goes_out_as_the_sheet_that_comes_in(
    client: Client, world: World, path: str
) -> None:
    chosen = Measure.objects.all() if path == LIST else Measure.objects.filter(slug="arms-imports")
    for form in SHEETS:
        extension = form().get_extension()

        answer = client.get(path, {"format": extension})

        assert answer.content == form().export_data(MeasureResource().export(chosen))
        assert answer["Content-Disposition"].endswith(f'.{extension}"')


@pytest.mark.parametrize(
    ("path", "status"),
    [(f"{LIST}?format=pdf", 422), (f"{ONE}?format=pdf", 422), ("/measures/no-such/", 404)],
)
def test_what_there_is_not_is_refused(client: Client, world: World, path: str, status: int) -> None:
    assert client.get(path).status_code == status
    assert client.post(path.partition("?")[0]).status_code == 405


def test_a_measure_that_nobody_uses_says_where_claims_come_from(
    client: Client, world: World
) -> None:
    html = shown(client, ONE)

    assert "No accepted claim uses this measure yet." in html
    assert '<a href="/sources/">Read a source</a>' in html


def test_units_stand_by_size_and_counts_and_ranks_have_none(world: World) -> None:
    world.claim("2", unit="USD bln", period="1999")
    world.claim("2", unit="USD mln", period="1998")

    terms: dict[str, Term] = {
        term.measure.slug: term
        for term in vocabulary(Measure.objects.all(), Audience.of(AnonymousUser()))
    }

    assert terms["arms-imports"].unit_words == "million USD, billion USD"
    assert terms["deal-quantity"].unit_words == ""
    assert terms["deal-quantity"].adds_over == ["subjects", "items"]
