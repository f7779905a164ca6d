"""What a million claims cost: python tests/benchmarks/million.py [countries, 10000 as a rule]

Seconds of CPU are those of this program and of all PostgreSQL's backends together, read from
/proc, for the machine may be busy.
"""

from __future__ import annotations

import resource
import statistics
import sys
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

if __name__ == "__main__":
    sys.path[0] = str(Path(__file__).resolve().parents[2])

from tests.benchmarks.postgres import cpu_of_postgres, memory_of_postgres
from tests.benchmarks.workbench import site
from tests.benchmarks.yardsticks import compare

COUNTRIES = 10_000
SAVES = 60
IMPORTED = 10_000


def main() -> None:
    """Load, then measure the scan, saves, an import, and blame."""
    countries = int(sys.argv[1]) if len(sys.argv) > 1 else COUNTRIES
    with site(with_corpus=False):
        _load(countries)
        compare(_measure_scan())
        _measure_saves()
        _measure_import(countries)
    _measure_blame()


def _load(countries: int) -> None:
    from django.db import connection

    from apps.accounts.actions import add_person
    from apps.accounts.models import Role
    from apps.claims.facts import restate_all
    from tests.benchmarks.million_claims import load

    admin = add_person(username="bench", role=Role.ADMIN, password=None, by=None, name="Bench")
    with told("copy"):
        drawn = load(countries, admin)
    print(f"{drawn.number} claims, planted: {dict(Counter(drawn.planted.values()))}", flush=True)
    with told("restate all facts"):
        restate_all()
    with connection.cursor() as cursor:
        cursor.execute("VACUUM ANALYZE")


def _measure_scan() -> float:
    """Seconds of CPU, here and in PostgreSQL, of a full rescan."""
    from apps.contradictions.actions import detect
    from apps.contradictions.detection import find

    for _ in range(2):
        began = time.process_time() + cpu_of_postgres()
        with told("full rescan, all rules"):
            found = find()
        spent = time.process_time() + cpu_of_postgres() - began
    print(f"{len(found)} findings: {dict(Counter(finding.rule for finding in found))}")
    with told("detect --all, everything new"):
        detect(facts=None, by=None)
    return spent


def _measure_saves() -> None:
    """From the form in the admin to the answer: quiet corrections, and such that plant a slip."""
    import random

    from django.test import Client

    from apps.accounts.models import User
    from apps.claims.models import Claim

    client = Client(headers={"host": "localhost"})
    client.force_login(User.objects.get(username="bench"))
    dice = random.Random(3)
    most = Claim.objects.count()
    for name, change in (("quiet", 0), ("contradicting", 5000)):
        numbers = {_near(dice.randrange(1, most)) for _ in range(SAVES)}
        claims = [Claim.objects.get(pk=number) for number in numbers]
        _save(client, claims.pop(), change)  # plans the questions
        there = cpu_of_postgres()
        spent = sorted(_save(client, claim, change) for claim in claims)
        beside = (cpu_of_postgres() - there) / len(spent)
        print(
            f"save, {name}: CPU p50 {1000 * statistics.median(spent):.0f} ms, "
            f"p95 {1000 * spent[int(len(spent) * 0.95)]:.0f} ms here, "
            f"and {1000 * beside:.0f} ms PostgreSQL",
            flush=True,
        )


def _near(number: int) -> int:
    from apps.claims.models import Claim

    imports = Claim.objects.filter(pk__gte=number, measure__slug="arms-imports")
    return imports.order_by("pk").values_list("pk", flat=True)[0]


def _save(client: Any, claim: Any, change: int) -> float:
    """Seconds of CPU here from the request that saves a claim to its answer."""
    from django.urls import reverse

    from apps.claims.actions import draft_of

    draft = draft_of(claim)
    reading = str(int(draft.reading) + change)
    fields = {
        "source": claim.source_id, "start": draft.start, "end": draft.end,
        "printed": draft.printed, "measure": claim.measure_id, "subject": draft.subject,
        "roles": "; ".join(f"{slot}={value}" for slot, value in draft.roles.items()),
        "period": draft.period, "reading": reading, "unit": draft.unit, "basis": draft.basis,
        "sums": draft.sums, "note": f"seen {time.time()}", "reason": "benchmark",
        "seen_version": claim.version,
    }  # fmt: skip
    began = time.process_time()
    answer = client.post(reverse("admin:claims_claim_change", args=[claim.pk]), fields)
    took = time.process_time() - began
    assert answer.status_code == 302, answer.content[-3000:]
    return took


def _measure_import(countries: int) -> None:
    from apps.accounts.models import User
    from apps.annotations.models import Review
    from apps.claims.actions import record_claims
    from tests.benchmarks.million_claims import further

    drafts = further(countries, IMPORTED)
    by = User.objects.get(username="bench")
    with told(f"import of {IMPORTED} claims, detection and blame with it"):
        record_claims(drafts=drafts, by=by, reason="benchmark", review=Review.ACCEPTED)


def _measure_blame() -> None:
    """Of sparse components; of a dense one, facts of fifteen claims in two camps; of a puzzle."""
    import random

    from apps.contradictions.blame import blame

    dice = random.Random(1)
    components: dict[str, list[tuple[str, ...]]] = {}
    for size in (150, 400, 5000):
        pairs = [(f"{n}", f"{(n * 7 + 3) % size}") for n in range(size) if (n * 6 + 3) % size]
        components[f"{size} claims, sparse"] = pairs + [
            (f"{n}", f"{n + 1}", f"{n + 2}") for n in range(size - 2)
        ]
    camps = [(f"{fact}.{one}", f"{fact}.{other}") for fact in range(10)
             for one in range(6) for other in range(6, 15)]  # fmt: skip
    components["150 claims, dense"] = camps + [
        tuple(f"{fact}.{dice.randrange(15)}" for fact in dice.sample(range(10), 4))
        for _ in range(60)
    ]
    components["150 claims, a puzzle"] = [
        tuple(map(str, dice.sample(range(150), dice.randint(2, 6)))) for _ in range(600)
    ]
    for name, conflicts in components.items():
        with told(f"blame, {name}"):
            found = blame([frozenset(conflict) for conflict in conflicts], {})
        print(f"explored: {all(component.explored for component in found)}")


@contextmanager
def told(what: str) -> Iterator[None]:
    """Print what something cost: wall, CPU here and in PostgreSQL, peak memory of both."""
    began, here, there = time.perf_counter(), time.process_time(), cpu_of_postgres()
    yield
    wall, cpu = time.perf_counter() - began, time.process_time() - here
    server = cpu_of_postgres() - there
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    print(
        f"{what:<50} wall {wall:7.2f} s  CPU {cpu:6.2f} s here + {server:6.2f} s PostgreSQL  "
        f"peak {peak} MB here, {memory_of_postgres()} MB PostgreSQL now",
        flush=True,
    )


if __name__ == "__main__":
    main()
