"""Whether a bare figure counts something, or only numbers, ranks or names it."""

from __future__ import annotations

import re
from dataclasses import dataclass

from apps.domain.grammar.name_words import places

_NEXT = re.compile(r" (?:[\"'“(]?)(?P<word>(?:[0-9]{2,5}(?=[A-Z]))?[^\W\d_][\w.'/-]*)")
_BEFORE = re.compile(r"(?P<word>[\w.$€£%'/-]+)[\"“(]* ?$")
_OF_MANY = re.compile(
    r" of (?:the|its|their|these|those) (?:[0-9]|(?:three|four|five|six|seven|eight|nine|ten|"
    r"eleven|twelve|fifteen|twenty|thirty|forty|fifty)\b)"
)
# Up from five in 2013; there were nine.
_TOLD_BEHIND = frozenset("from than to were only numbered by".split())
_GOES_ON = frozenset(["", "in", "to", "at", "during"])
_IN_PER_CENT = re.compile(r" \([0-9.,]+ ?(?:%|per cent|percent)")
_STRONG = re.compile(r"-(?:strong|odd|plus)\b")
_GROUPED = re.compile(r"[0-9][, '.][0-9]")
_NO_NOUN = frozenset(
    "and or nor but in on at by to from for with without as is are was were be been being has "
    "have had will would can could may might must shall should than that which who whose when "
    "where while if because since until after before during between among against per the a an "
    "this these those it its he she they we you i not so yet also then there here only just "
    "into onto over under up down out off about via vs versus etc am pm st nd rd th more "
    "less".split()
)
# What says that a figure follows, even if nothing is named that it counts.
_LEADS = frozenset(
    "to by reached reaching reach totalled totaled totalling totaling total numbered numbering "
    "numbers counted only was were is are of at and fell rose grew dropped from than exceeded "
    "averaged averaging hit with nearly all stands stood amounted included including another "
    "further bought built delivered lost killed sold received ordered employed employs has had "
    "have".split()
)
_POINTING = frozenset("the these those our their its his her both other such between all".split())
# What two or three of are spoken of without being counted.
_KNOWN_PARTIES = frozenset(
    "sides countries nations states parties peoples governments leaders capitals powers "
    "neighbours neighbors presidents ministers men women sisters brothers former main major key "
    "different others".split()
)
_FEW = frozenset("2 3".split())
_FIRST_YEAR, _LAST_YEAR = 1000, 2100


@dataclass(frozen=True, slots=True)
class Figures:
    """What is known of an amount when its surroundings are looked at."""

    start: int
    end: int
    figure: str
    has_unit: bool
    is_hedged: bool
    in_words: bool
    is_range: bool


def counts_something(text: str, around: tuple[int, int], found: Figures) -> bool:
    """`around` is where the amount with its hedge begins and ends."""
    if _is_glued(text, *around):
        return False
    if found.has_unit:
        return not (found.in_words and found.figure == "1" and not found.is_hedged) or (
            text[found.start : found.end].lower().startswith(("one ", "one-", "a "))
        )
    if found.in_words:
        return _words_count(text, around, found)
    if found.is_hedged or found.is_range:
        return not (found.is_range and _is_year_like(found.figure) and not found.is_hedged)
    return _digits_count(text, around, found)


def _is_glued(text: str, start: int, end: int) -> bool:
    """Whether letters, dashes or strokes bind the figure to something else."""
    before, behind = text[max(0, start - 2) : start], text[end : end + 2]
    if behind[:1].isalnum() or before[-1:].isalnum() or behind[:1] == "_":
        return True
    if before[-1:] in tuple("/#\\@_") or behind[:1] in tuple("/\\@_°"):
        return True
    if (
        len(behind) == 2
        and behind[0] in "-–:"
        and behind[1].isalnum()
        and not _STRONG.match(text, end)
    ):
        return True
    return len(before) == 2 and before[1] in "-–:" and before[0].isalnum()


def _words_count(text: str, around: tuple[int, int], found: Figures) -> bool:
    """“two submarines” is a count; “one of them”, “the two sides” and “zero” are none."""
    if found.figure in ("0", "1"):
        return False
    noun, before = _next_word(text, around[1]), _word_before(text, around[0])
    if _OF_MANY.match(text, around[1]):
        return True
    if not noun or noun.lower() in _NO_NOUN or noun == "of":
        opens = before == "" or before.endswith(".")
        if before.lower() in _TOLD_BEHIND and noun.lower() in _GOES_ON:
            return True
        return found.is_hedged or found.is_range or (opens and noun.lower() in ("were", "had"))
    few = found.figure in _FEW
    return not (few and (before.lower() in _POINTING or noun.lower() in _KNOWN_PARTIES))


def _digits_count(text: str, around: tuple[int, int], found: Figures) -> bool:
    noun = _next_word(text, around[1])
    before = _word_before(text, around[0]).removesuffix("'s")
    printed = text[found.start : found.end]
    named = bool(noun) and (
        noun.lower() not in _NO_NOUN or text.startswith((" out of ", " of "), around[1])
    )
    if noun == "project":
        return False
    if _IN_PER_CENT.match(text, around[1]):
        return True
    if _is_year_like(found.figure) and not _GROUPED.search(printed):
        return named and noun.endswith("s") and before.lower() not in ("in", "since", "of", "by")
    if _GROUPED.search(printed):
        return named or before.lower() in _LEADS or len(found.figure) > 3
    if (
        before[:1].isupper()
        and before.lower() not in places()
        and before.lower() not in _LEADS | _NO_NOUN
    ):
        return _begins_sentence(text, around[0], before) and named
    return named or before.lower() in _LEADS


def _begins_sentence(text: str, start: int, word: str) -> bool:
    at = text.rfind(word, 0, start)
    return at <= 1 or text[at - 2 : at - 1] in tuple(".!?:")


def _next_word(text: str, end: int) -> str:
    match = _NEXT.match(text, end)
    return match["word"].rstrip(".'") if match else ""


def _word_before(text: str, start: int) -> str:
    match = _BEFORE.search(text[max(0, start - 40) : start])
    return match["word"] if match else ""


def _is_year_like(figure: str) -> bool:
    return len(figure) == 4 and figure.isdigit() and _FIRST_YEAR <= int(figure) <= _LAST_YEAR
