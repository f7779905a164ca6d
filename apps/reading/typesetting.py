"""Sets the blocks of a text as HTML whose textContent is the shown text, with its marks."""

from __future__ import annotations

from collections.abc import Container, Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from apps.reading.marks import Face, Mark, Segment, Shown, segments

if TYPE_CHECKING:
    from apps.reading.marks import Runs
    from apps.sources.models import Block

PAGE_LANGUAGE = "en"
RIGHT_TO_LEFT = ("ar", "he")
LINES_KEPT = "lines"
NOTHING = SafeString("")

# What the line and sign of a mark mean, for those who cannot see them. The page holds an
# element with each of these ids, so that nothing has to be added to the text itself.
SPOKEN = {
    look: format_html(' aria-describedby="is-{}"', look)
    for look in ("contradicted", "settled", "suggested", "rejected")
}
# A mark at which its passage begins, and one that goes on with it.
BEGINNING = '<a class="mark {}" id="{}" href="{}"{}>{}</a>'
# A blank between two names inside a longer one: nothing that could be told or pressed.
BLANK = '<span class="mark {}">{}</span>'
FOLLOWING = '<a class="mark {}" href="{}"{}>{}</a>'
ADDRESS = '<a class="address" rel="nofollow noopener" href="{}">{}</a>'
CALL = '<sup><a class="call" role="doc-noteref" id="call-{}" href="#b-{}">{}</a></sup>'
WAY_BACK = (
    '<a class="back" role="doc-backlink" href="#call-{}" aria-label="Back to the call of note {}">'
    "</a>"
)


ENTRY = '<a class="citation" href="#b-{}">{}</a>'
WORK = '<a class="work" href="{}" aria-label="Read the cited source here"></a>'


def set_runs(
    content: str, runs: Runs, marks: Iterable[Mark], faces: Iterable[Face] = ()
) -> SafeString:
    """The shown text of some runs in its faces, with the marks on it."""
    cut = segments(Shown(content, runs), marks, faces)
    return format_html_join("", "{}", ((_set_segment(segment),) for segment in cut))


def _set_segment(segment: Segment) -> str:
    """One segment, and the sign of a cited source that is here where its citation ends."""
    faces = {face.name: face for face in segment.faces}
    words = _set_linked(segment, faces)
    work = faces.get("stored")
    return format_html("{}{}", words, format_html(WORK, work.to)) if work else words


def _set_linked(segment: Segment, faces: Mapping[str, Face]) -> str:
    """No link may lie in another: calls leave marks, marks leave addresses and citations."""
    words = _in_face(segment.text, faces)
    if call := faces.get("note_call"):
        return format_html("{}{}", _empty_anchors(segment.anchors), _set_call(call, words))
    if segment.marks:
        return _set_marked(segment, words)
    if address := faces.get("address"):
        return format_html(ADDRESS, address.to, words)
    citation = faces.get("citation")
    if citation is None or not segment.text.strip():  # a blank between two marks is no link
        return words
    return format_html(ENTRY, citation.to, words)


def _in_face(words: str, faces: Container[str]) -> str:
    for name, element in (("italic", "i"), ("bold", "b")):
        if name in faces:
            words = format_html("<{}>{}</{}>", element, words, element)
    return words


def _set_call(call: Face, words: str) -> SafeString:
    return format_html(CALL, call.start, call.to, words)


def set_ways_back(faces: Iterable[Face], label: str) -> SafeString:
    """The way from a note to where it is called; the style sheet draws it, outside the text."""
    back = ((face.to, label) for face in faces if face.name == "way_back")
    return format_html_join("", WAY_BACK, back)


def _set_marked(segment: Segment, words: str) -> SafeString:
    looks, opens = segment.marks[0].looks, segment.marks[0].opens
    if len(segment.marks) > 1:
        strongest = max(segment.marks, key=lambda mark: (mark.weight, mark.start - mark.end))
        looks = tuple(dict.fromkeys(look for mark in segment.marks for look in mark.looks))
        opens = strongest.opens
    spoken = _spoken(looks)
    if not segment.anchors and not segment.text.strip():
        return format_html(BLANK, " ".join(looks), words)
    if not segment.anchors:
        return format_html(FOLLOWING, " ".join(looks), opens, spoken, words)
    first, *others = segment.anchors
    mark = format_html(BEGINNING, " ".join(looks), first, opens, spoken, words)
    return format_html("{}{}", _empty_anchors(others), mark) if others else mark


def _empty_anchors(anchors: Sequence[str]) -> SafeString:
    """Targets for passages that begin where another one begins, and so share its mark."""
    return format_html_join("", '<span id="{}"></span>', ((anchor,) for anchor in anchors))


def _spoken(looks: Iterable[str]) -> SafeString:
    return next((SPOKEN[look] for look in looks if look in SPOKEN), NOTHING)


def set_block(block: Block, words: SafeString, element: str, style: str = "") -> SafeString:
    """One block as an element of this name: p, h2, li …"""
    if any(glue == "\n" for _, _, glue in block.runs):
        style = f"{style} {LINES_KEPT}".strip()
    return format_html(
        '<{} id="b-{}" data-runs="{}"{}{}{}>{}</{}>',
        element,
        block.position,
        runs_in_short(block.runs),
        _label(block) if element == "li" else NOTHING,
        format_html(' class="{}"', style) if style else NOTHING,
        language(block.lang),
        words,
        element,
    )


def _label(block: Block) -> SafeString:
    """The number that a note has on its page; the style sheet shows it, outside the text."""
    return format_html(' data-label="{}"', block.label) if block.label else NOTHING


def language(lang: str) -> SafeString:
    """The lang attribute, where the block is not in the language of the page, and its direction."""
    if not lang or lang == PAGE_LANGUAGE:
        return NOTHING
    direction = SafeString(' dir="rtl"') if lang in RIGHT_TO_LEFT else NOTHING
    return format_html(' lang="{}"{}', lang, direction)


def runs_in_short(runs: Runs) -> str:
    """Runs for static/js/offsets.js: “12-80+81-140,142-150”; + stands for a shown blank."""
    pieces = []
    for start, end, glue in runs:
        pieces.append(f"{start}-{end}{'+' if glue else ','}")
    return "".join(pieces).rstrip("+,")
