"""The door of the admin pages: open to admins, shut to everybody else, on every page."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from django.contrib import admin
from django.contrib.auth.models import Group
from django.db import IntegrityError, transaction
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver

from apps.accounts.models import User
from tests.world import World


def addresses(resolver: URLResolver, before: str = "") -> Iterator[str]:
    """Every address below /admin/, with 1 where a page wants to know which row."""
    for entry in resolver.url_patterns:
        route = before + str(entry.pattern).lstrip("^").rstrip("$")
        if isinstance(entry, URLResolver):
            yield from addresses(entry, route)
        elif isinstance(entry, URLPattern) and "(?P" not in route:
            yield route.replace("<path:object_id>", "1").replace("<id>", "1")


def admin_addresses() -> list[str]:
    [resolver] = [
        entry
        for entry in get_resolver().url_patterns
        if isinstance(entry, URLResolver) and str(entry.pattern) == "admin/"
    ]
    return [f"/admin/{path}" for path in addresses(resolver) if "<" not in path]


OPEN_TO_ALL = ["/admin/login/"]
GUARDED = [path for path in admin_addresses() if path not in OPEN_TO_ALL]


def test_the_list_of_addresses_holds_what_this_site_adds() -> None:
    assert {
        "/admin/",
        "/admin/claims/claim/import/",
        "/admin/claims/claim/process_import/",
        "/admin/claims/claim/export/",
        "/admin/claims/claim/1/history/",
        "/admin/accounts/user/1/password/",
    } <= set(GUARDED)


def test_who_is_not_logged_in_is_sent_to_the_log_in_page(client: Client, world: World) -> None:
    answers = [(path, answer(path)) for path in GUARDED for answer in (client.get, client.post)]

    elsewhere = [
        (path, response.headers.get("Location", response.status_code))
        for path, response in answers
        if response.headers.get("Location") != f"/accounts/log-in/?next={path}"
    ]
    assert elsewhere == []


def test_an_editor_gets_403_everywhere(client: Client, world: World) -> None:
    client.force_login(world.editor)
    answers = [(path, answer(path)) for path in GUARDED for answer in (client.get, client.post)]

    assert [path for path, response in answers if response.status_code != 403] == []


def test_annotators_and_readers_get_403_too(client: Client, world: World) -> None:
    for person in (world.annotator, world.reader):
        client.force_login(person)
        assert client.get("/admin/claims/claim/").status_code == 403
        assert client.post("/admin/claims/claim/process_import/").status_code == 403


def test_a_superuser_mark_alone_opens_nothing(client: Client, world: World) -> None:
    User.objects.filter(pk=world.editor.pk).update(is_superuser=True)
    client.force_login(world.editor)

    assert client.get("/admin/").status_code == 403


def test_only_admins_can_be_marked_as_staff(world: World) -> None:
    with pytest.raises(IntegrityError, match="only_admins_are_staff"), transaction.atomic():
        User.objects.filter(pk=world.editor.pk).update(is_staff=True)


def test_the_admin_has_no_log_in_page_of_its_own(client: Client, world: World) -> None:
    response = client.get("/admin/login/?next=/admin/claims/claim/")

    assert response.headers["Location"] == "/accounts/log-in/?next=/admin/claims/claim/"


def test_an_admin_passes_the_log_in_page(client: Client, world: World) -> None:
    client.force_login(world.admin)

    assert client.get("/admin/login/").headers["Location"] == "/admin/"
    assert client.get("/admin/").status_code == 200


def test_others_who_are_logged_in_are_told_whom_the_pages_are_for(
    client: Client, world: World
) -> None:
    client.force_login(world.editor)

    assert client.get("/admin/login/").status_code == 403


def test_a_former_admin_is_out_at_once(client: Client, world: World) -> None:
    client.force_login(world.admin)
    User.objects.filter(pk=world.admin.pk).update(is_active=False)

    response = client.get("/admin/")

    assert response.headers["Location"] == "/accounts/log-in/?next=/admin/"


def test_the_pages_bear_our_name_and_need_no_inline_style_or_script(
    client: Client, world: World
) -> None:
    client.force_login(world.admin)

    for path in ("/admin/", "/admin/claims/claim/", "/admin/claims/claim/export/"):
        html = client.get(path).content.decode()
        assert "Variorum</a></div>" in html
        assert "css/admin.css" in html
        assert " style=" not in html
        assert " onchange=" not in html


def test_groups_would_say_a_second_time_what_roles_say() -> None:
    assert not admin.site.is_registered(Group)


def test_every_table_that_people_enter_has_pages() -> None:
    assert {model._meta.label for model in admin.site._registry} == {
        "accounts.User",
        "sources.Source",
        "sources.Text",
        "entities.Entity",
        "annotations.Passage",
        "annotations.Mention",
        "claims.Measure",
        "claims.Claim",
        "contradictions.Contradiction",
        "contradictions.Verdict",
        "contradictions.Step",
    }
