"""Forms about people."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib.auth.forms import (
    AdminUserCreationForm,
    AuthenticationForm,
    UserChangeForm,
    UserCreationForm,
)

from apps.accounts.inviting import LONGEST
from apps.accounts.models import Role, User
from apps.accounts.team_pages import ReasonedForm
from apps.accounts.throttling import attempt_begins, attempt_succeeds
from apps.domain.refusals import Refusal

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


class LogInForm(AuthenticationForm):
    """Name and password; who fails too often waits."""

    is_too_often = False

    def clean(self) -> dict[str, Any]:
        address = self.request.META.get("REMOTE_ADDR", "") if self.request else ""
        try:
            attempt = attempt_begins(name=self.cleaned_data.get("username", ""), address=address)
        except Refusal as refusal:
            self.is_too_often = True
            raise forms.ValidationError(str(refusal)) from refusal
        cleaned = super().clean()
        attempt_succeeds(attempt)
        return cleaned


class JoinForm(UserCreationForm):  # type: ignore[type-arg]
    """The account of somebody who was invited."""

    name = forms.CharField(max_length=300, required=False, help_text=NAME)

    class Meta(UserCreationForm.Meta):
        model = User
        fields = ("username",)


class ProfileForm(forms.ModelForm):  # type: ignore[type-arg]
    """What people say of themselves."""

    name = forms.CharField(max_length=300, required=False, help_text=NAME)

    class Meta:
        model = User
        fields = ("email", "orcid")
        help_texts = {"email": "Where you hear of verdicts and comments; only admins see it."}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["name"].initial = self.instance.get_full_name()


class InvitationForm(forms.Form):
    """Whom to let in, and for how long the link is good."""

    role = forms.ChoiceField(choices=Role.choices, initial=Role.ANNOTATOR)
    days = forms.IntegerField(min_value=1, max_value=LONGEST, initial=7, label="Good for (days)")
    email = forms.EmailField(
        required=False, label="Send it to", help_text="Leave it empty to hand the link on yourself."
    )


class ReasonForm(forms.Form):
    """Why something is done to a person's account."""

    reason = forms.CharField(max_length=300)


class RoleForm(ReasonForm):
    """Another role for a person."""

    role = forms.ChoiceField(choices=Role.choices)
