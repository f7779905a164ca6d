"""What the layout reader must find in the five texts of the corpus, and what it must not."""

from __future__ import annotations

import re
from collections import Counter

import pytest

from apps.domain.layout import removed, shown
from tests.corpus.five_texts import NEEDS_THE_TEXTS, SOURCES, content_of, layout_of, texts_of

pytestmark = NEEDS_THE_TEXTS

# Level and first words of each heading: whole titles would repeat the sources' wording.
OUTLINES = {
    "kozyrev-2014": """
        2 Conclusion
        1 Russia–Vietnam strategic Partnership: The Return
        2 Abstract
        2 ANALYSIS
        2 The Russian–Vietnamese strategic Partnership: More
        2 Vietnam as Part of Russia’s
    """,
    "nghiem-2025": """
        1 Basic Aspects of Security Cooperation
        2 Основные аспекты сотрудничества Вьетнама и
        2 1. Introduction
        2 2. Literature Review
        2 3. Results
        3 Historical Context and Strategic Importance
        3 Military-Technical Cooperation Agreements
        3 Trends in Major Arms Transfers
        3 Key Equipment Acquisitions, Maintenance and
        3 Training Cooperation and Intelligence Sharing
        3 Cooperation on Non-Traditional Security
        3 Multilateral Security Framework Cooperation
        2 4. Discussion
        3 Drivers of Vietnam—Russia Security Cooperation
        3 Achievements of the Vietnam—Russia Security
        3 Limitations of Vietnam—Russia Security Partnership
        3 Future Trajectory of Vietnam—Russia Security
        2 5. Conclusion
        2 References
    """,
    "nguyen-2020": """
        1 VIETNAM – RUSSIA RELATIONS –
        2 ABSTRACT
        2 INTRODUCTION
        2 First problems in establishing Vietnam
        2 Vietnam - Russia relations during
        3 The 1946 - 1954 period
        3 The 1954 - 1964 period:
        3 The 1965 - 1975 period:
        2 Vietnam - Russia comprehensive strategic
        3 Vietnam - Russia comprehensive strategic
        3 Relations between Vietnam and Russia
        2 CONCLUSION
        2 REFERENCES
    """,
    "russia-asean-2014": "",
    "zareba-2022": """
        1 Role of military cooperation in
        2 Rola współpracy wojskowej w relacjach
        2 Introduction
        2 Overview of contemporary Russian-Vietnamese relations
        2 Military cooperation as a pillar
        2 Arms trade and Vietnam-Russia military
        2 Challenges for Vietnamese-Russian military cooperation
        2 Conclusions
        2 Bibliography
    """,
}
KINDS = {
    "kozyrev-2014": {"heading": 6, "paragraph": 15},
    "nghiem-2025": {
        "heading": 19,
        "paragraph": 61,
        "table": 2,
        "caption": 2,
        "origin": 3,
        "reference": 49,
    },
    "nguyen-2020": {"heading": 13, "paragraph": 42, "reference": 28},
    "russia-asean-2014": {"paragraph": 36, "footnote": 16},
    "zareba-2022": {
        "heading": 9,
        "paragraph": 47,
        "table": 6,
        "caption": 7,
        "origin": 7,
        "reference": 31,
    },
}


@pytest.mark.parametrize("source", SOURCES)
def test_the_headings_are_these(source: str) -> None:
    content = content_of(source)

    found = [
        f"{block.level} {' '.join(shown(content, block).split()[:5])}"
        for block in layout_of(source)
        if block.kind == "heading"
    ]

    assert found == [line.strip() for line in OUTLINES[source].strip().splitlines()]


@pytest.mark.parametrize("source", SOURCES)
def test_so_many_blocks_are_of_each_kind(source: str) -> None:
    assert Counter(block.kind for block in layout_of(source)) == KINDS[source]


@pytest.mark.parametrize("source", SOURCES)
def test_every_character_is_shown_once_or_named_as_removed(source: str) -> None:
    content, blocks = content_of(source), layout_of(source)

    seen = [0] * len(content)
    spans = [(run.start, run.end) for block in blocks for run in block.runs]
    spans += [
        (cell.start, cell.end) for block in blocks if block.table for cell in block.table.cells
    ]
    spans += [(start, end) for start, end, _ in removed(content, blocks)]
    for start, end in spans:
        for at in range(start, end):
            seen[at] += 1

    assert set(seen) == {1}


def test_no_words_are_removed_but_note_numbers_and_one_repeated_head() -> None:
    words = {
        (source, reason, content_of(source)[start:end])
        for source in SOURCES
        for start, end, reason in removed(content_of(source), layout_of(source))
        if re.search(r"\w", content_of(source)[start:end])
    }

    assert {(source, reason) for source, reason, _ in words} == {
        ("zareba-2022", "repeated head"),
        ("russia-asean-2014", "number"),
    }
    assert ("zareba-2022", "repeated head", "Years") in words


def test_the_tail_of_another_article_is_outside_and_nothing_else() -> None:
    content = content_of("kozyrev-2014")

    outside = [block for block in layout_of("kozyrev-2014") if block.outside]

    assert [block.kind for block in outside] == ["heading", "paragraph", "paragraph"]
    assert content[outside[-1].end :].startswith("\n Russia–Vietnam strategic")
    assert not any(block.outside for source in SOURCES[1:] for block in layout_of(source))


