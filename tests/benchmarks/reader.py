"""What a page of the reader costs the server: python tests/benchmarks/reader.py"""

from __future__ import annotations

import random
import re
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

if __name__ == "__main__":
    sys.path[0] = str(Path(__file__).resolve().parents[2])

from tests.benchmarks.workbench import measured, show, site

PASSAGES = (0, 300, 2_000, 3_000)
LENGTH = 42_434  # characters, as the longest English text of the corpus
WORDS_OF_A_PARAGRAPH = 110
ENTITIES = 200
if TYPE_CHECKING:
    from apps.annotations.drafts import MentionDraft

GOALS = {(300, "uncached"): 100.0, (3_000, "cached"): 50.0}
READERS = ("zareba-2022", "nghiem-2025", "kozyrev-2014")


def main() -> None:
    """Measure invented texts with more and more passages, then the corpus as it is."""
    draw = random.Random(1)
    with site(with_corpus=True):
        content = _article(draw)
        for passages in PASSAGES:
            slug = f"drawn-{passages}"
            _enter(slug, content, passages, draw)
            _measure(slug, f"{passages:,} passages", passages)
        for slug in READERS:
            _measure(slug, slug, -1)


def _measure(slug: str, name: str, passages: int) -> None:
    from django.core.cache import cache
    from django.test import Client

    client = Client(HTTP_HOST="localhost")

    def visit() -> None:
        answer = client.get(f"/sources/{slug}/")
        assert answer.status_code == 200

    def visit_first() -> None:
        cache.clear()
        visit()

    uncached = measured(visit_first, times=7)
    cached = measured(visit, times=25)
    show(f"{name}, uncached", uncached, cpu_goal=GOALS.get((passages, "uncached")))
    show(f"{name}, cached", cached, against=uncached, cpu_goal=GOALS.get((passages, "cached")))


def _article(draw: random.Random) -> str:
    """Paragraphs of drawn letters, as long as the longest text, with a heading now and then."""
    letters = "abcdefghijklmnoprstuvwz"
    paragraphs: list[str] = ["A drawn article", "By Nobody", "Introduction"]
    while sum(map(len, paragraphs)) < LENGTH:
        words = [
            "".join(draw.choices(letters, k=draw.randint(2, 11)))
            for _ in range(WORDS_OF_A_PARAGRAPH)
        ]
        paragraphs.append(f"{words[0].capitalize()} {' '.join(words[1:])}.")
    return "\n\n".join(paragraphs) + "\n"


def _enter(slug: str, content: str, passages: int, draw: random.Random) -> None:
    """Enter the article under this slug, with mentions on drawn words."""
    import hashlib

    from apps.accounts.demonstration import corpus_person
    from apps.annotations.actions import record_mentions
    from apps.annotations.models import Review
    from apps.sources.actions import add_source, expect_original, install_original

    by = corpus_person()
    own = f"{content}\n{slug}\n"
    source = add_source(
        fields={"slug": slug, "title": slug, "rights": "full"}, by=by, reason="benchmark"
    )
    digest = hashlib.sha256(own.encode()).hexdigest()
    text = expect_original(source=source, sha256=digest, length=len(own), by=by, reason="benchmark")
    install_original(text=text, raw=own.encode(), by=by)
    drafts = _mentions(slug, own, passages, draw)
    record_mentions(drafts=drafts, by=by, reason="benchmark", review=Review.ACCEPTED)


def _mentions(
    slug: str, content: str, passages: int, draw: random.Random
) -> Sequence[MentionDraft]:
    from apps.annotations.drafts import MentionDraft
    from apps.entities.models import Entity

    entities = list(Entity.objects.order_by("slug").values_list("slug", flat=True)[:ENTITIES])
    words = [found.span() for found in re.finditer(r"\w{2,}", content)][8:-2]
    chosen = sorted(draw.sample(words, passages))
    return [
        MentionDraft(slug, start, end, draw.choice(entities), content[start:end])
        for start, end in chosen
    ]


if __name__ == "__main__":
    main()
