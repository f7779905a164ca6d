"""The small template tags."""

from __future__ import annotations

import pytest
from django.test import RequestFactory

from apps.ui.templatetags.ui import counted, in_words, options, page_link, room_link, versus


def test_the_room_that_a_page_lies_in_is_marked() -> None:
    request = RequestFactory().get("/sources/zareba-2022/")

    link = room_link({"request": request}, "reading:sources", "Sources")

    assert link == '<a href="/sources/" aria-current="true">Sources</a>'


def test_the_values_of_a_contradiction_are_read_aloud() -> None:
    assert versus("72 ≠ <20 (est.)") == (
        '72 <i aria-hidden="true">≠</i><span class="hidden"> against </span> &lt;20 (est.)'
    )


def test_a_link_to_another_page_keeps_what_was_asked() -> None:
    request = RequestFactory().get("/entities/", {"q": "a&b", "page": "1"})

    link = page_link({"request": request, "target": "#entity-results"}, 2, "Next")

    assert link == (
        '<a href="?q=a%26b&amp;page=2" hx-get="?q=a%26b&amp;page=2" hx-target="#entity-results" '
        'hx-swap="outerHTML show:top" hx-push-url="true">Next</a>'
    )


@pytest.mark.parametrize(
    ("count", "said"), [(0, "0 claims"), (1, "1 claim"), (1822, "1,822 claims")]
)
def test_counts_come_with_their_noun(count: int, said: str) -> None:
    assert counted(count, "claim,claims") == said


@pytest.mark.parametrize(("count", "said"), [(0, "no"), (5, "five"), (12, "twelve"), (40, "40")])
def test_small_counts_are_written_out(count: int, said: str) -> None:
    assert in_words(count) == said


def test_options_carry_their_counts_and_mark_the_chosen() -> None:
    choices = [("ledger", "Ledger <2019>", 12), ("almanac", "Almanac", 1)]

    html = options(choices, "almanac")

    assert html == (
        '<option value="ledger">Ledger &lt;2019&gt; (12)</option>'
        '<option value="almanac" selected>Almanac (1)</option>'
    )
