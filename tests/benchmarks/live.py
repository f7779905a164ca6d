"""How soon open readers see what others write: python tests/benchmarks/live.py [readers] [writers]

Each reader holds a stream open; each writer marks a word now and then. Counted is the time from
the moment at which a writer's transaction has ended until a reader holds the new row. Server,
writers and readers are programs of their own, so that none waits for another's interpreter.
"""

from __future__ import annotations

import asyncio
import json
import os
import random
import re
import statistics
import sys
import threading
import time
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from multiprocessing import get_context
from pathlib import Path

if __name__ == "__main__":
    sys.path[0] = str(Path(__file__).resolve().parents[2])

from tests.benchmarks.workbench import site

READERS, WRITERS = 200, 10
WRITES, PAUSE = 6, 2.0  # of each writer, and the seconds between them
GOAL = 250.0  # milliseconds, for nineteen of twenty
PORT = 8791
SLUG = "drawn"
PARAGRAPHS, WORDS = 200, 60
SECONDS_TO_SETTLE = 4
Lines = list[tuple[float, bytes]]


def main(readers: int, writers: int) -> None:
    """Serve a drawn text, open the readers, write, and print what was measured."""
    with site(with_corpus=False) as state:
        places = _enter_text()
        with _served(state) as process:
            asyncio.run(_measure(readers, writers, places, process))


async def _measure(readers: int, writers: int, places: list[int], process: int) -> None:
    after = await asyncio.to_thread(_horizon)
    lines: list[Lines] = [[] for _ in range(readers)]
    streams = [asyncio.create_task(_read(after, told)) for told in lines]
    await asyncio.sleep(SECONDS_TO_SETTLE)
    held = await asyncio.to_thread(_connections)
    idle = _cpu(process)
    await asyncio.sleep(SECONDS_TO_SETTLE)
    idle = _cpu(process) - idle
    began = _cpu(process)
    with ProcessPoolExecutor(1, get_context("spawn")) as elsewhere:
        loop = asyncio.get_running_loop()
        written = await loop.run_in_executor(elsewhere, _write, writers, places)
    await asyncio.sleep(SECONDS_TO_SETTLE)
    for stream in streams:
        stream.cancel()
    heard = [_first_heard(told) for told in lines]
    _show(heard, written, held, (idle / SECONDS_TO_SETTLE, _cpu(process) - began))


async def _read(after: str, told: Lines) -> None:
    """Hold one stream, and note when each line came; two hundred browsers read theirs elsewhere."""
    reader, writer = await asyncio.open_connection("127.0.0.1", PORT, limit=2**24)
    path = f"/sources/{SLUG}/live/?after={after}"
    writer.write(f"GET {path} HTTP/1.1\r\nHost: localhost\r\n\r\n".encode())
    while line := await reader.readline():
        if line.startswith(b"data: {"):
            told.append((time.perf_counter(), line))


def _first_heard(told: Lines) -> dict[int, float]:
    """When each mark was first there."""
    seen: dict[int, float] = {}
    for at, line in told:
        for html in json.loads(line[6:]).values():
            for word in re.findall(r">w(\d+)</a>", html):
                seen.setdefault(int(word), at)
    return seen


