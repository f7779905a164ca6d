"""Citing a source, or a place in it."""

from __future__ import annotations

import json

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from apps.annotations.models import Passage
from apps.claims.models import Claim
from apps.reading.citing import STYLES, citation
from apps.sources.csl import bibtex, csl_record
from apps.sources.models import Source
from tests.world import World

ARTICLE = Source(
    slug="zareba-2022",
    title="Role of military cooperation",
    authors=[{"family": "Zaręba", "given": "Michał"}],
    container="Eastern Review",
    volume="11",
    issue="2",
    pages="51–66",
    published="2022",
    doi="10.18778/1427-9657.11.16",
)
CITE = "/sources/almanac/cite/"


@pytest.mark.parametrize(
    ("style", "entry"),
    [
        (
            "chicago",
            "Zaręba, Michał. 2022. “Role of Military Cooperation”. Eastern Review 11 (2): 51–66. "
            "https://doi.org/10.18778/1427-9657.11.16.",
        ),
        (
            "apa",
            "Zaręba, M. (2022). Role of military cooperation. Eastern Review, 11(2), 51–66. "
            "https://doi.org/10.18778/1427-9657.11.16",
        ),
        (
            "mla",
            "Zaręba, Michał. “Role of Military Cooperation”. Eastern Review, vol. 11, no. 2, "
            "2022, pp. 51–66, https://doi.org/10.18778/1427-9657.11.16.",
        ),
        (
            "harvard",
            "Zaręba, M. (2022) “Role of military cooperation”, Eastern Review, 11(2), pp. 51–66. "
            "Available at: https://doi.org/10.18778/1427-9657.11.16.",
        ),
    ],
)
def test_an_article_is_cited_by_the_rules_of_the_style(style: str, entry: str) -> None:
    assert citation(ARTICLE, style).plain == entry


def test_a_place_is_cited_with_its_address() -> None:
    cited = citation(ARTICLE, "chicago", "Table 6", "https://example.org/passages/7/")

    assert cited.plain.endswith("[Table 6, in Variorum, https://example.org/passages/7/]")
    assert cited.short == "(Zaręba 2022, Table 6)"


def test_titles_are_italic_and_never_markup() -> None:
    source = Source(slug="x", title="A <b>bold</b> & braced {title}", container="Review")

    html = citation(source, "apa").html

    assert "<i>Review</i>" in html
    assert "<b>" not in html
    assert "[No author named]" in html


def test_bibtex_keeps_no_sign_that_would_break_it() -> None:
    source = Source(
        slug="x-1", title="50 % of {A}\\b", authors=[{"literal": "The Office"}], pages="1–2"
    )

    assert bibtex(source) == (
        "@article{x-1,\n  author = {{The Office}},\n  title = {{50 \\% of Ab}},\n"
        "  pages = {1--2}\n}\n"
    )


@pytest.mark.parametrize(
    ("published", "parts"),
    [("2014-03-31", [[2014, 3, 31]]), ("2014", [[2014]]), ("2014-03/2014-04", [[2014]])],
)
def test_a_date_is_told_in_parts(published: str, parts: list[list[int]]) -> None:
    assert csl_record(Source(published=published))["issued"] == {"date-parts": parts}


@pytest.mark.django_db
def test_the_page_shows_every_style(client: Client, disputed_world: World) -> None:
    html = client.get(CITE).content.decode()

    assert [name for name, _ in STYLES.values() if f">{name}</h2>" not in html] == []
    assert "http://testserver/sources/almanac/" in html


@pytest.mark.django_db
def test_files_are_downloaded(client: Client, disputed_world: World) -> None:
    as_json = client.get(CITE, {"style": "csl-json"})
    as_bibtex = client.get(CITE, {"style": "bibtex"})

    assert json.loads(as_json.content)[0]["title"] == "The Arms of Karovia"
    assert as_json["Content-Disposition"] == 'attachment; filename="almanac.json"'
    assert as_bibtex.content.startswith(b"@article{almanac,")
    assert as_bibtex["Content-Type"] == "application/x-bibtex; charset=utf-8"


@pytest.mark.django_db
def test_one_style_is_given_as_plain_text_to_be_copied(
    client: Client, disputed_world: World
) -> None:
    claim = Claim.objects.get(key="almanac.table.2016")

    answer = client.get(CITE, {"style": "apa", "claim": claim.key})

    assert answer["Content-Type"] == "text/plain; charset=utf-8"
    assert answer.content.decode().endswith(
        "[Table 1, in Variorum, http://testserver/claims/almanac.table.2016/]"
    )


@pytest.mark.django_db
def test_a_passage_and_a_block_are_cited_by_their_place(
    client: Client, disputed_world: World
) -> None:
    passage = Passage.objects.get(evidence__claim__key="almanac.order-date")

    by_passage = client.get(CITE, {"passage": passage.pk}).content.decode()
    by_block = client.get(CITE, {"block": "1"}).content.decode()

    assert f"characters {passage.start}–{passage.end}" in by_passage
    assert f"http://testserver/passages/{passage.pk}/" in by_passage
    assert "http://testserver/sources/almanac/#b-1" in by_block
    assert "paragraph 1" in by_block


@pytest.mark.django_db
@pytest.mark.parametrize(
    "asked",
    ["claim=nobody", "claim=%00", "passage=x", "passage=99999999", "block=-1", "block=9999"],
)
def test_an_unknown_place_is_not_found(client: Client, disputed_world: World, asked: str) -> None:
    assert client.get(f"{CITE}?{asked}").status_code == 404


@pytest.mark.django_db
def test_a_passage_of_another_source_is_not_found(client: Client, disputed_world: World) -> None:
    other = Passage.objects.filter(text__source__slug="gazette").first()
    assert other is not None

    assert client.get(CITE, {"passage": other.pk}).status_code == 404


@pytest.mark.django_db
def test_an_unknown_style_is_refused_with_those_there_are(
    client: Client, disputed_world: World
) -> None:
    answer = client.get(CITE, {"style": "nope"})

    assert answer.status_code == 422
    assert "There is no style called “nope”." in answer.content.decode()
    assert "chicago, apa, mla, harvard, bibtex, csl-json" in answer.content.decode()


@pytest.mark.django_db
def test_citing_changes_nothing(client: Client, disputed_world: World) -> None:
    assert client.post(CITE).status_code == 405
    assert client.get("/sources/nobody-2099/cite/").status_code == 404


@pytest.mark.django_db
def test_a_citation_takes_one_query(
    client: Client, disputed_world: World, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    with django_assert_num_queries(1):
        client.get(CITE, {"style": "apa"})
