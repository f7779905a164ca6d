"""Articles and books call their parts by customary names, which mark a heading in any setting."""

from __future__ import annotations

import re

# "1 Introduction" is numbered, "70 years of the mill" is not.
NUMBERED = re.compile(
    r"^(\d{1,2}(?:\.\d{1,2}){1,4}|\d{1,2}(?=\.)|\d(?=\s[^\W\d_a-z]))\.?\s+(?=[^\W\d_])|"
    r"^([IVXLC]{1,6})\.\s+(?=\w)"
)
_CHAPTER = re.compile(r"^(?:chapter|part|section|appendix|глава|часть|rozdział|chương)\s\w+", re.I)

_LONGEST_HEADING = 200
SECTION_WORDS = frozenset(
    "introduction|conclusion|conclusions|concluding remarks|abstract|summary|discussion|results|"
    "methods|methodology|materials and methods|literature review|background|acknowledgements|"
    "acknowledgments|notes|appendix|preface|preamble|definitions|foreword|epilogue|prologue|contents|analysis|"
    "введение|заключение|выводы|аннотация|примечания|предисловие|"
    "wstęp|wprowadzenie|zakończenie|wnioski|streszczenie|podsumowanie|"
    "mở đầu|giới thiệu|kết luận|tóm tắt|einleitung|fazit|conclusión|introducción".split("|")
)
REFERENCE_WORDS = frozenset(
    "references|reference list|list of references|bibliography|selected bibliography|"
    "works cited|literature|literature cited|further reading|sources|bibliografia|literatura|"
    "литература|список литературы|библиография|источники|tài liệu tham khảo|literatur|"
    "literaturverzeichnis|bibliographie|bibliografía|referencias".split("|")
)


def plain_words(text: str) -> str:
    """Return a heading's words in small letters, without number, marks and final colon."""
    if len(text) > _LONGEST_HEADING:
        return ""
    return re.sub(r"^[\W\d_]+|[\W_]+$", "", text).lower()


def is_section_word(text: str) -> bool:
    """True for a heading that articles have in common: "Introduction", "3. Results"."""
    return plain_words(text) in SECTION_WORDS | REFERENCE_WORDS


def names_section(text: str) -> bool:
    """True for a heading that is customary or numbered: "Chapter IV", "2. The wheel"."""
    return is_section_word(text) or bool(_CHAPTER.match(text) or NUMBERED.match(text))
