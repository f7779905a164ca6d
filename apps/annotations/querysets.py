"""Named reads over mentions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import models

if TYPE_CHECKING:
    from apps.annotations.models import Mention  # noqa: F401
    from apps.sources.models import Text


class MentionQuerySet(models.QuerySet["Mention"]):
    """Reads over mentions."""

    def accepted(self) -> MentionQuerySet:
        """What the public reads."""
        return self.filter(review="accepted")

    def in_text(self, text: Text) -> MentionQuerySet:
        """Mentions in one text, in reading order."""
        return (
            self.filter(passage__text=text)
            .select_related("passage", "entity")
            .order_by("passage__start", "passage__end", "pk")
        )
