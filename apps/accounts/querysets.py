"""Named reads over invitations, open sessions and attempts to log in."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from django.contrib.sessions.base_session import BaseSessionManager
from django.db import models
from django.utils import timezone

if TYPE_CHECKING:
    from apps.accounts.models import Attempt, Invitation, Session, User  # noqa: F401


class InvitationQuerySet(models.QuerySet["Invitation"]):
    """Reads over invitations."""

    def open(self) -> InvitationQuerySet:
        """Those by which somebody can still join."""
        return self.filter(
            joined_as__isnull=True, withdrawn_at__isnull=True, expires_at__gt=timezone.now()
        )


class SessionManager(BaseSessionManager["Session"]):
    """Reads over open sessions."""

    def of(self, person: User) -> models.QuerySet[Session]:
        """Where a person is logged in, the newest first."""
        return self.filter(person=person, expire_date__gt=timezone.now())


class AttemptQuerySet(models.QuerySet["Attempt"]):
    """Reads over attempts to log in."""

    def since(self, moment: datetime) -> AttemptQuerySet:
        """Those that count."""
        return self.filter(at__gt=moment)

    def until(self, moment: datetime) -> AttemptQuerySet:
        """Those that count no more."""
        return self.filter(at__lte=moment)
