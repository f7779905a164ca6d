"""Puts TeamSite in the place of Django's own admin site; named in INSTALLED_APPS."""

from __future__ import annotations

from django.contrib.admin.apps import AdminConfig


class TeamAdminConfig(AdminConfig):
    """Stands apart from TeamSite, which needs models that are not loaded yet."""

    default_site = "apps.accounts.team_site.TeamSite"
