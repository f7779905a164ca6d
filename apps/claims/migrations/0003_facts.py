"""The view `claims_fact`: what the claims of one fact leave possible together."""

from __future__ import annotations

from django.db import migrations

# Two intervals of an empty common intersection are disjoint (Helly number 2), so grouping by
# fact finds every disagreement without a self join. Where claims disagree the hull stands for
# the fact, so that one slip does not spread through all that rests on it.
CREATE = """
CREATE VIEW claims_fact AS
SELECT fact_key, strand, measure_id, slot_key, wider_slot_keys, period_range,
       array_agg(id ORDER BY id) AS claim_ids,
       isempty(range_intersect_agg(hard)) AS disagrees,
       CASE WHEN isempty(range_intersect_agg(hard)) THEN range_merge(range_agg(hard))
            ELSE range_intersect_agg(hard) END AS agreed
  FROM claims_claim
 WHERE review = 'accepted' AND NOT is_judged_wrong AND hard IS NOT NULL
 GROUP BY fact_key, strand, measure_id, slot_key, wider_slot_keys, period_range
"""


class Migration(migrations.Migration):
    dependencies = [("claims", "0002_initial")]

    operations = [migrations.RunSQL(CREATE, "DROP VIEW claims_fact")]
