"""Whether the embedded server answers."""

from __future__ import annotations

from enum import Enum

import psycopg

from project.postgres.places import Places, dsn

# A server with no place left for us is alive all the same.
CROWDED = ("too many clients", "remaining connection slots")
BUSY = ("starting up", "shutting down", "recovery", "not yet accepting")


class Answer(Enum):
    """What a knock at the socket brings."""

    READY = "ready"
    STARTING = "starting"
    NONE = "none"


def knock(places: Places) -> Answer:
    """Try one connection."""
    try:
        psycopg.connect(dsn(places.folder.parent, "postgres"), connect_timeout=5).close()
    except psycopg.OperationalError as error:
        words = str(error)
        if any(phrase in words for phrase in CROWDED):
            return Answer.READY
        return Answer.STARTING if any(phrase in words for phrase in BUSY) else Answer.NONE
    return Answer.READY
