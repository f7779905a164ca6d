"""A tiny invented corpus, and the counting of rows that shows that nothing was changed."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from django.apps import apps

from apps.accounts.actions import add_person
from apps.accounts.models import Role, User
from apps.sources.actions import add_source, expect_original, install_original
from apps.sources.models import Source, Text

ARTICLE = """The Harbour Trade of Ruritania

By Rupert Hentzau

Introduction

Ruritania bought 40 boats from Zenda in 2010. The ministers met at Strelsau
and promised each other more.

The trade in figures

The largest sum was paid in 2010, when Ruritania imported for 700 mln USD.

Table 1. Boat imports of Ruritania from Zenda

Year\tMln USD
2010\t700
2011\t500

Source: Zenda Yearbook, Trade Database.

Conclusion

Nothing is known of the years after that, and nobody asks.
"""
SLUG = "hentzau-2012"

MEASURES: list[dict[str, Any]] = [
    {
        "slug": "boat-imports",
        "label": "boat imports",
        "phrase": "boat imports of {subject} from {supplier}",
        "kind": "quantity",
        "unit_family": "usd",
        "roles": [
            {
                "slot": "supplier",
                "label": "supplier",
                "all_label": "all suppliers",
                "default": "",
            }
        ],
        "additive_over_time": True,
        "additive_over": ["subject", "supplier"],
        "non_negative": True,
        "functional": True,
        "whole": None,
        "share_over": None,
        "note": "",
    },
    {
        "slug": "meeting-place",
        "label": "place of a meeting",
        "phrase": "place of {subject}",
        "kind": "entity",
        "unit_family": "",
        "roles": [],
    },
]
ENTITIES: list[dict[str, Any]] = [
    {"slug": "ruritania", "label": "Ruritania", "kind": "state", "part_of": ["world"]},
    {
        "slug": "strelsau",
        "label": "Strelsau",
        "kind": "place",
        "part_of": ["ruritania"],
        "aliases": [{"form": "the capital", "kind": "alias", "language": "en"}],
    },
    {"slug": "talks", "label": "talks of the ministers", "kind": "event"},
    {"slug": "world", "label": "all countries", "kind": "region"},
    {"slug": "zenda", "label": "Zenda", "kind": "state", "part_of": ["world"]},
]


def place(words: str, times: int = 1) -> dict[str, int]:
    """Start and end of the words where they stand in the article for the n-th time."""
    start = -1
    for _ in range(times):
        start = ARTICLE.index(words, start + 1)
    return {"start": start, "end": start + len(words)}


def imports(key: str, printed: str, times: int, period: str) -> dict[str, Any]:
    """A fixture row that claims boat imports of Ruritania from Zenda."""
    return {
        "key": f"{SLUG}.{key}",
        "source": SLUG,
        **place(printed, times),
        "printed": printed,
        "measure": "boat-imports",
        "subject": "ruritania",
        "roles": {"supplier": "zenda"},
        "period": period,
        "reading": printed,
        "unit": "USD mln",
    }


CLAIMS: list[dict[str, Any]] = [
    {
        "key": f"{SLUG}.place",
        "source": SLUG,
        **place("Strelsau"),
        "printed": "Strelsau",
        "measure": "meeting-place",
        "subject": "talks",
        "reading": "strelsau",
    },
    imports("largest", "700", 1, "2010"),
    imports("T1.2010", "700", 2, "2010"),
    imports("T1.2011", "500", 1, "2011"),
]
MENTIONS: list[dict[str, Any]] = [
    {"source": SLUG, **place("Ruritania", 2), "entity": "ruritania", "quote": "Ruritania"},
    {"source": SLUG, **place("Strelsau"), "entity": "strelsau", "quote": "Strelsau"},
]


def sha256(article: str = ARTICLE) -> str:
    """The hash of the article's bytes."""
    return hashlib.sha256(article.encode()).hexdigest()


def source_row(article: str = ARTICLE) -> dict[str, Any]:
    """The fixture row of the article."""
    return {
        "number": 1,
        "slug": SLUG,
        "kind": "article-journal",
        "title": "The Harbour Trade of Ruritania",
        "authors": [{"family": "Hentzau", "given": "Rupert", "literal": "Rupert Hentzau"}],
        "published": "2012",
        "rights": "full",
        "text": {"sha256": sha256(article), "length": len(article)},
    }


def write_fixtures(folder: Path, **changed: Sequence[Mapping[str, Any]]) -> Path:
    """Write the fixture files into a checkout's folder; the changed ones in place of ours."""
    fixtures = folder / "fixtures"
    fixtures.mkdir(parents=True, exist_ok=True)
    rows: dict[str, Sequence[Mapping[str, Any]]] = {
        "sources": [source_row()],
        "entities": ENTITIES,
        "measures": MEASURES,
        "mentions": MENTIONS,
        "claims": CLAIMS,
        **changed,
    }
    for name, entries in rows.items():
        if name in ("sources", "measures"):
            (fixtures / f"{name}.json").write_text(json.dumps(entries, indent=1), "utf-8")
        else:
            lines = "".join(json.dumps(entry, ensure_ascii=False) + "\n" for entry in entries)
            (fixtures / f"{name}.jsonl").write_text(lines, "utf-8")
    return fixtures


def lay_out_original(folder: Path, name: str = "any-name.dat") -> Path:
    """Put the article where originals are looked for."""
    path = folder / "fixtures" / "texts" / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(ARTICLE.encode())
    return path


def an_editor() -> User:
    """An editor of the team."""
    return add_person(username="flavia", role=Role.EDITOR, password="black elephant", by=None)


def a_source(by: User) -> Source:
    """The article's source, without any text."""
    fields = {"slug": SLUG, "title": "The Harbour Trade of Ruritania", "rights": "full"}
    return add_source(fields=fields, by=by, reason="test")


def an_original(by: User, *, is_installed: bool = True) -> Text:
    """The article, installed or only expected."""
    text = expect_original(
        source=a_source(by), sha256=sha256(), length=len(ARTICLE), by=by, reason="test"
    )
    return install_original(text=text, raw=ARTICLE.encode(), by=by) if is_installed else text


def row_counts() -> dict[str, int]:
    """How many rows every table of ours has, the tables of the history among them."""
    return {
        model._meta.label: model._default_manager.count()
        for model in apps.get_models()
        if model.__module__.startswith("apps.")
    }
