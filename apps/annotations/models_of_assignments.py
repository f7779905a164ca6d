"""Texts that two people annotate apart, and what each of them marks meanwhile.

What is marked apart stands in no other table until it is settled, so that no page, search, stream
or file that shows passages, mentions or claims can show it.
"""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.urls import reverse

from apps.accounts.history import recorded
from apps.accounts.models import User
from apps.annotations.querysets import AssignmentQuerySet, OwnMarkQuerySet
from apps.sources.models import Text


@recorded()
class Assignment(models.Model):
    """That two people annotate a stretch of a text, and neither sees what the other marks.

    What both marked is open to the team when both are done.
    """

    text = models.ForeignKey(Text, models.PROTECT, related_name="assignments")
    start = models.PositiveIntegerField(help_text="Code points from the start of the content.")
    end = models.PositiveIntegerField()
    part = models.CharField(max_length=250, help_text="The same in words, as its heading.")
    one = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    other = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    one_done_at = models.DateTimeField(null=True)
    other_done_at = models.DateTimeField(null=True)
    called_off_at = models.DateTimeField(null=True)
    asked_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    asked_at = models.DateTimeField(auto_now_add=True)

    objects = AssignmentQuerySet.as_manager()

    class Meta:
        ordering = ["-asked_at", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(end__gt=models.F("start")), name="assignment_holds_a_character"
            ),
            models.CheckConstraint(
                condition=~models.Q(one=models.F("other")), name="assignment_is_for_two"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.one.display_name} and {self.other.display_name} on {self.part}"

    def get_absolute_url(self) -> str:
        return reverse("reading:apart", args=[self.pk])

    @property
    def people(self) -> tuple[User, User]:
        """Whom it is for."""
        return self.one, self.other

    @property
    def is_done(self) -> bool:
        """Whether both have said so."""
        return self.one_done_at is not None and self.other_done_at is not None

    @property
    def is_running(self) -> bool:
        """Whether what is marked is still unseen."""
        return self.called_off_at is None and not self.is_done

    @property
    def awaited(self) -> list[User]:
        """Who is not done."""
        done = (self.one_done_at, self.other_done_at)
        return [person for person, at in zip(self.people, done, strict=True) if at is None]


@recorded()
class OwnMark(models.Model):
    """What one of two marked while neither saw the other: who is named here, or what is claimed."""

    class Kind(models.TextChoices):
        MENTION = "mention", "mention"
        CLAIM = "claim", "claim"

    class Outcome(models.TextChoices):
        WAITING = "", "waits"
        TAKEN = "taken", "taken"
        LEFT = "left", "left out"

    assignment = models.ForeignKey(Assignment, models.PROTECT, related_name="marks")
    person = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    key = models.CharField(max_length=40, help_text="Made up by the browser, once for a form.")
    kind = models.CharField(max_length=10, choices=Kind.choices)
    start = models.PositiveIntegerField(help_text="Code points from the start of the content.")
    end = models.PositiveIntegerField()
    quote = models.TextField()
    category = models.CharField(max_length=120, help_text="The entity, or the measure.")
    reading = models.TextField(help_text="All that it says, so that two can be compared.")
    says = models.TextField(help_text="The same in words.")
    draft = models.JSONField(help_text="What is entered if it is taken.")
    marked_at = models.DateTimeField(auto_now_add=True)
    outcome = models.CharField(
        max_length=10, choices=Outcome.choices, default=Outcome.WAITING, blank=True
    )
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+"
    )
    decided_at = models.DateTimeField(null=True)

    objects = OwnMarkQuerySet.as_manager()

    class Meta:
        ordering = ["start", "end", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["person", "key"], name="own_mark_entered_once"),
            models.CheckConstraint(
                condition=models.Q(end__gt=models.F("start")), name="own_mark_holds_a_character"
            ),
            models.CheckConstraint(
                condition=models.Q(outcome="", decided_by__isnull=True)
                | (~models.Q(outcome="") & models.Q(decided_by__isnull=False)),
                name="own_mark_decided_by_somebody",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.quote} → {self.says}"
