"""Keeps sessions in rows that say whose they are; Django's own do not."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.contrib.auth import SESSION_KEY
from django.contrib.sessions.backends.db import SessionStore as RowStore
from django.http import HttpRequest
from django.utils import timezone
from django.utils.dateparse import parse_datetime

from apps.accounts.models import Session, User

BEGAN, BROWSER = "began_at", "browser"
BROWSERS = {"Edg/": "Edge", "OPR/": "Opera", "Firefox/": "Firefox", "Chrome/": "Chrome"}
SYSTEMS = {"Android": "Android", "iPhone": "iPhone", "iPad": "iPad", "Windows": "Windows"}
SYSTEMS |= {"Mac OS X": "macOS", "Linux": "Linux"}


class SessionStore(RowStore):
    """Named in the settings as SESSION_ENGINE."""

    @classmethod
    def get_model_class(cls) -> type[Session]:
        return Session

    def create_model_instance(self, data: Mapping[str, Any]) -> Session:
        row: Session = super().create_model_instance(data)  # type: ignore[arg-type, assignment]
        row.person_id = data.get(SESSION_KEY)
        row.browser = data.get(BROWSER, "")
        row.began_at = parse_datetime(data.get(BEGAN, ""))
        return row


def describe_session(request: HttpRequest) -> None:
    """Note when this session began and with what, so that its owner knows it again."""
    request.session[BEGAN] = timezone.now().isoformat()
    request.session[BROWSER] = browser_named(request.headers.get("User-Agent", ""))


def sign_out_elsewhere(*, person: User, but: str | None) -> int:
    """End all sessions of a person but the one with this key; how many there were."""
    ended, _ = Session.objects.filter(person=person).exclude(session_key=but or "").delete()
    return ended


def browser_named(agent: str) -> str:
    """A browser and its system in a few words, as Firefox on Linux."""
    browser = _named(agent, BROWSERS) or ("Safari" if "Safari/" in agent else "A browser")
    system = _named(agent, SYSTEMS)
    return f"{browser} on {system}" if system else browser


def _named(agent: str, names: Mapping[str, str]) -> str:
    return next((name for sign, name in names.items() if sign in agent), "")
