"""What the form of a claim proposes in running text: from its sentence, and from what is stored."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client

from tests.world import ALMANAC, GAZETTE, World, printed_in

FRAGMENT = {"HX-Request": "true"}
ORDER = {"measure": "order-date", "subject": "tank-deal"}


@pytest.fixture
def annotator(client: Client, world: World) -> Client:
    client.force_login(world.annotator)
    return client


def form(client: Client, source: str, wording: str, words: str) -> str:
    """The form at the words where they first stand."""
    start = wording.index(words)
    asked: dict[str, Any] = {"start": start, "end": start + len(words), "as": "claim"}
    return client.get(f"/sources/{source}/mark/", asked, headers=FRAGMENT).content.decode()


def test_a_date_is_about_the_deal_that_its_sentence_names(annotator: Client, world: World) -> None:
    world.record(
        printed_in(GAZETTE, "gazette", "2017", **ORDER),
        printed_in(GAZETTE, "gazette", "80"),
    )

    html = form(annotator, "almanac", ALMANAC, "2016")

    assert '<option value="order-date" selected>' in html
    assert 'name="subject" value="the order of tanks"' in html
    assert 'name="reading" value="2016"' in html


def test_a_figure_is_about_what_others_tell_of_those_who_are_named(
    annotator: Client, world: World
) -> None:
    world.record(
        printed_in(ALMANAC, "almanac", "2016", **ORDER),
        printed_in(ALMANAC, "almanac", "110 mln USD", reading="110"),
    )

    html = form(annotator, "gazette", GAZETTE, "80 mln USD")

    assert '<option value="arms-imports" selected>' in html
    assert 'name="subject" value="Karovia"' in html
    assert 'name="period" value="2014"' in html


def test_what_a_passage_says_already_is_not_proposed_for_it_again(
    annotator: Client, world: World
) -> None:
    world.record(
        printed_in(ALMANAC, "almanac", "2016", **ORDER),
        printed_in(GAZETTE, "gazette", "2017", **ORDER),
    )

    html = form(annotator, "gazette", GAZETTE, "2017")

    assert 'name="subject" value="the order of tanks"' not in html


def test_the_verb_tells_the_measure_where_nothing_is_stored(annotator: Client) -> None:
    html = form(annotator, "almanac", ALMANAC, "2016")

    assert '<option value="order-date" selected>' in html
