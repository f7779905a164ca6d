"""What the code never does: signals, unescaped markup, inline script, writing by GET."""

from __future__ import annotations

import ast
import re
from typing import Any

import pytest
from django.http import HttpRequest
from django.test import RequestFactory
from django.urls import URLPattern, URLResolver, get_resolver

from tests.architecture.repository import imported, listed, read, site_python, templates, tree

SIGNALS = ("django.dispatch", "django.db.models.signals", "django.core.signals")
INLINE = {
    "a style element": re.compile(r"<style\b"),
    "a style attribute": re.compile(r"\sstyle\s*="),
    "an inline script": re.compile(r"<script\b(?![^>]*\bsrc=)"),
    "an event attribute": re.compile(r"\son[a-z]+\s*="),
    "a script address": re.compile(r"javascript:"),
    "hx-on": re.compile(r"\bhx-on\b"),
}
UNESCAPED = re.compile(r"\|\s*safe\b|\|\s*safeseq\b|{%\s*autoescape off")
# Read and written at one address, as Django's own view does it.
# A reconciliation service is asked by either; a merge is looked at before it is done.
# A refused verdict is answered with the page of its case; who opens that address is led there.
READ_AND_WRITTEN = {
    "accounts:log-in",
    "accounts:password",
    "sources:add",
    "entities:reconcile",
    "reading:entity-merge",
    "reading:entity-split",
    "contradictions:settle",
    "contradictions:revise",
    "contradictions:preview",
    "contradictions:pair-opine",
}


def test_nothing_listens_to_signals() -> None:
    listening = [
        f"{name} imports {found}"
        for name in site_python()
        for found in imported(name)
        if found.startswith(SIGNALS)
    ]

    assert not listening, listed(listening)


def test_nothing_is_marked_safe() -> None:
    marked = [
        f"{name}:{node.lineno}"
        for name in site_python()
        for node in ast.walk(tree(name))
        if isinstance(node, ast.Name | ast.Attribute) and _name(node) in ("mark_safe", "SafeText")
    ]

    assert not marked, listed(marked)


def test_safe_strings_are_made_from_fixed_words_only() -> None:
    made = [
        f"{name}:{node.lineno}"
        for name in site_python()
        for node in ast.walk(tree(name))
        if isinstance(node, ast.Call) and _name(node.func) == "SafeString"
        if not all(_is_fixed(argument) for argument in node.args)
    ]

    assert not made, listed(made)


def test_formats_of_markup_are_fixed_words() -> None:
    built = [
        f"{name}:{node.lineno}"
        for name in site_python()
        for node in ast.walk(tree(name))
        if isinstance(node, ast.Call) and _name(node.func) == "format_html"
        if not _is_fixed(node.args[0])
    ]

    assert not built, listed(built)


def test_templates_escape_everything() -> None:
    unescaped = [name for name in templates() if UNESCAPED.search(read(name))]

    assert not unescaped, listed(unescaped)


@pytest.mark.parametrize("what", INLINE)
def test_templates_hold_no_inline_style_or_script(what: str) -> None:
    inline = [name for name in templates() if INLINE[what].search(read(name))]

    assert not inline, listed(inline)


def test_every_form_that_posts_carries_the_token() -> None:
    form = re.compile(r"<form\b[^>]*method=\"post\"[^>]*>(?:(?!</form>).)*", re.S)
    bare = [
        name
        for name in templates()
        for found in form.findall(read(name))
        if "{% csrf_token %}" not in found
    ]

    assert not bare, listed(bare)


def test_every_address_is_read_or_written_but_not_both() -> None:
    neither = {}
    for address, pattern in addresses():
        allowed = {method for method in ("GET", "POST") if not _is_refused(pattern, method)}
        if len(allowed) != 1 and address not in READ_AND_WRITTEN:
            neither[address] = allowed

    assert neither == {}


def addresses() -> list[tuple[str, URLPattern]]:
    """Each address of our rooms with its name; the admin is Django's."""
    found = []
    for part in get_resolver().url_patterns:
        if isinstance(part, URLPattern):
            found.append((str(part.name or part.pattern), part))
        elif isinstance(part, URLResolver) and part.namespace != "admin":
            found += [
                (f"{part.namespace}:{one.name}", one)
                for one in part.url_patterns
                if isinstance(one, URLPattern)
            ]
    return found


def _is_refused(pattern: URLPattern, method: str) -> bool:
    """Whether the method is refused before anything else happens; the database is closed here."""
    request: HttpRequest = RequestFactory().generic(method, "/")
    arguments: dict[str, Any] = {
        name: 1 if name == "pk" else "x" for name in pattern.pattern.regex.groupindex
    }
    try:
        return bool(pattern.callback(request, **arguments).status_code == 405)
    except Exception:
        return False


def _is_fixed(node: ast.expr) -> bool:
    """Whether the words stand in the file: a constant, its name, or a choice between two."""
    if isinstance(node, ast.IfExp):
        return _is_fixed(node.body) and _is_fixed(node.orelse)
    return isinstance(node, ast.Constant) or _name(node).isupper()


def _name(node: ast.expr) -> str:
    if isinstance(node, ast.Attribute):
        return node.attr
    return node.id if isinstance(node, ast.Name) else ""
