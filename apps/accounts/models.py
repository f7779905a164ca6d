"""People of the team and the role each of them holds."""

from __future__ import annotations

from typing import Any, ClassVar

from django.contrib.auth.models import AbstractUser, UserManager
from django.db import models

from apps.accounts.history import recorded


class Role(models.TextChoices):
    """What a person does here; each role may also do what the roles before it may."""

    READER = "reader", "reader"
    ANNOTATOR = "annotator", "annotator"
    EDITOR = "editor", "editor"
    ADMIN = "admin", "admin"


class TeamManager(UserManager["User"]):
    """Makes accounts from the command line, as `manage.py createsuperuser` does."""

    use_in_migrations = False

    def create_superuser(self, *args: Any, **fields: Any) -> User:
        """A superuser is an admin of the team: the role decides who may do what."""
        return super().create_superuser(*args, **{**fields, "role": Role.ADMIN})


@recorded(exclude=["password", "last_login"])
class User(AbstractUser):
    """A person with an account. The public needs none."""

    role = models.CharField(
        max_length=10,
        choices=Role.choices,
        default=Role.READER,
        help_text="Annotators add, editors settle, admins load and keep the list of people.",
    )

    objects: ClassVar[TeamManager] = TeamManager()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=models.Q(role="admin", is_staff=True)
                | (~models.Q(role="admin") & models.Q(is_staff=False)),
                name="only_admins_are_staff",
            ),
        ]

    @property
    def display_name(self) -> str:
        """The name that is shown beside the person's work."""
        return self.get_full_name() or self.username
