"""A citation in a text leads to its entry, and on to the source where that one is here."""

from __future__ import annotations

import pytest
from django.test import Client

from apps.sources.actions import add_source, add_text, correct_source
from apps.sources.models import Source
from tests.reading.shown import text_of

pytestmark = pytest.mark.django_db

STUDY = """A Study of Ties

The ties grew (Marsh, 2013: 5) and fell again; others doubt it (Quist, 1985).

References

Marsh, C. 2013. A bear comes home again. Envoy 4(2), pp. 1–9.
"""
SIGN = '<a class="work" href="/sources/marsh-2013/" aria-label="Read the cited source here"></a>'


@pytest.fixture
def study(db: None) -> Source:
    """A study that cites one work by an entry and one without; neither is here."""
    source = add_source(
        fields={"slug": "study", "title": "A Study of Ties", "rights": "full"},
        by=None,
        reason="test",
    )
    add_text(source=source, raw=STUDY.encode(), by=None, reason="test")
    return source


def enter_marsh(title: str = "A bear comes home again") -> Source:
    fields = {"slug": "marsh-2013", "title": title, "authors": [{"family": "Marsh"}]}
    return add_source(fields={**fields, "published": "2013"}, by=None, reason="test")


def page(client: Client, slug: str = "study") -> str:
    return client.get(f"/sources/{slug}/").content.decode()


def test_a_citation_leads_to_its_entry(client: Client, study: Source) -> None:
    html = page(client)

    entry = study.texts.originals().get().references.get().block
    assert f'(<a class="citation" href="#b-{entry}">Marsh, 2013: 5</a>)' in html
    assert f'id="b-{entry}"' in html
    assert "(Quist, 1985)" in html


def test_where_the_work_is_no_source_here_there_is_no_sign(client: Client, study: Source) -> None:
    assert 'class="work"' not in page(client)


def test_a_cited_source_that_comes_later_is_led_to_from_call_and_entry(
    client: Client, study: Source
) -> None:
    page(client)  # so that its rows are kept

    enter_marsh()

    html = page(client)
    assert html.count(SIGN) == 2
    assert text_of(html, "b-1").startswith("The ties grew (Marsh, 2013: 5) and fell")


def test_a_source_that_turns_out_to_be_another_is_led_to_no_more(
    client: Client, study: Source
) -> None:
    marsh = enter_marsh()

    correct_source(source=marsh, fields={"title": "Foreign waters"}, by=None, reason="test")

    assert SIGN not in page(client)


def test_sources_name_those_that_they_cite_and_that_cite_them(
    client: Client, study: Source
) -> None:
    enter_marsh()

    assert 'Cites <a href="/sources/marsh-2013/">Marsh 2013</a>' in page(client)
    assert 'Cited by <a href="/sources/study/">A Study of Ties' in page(client, "marsh-2013")
