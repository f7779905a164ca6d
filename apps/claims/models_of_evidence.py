"""The passages on which claims stand."""

from __future__ import annotations

from django.db import models

from apps.accounts.history import recorded
from apps.annotations.models import Passage
from apps.annotations.touching import touches
from apps.claims.querysets import EvidenceQuerySet


@touches(
    passages="SELECT passage_id FROM changed",
    public="EXISTS (SELECT 1 FROM claims_claim c WHERE c.id = claim_id AND c.review = 'accepted')",
)
@recorded()
class Evidence(models.Model):
    """A passage that carries a claim.

    In each text one of them prints its value; others support it, as a caption with its unit does.
    """

    claim = models.ForeignKey("claims.Claim", models.CASCADE, related_name="evidence")
    passage = models.ForeignKey(Passage, models.PROTECT, related_name="evidence")
    prints_value = models.BooleanField(default=True, help_text="Else it supports what is printed.")

    objects = EvidenceQuerySet.as_manager()

    class Meta:
        ordering = ["claim", "-prints_value", "pk"]
        verbose_name_plural = "evidence"
        constraints = [
            models.UniqueConstraint(fields=["claim", "passage"], name="evidence_once"),
        ]

    def __str__(self) -> str:
        return f"{self.claim.key}: {self.passage}"
