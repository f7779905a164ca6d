"""How many facts there are of each kind, so that no list has to count them all."""

from __future__ import annotations

from django.db import models

from apps.claims.querysets import SeriesTallyQuerySet


class SeriesTally(models.Model):
    """The answered facts of one measure and subject. Derived, see tallies.py."""

    measure = models.ForeignKey("claims.Measure", models.CASCADE, related_name="+", db_index=False)
    subject = models.ForeignKey("entities.Entity", models.CASCADE, related_name="+")
    facts = models.IntegerField()
    dated = models.IntegerField(help_text="Those that speak of a period.")
    alone = models.IntegerField(help_text="Those of one witness.")

    objects = SeriesTallyQuerySet.as_manager()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["measure", "subject"], name="series_once")]
        verbose_name_plural = "series tallies"

    def __str__(self) -> str:
        return f"{self.measure} of {self.subject}: {self.facts}"


class SourceTally(models.Model):
    """The facts that one source answers. Derived, see tallies.py."""

    source = models.OneToOneField("sources.Source", models.CASCADE, related_name="+")
    facts = models.IntegerField()

    class Meta:
        verbose_name_plural = "source tallies"

    def __str__(self) -> str:
        return f"{self.source}: {self.facts}"


class PairTally(models.Model):
    """The facts of one measure that two sources both answer. Derived, see tallies.py.

    `one` is the source with the smaller number.
    """

    measure = models.ForeignKey("claims.Measure", models.CASCADE, related_name="+", db_index=False)
    one = models.ForeignKey("sources.Source", models.CASCADE, related_name="+", db_index=False)
    other = models.ForeignKey("sources.Source", models.CASCADE, related_name="+")
    facts = models.IntegerField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["one", "other", "measure"], name="pair_once")
        ]
        verbose_name_plural = "pair tallies"

    def __str__(self) -> str:
        return f"{self.one} and {self.other} on {self.measure}: {self.facts}"
