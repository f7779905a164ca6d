"""Counts the facts that there are already."""

from __future__ import annotations

from django.db import migrations

# A fact that nobody answers any more has no witnesses.
EMPTIED = "UPDATE claims_fact SET witnesses = 0, source_ids = '{}' WHERE claim_ids = '{}'"
BY_SERIES = """
INSERT INTO claims_seriestally (measure_id, subject_id, facts, dated, alone)
SELECT measure_id, subject_id, count(*), count(*) FILTER (WHERE period_range IS NOT NULL),
       count(*) FILTER (WHERE witnesses = 1)
  FROM claims_fact WHERE witnesses > 0 GROUP BY measure_id, subject_id
"""
BY_SOURCE = """
INSERT INTO claims_sourcetally (source_id, facts)
SELECT source_id, count(*)
  FROM claims_fact CROSS JOIN LATERAL unnest(source_ids) AS source_id
 WHERE witnesses > 0 GROUP BY source_id
"""
BY_PAIR = """
INSERT INTO claims_pairtally (measure_id, one_id, other_id, facts)
SELECT measure_id, one_id, other_id, count(*)
  FROM claims_fact CROSS JOIN LATERAL unnest(source_ids) AS one_id
                   CROSS JOIN LATERAL unnest(source_ids) AS other_id
 WHERE witnesses > 0 AND one_id < other_id GROUP BY measure_id, one_id, other_id
"""


class Migration(migrations.Migration):
    dependencies = [("claims", "0014_tallies")]
    operations = [
        migrations.RunSQL([EMPTIED, BY_SERIES, BY_SOURCE, BY_PAIR], migrations.RunSQL.noop)
    ]
