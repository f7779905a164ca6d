"""Registers the room `claims`, and has claims follow entities that move."""

from __future__ import annotations

from django.apps import AppConfig


class ClaimsConfig(AppConfig):
    name = "apps.claims"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from apps.claims.following import after_entities_moved
        from apps.claims.merging import move_claims, move_claims_back
        from apps.entities import changes
        from apps.entities.merging import Mover, move_along

        changes.follow(after_entities_moved)
        move_along(Mover(("subjects", "answers", "roles"), move_claims, move_claims_back))
