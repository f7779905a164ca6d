"""What tests of the reading room share."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from django.core.cache import cache


@pytest.fixture(autouse=True)
def nothing_kept() -> Iterator[None]:
    """No page that another test composed."""
    cache.clear()
    yield
    cache.clear()
