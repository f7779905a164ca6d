"""Claims out to a file and in again: the same bytes, and the same contradictions."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from pytest_django import Settings

from apps.accounts.followers import Followers
from apps.accounts.past import past_of
from apps.annotations.models import Review
from apps.claims import changes
from apps.claims.actions import record_claims
from apps.claims.models import Claim
from apps.claims.resources import claims as claim_sheets
from apps.contradictions.models import Contradiction
from apps.domain.refusals import Refusal
from apps.entities.models import Entity
from tests.importing import (
    CSV,
    XLSX,
    choose,
    complaints,
    confirm,
    export,
    read,
    take_in,
    text_of,
    written,
)
from tests.world import World

PAGE = "claims/claim"
NOTE = '=HYPERLINK("http://evil.example")'


@pytest.fixture(autouse=True)
def _files_of_their_own(tmp_path: Path, settings: Settings) -> None:
    settings.MEDIA_ROOT = tmp_path


@pytest.fixture
def admin(client: Client, disputed_world: World) -> Client:
    disputed_world.claim("under 20", note=NOTE, also=("a;b", "c"), attribution=" two\nlines ")
    client.force_login(disputed_world.admin)
    return client


def wipe() -> None:
    """Every claim and contradiction, as if they had never been entered."""
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        cursor.execute("TRUNCATE claims_claim, contradictions_contradiction CASCADE")


@pytest.mark.parametrize("form", [CSV, XLSX])
def test_what_went_out_comes_in_as_nothing_new(admin: Client, form: str) -> None:
    preview = choose(admin, PAGE, export(admin, PAGE, form), form)

    assert f"Nothing new All {Claim.objects.count()} rows of this file" in text_of(preview)


@pytest.mark.parametrize("form", [CSV, XLSX])
def test_out_gone_in_and_out_again_gives_the_same_bytes(admin: Client, form: str) -> None:
    before = export(admin, PAGE, form)
    contradictions = sorted(Contradiction.objects.open().values_list("headline", flat=True))
    wipe()

    said = take_in(admin, PAGE, before, form)

    assert "Imported: 11 new, 0 changed, 0 as they were." in said
    assert export(admin, PAGE, form) == before
    assert sorted(Contradiction.objects.open().values_list("headline", flat=True)) == contradictions


def test_a_note_that_looks_like_a_formula_is_shielded_and_not_lost(admin: Client) -> None:
    raw = export(admin, PAGE)
    wipe()

    take_in(admin, PAGE, raw)

    assert b"'=HYPERLINK" in raw
    assert Claim.objects.get(note__startswith="=").note == NOTE


def test_a_changed_row_corrects_its_claim(admin: Client, disputed_world: World) -> None:
    rows = read(export(admin, PAGE))
    row = next(row for row in rows if row["key"] == "almanac.table.2015")
    claim = Claim.objects.get(key=row["key"])
    changed = [{**row, "reading": "over 100", "roles": "supplier=sudland", "note": "seen again"}]

    said = take_in(admin, PAGE, written(changed), name="second reading.csv")

    stored = Claim.objects.get(pk=claim.pk)
    assert "Imported: 0 new, 1 changed, 0 as they were." in said
    assert (stored.reading, stored.note, stored.version) == ("over 100", "seen again", 2)
    assert stored.filled_roles.get().entity == Entity.objects.get(slug="sudland")
    newest = past_of(stored)[0]
    assert (newest.who, newest.why) == (
        disputed_world.admin.display_name,
        "import of second reading.csv",
    )


def test_a_file_that_corrects_and_adds_is_detected_once(
    admin: Client, disputed_world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    rows = read(export(admin, PAGE))
    new = {**rows[0], "key": "almanac.again"}
    changed = [{**row, "note": "seen again"} for row in rows]
    preview = choose(admin, PAGE, written([*changed, new]))
    told: list[frozenset[str]] = []
    monkeypatch.setattr(
        changes, "_followers", Followers(lambda touched, by: told.append(touched.facts))
    )

    confirm(admin, PAGE, preview)

    assert told == [frozenset(Claim.objects.values_list("fact_key", flat=True))]
    assert set(Claim.objects.exclude(key="almanac.again").values_list("note", "version")) == {
        ("seen again", 2)
    }


def test_a_correction_that_decides_a_case_withdraws_it(
    admin: Client, disputed_world: World
) -> None:
    rows = {row["key"]: row for row in read(export(admin, PAGE))}
    year = {**rows["gazette.order-date"], "reading": "2016"}
    place = {**rows["gazette.event-place"], "reading": "lindau"}

    take_in(admin, PAGE, written([year, place]))

    decided = Contradiction.objects.filter(headline__in=["2016 ≠ 2017", "Lindau ≠ Hafen"])
    assert list(decided.values_list("state", flat=True)) == ["withdrawn", "withdrawn"]


def test_every_row_that_does_not_fit_is_named_and_none_is_corrected(
    admin: Client, disputed_world: World
) -> None:
    rows = read(export(admin, PAGE))
    before = written(rows)
    broken = [{**row, "reading": "", "note": "seen again"} for row in rows[1:]]

    response = choose(admin, PAGE, written([{**rows[0], "note": "seen again"}, *broken]))

    assert response.status_code == 422
    named = {row for row, column, _ in complaints(response) if column == "reading"}
    assert named == set(range(3, len(rows) + 2))
    assert written(read(export(admin, PAGE))) == before


def test_roles_that_are_left_out_are_filled_as_the_measure_says(
    admin: Client, disputed_world: World
) -> None:
    draft = disputed_world.draft("5", measure="recipient-share", unit="%", period="2014")
    row = {
        "key": "ledger.share",
        "source": "ledger",
        "start": str(draft.start),
        "end": str(draft.end),
        "printed": "5",
        "measure": "recipient-share",
        "subject": "karovia",
        "roles": "supplier=norland",
        "period": "2014",
        "reading": "5",
        "unit": "%",
    }

    take_in(admin, PAGE, written([row]))
    again = choose(admin, PAGE, written([row]))

    [stored] = [row for row in read(export(admin, PAGE)) if row["key"] == "ledger.share"]
    assert stored["roles"] == "supplier=norland; within=world"
    assert "Nothing new" in text_of(again)


@pytest.mark.parametrize("review", [Review.ACCEPTED, Review.PROPOSED])
def test_new_claims_are_accepted_or_proposed_as_chosen(admin: Client, review: Review) -> None:
    raw = export(admin, PAGE)
    wipe()

    confirm(admin, PAGE, choose(admin, PAGE, raw, review=review.value))

    assert set(Claim.objects.values_list("review", flat=True)) == {review}


def test_claims_cannot_be_taken_in_as_rejected(admin: Client) -> None:
    response = choose(admin, PAGE, export(admin, PAGE), review="rejected")

    assert response.status_code == 422
    assert "Select a valid choice. rejected is not one of the available" in text_of(response)


def test_a_preview_stores_nothing(admin: Client) -> None:
    raw = export(admin, PAGE)
    wipe()

    preview = choose(admin, PAGE, raw)

    assert "11 new, 0 changed, 0 as they were." in text_of(preview)
    assert not Claim.objects.exists()
    assert not Contradiction.objects.exists()


def test_one_claim_that_its_action_refuses_undoes_all(
    admin: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    raw = export(admin, PAGE)
    wipe()
    preview = choose(admin, PAGE, raw)

    def record_and_refuse(**given: Any) -> None:
        record_claims(**given)
        raise Refusal("The disk is full.", remedy="Free some space.")

    monkeypatch.setattr(claim_sheets, "record_claims", record_and_refuse)

    response = confirm(admin, PAGE, preview)

    assert response.status_code == 422
    assert "The disk is full. Free some space." in text_of(response)
    assert not Claim.objects.exists()


def test_the_cost_of_an_export_does_not_grow_with_the_claims(
    admin: Client, django_assert_max_num_queries: Any
) -> None:
    with django_assert_max_num_queries(14):
        export(admin, PAGE)


def test_only_the_rows_that_were_searched_for_go_out(admin: Client) -> None:
    response = admin.post(f"/admin/{PAGE}/export/?q=table", {"format": CSV, "resource": "0"})

    keys = [row["key"] for row in read(response.content)]
    assert keys == [f"almanac.table.{years}" for years in ("2015", "2015–2017", "2016", "2017")]
