"""Measures out to a file and in again, and on their admin pages."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from django.test import Client
from pytest_django import Settings

from apps.accounts.past import past_of
from apps.claims.models import Claim, Measure
from tests.importing import (
    CSV,
    XLSX,
    Broken,
    choose,
    export,
    missed,
    read,
    take_in,
    text_of,
    written,
)
from tests.world import World

PAGE = "claims/measure"
GOOD = {
    "slug": "aid",
    "label": "aid",
    "phrase": "aid of {donor} to {subject}",
    "kind": "quantity",
    "unit_family": "usd",
    "roles": "donor | label=donor | default=ALL",
    "additive_over_time": "yes",
    "additive_over": "subject; donor",
    "non_negative": "yes",
    "functional": "yes",
    "whole": "",
    "share_over": "",
    "tells": "",
    "follows": "",
}


@pytest.fixture
def admin(client: Client, world: World, tmp_path: Path, settings: Settings) -> Client:
    settings.MEDIA_ROOT = tmp_path
    client.force_login(world.admin)
    return client


@pytest.mark.parametrize("form", [CSV, XLSX])
def test_what_went_out_comes_in_as_nothing_new(admin: Client, form: str) -> None:
    preview = choose(admin, PAGE, export(admin, PAGE, form), form)

    assert "Nothing new All 10 rows of this file are here already" in text_of(preview)


@pytest.mark.parametrize("form", [CSV, XLSX])
def test_out_gone_in_and_out_again_gives_the_same_bytes(admin: Client, form: str) -> None:
    before = export(admin, PAGE, form)
    Measure.objects.filter(whole__isnull=False).delete()
    Measure.objects.all().delete()

    take_in(admin, PAGE, before, form)

    assert export(admin, PAGE, form) == before
    whole = Measure.objects.get(slug="supplier-share").whole
    assert whole == Measure.objects.get(slug="arms-imports")


def test_a_measure_is_taken_in_with_all_that_it_says(admin: Client, world: World) -> None:
    take_in(admin, PAGE, written([GOOD]), name="aid.csv")

    aid = Measure.objects.get(slug="aid")
    assert aid.roles == [{"slot": "donor", "label": "donor", "all_label": "", "default": "ALL"}]
    assert (aid.is_additive_over_time, aid.additive_over) == (True, ["subject", "donor"])
    assert past_of(aid)[0].why == "import of aid.csv"


def test_a_share_may_come_before_its_whole(admin: Client) -> None:
    share = {**GOOD, "slug": "aid-share", "kind": "share", "whole": "aid", "share_over": "donor"}
    share |= {"unit_family": "percent", "additive_over": ""}

    take_in(admin, PAGE, written([share, GOOD]))

    whole = Measure.objects.get(slug="aid-share").whole
    assert whole == Measure.objects.get(slug="aid")


def test_claims_are_reckoned_again_when_their_measure_changes(admin: Client, world: World) -> None:
    claim = world.claim("5", measure="growth", unit="%", subject="karovia")
    row = next(row for row in read(export(admin, PAGE)) if row["slug"] == "growth")

    take_in(admin, PAGE, written([{**row, "unit_family": ""}]))

    assert Claim.objects.get(pk=claim.pk).fact_key != claim.fact_key


def test_a_change_that_claims_would_not_survive_is_refused(admin: Client, world: World) -> None:
    world.claim("72")
    row = next(row for row in read(export(admin, PAGE)) if row["slug"] == "arms-imports")

    response = choose(admin, PAGE, written([{**row, "unit_family": "mass"}]))

    assert response.status_code == 422
    assert "1 of the claims would not fit any more" in text_of(response)
    assert Measure.objects.get(slug="arms-imports").unit_family == "usd"


BROKEN: Broken = [
    ({"slug": "two words"}, "slug", "Enter a valid “slug”"),
    ({"kind": "amount"}, "kind", "Value 'amount' is not a valid choice."),
    ({"label": ""}, "label", "This field cannot be blank."),
    ({"unit_family": "usb"}, "unit_family", "no family of units “usb”. Did you mean “usd”?"),
    ({"phrase": "aid to {subjekt}"}, "phrase", "no role “subjekt”. Did you mean “subject”?"),
    ({"roles": "donor | donor"}, "roles", "“donor” is no part of “donor | donor”."),
    (
        {"roles": "donor; donor"},
        "roles",
        "Each role has a slot of its own, other than subject.",
    ),
    ({"additive_over": "donr"}, "additive_over", "no role “donr”. Did you mean “donor”?"),
    ({"functional": "perhaps"}, "functional", "“perhaps” is neither yes nor no."),
    ({"whole": "arms-import"}, "whole", "Did you mean “arms-imports”?"),
    ({"slug": "self", "whole": "self"}, "whole", "There is no measure “self”."),
    ({"share_over": "x"}, "share_over", "There is no role “x”. There is only: subject, donor."),
]


def test_broken_rows_are_named_with_column_and_remedy(admin: Client) -> None:
    assert missed(admin, PAGE, GOOD, "slug", BROKEN) == []
    assert not Measure.objects.filter(slug="aid").exists()


def test_measures_that_are_shares_of_each_other_are_refused(admin: Client) -> None:
    rows = [{**GOOD, "whole": "help"}, {**GOOD, "slug": "help", "whole": "aid"}]

    response = choose(admin, PAGE, written(rows))

    assert response.status_code == 422
    assert "“aid” would be a share of itself through others." in text_of(response)


def typed(**changed: Any) -> dict[str, Any]:
    """What the browser sends for the measure above."""
    fields = {
        "slug": "aid",
        "label": "aid",
        "phrase": "aid of {donor} to {subject}",
        "kind": "quantity",
        "unit_family": "usd",
        "roles": "donor | label=donor",
        "is_additive_over_time": "on",
        "additive_over": "subject,donor",
        "is_non_negative": "on",
        "is_functional": "on",
        "whole": "",
        "share_over": "",
        "tells": "",
        "follows": "",
        "note": "",
        "reason": "asked for by the team",
    }
    return {**fields, **changed}


def test_a_measure_is_entered_and_changed_by_hand(admin: Client) -> None:
    entered = admin.post("/admin/claims/measure/add/", typed())
    aid = Measure.objects.get(slug="aid")
    changed = admin.post(
        f"/admin/claims/measure/{aid.pk}/change/", typed(slug="else", label="foreign aid")
    )

    aid.refresh_from_db()
    assert (entered.status_code, changed.status_code) == (302, 302)
    assert (aid.slug, aid.label, aid.additive_over) == ("aid", "foreign aid", ["subject", "donor"])
    assert [line.why for line in past_of(aid)] == ["asked for by the team"] * 2


NONSENSE: list[tuple[dict[str, Any], str]] = [
    ({"slug": "arms-imports"}, "Measure with this Slug already exists."),
    ({"roles": "donor | donor"}, "“donor” is no part of “donor | donor”."),
    ({"kind": "amount"}, "Select a valid choice. amount is not one of the available choices."),
    ({"reason": ""}, "This field is required."),
]


def test_nonsense_about_a_measure_stores_nothing(admin: Client) -> None:
    for changed, says in NONSENSE:
        response = admin.post("/admin/claims/measure/add/", typed(**changed))

        assert response.status_code == 422, changed
        assert says in text_of(response), changed
    assert not Measure.objects.filter(slug="aid").exists()


def test_a_change_by_hand_that_claims_would_not_survive_is_shown_in_the_form(
    admin: Client, world: World
) -> None:
    world.claim("72")
    measure = Measure.objects.get(slug="arms-imports")

    response = admin.post(
        f"/admin/claims/measure/{measure.pk}/change/",
        typed(roles="supplier", phrase="imports", unit_family="mass"),
    )

    assert response.status_code == 422
    assert "1 of the claims would not fit any more" in text_of(response)
    assert Measure.objects.get(pk=measure.pk).label == "arms imports"


def test_measures_are_not_deleted_and_unknown_ones_not_found(admin: Client) -> None:
    measure = Measure.objects.get(slug="motto")

    assert admin.post(f"/admin/claims/measure/{measure.pk}/delete/").status_code == 403
    assert admin.get("/admin/claims/measure/987654/change/").status_code == 404
