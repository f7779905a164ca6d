"""The words that open an end of a figure, or make it soft."""

from __future__ import annotations

import re

_BEFORE = {
    "at least": "at least|no less than|not less than|no fewer than|not fewer than|a minimum of|"
    "minimum of|≥|>=|не менее|ít nhất|co najmniej",
    "over": "over|more than|above|exceeding|exceeded|exceeds|exceed|in excess of|greater than|"
    "upwards of|upward of|north of|well over|just over|slightly over|slightly more than|"
    "a little over|surpassing|surpassed|>|более|свыше|больше|hơn|trên|ponad",
    "at most": "at most|up to|no more than|not more than|a maximum of|maximum of|not exceeding|"
    "no greater than|≤|<=|не более|tối đa",
    "under": "under|less than|below|fewer than|lower than|south of|smaller than|<|менее|dưới|"
    "poniżej",
    "nearly": "nearly|almost|close to|just under|just below|approaching|slightly under|"
    "slightly less than|a little under|not quite|почти|gần|prawie|blisko",
    "about": "about|around|approximately|approx.|approx|roughly|circa|ca.|c.|some|~|≈|∼|"
    "in the region of|in the order of|on the order of|somewhere around|or so|около|примерно|"
    "khoảng|około|an average of",
    "estimated": "an estimated|estimated at|estimated|an expected",
}
_WORD_OF = {phrase: word for word, phrases in _BEFORE.items() for phrase in phrases.split("|")}
_CHOICE = "|".join(
    (r"(?<!\w)" if phrase[0].isalpha() else "") + re.escape(phrase)
    for phrase in sorted(_WORD_OF, key=len, reverse=True)
)
_ENDING = re.compile(rf"(?P<word>{_CHOICE})(?: an?| the)? ?(?:\()?$", re.IGNORECASE)
_LONGEST = 34
_AFTER = (
    ("at least", re.compile(r"\+(?!\w)| or (?:more|above|over|older|higher)\b")),
    ("at most", re.compile(r" or (?:less|fewer|below|under|younger|lower)\b")),
    ("about", re.compile(r" or so\b| \(approx\.?\)|, approximately")),
    ("estimated", re.compile(r" ?\(est(?:\.|imated|imate)?\)|, estimated")),
)


def hedge_before(text: str, start: int) -> tuple[int, str]:
    """Where the hedge in front of a figure begins, and which it is; the start and nothing if none.

    Two may stand together: “estimated at around 10” is about.
    """
    found_at, found = start, ""
    for _ in range(2):
        window = text[max(0, found_at - _LONGEST) : found_at]
        match = _ENDING.search(window)
        if match is None:
            break
        word = _WORD_OF[match["word"].lower()]
        found = word if found in ("", "estimated") else found
        found_at -= len(window) - match.start()
    return found_at, found


def hedge_after(text: str, end: int) -> tuple[int, str]:
    """Where the hedge behind a figure ends, and which it is."""
    for word, pattern in _AFTER:
        match = pattern.match(text, end)
        if match:
            return match.end(), word
    return end, ""
