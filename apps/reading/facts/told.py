"""Every answer to many facts as plain rows, for a download."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from apps.claims.exchange import ends
from apps.claims.models import Claim, Fact
from apps.claims.querysets import FactQuerySet
from apps.claims.wording import on_one_line, topic
from apps.reading.facts.agreement import agreement, disputed

HEADS = ("fact", "question", "claim", "source", "printed", "low", "high", "unit", "standing")
AT_ONCE = 1000
Row = tuple[object, ...]


def answer_rows(facts: FactQuerySet) -> Iterator[Row]:
    """A row for each answer that counts, fact after fact, in the order of the facts."""
    keys = list(facts.values_list("pk", flat=True))
    for start in range(0, len(keys), AT_ONCE):
        yield from _rows(Fact.objects.in_the_order_of(keys[start : start + AT_ONCE]))


def _rows(facts: Sequence[Fact]) -> Iterator[Row]:
    wanted = [key for fact in facts for key in fact.claim_ids]
    claims = Claim.objects.filter(pk__in=wanted).in_words_together()
    known = {claim.pk: claim for claim in claims}
    cases = disputed(fact.key for fact in facts)
    for fact in facts:
        told = [known[key] for key in fact.claim_ids if key in known]
        standing = agreement(fact, is_disputed=fact.key in cases).standing.value
        for claim in sorted(told, key=lambda claim: (claim.source.position, claim.pk)):
            yield (
                *(fact.key, topic(claim), claim.key, claim.source.slug),
                *(on_one_line(claim.printed), *ends(claim), claim.unit, standing),
            )
