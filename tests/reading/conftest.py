"""What tests of the reading room share."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from apps.reading.keeping import clear_all


@pytest.fixture(autouse=True)
def nothing_kept() -> Iterator[None]:
    """No page that another test composed."""
    clear_all()
    yield
    clear_all()
