"""The admin pages have the colours of the site."""

from __future__ import annotations

import re

import pytest
from django.conf import settings

TOKEN = re.compile(r"^\s*--([\w-]+):\s*(light-dark\([^;]*\));", re.MULTILINE)
# Django calls the colour of its own header accent, so ours has another name there.
ELSEWHERE = {"rubric": "accent"}


def tokens(name: str) -> dict[str, str]:
    css = (settings.BASE_DIR / "static" / "css" / name).read_text("utf-8")
    return dict(TOKEN.findall(css))


@pytest.mark.parametrize("name", sorted(tokens("admin.css")))
def test_a_token_of_the_admin_pages_is_that_of_the_site(name: str) -> None:
    assert tokens("admin.css")[name] == tokens("variorum.css")[ELSEWHERE.get(name, name)]
