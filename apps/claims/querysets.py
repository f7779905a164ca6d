"""Named reads over claims."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from django.db import models

if TYPE_CHECKING:
    from apps.claims.models import Claim  # noqa: F401
    from apps.sources.models import Source, Text


class ClaimQuerySet(models.QuerySet["Claim"]):
    """Reads over claims."""

    def accepted(self) -> ClaimQuerySet:
        """What the public reads."""
        return self.filter(review="accepted")

    def in_network(self) -> ClaimQuerySet:
        """Claims that detection reckons with: accepted and not judged wrong."""
        return self.accepted().filter(is_judged_wrong=False)

    def of_source(self, source: Source) -> ClaimQuerySet:
        """All claims that one source makes."""
        return self.filter(source=source)

    def in_text(self, text: Text) -> ClaimQuerySet:
        """Claims with a passage in this text."""
        return self.filter(evidence__passage__text=text)

    def on_facts(self, fact_keys: Iterable[str]) -> ClaimQuerySet:
        """Claims that answer one of these questions."""
        return self.filter(fact_key__in=list(fact_keys))

    def in_words(self) -> ClaimQuerySet:
        """With all that is needed to say a claim in words."""
        return self.select_related("source", "measure", "subject", "value_entity").prefetch_related(
            "filled_roles__entity"
        )
