"""Admin pages of the people."""

from __future__ import annotations

from typing import Any

from django.contrib import admin
from django.contrib.auth.admin import UserAdmin
from django.contrib.auth.models import Group
from django.http import HttpRequest

from apps.accounts import actions
from apps.accounts.forms import PersonAddForm, PersonChangeForm
from apps.accounts.models import User
from apps.accounts.team_pages import TeamPage

# Roles say who may do what; groups would say it a second time.
admin.site.unregister(Group)


@admin.register(User)
class PersonPage(TeamPage, UserAdmin):  # type: ignore[type-arg]
    """People are never deleted, their work names them; they can be kept out."""

    act = "change_people"
    form = PersonChangeForm
    add_form = PersonAddForm
    list_display = ["username", "display_name", "role", "is_active", "last_login"]
    list_filter = ["role", "is_active"]
    search_fields = ["username", "first_name", "last_name", "email"]
    filter_horizontal = ()
    readonly_fields = ["username", "last_login", "date_joined"]
    fieldsets = [
        (None, {"fields": ["username", "password", "name", "email"]}),
        ("What the person may do", {"fields": ["role", "is_active"]}),
        (None, {"fields": ["reason"]}),
        ("Dates", {"fields": ["last_login", "date_joined"]}),
    ]
    add_fieldsets = [
        (None, {"fields": ["username", "name", "role"]}),
        ("Password", {"fields": ["usable_password", "password1", "password2"]}),
        (None, {"fields": ["reason"]}),
    ]

    def get_readonly_fields(self, request: HttpRequest, obj: Any = None) -> list[str]:
        return list(self.readonly_fields) if obj else []

    def save_model(self, request: HttpRequest, obj: User, form: Any, change: bool) -> None:
        entered = form.cleaned_data
        if not change:
            obj.pk = self._add(entered, request.user).pk
            return
        why = {"by": request.user, "reason": entered["reason"]}
        actions.rename_person(person=obj, name=entered["name"], email=entered["email"], **why)
        if "role" in form.changed_data:
            actions.change_role(person=obj, role=entered["role"], **why)
        if "is_active" in form.changed_data:
            actions.let_in(person=obj, is_active=entered["is_active"], **why)

    def _add(self, entered: dict[str, Any], by: Any) -> User:
        return actions.add_person(
            username=entered["username"],
            role=entered["role"],
            password=entered["password1"] if entered["set_usable_password"] else None,
            name=entered["name"],
            by=by,
            reason=entered["reason"],
        )
