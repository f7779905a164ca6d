"""Facts name their subject, their sources, and how many witnesses speak to them."""

from __future__ import annotations

import django.contrib.postgres.fields
import django.db.models.deletion
from django.db import migrations, models

EMPTY = "DELETE FROM claims_fact"
# As apps/claims/facts.py did it when the columns were added.
FILL = """
WITH grouped AS (
  SELECT fact_key, max(id) AS told_by,
         coalesce(array_agg(id ORDER BY id) FILTER (WHERE is_in_network), '{}') AS claim_ids,
         range_intersect_agg(hard) FILTER (WHERE is_in_network) AS common,
         range_merge(range_agg(hard) FILTER (WHERE is_in_network)) AS hull,
         count(DISTINCT value_entity_id) FILTER (WHERE is_in_network) AS answers,
         coalesce(array_agg(DISTINCT source_id) FILTER (WHERE is_in_network), '{}') AS source_ids,
         count(DISTINCT witness) FILTER (WHERE is_in_network) AS witnesses
    FROM (SELECT claim.*, review = 'accepted' AND NOT is_judged_wrong AS is_in_network,
                 coalesce(nullif(root, ''), source.slug) AS witness
            FROM claims_claim claim JOIN sources_source source ON source.id = source_id
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
         CASE WHEN isempty(common) THEN hull ELSE common END AS agreed,
         subject_id, source_ids, witnesses
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
   numerator_id, denominator_id, claim_ids, disagrees, agreed, subject_id, source_ids, witnesses,
   low, high)
SELECT *, lower(agreed)::float8, upper(agreed)::float8 FROM stated
"""


class Migration(migrations.Migration):
    dependencies = [
        ("claims", "0006_tells_and_follows"),
        ("entities", "0001_initial"),
    ]

    operations = [
        migrations.RunSQL(EMPTY),
        migrations.AddField(
            model_name="fact",
            name="subject",
            field=models.ForeignKey(
                db_index=False,
                default=0,
                on_delete=django.db.models.deletion.CASCADE,
                related_name="+",
                to="entities.entity",
            ),
            preserve_default=False,
        ),
        migrations.AddField(
            model_name="fact",
            name="source_ids",
            field=django.contrib.postgres.fields.ArrayField(
                base_field=models.BigIntegerField(),
                default=list,
                help_text="Whose claims are in the network.",
                size=None,
            ),
            preserve_default=False,
        ),
        migrations.AddField(
            model_name="fact",
            name="witnesses",
            field=models.IntegerField(
                default=0, help_text="How many roots these claims go back to."
            ),
            preserve_default=False,
        ),
        migrations.RunSQL(FILL),
    ]
