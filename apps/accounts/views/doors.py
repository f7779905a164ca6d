"""Logging in and out, and joining by a link."""

from __future__ import annotations

from http import HTTPStatus
from typing import Any

from django.conf import settings
from django.contrib.auth import login
from django.contrib.auth.views import LoginView, LogoutView
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST, require_safe

from apps.accounts.forms import JoinForm, LogInForm
from apps.accounts.inviting import invitation_of, join
from apps.accounts.models import Invitation
from apps.accounts.sessions import describe_session

BACKEND = "django.contrib.auth.backends.ModelBackend"


class LogIn(LoginView):
    """Django's own door, with a pause for who guesses, and a session that is known again."""

    authentication_form = LogInForm
    template_name = "accounts/log_in.html"

    def get_context_data(self, **shown: Any) -> dict[str, Any]:
        return super().get_context_data(**shown, provider=settings.SIGN_IN)

    def form_valid(self, form: Any) -> HttpResponse:
        response = super().form_valid(form)
        describe_session(self.request)
        return response

    def form_invalid(self, form: Any) -> HttpResponse:
        response = super().form_invalid(form)
        if form.is_too_often:
            response.status_code = HTTPStatus.TOO_MANY_REQUESTS
        return response


log_in = LogIn.as_view()
log_out = LogoutView.as_view(next_page="reading:home")


@require_safe
def join_form(request: HttpRequest, word: str) -> HttpResponse:
    """Where somebody who was invited chooses a user name and a password."""
    return _join_screen(request, word, JoinForm(), status=HTTPStatus.OK)


@require_POST
def join_enter(request: HttpRequest, word: str) -> HttpResponse:
    """Make the account and log in with it."""
    _invitation_or_404(word)
    form = JoinForm(request.POST)
    if not form.is_valid():
        return _join_screen(request, word, form, status=HTTPStatus.UNPROCESSABLE_ENTITY)
    entered = form.cleaned_data
    person = join(
        word=word,
        username=entered["username"],
        name=entered["name"],
        password=entered["password1"],
    )
    login(request, person, BACKEND)
    describe_session(request)
    return redirect("accounts:account")


def _invitation_or_404(word: str) -> Invitation:
    invitation = invitation_of(word)
    if invitation is None:
        raise Http404("This link is no longer good: it was used, withdrawn, or is too old.")
    return invitation


def _join_screen(request: HttpRequest, word: str, form: JoinForm, *, status: int) -> HttpResponse:
    context = {"invitation": _invitation_or_404(word), "word": word, "form": form}
    context["provider"] = settings.SIGN_IN
    return render(request, "accounts/join.html", context, status=status)
