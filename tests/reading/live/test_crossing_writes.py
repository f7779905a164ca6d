"""However the writes of three people cross, each reader hears of all that are kept."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import dataclass, field

import psycopg
import pytest
from django.db import connection

from apps.annotations.models import Mention, Passage, Touch
from apps.annotations.touching import horizon
from apps.entities.actions import record_entities
from apps.entities.drafts import EntityDraft
from apps.entities.models import Entity
from apps.reading.live.news import read_mark
from apps.sources.models import Text
from tests.tiny import an_editor, an_original

WRITES, WIDTHS = 2_000, 5
PEOPLE, READERS = 3, 3
MARK = """INSERT INTO annotations_mention (passage_id, entity_id, review, entered_by_id, entered_at)
    VALUES (%s, %s, 'accepted', %s, now())"""
Place = tuple[int, int]


@dataclass
class Reader:
    """A page that asks for news whenever it is online, and shows what it heard of."""

    after: str
    heard: set[Place] = field(default_factory=set)

    def ask(self, text: Text) -> None:
        since, _ = read_mark(self.after)
        self.after = horizon()
        for touch in Touch.objects.on(text.pk, since=since):
            self.heard |= set(zip(touch.starts, touch.ends, strict=True))


@pytest.fixture
def sessions(transactional_db: None) -> Iterator[list[psycopg.Connection]]:
    """Each person's own connection to the test database."""
    parameters = connection.get_connection_params()
    names = ("dbname", "user", "password", "host", "port")
    wanted = {name: parameters[name] for name in names if parameters.get(name)}
    with ExitStack() as stack:
        opened = [stack.enter_context(psycopg.connect(**wanted)) for _ in range(PEOPLE)]
        for session in opened:
            session.execute("SET synchronous_commit = off")
            session.commit()
        yield opened


def test_two_thousand_crossing_writes_are_each_stored_once_and_heard_by_every_reader(
    sessions: list[psycopg.Connection],
) -> None:
    draw = random.Random(7)
    editor = an_editor()
    text = an_original(editor)
    record_entities(drafts=[EntityDraft("zenda", "Zenda", "place")], by=editor, reason="test")
    entity = Entity.objects.get()
    passages = Passage.objects.bulk_create(
        Passage(text=text, start=number // WIDTHS, end=number // WIDTHS + 1 + number % WIDTHS)
        for number in range(WRITES)
    )
    left = [(passage.pk, (passage.start, passage.end)) for passage in passages]
    draw.shuffle(left)
    readers = [Reader(horizon()) for _ in range(READERS)]
    writing: dict[int, list[Place]] = {}
    kept: list[Place] = []

    while left or writing:
        person = draw.randrange(PEOPLE)
        if left and (person not in writing or draw.random() < 0.3):
            passage, place = left.pop()
            sessions[person].execute(MARK, [passage, entity.pk, editor.pk])
            writing.setdefault(person, []).append(place)
        elif person in writing:
            places = writing.pop(person)
            if draw.random() < 0.85:
                sessions[person].commit()
                kept += places
            else:
                sessions[person].rollback()
        if draw.random() < 0.1:
            draw.choice(readers[:2]).ask(text)  # the third is offline all the while

    for reader in readers:
        reader.ask(text)
    stored = Mention.objects.values_list("passage__start", "passage__end")
    assert Counter(stored) == Counter(kept)
    assert [reader.heard for reader in readers] == [set(kept)] * READERS
    assert WRITES / 2 < len(kept) < WRITES
