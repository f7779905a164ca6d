"""Registers the room `reading`."""

from __future__ import annotations

from django.apps import AppConfig


class ReadingConfig(AppConfig):
    name = "apps.reading"
    default_auto_field = "django.db.models.BigAutoField"
