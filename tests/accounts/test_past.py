"""The past of a row: who, when, why and what, also from imports and commands."""

from __future__ import annotations

from datetime import UTC, datetime
from io import StringIO
from pathlib import Path

import pytest
from django.core.management import call_command
from django.test import Client

from apps.accounts.past import Change, past_of
from apps.claims.models import Claim, ClaimRole, Evidence
from apps.entities.models import Alias, Entity
from apps.sources.models import Source
from tests.importing import export, take_in, text_of
from tests.tiny import SLUG, write_fixtures
from tests.world import World

SOURCE = "/admin/sources/source"


@pytest.fixture
def admin(client: Client, world: World) -> Client:
    client.force_login(world.admin)
    return client


def test_a_change_tells_the_field_before_and_after(world: World) -> None:
    claim = world.claim("72")

    world.correct(claim, reading="80")

    newest = past_of(claim)[0]
    assert (newest.who, newest.why, newest.did) == (
        world.annotator.display_name,
        "looked at the print again",
        "changed",
    )
    assert Change("reading", "72", "80") in newest.changes
    assert newest.when.tzinfo is not None
    assert newest.when <= datetime.now(UTC)


def test_rows_that_came_and_went_with_it_stand_in_its_past(world: World) -> None:
    claim = world.claim("72")
    world.correct(claim, reading="80", roles={"supplier": "sudland"})

    past = past_of(claim, beside=(ClaimRole, Evidence))

    said = {(line.what, line.did, change) for line in past for change in line.changes}
    assert ("claim role", "removed", Change("entity", "Norland", "")) in said
    assert ("claim role", "entered", Change("entity", "", "Sudland")) in said


def test_the_past_of_one_row_is_not_that_of_another(world: World) -> None:
    first, second = world.claim("72"), world.claim("80")

    assert len(past_of(first)) == len(past_of(second)) == 1


def test_a_change_on_an_admin_page_records_actor_and_reason(admin: Client, world: World) -> None:
    source = Source.objects.get(slug="ledger")
    page = f"{SOURCE}/{source.pk}/change/"
    fields = {
        "title": "The Great Ledger",
        "authors": "",
        "position": "2",
        "language": "en",
        "kind": "book",
        "rights": "record",
        "reason": "the publisher wrote to us",
    }

    admin.post(page, fields)

    newest = past_of(source)[0]
    assert (newest.who, newest.why) == (
        world.admin.display_name,
        "the publisher wrote to us",
    )
    assert {change.field: (change.before, change.after) for change in newest.changes} == {
        "title": ("The Ledger", "The Great Ledger"),
        "kind": ("article-journal", "book"),
        "rights": ("excerpts", "record"),
    }


def test_an_import_records_actor_and_file(admin: Client, world: World) -> None:
    raw = export(admin, "sources/source").replace(b"The Ledger", b"The Long Ledger")

    take_in(admin, "sources/source", raw, name="library.csv")

    newest = past_of(Source.objects.get(slug="ledger"))[0]
    assert (newest.who, newest.why) == (world.admin.display_name, "import of library.csv")


@pytest.mark.django_db
def test_a_command_records_actor_and_reason(tmp_path: Path) -> None:
    call_command("load_corpus", fixtures=write_fixtures(tmp_path), stdout=StringIO())

    [line] = past_of(Source.objects.get(slug=SLUG))
    assert (line.who, line.why) == ("Variorum demonstration team", "demonstration corpus")


def test_each_page_of_a_tracked_table_links_to_its_past(admin: Client, world: World) -> None:
    claim = world.claim("72")
    rows = {
        "claims/claim": claim,
        "claims/measure": claim.measure,
        "sources/source": claim.source,
        "entities/entity": claim.subject,
        "accounts/user": world.editor,
        "sources/text": claim.source.texts.get(),
        "annotations/passage": claim.evidence.get().passage,
    }

    for page, row in rows.items():
        html = admin.get(f"/admin/{page}/{row.pk}/change/").content.decode()
        assert f'href="/admin/{page}/{row.pk}/history/" class="historylink"' in html
        past = text_of(admin.get(f"/admin/{page}/{row.pk}/history/"))
        assert "entered for a test" in past or "joined the team" in past, page


def test_the_past_is_shown_with_names_and_without_running_what_it_quotes(
    admin: Client, world: World
) -> None:
    claim = world.claim("72", note="<script>alert(1)</script>")

    response = admin.get(f"/admin/claims/claim/{claim.pk}/history/")

    html = response.content.decode()
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in html
    assert "<script>alert(1)" not in html
    assert "measure : arms imports" in text_of(response)
    assert "Claim entered" in text_of(response)


def test_aliases_that_were_removed_stay_in_the_past_of_their_entity(world: World) -> None:
    karovia = Entity.objects.get(slug="karovia")
    Alias.objects.create(entity=karovia, form="Karowia")
    Alias.objects.all().delete()

    told = [(line.what, line.did) for line in past_of(karovia, beside=(Alias,))]

    assert told[:2] == [("alias", "removed"), ("alias", "entered")]


def test_a_past_that_is_long_comes_in_pages(admin: Client, world: World) -> None:
    source = Source.objects.get(slug="ledger")
    for number in range(101):
        Source.objects.filter(pk=source.pk).update(volume=str(number))

    first = text_of(admin.get(f"{SOURCE}/{source.pk}/history/"))
    second = text_of(admin.get(f"{SOURCE}/{source.pk}/history/?p=2"))
    nonsense = admin.get(f"{SOURCE}/{source.pk}/history/?p=nonsense")

    assert "page 1 of 2 older" in first
    assert "Source entered" in second
    assert nonsense.status_code == 200


def test_the_past_of_nothing_is_not_found(admin: Client) -> None:
    assert admin.get(f"{SOURCE}/987654/history/").status_code == 404
    assert admin.get(f"{SOURCE}/nonsense/history/").status_code == 404


def test_a_past_costs_the_same_however_long_it_is(
    world: World, django_assert_max_num_queries: object
) -> None:
    claim = world.claim("72")
    for reading in ("73", "74", "75"):
        world.correct(claim, reading=reading)

    with django_assert_max_num_queries(12):  # type: ignore[operator]
        past = past_of(Claim.objects.get(pk=claim.pk), beside=(ClaimRole, Evidence))

    assert len(past) == 1 + 3 + 2 * (1 + 2 * 3)
