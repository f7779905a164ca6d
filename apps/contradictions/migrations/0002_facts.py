"""Cases know their facts, what clashes in them, and whether blame was followed to the end."""

from __future__ import annotations

import django.contrib.postgres.fields
import django.contrib.postgres.indexes
import pgtrigger.compiler
import pgtrigger.migrations
from django.conf import settings
from django.db import migrations, models

# What clashes is reckoned by the next `manage.py detect --all`.
FILL = """
UPDATE contradictions_contradiction AS filled
   SET facts = involved.facts,
       anchor = CASE WHEN rule IN ('rows-miss-total', 'parts-exceed-whole')
                     THEN involved.first ELSE '' END
  FROM (SELECT contradiction_id, array_agg(DISTINCT fact_key ORDER BY fact_key) AS facts,
               (array_agg(fact_key ORDER BY position))[1] AS first
          FROM contradictions_involvement JOIN claims_claim claim ON claim.id = claim_id
         GROUP BY contradiction_id) AS involved
 WHERE involved.contradiction_id = filled.id
"""


class Migration(migrations.Migration):
    dependencies = [
        ("contradictions", "0001_initial"),
        ("claims", "0004_fact"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        pgtrigger.migrations.RemoveTrigger(
            model_name="contradiction",
            name="insert_insert",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="contradiction",
            name="update_update",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="contradiction",
            name="delete_delete",
        ),
        migrations.RemoveField(
            model_name="contradiction",
            name="strands",
        ),
        migrations.RemoveField(
            model_name="contradictionevent",
            name="strands",
        ),
        migrations.AddField(
            model_name="contradiction",
            name="anchor",
            field=models.TextField(
                blank=True, help_text="The fact whose sums this is about, when it is about sums."
            ),
        ),
        migrations.AddField(
            model_name="contradiction",
            name="conflicts",
            field=models.JSONField(
                default=list, help_text="Lists of claim keys: of each, at least one claim must go."
            ),
        ),
        migrations.AddField(
            model_name="contradiction",
            name="facts",
            field=django.contrib.postgres.fields.ArrayField(
                base_field=models.TextField(),
                default=list,
                help_text="Keys of the facts.",
                size=None,
            ),
        ),
        migrations.AddField(
            model_name="contradiction",
            name="is_explored",
            field=models.BooleanField(
                default=True, help_text="Whether who is to blame was followed to the end."
            ),
        ),
        migrations.AddField(
            model_name="contradictionevent",
            name="anchor",
            field=models.TextField(
                blank=True, help_text="The fact whose sums this is about, when it is about sums."
            ),
        ),
        migrations.AddField(
            model_name="contradictionevent",
            name="conflicts",
            field=models.JSONField(
                default=list, help_text="Lists of claim keys: of each, at least one claim must go."
            ),
        ),
        migrations.AddField(
            model_name="contradictionevent",
            name="facts",
            field=django.contrib.postgres.fields.ArrayField(
                base_field=models.TextField(),
                default=list,
                help_text="Keys of the facts.",
                size=None,
            ),
        ),
        migrations.AddField(
            model_name="contradictionevent",
            name="is_explored",
            field=models.BooleanField(
                default=True, help_text="Whether who is to blame was followed to the end."
            ),
        ),
        migrations.RunSQL(FILL),
        migrations.AddIndex(
            model_name="contradiction",
            index=django.contrib.postgres.indexes.GinIndex(
                fields=["facts"], name="contradiction_facts"
            ),
        ),
        migrations.AddIndex(
            model_name="contradiction",
            index=models.Index(fields=["anchor"], name="contradiction_anchor"),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="contradiction",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "contradictions_contradictionevent" ("anchor", "assigned_to_id", "conflicts", "facts", "fingerprint", "found_at", "gap", "gap_in_ulps", "headline", "id", "inputs_hash", "is_explored", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reckoning", "rule", "says", "settled_by_id", "severity", "state", "topic", "version") SELECT new_values."anchor", new_values."assigned_to_id", new_values."conflicts", new_values."facts", new_values."fingerprint", new_values."found_at", new_values."gap", new_values."gap_in_ulps", new_values."headline", new_values."id", new_values."inputs_hash", new_values."is_explored", _pgh_attached_context.value, CLOCK_TIMESTAMP(), \'insert\', new_values."id", new_values."reckoning", new_values."rule", new_values."says", new_values."settled_by_id", new_values."severity", new_values."state", new_values."topic", new_values."version" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="3449a0ef2530df20872206aff0e1e9afc7f33026",
                    level="STATEMENT",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_8c216",
                    referencing="REFERENCING NEW TABLE AS new_values ",
                    table="contradictions_contradiction",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="contradiction",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "contradictions_contradictionevent" ("anchor", "assigned_to_id", "conflicts", "facts", "fingerprint", "found_at", "gap", "gap_in_ulps", "headline", "id", "inputs_hash", "is_explored", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reckoning", "rule", "says", "settled_by_id", "severity", "state", "topic", "version") VALUES (NEW."anchor", NEW."assigned_to_id", NEW."conflicts", NEW."facts", NEW."fingerprint", NEW."found_at", NEW."gap", NEW."gap_in_ulps", NEW."headline", NEW."id", NEW."inputs_hash", NEW."is_explored", _pgh_attach_context(), CLOCK_TIMESTAMP(), \'update\', NEW."id", NEW."reckoning", NEW."rule", NEW."says", NEW."settled_by_id", NEW."severity", NEW."state", NEW."topic", NEW."version"); RETURN NULL;',
                    hash="70bb03fb0ef95d7a81d2fa5ca04b3656356818f7",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_4fb31",
                    table="contradictions_contradiction",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="contradiction",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "contradictions_contradictionevent" ("anchor", "assigned_to_id", "conflicts", "facts", "fingerprint", "found_at", "gap", "gap_in_ulps", "headline", "id", "inputs_hash", "is_explored", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reckoning", "rule", "says", "settled_by_id", "severity", "state", "topic", "version") SELECT old_values."anchor", old_values."assigned_to_id", old_values."conflicts", old_values."facts", old_values."fingerprint", old_values."found_at", old_values."gap", old_values."gap_in_ulps", old_values."headline", old_values."id", old_values."inputs_hash", old_values."is_explored", _pgh_attached_context.value, CLOCK_TIMESTAMP(), \'delete\', old_values."id", old_values."reckoning", old_values."rule", old_values."says", old_values."settled_by_id", old_values."severity", old_values."state", old_values."topic", old_values."version" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                    hash="607afb735996eecfd27a1826c4cfca655ce69a6f",
                    level="STATEMENT",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_7d153",
                    referencing="REFERENCING OLD TABLE AS old_values ",
                    table="contradictions_contradiction",
                    when="AFTER",
                ),
            ),
        ),
    ]
