"""Registers the room `contradictions`, and has detection follow every change of claims."""

from __future__ import annotations

from django.apps import AppConfig


class ContradictionsConfig(AppConfig):
    name = "apps.contradictions"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from apps.claims import changes
        from apps.contradictions.actions import after_claims_changed

        changes.follow(after_claims_changed)
