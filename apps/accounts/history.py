"""Every change of every row is recorded, with the person and the reason."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import TYPE_CHECKING, Any

import pghistory
import pgtrigger

if TYPE_CHECKING:
    from apps.accounts.models import User


def recorded(**options: Any) -> Any:
    """Class decorator: triggers write each insert, update and delete of a model to its event table.

    Updates are recorded row by row: at statement level plpgsql keeps a plan made for one row
    and a bulk update turns minutes long.
    """
    return pghistory.track(
        pghistory.InsertEvent(level=pgtrigger.Statement),
        pghistory.UpdateEvent(level=pgtrigger.Row),
        pghistory.DeleteEvent(level=pgtrigger.Statement),
        **options,
    )


_has_reason: ContextVar[bool] = ContextVar("has_reason", default=False)


def recorded_links() -> Any:
    """Class decorator for a proxy of a many-to-many table: links come and go, with actor."""
    return pghistory.track(
        pghistory.InsertEvent(level=pgtrigger.Statement),
        pghistory.DeleteEvent(level=pgtrigger.Statement),
        obj_field=None,
    )


@contextmanager
def because(by: User | None, reason: str) -> Iterator[None]:
    """All changes inside are recorded with this actor and this reason.

    Inside another reason that one stays. A nested context of pghistory would rename the outer
    one, and what a person did would be recorded as done by the detection that followed.
    """
    if _has_reason.get():
        yield
        return
    actor = {"user": by.pk} if by is not None else {}
    token = _has_reason.set(True)
    try:
        with pghistory.context(**actor, reason=reason):
            yield
    finally:
        _has_reason.reset(token)
