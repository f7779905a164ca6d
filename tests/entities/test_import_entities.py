"""Entities out to a file and in again, with aliases and links in their cells."""

from __future__ import annotations

from pathlib import Path

import pytest
from django.test import Client
from pytest_django import Settings

from apps.accounts.past import past_of
from apps.entities.actions import record_entities
from apps.entities.drafts import AliasDraft, EntityDraft
from apps.entities.models import Alias, Entity
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

PAGE = "entities/entity"
ODD = EntityDraft(
    "odd",
    "=Odd; “quoted”, \n two lines",
    "document",
    part_of=("karovia", "norland"),
    wikidata="Q1",
    aliases=(AliasDraft("a;b|c=d", "slip", "en"), AliasDraft("=1+1"), AliasDraft("Đổi mới ")),
    distinct_from=("lindau",),
    note="-starts with a dash",
)


@pytest.fixture(autouse=True)
def _files_of_their_own(tmp_path: Path, settings: Settings) -> None:
    settings.MEDIA_ROOT = tmp_path


@pytest.fixture
def admin(client: Client, world: World) -> Client:
    record_entities(drafts=[ODD], by=world.admin, reason="an odd one")
    client.force_login(world.admin)
    return client


def a_row(**cells: str) -> dict[str, str]:
    return {
        "slug": "lurong",
        "label": "Lurong",
        "kind": "place",
        "part_of": "karovia",
        "aliases": "Luu Rong | language=vi",
        "distinct_from": "",
        **cells,
    }


def links(slug: str, name: str) -> list[str]:
    related = getattr(Entity.objects.get(slug=slug), name)
    return sorted(related.values_list("slug", flat=True))


@pytest.mark.parametrize("form", [CSV, XLSX])
def test_what_went_out_comes_in_as_nothing_new(admin: Client, form: str) -> None:
    preview = choose(admin, PAGE, export(admin, PAGE, form), form)

    assert "Nothing new All 17 rows of this file are here already" in text_of(preview)


@pytest.mark.parametrize("form", [CSV, XLSX])
def test_out_gone_in_and_out_again_gives_the_same_bytes(admin: Client, form: str) -> None:
    before = export(admin, PAGE, form)
    Entity.objects.all().delete()

    take_in(admin, PAGE, before, form)

    assert export(admin, PAGE, form) == before
    assert {alias.form for alias in Alias.objects.filter(entity__slug="odd")} == {
        alias.form for alias in ODD.aliases
    }


def test_a_changed_row_rewrites_aliases_and_links(admin: Client, world: World) -> None:
    take_in(admin, PAGE, written([a_row()]))
    changed = a_row(
        label="Lurong on the Sea",
        part_of="norland; tresia",
        aliases="Luu Rong | kind=canonical; Ostrog",
        distinct_from="hafen",
    )

    said = take_in(admin, PAGE, written([changed]), name="places.csv")

    lurong = Entity.objects.get(slug="lurong")
    assert "Imported: 0 new, 1 changed, 0 as they were." in said
    assert lurong.label == "Lurong on the Sea"
    assert links("lurong", "part_of") == ["norland", "tresia"]
    assert links("hafen", "distinct_from") == ["lurong"]
    assert sorted((a.form, a.kind, a.language) for a in lurong.aliases.all()) == [
        ("Luu Rong", "canonical", ""),
        ("Ostrog", "", ""),
    ]
    whys = {line.why for line in past_of(lurong, beside=(Alias,))[:4]}
    assert "import of places.csv" in whys


def test_rows_may_name_entities_that_come_further_down(admin: Client) -> None:
    rows = [a_row(part_of="inland"), a_row(slug="inland", label="Inland", aliases="")]

    take_in(admin, PAGE, written(rows))

    assert links("lurong", "part_of") == ["inland"]


def test_two_are_distinct_when_either_row_says_so(admin: Client) -> None:
    rows = {row["slug"]: row for row in read(export(admin, PAGE))}
    rows["tank"]["distinct_from"] = "hafen"

    take_in(admin, PAGE, written(rows.values()))
    again = choose(admin, PAGE, written(rows.values()))

    assert links("hafen", "distinct_from") == ["tank"]
    assert "Nothing new" in text_of(again)


def test_a_link_goes_when_both_rows_leave_it_out(admin: Client) -> None:
    rows = {row["slug"]: row for row in read(export(admin, PAGE))}
    rows["odd"]["distinct_from"] = rows["lindau"]["distinct_from"] = ""

    take_in(admin, PAGE, written(rows.values()))

    assert links("odd", "distinct_from") == links("lindau", "distinct_from") == []


BROKEN: Broken = [
    ({"slug": "Lu rong"}, "slug", "Enter a valid “slug”"),
    ({"kind": "plaze"}, "kind", "There is no kind of entity “plaze”. Did you mean “place”?"),
    ({"label": ""}, "label", "This field cannot be blank."),
    ({"label": "x" * 251}, "label", "at most 250 characters (it has 251)."),
    ({"part_of": "karovja"}, "part_of", "no entity “karovja”. Did you mean “karovia”?"),
    ({"part_of": "zzz"}, "part_of", "There is no entity “zzz”."),
    ({"slug": "self", "part_of": "self"}, "part_of", "It names the entity itself. Leave it out."),
    ({"orcid": "0000-0002-1825-0098"}, "orcid", "has a wrong digit: its check digit does not fit."),
    ({"distinct_from": "zzz"}, "distinct_from", "There is no entity “zzz”."),
    ({"aliases": "A | en"}, "aliases", "“en” is no part of “A | en”. Write name=value"),
    ({"aliases": "language=en"}, "aliases", "An alias has no form."),
    ({"aliases": "A; A"}, "aliases", "“A” stands there twice. Delete one of them."),
    ({"aliases": "x" * 251}, "aliases", "at most 250 characters (it has 251)."),
]


def test_broken_rows_are_named_with_column_and_remedy(admin: Client) -> None:
    assert missed(admin, PAGE, a_row(), "slug", BROKEN) == []
    assert not Entity.objects.filter(slug="lurong").exists()


def test_a_circle_of_wholes_is_refused_with_the_whole_file(admin: Client) -> None:
    rows = [a_row(part_of="inland"), a_row(slug="inland", part_of="lurong")]

    response = choose(admin, PAGE, written(rows))

    assert response.status_code == 422
    assert "“lurong” would be part of itself through inland" in text_of(response)
    assert not Entity.objects.filter(slug="lurong").exists()


def test_the_cost_of_a_preview_does_not_grow_with_the_rows(
    admin: Client, django_assert_max_num_queries: object
) -> None:
    rows = [a_row(slug=f"place-{number}", label=f"Place {number}") for number in range(60)]

    with django_assert_max_num_queries(45):  # type: ignore[operator]
        preview = choose(admin, PAGE, written(rows))

    assert "60 new, 0 changed" in text_of(preview)
