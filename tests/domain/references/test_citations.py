"""Which words cite a work, and which entry of the bibliography they mean."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from apps.domain.references import Outcome, calls_in, link, links_of, read_entry

ENTRIES = [
    read_entry(words)
    for words in (
        "Storey, I. (2021). Defence Diplomacy. Perspective (33), March 18.",
        "Storey, I., Thayer, C. 2002. Cam Ranh Bay. Asia 23 (3), pp. 452–473.",
        "Mai, L., Poling, G.B., & Quitzon, J. (2024). An upgrade. Center, August 18.",
        "Nguyen Thi Mai Hoa. (2013). The Soviet Union. Available at: ",
        "Nguyen Thi Mai Hoa. (2013). First relationships. Available at: ",
        "Ho Chi Minh. (2011). Full volume, volume 10. Hanoi: House, p. 41.",
        "Ho Chi Minh. (2011). Full volume, volume 6. Hanoi: House, p. 311.",
        "Baev, P.K., Tønnesson, S. 2015. Can Russia? Review 18(3), pp. 312–325.",
        "Russia offers most advanced types. TASS (2019), October 4.",
        "Russia and Vietnam agree to it. TASS (2019), April 17.",
        "Defense cooperation in its framework. Ministry of National Defense, Vietnam. (n.d.).",
        "Diplomacy of Vietnam (1945-2000). (2002). Hanoi: House, p. 235.",
    )
]


@pytest.mark.parametrize(
    ("words", "names", "year", "pages"),
    [
        ("as said (Goh, 2005: 2).", ("Goh",), "2005", "2"),
        ("as said [Hiebert & Nguyen, 2015].", ("Hiebert", "Nguyen"), "2015", ""),
        ("as said (Storey, Thayer, 2002: 456).", ("Storey", "Thayer"), "2002", "456"),
        ("as said (Mosyakov, 2014: 128–135).", ("Mosyakov",), "2014", "128–135"),
        ("first, Baylis (2003) saw it", ("Baylis",), "2003", ""),
        ("so Wezeman et al. (2023) count", ("Wezeman",), "2023", ""),
        ("Yin’s 2018 ethnography shows", ("Yin",), "2018", ""),
        ("as said [MND, n.d.].", ("MND",), "", ""),
        ("Sources: Zareba 2023.", ("Zareba",), "2023", ""),
    ],
)
def test_a_citation_is_read(words: str, names: tuple[str, ...], year: str, pages: str) -> None:
    [call] = calls_in(words)

    assert (call.names, call.year, call.pages) == (names, year, pages)
    assert words[slice(*call.year_at)] == (year or "n.d.")


def test_each_of_several_in_brackets_is_a_citation_of_its_own() -> None:
    calls = list(calls_in("said [Le: 4.04. 2022; Siow: 24.03.2024]"))

    assert [call.day for call in calls] == ["2022-04-04", "2024-03-24"]


@pytest.mark.parametrize(
    "words",
    [
        "a talk (May 2025) was held",
        "relations (1950 - 2020) grew",
        "founded (since 2001) there",
        "the visit (February 28 - March 2, 2000) was",
        "the trends (2001–2025) show",
        "bought (approx. 2003) later",
    ],
)
def test_a_date_in_brackets_cites_nothing(words: str) -> None:
    assert list(calls_in(words)) == []


@pytest.mark.parametrize(
    ("words", "outcome", "entries"),
    [
        ("(Storey, 2021: 6)", Outcome.LINKED, (0,)),
        ("(Storey, Thayer, 2002)", Outcome.LINKED, (1,)),
        ("(Baev, Tønneson, 2015: 317)", Outcome.LINKED, (7,)),
        ("(Nguyen Thi Mai Hoa, 2013)", Outcome.SEVERAL, (3, 4)),
        ("(Ho Chi Minh, volume 6, 2011)", Outcome.LINKED, (6,)),
        ("[TASS: 4.10.2019]", Outcome.LINKED, (8,)),
        ("[MND, n.d.]", Outcome.LINKED, (10,)),
        ("(Vietnamese Diplomacy, 2002)", Outcome.LINKED, (11,)),
        ("Poling (2007) saw", Outcome.OTHER_YEAR, (2,)),
        ("(Storey, 2022)", Outcome.OTHER_YEAR, (0, 1)),
        ("(Soviet Affairs, 1985)", Outcome.NO_ENTRY, ()),
    ],
)
def test_a_citation_is_linked_or_it_is_said_why_not(
    words: str, outcome: Outcome, entries: tuple[int, ...]
) -> None:
    [call] = calls_in(words)

    found = link(call, ENTRIES)

    assert (found.outcome, found.entries) == (outcome, entries)


@pytest.mark.parametrize("words", ["the Tonkin incident (1964)", "Russia’s 2023 export rules"])
def test_a_year_beside_a_name_that_is_no_author_cites_nothing(words: str) -> None:
    assert list(links_of(calls_in(words), ENTRIES)) == []


@given(st.text(max_size=300))
def test_citations_lie_in_the_text_one_after_another(words: str) -> None:
    calls = list(calls_in(words))

    ends = [0, *(call.end for call in calls)]
    assert all(call.start >= end for call, end in zip(calls, ends, strict=False))
    assert all(call.end <= len(words) for call in calls)
