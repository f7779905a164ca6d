"""Registers the room `claims`, and has claims follow entities that move."""

from __future__ import annotations

from django.apps import AppConfig


class ClaimsConfig(AppConfig):
    name = "apps.claims"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from apps.claims.following import after_entities_moved
        from apps.entities import changes

        changes.follow(after_entities_moved)
