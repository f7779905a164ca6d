"""Forms about people."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib.auth.forms import AdminUserCreationForm, UserChangeForm

from apps.accounts.models import User
from apps.accounts.team_pages import ReasonedForm

NAME = "As it stands beside the person's work, as: Nguyen Van A."


class PersonAddForm(ReasonedForm, AdminUserCreationForm):  # type: ignore[type-arg]
    """A new account. The password comes by Django's own fields, with its checks."""

    name = forms.CharField(max_length=300, required=False, help_text=NAME)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["reason"].initial = "joined the team"

    class Meta(AdminUserCreationForm.Meta):
        model = User
        fields = ("username", "role")


class PersonChangeForm(ReasonedForm, UserChangeForm):  # type: ignore[type-arg]
    """An account that exists; its password has a page of its own."""

    name = forms.CharField(max_length=300, required=False, help_text=NAME)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["name"].initial = self.instance.get_full_name()

    class Meta(UserChangeForm.Meta):
        model = User
        fields = ("email", "role", "is_active", "password")  # type: ignore[assignment]
