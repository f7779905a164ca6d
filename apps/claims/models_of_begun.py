"""Claims that people are still writing beside a passage, so that they can go on anywhere."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.db import models

from apps.claims.querysets import BegunClaimQuerySet
from apps.sources.models import Text

SAYING = ("reading", "unit", "subject", "period")


class BegunClaim(models.Model):
    """The form of a claim as its author left it; only they see it.

    It stays when its author leaves the team, unseen by all others, and is there if they return.
    """

    person = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="begun_claims"
    )
    text = models.ForeignKey(Text, models.PROTECT, related_name="+")
    start = models.PositiveIntegerField(help_text="Code points from the start of the content.")
    end = models.PositiveIntegerField()
    quote = models.TextField(help_text="The exact characters between start and end.")
    claim = models.ForeignKey(
        "claims.Claim", models.CASCADE, null=True, related_name="+", help_text="That is edited."
    )
    typed = models.JSONField(default=dict, help_text="The fields of the form, as they were sent.")
    form = models.CharField(max_length=40, help_text="The key of the form that sent them last.")
    version = models.PositiveIntegerField(default=1)
    saved_at = models.DateTimeField(auto_now=True)

    objects = BegunClaimQuerySet.as_manager()

    class Meta:
        ordering = ["-saved_at"]
        constraints = [
            models.UniqueConstraint(
                fields=["person", "text", "start", "end"],
                condition=models.Q(claim__isnull=True),
                name="one_begun_claim_of_each_person_here",
            ),
            models.UniqueConstraint(
                fields=["person", "claim"],
                condition=models.Q(claim__isnull=False),
                name="one_begun_edit_of_each_person",
            ),
            models.CheckConstraint(
                condition=models.Q(end__gt=models.F("start")), name="begun_holds_a_character"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.person} at {self.start} of {self.text}"

    def get_absolute_url(self) -> str:
        """Where its form opens in the text."""
        names = f"edit={self.claim.key}" if self.claim else f"mark={self.start},{self.end}"
        return f"{self.text.source.get_absolute_url()}?at={self.start}#{names}"

    @property
    def fields(self) -> dict[str, Any]:
        """What was typed, and where."""
        return {**self.typed, "start": str(self.start), "end": str(self.end)}

    @property
    def shown(self) -> str:
        """The passage on one line, as it is read."""
        return " ".join(self.quote.split())

    @property
    def says(self) -> str:
        """What was typed, in short."""
        return " ".join(filter(None, (self.typed.get(name, "") for name in SAYING)))
