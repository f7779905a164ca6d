"""Logging in by OpenID Connect, where the settings name a provider."""

from __future__ import annotations

from functools import cache
from typing import Any

from authlib.integrations.base_client import OAuthError
from authlib.integrations.django_client import OAuth
from django.conf import settings
from django.contrib import messages
from django.contrib.auth import login
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe
from joserfc.errors import JoseError
from requests import RequestException

from apps.accounts.identifying import Told, identified
from apps.accounts.sessions import describe_session
from apps.accounts.views.doors import BACKEND
from apps.domain.refusals import Refusal

INVITATION = "joining_by"
SCOPE = {"scope": "openid email profile", "code_challenge_method": "S256"}


@never_cache
@require_safe
def provider_begin(request: HttpRequest) -> HttpResponse:
    """On to the provider; ?join= is the word of an invitation."""
    provider = _provider()
    request.session[INVITATION] = request.GET.get("join", "")
    back = request.build_absolute_uri(reverse("accounts:provider-back"))
    try:
        answer: HttpResponse = _registered(provider).authorize_redirect(request, back)
    except RequestException as failure:
        raise Refusal(
            f"{provider.name} does not answer.", remedy="Log in with your password."
        ) from failure
    return answer


@never_cache
@require_safe
def provider_back(request: HttpRequest) -> HttpResponse:
    """Where the provider sends somebody back to; what it says is proved by its signature."""
    provider, word = _provider(), request.session.pop(INVITATION, "")
    try:
        told = _registered(provider).authorize_access_token(request)["userinfo"]
    except (OAuthError, JoseError, RequestException, KeyError) as failure:
        raise Refusal(f"{provider.name} did not say who you are.", remedy="Try again.") from failure
    by = request.user if request.user.is_authenticated else None
    person = identified(told=_told(told), by=by, word=word)
    if by is not None:
        messages.success(request, f"Your account is linked with {provider.name}.")
        return redirect("accounts:account")
    login(request, person, BACKEND)
    describe_session(request)
    return redirect("accounts:account")


def _told(claims: dict[str, Any]) -> Told:
    email = claims.get("email", "") if claims.get("email_verified") is True else ""
    return Told(claims["iss"], claims["sub"], claims.get("name") or "", email)


def _provider() -> Any:
    if settings.SIGN_IN is None:
        raise Http404("No provider of identities is named in the settings.")
    return settings.SIGN_IN


@cache
def _registered(provider: Any) -> Any:
    return OAuth().register(
        "provider",
        client_id=provider.client,
        client_secret=provider.secret,
        server_metadata_url=f"{provider.issuer}/.well-known/openid-configuration",
        client_kwargs=SCOPE,
    )
