"""Django's PostgreSQL backend, with a server that starts when the first connection is wanted."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from django.db.backends.postgresql import base

from project.postgres import server


class DatabaseWrapper(base.DatabaseWrapper):
    """Starts the server at the first connection, not when the settings are read."""

    def get_connection_params(self) -> dict[str, Any]:
        server.ensure(Path(self.settings_dict["STATE"]))
        params: dict[str, Any] = super().get_connection_params()
        return params
