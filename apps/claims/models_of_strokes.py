"""What one person entered in a text in one go, so that it is stored once and can be taken back."""

from __future__ import annotations

from django.conf import settings
from django.db import models

from apps.accounts.history import recorded
from apps.claims.querysets import StrokeQuerySet
from apps.sources.models import Text


@recorded()
class Stroke(models.Model):
    """Mentions and claims that were sent together.

    The browser makes up the key before it sends anything: what it sends again after a cut line
    comes with the same key, and is not entered twice.
    """

    person = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="strokes")
    text = models.ForeignKey(Text, models.PROTECT, related_name="strokes")
    key = models.CharField(max_length=40, help_text="Made up by the browser, once for a form.")
    says = models.CharField(max_length=300, help_text="What was entered, in short.")
    made = models.JSONField(
        default=dict, help_text="Mentions and claims by their numbers, claims with their version."
    )
    made_at = models.DateTimeField(auto_now_add=True)
    undone_at = models.DateTimeField(null=True)

    objects = StrokeQuerySet.as_manager()

    class Meta:
        ordering = ["-made_at", "-pk"]
        constraints = [
            models.UniqueConstraint(fields=["person", "key"], name="stroke_entered_once"),
        ]
        indexes = [models.Index(fields=["person", "text", "-id"], name="stroke_newest")]

    def __str__(self) -> str:
        return self.says
