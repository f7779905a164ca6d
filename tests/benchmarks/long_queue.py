"""Opens the queue with the cases that are loaded, and with 10,000: tests/benchmarks/long_queue.py

Prints the CPU time of this process and the time with the database, as p50. A test counts the
queries. Set DEBUG=yes where the static files have not been gathered.
"""

from __future__ import annotations

import os
import sys
import time
from pathlib import Path
from statistics import median

sys.path.insert(0, str(Path(__file__).parents[2]))
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "project.settings")

import django

django.setup()

from django.db import connection, transaction
from django.test import Client

from apps.contradictions.models import Contradiction

MANY = 10_000
ASKED = 7
PAGES = ("/contradictions/", "/contradictions/?state=open&page=50")
# Copies of the cases that are there, with the claims that take part.
COPIES = """
WITH copy AS (
  INSERT INTO contradictions_contradiction
         (fingerprint, rule, severity, state, headline, topic, says, gap, gap_in_ulps, reckoning,
          facts, anchor, conflicts, is_explored, inputs_hash, suspect_id, found_at, version)
  SELECT left(md5(id::text || number::text) || md5(number::text), 64), rule, severity, 'open',
         headline, topic, says, gap, gap_in_ulps, reckoning, facts, anchor, conflicts,
         is_explored, id::text, suspect_id, found_at, 1
    FROM contradictions_contradiction, generate_series(1, %(times)s) AS number
  RETURNING id, inputs_hash::bigint AS of
)
INSERT INTO contradictions_involvement
       (contradiction_id, claim_id, part, position, saw, regret, is_candidate)
SELECT copy.id, claim_id, part, position, saw, regret, is_candidate
  FROM copy JOIN contradictions_involvement there ON there.contradiction_id = copy.of
"""


def main() -> None:
    with transaction.atomic():
        measure()
        times = MANY // Contradiction.objects.count()
        with connection.cursor() as cursor:
            cursor.execute(COPIES, {"times": times})
            cursor.execute("ANALYZE contradictions_contradiction")
            cursor.execute("ANALYZE contradictions_involvement")
        measure()
        transaction.set_rollback(True)


def measure() -> None:
    print(f"{Contradiction.objects.count():,} cases")
    client = Client(headers={"host": "localhost"})
    for page in PAGES:
        client.get(page)
        taken = [_timed(client, page) for _ in range(ASKED)]
        cpu, both = (median(column) for column in zip(*taken, strict=True))
        print(f"  {page}: {cpu:.0f} ms here, {both:.0f} ms with the database")


def _timed(client: Client, page: str) -> tuple[float, float]:
    cpu, clock = time.process_time(), time.perf_counter()
    client.get(page)
    return (time.process_time() - cpu) * 1000, (time.perf_counter() - clock) * 1000


if __name__ == "__main__":
    main()
