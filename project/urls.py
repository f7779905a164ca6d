"""Which room answers which address."""

from __future__ import annotations

from django.contrib import admin
from django.urls import include, path

# Prefix and urls module of each room that answers pages, highest room last.
ROOMS: tuple[tuple[str, str], ...] = (
    ("accounts/", "apps.accounts.urls"),
    ("sources/", "apps.sources.urls"),
    ("reconcile/", "apps.entities.urls"),
    ("", "apps.contradictions.urls"),
    ("", "apps.reading.urls"),
)

urlpatterns = [
    path("admin/", admin.site.urls),
    *(path(prefix, include(module)) for prefix, module in ROOMS),
]
