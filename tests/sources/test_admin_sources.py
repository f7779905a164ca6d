"""Sources and texts on the admin pages."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client

from apps.sources.models import Source, Text
from tests.importing import text_of
from tests.world import World

ADD = "/admin/sources/source/add/"


@pytest.fixture
def admin(client: Client, world: World) -> Client:
    client.force_login(world.admin)
    return client


def typed(**changed: str) -> dict[str, Any]:
    return {
        "slug": "yearbook",
        "title": "The Yearbook",
        "authors": "Nowak | given=Anna; literal=An Institute",
        "published": "2019",
        "kind": "book",
        "language": "en",
        "rights": "excerpts",
        "position": "4",
        "reason": "found in the library",
        **changed,
    }


def test_a_source_is_entered(admin: Client) -> None:
    response = admin.post(ADD, typed())

    yearbook = Source.objects.get(slug="yearbook")
    assert response.headers["Location"] == "/admin/sources/source/"
    assert yearbook.authors == [
        {"family": "Nowak", "given": "Anna"},
        {"literal": "An Institute"},
    ]
    assert yearbook.short_name == "Nowak & An Institute 2019"


def test_a_source_is_changed_but_for_its_slug(admin: Client) -> None:
    ledger = Source.objects.get(slug="ledger")

    response = admin.post(
        f"/admin/sources/source/{ledger.pk}/change/", typed(slug="other", title="Ledger\r\nTwo")
    )

    assert response.status_code == 302
    stored = Source.objects.get(pk=ledger.pk)
    assert (stored.slug, stored.title) == ("ledger", "Ledger\nTwo")


NONSENSE: list[tuple[dict[str, Any], str]] = [
    ({"slug": "ledger"}, "Source with this Slug already exists."),
    ({"slug": "two words"}, "Enter a valid “slug” consisting of letters"),
    ({"authors": "Nowak | Anna"}, "“Anna” is no part of “Nowak | Anna”. Write name=value"),
    ({"rights": "mine"}, "Select a valid choice. mine is not one of the available choices."),
    ({"position": "-1"}, "Ensure this value is greater than or equal to 0."),
    ({"url": "javascript:alert(1)"}, "Enter a valid URL."),
    ({"title": ""}, "This field is required."),
    ({"reason": " "}, "This field is required."),
    ({"note": "a\0b"}, "Null characters are not allowed."),
]


def test_nonsense_about_a_source_stores_nothing(admin: Client) -> None:
    before = Source.objects.count()

    for changed, says in NONSENSE:
        response = admin.post(ADD, typed(**changed))

        assert response.status_code == 422, changed
        assert says in text_of(response), changed
    assert Source.objects.count() == before


def test_what_an_action_refuses_is_shown_in_the_form_with_all_that_was_typed(
    admin: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    from apps.domain.refusals import Refusal
    from apps.sources import actions

    def refuse(**_: Any) -> None:
        raise Refusal("The library is closed.", remedy="Come back on Tuesday.")

    monkeypatch.setattr(actions, "add_source", refuse)

    response = admin.post(ADD, typed(note="kept words"))

    assert response.status_code == 422
    assert "The library is closed. Come back on Tuesday." in text_of(response)
    assert "kept words" in response.content.decode()


def test_sources_are_not_deleted(admin: Client) -> None:
    ledger = Source.objects.get(slug="ledger")

    assert admin.post(f"/admin/sources/source/{ledger.pk}/delete/").status_code == 403


def test_an_unknown_source_is_not_found(admin: Client) -> None:
    assert admin.get("/admin/sources/source/987654/change/").status_code == 404
    assert admin.post("/admin/sources/source/nonsense/change/", typed()).status_code == 404


def test_a_text_is_shown_by_length_and_hash_and_never_by_its_words(admin: Client) -> None:
    almanac = Text.objects.get(source__slug="almanac")

    page = admin.get(f"/admin/sources/text/{almanac.pk}/change/")

    assert almanac.sha256 in text_of(page)
    assert str(almanac.length) in text_of(page)
    assert "sold arms for" not in text_of(page)
    assert "sold arms for" not in text_of(admin.get("/admin/sources/text/"))


def test_no_query_of_the_list_of_texts_reads_their_words(
    admin: Client, django_assert_max_num_queries: Any
) -> None:
    with django_assert_max_num_queries(20) as queries:
        admin.get("/admin/sources/text/")

    assert not [q["sql"] for q in queries if '"sources_text"."content",' in q["sql"]]


def test_texts_are_only_looked_at(admin: Client) -> None:
    almanac = Text.objects.get(source__slug="almanac")

    assert admin.get("/admin/sources/text/add/").status_code == 403
    assert admin.post("/admin/sources/text/add/", {}).status_code == 403
    assert admin.post(f"/admin/sources/text/{almanac.pk}/change/", {}).status_code == 403
    assert admin.post(f"/admin/sources/text/{almanac.pk}/delete/").status_code == 403
