"""Registers the room `annotations`, and has mentions go along when entities are merged."""

from __future__ import annotations

from django.apps import AppConfig


class AnnotationsConfig(AppConfig):
    name = "apps.annotations"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from apps.annotations.merging import move_mentions, move_mentions_back
        from apps.entities.merging import Mover, move_along

        move_along(Mover(("mentions",), move_mentions, move_mentions_back))
