"""People of the team, the role each of them holds, and how they come in."""

from __future__ import annotations

from typing import Any, ClassVar

from django.contrib.auth.models import AbstractUser, UserManager
from django.contrib.sessions.base_session import AbstractBaseSession
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models.functions import Now

from apps.accounts.history import recorded
from apps.accounts.querysets import AttemptQuerySet, InvitationQuerySet, SessionManager
from apps.domain.orcid import wrong_orcid


def validate_orcid(number: str) -> None:
    """For forms; nothing is no mistake."""
    if wrong := wrong_orcid(number):
        raise ValidationError(f"“{number}” {wrong}.")


class Role(models.TextChoices):
    """What a person does here; each role may also do what the roles before it may."""

    READER = "reader", "reader"
    ANNOTATOR = "annotator", "annotator"
    EDITOR = "editor", "editor"
    ADMIN = "admin", "admin"


EVERY_TEAM_ROLE = frozenset({Role.ANNOTATOR, Role.EDITOR, Role.ADMIN})
EDITORS = frozenset({Role.EDITOR, Role.ADMIN})


class TeamManager(UserManager["User"]):
    """Reads over people, and accounts from the command line as `createsuperuser` makes them."""

    use_in_migrations = False

    def editors(self) -> models.QuerySet[User]:
        """Those who review and settle, as long as they can log in."""
        return self.filter(role__in=EDITORS, is_active=True)

    def annotators(self) -> models.QuerySet[User]:
        """All who may annotate, as long as they can log in."""
        return self.filter(role__in=EVERY_TEAM_ROLE, is_active=True)

    def has_editor_beside(self, *people: User) -> bool:
        """Whether somebody else could review or settle what is these people's own."""
        return self.editors().exclude(pk__in=[person.pk for person in people]).exists()

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
    orcid = models.CharField(
        "ORCID iD",
        max_length=19,
        blank=True,
        validators=[validate_orcid],
        help_text="Your number in orcid.org, as 0000-0002-1825-0097.",
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


@recorded(exclude=["secret"])
class Invitation(models.Model):
    """That somebody may join with a role, once, by a link that an admin hands to them."""

    secret = models.CharField(
        max_length=64, unique=True, help_text="A digest of the link; the link itself is not kept."
    )
    role = models.CharField(max_length=10, choices=Role.choices)
    email = models.EmailField(blank=True, help_text="Where the link was sent, if anywhere.")
    invited_by = models.ForeignKey(User, models.PROTECT, related_name="invitations")
    made_at = models.DateTimeField(auto_now_add=True)
    expires_at = models.DateTimeField()
    withdrawn_at = models.DateTimeField(null=True)
    joined_as = models.OneToOneField(
        User, models.PROTECT, null=True, related_name="invitation", help_text="Who used it."
    )

    objects = InvitationQuerySet.as_manager()

    class Meta:
        ordering = ["-made_at", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(withdrawn_at__isnull=True) | models.Q(joined_as__isnull=True),
                name="invitation_used_or_withdrawn",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_role_display()}, until {self.expires_at:%d %b %Y}"


@recorded()
class Identity(models.Model):
    """Who a person is to a provider of identities, so that they can log in by it."""

    person = models.ForeignKey(User, models.PROTECT, related_name="identities")
    issuer = models.CharField(max_length=200, help_text="The address of the provider.")
    subject = models.CharField(max_length=255, help_text="What it calls the person.")
    linked_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["person", "pk"]
        verbose_name_plural = "identities"
        constraints = [
            models.UniqueConstraint(fields=["issuer", "subject"], name="identity_of_one_person"),
        ]

    def __str__(self) -> str:
        return f"{self.person} at {self.issuer}"


class Session(AbstractBaseSession):
    """That a browser is logged in, and whose it is, so that they can end it from another one."""

    person = models.ForeignKey(User, models.CASCADE, null=True, related_name="sessions")
    browser = models.CharField(max_length=60, blank=True)
    began_at = models.DateTimeField(null=True)

    objects: ClassVar[SessionManager] = SessionManager()

    class Meta(AbstractBaseSession.Meta):
        ordering = ["-began_at"]

    def __str__(self) -> str:
        return f"{self.person} with {self.browser}"


class Attempt(models.Model):
    """That somebody tries to log in, or failed to; digests, for people mistype into any field."""

    who = models.CharField(max_length=64, db_index=True)
    where = models.CharField(max_length=64, db_index=True)
    at = models.DateTimeField(db_default=Now(), db_index=True)

    objects = AttemptQuerySet.as_manager()

    def __str__(self) -> str:
        return f"An attempt at {self.at}"
