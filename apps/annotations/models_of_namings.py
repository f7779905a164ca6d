"""Which entities are named in which text, so that no list has to go through all passages."""

from __future__ import annotations

from django.db import models

from apps.annotations.querysets import NamingQuerySet


class Naming(models.Model):
    """An accepted mention with the text that it stands in. Derived by a trigger, see naming.py."""

    mention = models.OneToOneField(
        "annotations.Mention", models.DO_NOTHING, primary_key=True, related_name="+"
    )
    text = models.ForeignKey("sources.Text", models.DO_NOTHING, related_name="+", db_index=False)
    entity = models.ForeignKey(
        "entities.Entity", models.DO_NOTHING, related_name="+", db_index=False
    )

    objects = NamingQuerySet.as_manager()

    class Meta:
        ordering = ["mention"]
        indexes = [
            models.Index(fields=["text", "entity"], name="naming_by_text"),
            models.Index(fields=["entity", "text"], name="naming_by_entity"),
        ]

    def __str__(self) -> str:
        return f"{self.entity} in {self.text}"
