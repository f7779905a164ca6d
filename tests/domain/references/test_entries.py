"""What a reference entry says, in the styles that journals print."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from apps.domain.references import Author, read_entry

surnames = st.sampled_from(["Storey", "Baev", "Tønnesson", "Cranny-Evans", "Buszyński", "Lê"])
initials = st.sampled_from(["A.", "P.K.", "T. H.", "C.A."])
persons = st.lists(st.tuples(surnames, initials), min_size=1, max_size=4)
years = st.integers(1900, 2030).map(str)
numbers = st.integers(1, 99).map(str)


def test_an_article_in_a_journal() -> None:
    entry = read_entry(
        "Bui, T. H., & Luu, V. Q. (2022). Russia's Pivot to Asia. "
        "Emerging Science Journal, 6(6), 1492—1506."
    )

    assert entry.authors == (Author("Bui", "T. H."), Author("Luu", "V. Q."))
    assert (entry.year, entry.title) == ("2022", "Russia's Pivot to Asia")
    assert entry.container == "Emerging Science Journal"
    assert (entry.volume, entry.issue, entry.pages) == ("6", "6", "1492–1506")


def test_a_double_issue_with_its_running_number() -> None:
    entry = read_entry("Pietrasiak, M. 2002, Stosunki. Stosunki 1–2(25), pp. 189–202.")

    assert (entry.year, entry.volume, entry.issue) == ("2002", "1–2", "25")
    assert entry.pages == "189–202"


def test_a_page_on_the_web_with_all_its_dates() -> None:
    entry = read_entry(
        "Marsh, C. 2013. A Bear Again. The Envoy. 26.11.2013, "
        "https://envoy.org/2013/11/a-bear-again/ (accessed 15.07.2022)."
    )

    assert entry.url == "https://envoy.org/2013/11/a-bear-again/"
    assert (entry.published, entry.accessed) == ("2013-11-26", "2022-07-15")
    assert entry.in_address == "2013-11"


@pytest.mark.parametrize(
    ("words", "authors", "title", "container", "published"),
    [
        (
            "Vietnam and Russia talk. Viet Nam News (2024), November 16.",
            (),
            "Vietnam and Russia talk",
            "Viet Nam News",
            "2024-11-16",
        ),
        (
            "Pham, L. (2023, December 21). Fraternal ties. Retrieved from Radio: ",
            (Author("Pham", "L."),),
            "Fraternal ties",
            "Radio",
            "2023-12-21",
        ),
        (
            "Kuik, Cheng-Chwee. 2008. Hedging. Contemporary Asia 30, pp. 1–9.",
            (Author("Kuik", "Cheng-Chwee"),),
            "Hedging",
            "Contemporary Asia",
            "",
        ),
        (
            "Huy Anh. (2025). Ties. Hanoi Times, May 11.",
            (Author("Huy Anh"),),
            "Ties",
            "Hanoi Times",
            "2025-05-11",
        ),
    ],
)
def test_who_what_and_where(
    words: str, authors: tuple[Author, ...], title: str, container: str, published: str
) -> None:
    entry = read_entry(words)

    assert (entry.authors, entry.title, entry.container) == (authors, title, container)
    assert entry.published == published


def test_an_entry_without_a_date_says_so() -> None:
    entry = read_entry("IndexMundi. (n.d.). Arms imports. Retrieved June 30, 2025, URL: ")

    assert (entry.year, entry.is_undated, entry.accessed) == ("", True, "2025-06-30")


def test_years_inside_titles_are_not_the_year() -> None:
    entry = read_entry("Diplomacy of Vietnam (1945-2000). (2002). Hanoi: Publishing House, p. 235.")

    assert (entry.year, entry.volume, entry.pages) == ("2002", "", "235")


@pytest.mark.parametrize(
    ("address", "day"),
    [
        ("https://site.org/2019/01/23/title/", "2019-01-23"),
        ("https://site.org/russia-12152023100756.html", "2023-12-15"),
        ("https://site.org/wp-content/uploads/2022/04/paper.pdf", ""),
        ("https://site.org/opinion/201905077460009-65/", ""),
        ("https://site.org/2019/51/title", ""),
    ],
)
def test_the_date_in_an_address(address: str, day: str) -> None:
    assert read_entry(f"Le, H. (2019). Title. Site. {address}").in_address == day


def test_a_container_in_italics_behind_a_comma_is_none_of_the_title() -> None:
    words = (
        "Marsh, C., Reed, I. 2002. The Bay: Past and Future, Annals of the East 23 (3), pp. 4–7."
    )
    at = words.index("Annals")

    entry = read_entry(words, [(at, at + len("Annals of the East"))])

    assert entry.title == "The Bay: Past and Future"
    assert entry.container == "Annals of the East"
    assert (entry.volume, entry.issue, entry.pages) == ("23", "3", "4–7")


def test_a_title_in_italics_stays_whole() -> None:
    words = "Yin, R. (2017). Research, Design and Methods. Press."
    at = words.index("Research")

    entry = read_entry(words, [(at, at + len("Research, Design and Methods"))])

    assert entry.title == "Research, Design and Methods"


@pytest.mark.parametrize(
    "behind",
    [". doi: 10.1234/abc", ", https://envoy.org/a (accessed 3.08.2022).", ". URL: www.envoy.org/a"],
)
def test_what_announces_an_address_is_none_of_the_title(behind: str) -> None:
    entry = read_entry(f"Marsh, C. (2013). Trends of 2012{behind}")

    assert entry.title == "Trends of 2012"


def test_a_note_quotes_its_title() -> None:
    entry = read_entry(
        "S.G. Reed, “The Place of the Bear,” S.G. Reed, Annals, Lindau, 2007, p. 84."
    )

    assert entry.authors == (Author("S.G. Reed"),)
    assert (entry.title, entry.year, entry.pages) == ("The Place of the Bear", "2007", "84")
    assert entry.container == "S.G. Reed, Annals, Lindau"


def test_a_footnote_with_its_page() -> None:
    entry = read_entry("Quoted from: Pacific Review 2006-2007, Moscow, 2007, p. 172.")

    assert (entry.year, entry.pages) == ("2007", "172")


@given(persons, years, numbers, numbers, numbers)
def test_what_is_printed_is_read(
    people: list[tuple[str, str]], year: str, volume: str, issue: str, page: str
) -> None:
    heads = ", ".join(f"{family}, {given}" for family, given in people)
    words = f"{heads} ({year}). A study of ties. Asia Policy, {volume}({issue}), {page}–999."

    entry = read_entry(words)

    assert entry.authors == tuple(Author(family, given) for family, given in people)
    assert (entry.year, entry.volume, entry.issue) == (year, volume, issue)
    assert entry.pages == f"{page}–999"
    start, end = entry.places["year"]
    assert words[start:end] == year


@given(st.text(max_size=200))
def test_nothing_makes_it_stumble(words: str) -> None:
    entry = read_entry(words)

    assert all(0 <= start < end <= len(words) for start, end in entry.places.values())
