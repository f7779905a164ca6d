"""The stored facts: what all claims that answer one question leave possible together."""

from __future__ import annotations

from django.contrib.postgres.fields import ArrayField, DateRangeField, DecimalRangeField
from django.contrib.postgres.indexes import GinIndex
from django.db import models
from django.urls import reverse

from apps.claims.querysets import FactQuerySet, WordsOfKey

# A period as one number: the first day and the day after the last, counted from the first of the
# year 1; 0 is no end. Without a first day its words stand for it, by their hash, and come last.
DAY_BITS, HASH_BITS = 23, 39
WORD = 1 << 62
DAYS = f"""
CASE WHEN lower(period_range) IS NOT NULL
     THEN ((lower(period_range) - date '0001-01-01' + 1)::bigint << {DAY_BITS})
        | coalesce(upper(period_range) - date '0001-01-01' + 1, 0)
     ELSE {WORD}
        | (coalesce(upper(period_range) - date '0001-01-01' + 1, 0)::bigint << {HASH_BITS})
        | (hashtextextended(substr(key, strpos(key, slot_key) + length(slot_key)), 0)
           & {(1 << HASH_BITS) - 1})
 END"""


class Fact(models.Model):
    """What all claims that answer one question leave possible together.

    Derived and never typed: the actions that change claims restate it, see facts.py. Facts are
    told apart by a hash of their key, so that those which contain this one can be named by number
    whether anybody speaks of them or not.
    """

    id = models.BigIntegerField(primary_key=True, help_text="Hash of the key.")
    key = models.TextField()
    measure = models.ForeignKey("claims.Measure", models.CASCADE, related_name="+")
    strand = models.TextField()
    slot_key = models.TextField()
    slots = models.BigIntegerField(help_text="Hash of measure, strand and slot key.")
    period_range = DateRangeField(null=True)
    days = models.GeneratedField(
        expression=models.Func(template=DAYS, output_field=models.BigIntegerField()),
        output_field=models.BigIntegerField(),
        db_persist=True,
        help_text="Its period as one number.",
    )
    wider = ArrayField(models.BigIntegerField(), help_text="The `slots` of what contains it.")
    wholes = ArrayField(models.BigIntegerField(), help_text="Facts of that, in its own period.")
    numerator_id = models.BigIntegerField(null=True, help_text="For a share: the fact it divides.")
    denominator_id = models.BigIntegerField(null=True, help_text="For a share: by which fact.")
    claim_ids = ArrayField(models.BigIntegerField(), help_text="Those in the network.")
    disagrees = models.BooleanField(help_text="Whether two of its claims have nothing in common.")
    agreed = DecimalRangeField(
        null=True, help_text="In the base unit: what they have in common, else their hull."
    )
    low = models.FloatField(null=True, help_text="About the lower end, to sift by.")
    high = models.FloatField(null=True, help_text="About the upper end, to sift by.")
    rise = models.FloatField(
        null=True,
        help_text="How much its lower end rose when last restated; none if it left a whole.",
    )
    subject = models.ForeignKey("entities.Entity", models.CASCADE, related_name="+", db_index=False)
    source_ids = ArrayField(models.BigIntegerField(), help_text="Whose claims are in the network.")
    witnesses = models.IntegerField(help_text="How many roots these claims go back to.")

    objects = FactQuerySet.as_manager()

    class Meta:
        indexes = [
            models.Index(fields=["slots"], name="fact_slots"),
            GinIndex(fields=["wholes"], name="fact_wholes", fastupdate=False),
            GinIndex(fields=["wider"], name="fact_wider", fastupdate=False),
            models.Index(fields=["numerator_id"], name="fact_numerator"),
            models.Index(fields=["denominator_id"], name="fact_denominator"),
            models.Index(fields=["id"], condition=models.Q(disagrees=True), name="fact_disagrees"),
            models.Index(
                fields=["measure", "subject", "period_range", "id"],
                condition=models.Q(witnesses__gt=0),
                name="fact_in_order",
            ),
            models.Index(
                fields=["measure", "low", "high", "id"],
                condition=models.Q(witnesses__gt=0),
                name="fact_by_value",
            ),
            GinIndex(WordsOfKey("key"), name="fact_words", fastupdate=False),
            models.Index(
                fields=["slots", "days"],
                include=["id", "measure", "numerator_id", "denominator_id", "low", "high"],
                condition=models.Q(agreed__isnull=False),
                name="fact_sifted",
            ),
            models.Index(
                fields=["id"], condition=models.Q(strand__contains="|ordered"), name="fact_ordered"
            ),
        ]

    def __str__(self) -> str:
        return self.key

    def get_absolute_url(self) -> str:
        return reverse("reading:fact", args=[self.key])
