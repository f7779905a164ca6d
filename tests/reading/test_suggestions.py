"""Suggestions on a source's page: who decides on them, what follows, what the figures say."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries

from apps.annotations.models import Decision, Mention, Passage
from apps.reading.keeping import clear_all
from tests.world import ALMANAC, World

LIST, PREVIEW = "/sources/almanac/suggestions/", "/sources/almanac/suggestions/all/"
DECIDE, ACCEPT_ALL = (
    "/sources/almanac/suggestions/decide/",
    "/sources/almanac/suggestions/accept-all/",
)
ACCURACY, PLACES = "/suggestions/", "/sources/almanac/suggestions/places/"
PAGES, ACTS = [LIST, PREVIEW, ACCURACY, PLACES], [DECIDE, ACCEPT_ALL]


@pytest.fixture
def annotator(client: Client, world: World) -> Client:
    client.force_login(world.annotator)
    return client


def on(words: str, kind: str, act: str, **fields: Any) -> dict[str, Any]:
    start = ALMANAC.index(words)
    return {"start": start, "end": start + len(words), "kind": kind, "act": act, **fields}


def decisions() -> list[tuple[str, str, str, str]]:
    rows = Decision.objects.order_by("start")
    return list(rows.values_list("kind", "proposed", "decided", "outcome"))


def test_names_figures_and_dates_wait_between_the_words_around_them(annotator: Client) -> None:
    html = annotator.get(LIST).content.decode()

    assert "17 suggestions wait" in html
    assert '<b class="passage">110 mln USD</b>' in html
    assert "Norland sold arms for" in html
    assert 'value="norland"' in html


def test_kind_and_words_narrow_the_list(annotator: Client) -> None:
    html = annotator.get(LIST, {"kind": "mention", "q": "lindau"}).content.decode()

    assert "1 suggestion waits" in html
    assert "Accept all 1 that can be accepted as they are" in html


def test_accepting_a_name_makes_a_mention_of_its_entity(annotator: Client, world: World) -> None:
    answer = annotator.post(DECIDE, on("Lindau", "mention", "accept", entity="lindau", q="met"))

    assert (answer.status_code, answer["Location"]) == (302, f"{LIST}?kind=&q=met")
    mention = Mention.objects.get(passage__quote="Lindau")
    assert (mention.entity.slug, mention.entered_by, mention.review) == (
        "lindau",
        world.annotator,
        "proposed",
    )
    assert decisions() == [("mention", "lindau", "lindau", "accepted")]
    assert Decision.objects.get().decided_by == world.annotator


def test_another_entity_is_a_correction(annotator: Client) -> None:
    annotator.post(DECIDE, on("Lindau", "mention", "accept", entity="Hafen"))

    assert Mention.objects.get(passage__quote="Lindau").entity.slug == "hafen"
    assert decisions() == [("mention", "lindau", "hafen", "corrected")]


def test_accepting_a_figure_makes_the_passage_that_a_claim_can_stand_on(annotator: Client) -> None:
    annotator.post(DECIDE, on("110 mln USD", "quantity", "accept"))

    assert Passage.objects.filter(quote="110 mln USD").count() == 1
    assert decisions() == [("quantity", "110 USD mln", "110 USD mln", "accepted")]


def test_a_claim_at_the_place_of_a_suggestion_decides_on_it(annotator: Client) -> None:
    claim = {"measure": "arms-imports", "subject": "Karovia", "reading": "110", "unit": "USD mln"}
    typed = on("110 mln USD", "quantity", "", key="made-up-in-a-browser", **claim)

    annotator.post("/sources/almanac/mark/claim/", typed)
    entered = decisions()
    annotator.post("/sources/almanac/mark/undo/")
    annotator.post(
        "/sources/almanac/mark/claim/",
        {**typed, "key": "another-form-of-mine", "reading": "about 110"},
    )

    assert entered == [("quantity", "110 USD mln", "110 USD mln", "accepted")]
    assert decisions() == [("quantity", "110 USD mln", "about 110 USD mln", "corrected")]


def test_marking_a_suggested_name_decides_on_it(annotator: Client) -> None:
    typed = on("Lindau", "", "", key="made-up-in-a-browser", entity="hafen")

    annotator.post("/sources/almanac/mark/mention/", typed)

    assert decisions() == [("mention", "lindau", "hafen", "corrected")]


def test_the_reader_asks_where_suggestions_are_and_decides_there(annotator: Client) -> None:
    start = ALMANAC.index("Lindau")
    before = annotator.get(PLACES).json()

    answer = annotator.post(
        DECIDE, on("Lindau", "", "reject", suggested="mention"), headers={"HX-Request": "true"}
    )

    assert (len(before), [start, start + 6] in before) == (17, True)
    assert (answer.status_code, len(annotator.get(PLACES).json())) == (204, 16)


@pytest.mark.parametrize("longest", [0, 60_000])
def test_the_first_from_here_on_is_there_before_all_of_a_long_text_is_read(
    annotator: Client, monkeypatch: pytest.MonkeyPatch, longest: int
) -> None:
    monkeypatch.setattr("apps.reading.suggestions.LONG", longest)
    clear_all()
    ordered, cell = ALMANAC.index("2016,"), ALMANAC.index("100\n")

    here = annotator.get(PLACES, {"after": ordered}).json()
    later = annotator.get(PLACES, {"after": cell}).json()

    assert (here, later) == ([[ordered, ordered + 4]], [[cell, cell + 3]])


def test_a_figure_leads_to_the_form_of_its_claim(annotator: Client) -> None:
    html = annotator.get(LIST, {"kind": "quantity"}).content.decode()
    start = ALMANAC.index("110 mln USD")

    assert f'mark/?start={start}&amp;end={start + 11}&amp;as=claim"' in html


def test_what_is_rejected_is_not_proposed_again(annotator: Client) -> None:
    annotator.post(DECIDE, on("Lindau", "mention", "reject"))

    assert "16 suggestions wait" in annotator.get(LIST).content.decode()
    assert not Mention.objects.exists()
    assert decisions() == [("mention", "lindau", "", "rejected")]


def test_what_one_skips_another_still_sees(annotator: Client, world: World) -> None:
    annotator.post(DECIDE, on("Lindau", "mention", "skip"))
    mine = annotator.get(LIST).content.decode()

    annotator.force_login(world.editor)
    annotator.post(DECIDE, on("Lindau", "mention", "accept", entity="lindau"))

    assert "16 suggestions wait" in mine
    assert decisions() == [("mention", "lindau", "lindau", "accepted")]


def test_all_that_is_shown_is_accepted_after_a_preview(annotator: Client) -> None:
    html = annotator.get(PREVIEW, {"kind": "quantity"}).content.decode()

    answer = annotator.post(ACCEPT_ALL, {"kind": "quantity", "q": "", "count": "5"})

    assert "5 suggestions would be entered as they stand here" in html
    assert (answer.status_code, answer["Location"]) == (302, f"{LIST}?kind=quantity&q=")
    assert Decision.objects.filter(kind="quantity", outcome="accepted").count() == 5
    assert "Nothing waits among these" in annotator.get(answer["Location"]).content.decode()


def test_other_suggestions_than_the_preview_showed_are_not_accepted(annotator: Client) -> None:
    answer = annotator.post(ACCEPT_ALL, {"kind": "quantity", "count": "3"})

    assert answer.status_code == 422
    assert "There are 5 of them now, and you saw 3." in answer.content.decode()
    assert not Decision.objects.exists()


def test_what_people_entered_is_not_proposed(client: Client, disputed_world: World) -> None:
    client.force_login(disputed_world.annotator)

    html = client.get(LIST, {"kind": "quantity"}).content.decode()

    assert "Nothing waits among these" in html


def test_precision_and_recall_come_from_decisions_and_from_what_people_entered(
    client: Client, disputed_world: World
) -> None:
    client.force_login(disputed_world.annotator)
    client.post(DECIDE, on("Lindau", "mention", "accept", entity="hafen"))
    client.post(DECIDE, on("Norland", "mention", "reject"))

    html = client.get(ACCURACY).content.decode()

    names = html[html.index('<th scope="row">Names') :].split("</tr>")[0]
    figures = html[html.index('<th scope="row">Figures') :].split("</tr>")[0]
    assert [cell.split("<")[0] for cell in names.split('<td class="n">')[1:]] == [
        *("50.0 %", "0.0 %", "100.0 %"),
        *("0", "1", "1", "0"),
    ]
    assert '<td class="n">–</td>' in figures


@pytest.mark.parametrize(
    ("fields", "message"),
    [
        ({}, "Nothing is proposed at this place"),
        (on("tanks", "mention", "accept"), "Nothing is proposed at this place"),
        (on("Lindau", "mention", "burn"), "It is not said what to do."),
        (on("Lindau", "mention", "accept"), "It is not said which entity “Lindau” names."),
        (on("Lindau", "mention", "accept", entity="Atlantis"), "No entity, or more than one"),
    ],
)
def test_nonsense_is_refused_and_changes_nothing(
    annotator: Client, fields: dict[str, Any], message: str
) -> None:
    answer = annotator.post(DECIDE, fields)

    assert answer.status_code == 422
    assert message in answer.content.decode()
    assert not Decision.objects.exists()


def test_the_list_asks_a_fixed_number_of_queries(
    annotator: Client, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    annotator.get(LIST)

    with django_assert_num_queries(9):
        annotator.get(LIST)


@pytest.mark.parametrize("where", [*PAGES, *ACTS])
def test_who_is_not_known_is_sent_to_log_in(client: Client, world: World, where: str) -> None:
    answer = client.get(where) if where in PAGES else client.post(where)

    assert (answer.status_code, answer["Location"]) == (302, f"/accounts/log-in/?next={where}")


@pytest.mark.parametrize("where", [*PAGES, *ACTS])
def test_readers_are_refused(client: Client, world: World, where: str) -> None:
    client.force_login(world.reader)

    answer = client.get(where) if where in PAGES else client.post(where)

    assert answer.status_code == 403


@pytest.mark.parametrize("where", [*PAGES, *ACTS])
def test_the_other_method_is_refused(annotator: Client, where: str) -> None:
    answer = annotator.post(where) if where in PAGES else annotator.get(where)

    assert answer.status_code == 405


@pytest.mark.parametrize("slug", ["nowhere", "ledger"])
def test_a_source_without_a_text_here_is_404(annotator: Client, slug: str) -> None:
    assert annotator.get(reverse("reading:suggestions", args=[slug])).status_code == 404


def test_the_team_finds_them_from_the_source_and_the_public_does_not(
    annotator: Client, client: Client
) -> None:
    page = reverse("reading:source", args=["almanac"])
    team = annotator.get(page).content.decode()

    client.logout()

    assert LIST in team
    assert LIST not in client.get(page).content.decode()
