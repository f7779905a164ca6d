"""Registers the room `annotations`."""

from __future__ import annotations

from django.apps import AppConfig


class AnnotationsConfig(AppConfig):
    name = "apps.annotations"
    default_auto_field = "django.db.models.BigAutoField"
