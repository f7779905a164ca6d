"""Who wants to know, inside the same transaction, that claims have changed.

A higher room registers what it does then (detection does).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field

from django.db import connection

from apps.accounts.followers import Followers
from apps.accounts.models import User
from apps.claims.facts import Ids, restate
from apps.claims.planning import know_tables
from apps.ui.progress import step


@dataclass(frozen=True)
class Touched:
    """Facts whose claims changed, by key, and the numbers of all facts that contain them.

    `moved` names for claims that were only reckoned again, with nothing entered anew, the fact
    that they answered before.
    """

    facts: frozenset[str]
    reached: Ids
    moved: Mapping[int, str] = field(default_factory=dict)


# So many facts that change at once that the planner has to be told.
MANY = 200
# Any number will do, as long as nothing else locks by it.
TURN = 7_240_311


@dataclass
class _Gathered:
    """What is told of in one go later."""

    facts: set[str] = field(default_factory=set)
    moved: dict[int, str] = field(default_factory=dict)


_followers = Followers[Touched]()
follow = _followers.follow
_gathered: ContextVar[_Gathered | None] = ContextVar("gathered", default=None)


def take_turns() -> None:
    """Wait until no other transaction changes claims, and hold the others off until this ends.

    To be called before any row is locked: two writers who lock rows first and wait for their
    turn then would wait for each other.
    """
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(%s)", [TURN])


def take_turn_now() -> bool:
    """As `take_turns`, for those who would rather leave things than wait; whether they may."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_try_advisory_xact_lock(%s)", [TURN])
        return bool(cursor.fetchone()[0])


def tell(facts: Iterable[str], by: User | None, moved: Mapping[int, str] | None = None) -> None:
    """Restate these facts, whose claims changed, and tell all followers."""
    changed = frozenset(facts)
    gathered = _gathered.get()
    if gathered is not None:
        gathered.facts |= changed
        gathered.moved = {**(moved or {}), **gathered.moved}
    elif changed:
        step("Restating the facts")
        touched = Touched(changed, restate(changed), moved or {})
        if len(changed) > MANY:
            know_tables()
        step("Looking for contradictions")
        _followers.tell(touched, by)


@contextmanager
def untold() -> Iterator[set[str]]:
    """Tell nobody of the changes made inside, which are to be taken back; the facts they touch."""
    with _gathering() as gathered:
        yield gathered.facts


@contextmanager
def told_at_once(by: User | None) -> Iterator[None]:
    """Tell of all changes made inside when they are done, and once."""
    with _gathering() as gathered:
        yield
    tell(gathered.facts, by, gathered.moved)


@contextmanager
def _gathering() -> Iterator[_Gathered]:
    gathered = _Gathered()
    token = _gathered.set(gathered)
    try:
        yield gathered
    finally:
        _gathered.reset(token)
