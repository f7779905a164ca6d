"""Addresses of the room `sources`; reading a source is the reading room's."""

from __future__ import annotations

from django.urls import path

from apps.sources import views

app_name = "sources"

urlpatterns = [
    path("add/", views.add_source, name="add"),
]
