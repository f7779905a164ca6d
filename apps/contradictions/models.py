"""Findings that people follow, the claims and print they are about, and their story."""

from __future__ import annotations

import pgtrigger
from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex
from django.db import models
from django.urls import reverse
from django.utils import timezone

from apps.accounts.history import recorded
from apps.annotations.touching import touches
from apps.claims.models import Claim
from apps.contradictions.models_of_pairs import Opinion, Pair
from apps.contradictions.models_of_proposals import Appraisal
from apps.contradictions.models_of_rooms import Room
from apps.contradictions.models_of_talk import Comment, Notice
from apps.contradictions.models_of_verdicts import (
    Distinction,
    Draft,
    Filter,
    Ground,
    Verdict,
    Visit,
    WrongLink,
)
from apps.contradictions.querysets import ContradictionQuerySet
from apps.sources.models import Text

__all__ = [
    "Appraisal",
    "Comment",
    "Contradiction",
    "Distinction",
    "Draft",
    "Filter",
    "Ground",
    "Involvement",
    "Notice",
    "Opinion",
    "Pair",
    "Room",
    "Severity",
    "Sighting",
    "Step",
    "Verdict",
    "Visit",
    "WrongLink",
]


class Severity(models.TextChoices):
    """How sure a finding is."""

    CERTAIN = "certain", "certain"
    LIKELY = "likely", "likely"
    ADVISORY = "advisory", "advisory"
    NOTE = "note", "note"


@touches(
    passages="""SELECT passage_id FROM claims_evidence WHERE claim_id IN (
        SELECT claim_id FROM contradictions_involvement
        WHERE contradiction_id IN (SELECT id FROM changed))""",
    public="true",
)
@recorded()
class Contradiction(models.Model):
    """Claims that cannot all be true, from the day they were found to their verdict."""

    class State(models.TextChoices):
        OPEN = "open", "open"
        IN_REVIEW = "in_review", "in review"
        SETTLED = "settled", "settled"
        WITHDRAWN = "withdrawn", "withdrawn"

    fingerprint = models.CharField(max_length=64, unique=True)
    rule = models.CharField(max_length=60)
    severity = models.CharField(max_length=10, choices=Severity.choices)
    state = models.CharField(max_length=10, choices=State.choices, default=State.OPEN)
    headline = models.CharField(max_length=300, help_text="The printed values against each other.")
    topic = models.CharField(max_length=300, help_text="The question, in words.")
    says = models.TextField(help_text="One sentence in plain words.")
    gap = models.CharField(max_length=80, blank=True)
    gap_in_ulps = models.DecimalField(max_digits=20, decimal_places=2, null=True)
    reckoning = models.JSONField(default=dict, help_text="Sum lines, implied ranges, explanations.")
    facts = ArrayField(models.TextField(), default=list, help_text="Keys of the facts.")
    anchor = models.TextField(
        blank=True, help_text="The fact whose sums this is about, when it is about sums."
    )
    conflicts = models.JSONField(
        default=list, help_text="Lists of claim keys: of each, at least one claim must go."
    )
    is_explored = models.BooleanField(
        default=True, help_text="Whether who is to blame was followed to the end."
    )
    inputs_hash = models.CharField(max_length=64)
    assigned_to = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="cases"
    )
    suspect = models.ForeignKey(
        Claim,
        models.PROTECT,
        null=True,
        related_name="+",
        help_text="The claim that is likeliest to blame, where one stands out.",
    )
    held_until = models.DateTimeField(
        null=True, help_text="Until when the one who took it has it to themselves."
    )
    settled_by = models.ForeignKey(
        "Verdict", models.PROTECT, null=True, related_name="settled_contradictions"
    )
    found_at = models.DateTimeField(auto_now_add=True)
    version = models.PositiveIntegerField(default=1)

    objects = ContradictionQuerySet.as_manager()

    class Meta:
        ordering = ["pk"]
        indexes = [
            GinIndex(fields=["facts"], name="contradiction_facts"),
            models.Index(fields=["anchor"], name="contradiction_anchor"),
        ]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(state="settled", settled_by__isnull=False)
                | (~models.Q(state="settled") & models.Q(settled_by__isnull=True)),
                name="contradiction_settled_wholly_or_not_at_all",
            ),
            models.CheckConstraint(
                condition=~models.Q(state="in_review") | models.Q(assigned_to__isnull=False),
                name="contradiction_in_review_has_a_reviewer",
            ),
        ]

    def __str__(self) -> str:
        return self.headline

    def get_absolute_url(self) -> str:
        return reverse("contradictions:case", args=[self.pk])

    def said_at(self, version: int) -> str:
        """What it said at an earlier version, from its history; nothing where that is not known."""
        events = self.pgh_event_model.objects.filter(pgh_obj=self, version=version)  # type: ignore[attr-defined]
        return events.values_list("says", flat=True).order_by("pgh_id").last() or ""

    @property
    def is_settled(self) -> bool:
        """Whether a verdict answers it."""
        return self.state == self.State.SETTLED

    @property
    def is_settled_by_its_own_verdict(self) -> bool:
        """Whether somebody answered this very case; others fall with a claim judged elsewhere."""
        return self.settled_by is not None and self.settled_by.contradiction_id == self.pk

    @property
    def is_held(self) -> bool:
        """Whether somebody took it, and not too long ago."""
        is_taken = self.state == self.State.IN_REVIEW and self.held_until is not None
        return is_taken and self.held_until > timezone.now()  # type: ignore[operator]

    @property
    def is_open(self) -> bool:
        """Whether somebody still has to answer it."""
        return self.state in (self.State.OPEN, self.State.IN_REVIEW)


