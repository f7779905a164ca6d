"""An import that is killed in the middle leaves nothing, and can be done again."""

from __future__ import annotations

import os
import signal
from pathlib import Path
from typing import Any

import pytest
from django.db import connection, models
from django.test import Client
from pytest_django import Settings

from apps.annotations.models import Passage
from apps.claims.models import Claim, Evidence, Fact
from apps.contradictions.models import Contradiction
from apps.ui.sheets import under_way
from tests.importing import choose, confirm, text_of, written
from tests.world import build_world

PAGE = "claims/claim"
ROWS = 300
TOUCHED: tuple[type[models.Model], ...] = (
    Claim,
    Evidence,
    Passage,
    Fact,
    Contradiction,
    Claim.pgh_event_model,  # type: ignore[attr-defined]
)
STEPS = ("Storing their places", "Looking for contradictions")


def many_rows() -> bytes:
    """Three hundred figures of one page; the last contradicts the one before."""
    return written(
        {
            "key": f"ledger.{number}",
            "source": "ledger",
            "start": str(1000 + 10 * number),
            "end": str(1002 + 10 * number),
            "printed": "72",
            "measure": "arms-imports",
            "subject": "karovia",
            "roles": "supplier=norland",
            "period": str(1700 + min(number, ROWS - 2)),
            "reading": "72" if number < ROWS - 1 else "27",
            "unit": "USD mln",
            "basis": "tiv",
        }
        for number in range(ROWS)
    )


def kill_at(step: str, client: Client, preview: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    """Confirm the preview in a process of its own, which is killed when it says this step."""
    reading, telling = os.pipe()
    child = os.fork()
    if child == 0:
        connection.connection = None  # the parent's; one is opened anew
        keep = under_way._write

        def stop_there(watch: str, now: under_way.Reached) -> None:
            keep(watch, now)
            if now.step == step:
                os.write(telling, b".")
                signal.pause()

        monkeypatch.setattr(under_way, "_write", stop_there)
        try:
            confirm(client, PAGE, preview)
        finally:
            os._exit(1)
    os.close(telling)
    assert os.read(reading, 1) == b".", f"The import ended without saying “{step}”."
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    os.close(reading)


@pytest.mark.django_db(transaction=True)
def test_a_killed_import_leaves_nothing_and_can_be_done_again(
    client: Client, tmp_path: Path, settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings.MEDIA_ROOT = tmp_path
    client.force_login(build_world().admin)
    preview = choose(client, PAGE, many_rows())

    for step in STEPS:
        kill_at(step, client, preview, monkeypatch)

        assert [model._default_manager.count() for model in TOUCHED] == [0] * len(TOUCHED), step

    confirmed = confirm(client, PAGE, preview)
    assert "Imported: 300 new, 0 changed" in text_of(client.get(confirmed.headers["Location"]))
    assert (Claim.objects.count(), Fact.objects.count()) == (ROWS, ROWS - 1)
    assert Contradiction.objects.open().count() == 1
