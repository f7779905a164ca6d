"""Which PostgreSQL the site uses."""

from __future__ import annotations

from pathlib import Path

import pytest

from project.databases import PLANS, POOL, PREPARED_BY_ITSELF, databases
from project.env import NonsenseSetting

STATE = Path("/somewhere/state")
OPTIONS = {"pool": POOL, "options": PLANS, "prepare_threshold": PREPARED_BY_ITSELF}


def test_without_an_address_the_embedded_server_is_used(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("DATABASE_URL", raising=False)

    chosen = databases(STATE, pooled=True)["default"]

    assert chosen["ENGINE"] == "project.postgres.backend"
    assert chosen["HOST"] == "/somewhere/state/postgres/socket"
    assert chosen["OPTIONS"] == OPTIONS


def test_an_address_names_a_server_and_keeps_its_options(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DATABASE_URL", "postgres://ann:secret@db:5433/readers?sslmode=require")

    chosen = databases(STATE, pooled=True)["default"]

    assert (chosen["HOST"], chosen["PORT"], chosen["NAME"]) == ("db", 5433, "readers")
    assert chosen["OPTIONS"] == {"sslmode": "require", **OPTIONS}
    assert chosen["CONN_MAX_AGE"] == 0


@pytest.mark.parametrize(
    ("url", "wrong"),
    [
        ("mysql://ann@db/readers", "Variorum keeps its data in PostgreSQL only."),
        ("postgres://ann@db/", "it names no database."),
        ("postgres://ann@db:five/readers", "it cannot be read"),
        ("nonsense", "it cannot be read"),
    ],
)
def test_an_address_that_makes_no_sense_is_refused(
    monkeypatch: pytest.MonkeyPatch, url: str, wrong: str
) -> None:
    monkeypatch.setenv("DATABASE_URL", url)

    with pytest.raises(NonsenseSetting) as refused:
        databases(STATE, pooled=False)

    assert str(refused.value).startswith(f"DATABASE_URL: {wrong}")
    assert str(refused.value).endswith("or unset it for the embedded server.")