@touches(
    passages="""SELECT passage_id FROM claims_evidence
        WHERE claim_id IN (SELECT claim_id FROM changed)""",
    public="true",
)
@recorded()
class Involvement(models.Model):
    """The part that a claim plays in a contradiction."""

    contradiction = models.ForeignKey(Contradiction, models.CASCADE, related_name="involvements")
    claim = models.ForeignKey(Claim, models.PROTECT, related_name="involvements")
    part = models.CharField(max_length=20, help_text="claim, part, whole, row, total, share.")
    position = models.PositiveSmallIntegerField(default=0)
    saw = models.CharField(
        max_length=600, blank=True, help_text="What the claim said when this was written."
    )
    regret = models.DecimalField(
        max_digits=12, decimal_places=3, null=True, help_text="Extra cost of keeping this claim."
    )
    is_candidate = models.BooleanField(
        default=False, help_text="Whether some cheapest repair gives this claim up."
    )

    class Meta:
        ordering = ["contradiction", "position"]
        constraints = [
            models.UniqueConstraint(fields=["contradiction", "claim"], name="claim_involved_once"),
        ]

    def __str__(self) -> str:
        return f"{self.claim.key} as {self.part}"


@recorded()
class Sighting(models.Model):
    """A stretch of a text that plays a part in a contradiction about the print."""

    contradiction = models.ForeignKey(Contradiction, models.CASCADE, related_name="sightings")
    text = models.ForeignKey(Text, models.PROTECT, related_name="sightings")
    start = models.PositiveIntegerField(help_text="Code points from the start of the content.")
    end = models.PositiveIntegerField()
    quote = models.TextField(help_text="What stood there when this was written.")
    part = models.CharField(max_length=20, help_text="citation, reference, figure.")
    position = models.PositiveSmallIntegerField(default=0)

    class Meta:
        ordering = ["contradiction", "position"]
        constraints = [
            models.UniqueConstraint(
                fields=["contradiction", "text", "start", "end"], name="spot_seen_once"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.quote} as {self.part}"


class Step(models.Model):
    """One line of a contradiction's story; lines are only ever added."""

    contradiction = models.ForeignKey(Contradiction, models.PROTECT, related_name="steps")
    what = models.CharField(max_length=20)
    says = models.TextField()
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["at", "pk"]
        triggers = [
            pgtrigger.Protect(
                name="story_is_never_rewritten", operation=pgtrigger.Update | pgtrigger.Delete
            )
        ]

    def __str__(self) -> str:
        return f"{self.what}: {self.says}"