def _write(writers: int, places: list[int]) -> dict[int, float]:
    """Each writer in a thread of its own; when each write had ended, by the word it marks."""
    import django

    django.setup()
    written: dict[int, float] = {}
    threads = [
        threading.Thread(target=_mark, args=(places[number::writers][:WRITES], written, number))
        for number in range(writers)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return written


def _mark(words: list[int], written: dict[int, float], number: int) -> None:
    from django.db import connections

    from apps.accounts.demonstration import corpus_person
    from apps.annotations.actions import record_mentions
    from apps.annotations.drafts import MentionDraft
    from apps.annotations.models import Review

    draw, content = random.Random(number), _content()
    for word in words:
        time.sleep(PAUSE * draw.random())
        start = content.index(f"w{word} ")
        draft = MentionDraft(SLUG, start, start + len(f"w{word}"), "zenda", f"w{word}")
        record_mentions(
            drafts=[draft], by=corpus_person(), reason="benchmark", review=Review.ACCEPTED
        )
        written[word] = time.perf_counter()
    connections.close_all()


def _show(
    heard: list[dict[int, float]],
    written: dict[int, float],
    held: int,
    cpu: tuple[float, float],
) -> None:
    late = sorted(
        max(0.0, 1000 * (seen[word] - at))
        for seen in heard
        for word, at in written.items()
        if word in seen
    )
    expected = len(heard) * len(written)
    p95 = late[int(len(late) * 0.95)]
    print(f"{len(heard)} readers, {len(written)} writes: {len(late)} of {expected} delivered")
    print(
        f"delivery p50 {statistics.median(late):.0f} ms, p95 {p95:.0f} ms, max {late[-1]:.0f} ms;"
        f" goal {GOAL:.0f} ms at p95: {'met' if p95 <= GOAL else 'MISSED'}"
    )
    print(f"database connections held by the server: {held}")
    each = 1_000_000 * cpu[1] / max(len(late), 1)
    print(
        f"CPU of the server: {cpu[0]:.3f} s a second idle, {cpu[1]:.2f} s for all writes,"
        f" {each:.0f} µs for each delivery"
    )


def _content() -> str:
    rows = (
        " ".join(f"w{row * WORDS + word}" for word in range(WORDS)) + " ."
        for row in range(PARAGRAPHS)
    )
    return "A drawn article\n\n" + "\n\n".join(rows) + "\n"


def _enter_text() -> list[int]:
    """The text and an entity; gives the words to mark, in any order."""
    from apps.accounts.demonstration import corpus_person
    from apps.entities.actions import record_entities
    from apps.entities.drafts import EntityDraft
    from apps.sources.actions import add_source, add_text

    by = corpus_person()
    source = add_source(
        fields={"slug": SLUG, "title": SLUG, "rights": "full"}, by=by, reason="benchmark"
    )
    add_text(source=source, raw=_content().encode(), by=by, reason="benchmark")
    record_entities(drafts=[EntityDraft("zenda", "Zenda", "place")], by=by, reason="benchmark")
    return random.Random(1).sample(range(PARAGRAPHS * WORDS), k=1_000)


def _horizon() -> str:
    from apps.annotations.touching import horizon

    return horizon()


def _connections() -> int:
    """Those of the served site: all but those of this program."""
    from django.db import connection

    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT count(*) FROM pg_stat_activity WHERE backend_type = 'client backend'"
            " AND application_name = 'served'"
        )
        return int(cursor.fetchone()[0])


def _cpu(process: int) -> float:
    """Seconds of CPU time that a program has used."""
    fields = Path(f"/proc/{process}/stat").read_text().rsplit(")", 1)[1].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


@contextmanager
def _served(state: Path) -> Iterator[int]:
    """The site in a program of its own, as script/server serves it; gives its number."""
    import subprocess

    told = {**os.environ, "VARIORUM_STATE": str(state), "PGAPPNAME": "served"}
    command = [sys.executable, "-m", "uvicorn", "project.asgi:application", "--lifespan", "off"]
    command += ["--port", str(PORT), "--log-level", "warning", "--timeout-graceful-shutdown", "2"]
    server = subprocess.Popen(command, env=told)
    try:
        _wait_for_the_server()
        yield server.pid
    finally:
        server.terminate()
        server.wait()


def _wait_for_the_server() -> None:
    import urllib.request

    for _ in range(300):
        try:
            with urllib.request.urlopen(f"http://127.0.0.1:{PORT}/sources/{SLUG}/"):
                return
        except OSError:
            time.sleep(0.2)
    raise SystemExit("The server does not answer.")


if __name__ == "__main__":
    asked = [int(given) for given in sys.argv[1:3]]
    main(*(asked + [READERS, WRITERS][len(asked) :]))
