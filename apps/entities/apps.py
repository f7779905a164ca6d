"""Registers the room `entities`."""

from __future__ import annotations

from django.apps import AppConfig


class EntitiesConfig(AppConfig):
    name = "apps.entities"
    default_auto_field = "django.db.models.BigAutoField"
