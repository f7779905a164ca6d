"""What the list pages cost at 100,000 claims: python tests/benchmarks/lists.py [countries, 900]

For each page the CPU time of one answer, of this process and of PostgreSQL, as the least of several
(other programs only add to it), the time on the wall beside it, and how many queries it asks.
Nothing is kept from one answer to the next: this is what the first visitor after a change waits
for.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

if __name__ == "__main__":
    sys.path[0] = str(Path(__file__).resolve().parents[2])

from tests.benchmarks.postgres import cpu_of_postgres
from tests.benchmarks.workbench import site

COUNTRIES = 900
TIMES = 8
GOAL = 100
PAGES = (
    "/",
    "/sources/",
    "/entities/",
    "/entities/?q=country-77",
    "/entities/country-7/",
    "/entities/supplier-0/",  # in every sixth claim
    "/facts/",
    "/facts/?q=country-77",
    "/facts/?page=500",
    "/series/",
    "/compare/",
    "/timeline/",
    "/contradictions/",
    "/admin/claims/claim/",
    "/admin/claims/claim/?p=500",
    "/admin/claims/claim/?q=country-77",
    "/admin/claims/claim/?measure__id__exact=1",
    "/admin/entities/entity/",
    "/admin/contradictions/contradiction/",
)


def main() -> None:
    """Fill, then ask each page."""
    countries = int(sys.argv[1]) if len(sys.argv) > 1 else COUNTRIES
    with site(with_corpus=False):
        from django.test import Client, override_settings

        _fill(countries)
        client = Client()
        with override_settings(ALLOWED_HOSTS=["testserver"]):
            for page in PAGES:
                _ask(client, page)


def _fill(countries: int) -> None:
    from django.db import connection

    from apps.accounts.actions import add_person
    from apps.accounts.models import Role
    from apps.claims.facts import restate_all
    from apps.claims.models import Claim
    from apps.contradictions.actions import detect
    from apps.entities.models import Entity
    from apps.entities.naming import restate_names
    from tests.benchmarks.million_claims import load

    admin = add_person(username="bench", role=Role.ADMIN, password=None, by=None, name="Bench")
    load(countries, admin)
    restate_names(Entity.objects.values_list("pk", flat=True))
    restate_all()
    detect(facts=None, by=None)
    with connection.cursor() as cursor:
        cursor.execute("VACUUM ANALYZE")
    print(f"{Claim.objects.count():,} claims", flush=True)


def _ask(client: Any, page: str) -> None:
    from django.db import connection

    from apps.accounts.models import User
    from apps.reading.keeping import clear_all

    if page.startswith("/admin/"):
        client.force_login(User.objects.get(username="bench"))
    asked = 0

    def count(execute: Callable[..., Any], *query: Any) -> Any:
        nonlocal asked
        asked += 1
        return execute(*query)

    status = client.get(page, follow=True).status_code
    spent = []
    for _ in range(TIMES):
        clear_all()
        asked = 0
        began = time.process_time(), cpu_of_postgres(), time.perf_counter()
        with connection.execute_wrapper(count):
            client.get(page)
        ended = time.process_time(), cpu_of_postgres(), time.perf_counter()
        spent.append([1000 * (end - begin) for begin, end in zip(began, ended, strict=True)])
    here, there, wall = (min(times) for times in zip(*spent, strict=True))
    print(
        f"{page:<42} {status}  CPU {here + there:6.1f} ms = {here:6.1f} + {there:6.1f} PostgreSQL"
        f"  wall {wall:6.1f} ms  {asked:3} queries  {'' if here + there <= GOAL else 'MISSED'}",
        flush=True,
    )


if __name__ == "__main__":
    main()
