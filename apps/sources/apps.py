"""Registers the room `sources`."""

from __future__ import annotations

from django.apps import AppConfig


class SourcesConfig(AppConfig):
    name = "apps.sources"
    default_auto_field = "django.db.models.BigAutoField"
