"""What people keep of their own account: name, password, sessions, and leaving."""

from __future__ import annotations

from http import HTTPStatus

from django.conf import settings
from django.contrib import messages
from django.contrib.auth import logout
from django.contrib.auth.views import PasswordChangeView
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse_lazy
from django.views.decorators.http import require_POST, require_safe

from apps.accounts import actions
from apps.accounts.forms import ProfileForm
from apps.accounts.models import Session
from apps.accounts.permissions import TeamRequest, may
from apps.accounts.sessions import sign_out_elsewhere
from apps.domain.refusals import Refusal

password = PasswordChangeView.as_view(
    template_name="accounts/password.html", success_url=reverse_lazy("accounts:account")
)


@require_safe
@may("keep_account")
def account(request: TeamRequest) -> HttpResponse:
    """One's own account."""
    return _screen(request, ProfileForm(instance=request.user))


@require_POST
@may("keep_account")
def profile(request: TeamRequest) -> HttpResponse:
    """Say who one is."""
    form = ProfileForm(request.POST, instance=request.user)
    if not form.is_valid():
        request.user.refresh_from_db()
        return _screen(request, form, status=HTTPStatus.UNPROCESSABLE_ENTITY)
    actions.keep_profile(**form.cleaned_data, by=request.user)
    messages.success(request, "Your profile is kept.")
    return redirect("accounts:account")


@require_POST
@may("keep_account")
def sign_out(request: TeamRequest) -> HttpResponse:
    """End one's sessions in all other browsers."""
    ended = sign_out_elsewhere(person=request.user, but=request.session.session_key)
    messages.success(request, f"Signed out of {ended} other {'place' if ended == 1 else 'places'}.")
    return redirect("accounts:account")


@require_POST
@may("keep_account")
def leave(request: TeamRequest) -> HttpResponse:
    """Close one's own account."""
    if request.POST.get("username") != request.user.username:
        raise Refusal(
            "Your user name was not typed, so the account stays open.",
            remedy="Type it where you are asked for it.",
        )
    actions.leave(by=request.user)
    logout(request)
    messages.success(request, "Your account is closed. Your name stays on your work.")
    return redirect("reading:home")


def _screen(
    request: TeamRequest, form: ProfileForm, *, status: int = HTTPStatus.OK
) -> HttpResponse:
    context = {
        "form": form,
        "sessions": Session.objects.of(request.user),
        "here": request.session.session_key,
        "provider": settings.SIGN_IN,
    }
    return render(request, "accounts/account.html", context, status=status)
