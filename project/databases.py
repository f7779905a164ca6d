"""Which PostgreSQL the site uses: the server that DATABASE_URL names, or the embedded one."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import dj_database_url

from project import env
from project.postgres.places import django_database

POSTGRESQL = "django.db.backends.postgresql"
# Persistent connections (CONN_MAX_AGE) leak under ASGI: every thread keeps its own.
POOL = {"min_size": 1, "max_size": 8}
# To compile a plan takes longer than to carry out any of ours. What is asked as a prepared
# question is planned once, for any facts, and not anew for each.
PLANS = "-c jit=off -c plan_cache_mode=force_generic_plan"
# Only what asks to be prepared is: nobody repeats a question so often by chance.
PREPARED_BY_ITSELF = 1_000_000_000
EXAMPLE = "Write postgres://user:password@host:5432/name, or unset it for the embedded server."


def databases(state: Path, *, pooled: bool) -> dict[str, dict[str, Any]]:
    """Describe the database for Django."""
    url = env.text("DATABASE_URL")
    chosen = _server(url) if url else django_database(state)
    options = chosen.get("OPTIONS", {})
    chosen["OPTIONS"] = {**options, "options": f"{options.get('options', '')} {PLANS}".strip()}
    chosen["OPTIONS"].setdefault("prepare_threshold", PREPARED_BY_ITSELF)
    if pooled:
        chosen["OPTIONS"]["pool"] = POOL
    chosen["CONN_MAX_AGE"] = 0
    # The pool looks at a connection before it lends it: a restarted server costs no error page.
    chosen["CONN_HEALTH_CHECKS"] = pooled
    return {"default": chosen}


def _server(url: str) -> dict[str, Any]:
    try:
        described: dict[str, Any] = dict(dj_database_url.parse(url))
    except ValueError as error:  # its UnknownSchemeError is one
        env.refuse("DATABASE_URL", f"it cannot be read ({error}).", EXAMPLE)
    if described.get("ENGINE") != POSTGRESQL:
        env.refuse("DATABASE_URL", "Variorum keeps its data in PostgreSQL only.", EXAMPLE)
    if not described.get("NAME"):
        env.refuse("DATABASE_URL", "it names no database.", EXAMPLE)
    return described
