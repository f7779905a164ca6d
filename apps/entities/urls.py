"""Addresses of the reconciliation service."""

from __future__ import annotations

from django.urls import path

from apps.entities import views

app_name = "entities"

urlpatterns = [
    path("", views.service, name="reconcile"),
    path("suggest/entity", views.suggest_entity, name="suggest-entity"),
    path("suggest/type", views.suggest_type, name="suggest-type"),
    path("suggest/property", views.suggest_property, name="suggest-property"),
    path("properties", views.properties, name="properties"),
    path("preview", views.preview, name="preview"),
]
