"""Tells people why their reading of a figure is refused, and what to write instead."""

from __future__ import annotations

import re

from apps.domain.refusals import Refusal, quoted

EXAMPLES = "Write it like 1056, 9.53, 1.5..2, over 60, about 10, under 20 estimated, 1056 or 1.056."

_WORDS = "Use over, at least, under, at most, nearly or about: over 60."

# What people write: its pattern, what is wrong with it, what to do. The first that matches counts.
_SYMPTOMS = (
    (r"\s|.*\s$|.*\s\s", "has blanks that do not belong", "Keep one blank between words."),
    (r".*[0-9],[0-9]", "has a comma", "Use no thousands marks, and a decimal point: 1056.5."),
    (r".*[0-9][\s'][0-9]", "has a gap in its digits", "Write 1056, not 1 056."),
    (r".*[0-9][eE][+-]?[0-9]", "has an exponent", "Write all digits: 1000, not 1E3."),
    (r"(?i).*\b(nan|inf|infinity)\b", "is not a number", "Give a figure such as 1056."),
    (r".*[<>≤≥~≈±]", "has a sign in place of a word", _WORDS),
    (r".*[\u2212\u2013\u2014]|.*[0-9]-", "has a dash", "Write a range as 1.5..2."),
    (r".*[^\W0-9_a-zA-Z]", "has letters or digits of another script", "Write the digits 0 to 9."),
    (r"(.*[ .])?-?0[0-9]", "has a zero in front", "Leave the zero out: 56, not 056."),
    (r"(?i)(more|less|above|below|almost|around|approx|circa)", "has an unknown word", _WORDS),
    (r".*[0-9] ?[a-zA-Z%$]", "has a word after the figure", "Give the unit apart: 1056."),
)


def refusal_of(text: str, reading: str) -> Refusal:
    """The refusal of the text, which is the whole reading or one of its alternatives."""
    if not reading.strip():
        return Refusal("The reading is empty.", EXAMPLES)
    for pattern, wrong, remedy in _SYMPTOMS:
        if re.match(pattern, text):
            return Refusal(f"{quoted(reading)} {wrong}.", remedy)
    return Refusal(f"{quoted(reading)} is not a reading of a figure.", EXAMPLES)
