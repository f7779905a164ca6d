"""What editors decided on claims and mentions that people proposed."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.urls import reverse

from apps.accounts.history import recorded
from apps.annotations.models import Mention
from apps.claims.models import Claim
from apps.claims.wording import on_one_line, topic
from apps.contradictions.querysets import AppraisalQuerySet


@recorded()
class Appraisal(models.Model):
    """An editor's decision on one proposal; those of one act have the same `act`."""

    class Outcome(models.TextChoices):
        ACCEPTED = "accepted", "accepted"
        CORRECTED = "corrected", "corrected and accepted"
        REJECTED = "rejected", "rejected"
        SUPERSEDED = "superseded", "rejected, as another one was accepted"

    claim = models.ForeignKey(Claim, models.PROTECT, null=True, related_name="appraisals")
    mention = models.ForeignKey(Mention, models.CASCADE, null=True, related_name="appraisals")
    author = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    outcome = models.CharField(max_length=10, choices=Outcome.choices)
    reason = models.CharField(max_length=300, blank=True)
    left_at = models.PositiveBigIntegerField(
        help_text="The version of the claim, or the entity of the mention, that it left."
    )
    act = models.CharField(max_length=32, help_text="The same for all that was decided at once.")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="appraisals")
    at = models.DateTimeField(auto_now_add=True)
    undone_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+"
    )

    objects = AppraisalQuerySet.as_manager()

    class Meta:
        ordering = ["-at", "-pk"]
        indexes = [
            models.Index(fields=["author", "-at"], name="appraisal_author"),
            models.Index(fields=["act"], name="appraisal_act"),
        ]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(claim__isnull=False, mention__isnull=True)
                | models.Q(claim__isnull=True, mention__isnull=False),
                name="appraisal_is_of_one_thing",
            ),
            models.CheckConstraint(
                condition=~models.Q(outcome="rejected") | ~models.Q(reason=""),
                name="rejection_has_a_reason",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.quote}: {self.get_outcome_display()}"

    def get_absolute_url(self) -> str:
        """The place in the reader."""
        if self.claim is not None:
            return self.claim.get_absolute_url()
        return reverse("reading:passage", args=[self.mention.passage_id]) if self.mention else ""

    @property
    def quote(self) -> str:
        """What stands in the source, on one line."""
        if self.claim is not None:
            return on_one_line(self.claim.printed)
        return " ".join(self.mention.passage.quote.split()) if self.mention else ""

    @property
    def says(self) -> str:
        """What it amounted to: the question that it answers, or the entity that it names."""
        if self.claim is not None:
            return topic(self.claim)
        return f"names {self.mention.entity}" if self.mention else ""
