"""Where passages may stand: inside their text, and quoting what it says there."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence

from apps.annotations.models import Passage
from apps.domain.complaints import is_storable
from apps.domain.refusals import quoted
from apps.sources.fitting import around
from apps.sources.models import Text

Span = tuple[int, int, str]
Place = tuple[int, int]


def complaints_about(
    text: Text, spans: Sequence[Span], there: Mapping[Place, Passage]
) -> list[str]:
    """What is wrong with the spans, each complaint naming source and place."""
    quotes: dict[Place, str] = {place: passage.quote for place, passage in there.items()}
    complaints = []
    for start, end, quote in spans:
        wrong = _wrong_place(text, start, end) or _wrong_quote(text, start, end, quote)
        if not wrong and quotes.setdefault((start, end), quote) != quote:
            wrong = f"{quoted(quote)} was quoted before as {quoted(quotes[start, end])}"
        if wrong:
            complaints.append(f"{text.source.slug} {start}–{end}: {wrong}")
    return complaints


def passages_at(starts: Mapping[Text, Collection[int]]) -> dict[Text, dict[Place, Passage]]:
    """The passages that begin at these places of these texts."""
    texts = {text.pk: text for text in starts}
    found: dict[Text, dict[Place, Passage]] = {text: {} for text in starts}
    begins = {start for places in starts.values() for start in places}
    for passage in Passage.objects.filter(text__in=texts, start__in=begins).order_by():
        found[texts[passage.text_id]][passage.start, passage.end] = passage
    return found


def missing_passages(
    text: Text, spans: Sequence[Span], there: Mapping[Place, Passage]
) -> Iterator[Passage]:
    """A new passage, not stored, for each span that has none yet."""
    for start, end, quote in spans:
        if (start, end) not in there:
            prefix, suffix = around(text.content, start, end)
            yield Passage(
                text=text, start=start, end=end, quote=quote, prefix=prefix, suffix=suffix
            )


def _wrong_place(text: Text, start: int, end: int) -> str:
    if start < 0 or end > text.length:
        return f"it lies outside the text, which has {text.length:,} characters"
    if start >= end:
        return "it ends before it begins" if start > end else "it holds no character"
    return ""


def _wrong_quote(text: Text, start: int, end: int, quote: str) -> str:
    if not is_storable(quote):
        return "the quote holds a NUL or half a character, which cannot be stored"
    if text.content is None:
        if len(quote) != end - start:
            return f"{quoted(quote)} has {len(quote)} characters, the place {end - start}"
        return ""
    found = text.content[start:end]
    return "" if found == quote else f"{quoted(quote)} was expected, the text has {quoted(found)}"
