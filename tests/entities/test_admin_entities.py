"""Entities on the admin pages, their aliases with them."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client

from apps.accounts.followers import Followers
from apps.accounts.past import past_of
from apps.entities import changes
from apps.entities.models import Alias, Entity
from tests.importing import text_of
from tests.world import World

ADD = "/admin/entities/entity/add/"


@pytest.fixture
def admin(client: Client, world: World) -> Client:
    client.force_login(world.admin)
    return client


def typed(*aliases: dict[str, Any], **changed: Any) -> dict[str, Any]:
    """What the browser sends: the entity's own fields, then those of each alias."""
    fields = {
        "slug": "lurong",
        "label": "Lurong",
        "kind": "place",
        "note": "",
        "reason": "named in the almanac",
        "aliases-TOTAL_FORMS": str(len(aliases)),
        "aliases-INITIAL_FORMS": str(sum("id" in alias for alias in aliases)),
    }
    for place, alias in enumerate(aliases):
        fields |= {f"aliases-{place}-{name}": value for name, value in alias.items()}
    return {**fields, **changed}


def key_of(slug: str) -> int:
    return Entity.objects.get(slug=slug).pk


def page_of(slug: str) -> str:
    return f"/admin/entities/entity/{key_of(slug)}/change/"


def test_an_entity_is_entered_with_its_aliases(admin: Client) -> None:
    response = admin.post(
        ADD,
        typed(
            {"form": "Lưu Rông", "kind": "canonical", "language": "vi"},
            {"form": "Luu Rong", "kind": "", "language": ""},
            part_of="karovia",
            distinct_from="hafen",
        ),
    )

    lurong = Entity.objects.get(slug="lurong")
    assert response.status_code == 302
    assert [alias.form for alias in lurong.aliases.all()] == ["Luu Rong", "Lưu Rông"]
    assert [whole.slug for whole in lurong.part_of.all()] == ["karovia"]
    assert list(Entity.objects.get(slug="hafen").distinct_from.all()) == [lurong]
    assert past_of(lurong)[0].why == "named in the almanac"


def test_an_entity_is_changed_and_loses_what_is_taken_away(admin: Client) -> None:
    admin.post(ADD, typed({"form": "A"}, {"form": "B"}, part_of="karovia"))
    first, second = Alias.objects.order_by("form")

    response = admin.post(
        page_of("lurong"),
        typed(
            {"id": first.pk, "form": "A", "language": "pl", "entity": first.entity_id},
            {"id": second.pk, "form": "B", "DELETE": "on", "entity": second.entity_id},
            label="Lurong on the Sea",
            part_of="norland",
            slug="elsewhere",
        ),
    )

    lurong = Entity.objects.get(slug="lurong")
    assert response.status_code == 302
    assert lurong.label == "Lurong on the Sea"
    assert [(a.form, a.language) for a in lurong.aliases.all()] == [("A", "pl")]
    assert [whole.slug for whole in lurong.part_of.all()] == ["norland"]


NONSENSE: list[tuple[dict[str, Any], str]] = [
    ({"slug": "karovia"}, "Entity with this Slug already exists."),
    ({"slug": "two words"}, "Enter a valid “slug” consisting of letters"),
    ({"kind": "town"}, "Select a valid choice. town is not one of the available choices."),
    ({"label": " "}, "This field is required."),
    ({"reason": ""}, "This field is required."),
    ({"part_of": "karovja; karovia"}, "no entity “karovja”. Did you mean “karovia”?"),
    ({"aliases-TOTAL_FORMS": "nonsense"}, "ManagementForm data is missing"),
]


def test_nonsense_about_an_entity_stores_nothing(admin: Client) -> None:
    before = Entity.objects.count()

    for changed, says in NONSENSE:
        response = admin.post(ADD, typed(**changed))

        assert response.status_code == 422, changed
        assert says in text_of(response), changed
    assert Entity.objects.count() == before


def test_a_circle_of_wholes_is_refused_in_the_form(admin: Client) -> None:
    fields = typed(label="the Marches", kind="region", part_of="lindau")

    response = admin.post(page_of("marches"), fields)

    assert response.status_code == 422
    assert "“marches” would be part of itself through lindau" in text_of(response)
    assert "the Marches" in response.content.decode()
    assert [w.slug for w in Entity.objects.get(slug="marches").part_of.all()] == ["world"]


def test_a_broken_alias_stores_neither_it_nor_the_entity(admin: Client) -> None:
    response = admin.post(ADD, typed({"form": "x" * 251}))

    assert response.status_code == 422
    assert "Ensure this value has at most 250 characters (it has 251)." in text_of(response)
    assert not Entity.objects.filter(slug="lurong").exists()


def test_entities_are_found_by_an_alias(admin: Client) -> None:
    admin.post(ADD, typed({"form": "The Hidden Harbour"}))

    assert "Lurong" in text_of(admin.get("/admin/entities/entity/?q=hidden+harbour"))


def test_who_follows_is_told_which_entities_moved(
    admin: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[frozenset[str]] = []
    monkeypatch.setattr(changes, "_followers", Followers(lambda slugs, by: told.append(slugs)))

    admin.post(page_of("lindau"), typed(label="Lindau", part_of="karovia"))
    assert told == []

    admin.post(page_of("lindau"), typed(label="Lindau", part_of="norland"))
    assert set(told) == {frozenset({"lindau"})}


def test_entities_are_not_deleted(admin: Client) -> None:
    assert admin.post(f"/admin/entities/entity/{key_of('tank')}/delete/").status_code == 403


def test_an_unknown_entity_is_not_found(admin: Client) -> None:
    assert admin.get("/admin/entities/entity/987654/change/").status_code == 404
    assert admin.post("/admin/entities/entity/nonsense/change/", typed()).status_code == 404
