"""Small tags for what every page repeats."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django import template
from django.urls import reverse
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

register = template.Library()

AGAINST = "≠"
SELECTED = " selected"
WORDS = "no one two three four five six seven eight nine ten eleven twelve".split()


@register.simple_tag(takes_context=True)
def room_link(context: dict[str, Any], url_name: str, label: str) -> SafeString:
    """A link of the masthead, marked when the page shown lies in that room."""
    url = reverse(url_name)
    path = context["request"].path if "request" in context else ""
    if path == url:
        return format_html('<a href="{}" aria-current="page">{}</a>', url, label)
    if path.startswith(url):
        return format_html('<a href="{}" aria-current="true">{}</a>', url, label)
    return format_html('<a href="{}">{}</a>', url, label)


@register.simple_tag(takes_context=True)
def page_link(context: dict[str, Any], number: int, label: str) -> SafeString:
    """A link to another page of a list; `target` and `parameter` come from the including tag."""
    asked = context["request"].GET.copy()
    asked[context.get("parameter", "page")] = str(number)
    return format_html(
        '<a href="?{0}" hx-get="?{0}" hx-target="{1}" hx-swap="outerHTML show:top" '
        'hx-push-url="true">{2}</a>',
        asked.urlencode(),
        context["target"],
        label,
    )


@register.simple_tag
def options(choices: Iterable[tuple[str, str, int]], chosen: str) -> SafeString:
    """The options of a select, each with its count; a loop in a template takes far longer."""
    return format_html_join(
        "",
        '<option value="{}"{}>{} ({})</option>',
        (
            (value, SELECTED if value == chosen else "", words, count)
            for value, words, count in choices
        ),
    )


@register.filter
def versus(headline: str) -> SafeString:
    """The printed values of a contradiction, the sign between them set apart and read aloud."""
    first, *others = str(headline).split(f" {AGAINST} ")
    shown = format_html("{}", first)
    for other in others:
        shown = format_html(
            '{} <i aria-hidden="true">{}</i><span class="hidden"> against </span> {}',
            shown,
            AGAINST,
            other,
        )
    return shown


@register.filter
def counted(count: int, one_and_many: str) -> str:
    """A count with its noun: 1|counted:"claim,claims" gives “1 claim”."""
    one, many = one_and_many.split(",")
    return f"{count:,} {one if count == 1 else many}"


@register.filter
def in_words(count: int) -> str:
    """A small count as it is written in a heading; larger ones stay figures."""
    return WORDS[count] if 0 <= count < len(WORDS) else f"{count:,}"
