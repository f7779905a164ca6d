"""The list of all works that the sources cite."""

from __future__ import annotations

import re

import pytest
from django.test import Client

from apps.sources.actions import add_source, add_text, correct_source
from apps.sources.models import Source
from tests.world import World

pytestmark = pytest.mark.django_db
PAGE = "/works/"
LISTS = {
    "study": """A Study of Ties

The ties grew (Marsh, 2013: 5).

References

Quist, T. 2001. What Marsh never saw. Envoy 1(1), pp. 3–4.

Marsh, C., & Quist, T. 2013. The bear's way home. Envoy 4(3), pp. 10–19.
""",
    "essay": """An Essay on Ties

The ties fell (Marsh, 2013: 5).

References

Marsh, C., & Quist, T. 2013. The bear’s way home. Envoy 4(3), pp. 10–19.
""",
}


@pytest.fixture
def listing(world: World) -> World:
    """Two sources that list works, one of them the same."""
    for slug, wording in LISTS.items():
        fields = {"slug": slug, "title": slug.title(), "published": "2020", "rights": "full"}
        source = add_source(fields=fields, by=world.editor, reason="test")
        add_text(source=source, raw=wording.encode(), by=world.editor, reason="test")
    return world


def test_a_work_stands_once_with_all_who_list_it(client: Client, listing: World) -> None:
    html = client.get(PAGE).content.decode()

    rows = re.findall(r'<th scope="row">(.*?)<small class="line">(.*?)</small>', html)
    assert rows == [
        ("The bear&#x27;s way home", "C. Marsh, T. Quist, <i>Envoy</i>"),
        ("What Marsh never saw", "T. Quist, <i>Envoy</i>"),
    ]
    start = LISTS["essay"].index("Marsh, C.")
    assert f'href="/sources/essay/?at={start}#char={start},' in html
    assert html.count('href="/sources/study/?at=') == 2


def test_the_works_are_given_as_csv(client: Client, listing: World) -> None:
    heads, first, *_ = client.get(PAGE, {"format": "csv"}).content.decode().splitlines()

    assert heads == "authors,year,title,container,volume,issue,pages,doi,url,listed by"
    assert first.startswith('"C. Marsh, T. Quist",2013,The bear\'s way home,Envoy,4,3,10–19,,,')


def test_a_bibliography_that_may_not_be_read_lists_nothing(client: Client, listing: World) -> None:
    for source in Source.objects.filter(slug__in=LISTS):
        correct_source(source=source, fields={"rights": "record"}, by=listing.admin, reason="test")

    public = client.get(PAGE).content.decode()
    client.force_login(listing.annotator)
    team = client.get(PAGE).content.decode()

    assert "No bibliography can be read here." in public
    assert "What Marsh never saw" in team


def test_the_list_is_only_read(client: Client, world: World) -> None:
    assert client.post(PAGE).status_code == 405
    assert client.get(PAGE, {"format": "pdf"}).status_code == 422
