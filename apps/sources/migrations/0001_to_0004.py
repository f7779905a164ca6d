import django.contrib.postgres.fields
import django.core.validators
import django.db.models.deletion
import pgtrigger.compiler
import pgtrigger.migrations
from django.db import migrations, models

from apps.ui.at_once import AtOnce


class Migration(migrations.Migration):
    replaces = [
        ("sources", "0001_initial"),
        ("sources", "0002_rights_and_translators"),
        ("sources", "0003_block_styles"),
        ("sources", "0004_bibliography"),
    ]

    initial = True

    dependencies = [
        ("pghistory", "0007_auto_20250421_0444"),
    ]

    operations = [
        AtOnce(
            operations=[
                migrations.CreateModel(
                    name="CorpusLoad",
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
                            "fixture_sha256",
                            models.CharField(
                                help_text="Of the fixture files and the originals that were installed.",
                                max_length=64,
                            ),
                        ),
                        ("loaded_at", models.DateTimeField(auto_now_add=True)),
                    ],
                    options={
                        "ordering": ["-pk"],
                    },
                ),
                migrations.CreateModel(
                    name="Source",
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
                        (
                            "position",
                            models.PositiveSmallIntegerField(
                                default=0, help_text="Order in lists."
                            ),
                        ),
                        ("title", models.CharField(max_length=400)),
                        (
                            "authors",
                            models.JSONField(
                                blank=True,
                                default=list,
                                help_text='CSL names: [{"family": …, "given": …}].',
                            ),
                        ),
                        (
                            "container",
                            models.CharField(
                                blank=True, max_length=300, verbose_name="journal or series"
                            ),
                        ),
                        ("volume", models.CharField(blank=True, max_length=30)),
                        ("issue", models.CharField(blank=True, max_length=30)),
                        ("pages", models.CharField(blank=True, max_length=30)),
                        (
                            "published",
                            models.CharField(
                                blank=True, help_text="EDTF, as 2022 or 2014-03.", max_length=30
                            ),
                        ),
                        ("doi", models.CharField(blank=True, max_length=120, verbose_name="DOI")),
                        ("url", models.URLField(blank=True, verbose_name="URL")),
                        ("publisher", models.CharField(blank=True, max_length=200)),
                        ("language", models.CharField(default="en", max_length=12)),
                        (
                            "kind",
                            models.CharField(
                                default="article-journal", help_text="CSL type.", max_length=40
                            ),
                        ),
                        (
                            "rights",
                            models.CharField(
                                choices=[
                                    ("full", "full text"),
                                    ("excerpts", "passages with at most 40 words around them"),
                                    ("record", "record edition only"),
                                ],
                                default="excerpts",
                                max_length=10,
                            ),
                        ),
                        ("licence", models.CharField(blank=True, max_length=200)),
                        ("rights_statement", models.TextField(blank=True)),
                        ("note", models.TextField(blank=True)),
                        (
                            "issn",
                            models.CharField(
                                blank=True,
                                max_length=9,
                                validators=[
                                    django.core.validators.RegexValidator(
                                        "^\\d{4}-\\d{3}[\\dX]\\Z",
                                        "Eight digits as 1427-9657; the last may be an X.",
                                    )
                                ],
                                verbose_name="ISSN",
                            ),
                        ),
                        (
                            "licence_url",
                            models.URLField(blank=True, verbose_name="address of the licence"),
                        ),
                        (
                            "translators",
                            models.JSONField(
                                blank=True,
                                default=list,
                                help_text='CSL names: [{"family": …, "given": …}].',
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["position", "slug"],
                    },
                ),
                migrations.CreateModel(
                    name="SourceEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("id", models.BigIntegerField()),
                        ("slug", models.SlugField(db_index=False, max_length=60)),
                        (
                            "position",
                            models.PositiveSmallIntegerField(
                                default=0, help_text="Order in lists."
                            ),
                        ),
                        ("title", models.CharField(max_length=400)),
                        (
                            "authors",
                            models.JSONField(
                                blank=True,
                                default=list,
                                help_text='CSL names: [{"family": …, "given": …}].',
                            ),
                        ),
                        (
                            "container",
                            models.CharField(
                                blank=True, max_length=300, verbose_name="journal or series"
                            ),
                        ),
                        ("volume", models.CharField(blank=True, max_length=30)),
                        ("issue", models.CharField(blank=True, max_length=30)),
                        ("pages", models.CharField(blank=True, max_length=30)),
                        (
                            "published",
                            models.CharField(
                                blank=True, help_text="EDTF, as 2022 or 2014-03.", max_length=30
                            ),
                        ),
                        ("doi", models.CharField(blank=True, max_length=120, verbose_name="DOI")),
                        ("url", models.URLField(blank=True, verbose_name="URL")),
                        ("publisher", models.CharField(blank=True, max_length=200)),
                        ("language", models.CharField(default="en", max_length=12)),
                        (
                            "kind",
                            models.CharField(
                                default="article-journal", help_text="CSL type.", max_length=40
                            ),
                        ),
                        (
                            "rights",
                            models.CharField(
                                choices=[
                                    ("full", "full text"),
                                    ("excerpts", "passages with at most 40 words around them"),
                                    ("record", "record edition only"),
                                ],
                                default="excerpts",
                                max_length=10,
                            ),
                        ),
                        ("licence", models.CharField(blank=True, max_length=200)),
                        ("rights_statement", models.TextField(blank=True)),
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
                                to="sources.source",
                            ),
                        ),
                        (
                            "issn",
                            models.CharField(
                                blank=True,
                                max_length=9,
                                validators=[
                                    django.core.validators.RegexValidator(
                                        "^\\d{4}-\\d{3}[\\dX]\\Z",
                                        "Eight digits as 1427-9657; the last may be an X.",
                                    )
                                ],
                                verbose_name="ISSN",
                            ),
                        ),
                        (
                            "licence_url",
                            models.URLField(blank=True, verbose_name="address of the licence"),
                        ),
                        (
                            "translators",
                            models.JSONField(
                                blank=True,
                                default=list,
                                help_text='CSL names: [{"family": …, "given": …}].',
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="Text",
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
                            "kind",
                            models.CharField(
                                choices=[("original", "original"), ("record", "record edition")],
                                max_length=10,
                            ),
                        ),
                        ("revision", models.PositiveIntegerField(default=1)),
                        ("is_current", models.BooleanField(default=True)),
                        (
                            "sha256",
                            models.CharField(help_text="Of the bytes as they came.", max_length=64),
                        ),
                        (
                            "length",
                            models.PositiveIntegerField(help_text="Code points of the content."),
                        ),
                        (
                            "content",
                            models.TextField(
                                help_text="None: the wording is not installed here.", null=True
                            ),
                        ),
                        ("added_at", models.DateTimeField(auto_now_add=True)),
                        (
                            "source",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="texts",
                                to="sources.source",
                            ),
                        ),
                        (
                            "is_stale",
                            models.BooleanField(
                                default=False,
                                editable=False,
                                help_text="Of a record edition: the claims have changed since it was written.",
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["source", "kind", "revision"],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("source", "kind", "revision"),
                                name="text_revision_is_unique",
                            ),
                            models.UniqueConstraint(
                                condition=models.Q(("is_current", True)),
                                fields=("source", "kind"),
                                name="one_current_text_per_kind",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Block",
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
                        ("position", models.PositiveIntegerField()),
                        (
                            "kind",
                            models.CharField(
                                choices=[
                                    ("heading", "heading"),
                                    ("paragraph", "paragraph"),
                                    ("list_item", "list item"),
                                    ("footnote", "footnote"),
                                    ("reference", "reference entry"),
                                    ("table", "table"),
                                    ("caption", "caption"),
                                    ("origin", "origin of a table or chart"),
                                ],
                                max_length=10,
                            ),
                        ),
                        ("level", models.PositiveSmallIntegerField(default=0)),
                        ("label", models.CharField(blank=True, max_length=40)),
                        ("start", models.PositiveIntegerField()),
                        ("end", models.PositiveIntegerField()),
                        (
                            "runs",
                            models.JSONField(
                                default=list, help_text="[start, end, glue] into the content."
                            ),
                        ),
                        ("lang", models.CharField(default="en", max_length=12)),
                        (
                            "is_outside",
                            models.BooleanField(default=False, help_text="Part of another work."),
                        ),
                        (
                            "table",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="belongings",
                                to="sources.block",
                            ),
                        ),
                        (
                            "text",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="blocks",
                                to="sources.text",
                            ),
                        ),
                        (
                            "styles",
                            models.JSONField(
                                default=list, help_text="[start, end, face, to] into the content."
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["text", "position"],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("text", "position"), name="block_position_is_unique"
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Cell",
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
                        ("row", models.PositiveSmallIntegerField()),
                        ("column", models.PositiveSmallIntegerField()),
                        ("start", models.PositiveIntegerField()),
                        ("end", models.PositiveIntegerField()),
                        (
                            "role",
                            models.CharField(
                                choices=[
                                    ("head", "column head"),
                                    ("row_head", "row head"),
                                    ("value", "value"),
                                    ("empty", "empty"),
                                ],
                                max_length=10,
                            ),
                        ),
                        ("span", models.PositiveSmallIntegerField(default=1)),
                        (
                            "row_path",
                            django.contrib.postgres.fields.ArrayField(
                                base_field=models.TextField(), default=list, size=None
                            ),
                        ),
                        (
                            "column_path",
                            django.contrib.postgres.fields.ArrayField(
                                base_field=models.TextField(), default=list, size=None
                            ),
                        ),
                        (
                            "block",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="cells",
                                to="sources.block",
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["block", "row", "column"],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("block", "row", "column"), name="cell_place_is_unique"
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Citation",
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
                            "position",
                            models.PositiveIntegerField(
                                help_text="Among the citations of the text."
                            ),
                        ),
                        ("block", models.PositiveIntegerField(help_text="Position of its block.")),
                        ("start", models.PositiveIntegerField()),
                        ("end", models.PositiveIntegerField()),
                        (
                            "shape",
                            models.CharField(
                                help_text="How it is set; a note is called.", max_length=8
                            ),
                        ),
                        (
                            "names",
                            django.contrib.postgres.fields.ArrayField(
                                base_field=models.TextField(), default=list, size=None
                            ),
                        ),
                        ("whole", models.TextField(blank=True)),
                        ("year", models.CharField(blank=True, max_length=4)),
                        ("letter", models.CharField(blank=True, max_length=1)),
                        ("day", models.CharField(blank=True, max_length=10)),
                        ("volume", models.CharField(blank=True, max_length=20)),
                        ("pages", models.CharField(blank=True, max_length=20)),
                        (
                            "places",
                            models.JSONField(
                                default=dict, help_text="Where its year and its pages stand."
                            ),
                        ),
                        (
                            "outcome",
                            models.CharField(
                                choices=[
                                    ("linked", "linked"),
                                    ("several", "several"),
                                    ("other-year", "other-year"),
                                    ("no-entry", "no-entry"),
                                ],
                                max_length=10,
                            ),
                        ),
                        (
                            "meant",
                            django.contrib.postgres.fields.ArrayField(
                                base_field=models.PositiveIntegerField(),
                                default=list,
                                help_text="Of references.",
                                size=None,
                            ),
                        ),
                        (
                            "text",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="citations",
                                to="sources.text",
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["text", "position"],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("text", "position"), name="citation_place_is_unique"
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Reference",
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
                        ("position", models.PositiveIntegerField(help_text="In the bibliography.")),
                        ("block", models.PositiveIntegerField(help_text="Position of its block.")),
                        ("start", models.PositiveIntegerField()),
                        ("end", models.PositiveIntegerField()),
                        (
                            "authors",
                            models.JSONField(
                                default=list, help_text="Pairs of family and given name."
                            ),
                        ),
                        ("year", models.CharField(blank=True, max_length=4)),
                        ("letter", models.CharField(blank=True, max_length=1)),
                        ("title", models.TextField(blank=True)),
                        ("container", models.TextField(blank=True)),
                        ("volume", models.CharField(blank=True, max_length=20)),
                        ("issue", models.CharField(blank=True, max_length=20)),
                        ("pages", models.CharField(blank=True, max_length=20)),
                        ("doi", models.TextField(blank=True)),
                        ("url", models.TextField(blank=True)),
                        (
                            "published",
                            models.CharField(
                                blank=True, help_text="EDTF, as printed.", max_length=10
                            ),
                        ),
                        (
                            "accessed",
                            models.CharField(blank=True, help_text="EDTF.", max_length=10),
                        ),
                        (
                            "in_address",
                            models.CharField(
                                blank=True, help_text="Date that the URL holds.", max_length=10
                            ),
                        ),
                        (
                            "is_undated",
                            models.BooleanField(default=False, help_text="It says n.d."),
                        ),
                        (
                            "places",
                            models.JSONField(
                                default=dict, help_text="Where in the content each part stands."
                            ),
                        ),
                        (
                            "cites",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="cited_in",
                                to="sources.source",
                            ),
                        ),
                        (
                            "text",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="references",
                                to="sources.text",
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["text", "position"],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("text", "position"), name="reference_place_is_unique"
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="TextEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("id", models.BigIntegerField()),
                        (
                            "kind",
                            models.CharField(
                                choices=[("original", "original"), ("record", "record edition")],
                                max_length=10,
                            ),
                        ),
                        ("revision", models.PositiveIntegerField(default=1)),
                        ("is_current", models.BooleanField(default=True)),
                        (
                            "sha256",
                            models.CharField(help_text="Of the bytes as they came.", max_length=64),
                        ),
                        (
                            "length",
                            models.PositiveIntegerField(help_text="Code points of the content."),
                        ),
                        ("added_at", models.DateTimeField(auto_now_add=True)),
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
                                to="sources.text",
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
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="source",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "sources_sourceevent" ("authors", "container", "doi", "id", "issn", "issue", "kind", "language", "licence", "licence_url", "note", "pages", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "published", "publisher", "rights", "rights_statement", "slug", "title", "translators", "url", "volume") SELECT new_values."authors", new_values."container", new_values."doi", new_values."id", new_values."issn", new_values."issue", new_values."kind", new_values."language", new_values."licence", new_values."licence_url", new_values."note", new_values."pages", _pgh_attached_context.value, CLOCK_TIMESTAMP(), \'insert\', new_values."id", new_values."position", new_values."published", new_values."publisher", new_values."rights", new_values."rights_statement", new_values."slug", new_values."title", new_values."translators", new_values."url", new_values."volume" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="4e6fd28fb24a3e126a158ae13b281b3fba2822f5",
                            level="STATEMENT",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_c3ed3",
                            referencing="REFERENCING NEW TABLE AS new_values ",
                            table="sources_source",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="source",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "sources_sourceevent" ("authors", "container", "doi", "id", "issn", "issue", "kind", "language", "licence", "licence_url", "note", "pages", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "published", "publisher", "rights", "rights_statement", "slug", "title", "translators", "url", "volume") VALUES (NEW."authors", NEW."container", NEW."doi", NEW."id", NEW."issn", NEW."issue", NEW."kind", NEW."language", NEW."licence", NEW."licence_url", NEW."note", NEW."pages", _pgh_attach_context(), CLOCK_TIMESTAMP(), \'update\', NEW."id", NEW."position", NEW."published", NEW."publisher", NEW."rights", NEW."rights_statement", NEW."slug", NEW."title", NEW."translators", NEW."url", NEW."volume"); RETURN NULL;',
                            hash="63485e65510cd74dcd0d2472e0afc4fc41894952",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_e6185",
                            table="sources_source",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="source",
                    trigger=pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "sources_sourceevent" ("authors", "container", "doi", "id", "issn", "issue", "kind", "language", "licence", "licence_url", "note", "pages", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "published", "publisher", "rights", "rights_statement", "slug", "title", "translators", "url", "volume") SELECT old_values."authors", old_values."container", old_values."doi", old_values."id", old_values."issn", old_values."issue", old_values."kind", old_values."language", old_values."licence", old_values."licence_url", old_values."note", old_values."pages", _pgh_attached_context.value, CLOCK_TIMESTAMP(), \'delete\', old_values."id", old_values."position", old_values."published", old_values."publisher", old_values."rights", old_values."rights_statement", old_values."slug", old_values."title", old_values."translators", old_values."url", old_values."volume" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                            hash="71cad0983347695581adaca5bdc467749c86d848",
                            level="STATEMENT",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_fde77",
                            referencing="REFERENCING OLD TABLE AS old_values ",
                            table="sources_source",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="sourceevent",
                    trigger=pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="f130dee5c0afd9f03250b1f9000e554b81c5c4ae",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_add2d",
                            table="sources_sourceevent",
                            when="BEFORE",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="text",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "sources_textevent" ("added_at", "id", "is_current", "kind", "length", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "revision", "sha256", "source_id") SELECT new_values."added_at", new_values."id", new_values."is_current", new_values."kind", new_values."length", _pgh_attached_context.value, CLOCK_TIMESTAMP(), \'insert\', new_values."id", new_values."revision", new_values."sha256", new_values."source_id" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="2857c136b85e9d394c4177f542db136a5fafb754",
                            level="STATEMENT",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_6b2db",
                            referencing="REFERENCING NEW TABLE AS new_values ",
                            table="sources_text",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="text",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition='WHEN (OLD."added_at" IS DISTINCT FROM (NEW."added_at") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."is_current" IS DISTINCT FROM (NEW."is_current") OR OLD."kind" IS DISTINCT FROM (NEW."kind") OR OLD."length" IS DISTINCT FROM (NEW."length") OR OLD."revision" IS DISTINCT FROM (NEW."revision") OR OLD."sha256" IS DISTINCT FROM (NEW."sha256") OR OLD."source_id" IS DISTINCT FROM (NEW."source_id"))',
                            func='INSERT INTO "sources_textevent" ("added_at", "id", "is_current", "kind", "length", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "revision", "sha256", "source_id") VALUES (NEW."added_at", NEW."id", NEW."is_current", NEW."kind", NEW."length", _pgh_attach_context(), CLOCK_TIMESTAMP(), \'update\', NEW."id", NEW."revision", NEW."sha256", NEW."source_id"); RETURN NULL;',
                            hash="2159a7ea23476bc897675e5868afba256360fbfe",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_958b5",
                            table="sources_text",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="text",
                    trigger=pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "sources_textevent" ("added_at", "id", "is_current", "kind", "length", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "revision", "sha256", "source_id") SELECT old_values."added_at", old_values."id", old_values."is_current", old_values."kind", old_values."length", _pgh_attached_context.value, CLOCK_TIMESTAMP(), \'delete\', old_values."id", old_values."revision", old_values."sha256", old_values."source_id" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                            hash="43b568bf08f8d775c5ab6825992a9afd1d05f014",
                            level="STATEMENT",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_4cb26",
                            referencing="REFERENCING OLD TABLE AS old_values ",
                            table="sources_text",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="textevent",
                    trigger=pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="cda757e3e71ffc1c4e9bfb16dfd023fcd76ef5e7",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_4b766",
                            table="sources_textevent",
                            when="BEFORE",
                        ),
                    ),
                ),
            ],
        ),
    ]
