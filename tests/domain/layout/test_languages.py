"""A block's language decides how browsers break, speak and draw it."""

from __future__ import annotations

import pytest

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
        ("Trương Tấn Sang met the miller by the stream in the valley.", "en"),
        ("עלי המים", "he"),
        ("المطحنة على التل", "ar"),
        ("磨坊的故事", "zh"),
    ],
)
def test_the_words_of_a_text_tell_its_language(text: str, language: str) -> None:
    assert language_of(text) == language
