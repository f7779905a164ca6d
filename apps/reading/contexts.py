"""Shows passages with a few words around them, where the rights let the person read the text."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from apps.annotations.models import Mention
from apps.sources.models import Source, Text

WORDS_AROUND = 14  # on each side; the rights of an excerpt allow 40 in all
WINDOW = 160
WRAP_HYPHEN = re.compile(r"(?<=[a-z])-\s*\n\s*(?=[a-z])")


@dataclass(frozen=True)
class InContext:
    """A passage as its text prints it, between the words that stand around it."""

    before: str
    quote: str
    after: str
    source: Source
    passage: int
    is_record: bool


def in_context(mentions: Iterable[Mention]) -> list[InContext]:
    """Each mention with its surroundings; every text is loaded once."""
    mentions = list(mentions)
    texts = Text.objects.select_related("source").in_bulk(
        {mention.passage.text_id for mention in mentions}
    )
    return [_in_context(mention, texts[mention.passage.text_id]) for mention in mentions]


def _in_context(mention: Mention, text: Text) -> InContext:
    start, end = mention.passage.start, mention.passage.end
    content = text.content or ""
    before = _one_line(content[max(0, start - WINDOW) : start])
    after = _one_line(content[end : end + WINDOW])
    return InContext(
        before=_last_words(before, is_cut=start > WINDOW),
        quote=_one_line(mention.passage.quote),
        after=_first_words(after, is_cut=end + WINDOW < len(content)),
        source=text.source,
        passage=mention.passage_id,
        is_record=text.kind == Text.Kind.RECORD,
    )


def _one_line(stretch: str) -> str:
    """Wraps undone and marks of emphasis left out; blanks at the edges stay, words may go on."""
    return re.sub(r"\s+", " ", WRAP_HYPHEN.sub("", stretch).replace("*", ""))


def _last_words(stretch: str, *, is_cut: bool) -> str:
    words = stretch.split(" ")
    if is_cut:
        words = words[1:]  # its beginning may be missing
    kept = words[-WORDS_AROUND - 1 :]
    return ("… " if is_cut or len(kept) < len(words) else "") + " ".join(kept).lstrip()


def _first_words(stretch: str, *, is_cut: bool) -> str:
    words = stretch.split(" ")
    if is_cut:
        words = words[:-1]
    kept = words[: WORDS_AROUND + 1]
    return " ".join(kept).rstrip() + (" …" if is_cut or len(kept) < len(words) else "")
