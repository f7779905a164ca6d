"""Looks entities up by misspelt names: python tests/benchmarks/lookup.py [aliases, 100000]

Prints the CPU time of this process and of PostgreSQL, of both together, and the time on the wall,
as p50 and p95; the goal is 50 ms of both at p95.
"""

from __future__ import annotations

import os
import random
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from statistics import median, quantiles

sys.path.insert(0, str(Path(__file__).parents[2]))
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "project.settings")

import django

django.setup()

from django.db import connection, transaction

from apps.domain.spelling import fold, keys_of
from apps.entities.lookup import find_entities
from apps.entities.models import Entity, Name
from tests.benchmarks.postgres import cpu_of_postgres

ALIASES = int(sys.argv[1]) if len(sys.argv) > 1 else 100_000
ASKED = 400
SHOWN = 20
GOAL = 50
BATCH = 5_000
# Family names, the common ones far more often than the rare ones, as people are called.
FAMILIES = "Nguyễn Trần Lê Phạm Huỳnh Phan Vũ Võ Đặng Bùi Đỗ Hồ Ngô Dương Lý".split()
STEMS = "mos gra bel nov kras vor tam hai phong binh lam son ha long cam ran".split()
ENDS = "cow nia grad sk burg ov in ski nh ng oi an au iev ana or eth".split()


def main() -> None:
    dice = random.Random(5)
    with transaction.atomic():
        _enter(dice)
        with connection.cursor() as cursor:
            cursor.execute("ANALYZE entities_name")
        names = list(Name.objects.order_by("pk").values_list("entity_id", "form"))
        asked = [_asked(dice, *dice.choice(names)) for _ in range(ASKED)]
        find_entities("nobody")  # the first query sets up more than itself
        first, ten, cpu, server, wall = 0, 0, [], [], []
        for entity, words in asked:
            there = cpu_of_postgres()
            before, started = time.process_time(), time.perf_counter()
            found = [one.entity.pk for one in find_entities(words)[:SHOWN]]
            cpu.append((time.process_time() - before) * 1000)
            wall.append((time.perf_counter() - started) * 1000)
            server.append((cpu_of_postgres() - there) * 1000)
            first += found[:1] == [entity]
            ten += entity in found[:10]
        print(f"{len(names)} names, {ASKED} searches with a slip or a beginning")
        print(f"found first {first}, among ten {ten}")
        both = [sum(shares) for shares in zip(cpu, server, strict=True)]
        _show("CPU of this process", cpu)
        _show("CPU of PostgreSQL", server)
        p95 = _show("CPU of both", both)
        _show("on the wall", wall)
        print(f"goal {GOAL} ms: {'met' if p95 <= GOAL else 'MISSED'}")
        transaction.set_rollback(True)


def _show(what: str, times: list[float]) -> float:
    p95 = quantiles(times, n=20)[-1]
    print(f"{what}: p50 {median(times):.1f} ms, p95 {p95:.1f} ms, at most {max(times):.1f} ms")
    return p95


def _enter(dice: random.Random) -> None:
    entities = Entity.objects.bulk_create(
        (Entity(slug=f"b-{n}", label=f"b {n}", kind="person") for n in range(ALIASES // 3)), BATCH
    )
    Name.objects.bulk_create(_names(dice, [entity.pk for entity in entities]), BATCH)


def _names(dice: random.Random, entities: list[int]) -> Iterator[Name]:
    said: set[tuple[int, str]] = set()
    while len(said) < ALIASES:
        named = (dice.choice(entities), _name(dice))
        if named not in said:
            said.add(named)
            folded = fold(named[1])
            yield Name(entity_id=named[0], form=named[1], folded=folded, keys=keys_of(folded))


def _name(dice: random.Random) -> str:
    words = [_word(dice) for _ in range(dice.choice((1, 2, 2, 3)))]
    if dice.random() < 0.5:
        place = min(int(dice.expovariate(0.4)), len(FAMILIES) - 1)
        return " ".join([FAMILIES[place], *words])
    return " ".join(words)


def _word(dice: random.Random) -> str:
    return (
        dice.choice(STEMS) + dice.choice(STEMS) * dice.getrandbits(1) + dice.choice(ENDS)
    ).title()


def _asked(dice: random.Random, entity: int, form: str) -> tuple[int, str]:
    """The name with two letters changed about, with one left out, joined, turned or begun."""
    folded = fold(form)
    place = dice.randrange(max(1, len(folded) - 1))
    ways = (
        folded[:place]
        + folded[place + 1 : place + 2]
        + folded[place : place + 1]
        + folded[place + 2 :],
        folded[:place] + folded[place + 1 :],
        folded.replace(" ", "", 1),
        " ".join(reversed(folded.split())),
        folded[: max(2, len(folded) // 2)],
    )
    return entity, dice.choice(ways)


if __name__ == "__main__":
    main()
