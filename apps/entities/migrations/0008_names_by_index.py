import django.contrib.postgres.fields
import django.contrib.postgres.indexes
from django.db import migrations, models

# What names are kept under, and dear on purpose: the planner takes the keys of one word to be
# independent of each other, expects most of the table, and would compare it row by row.
KEPT = """
CREATE FUNCTION entities_name_kept(keys text[]) RETURNS text[]
LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE COST 10000
AS 'BEGIN RETURN keys; END'
"""


class Migration(migrations.Migration):
    dependencies = [
        ("entities", "0007_proposed_entities"),
    ]

    operations = [
        migrations.RunSQL(KEPT, "DROP FUNCTION entities_name_kept"),
        migrations.RemoveIndex(model_name="name", name="name_keys"),
        migrations.AlterField(
            model_name="name",
            name="folded",
            field=models.TextField(db_collation="C", help_text="Lower-case ASCII words."),
        ),
        migrations.AddIndex(
            model_name="name",
            index=django.contrib.postgres.indexes.GinIndex(
                models.Func(
                    "keys",
                    function="entities_name_kept",
                    output_field=django.contrib.postgres.fields.ArrayField(
                        base_field=models.TextField(), size=None
                    ),
                ),
                fastupdate=False,
                name="name_kept",
            ),
        ),
        migrations.AddIndex(
            model_name="name",
            index=models.Index(fields=["folded"], include=("entity", "form"), name="name_folded"),
        ),
    ]
