"""Passages and mentions on the admin pages: only to look at."""

from __future__ import annotations

import pytest
from django.test import Client

from apps.annotations.actions import record_mentions
from apps.annotations.drafts import MentionDraft
from apps.annotations.models import Mention
from tests.importing import text_of
from tests.world import ALMANAC, World

START = ALMANAC.index("Lindau")


@pytest.fixture
def mention(client: Client, world: World) -> Mention:
    client.force_login(world.admin)
    draft = MentionDraft("almanac", START, START + 6, "lindau", "Lindau")
    record_mentions(drafts=[draft], by=world.annotator, reason="read")
    return Mention.objects.get()


def test_a_passage_is_shown_by_its_place_and_opens_in_the_reader(
    client: Client, mention: Mention
) -> None:
    page = client.get(f"/admin/annotations/passage/{mention.passage_id}/change/")

    assert "Lindau" in text_of(page)
    assert f'href="/passages/{mention.passage_id}/"' in page.content.decode()
    assert "The tanks were ordered" not in text_of(page)


def test_a_mention_is_shown_with_its_entity_and_its_past(client: Client, mention: Mention) -> None:
    shown = text_of(client.get("/admin/annotations/mention/"))
    past = text_of(client.get(f"/admin/annotations/mention/{mention.pk}/history/"))

    assert "Lindau Lindau almanac proposed" in shown
    assert "Mention entered" in past


@pytest.mark.parametrize("table", ["passage", "mention"])
def test_nothing_is_entered_changed_or_deleted_here(
    client: Client, mention: Mention, table: str
) -> None:
    row = mention.pk if table == "mention" else mention.passage_id

    assert client.post(f"/admin/annotations/{table}/add/", {}).status_code == 403
    assert client.post(f"/admin/annotations/{table}/{row}/change/", {}).status_code == 403
    assert client.post(f"/admin/annotations/{table}/{row}/delete/", {}).status_code == 403
    assert client.get(f"/admin/annotations/{table}/987654/change/").status_code == 404


def test_the_list_of_mentions_costs_the_same_for_many(
    client: Client,
    world: World,
    mention: Mention,
    django_assert_max_num_queries: object,
) -> None:
    with django_assert_max_num_queries(14):  # type: ignore[operator]
        client.get("/admin/annotations/mention/")
