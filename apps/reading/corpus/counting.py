"""What the corpus amounts to, source by source, as the command prints it."""

from __future__ import annotations

from collections.abc import Iterator

from apps.annotations.models import Mention
from apps.claims.models import Claim, Measure
from apps.contradictions.models import Contradiction
from apps.entities.models import Entity
from apps.sources.models import Block, Source, Text

HEAD = ("source", "edition", "blocks", "tables", "mentions", "claims")
WIDTHS = "{:<20} {:<15} {:>7} {:>7} {:>9} {:>7}"


def lines_about_corpus() -> Iterator[str]:
    """One line a source, then the sums."""
    yield WIDTHS.format(*HEAD)
    for source in Source.objects.all():
        yield WIDTHS.format(*_counts(source))
    yield sums()


def sums() -> str:
    """The whole corpus in one sentence."""
    full = Text.objects.originals().current().installed().count()
    return (
        f"{Source.objects.count()} sources ({full} with full text), "
        f"{Entity.objects.count()} entities, {Measure.objects.count()} measures, "
        f"{Mention.objects.filter(passage__text__kind=Text.Kind.ORIGINAL).count()} mentions, "
        f"{Claim.objects.count()} claims, "
        f"{Contradiction.objects.open().count()} open contradictions."
    )


def _counts(source: Source) -> tuple[str | int, ...]:
    texts = source.texts.current()
    original = texts.originals().first()
    is_full = original is not None and original.is_installed
    shown = original if is_full else texts.records().first()
    blocks = Block.objects.filter(text=shown)
    mentions = Mention.objects.filter(passage__text=original)
    return (
        source.slug,
        "full text" if is_full else "record edition",
        blocks.count(),
        blocks.filter(kind=Block.Kind.TABLE).count(),
        mentions.count(),
        Claim.objects.of_source(source).count(),
    )
