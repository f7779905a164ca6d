"""What the team says to each other about a case or a passage, and what somebody is to hear of."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.urls import reverse

from apps.accounts.history import recorded
from apps.annotations.models import Passage
from apps.annotations.touching import touches
from apps.domain.refusals import quoted


@touches(passages="SELECT passage_id FROM changed", public="false")
@recorded()
class Comment(models.Model):
    """A remark or a question on a case or a passage; the team reads it, the public does not."""

    contradiction = models.ForeignKey(
        "contradictions.Contradiction", models.PROTECT, null=True, related_name="comments"
    )
    passage = models.ForeignKey(Passage, models.PROTECT, null=True, related_name="comments")
    words = models.TextField()
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="comments")
    at = models.DateTimeField(auto_now_add=True)
    is_resolved = models.BooleanField(default=False)

    class Meta:
        ordering = ["at", "pk"]
        constraints = [
            models.CheckConstraint(condition=~models.Q(words=""), name="comment_has_words"),
            models.CheckConstraint(
                condition=models.Q(contradiction__isnull=False, passage__isnull=True)
                | models.Q(contradiction__isnull=True, passage__isnull=False),
                name="comment_is_on_a_case_or_a_passage",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.by}: {self.words}"

    def get_absolute_url(self) -> str:
        if self.contradiction is not None:
            return f"{self.contradiction.get_absolute_url()}#talk"
        return f"{reverse('reading:talk', args=[self.passage_id])}#talk"

    @property
    def title(self) -> str:
        """What it is about."""
        if self.contradiction is not None:
            return str(self.contradiction.headline)
        assert self.passage is not None
        return quoted_passage(self.passage)


def quoted_passage(passage: Passage) -> str:
    """The words of a passage on one line, as far as a line holds them."""
    return quoted(" ".join(passage.quote.split()))


class Notice(models.Model):
    """That something happened which one person should hear of."""

    class About(models.TextChoices):
        VERDICT = "verdict", "a verdict on your claim"
        MENTION = "mention", "you are mentioned"
        ASSIGNMENT = "assignment", "a case for you"
        REVIEW = "review", "a review of what you proposed"

    person = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="notices")
    about = models.CharField(max_length=10, choices=About.choices)
    contradiction = models.ForeignKey(
        "contradictions.Contradiction", models.PROTECT, null=True, related_name="notices"
    )
    passage = models.ForeignKey(Passage, models.PROTECT, null=True, related_name="notices")
    headline = models.CharField(
        max_length=300, blank=True, help_text="What it is about, where that is no case."
    )
    says = models.TextField()
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    at = models.DateTimeField(auto_now_add=True)
    is_read = models.BooleanField(default=False)

    class Meta:
        ordering = ["-at", "-pk"]
        indexes = [models.Index(fields=["person", "is_read"], name="notice_unread")]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(contradiction__isnull=False, headline="")
                | (models.Q(contradiction__isnull=True) & ~models.Q(headline="")),
                name="notice_is_about_a_case_or_a_review",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_about_display()}: {self.says}"

    def get_absolute_url(self) -> str:
        if self.passage_id is not None:
            return f"{reverse('reading:talk', args=[self.passage_id])}#talk"
        if self.contradiction is None:
            return f"{reverse('contradictions:my-work')}#proposals"
        return str(self.contradiction.get_absolute_url())

    @property
    def title(self) -> str:
        """What it is about."""
        return self.headline if self.contradiction is None else str(self.contradiction.headline)
