"""Pages of long lists."""

from __future__ import annotations

from typing import Any

from django.core.paginator import Page, Paginator


class KeysFirst(Paginator):  # type: ignore[type-arg]
    """Finds the rows of a page by their keys, so that none before it is joined or sorted whole."""

    def page(self, number: int | str) -> Page[Any]:
        """The page of this number."""
        found = super().page(number)
        everything: Any = self.object_list
        rows: Any = found.object_list
        found.object_list = everything.filter(pk__in=list(rows.values_list("pk", flat=True)))
        return found
