"""Where a value stands in running text: the words before and behind it, and what they count."""

from __future__ import annotations

import re
from dataclasses import dataclass

from apps.claims.precedents import BESIDE
from apps.domain.grammar import Suggestion
from apps.sources.models import Text

CLAUSE = 60  # characters before a date, or after a figure, in which its subject likely stands
OPENING = 12  # so few before it: “In 2014, …”
# The aircraft in “24 fighter aircraft from Russia”, the trade in “70% of the trade with it”.
HEAD_NOUNS = re.compile(
    r"(?: ?of(?: the| its)? )?(?:(?! (?:from|to|by|in|for|of|with|on|at|and|as|into|under|which)"
    r"\b)[^,.;:()])*"
)


@dataclass(frozen=True)
class Surroundings:
    """Where a value stands: what is before and after it in its sentence, and its paragraph."""

    text: Text
    start: int
    before: str
    quote: str
    after: str
    paragraph: str
    value: Suggestion

    @property
    def is_date(self) -> bool:
        return self.value.kind == "date"

    @property
    def sentence(self) -> str:
        """All of it."""
        return f"{self.before} {self.quote} {self.after}"

    @property
    def clause(self) -> str:
        """The words that it likely belongs to: those before it, if there are any."""
        before, after = self.before[-CLAUSE:], self.after[:CLAUSE]
        return f"{before if len(before) > OPENING else after} {self.quote}"

    @property
    def counted(self) -> str:
        """What likely tells of what a figure counts: right behind it, up to where it goes on."""
        nouns = None if self.is_date else HEAD_NOUNS.match(self.after[:BESIDE])
        return nouns[0] if nouns else ""
