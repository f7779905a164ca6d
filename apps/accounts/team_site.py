"""The admin pages are for admins: others are sent away as on every page of the site."""

from __future__ import annotations

from functools import update_wrapper
from typing import Any

from django.contrib.admin import AdminSite
from django.contrib.auth.views import redirect_to_login
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse

from apps.accounts.permissions import is_allowed, may

ACT = "load"


class TeamSite(AdminSite):
    """Django's admin with our door, our name, and no door of its own."""

    site_title = "Variorum"
    site_header = "Variorum"
    index_title = "Admin"

    def has_permission(self, request: HttpRequest) -> bool:
        return is_allowed(request.user, ACT)

    def admin_view(self, view: Any, cacheable: bool = False) -> Any:
        return update_wrapper(may(ACT)(super().admin_view(view, cacheable)), view)

    def login(self, request: HttpRequest, extra_context: Any = None) -> HttpResponse:
        """The site has one page to log in."""
        index = reverse("admin:index", current_app=self.name)
        if self.has_permission(request):
            return redirect(index)
        if request.user.is_authenticated:
            raise PermissionDenied("The admin pages are for admins.")
        return redirect_to_login(request.GET.get("next", index))