@pytest.mark.parametrize(
    ("source", "words"),
    [
        ("kozyrev-2014", "Russia’s relationship with the two"),
        ("kozyrev-2014", "economic giants—Japan and China—has"),
        (
            "kozyrev-2014",
            "Russia-made diesel Kilo Class submarines and twelve SU-30MKK fighter jets",
        ),
        ("kozyrev-2014", "the Socialist Republic of Vietnam"),
        ("kozyrev-2014", "the apparent anti-Chinese appeal"),
        ("kozyrev-2014", "Russia–Belarus–Kazakhstan Customs Union"),
        ("kozyrev-2014", "advocating region-wide negotiations"),
        ("kozyrev-2014", "assigned to building-up the Pacific navy"),
        ("kozyrev-2014", "between the two former communist allies"),
        ("kozyrev-2014", "in the South China Sea and unprecedented growth"),
        ("zareba-2022", "attitude towards their former allies. Numerous"),
        ("zareba-2022", "comparing to the 2002–2006 period (Table 1)"),
        ("zareba-2022", "the modernization of the Vietnamese army"),
        ("zareba-2022", "military equipment via sea"),
        ("nghiem-2025", "Vietnam’s EEZ in the South China Sea."),
        ("nghiem-2025", "engagements align with Vietnam's multilateralization"),
        ("nghiem-2025", "below $ 300 million annually"),
        ("nguyen-2020", "from the young to Confucian Vietnamese"),
        ("nguyen-2020", "Although Vietnam is one of the largest buyers"),
        ("nguyen-2020", 'take measures to "soften the consequences'),
        ("nguyen-2020", "more than US$2 billion invested"),
        ("russia-asean-2014", "central coordinating role\u00a0of the United Nations"),
    ],
)
def test_sentences_are_whole_again(source: str, words: str) -> None:
    assert words.replace("\u00a0", " ") in "\n".join(texts_of(source, "paragraph")).replace(
        "\u00a0", " "
    )


def test_a_paragraph_that_ends_in_a_comma_by_mistake_takes_nothing_in() -> None:
    assert any(text.endswith("in history,") for text in texts_of("nguyen-2020", "paragraph"))


@pytest.mark.parametrize(
    ("source", "address"),
    [
        ("nghiem-2025", "https://en.bocongan.gov.vn/international-relations-cooperation/mps-"),
        ("nguyen-2020", "Available at: http://lamgiautrithuc.blogspot.com/2013/07/lien-xo-"),
        ("zareba-2022", "comprehensive-strategic-partnership-77335.html (accessed"),
    ],
)
def test_addresses_are_whole_again(source: str, address: str) -> None:
    assert sum(address in text for text in texts_of(source, "reference")) == 1


def test_references_end_where_the_dates_of_the_article_begin() -> None:
    last = [block.kind for block in layout_of("nghiem-2025")[-7:]]

    assert last == ["reference"] + ["paragraph"] * 6


def test_notes_are_numbered_as_printed() -> None:
    notes = [block for block in layout_of("russia-asean-2014") if block.kind == "footnote"]

    assert [note.label for note in notes] == [str(number) for number in range(1, 17)]
    assert texts_of("russia-asean-2014", "paragraph")[-1] == "Translated by Terry Clay Fabian"


def test_abstracts_are_in_their_own_languages() -> None:
    polish = layout_of("zareba-2022")[8:12]
    russian = layout_of("nghiem-2025")[8:14]

    assert {block.lang for block in polish} == {"pl"}
    assert {block.lang for block in russian} == {"ru"}
    assert {block.lang for block in layout_of("kozyrev-2014")} == {"en"}


def styled(source: str, face: str) -> list[tuple[str, str | int]]:
    content = content_of(source)
    return [
        (content[style.start : style.end], style.to)
        for block in layout_of(source)
        for style in block.styles
        if style.face == face
    ]


def test_sixteen_notes_are_called_once_each_and_no_figure_is_taken_for_a_call() -> None:
    calls = {source: styled(source, "note_call") for source in SOURCES}

    assert calls.pop("russia-asean-2014") == [(str(note), 34 + note) for note in range(1, 17)]
    assert not any(calls.values())


def test_so_many_titles_are_in_italics_and_so_many_addresses_lead_somewhere() -> None:
    found = {
        source: (len(styled(source, "italic")), len(styled(source, "address")))
        for source in SOURCES
    }

    assert found == {
        "kozyrev-2014": (0, 0),
        "nghiem-2025": (51, 43),
        "nguyen-2020": (13, 16),
        "russia-asean-2014": (0, 4),
        "zareba-2022": (32, 23),
    }


def test_an_address_that_a_page_end_cut_leads_to_the_whole() -> None:
    (leads_to,) = [to for _, to in styled("nghiem-2025", "address") if "bocongan" in str(to)]

    assert leads_to == (
        "https://en.bocongan.gov.vn/international-relations-cooperation/mps-strengthens-"
        "international-information-security-cooperation-with-russian-partners-t11378.html"
    )


def test_four_entries_of_the_references_are_in_polish() -> None:
    content = content_of("zareba-2022")

    polish = [
        shown(content, block).split(",")[0]
        for block in layout_of("zareba-2022")
        if block.kind == "reference" and block.lang == "pl"
    ]

    assert polish == ["Karwowski", "Karwowski", "Kozub-Karkut", "Pietrasiak"]
