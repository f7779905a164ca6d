import django.contrib.postgres.fields
import django.contrib.postgres.indexes
import django.db.models.deletion
import django.db.models.functions.comparison
import pgtrigger.compiler
import pgtrigger.migrations
from django.conf import settings
from django.db import migrations, models

import apps.entities.numbers
from apps.ui.at_once import AtOnce


class Migration(migrations.Migration):
    replaces = [
        ("entities", "0001_initial"),
        ("entities", "0002_names"),
        ("entities", "0003_merges"),
        ("entities", "0004_look_alikes"),
        ("entities", "0005_splits"),
        ("entities", "0006_orcid"),
        ("entities", "0007_proposed_entities"),
    ]

    initial = True

    dependencies = [
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
        ("pghistory", "0007_auto_20250421_0444"),
    ]

    operations = [
        AtOnce(
            operations=[
                migrations.CreateModel(
                    name="Entity",
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
                        ("slug", models.SlugField(max_length=80, unique=True)),
                        ("label", models.CharField(max_length=250)),
                        (
                            "kind",
                            models.CharField(
                                choices=[
                                    ("person", "person"),
                                    ("organisation", "organisation"),
                                    ("place", "place"),
                                    ("region", "region"),
                                    ("state", "state"),
                                    ("weapon", "weapon system"),
                                    ("document", "document"),
                                    ("event", "event"),
                                    ("deal", "deal"),
                                    ("project", "project"),
                                    ("company", "company"),
                                    ("series", "publication series"),
                                ],
                                max_length=14,
                            ),
                        ),
                        ("wikidata", models.CharField(blank=True, max_length=20)),
                        ("note", models.TextField(blank=True)),
                        ("distinct_from", models.ManyToManyField(blank=True, to="entities.entity")),
                        (
                            "part_of",
                            models.ManyToManyField(
                                blank=True, related_name="parts", to="entities.entity"
                            ),
                        ),
                        (
                            "merged_into",
                            models.ForeignKey(
                                editable=False,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="merged",
                                to="entities.entity",
                            ),
                        ),
                        (
                            "orcid",
                            models.CharField(
                                blank=True,
                                help_text="Of a person, as 0000-0002-1825-0097.",
                                max_length=19,
                                validators=[apps.entities.numbers.validate_orcid],
                                verbose_name="ORCID iD",
                            ),
                        ),
                        (
                            "is_proposed",
                            models.BooleanField(
                                default=False,
                                editable=False,
                                help_text="No editor accepted it yet; the team alone sees it.",
                            ),
                        ),
                        (
                            "proposed_by",
                            models.ForeignKey(
                                editable=False,
                                help_text="Who made it while marking a passage, where that was no editor.",
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                    ],
                    options={
                        "verbose_name_plural": "entities",
                        "ordering": ["label"],
                        "indexes": [
                            models.Index(
                                condition=models.Q(("is_proposed", True)),
                                fields=["id"],
                                name="entity_proposed",
                            )
                        ],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("is_proposed", False),
                                    ("proposed_by__isnull", False),
                                    _connector="OR",
                                ),
                                name="somebody_proposed_it",
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Alias",
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
                        ("form", models.CharField(max_length=250)),
                        ("kind", models.CharField(blank=True, max_length=20)),
                        ("language", models.CharField(blank=True, max_length=12)),
                        (
                            "entity",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="aliases",
                                to="entities.entity",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name_plural": "aliases",
                        "ordering": ["entity", "form"],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("entity", "form"), name="alias_once_per_entity"
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="AliasEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("id", models.BigIntegerField()),
                        ("form", models.CharField(max_length=250)),
                        ("kind", models.CharField(blank=True, max_length=20)),
                        ("language", models.CharField(blank=True, max_length=12)),
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
                                to="entities.alias",
                            ),
                        ),
                        (
                            "entity",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="entities.entity",
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="ApartLink",
                    fields=[],
                    options={
                        "proxy": True,
                    },
                    bases=("entities.entity_distinct_from",),
                ),
                migrations.CreateModel(
                    name="ApartLinkEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("id", models.BigIntegerField()),
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
                            "from_entity",
                            models.ForeignKey(
                                db_constraint=False,
                                db_tablespace="",
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="entities.entity",
                            ),
                        ),
                        (
                            "to_entity",
                            models.ForeignKey(
                                db_constraint=False,
                                db_tablespace="",
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="entities.entity",
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="EntityEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("id", models.BigIntegerField()),
                        ("slug", models.SlugField(db_index=False, max_length=80)),
                        ("label", models.CharField(max_length=250)),
                        (
                            "kind",
                            models.CharField(
                                choices=[
                                    ("person", "person"),
                                    ("organisation", "organisation"),
                                    ("place", "place"),
                                    ("region", "region"),
                                    ("state", "state"),
                                    ("weapon", "weapon system"),
                                    ("document", "document"),
                                    ("event", "event"),
                                    ("deal", "deal"),
                                    ("project", "project"),
                                    ("company", "company"),
                                    ("series", "publication series"),
                                ],
                                max_length=14,
                            ),
                        ),
                        ("wikidata", models.CharField(blank=True, max_length=20)),
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
                                to="entities.entity",
                            ),
                        ),
                        (
                            "merged_into",
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
                            "orcid",
                            models.CharField(
                                blank=True,
                                help_text="Of a person, as 0000-0002-1825-0097.",
                                max_length=19,
                                validators=[apps.entities.numbers.validate_orcid],
                                verbose_name="ORCID iD",
                            ),
                        ),
                        (
                            "is_proposed",
                            models.BooleanField(
                                default=False,
                                editable=False,
                                help_text="No editor accepted it yet; the team alone sees it.",
                            ),
                        ),
                        (
                            "proposed_by",
                            models.ForeignKey(
                                db_constraint=False,
                                editable=False,
                                help_text="Who made it while marking a passage, where that was no editor.",
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="LookAlike",
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
                            "choice",
                            models.CharField(
                                choices=[("apart", "kept apart"), ("later", "left for later")],
                                max_length=5,
                            ),
                        ),
                        (
                            "reason",
                            models.TextField(
                                blank=True, help_text="How one tells them from each other."
                            ),
                        ),
                        ("chosen_at", models.DateTimeField(auto_now=True)),
                        (
                            "chosen_by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "one",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="+",
                                to="entities.entity",
                            ),
                        ),
                        (
                            "other",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="+",
                                to="entities.entity",
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["one", "other"],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("one", "other"), name="look_alikes_decided_once"
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("one", models.F("other")), _negated=True),
                                name="look_alikes_are_two",
                            ),
                            models.UniqueConstraint(
                                django.db.models.functions.comparison.Least("one", "other"),
                                django.db.models.functions.comparison.Greatest("one", "other"),
                                name="look_alikes_either_way_once",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="LookAlikeEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("id", models.BigIntegerField()),
                        (
                            "choice",
                            models.CharField(
                                choices=[("apart", "kept apart"), ("later", "left for later")],
                                max_length=5,
                            ),
                        ),
                        (
                            "reason",
                            models.TextField(
                                blank=True, help_text="How one tells them from each other."
                            ),
                        ),
                        ("chosen_at", models.DateTimeField(auto_now=True)),
                        (
                            "chosen_by",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "one",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="entities.entity",
                            ),
                        ),
                        (
                            "other",
                            models.ForeignKey(
                                db_constraint=False,
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
                                to="entities.lookalike",
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="Merge",
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
                        ("reason", models.TextField()),
                        ("merged_at", models.DateTimeField(auto_now_add=True)),
                        (
                            "moved",
                            models.JSONField(
                                help_text="The keys of the rows that went along, by kind."
                            ),
                        ),
                        (
                            "gone",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="merges_away",
                                to="entities.entity",
                            ),
                        ),
                        (
                            "kept",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="merges",
                                to="entities.entity",
                            ),
                        ),
                        (
                            "merged_by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "undone_by",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["-merged_at"],
                        "constraints": [
                            models.UniqueConstraint(
                                condition=models.Q(("undone_by__isnull", True)),
                                fields=("gone",),
                                name="merged_into_one_at_a_time",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("gone", models.F("kept")), _negated=True),
                                name="merge_joins_two",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="MergeEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("id", models.BigIntegerField()),
                        ("reason", models.TextField()),
                        ("merged_at", models.DateTimeField(auto_now_add=True)),
                        (
                            "moved",
                            models.JSONField(
                                help_text="The keys of the rows that went along, by kind."
                            ),
                        ),
                        (
                            "gone",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="entities.entity",
                            ),
                        ),
                        (
                            "kept",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="entities.entity",
                            ),
                        ),
                        (
                            "merged_by",
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
                                to="entities.merge",
                            ),
                        ),
                        (
                            "undone_by",
                            models.ForeignKey(
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="Name",
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
                        ("form", models.CharField(max_length=250)),
                        ("folded", models.TextField(help_text="Lower-case ASCII words.")),
                        (
                            "keys",
                            django.contrib.postgres.fields.ArrayField(
                                base_field=models.TextField(),
                                help_text="Words, their beginnings, slips and sounds.",
                                size=None,
                            ),
                        ),
                        (
                            "entity",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="names",
                                to="entities.entity",
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["entity", "form"],
                        "indexes": [
                            django.contrib.postgres.indexes.GinIndex(
                                fastupdate=False, fields=["keys"], name="name_keys"
                            )
                        ],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("entity", "form"), name="name_once_per_entity"
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="PartLink",
                    fields=[],
                    options={
                        "proxy": True,
                    },
                    bases=("entities.entity_part_of",),
                ),
                migrations.CreateModel(
                    name="PartLinkEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("id", models.BigIntegerField()),
                        (
                            "from_entity",
                            models.ForeignKey(
                                db_constraint=False,
                                db_tablespace="",
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
                            "to_entity",
                            models.ForeignKey(
                                db_constraint=False,
                                db_tablespace="",
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="entities.entity",
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="Split",
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
                        ("reason", models.TextField()),
                        ("split_at", models.DateTimeField(auto_now_add=True)),
                        (
                            "moved",
                            models.JSONField(
                                help_text="The keys of the rows that were given away, by kind."
                            ),
                        ),
                        (
                            "made",
                            models.OneToOneField(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="split_off",
                                to="entities.entity",
                            ),
                        ),
                        (
                            "origin",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="splits",
                                to="entities.entity",
                            ),
                        ),
                        (
                            "split_by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "undone_by",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["-split_at"],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(("origin", models.F("made")), _negated=True),
                                name="split_parts_two",
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="SplitEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("id", models.BigIntegerField()),
                        ("reason", models.TextField()),
                        ("split_at", models.DateTimeField(auto_now_add=True)),
                        (
                            "moved",
                            models.JSONField(
                                help_text="The keys of the rows that were given away, by kind."
                            ),
                        ),
                        (
                            "made",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="entities.entity",
                            ),
                        ),
                        (
                            "origin",
                            models.ForeignKey(
                                db_constraint=False,
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
                                to="entities.split",
                            ),
                        ),
                        (
                            "split_by",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "undone_by",
                            models.ForeignKey(
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="entity",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "entities_entityevent" ("id", "is_proposed", "kind", "label", "merged_into_id", "note", "orcid", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "proposed_by_id", "slug", "wikidata") SELECT new_values."id", new_values."is_proposed", new_values."kind", new_values."label", new_values."merged_into_id", new_values."note", new_values."orcid", _pgh_attached_context.value, CLOCK_TIMESTAMP(), \'insert\', new_values."id", new_values."proposed_by_id", new_values."slug", new_values."wikidata" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="4ceea9191f7ed1a7050c4bcbed5649b6a5d5ddc7",
                            level="STATEMENT",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_10f03",
                            referencing="REFERENCING NEW TABLE AS new_values ",
                            table="entities_entity",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="entity",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "entities_entityevent" ("id", "is_proposed", "kind", "label", "merged_into_id", "note", "orcid", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "proposed_by_id", "slug", "wikidata") VALUES (NEW."id", NEW."is_proposed", NEW."kind", NEW."label", NEW."merged_into_id", NEW."note", NEW."orcid", _pgh_attach_context(), CLOCK_TIMESTAMP(), \'update\', NEW."id", NEW."proposed_by_id", NEW."slug", NEW."wikidata"); RETURN NULL;',
                            hash="906fff9be652b9467794f18f8dae0244fa973366",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_1c1de",
                            table="entities_entity",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="entity",
                    trigger=pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "entities_entityevent" ("id", "is_proposed", "kind", "label", "merged_into_id", "note", "orcid", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "proposed_by_id", "slug", "wikidata") SELECT old_values."id", old_values."is_proposed", old_values."kind", old_values."label", old_values."merged_into_id", old_values."note", old_values."orcid", _pgh_attached_context.value, CLOCK_TIMESTAMP(), \'delete\', old_values."id", old_values."proposed_by_id", old_values."slug", old_values."wikidata" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                            hash="3f7d17bf2d093792128b3c621b5f99bd4f6b0e3b",
                            level="STATEMENT",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_ab189",
                            referencing="REFERENCING OLD TABLE AS old_values ",
                            table="entities_entity",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="alias",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "entities_aliasevent" ("entity_id", "form", "id", "kind", "language", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") SELECT new_values."entity_id", new_values."form", new_values."id", new_values."kind", new_values."language", _pgh_attached_context.value, CLOCK_TIMESTAMP(), \'insert\', new_values."id" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="b383e39a1b956138f4d8f3051296b20a9102773b",
                            level="STATEMENT",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_6f9fa",
                            referencing="REFERENCING NEW TABLE AS new_values ",
                            table="entities_alias",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="alias",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "entities_aliasevent" ("entity_id", "form", "id", "kind", "language", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (NEW."entity_id", NEW."form", NEW."id", NEW."kind", NEW."language", _pgh_attach_context(), CLOCK_TIMESTAMP(), \'update\', NEW."id"); RETURN NULL;',
                            hash="1d1c5d8b37ad3615fc5dc56349c873f8b46cd395",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_806ba",
                            table="entities_alias",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="alias",
                    trigger=pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "entities_aliasevent" ("entity_id", "form", "id", "kind", "language", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") SELECT old_values."entity_id", old_values."form", old_values."id", old_values."kind", old_values."language", _pgh_attached_context.value, CLOCK_TIMESTAMP(), \'delete\', old_values."id" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                            hash="ca92c6b9f9d9e15ce0c4d36beb156b9d2e6c2f6b",
                            level="STATEMENT",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_6a214",
                            referencing="REFERENCING OLD TABLE AS old_values ",
                            table="entities_alias",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="aliasevent",
                    trigger=pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="3b65c8c3737b4561400d7ac1f6399e0130baadfa",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_6649d",
                            table="entities_aliasevent",
                            when="BEFORE",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="apartlink",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "entities_apartlinkevent" ("from_entity_id", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "to_entity_id") SELECT new_values."from_entity_id", new_values."id", _pgh_attached_context.value, CLOCK_TIMESTAMP(), \'insert\', new_values."to_entity_id" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="e973a5c5ac7a569741c18f4408044fee6712ba7a",
                            level="STATEMENT",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_da3f4",
                            referencing="REFERENCING NEW TABLE AS new_values ",
                            table="entities_entity_distinct_from",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="apartlink",
                    trigger=pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "entities_apartlinkevent" ("from_entity_id", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "to_entity_id") SELECT old_values."from_entity_id", old_values."id", _pgh_attached_context.value, CLOCK_TIMESTAMP(), \'delete\', old_values."to_entity_id" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                            hash="dc4c88bf50ef5d3cb27bdd0b91c65855fb440245",
                            level="STATEMENT",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_4b047",
                            referencing="REFERENCING OLD TABLE AS old_values ",
                            table="entities_entity_distinct_from",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="apartlinkevent",
                    trigger=pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="3984113fbb10f2aa48da83d0bd2c72f24aab4dc2",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_50c12",
                            table="entities_apartlinkevent",
                            when="BEFORE",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="entityevent",
                    trigger=pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="66d28446c894477cae8f6e9a4c5d934930c66298",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_a6a68",
                            table="entities_entityevent",
                            when="BEFORE",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="lookalike",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "entities_lookalikeevent" ("choice", "chosen_at", "chosen_by_id", "id", "one_id", "other_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason") SELECT new_values."choice", new_values."chosen_at", new_values."chosen_by_id", new_values."id", new_values."one_id", new_values."other_id", _pgh_attached_context.value, CLOCK_TIMESTAMP(), \'insert\', new_values."id", new_values."reason" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="6371866d5c49404dd9e92d6362b5d117a7c349d0",
                            level="STATEMENT",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_e3248",
                            referencing="REFERENCING NEW TABLE AS new_values ",
                            table="entities_lookalike",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="lookalike",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "entities_lookalikeevent" ("choice", "chosen_at", "chosen_by_id", "id", "one_id", "other_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason") VALUES (NEW."choice", NEW."chosen_at", NEW."chosen_by_id", NEW."id", NEW."one_id", NEW."other_id", _pgh_attach_context(), CLOCK_TIMESTAMP(), \'update\', NEW."id", NEW."reason"); RETURN NULL;',
                            hash="ff249ced04ec43272f7ee6ebd9c0e487bdf733bb",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_f0665",
                            table="entities_lookalike",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="lookalike",
                    trigger=pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "entities_lookalikeevent" ("choice", "chosen_at", "chosen_by_id", "id", "one_id", "other_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason") SELECT old_values."choice", old_values."chosen_at", old_values."chosen_by_id", old_values."id", old_values."one_id", old_values."other_id", _pgh_attached_context.value, CLOCK_TIMESTAMP(), \'delete\', old_values."id", old_values."reason" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                            hash="dd90eff0ec96da13516b2f0289b26c328c1bfdd5",
                            level="STATEMENT",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_e115e",
                            referencing="REFERENCING OLD TABLE AS old_values ",
                            table="entities_lookalike",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="lookalikeevent",
                    trigger=pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="726bf4ab00f084c85654ea65186ea67c2384c0a5",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_138ed",
                            table="entities_lookalikeevent",
                            when="BEFORE",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="merge",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "entities_mergeevent" ("gone_id", "id", "kept_id", "merged_at", "merged_by_id", "moved", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "undone_by_id") SELECT new_values."gone_id", new_values."id", new_values."kept_id", new_values."merged_at", new_values."merged_by_id", new_values."moved", _pgh_attached_context.value, CLOCK_TIMESTAMP(), \'insert\', new_values."id", new_values."reason", new_values."undone_by_id" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="18ee245630344f5282e450e509072a60ee5c8805",
                            level="STATEMENT",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_fad64",
                            referencing="REFERENCING NEW TABLE AS new_values ",
                            table="entities_merge",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="merge",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "entities_mergeevent" ("gone_id", "id", "kept_id", "merged_at", "merged_by_id", "moved", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "undone_by_id") VALUES (NEW."gone_id", NEW."id", NEW."kept_id", NEW."merged_at", NEW."merged_by_id", NEW."moved", _pgh_attach_context(), CLOCK_TIMESTAMP(), \'update\', NEW."id", NEW."reason", NEW."undone_by_id"); RETURN NULL;',
                            hash="addcabf260dbd0f77bd178d1a925d11fc21c9af7",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_56b78",
                            table="entities_merge",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="merge",
                    trigger=pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "entities_mergeevent" ("gone_id", "id", "kept_id", "merged_at", "merged_by_id", "moved", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "undone_by_id") SELECT old_values."gone_id", old_values."id", old_values."kept_id", old_values."merged_at", old_values."merged_by_id", old_values."moved", _pgh_attached_context.value, CLOCK_TIMESTAMP(), \'delete\', old_values."id", old_values."reason", old_values."undone_by_id" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                            hash="8e0f5d32930058bbf1c12df3768367e10889e41a",
                            level="STATEMENT",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_947c2",
                            referencing="REFERENCING OLD TABLE AS old_values ",
                            table="entities_merge",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="mergeevent",
                    trigger=pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="475cd267eeb82a178303c84c454743217080424a",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_1e721",
                            table="entities_mergeevent",
                            when="BEFORE",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="partlink",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "entities_partlinkevent" ("from_entity_id", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "to_entity_id") SELECT new_values."from_entity_id", new_values."id", _pgh_attached_context.value, CLOCK_TIMESTAMP(), \'insert\', new_values."to_entity_id" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="bff2fb51056200ed33135e04a79d8139071d2370",
                            level="STATEMENT",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_bb238",
                            referencing="REFERENCING NEW TABLE AS new_values ",
                            table="entities_entity_part_of",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="partlink",
                    trigger=pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "entities_partlinkevent" ("from_entity_id", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "to_entity_id") SELECT old_values."from_entity_id", old_values."id", _pgh_attached_context.value, CLOCK_TIMESTAMP(), \'delete\', old_values."to_entity_id" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                            hash="a5f501cb8c97c84e6958086da7f14d036b040581",
                            level="STATEMENT",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_75b4e",
                            referencing="REFERENCING OLD TABLE AS old_values ",
                            table="entities_entity_part_of",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="partlinkevent",
                    trigger=pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="5569b54a7672399b6389b60f12223b6e7f7b1971",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_734b5",
                            table="entities_partlinkevent",
                            when="BEFORE",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="split",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "entities_splitevent" ("id", "made_id", "moved", "origin_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "split_at", "split_by_id", "undone_by_id") SELECT new_values."id", new_values."made_id", new_values."moved", new_values."origin_id", _pgh_attached_context.value, CLOCK_TIMESTAMP(), \'insert\', new_values."id", new_values."reason", new_values."split_at", new_values."split_by_id", new_values."undone_by_id" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="2831f799e57b778d4322b3bd4b9864390895a1dc",
                            level="STATEMENT",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_34fe7",
                            referencing="REFERENCING NEW TABLE AS new_values ",
                            table="entities_split",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="split",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "entities_splitevent" ("id", "made_id", "moved", "origin_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "split_at", "split_by_id", "undone_by_id") VALUES (NEW."id", NEW."made_id", NEW."moved", NEW."origin_id", _pgh_attach_context(), CLOCK_TIMESTAMP(), \'update\', NEW."id", NEW."reason", NEW."split_at", NEW."split_by_id", NEW."undone_by_id"); RETURN NULL;',
                            hash="88245dffbef9e12029b94788950f4b4e0f9a4367",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_0777e",
                            table="entities_split",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="split",
                    trigger=pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "entities_splitevent" ("id", "made_id", "moved", "origin_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "split_at", "split_by_id", "undone_by_id") SELECT old_values."id", old_values."made_id", old_values."moved", old_values."origin_id", _pgh_attached_context.value, CLOCK_TIMESTAMP(), \'delete\', old_values."id", old_values."reason", old_values."split_at", old_values."split_by_id", old_values."undone_by_id" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                            hash="baf53bfb6ffaa290b2a34b2db2ced791ee724466",
                            level="STATEMENT",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_fafc0",
                            referencing="REFERENCING OLD TABLE AS old_values ",
                            table="entities_split",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="splitevent",
                    trigger=pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="7e465184594d6ecdc8d682dbda54523635c81629",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_0bd27",
                            table="entities_splitevent",
                            when="BEFORE",
                        ),
                    ),
                ),
            ],
        ),
    ]
