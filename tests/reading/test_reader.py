"""The reader: who reads which text, and what is marked on it."""

from __future__ import annotations

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from apps.claims.models import Claim
from apps.claims.record_edition import write_record_edition
from apps.claims.record_renewal import renew
from apps.contradictions.models import Contradiction, Verdict
from apps.sources.actions import add_source, add_text
from apps.sources.models import Source
from tests.reading.shown import text_of
from tests.tiny import an_editor, an_original
from tests.world import World

pytestmark = pytest.mark.django_db

# From the almanac, which is not public.
WITHHELD = "after the ministers had met"


def read(client: Client, slug: str, **asked: str) -> str:
    response = client.get(f"/sources/{slug}/", asked)
    assert response.status_code == 200
    return response.content.decode()


@pytest.fixture
def team(client: Client, disputed_world: World) -> Client:
    """An annotator's browser."""
    client.force_login(disputed_world.annotator)
    return client


def test_the_team_reads_the_original(team: Client) -> None:
    html = read(team, "almanac")

    assert WITHHELD in text_of(html, "b-1")


def test_the_public_sees_no_withheld_wording(client: Client, disputed_world: World) -> None:
    html = read(client, "almanac", edition="original")

    assert WITHHELD not in html
    assert "The author’s wording is not public here; cards quote short excerpts of it." in html


def test_a_source_without_a_text_says_so(client: Client, world: World) -> None:
    add_source(fields={"slug": "bare", "title": "Bare"}, by=world.admin, reason="test")

    assert "No text of this source is here yet." in read(client, "bare")


def test_the_public_reads_the_record_edition_of_a_withheld_source(
    client: Client, disputed_world: World
) -> None:
    almanac = Source.objects.get(slug="almanac")
    write_record_edition(source=almanac, by=disputed_world.admin)

    html = read(client, "almanac")

    assert WITHHELD not in html
    assert "The author’s wording is not public here; cards quote short excerpts of it." in html
    assert "Arms imports of Karovia from Norland, 2014" in html


def test_the_team_switches_between_the_editions(team: Client, disputed_world: World) -> None:
    write_record_edition(source=Source.objects.get(slug="almanac"), by=disputed_world.admin)

    original, record = read(team, "almanac"), read(team, "almanac", edition="record")

    assert WITHHELD in original
    assert WITHHELD not in record
    assert '<a href="/sources/almanac/?edition=record" aria-current="page">' in record


def test_a_missing_original_is_announced_with_what_to_do(client: Client) -> None:
    editor = an_editor()
    text = an_original(editor, is_installed=False)
    write_record_edition(source=text.source, by=editor)

    html = read(client, text.source.slug)

    assert "The full text is not installed here." in html
    assert "<code>VARIORUM_TEXTS</code>" in html
    assert "<code>script/server</code>" in html


def test_a_contradicted_claim_is_marked_and_has_a_card_that_leads_to_the_case(
    team: Client,
) -> None:
    claim = Claim.objects.get(key="almanac.order-date")
    case = Contradiction.objects.get(involvements__claim=claim)

    html = read(team, "almanac")

    assert f'href="?cards=0#claim-{claim.pk}" aria-describedby="is-contradicted">2016</a>' in html
    assert f'<article class="card shown" id="claim-{claim.pk}">' in html
    card = text_of(html, f"claim-{claim.pk}")
    assert "Order date of the order of tanks. Printed 2016." in card
    assert "What Karovia Buys n.d." in card
    assert f'<a href="/contradictions/{case.pk}/">Read the case</a>' in html


def test_a_settled_claim_is_marked_as_settled_at_once(team: Client, disputed_world: World) -> None:
    claim = Claim.objects.get(key="almanac.order-date")
    read(team, "almanac")
    case = Contradiction.objects.get(involvements__claim=claim)

    disputed_world.settle(case, Verdict.Kind.UNDECIDED)

    html = read(team, "almanac")
    assert f'href="?cards=0#claim-{claim.pk}" aria-describedby="is-settled">2016</a>' in html


def test_every_passage_and_block_can_be_linked_to(team: Client) -> None:
    claim = Claim.objects.get(key="almanac.table.2016")
    passage = claim.evidence.get().passage
    row = passage.text.blocks.get(kind="table").position

    html = read(team, "almanac")

    assert (
        f'<a class="mark claim" id="p-{passage.pk}" href="?cards={row}#claim-{claim.pk}">120'
        in html
    )
    assert text_of(html, "b-0") == "The Arms of Karovia"


def test_tables_are_real_tables_with_their_caption(team: Client) -> None:
    html = read(team, "almanac")

    assert '<div class="scroll" tabindex="0" role="region"' in html
    assert '<th scope="row"' in html
    assert "Table 1. Arms imports of Karovia from Norland</caption>" in html


def test_script_in_titles_and_texts_is_shown_as_text(client: Client) -> None:
    editor = an_editor()
    attack = "<script>alert(1)</script>"
    fields = {"slug": "attack", "title": attack, "container": attack, "rights": "full"}
    source = add_source(fields=fields, by=editor, reason="test")
    raw = f"{attack}\n\nA sentence with {attack} in it, and more.\n".encode()
    add_text(source=source, raw=raw, by=editor, reason="test")

    html = read(client, "attack")

    assert attack not in html
    assert html.count("&lt;script&gt;alert(1)&lt;/script&gt;") >= 3


def test_an_unknown_source_is_not_found(client: Client) -> None:
    assert client.get("/sources/nobody-2099/").status_code == 404


def test_the_reader_changes_nothing(client: Client, disputed_world: World) -> None:
    assert client.post("/sources/almanac/").status_code == 405


def test_a_page_is_composed_in_a_fixed_number_of_queries(
    team: Client, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    renew(Source.objects.all())

    with django_assert_num_queries(40):
        read(team, "almanac")


def test_a_kept_page_takes_ten_queries_more_than_knowing_the_person(
    team: Client, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    read(team, "almanac")

    with django_assert_num_queries(12):
        read(team, "almanac")


def test_the_sources_before_and_after_can_be_gone_to(client: Client, disputed_world: World) -> None:
    first, middle = read(client, "almanac"), read(client, "gazette")

    assert 'rel="prev"' not in first
    assert '<a rel="next" href="/sources/gazette/">' in first
    assert '<a rel="prev" href="/sources/almanac/">' in middle
    assert '<a rel="next" href="/sources/ledger/">' in middle
