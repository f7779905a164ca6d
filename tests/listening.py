"""Which arguments of its address a page looks at: no other one can change what the page says."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any
from unittest import mock

from django.core.handlers.wsgi import WSGIRequest
from django.http import QueryDict
from django.utils.functional import cached_property

ALL = "all of them"


class Overheard(QueryDict):
    """The arguments of a request, which note under what names they are looked up."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        self.heard: set[str] = set()
        super().__init__(*args, **kwargs)

    def __getitem__(self, key: str) -> Any:
        self.heard.add(key)
        return super().__getitem__(key)

    def __contains__(self, key: object) -> bool:
        self.heard.add(str(key))
        return super().__contains__(key)

    def getlist(self, key: str, default: Any = None) -> Any:
        """All values under a name."""
        self.heard.add(key)
        return super().getlist(key, default)

    def __iter__(self) -> Iterator[str]:
        self.heard.add(ALL)
        return super().__iter__()

    def __len__(self) -> int:
        self.heard.add(ALL)
        return super().__len__()

    def keys(self) -> Any:
        """All names."""
        self.heard.add(ALL)
        return super().keys()

    def lists(self) -> Any:
        """All names and values; a copy is made of them."""
        self.heard.add(ALL)
        return super().lists()


@contextmanager
def listening() -> Iterator[set[str]]:
    """The names that pages asked for inside have looked up so far."""
    heard: set[str] = set()

    def overheard(request: WSGIRequest) -> Overheard:
        arguments = Overheard(request.META.get("QUERY_STRING", ""), encoding=request.encoding)
        arguments.heard = heard
        return arguments

    arguments = cached_property(overheard)
    arguments.__set_name__(WSGIRequest, "GET")
    with mock.patch.object(WSGIRequest, "GET", arguments):
        yield heard
