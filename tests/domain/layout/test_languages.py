"""A block's language decides how browsers break, speak and draw it."""

from __future__ import annotations

import pytest

from apps.domain.layout import read_layout
from apps.domain.layout.languages import language_of


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("The mill stood by the stream.", "en"),
        ("", "en"),
        ("2001–2005", "en"),
        ("Młyn stał nad rzeką i obracał się przez cały rok, jak za dawnych lat.", "pl"),
        ("Michał Zaręba", "en"),
        ("Pietrasiak, M. 2002, Young mills of Łódź and other towns of the plain.", "en"),
        ("Мельница стояла у реки. See the mill.", "ru"),
        ("Cối xay đứng bên dòng suối và quay quanh năm", "vi"),
        ("Die Mühle stand am Bach, und niemand fragte, warum sie dort war.", "de"),
        ("Le moulin se trouvait près de la rivière et personne ne demandait pourquoi.", "fr"),
        ("El molino estaba cerca del río y nadie preguntaba por qué se quedó en el valle.", "es"),
        ("Il mulino era vicino al fiume e nessuno sapeva perché non si fermava di notte.", "it"),
        ("O moinho ficava perto do rio e ninguém sabia por que não parava de noite.", "pt"),
        ("De molen stond bij het water en niemand wist dat er een molenaar in woonde.", "nl"),
        ("Karwowski, M. 2010. Wielki młyn. Polityka rolnicza w okresie odnowy.", "pl"),
        ("Maria de la Cruz and Jan van der Berg bought the mill of the valley.", "en"),
        ("Trương Tấn Sang met the miller by the stream in the valley.", "en"),
        ("עלי המים", "he"),
        ("المطحنة على التل", "ar"),
        ("磨坊的故事", "zh"),
    ],
)
def test_the_words_of_a_text_tell_its_language(text: str, language: str) -> None:
    assert language_of(text) == language


def test_a_line_that_says_nothing_is_in_the_language_of_its_text() -> None:
    body = "Die Mühle stand am Bach, und niemand im Tal wusste, warum sie nicht lief."

    blocks = read_layout(f"Fazit\n\n{body}\n\nAnna Biene 1902\n\nThe mill is for sale.\n")

    assert [block.lang for block in blocks] == ["de", "de", "de", "en"]


def test_latin_letters_in_a_text_of_other_letters_are_english() -> None:
    body = "Мельница стояла у реки, и никто в долине не знал, почему она там стоит столько лет."

    blocks = read_layout(f"DOI: mill\n\n{body}\n")

    assert [block.lang for block in blocks] == ["en", "ru"]
