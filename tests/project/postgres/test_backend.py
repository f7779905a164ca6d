"""Django starts the embedded server by wanting a connection, not by reading its settings."""

from __future__ import annotations

import os
import subprocess
import sys

from project.env import CHECKOUT
from project.postgres.places import Places

PROGRAM = """
import sys, django
from django.conf import settings
from pathlib import Path
from project.postgres import cluster, server
from project.postgres.places import Places, django_database

state = Path(sys.argv[1])
entry = {**django_database(state), "OPTIONS": {"pool": {"min_size": 1, "max_size": 2}}}
settings.configure(DATABASES={"default": entry})
django.setup()
from django.db import connection

server.ensure.__kwdefaults__["grace"] = 0.2  # so that the test need not wait for its end
print("running" if cluster.running_pid(Places.of(state).data) else "idle")
with connection.cursor() as cursor:
    cursor.execute("SELECT current_database()")
    print(cursor.fetchone()[0])
connection.close()
connection.close_pool()
"""


def test_the_first_query_starts_the_server(places: Places) -> None:
    done = subprocess.run(
        [sys.executable, "-W", "error", "-c", PROGRAM, places.folder.parent],
        cwd=CHECKOUT,
        env=dict(os.environ),
        capture_output=True,
        text=True,
    )

    assert done.stderr == ""
    assert done.stdout.split() == ["idle", "variorum"]
