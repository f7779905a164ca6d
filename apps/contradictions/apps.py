"""Registers the room `contradictions`, and has detection follow claims and texts."""

from __future__ import annotations

from django.apps import AppConfig


class ContradictionsConfig(AppConfig):
    name = "apps.contradictions"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from apps.claims import changes
        from apps.contradictions.actions import after_claims_changed, after_texts_changed
        from apps.sources import changes as text_changes

        changes.follow(after_claims_changed)
        text_changes.follow(after_texts_changed)
