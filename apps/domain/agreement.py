"""How far two people who answer the same questions apart agree, chance laid aside."""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Sequence
from fractions import Fraction

Answers = Sequence[tuple[Hashable, Hashable]]


def share_agreed(answers: Answers) -> Fraction | None:
    """Of the questions that both answered, those on which they said the same."""
    if not answers:
        return None
    return Fraction(sum(one == other for one, other in answers), len(answers))


def alpha(answers: Answers) -> Fraction | None:
    """Krippendorff's alpha for names: 1 is full agreement, 0 what chance would give.

    Nothing where everybody always said the same one thing: then chance would agree as well.
    """
    said = Counter(answer for pair in answers for answer in pair)
    total = said.total()
    differing = total * total - sum(count * count for count in said.values())
    if not differing:
        return None
    observed = 2 * sum(one != other for one, other in answers)
    return 1 - Fraction((total - 1) * observed, differing)


def two_digits(figure: Fraction | None) -> str:
    """As 0.86; nothing where there is no figure."""
    return "" if figure is None else f"{float(figure):z.2f}"


def per_cent(share: Fraction | None) -> str:
    """As 86 %; nothing where there is no share."""
    return "" if share is None else f"{float(share) * 100:.0f} %"
