"""The answers that editors give to contradictions; they are only ever added."""

from __future__ import annotations

import pgtrigger
from django.conf import settings
from django.db import models

from apps.accounts.history import recorded, recorded_links
from apps.claims.judging import Corrected
from apps.claims.models import Claim
from apps.contradictions.querysets import VerdictQuerySet


@recorded()
class Verdict(models.Model):
    """An editor's answer to a contradiction. Never changed; a later one may replace it."""

    class Kind(models.IntegerChoices):
        SOURCE_WRONG = 1, "The source is wrong"
        ONE_RIGHT = 2, "One is right, the other wrong"
        BOTH_STAND = 3, "Both stand"
        TRANSCRIPTION = 4, "Our transcription is wrong"
        ROUNDING = 5, "Within rounding"
        FALSE_ALARM = 6, "False alarm of the rule"
        UNDECIDED = 7, "Cannot be decided yet"

    contradiction = models.ForeignKey(
        "contradictions.Contradiction", models.PROTECT, related_name="verdicts"
    )
    kind = models.PositiveSmallIntegerField(choices=Kind.choices)
    rationale = models.TextField()
    wrong_claims = models.ManyToManyField(Claim, blank=True, related_name="verdicts_against")
    corrected_reading = models.CharField(max_length=250, blank=True)
    corrected_unit = models.CharField(max_length=20, blank=True)
    distinction = models.CharField(
        max_length=250, blank=True, help_text="What sets two claims apart that both stand."
    )
    evidence = models.TextField(blank=True)
    given_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="verdicts")
    given_at = models.DateTimeField(auto_now_add=True)

    objects = VerdictQuerySet.as_manager()

    class Meta:
        ordering = ["given_at", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(rationale__regex=r"\S.{8,}\S"), name="verdict_has_a_rationale"
            ),
        ]
        triggers = [
            pgtrigger.Protect(
                name="verdict_is_never_changed", operation=pgtrigger.Update | pgtrigger.Delete
            )
        ]

    def __str__(self) -> str:
        return f"Verdict {self.pk}: {self.get_kind_display()}"

    def claims_out_by_it_alone(self) -> models.QuerySet[Claim]:
        """Claims that it judged wrong and no other standing verdict does."""
        others = Verdict.objects.standing().exclude(pk=self.pk)
        return self.wrong_claims.judged().exclude(verdicts_against__in=others)

    @property
    def corrected(self) -> Corrected | None:
        """How the claims that it judges wrong should read, if it says so."""
        if self.kind != self.Kind.SOURCE_WRONG or not self.corrected_reading:
            return None
        return Corrected(self.corrected_reading, self.corrected_unit)


@recorded_links()
class WrongLink(Verdict.wrong_claims.through):  # type: ignore[name-defined, misc]
    """That a verdict judges a claim wrong, with the history of such links."""

    class Meta:
        proxy = True
