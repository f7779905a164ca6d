"""The view of facts becomes a table, kept by the actions that change claims."""

from __future__ import annotations

import django.contrib.postgres.fields
import django.contrib.postgres.fields.ranges
import django.contrib.postgres.indexes
import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

DROP_VIEW = "DROP VIEW claims_fact"
# As apps/claims/facts.py did it when the table was made.
FILL = """
WITH grouped AS (
  SELECT fact_key, max(id) AS told_by,
         coalesce(array_agg(id ORDER BY id) FILTER (WHERE is_in_network), '{}') AS claim_ids,
         range_intersect_agg(hard) FILTER (WHERE is_in_network) AS common,
         range_merge(range_agg(hard) FILTER (WHERE is_in_network)) AS hull,
         count(DISTINCT value_entity_id) FILTER (WHERE is_in_network) AS answers
    FROM (SELECT *, review = 'accepted' AND NOT is_judged_wrong AS is_in_network
            FROM claims_claim
           WHERE review <> 'rejected'
         ) AS claim
   GROUP BY fact_key
), stated AS (
  SELECT hashtextextended(grouped.fact_key, 0) AS id, grouped.fact_key, measure_id, strand,
         slot_key, hashtextextended(stem || slot_key, 0) AS slots, period_range,
         ARRAY(SELECT hashtextextended(stem || wider, 0) FROM unnest(wider_slot_keys) AS wider)
           AS wider,
         ARRAY(SELECT hashtextextended(head || wider || tail, 0)
                 FROM unnest(wider_slot_keys) AS wider) AS wholes,
         CASE WHEN part_fact_key <> whole_fact_key THEN hashtextextended(part_fact_key, 0) END
           AS numerator_id,
         CASE WHEN part_fact_key <> whole_fact_key THEN hashtextextended(whole_fact_key, 0) END
           AS denominator_id,
         claim_ids, coalesce(isempty(common), false) OR answers > 1 AS disagrees,
         CASE WHEN isempty(common) THEN hull ELSE common END AS agreed
    FROM grouped
    JOIN claims_claim claim ON claim.id = told_by
   CROSS JOIN LATERAL (
     SELECT measure_id || ' ' || strand || ' ' AS stem,
            split_part(grouped.fact_key, '|', 1) || '|' AS head) AS before
   CROSS JOIN LATERAL (
     SELECT substr(grouped.fact_key, length(head) + length(slot_key) + 1) AS tail) AS after
)
INSERT INTO claims_fact
  (id, key, measure_id, strand, slot_key, slots, period_range, wider, wholes,
   numerator_id, denominator_id, claim_ids, disagrees, agreed, low, high)
SELECT *, lower(agreed)::float8, upper(agreed)::float8 FROM stated
"""


class Migration(migrations.Migration):
    dependencies = [
        ("claims", "0003_facts"),
        ("entities", "0001_initial"),
        ("sources", "0001_initial"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.RunSQL(DROP_VIEW),
        migrations.CreateModel(
            name="Fact",
            fields=[
                (
                    "id",
                    models.BigIntegerField(
                        help_text="Hash of the key.", primary_key=True, serialize=False
                    ),
                ),
                ("key", models.TextField()),
                ("strand", models.TextField()),
                ("slot_key", models.TextField()),
                (
                    "slots",
                    models.BigIntegerField(help_text="Hash of measure, strand and slot key."),
                ),
                ("period_range", django.contrib.postgres.fields.ranges.DateRangeField(null=True)),
                (
                    "wider",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.BigIntegerField(),
                        help_text="The `slots` of what contains it.",
                        size=None,
                    ),
                ),
                (
                    "wholes",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.BigIntegerField(),
                        help_text="Facts of that, in its own period.",
                        size=None,
                    ),
                ),
                (
                    "numerator_id",
                    models.BigIntegerField(
                        help_text="For a share: the fact it divides.", null=True
                    ),
                ),
                (
                    "denominator_id",
                    models.BigIntegerField(help_text="For a share: by which fact.", null=True),
                ),
                (
                    "claim_ids",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.BigIntegerField(),
                        help_text="Those in the network.",
                        size=None,
                    ),
                ),
                (
                    "disagrees",
                    models.BooleanField(
                        help_text="Whether two of its claims have nothing in common."
                    ),
                ),
                (
                    "agreed",
                    django.contrib.postgres.fields.ranges.DecimalRangeField(
                        help_text="In the base unit: what they have in common, else their hull.",
                        null=True,
                    ),
                ),
                ("low", models.FloatField(help_text="About the lower end, to sift by.", null=True)),
                (
                    "high",
                    models.FloatField(help_text="About the upper end, to sift by.", null=True),
                ),
            ],
        ),
        migrations.AddIndex(
            model_name="claim",
            index=models.Index(
                condition=models.Q(("sums", ""), _negated=True),
                fields=["fact_key"],
                name="claim_sums",
            ),
        ),
        migrations.AddField(
            model_name="fact",
            name="measure",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE, related_name="+", to="claims.measure"
            ),
        ),
        migrations.AddIndex(
            model_name="fact",
            index=models.Index(fields=["slots"], name="fact_slots"),
        ),
        migrations.AddIndex(
            model_name="fact",
            index=django.contrib.postgres.indexes.GinIndex(
                fastupdate=False, fields=["wholes"], name="fact_wholes"
            ),
        ),
        migrations.AddIndex(
            model_name="fact",
            index=django.contrib.postgres.indexes.GinIndex(
                fastupdate=False, fields=["wider"], name="fact_wider"
            ),
        ),
        migrations.AddIndex(
            model_name="fact",
            index=models.Index(fields=["numerator_id"], name="fact_numerator"),
        ),
        migrations.AddIndex(
            model_name="fact",
            index=models.Index(fields=["denominator_id"], name="fact_denominator"),
        ),
        migrations.AddIndex(
            model_name="fact",
            index=models.Index(
                condition=models.Q(("disagrees", True)), fields=["id"], name="fact_disagrees"
            ),
        ),
        migrations.RunSQL(FILL),
    ]
