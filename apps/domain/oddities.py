"""Says what looks wrong in a wording, so that people see it before they add it."""

from __future__ import annotations

import re
import unicodedata

LONGEST_LINE = 5_000
# UTF-8 that was once read as if it were Windows-1252: “Ã©” for é, “â€™” for ’.
MISREAD = re.compile("[ÃÂÄÅ][\u0080-\u00bf\u0152-\u0178\u2013-\u2122]|â€|Ð[\u0080-\u00bf]")
PRIVATE = re.compile("[\ue000-\uf8ff]")


def oddities(content: str) -> list[str]:
    """One sentence for each kind of thing that a reader would stumble over."""
    found = {
        "the sign � for a character that was lost": content.count("\ufffd"),
        "letters that were read in a wrong encoding, as Ã for à": len(MISREAD.findall(content)),
        "control characters": sum(map(_is_control, content)),
        "characters that belong to one font alone": len(PRIVATE.findall(content)),
        f"lines of more than {LONGEST_LINE:,} characters": sum(
            len(line) > LONGEST_LINE for line in content.split("\n")
        ),
    }
    told = [f"{_times(count)} {what}." for what, count in found.items() if count]
    letters = sum(character.isalpha() for character in content)
    if letters * 2 < len(content) - content.count(" "):
        told.append("Fewer than half of the characters are letters.")
    return told


def _is_control(character: str) -> bool:
    return unicodedata.category(character) == "Cc" and character not in "\n\t\f"


def _times(count: int) -> str:
    return "In one place:" if count == 1 else f"In {count:,} places:"
