"""Passages of texts and the mentions of entities in them."""

from __future__ import annotations

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.db import models

from apps.accounts.history import recorded
from apps.annotations.models_of_assignments import Assignment, OwnMark
from apps.annotations.models_of_namings import Naming
from apps.annotations.naming import named
from apps.annotations.querysets import (
    DecisionQuerySet,
    MentionQuerySet,
    MoveQuerySet,
    TouchQuerySet,
)
from apps.annotations.touching import touches, wake
from apps.entities.models import Entity
from apps.sources.models import Text

__all__ = [
    "Assignment",
    "Decision",
    "Mention",
    "Move",
    "Naming",
    "OwnMark",
    "Passage",
    "Place",
    "Review",
    "Touch",
]


class Review(models.TextChoices):
    """Where something that a person added stands."""

    PROPOSED = "proposed", "proposed"
    ACCEPTED = "accepted", "accepted"
    REJECTED = "rejected", "rejected"


@recorded()
class Passage(models.Model):
    """A stretch of a text, anchored by position and quote (W3C Web Annotation selectors)."""

    text = models.ForeignKey(Text, models.PROTECT, related_name="passages")
    start = models.PositiveIntegerField(help_text="Code points from the start of the content.")
    end = models.PositiveIntegerField()
    quote = models.TextField(help_text="The exact characters between start and end.")
    prefix = models.CharField(max_length=32, blank=True)
    suffix = models.CharField(max_length=32, blank=True)

    class Meta:
        ordering = ["text", "start", "end"]
        constraints = [
            models.UniqueConstraint(fields=["text", "start", "end"], name="passage_once_per_text"),
            models.CheckConstraint(
                condition=models.Q(end__gt=models.F("start")), name="passage_holds_a_character"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.quote} ({self.start}–{self.end})"


@touches(passages="SELECT passage_id FROM changed", public="review = 'accepted'")
@recorded()
class Mention(models.Model):
    """A passage that names an entity."""

    passage = models.ForeignKey(Passage, models.PROTECT, related_name="mentions")
    entity = models.ForeignKey(Entity, models.PROTECT, related_name="mentions")
    review = models.CharField(
        max_length=10, choices=Review.choices, default=Review.PROPOSED, editable=False
    )
    entered_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    entered_at = models.DateTimeField(auto_now_add=True)

    objects = MentionQuerySet.as_manager()

    class Meta:
        ordering = ["passage"]
        constraints = [
            models.UniqueConstraint(fields=["passage", "entity"], name="entity_named_once_here"),
        ]
        triggers = [named()]

    def __str__(self) -> str:
        return f"{self.passage.quote} → {self.entity}"


class Place(models.Model):
    """Where a person stopped reading a text; only they ever see it."""

    person = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="places")
    text = models.ForeignKey(Text, models.CASCADE, related_name="places")
    offset = models.PositiveIntegerField(help_text="Code points from the start of the content.")
    reached_at = models.DateTimeField(auto_now=True)

    class Meta:
        ordering = ["-reached_at"]
        constraints = [
            models.UniqueConstraint(fields=["person", "text"], name="one_place_in_each_text"),
        ]

    def __str__(self) -> str:
        return f"{self.person} at {self.offset} of {self.text}"


@recorded()
class Move(models.Model):
    """What becomes of a passage when another revision takes the place of its text.

    `outcome` is what the guards made of it; `state` is where it stands since people looked.
    """

    class Outcome(models.TextChoices):
        MOVED = "moved", "moved by itself"
        PROPOSED = "proposed", "place proposed"
        ORPHANED = "orphaned", "no like place found"

    class State(models.TextChoices):
        OPEN = "open", "to be reviewed"
        DONE = "done", "moved"
        DROPPED = "dropped", "stays behind"

    passage = models.OneToOneField(Passage, models.PROTECT, related_name="move")
    text = models.ForeignKey(Text, models.PROTECT, related_name="moves")
    to = models.ForeignKey(Passage, models.PROTECT, null=True, related_name="origins")
    start = models.PositiveIntegerField(null=True, help_text="Of the likeliest place, if any.")
    end = models.PositiveIntegerField(null=True)
    near = models.PositiveIntegerField(help_text="About where the passage would stand.")
    score = models.DecimalField(max_digits=4, decimal_places=3)
    has_other_figures = models.BooleanField(default=False)
    outcome = models.CharField(max_length=10, choices=Outcome.choices)
    state = models.CharField(max_length=10, choices=State.choices, default=State.OPEN)
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+"
    )
    decided_at = models.DateTimeField(null=True)
    reason = models.CharField(max_length=300, blank=True)
    version = models.PositiveIntegerField(default=1)

    objects = MoveQuerySet.as_manager()

    class Meta:
        ordering = ["text", "near", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(state="done", to__isnull=False)
                | (~models.Q(state="done") & models.Q(to__isnull=True)),
                name="move_done_has_its_place",
            ),
            models.CheckConstraint(
                condition=models.Q(start__isnull=True, end__isnull=True)
                | models.Q(start__lt=models.F("end")),
                name="move_place_holds_a_character",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.passage} → {self.to or self.get_state_display()}"


@recorded()
class Decision(models.Model):
    """What a person made of something that the reading grammar proposed for a text.

    The proposal itself is reckoned, not stored; here stands what it said when it was decided on.
    """

    class Outcome(models.TextChoices):
        ACCEPTED = "accepted", "accepted"
        CORRECTED = "corrected", "corrected"
        REJECTED = "rejected", "rejected"
        SKIPPED = "skipped", "skipped"

    text = models.ForeignKey(Text, models.PROTECT, related_name="decisions")
    start = models.PositiveIntegerField(help_text="Code points from the start of the content.")
    end = models.PositiveIntegerField()
    kind = models.CharField(max_length=10, help_text="mention, quantity or date")
    proposed = models.CharField(max_length=250, help_text="The form that was proposed.")
    decided = models.CharField(max_length=250, blank=True, help_text="What a person made of it.")
    outcome = models.CharField(max_length=10, choices=Outcome.choices)
    decided_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    decided_at = models.DateTimeField(auto_now=True)

    objects = DecisionQuerySet.as_manager()

    class Meta:
        ordering = ["text", "start", "end"]
        constraints = [
            models.UniqueConstraint(
                fields=["text", "start", "end", "kind"], name="suggestion_decided_once"
            ),
            models.CheckConstraint(
                condition=models.Q(end__gt=models.F("start")), name="decision_holds_a_character"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.start}–{self.end} {self.outcome}"


class Touch(models.Model):
    """That a text shows something else now in some places; kept for a day.

    Who was cut off asks from here what they have missed.
    """

    text = models.ForeignKey(Text, models.CASCADE, related_name="touches")
    starts = ArrayField(models.PositiveIntegerField())
    ends = ArrayField(models.PositiveIntegerField())
    is_public = models.BooleanField(help_text="Whether everybody may see what changed.")
    written_by = models.BigIntegerField(help_text="The number of the transaction.")
    at = models.DateTimeField(db_index=True)

    objects = TouchQuerySet.as_manager()

    class Meta:
        ordering = ["pk"]
        indexes = [models.Index(fields=["text", "written_by"], name="touch_since")]
        triggers = [wake()]

    def __str__(self) -> str:
        return f"{self.text} at {self.at}"
