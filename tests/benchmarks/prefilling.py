"""How often the form of a claim is filled in right: python tests/benchmarks/prefilling.py [SLUG …]

Each claim of a text is guessed as if only those before it were entered in that text, and those
of the other texts. Right is what any claim at its passage says. Prints for figures and dates of
paragraphs and tables: how many, and how many have measure, subject, value and period right.
"""

from __future__ import annotations

import os
import sys
from collections import Counter, defaultdict
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "project.settings")

import django

django.setup()

from django.db import transaction

from apps.accounts.models import User
from apps.claims.actions import draft_of
from apps.claims.drafts import ClaimDraft
from apps.claims.models import Claim, Measure
from apps.claims.neighbours import spot_of
from apps.reading.prefilling import Filled, filled_in
from apps.reading.stretches import Stretch
from apps.sources.models import Text

FIELDS = ("measure", "subject", "reading", "period")
NO_VALUES = (Measure.Kind.ENTITY, Measure.Kind.TEXT)
READ = ("paragraph", "table")
Counts = dict[str, Counter[str]]


def main() -> None:
    counts: Counts = defaultdict(Counter)
    texts = Text.objects.originals().current().installed().select_related("source")
    for text in texts.filter(source__slug__in=sys.argv[1:]) if sys.argv[1:] else texts:
        _guess_all(text, counts)
    for group, found in sorted(counts.items()):
        print(group, ", ".join(f"{name} {count}" for name, count in found.items()))


def _guess_all(text: Text, counts: Counts) -> None:
    """Enter the claims of a text once more, one after another; nothing of it stays."""
    claims = Claim.objects.of_source(text.source).in_words()
    drafts = sorted(((draft_of(one), one) for one in claims), key=lambda pair: pair[0].start)
    at: dict[tuple[int, int], list[ClaimDraft]] = defaultdict(list)
    for draft, _ in drafts:
        at[draft.start, draft.end].append(draft)
    by = User.objects.get(pk=drafts[0][1].entered_by_id)
    with transaction.atomic():
        claims.update(review="rejected")
        for draft, claim in drafts:
            if claim.measure.kind not in NO_VALUES:
                _guess(Stretch(text, draft.start, draft.end), claim, at, by, counts)
            Claim.objects.filter(pk=claim.pk).update(review=claim.review)
        transaction.set_rollback(True)


def _guess(
    stretch: Stretch,
    claim: Claim,
    at: dict[tuple[int, int], list[ClaimDraft]],
    by: User,
    counts: Counts,
) -> None:
    block = spot_of(stretch.text, stretch.start, stretch.end).block
    if block is None or block.kind not in READ:
        return
    kind = "dates" if claim.measure.kind == Measure.Kind.DATE else "figures"
    filled = filled_in(stretch, by)
    found = counts[f"{block.kind} {kind}:"]
    told = at[stretch.start, stretch.end]
    right = max(([n for n in FIELDS if _is_right(n, filled, draft)] for draft in told), key=len)
    found.update(["there", *right, *(["right in all"] if len(right) == len(FIELDS) else [])])


def _is_right(name: str, filled: Filled, draft: ClaimDraft) -> bool:
    return bool(getattr(filled, name) == getattr(draft, name))


if __name__ == "__main__":
    main()
