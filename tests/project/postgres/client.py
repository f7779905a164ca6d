"""A program that uses the embedded server, for the tests to start, watch and kill."""

from __future__ import annotations

import sys
from pathlib import Path

import psycopg

from project.postgres import server


def main(state: Path) -> None:
    """Connect, tell the server's process, and stay until the input ends."""
    server.ensure(state, grace=0.2)
    with psycopg.connect(server.dsn(state)) as connection:
        row = connection.execute("SELECT pg_postmaster_start_time()").fetchone()
        print("connected", row[0] if row else "", flush=True)
        sys.stdin.read()


if __name__ == "__main__":
    main(Path(sys.argv[1]))
