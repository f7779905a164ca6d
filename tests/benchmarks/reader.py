"""What a page of the reader costs the server: python tests/benchmarks/reader.py"""

from __future__ import annotations

import random
import re
import statistics
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

if __name__ == "__main__":
    sys.path[0] = str(Path(__file__).resolve().parents[2])

from project.launch import chromium
from tests.benchmarks.workbench import Measured, measured, show, site

ARTICLE = 43_000  # characters, as the longest English text of the corpus
BOOK = 2_000_000
TEXTS = ((ARTICLE, 300), (ARTICLE, 3_000), (ARTICLE, 10_000), (BOOK, 20_000))
WORDS_OF_A_PARAGRAPH = 110
PARAGRAPHS_OF_A_CHAPTER = 40
MOST_WORDS = 6  # of a passage, so that passages overlap
ENTITIES = 200
CHANGED, CACHED, PAINTED = 50.0, 5.0, 300.0  # goals in milliseconds
READERS = ("zareba-2022", "nghiem-2025", "kozyrev-2014")
TIMES = """() => {
    const [visit] = performance.getEntriesByType("navigation");
    const [paint] = performance.getEntriesByName("first-contentful-paint");
    return [paint?.startTime ?? 0, visit.domContentLoadedEventEnd, visit.encodedBodySize];
}"""
if TYPE_CHECKING:
    from apps.annotations.drafts import MentionDraft


def main() -> None:
    """Measure invented texts with more and more passages, then the corpus as it is."""
    draw = random.Random(1)
    browser = chromium.find()  # before Playwright runs, for it asks Playwright too
    with site(with_corpus=True) as state:
        slugs = list(READERS)
        for length, passages in TEXTS:
            slug = f"drawn-{length}-{passages}"
            _enter(slug, _article(length, draw), passages, draw)
            slugs.append(slug)
        for slug in slugs:
            _measure(slug)
        _paint(state, browser, slugs)


def _measure(slug: str) -> None:
    """What the server does for an open: the first time, after one change, with nothing changed."""
    from django.db import connection
    from django.test import Client
    from django.test.utils import CaptureQueriesContext

    from apps.annotations.models import Mention
    from apps.reading.keeping import clear_all

    client = Client(HTTP_HOST="localhost", headers={"Accept-Encoding": "gzip"})
    mention = Mention.objects.filter(passage__text__source__slug=slug).latest("-passage__start")

    def visit() -> int:
        answer = client.get(f"/sources/{slug}/")
        assert answer.status_code == 200
        return len(answer.content)

    def visit_first() -> None:
        clear_all()
        visit()

    def visit_changed() -> None:
        mention.review = "proposed" if mention.review == "accepted" else "accepted"
        Mention.objects.filter(pk=mention.pk).update(review=mention.review)
        visit()

    first, changed = measured(visit_first, times=5), measured(visit_changed, times=7)
    with CaptureQueriesContext(connection) as asked:
        visit_first()
    show(f"{slug}, nothing kept ({len(asked)} queries)", first)
    show(f"{slug}, one passage changed", changed, against=first, cpu_goal=CHANGED)
    show(f"{slug}, kept ({visit():,} bytes)", _kept(visit), against=first, cpu_goal=CACHED)


def _kept(visit: Callable[[], object]) -> Measured:
    return measured(visit, times=25)


def _paint(state: Path, browser_path: Path | None, slugs: Sequence[str]) -> None:
    """What a reader waits for in a browser on this machine; medians of five opens."""
    from playwright.sync_api import sync_playwright

    from tests.journeys.sites import collect_static, environment, served, servers

    told = environment(state, "variorum")
    told["VARIORUM_STATE"] = str(state / "served")
    collect_static(told)
    with (
        servers(told, state / "servers.log") as orders,
        served(orders, "variorum", state / "served.log") as opened,
        sync_playwright() as started,
    ):
        browser = started.chromium.launch(executable_path=browser_path, args=list(chromium.FLAGS))
        for slug in slugs:
            page = browser.new_page()
            found = []
            for _ in range(6):
                page.goto(opened.at(f"/sources/{slug}/"))
                page.wait_for_timeout(200)
                found.append(page.evaluate(TIMES))
            page.close()
            paint, ready, size = (
                statistics.median(column) for column in zip(*found[1:], strict=True)
            )
            met = "met" if max(paint, ready) <= PAINTED else "MISSED"
            print(
                f"{slug:<30} first paint {paint:6.0f} ms  interactive {ready:6.0f} ms"
                f"  {size / 1000:6.1f} KB  goal {PAINTED:.0f} ms: {met}",
                flush=True,
            )
        browser.close()


def _article(length: int, draw: random.Random) -> str:
    """Paragraphs of drawn letters with a heading now and then."""
    letters = "abcdefghijklmnoprstuvwz"
    paragraphs: list[str] = ["A drawn article", "By Nobody", "Introduction"]
    written = 0
    while written < length:
        words = [
            "".join(draw.choices(letters, k=draw.randint(2, 11)))
            for _ in range(WORDS_OF_A_PARAGRAPH)
        ]
        if len(paragraphs) % PARAGRAPHS_OF_A_CHAPTER == 0:
            paragraphs.append(f"{len(paragraphs) // PARAGRAPHS_OF_A_CHAPTER}. {words[3].title()}")
        paragraphs.append(f"{words[0].capitalize()} {' '.join(words[1:])}.")
        written += len(paragraphs[-1]) + 2
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
    spans: set[tuple[int, int]] = set()
    while len(spans) < passages:
        first = draw.randrange(len(words) - MOST_WORDS)
        spans.add((words[first][0], words[first + draw.randrange(MOST_WORDS)][1]))
    return [
        MentionDraft(slug, start, end, draw.choice(entities), content[start:end])
        for start, end in sorted(spans)
    ]


if __name__ == "__main__":
    main()
