import django.contrib.postgres.fields
import django.contrib.postgres.fields.ranges
import django.contrib.postgres.indexes
import django.db.models.deletion
import pgtrigger.compiler
import pgtrigger.migrations
from django.conf import settings
from django.db import migrations, models

import apps.claims.querysets
from apps.ui.at_once import AtOnce


class Migration(migrations.Migration):
    replaces = [
        ("claims", "0001_initial"),
        ("claims", "0002_initial"),
        ("claims", "0003_facts"),
        ("claims", "0004_fact"),
        ("claims", "0005_fewer_indexes"),
        ("claims", "0006_tells_and_follows"),
        ("claims", "0007_fact_witnesses"),
        ("claims", "0008_tells_of_rows"),
        ("claims", "0009_corrected"),
        ("claims", "0010_what_else_is_told"),
        ("claims", "0011_strokes"),
        ("claims", "0012_what_rules_look_for"),
        ("claims", "0013_touches"),
        ("claims", "0014_tallies"),
        ("claims", "0015_count_facts"),
    ]

    initial = True

    dependencies = [
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
        ("annotations", "0007_touches"),
        ("entities", "0006_orcid"),
        ("pghistory", "0007_auto_20250421_0444"),
        ("sources", "0004_bibliography"),
    ]

    operations = [
        AtOnce(
            operations=[
                migrations.CreateModel(
                    name="Measure",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True,
                                primary_key=True,
                                serialize=False,
                                verbose_name="ID",
                            ),
                        ),
                        ("slug", models.SlugField(max_length=60, unique=True)),
                        ("label", models.CharField(max_length=120)),
                        (
                            "phrase",
                            models.CharField(
                                help_text="With {subject} and the roles, as: imports of {subject}.",
                                max_length=200,
                            ),
                        ),
                        (
                            "kind",
                            models.CharField(
                                choices=[
                                    ("quantity", "quantity"),
                                    ("share", "share of a whole"),
                                    ("count", "count"),
                                    ("rank", "rank"),
                                    ("date", "date"),
                                    ("entity", "entity"),
                                    ("text", "text"),
                                ],
                                max_length=10,
                            ),
                        ),
                        ("unit_family", models.CharField(blank=True, max_length=20)),
                        (
                            "roles",
                            models.JSONField(
                                blank=True,
                                default=list,
                                help_text='[{"slot": …, "label": …, "all_label": …, "default": …}]',
                            ),
                        ),
                        ("is_additive_over_time", models.BooleanField(default=False)),
                        (
                            "additive_over",
                            django.contrib.postgres.fields.ArrayField(
                                base_field=models.CharField(max_length=40),
                                blank=True,
                                default=list,
                                help_text="Slots whose parts add up to the whole, subject among them.",
                                size=None,
                            ),
                        ),
                        ("is_non_negative", models.BooleanField(default=True)),
                        (
                            "is_functional",
                            models.BooleanField(default=True, help_text="One value per fact."),
                        ),
                        (
                            "share_over",
                            models.CharField(
                                blank=True,
                                help_text="For a share: the slot that widens to the whole.",
                                max_length=40,
                            ),
                        ),
                        ("note", models.TextField(blank=True)),
                        (
                            "whole",
                            models.ForeignKey(
                                blank=True,
                                help_text="What it is of, or tells about.",
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                to="claims.measure",
                            ),
                        ),
                        (
                            "follows",
                            django.contrib.postgres.fields.ArrayField(
                                base_field=models.SlugField(max_length=60),
                                blank=True,
                                default=list,
                                help_text="Dates never later.",
                                size=None,
                            ),
                        ),
                        (
                            "tells",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("highest", "when it is highest"),
                                    ("lowest", "when it is lowest"),
                                    ("direction", "which way it goes over the period"),
                                    (
                                        "rise",
                                        "how much it rises from the start of the period to its end",
                                    ),
                                    (
                                        "fall",
                                        "how much it falls from the start of the period to its end",
                                    ),
                                    (
                                        "rows",
                                        "of a caption: which period the rows of its table are of",
                                    ),
                                    ("addend", "one of the parts that make it up"),
                                    ("first", "when there was the first of it"),
                                    ("last", "when there was the last of it"),
                                    ("rank", "which place the subject takes by it among others"),
                                    (
                                        "length",
                                        "of a thing's end: how long the thing lasts until then",
                                    ),
                                    (
                                        "stretch",
                                        "of a period: that it is meant from its first day to its last",
                                    ),
                                    (
                                        "holds",
                                        "of an answer: that it alone holds all through its period",
                                    ),
                                ],
                                help_text="For other than shares and ranges.",
                                max_length=10,
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["slug"],
                    },
                ),
                migrations.CreateModel(
                    name="Claim",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True,
                                primary_key=True,
                                serialize=False,
                                verbose_name="ID",
                            ),
                        ),
                        ("key", models.CharField(max_length=120, unique=True)),
                        (
                            "also",
                            django.contrib.postgres.fields.ArrayField(
                                base_field=models.CharField(max_length=120),
                                blank=True,
                                default=list,
                                size=None,
                            ),
                        ),
                        (
                            "period",
                            models.CharField(
                                blank=True, help_text="EDTF, as 2014 or 2017/2021.", max_length=40
                            ),
                        ),
                        (
                            "printed",
                            models.TextField(help_text="The exact characters of the source."),
                        ),
                        (
                            "reading",
                            models.CharField(
                                help_text="What a person confirmed: 1056, over 60, 1.5..2, 2014-11-25.",
                                max_length=250,
                            ),
                        ),
                        ("unit", models.CharField(blank=True, max_length=20)),
                        (
                            "basis",
                            models.CharField(
                                blank=True, help_text="tiv, nominal or empty.", max_length=20
                            ),
                        ),
                        (
                            "status",
                            models.CharField(
                                blank=True, help_text="delivered, ordered, expected…", max_length=12
                            ),
                        ),
                        (
                            "attribution",
                            models.CharField(
                                blank=True, help_text="Whom the source cites.", max_length=300
                            ),
                        ),
                        (
                            "root",
                            models.CharField(
                                blank=True,
                                help_text="The witness that this goes back to; else the source.",
                                max_length=60,
                            ),
                        ),
                        (
                            "sums",
                            models.CharField(
                                blank=True,
                                help_text="Slot over which its own table's rows are complete.",
                                max_length=40,
                            ),
                        ),
                        ("note", models.TextField(blank=True)),
                        (
                            "review",
                            models.CharField(
                                choices=[
                                    ("proposed", "proposed"),
                                    ("accepted", "accepted"),
                                    ("rejected", "rejected"),
                                ],
                                default="proposed",
                                editable=False,
                                max_length=10,
                            ),
                        ),
                        ("is_judged_wrong", models.BooleanField(default=False, editable=False)),
                        ("entered_at", models.DateTimeField(auto_now_add=True)),
                        ("version", models.PositiveIntegerField(default=1, editable=False)),
                        (
                            "hard",
                            django.contrib.postgres.fields.ranges.DecimalRangeField(
                                editable=False, help_text="In the family's base unit.", null=True
                            ),
                        ),
                        (
                            "plausible",
                            django.contrib.postgres.fields.ranges.DecimalRangeField(
                                editable=False, null=True
                            ),
                        ),
                        (
                            "ulp",
                            models.DecimalField(
                                decimal_places=12, editable=False, max_digits=40, null=True
                            ),
                        ),
                        (
                            "period_range",
                            django.contrib.postgres.fields.ranges.DateRangeField(
                                editable=False, null=True
                            ),
                        ),
                        ("slot_key", models.TextField(editable=False)),
                        (
                            "wider_slot_keys",
                            django.contrib.postgres.fields.ArrayField(
                                base_field=models.TextField(),
                                default=list,
                                editable=False,
                                size=None,
                            ),
                        ),
                        ("strand", models.TextField(editable=False)),
                        ("fact_key", models.TextField(editable=False)),
                        ("part_fact_key", models.TextField(blank=True, editable=False)),
                        ("whole_fact_key", models.TextField(blank=True, editable=False)),
                        (
                            "entered_by",
                            models.ForeignKey(
                                editable=False,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="claims",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "source",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="claims",
                                to="sources.source",
                            ),
                        ),
                        (
                            "subject",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="claims",
                                to="entities.entity",
                            ),
                        ),
                        (
                            "value_entity",
                            models.ForeignKey(
                                editable=False,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="entities.entity",
                            ),
                        ),
                        (
                            "measure",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="claims",
                                to="claims.measure",
                            ),
                        ),
                        (
                            "corrected_reading",
                            models.CharField(
                                blank=True,
                                editable=False,
                                help_text="What counts instead of the print.",
                                max_length=250,
                            ),
                        ),
                        (
                            "corrected_unit",
                            models.CharField(blank=True, editable=False, max_length=20),
                        ),
                    ],
                    options={
                        "ordering": ["source", "key"],
                        "indexes": [
                            models.Index(fields=["fact_key"], name="claim_fact"),
                            models.Index(
                                condition=models.Q(("sums", ""), _negated=True),
                                fields=["fact_key"],
                                name="claim_sums",
                            ),
                            models.Index(
                                condition=models.Q(("attribution", ""), _negated=True),
                                fields=["fact_key"],
                                name="claim_attributed",
                            ),
                            models.Index(
                                condition=models.Q(("is_judged_wrong", True)),
                                fields=["fact_key"],
                                name="claim_judged",
                            ),
                            models.Index(
                                condition=models.Q(("review", "accepted")),
                                fields=["source"],
                                name="claim_accepted",
                            ),
                        ],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("reading", ""), _negated=True),
                                    models.Q(("printed", ""), _negated=True),
                                ),
                                name="claim_has_print_and_reading",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("hard__isnull", True),
                                    ("hard__isempty", False),
                                    _connector="OR",
                                ),
                                name="claim_range_is_not_empty",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("period_range__isnull", True),
                                    ("period_range__isempty", False),
                                    _connector="OR",
                                ),
                                name="claim_period_is_not_empty",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="ClaimEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("id", models.BigIntegerField()),
                        ("key", models.CharField(max_length=120)),
                        (
                            "also",
                            django.contrib.postgres.fields.ArrayField(
                                base_field=models.CharField(max_length=120),
                                blank=True,
                                default=list,
                                size=None,
                            ),
                        ),
                        (
                            "period",
                            models.CharField(
                                blank=True, help_text="EDTF, as 2014 or 2017/2021.", max_length=40
                            ),
                        ),
                        (
                            "printed",
                            models.TextField(help_text="The exact characters of the source."),
                        ),
                        (
                            "reading",
                            models.CharField(
                                help_text="What a person confirmed: 1056, over 60, 1.5..2, 2014-11-25.",
                                max_length=250,
                            ),
                        ),
                        ("unit", models.CharField(blank=True, max_length=20)),
                        (
                            "basis",
                            models.CharField(
                                blank=True, help_text="tiv, nominal or empty.", max_length=20
                            ),
                        ),
                        (
                            "status",
                            models.CharField(
                                blank=True, help_text="delivered, ordered, expected…", max_length=12
                            ),
                        ),
                        (
                            "attribution",
                            models.CharField(
                                blank=True, help_text="Whom the source cites.", max_length=300
                            ),
                        ),
                        (
                            "root",
                            models.CharField(
                                blank=True,
                                help_text="The witness that this goes back to; else the source.",
                                max_length=60,
                            ),
                        ),
                        (
                            "sums",
                            models.CharField(
                                blank=True,
                                help_text="Slot over which its own table's rows are complete.",
                                max_length=40,
                            ),
                        ),
                        ("note", models.TextField(blank=True)),
                        (
                            "review",
                            models.CharField(
                                choices=[
                                    ("proposed", "proposed"),
                                    ("accepted", "accepted"),
                                    ("rejected", "rejected"),
                                ],
                                default="proposed",
                                editable=False,
                                max_length=10,
                            ),
                        ),
                        ("is_judged_wrong", models.BooleanField(default=False, editable=False)),
                        ("entered_at", models.DateTimeField(auto_now_add=True)),
                        ("version", models.PositiveIntegerField(default=1, editable=False)),
                        (
                            "hard",
                            django.contrib.postgres.fields.ranges.DecimalRangeField(
                                editable=False, help_text="In the family's base unit.", null=True
                            ),
                        ),
                        (
                            "plausible",
                            django.contrib.postgres.fields.ranges.DecimalRangeField(
                                editable=False, null=True
                            ),
                        ),
                        (
                            "ulp",
                            models.DecimalField(
                                decimal_places=12, editable=False, max_digits=40, null=True
                            ),
                        ),
                        (
                            "period_range",
                            django.contrib.postgres.fields.ranges.DateRangeField(
                                editable=False, null=True
                            ),
                        ),
                        ("slot_key", models.TextField(editable=False)),
                        (
                            "wider_slot_keys",
                            django.contrib.postgres.fields.ArrayField(
                                base_field=models.TextField(),
                                default=list,
                                editable=False,
                                size=None,
                            ),
                        ),
                        ("strand", models.TextField(editable=False)),
                        ("fact_key", models.TextField(editable=False)),
                        ("part_fact_key", models.TextField(blank=True, editable=False)),
                        ("whole_fact_key", models.TextField(blank=True, editable=False)),
                        (
                            "entered_by",
                            models.ForeignKey(
                                db_constraint=False,
                                editable=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "pgh_context",
                            models.ForeignKey(
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="pghistory.context",
                            ),
                        ),
                        (
                            "pgh_obj",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="events",
                                to="claims.claim",
                            ),
                        ),
                        (
                            "source",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="sources.source",
                            ),
                        ),
                        (
                            "subject",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="entities.entity",
                            ),
                        ),
                        (
                            "value_entity",
                            models.ForeignKey(
                                db_constraint=False,
                                editable=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="entities.entity",
                            ),
                        ),
                        (
                            "measure",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="claims.measure",
                            ),
                        ),
                        (
                            "corrected_reading",
                            models.CharField(
                                blank=True,
                                editable=False,
                                help_text="What counts instead of the print.",
                                max_length=250,
                            ),
                        ),
                        (
                            "corrected_unit",
                            models.CharField(blank=True, editable=False, max_length=20),
                        ),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="ClaimRole",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True,
                                primary_key=True,
                                serialize=False,
                                verbose_name="ID",
                            ),
                        ),
                        ("slot", models.CharField(max_length=40)),
                        (
                            "scope",
                            models.CharField(
                                choices=[
                                    ("entity", "an entity"),
                                    ("ALL", "all"),
                                    ("UNSPECIFIED", "unspecified"),
                                ],
                                max_length=12,
                            ),
                        ),
                        (
                            "claim",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="filled_roles",
                                to="claims.claim",
                            ),
                        ),
                        (
                            "entity",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="entities.entity",
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["claim", "pk"],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("claim", "slot"), name="slot_filled_once"
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("entity__isnull", False), ("scope", "entity")),
                                    models.Q(
                                        models.Q(("scope", "entity"), _negated=True),
                                        ("entity__isnull", True),
                                    ),
                                    _connector="OR",
                                ),
                                name="entity_scope_names_an_entity",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="ClaimRoleEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("id", models.BigIntegerField()),
                        ("slot", models.CharField(max_length=40)),
                        (
                            "scope",
                            models.CharField(
                                choices=[
                                    ("entity", "an entity"),
                                    ("ALL", "all"),
                                    ("UNSPECIFIED", "unspecified"),
                                ],
                                max_length=12,
                            ),
                        ),
                        (
                            "claim",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="claims.claim",
                            ),
                        ),
                        (
                            "entity",
                            models.ForeignKey(
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="entities.entity",
                            ),
                        ),
                        (
                            "pgh_context",
                            models.ForeignKey(
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="pghistory.context",
                            ),
                        ),
                        (
                            "pgh_obj",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="events",
                                to="claims.claimrole",
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="Evidence",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True,
                                primary_key=True,
                                serialize=False,
                                verbose_name="ID",
                            ),
                        ),
                        (
                            "claim",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="evidence",
                                to="claims.claim",
                            ),
                        ),
                        (
                            "passage",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="evidence",
                                to="annotations.passage",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name_plural": "evidence",
                        "ordering": ["claim", "pk"],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("claim", "passage"), name="evidence_once"
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="EvidenceEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("id", models.BigIntegerField()),
                        (
                            "claim",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="claims.claim",
                            ),
                        ),
                        (
                            "passage",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="annotations.passage",
                            ),
                        ),
                        (
                            "pgh_context",
                            models.ForeignKey(
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="pghistory.context",
                            ),
                        ),
                        (
                            "pgh_obj",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="events",
                                to="claims.evidence",
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
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
                            models.BigIntegerField(
                                help_text="Hash of measure, strand and slot key."
                            ),
                        ),
                        (
                            "period_range",
                            django.contrib.postgres.fields.ranges.DateRangeField(null=True),
                        ),
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
                            models.BigIntegerField(
                                help_text="For a share: by which fact.", null=True
                            ),
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
                        (
                            "low",
                            models.FloatField(
                                help_text="About the lower end, to sift by.", null=True
                            ),
                        ),
                        (
                            "high",
                            models.FloatField(
                                help_text="About the upper end, to sift by.", null=True
                            ),
                        ),
                        (
                            "measure",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="+",
                                to="claims.measure",
                            ),
                        ),
                        (
                            "subject",
                            models.ForeignKey(
                                db_index=False,
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="+",
                                to="entities.entity",
                            ),
                        ),
                        (
                            "source_ids",
                            django.contrib.postgres.fields.ArrayField(
                                base_field=models.BigIntegerField(),
                                help_text="Whose claims are in the network.",
                                size=None,
                            ),
                        ),
                        (
                            "witnesses",
                            models.IntegerField(
                                help_text="How many roots these claims go back to."
                            ),
                        ),
                    ],
                    options={
                        "indexes": [
                            models.Index(fields=["slots"], name="fact_slots"),
                            django.contrib.postgres.indexes.GinIndex(
                                fastupdate=False, fields=["wholes"], name="fact_wholes"
                            ),
                            django.contrib.postgres.indexes.GinIndex(
                                fastupdate=False, fields=["wider"], name="fact_wider"
                            ),
                            models.Index(fields=["numerator_id"], name="fact_numerator"),
                            models.Index(fields=["denominator_id"], name="fact_denominator"),
                            models.Index(
                                condition=models.Q(("disagrees", True)),
                                fields=["id"],
                                name="fact_disagrees",
                            ),
                            models.Index(
                                condition=models.Q(("strand__contains", "|ordered")),
                                fields=["id"],
                                name="fact_ordered",
                            ),
                            models.Index(
                                condition=models.Q(("witnesses__gt", 0)),
                                fields=["measure", "subject", "period_range", "id"],
                                name="fact_in_order",
                            ),
                            models.Index(
                                condition=models.Q(("witnesses__gt", 0)),
                                fields=["measure", "low", "high", "id"],
                                name="fact_by_value",
                            ),
                            django.contrib.postgres.indexes.GinIndex(
                                apps.claims.querysets.WordsOfKey("key"),
                                fastupdate=False,
                                name="fact_words",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="MeasureEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("id", models.BigIntegerField()),
                        ("slug", models.SlugField(db_index=False, max_length=60)),
                        ("label", models.CharField(max_length=120)),
                        (
                            "phrase",
                            models.CharField(
                                help_text="With {subject} and the roles, as: imports of {subject}.",
                                max_length=200,
                            ),
                        ),
                        (
                            "kind",
                            models.CharField(
                                choices=[
                                    ("quantity", "quantity"),
                                    ("share", "share of a whole"),
                                    ("count", "count"),
                                    ("rank", "rank"),
                                    ("date", "date"),
                                    ("entity", "entity"),
                                    ("text", "text"),
                                ],
                                max_length=10,
                            ),
                        ),
                        ("unit_family", models.CharField(blank=True, max_length=20)),
                        (
                            "roles",
                            models.JSONField(
                                blank=True,
                                default=list,
                                help_text='[{"slot": …, "label": …, "all_label": …, "default": …}]',
                            ),
                        ),
                        ("is_additive_over_time", models.BooleanField(default=False)),
                        (
                            "additive_over",
                            django.contrib.postgres.fields.ArrayField(
                                base_field=models.CharField(max_length=40),
                                blank=True,
                                default=list,
                                help_text="Slots whose parts add up to the whole, subject among them.",
                                size=None,
                            ),
                        ),
                        ("is_non_negative", models.BooleanField(default=True)),
                        (
                            "is_functional",
                            models.BooleanField(default=True, help_text="One value per fact."),
                        ),
                        (
                            "share_over",
                            models.CharField(
                                blank=True,
                                help_text="For a share: the slot that widens to the whole.",
                                max_length=40,
                            ),
                        ),
                        ("note", models.TextField(blank=True)),
                        (
                            "pgh_context",
                            models.ForeignKey(
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="pghistory.context",
                            ),
                        ),
                        (
                            "pgh_obj",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="events",
                                to="claims.measure",
                            ),
                        ),
                        (
                            "whole",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                help_text="What it is of, or tells about.",
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="claims.measure",
                            ),
                        ),
                        (
                            "follows",
                            django.contrib.postgres.fields.ArrayField(
                                base_field=models.SlugField(max_length=60),
                                blank=True,
                                default=list,
                                help_text="Dates never later.",
                                size=None,
                            ),
                        ),
                        (
                            "tells",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("highest", "when it is highest"),
                                    ("lowest", "when it is lowest"),
                                    ("direction", "which way it goes over the period"),
                                    (
                                        "rise",
                                        "how much it rises from the start of the period to its end",
                                    ),
                                    (
                                        "fall",
                                        "how much it falls from the start of the period to its end",
                                    ),
                                    (
                                        "rows",
                                        "of a caption: which period the rows of its table are of",
                                    ),
                                    ("addend", "one of the parts that make it up"),
                                    ("first", "when there was the first of it"),
                                    ("last", "when there was the last of it"),
                                    ("rank", "which place the subject takes by it among others"),
                                    (
                                        "length",
                                        "of a thing's end: how long the thing lasts until then",
                                    ),
                                    (
                                        "stretch",
                                        "of a period: that it is meant from its first day to its last",
                                    ),
                                    (
                                        "holds",
                                        "of an answer: that it alone holds all through its period",
                                    ),
                                ],
                                help_text="For other than shares and ranges.",
                                max_length=10,
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="PairTally",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True,
                                primary_key=True,
                                serialize=False,
                                verbose_name="ID",
                            ),
                        ),
                        ("facts", models.IntegerField()),
                        (
                            "measure",
                            models.ForeignKey(
                                db_index=False,
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="+",
                                to="claims.measure",
                            ),
                        ),
                        (
                            "one",
                            models.ForeignKey(
                                db_index=False,
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="+",
                                to="sources.source",
                            ),
                        ),
                        (
                            "other",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="+",
                                to="sources.source",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name_plural": "pair tallies",
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("one", "other", "measure"), name="pair_once"
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="SeriesTally",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True,
                                primary_key=True,
                                serialize=False,
                                verbose_name="ID",
                            ),
                        ),
                        ("facts", models.IntegerField()),
                        ("dated", models.IntegerField(help_text="Those that speak of a period.")),
                        ("alone", models.IntegerField(help_text="Those of one witness.")),
                        (
                            "measure",
                            models.ForeignKey(
                                db_index=False,
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="+",
                                to="claims.measure",
                            ),
                        ),
                        (
                            "subject",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="+",
                                to="entities.entity",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name_plural": "series tallies",
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("measure", "subject"), name="series_once"
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="SourceTally",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True,
                                primary_key=True,
                                serialize=False,
                                verbose_name="ID",
                            ),
                        ),
                        ("facts", models.IntegerField()),
                        (
                            "source",
                            models.OneToOneField(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="+",
                                to="sources.source",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name_plural": "source tallies",
                    },
                ),
                migrations.CreateModel(
                    name="Stroke",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True,
                                primary_key=True,
                                serialize=False,
                                verbose_name="ID",
                            ),
                        ),
                        (
                            "key",
                            models.CharField(
                                help_text="Made up by the browser, once for a form.", max_length=40
                            ),
                        ),
                        (
                            "says",
                            models.CharField(
                                help_text="What was entered, in short.", max_length=300
                            ),
                        ),
                        (
                            "made",
                            models.JSONField(
                                default=dict,
                                help_text="Mentions and claims by their numbers, claims with their version.",
                            ),
                        ),
                        ("made_at", models.DateTimeField(auto_now_add=True)),
                        ("undone_at", models.DateTimeField(null=True)),
                        (
                            "person",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="strokes",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "text",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="strokes",
                                to="sources.text",
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["-made_at", "-pk"],
                        "indexes": [
                            models.Index(fields=["person", "text", "-id"], name="stroke_newest")
                        ],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("person", "key"), name="stroke_entered_once"
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="StrokeEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("id", models.BigIntegerField()),
                        (
                            "key",
                            models.CharField(
                                help_text="Made up by the browser, once for a form.", max_length=40
                            ),
                        ),
                        (
                            "says",
                            models.CharField(
                                help_text="What was entered, in short.", max_length=300
                            ),
                        ),
                        (
                            "made",
                            models.JSONField(
                                default=dict,
                                help_text="Mentions and claims by their numbers, claims with their version.",
                            ),
                        ),
                        ("made_at", models.DateTimeField(auto_now_add=True)),
                        ("undone_at", models.DateTimeField(null=True)),
                        (
                            "person",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "pgh_context",
                            models.ForeignKey(
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="pghistory.context",
                            ),
                        ),
                        (
                            "pgh_obj",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="events",
                                to="claims.stroke",
                            ),
                        ),
                        (
                            "text",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="sources.text",
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="measure",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "claims_measureevent" ("additive_over", "follows", "id", "is_additive_over_time", "is_functional", "is_non_negative", "kind", "label", "note", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "phrase", "roles", "share_over", "slug", "tells", "unit_family", "whole_id") SELECT new_values."additive_over", new_values."follows", new_values."id", new_values."is_additive_over_time", new_values."is_functional", new_values."is_non_negative", new_values."kind", new_values."label", new_values."note", _pgh_attached_context.value, CLOCK_TIMESTAMP(), \'insert\', new_values."id", new_values."phrase", new_values."roles", new_values."share_over", new_values."slug", new_values."tells", new_values."unit_family", new_values."whole_id" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="3decd635dc4484f81c44e4d84a795cc98215ec17",
                            level="STATEMENT",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_fe873",
                            referencing="REFERENCING NEW TABLE AS new_values ",
                            table="claims_measure",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="measure",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "claims_measureevent" ("additive_over", "follows", "id", "is_additive_over_time", "is_functional", "is_non_negative", "kind", "label", "note", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "phrase", "roles", "share_over", "slug", "tells", "unit_family", "whole_id") VALUES (NEW."additive_over", NEW."follows", NEW."id", NEW."is_additive_over_time", NEW."is_functional", NEW."is_non_negative", NEW."kind", NEW."label", NEW."note", _pgh_attach_context(), CLOCK_TIMESTAMP(), \'update\', NEW."id", NEW."phrase", NEW."roles", NEW."share_over", NEW."slug", NEW."tells", NEW."unit_family", NEW."whole_id"); RETURN NULL;',
                            hash="e7e20c3395814d4c4b675a37993a3dcd38d8c48b",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_00293",
                            table="claims_measure",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="measure",
                    trigger=pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "claims_measureevent" ("additive_over", "follows", "id", "is_additive_over_time", "is_functional", "is_non_negative", "kind", "label", "note", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "phrase", "roles", "share_over", "slug", "tells", "unit_family", "whole_id") SELECT old_values."additive_over", old_values."follows", old_values."id", old_values."is_additive_over_time", old_values."is_functional", old_values."is_non_negative", old_values."kind", old_values."label", old_values."note", _pgh_attached_context.value, CLOCK_TIMESTAMP(), \'delete\', old_values."id", old_values."phrase", old_values."roles", old_values."share_over", old_values."slug", old_values."tells", old_values."unit_family", old_values."whole_id" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                            hash="0cbdf102ea307e1299346c2236b6365b029ffb91",
                            level="STATEMENT",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_d8b77",
                            referencing="REFERENCING OLD TABLE AS old_values ",
                            table="claims_measure",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="claim",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "claims_claimevent" ("also", "attribution", "basis", "corrected_reading", "corrected_unit", "entered_at", "entered_by_id", "fact_key", "hard", "id", "is_judged_wrong", "key", "measure_id", "note", "part_fact_key", "period", "period_range", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "plausible", "printed", "reading", "review", "root", "slot_key", "source_id", "status", "strand", "subject_id", "sums", "ulp", "unit", "value_entity_id", "version", "whole_fact_key", "wider_slot_keys") SELECT new_values."also", new_values."attribution", new_values."basis", new_values."corrected_reading", new_values."corrected_unit", new_values."entered_at", new_values."entered_by_id", new_values."fact_key", new_values."hard", new_values."id", new_values."is_judged_wrong", new_values."key", new_values."measure_id", new_values."note", new_values."part_fact_key", new_values."period", new_values."period_range", _pgh_attached_context.value, CLOCK_TIMESTAMP(), \'insert\', new_values."id", new_values."plausible", new_values."printed", new_values."reading", new_values."review", new_values."root", new_values."slot_key", new_values."source_id", new_values."status", new_values."strand", new_values."subject_id", new_values."sums", new_values."ulp", new_values."unit", new_values."value_entity_id", new_values."version", new_values."whole_fact_key", new_values."wider_slot_keys" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="7aa1843aeae52dce0870bbc94e773acd90205a79",
                            level="STATEMENT",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_df8fa",
                            referencing="REFERENCING NEW TABLE AS new_values ",
                            table="claims_claim",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="claim",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "claims_claimevent" ("also", "attribution", "basis", "corrected_reading", "corrected_unit", "entered_at", "entered_by_id", "fact_key", "hard", "id", "is_judged_wrong", "key", "measure_id", "note", "part_fact_key", "period", "period_range", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "plausible", "printed", "reading", "review", "root", "slot_key", "source_id", "status", "strand", "subject_id", "sums", "ulp", "unit", "value_entity_id", "version", "whole_fact_key", "wider_slot_keys") VALUES (NEW."also", NEW."attribution", NEW."basis", NEW."corrected_reading", NEW."corrected_unit", NEW."entered_at", NEW."entered_by_id", NEW."fact_key", NEW."hard", NEW."id", NEW."is_judged_wrong", NEW."key", NEW."measure_id", NEW."note", NEW."part_fact_key", NEW."period", NEW."period_range", _pgh_attach_context(), CLOCK_TIMESTAMP(), \'update\', NEW."id", NEW."plausible", NEW."printed", NEW."reading", NEW."review", NEW."root", NEW."slot_key", NEW."source_id", NEW."status", NEW."strand", NEW."subject_id", NEW."sums", NEW."ulp", NEW."unit", NEW."value_entity_id", NEW."version", NEW."whole_fact_key", NEW."wider_slot_keys"); RETURN NULL;',
                            hash="7be67c90b31e392fd7dd18a0712c782bfd3cb4d1",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_fe4ba",
                            table="claims_claim",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="claim",
                    trigger=pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "claims_claimevent" ("also", "attribution", "basis", "corrected_reading", "corrected_unit", "entered_at", "entered_by_id", "fact_key", "hard", "id", "is_judged_wrong", "key", "measure_id", "note", "part_fact_key", "period", "period_range", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "plausible", "printed", "reading", "review", "root", "slot_key", "source_id", "status", "strand", "subject_id", "sums", "ulp", "unit", "value_entity_id", "version", "whole_fact_key", "wider_slot_keys") SELECT old_values."also", old_values."attribution", old_values."basis", old_values."corrected_reading", old_values."corrected_unit", old_values."entered_at", old_values."entered_by_id", old_values."fact_key", old_values."hard", old_values."id", old_values."is_judged_wrong", old_values."key", old_values."measure_id", old_values."note", old_values."part_fact_key", old_values."period", old_values."period_range", _pgh_attached_context.value, CLOCK_TIMESTAMP(), \'delete\', old_values."id", old_values."plausible", old_values."printed", old_values."reading", old_values."review", old_values."root", old_values."slot_key", old_values."source_id", old_values."status", old_values."strand", old_values."subject_id", old_values."sums", old_values."ulp", old_values."unit", old_values."value_entity_id", old_values."version", old_values."whole_fact_key", old_values."wider_slot_keys" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                            hash="7bf63b5964010010d5968c8eecb9f9adabf5a031",
                            level="STATEMENT",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_dbf31",
                            referencing="REFERENCING OLD TABLE AS old_values ",
                            table="claims_claim",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="claim",
                    trigger=pgtrigger.compiler.Trigger(
                        name="touch_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="INSERT INTO annotations_touch (text_id, starts, ends, is_public, written_by, at)\n    SELECT passage.text_id, array_agg(passage.start), array_agg(passage.\"end\"),\n        (SELECT coalesce(bool_or(review = 'accepted'), false) FROM changed),\n        pg_current_xact_id()::text::bigint, clock_timestamp()\n    FROM annotations_passage passage WHERE passage.id IN (SELECT passage_id FROM claims_evidence WHERE claim_id IN (SELECT id FROM changed))\n    GROUP BY passage.text_id;\n    RETURN NULL;",
                            hash="9215b384c16b378edab0266fd699636f03be795a",
                            level="STATEMENT",
                            operation="INSERT",
                            pgid="pgtrigger_touch_insert_80581",
                            referencing="REFERENCING NEW TABLE AS changed ",
                            table="claims_claim",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="claim",
                    trigger=pgtrigger.compiler.Trigger(
                        name="touch_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="WITH changed AS (SELECT * FROM former UNION ALL SELECT * FROM latter) INSERT INTO annotations_touch (text_id, starts, ends, is_public, written_by, at)\n    SELECT passage.text_id, array_agg(passage.start), array_agg(passage.\"end\"),\n        (SELECT coalesce(bool_or(review = 'accepted'), false) FROM changed),\n        pg_current_xact_id()::text::bigint, clock_timestamp()\n    FROM annotations_passage passage WHERE passage.id IN (SELECT passage_id FROM claims_evidence WHERE claim_id IN (SELECT id FROM changed))\n    GROUP BY passage.text_id;\n    RETURN NULL;",
                            hash="27ca7850ac89a5906d312c10f48e2a1315c0c9de",
                            level="STATEMENT",
                            operation="UPDATE",
                            pgid="pgtrigger_touch_update_5a14f",
                            referencing="REFERENCING OLD TABLE AS former  NEW TABLE AS latter ",
                            table="claims_claim",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="claim",
                    trigger=pgtrigger.compiler.Trigger(
                        name="touch_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="INSERT INTO annotations_touch (text_id, starts, ends, is_public, written_by, at)\n    SELECT passage.text_id, array_agg(passage.start), array_agg(passage.\"end\"),\n        (SELECT coalesce(bool_or(review = 'accepted'), false) FROM changed),\n        pg_current_xact_id()::text::bigint, clock_timestamp()\n    FROM annotations_passage passage WHERE passage.id IN (SELECT passage_id FROM claims_evidence WHERE claim_id IN (SELECT id FROM changed))\n    GROUP BY passage.text_id;\n    RETURN NULL;",
                            hash="9e8b624f6ce7b470af075bf84af78214dbee0f60",
                            level="STATEMENT",
                            operation="DELETE",
                            pgid="pgtrigger_touch_delete_575f5",
                            referencing="REFERENCING OLD TABLE AS changed ",
                            table="claims_claim",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="claimevent",
                    trigger=pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="0342f9354d975fc258a2169f5a68f2fcb6b672f7",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_aeef3",
                            table="claims_claimevent",
                            when="BEFORE",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="claimrole",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "claims_claimroleevent" ("claim_id", "entity_id", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "scope", "slot") SELECT new_values."claim_id", new_values."entity_id", new_values."id", _pgh_attached_context.value, CLOCK_TIMESTAMP(), \'insert\', new_values."id", new_values."scope", new_values."slot" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="99cb0bcc813592480516a76e5949c57807cab575",
                            level="STATEMENT",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_7df6d",
                            referencing="REFERENCING NEW TABLE AS new_values ",
                            table="claims_claimrole",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="claimrole",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "claims_claimroleevent" ("claim_id", "entity_id", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "scope", "slot") VALUES (NEW."claim_id", NEW."entity_id", NEW."id", _pgh_attach_context(), CLOCK_TIMESTAMP(), \'update\', NEW."id", NEW."scope", NEW."slot"); RETURN NULL;',
                            hash="496bcf1bdb4450d61c030cda6617c24cbcfc044f",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_5a707",
                            table="claims_claimrole",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="claimrole",
                    trigger=pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "claims_claimroleevent" ("claim_id", "entity_id", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "scope", "slot") SELECT old_values."claim_id", old_values."entity_id", old_values."id", _pgh_attached_context.value, CLOCK_TIMESTAMP(), \'delete\', old_values."id", old_values."scope", old_values."slot" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                            hash="af4eb0bb09bcc5f77940d2e8af75766f96e4deda",
                            level="STATEMENT",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_b69e5",
                            referencing="REFERENCING OLD TABLE AS old_values ",
                            table="claims_claimrole",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="claimroleevent",
                    trigger=pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="684bf9a8a7c22cf81e67a58f366c77c40a4ea761",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_9b449",
                            table="claims_claimroleevent",
                            when="BEFORE",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="evidence",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "claims_evidenceevent" ("claim_id", "id", "passage_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") SELECT new_values."claim_id", new_values."id", new_values."passage_id", _pgh_attached_context.value, CLOCK_TIMESTAMP(), \'insert\', new_values."id" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="2db565eb0e2aefa9dc659d6a1d6526005d4ee729",
                            level="STATEMENT",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_d2960",
                            referencing="REFERENCING NEW TABLE AS new_values ",
                            table="claims_evidence",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="evidence",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "claims_evidenceevent" ("claim_id", "id", "passage_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (NEW."claim_id", NEW."id", NEW."passage_id", _pgh_attach_context(), CLOCK_TIMESTAMP(), \'update\', NEW."id"); RETURN NULL;',
                            hash="babcb18e20574a6bd033d829ec526d287c5623ea",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_0cf54",
                            table="claims_evidence",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="evidence",
                    trigger=pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "claims_evidenceevent" ("claim_id", "id", "passage_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") SELECT old_values."claim_id", old_values."id", old_values."passage_id", _pgh_attached_context.value, CLOCK_TIMESTAMP(), \'delete\', old_values."id" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                            hash="bad21358ca6e916a24ade0c60c00afb752b054b5",
                            level="STATEMENT",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_26a0f",
                            referencing="REFERENCING OLD TABLE AS old_values ",
                            table="claims_evidence",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="evidence",
                    trigger=pgtrigger.compiler.Trigger(
                        name="touch_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="INSERT INTO annotations_touch (text_id, starts, ends, is_public, written_by, at)\n    SELECT passage.text_id, array_agg(passage.start), array_agg(passage.\"end\"),\n        (SELECT coalesce(bool_or(EXISTS (SELECT 1 FROM claims_claim c WHERE c.id = claim_id AND c.review = 'accepted')), false) FROM changed),\n        pg_current_xact_id()::text::bigint, clock_timestamp()\n    FROM annotations_passage passage WHERE passage.id IN (SELECT passage_id FROM changed)\n    GROUP BY passage.text_id;\n    RETURN NULL;",
                            hash="4f9ed5164d24cd72da658b0b48f8ef9a44e8f03c",
                            level="STATEMENT",
                            operation="INSERT",
                            pgid="pgtrigger_touch_insert_d0823",
                            referencing="REFERENCING NEW TABLE AS changed ",
                            table="claims_evidence",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="evidence",
                    trigger=pgtrigger.compiler.Trigger(
                        name="touch_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="WITH changed AS (SELECT * FROM former UNION ALL SELECT * FROM latter) INSERT INTO annotations_touch (text_id, starts, ends, is_public, written_by, at)\n    SELECT passage.text_id, array_agg(passage.start), array_agg(passage.\"end\"),\n        (SELECT coalesce(bool_or(EXISTS (SELECT 1 FROM claims_claim c WHERE c.id = claim_id AND c.review = 'accepted')), false) FROM changed),\n        pg_current_xact_id()::text::bigint, clock_timestamp()\n    FROM annotations_passage passage WHERE passage.id IN (SELECT passage_id FROM changed)\n    GROUP BY passage.text_id;\n    RETURN NULL;",
                            hash="5d3b1067822d79a1c87b5382bfeb2f6d21cb4869",
                            level="STATEMENT",
                            operation="UPDATE",
                            pgid="pgtrigger_touch_update_fc05d",
                            referencing="REFERENCING OLD TABLE AS former  NEW TABLE AS latter ",
                            table="claims_evidence",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="evidence",
                    trigger=pgtrigger.compiler.Trigger(
                        name="touch_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="INSERT INTO annotations_touch (text_id, starts, ends, is_public, written_by, at)\n    SELECT passage.text_id, array_agg(passage.start), array_agg(passage.\"end\"),\n        (SELECT coalesce(bool_or(EXISTS (SELECT 1 FROM claims_claim c WHERE c.id = claim_id AND c.review = 'accepted')), false) FROM changed),\n        pg_current_xact_id()::text::bigint, clock_timestamp()\n    FROM annotations_passage passage WHERE passage.id IN (SELECT passage_id FROM changed)\n    GROUP BY passage.text_id;\n    RETURN NULL;",
                            hash="3a194158ed7535bed84976aedfe4c3a1cf4e40c9",
                            level="STATEMENT",
                            operation="DELETE",
                            pgid="pgtrigger_touch_delete_7c62e",
                            referencing="REFERENCING OLD TABLE AS changed ",
                            table="claims_evidence",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="evidenceevent",
                    trigger=pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="9b156cb2ce3ac82360d6f20539a0292c4af11367",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_3fd72",
                            table="claims_evidenceevent",
                            when="BEFORE",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="measureevent",
                    trigger=pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="83581b5ba981416fe30af326bfd22477821752f0",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_46112",
                            table="claims_measureevent",
                            when="BEFORE",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="stroke",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "claims_strokeevent" ("id", "key", "made", "made_at", "person_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "says", "text_id", "undone_at") SELECT new_values."id", new_values."key", new_values."made", new_values."made_at", new_values."person_id", _pgh_attached_context.value, CLOCK_TIMESTAMP(), \'insert\', new_values."id", new_values."says", new_values."text_id", new_values."undone_at" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="4e5a5faf6bfa5d2bcd95ca1072112d05af8d6f16",
                            level="STATEMENT",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_111b8",
                            referencing="REFERENCING NEW TABLE AS new_values ",
                            table="claims_stroke",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="stroke",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "claims_strokeevent" ("id", "key", "made", "made_at", "person_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "says", "text_id", "undone_at") VALUES (NEW."id", NEW."key", NEW."made", NEW."made_at", NEW."person_id", _pgh_attach_context(), CLOCK_TIMESTAMP(), \'update\', NEW."id", NEW."says", NEW."text_id", NEW."undone_at"); RETURN NULL;',
                            hash="a6f190a154ea65f70b516d7a98863cfbe318b043",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_670c3",
                            table="claims_stroke",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="stroke",
                    trigger=pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "claims_strokeevent" ("id", "key", "made", "made_at", "person_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "says", "text_id", "undone_at") SELECT old_values."id", old_values."key", old_values."made", old_values."made_at", old_values."person_id", _pgh_attached_context.value, CLOCK_TIMESTAMP(), \'delete\', old_values."id", old_values."says", old_values."text_id", old_values."undone_at" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                            hash="21747af673c80f53c940802247e63ff6df197066",
                            level="STATEMENT",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_e7c6a",
                            referencing="REFERENCING OLD TABLE AS old_values ",
                            table="claims_stroke",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="strokeevent",
                    trigger=pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="05907c5e7a8ff4f29bdaadafae2898ed730ccc1f",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_76e26",
                            table="claims_strokeevent",
                            when="BEFORE",
                        ),
                    ),
                ),
            ],
        ),
    ]
