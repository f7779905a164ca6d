"""A source as bibliography programs know it: CSL-JSON and BibTeX."""

from __future__ import annotations

import re
from typing import Any

from apps.sources.models import Source

ENTRY_TYPES = {"article-journal": "article", "book": "book", "chapter": "incollection"}
LONG_DASH = re.compile(r"\s*[–—-]\s*")
NOT_IN_KEYS = re.compile(r"[^A-Za-z0-9:_-]")


def csl_record(source: Source) -> dict[str, Any]:
    """The source in CSL-JSON; what is not known is left out."""
    fields: dict[str, Any] = {
        "id": source.slug,
        "type": source.kind,
        "title": source.title,
        "author": [_name(author) for author in source.authors],
        "container-title": source.container,
        "volume": source.volume,
        "issue": source.issue,
        "page": source.pages,
        "issued": _issued(source.published),
        "publisher": source.publisher,
        "DOI": source.doi,
        "URL": source.url,
        "language": source.language,
    }
    return {name: value for name, value in fields.items() if value}


def _name(author: dict[str, str]) -> dict[str, str]:
    """Family and given name, or the literal one where the parts are not known."""
    parts = {part: author[part] for part in ("family", "given") if author.get(part)}
    return parts if "family" in parts else {"literal": author.get("literal", "")}


def _issued(published: str) -> dict[str, list[list[int]]]:
    """EDTF days, months and years; of what is vaguer only the year is certain."""
    found = re.match(r"\d{4}(-\d\d){0,2}$|\d{4}", published)
    return {"date-parts": [[int(part) for part in found[0].split("-")]]} if found else {}


def bibtex(source: Source) -> str:
    """The source as one entry for BibTeX and BibLaTeX, in UTF-8."""
    fields = {
        "author": " and ".join(_bibtex_name(author) for author in source.authors),
        "title": f"{{{_braced(source.title)}}}",
        "journal": _braced(source.container),
        "volume": _braced(source.volume),
        "number": _braced(source.issue),
        "pages": LONG_DASH.sub("--", _braced(source.pages)),
        "year": source.published[:4],
        "publisher": _braced(source.publisher),
        "doi": _braced(source.doi),
        "url": _braced(source.url),
    }
    lines = [f"  {name} = {{{value}}}" for name, value in fields.items() if value]
    head = f"@{ENTRY_TYPES.get(source.kind, 'misc')}{{{NOT_IN_KEYS.sub('', source.slug)}"
    return ",\n".join([head, *lines]) + "\n}\n"


def _bibtex_name(author: dict[str, str]) -> str:
    name = _name(author)
    if "family" not in name:
        return f"{{{_braced(name['literal'])}}}"
    return ", ".join(_braced(name[part]) for part in ("family", "given") if part in name)


def _braced(words: str) -> str:
    """Without what would end a field or begin a command."""
    return re.sub(r"([&%$#_])", r"\\\1", re.sub(r"[{}\\]", "", words))
