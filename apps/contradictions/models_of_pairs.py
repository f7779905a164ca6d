"""Two editors answer a case without seeing each other's verdict, and then find a consensus."""

from __future__ import annotations

from django.conf import settings
from django.db import models

from apps.accounts.history import recorded
from apps.contradictions.querysets import PairQuerySet


@recorded()
class Pair(models.Model):
    """That two editors were asked for a verdict each; the consensus closes it."""

    contradiction = models.ForeignKey(
        "contradictions.Contradiction", models.PROTECT, related_name="pairs"
    )
    one = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    other = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    asked_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    asked_at = models.DateTimeField(auto_now_add=True)
    is_closed = models.BooleanField(default=False)
    verdict = models.ForeignKey(
        "contradictions.Verdict",
        models.PROTECT,
        null=True,
        related_name="pairs",
        help_text="The consensus; none where it was called off.",
    )

    objects = PairQuerySet.as_manager()

    class Meta:
        ordering = ["asked_at", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["contradiction"],
                condition=models.Q(is_closed=False),
                name="one_pair_at_a_time",
            ),
            models.CheckConstraint(
                condition=~models.Q(one=models.F("other")), name="pair_is_of_two"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.one} and {self.other} on {self.contradiction}"


@recorded()
class Opinion(models.Model):
    """What one of a pair would decide, unseen by the other until both have answered."""

    pair = models.ForeignKey(Pair, models.PROTECT, related_name="opinions")
    person = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    typed = models.JSONField(help_text="The fields of the form, as those of a draft.")
    given_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["given_at", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["pair", "person"], name="one_opinion_of_each"),
        ]

    def __str__(self) -> str:
        return f"{self.person} on {self.pair.contradiction}"
