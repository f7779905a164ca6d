"""Where admins keep the team: who is in it with which role, who is invited, who has left."""

from __future__ import annotations

from http import HTTPStatus
from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST, require_safe

from apps.accounts import actions
from apps.accounts.forms import InvitationForm, ReasonForm, RoleForm
from apps.accounts.inviting import invite, send_invitation, withdraw
from apps.accounts.models import Invitation, Role, User
from apps.accounts.permissions import TeamRequest, may
from apps.domain.refusals import Refusal


@require_safe
@may("change_people")
def team(request: TeamRequest) -> HttpResponse:
    """The team, and who may still join it."""
    return _screen(request, InvitationForm())


@require_POST
@may("change_people")
def invitation_add(request: TeamRequest) -> HttpResponse:
    """Make a link by which somebody can join; it is shown here and never again."""
    form = InvitationForm(request.POST)
    if not form.is_valid():
        return _screen(request, form, status=HTTPStatus.UNPROCESSABLE_ENTITY)
    entered = form.cleaned_data
    invitation, word = invite(
        role=Role(entered["role"]), days=entered["days"], email=entered["email"], by=request.user
    )
    address = request.build_absolute_uri(reverse("accounts:join", args=[word]))
    if invitation.email:
        send_invitation(invitation=invitation, address=address)
    return _screen(request, InvitationForm(), made=invitation, address=address)


@require_POST
@may("change_people")
def invitation_withdraw(request: TeamRequest, pk: int) -> HttpResponse:
    """Let nobody join by a link any more."""
    withdraw(invitation=get_object_or_404(Invitation, pk=pk), by=request.user)
    return redirect("accounts:team")


@require_POST
@may("change_people")
def role(request: TeamRequest, pk: int) -> HttpResponse:
    """Give a person another role."""
    person = get_object_or_404(User, pk=pk)
    entered = _entered(RoleForm(request.POST))
    actions.change_role(
        person=person, role=Role(entered["role"]), by=request.user, reason=entered["reason"]
    )
    messages.success(request, f"{person.display_name}: {Role(entered['role']).label} from now on.")
    return redirect("accounts:team")


@require_POST
@may("change_people")
def close(request: TeamRequest, pk: int) -> HttpResponse:
    """Let a person log in no longer."""
    person = get_object_or_404(User, pk=pk)
    reason = _entered(ReasonForm(request.POST))["reason"]
    actions.let_in(person=person, is_active=False, by=request.user, reason=reason)
    return redirect("accounts:team")


@require_POST
@may("change_people")
def reopen(request: TeamRequest, pk: int) -> HttpResponse:
    """Let a person log in again."""
    person = get_object_or_404(User, pk=pk)
    reason = _entered(ReasonForm(request.POST))["reason"]
    actions.let_in(person=person, is_active=True, by=request.user, reason=reason)
    return redirect("accounts:team")


def _entered(form: ReasonForm) -> dict[str, Any]:
    if not form.is_valid():
        wrong = "; ".join(f"{name}: {errors[0]}" for name, errors in form.errors.items())
        raise Refusal(f"This cannot be done. {wrong}", remedy="Go back and fill it in.")
    return form.cleaned_data


def _screen(
    request: TeamRequest, form: InvitationForm, *, status: int = HTTPStatus.OK, **shown: Any
) -> HttpResponse:
    people = User.objects.order_by("username")
    context = {
        "people": people.filter(is_active=True),
        "closed": people.filter(is_active=False),
        "invitations": Invitation.objects.open().select_related("invited_by"),
        "roles": Role.choices,
        "form": form,
        **shown,
    }
    return render(request, "accounts/team.html", context, status=status)
