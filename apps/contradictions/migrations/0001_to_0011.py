import django.contrib.postgres.fields
import django.contrib.postgres.indexes
import django.db.models.deletion
import pgtrigger.compiler
import pgtrigger.migrations
from django.conf import settings
from django.db import migrations, models

from apps.ui.at_once import AtOnce


class Migration(migrations.Migration):
    replaces = [
        ("contradictions", "0001_initial"),
        ("contradictions", "0002_facts"),
        ("contradictions", "0003_corrected"),
        ("contradictions", "0004_sightings"),
        ("contradictions", "0005_verdicts_complete"),
        ("contradictions", "0006_queue_and_talk"),
        ("contradictions", "0007_suspects"),
        ("contradictions", "0008_proposals"),
        ("contradictions", "0009_pairs"),
        ("contradictions", "0010_touches_and_comments"),
        ("contradictions", "0011_distinctions"),
    ]

    initial = True

    dependencies = [
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
        ("annotations", "0007_touches"),
        ("claims", "0013_touches"),
        ("pghistory", "0007_auto_20250421_0444"),
        ("sources", "0004_bibliography"),
    ]

    operations = [
        AtOnce(
            operations=[
                migrations.CreateModel(
                    name="Appraisal",
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
                            "outcome",
                            models.CharField(
                                choices=[
                                    ("accepted", "accepted"),
                                    ("corrected", "corrected and accepted"),
                                    ("rejected", "rejected"),
                                    ("superseded", "rejected, as another one was accepted"),
                                ],
                                max_length=10,
                            ),
                        ),
                        ("reason", models.CharField(blank=True, max_length=300)),
                        (
                            "left_at",
                            models.PositiveBigIntegerField(
                                help_text="The version of the claim, or the entity of the mention, that it left."
                            ),
                        ),
                        (
                            "act",
                            models.CharField(
                                help_text="The same for all that was decided at once.",
                                max_length=32,
                            ),
                        ),
                        ("at", models.DateTimeField(auto_now_add=True)),
                        (
                            "author",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="appraisals",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "claim",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="appraisals",
                                to="claims.claim",
                            ),
                        ),
                        (
                            "mention",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="appraisals",
                                to="annotations.mention",
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
                        "ordering": ["-at", "-pk"],
                        "indexes": [
                            models.Index(fields=["author", "-at"], name="appraisal_author"),
                            models.Index(fields=["act"], name="appraisal_act"),
                        ],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("claim__isnull", False), ("mention__isnull", True)),
                                    models.Q(("claim__isnull", True), ("mention__isnull", False)),
                                    _connector="OR",
                                ),
                                name="appraisal_is_of_one_thing",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("outcome", "rejected"), _negated=True),
                                    models.Q(("reason", ""), _negated=True),
                                    _connector="OR",
                                ),
                                name="rejection_has_a_reason",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="AppraisalEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("id", models.BigIntegerField()),
                        (
                            "outcome",
                            models.CharField(
                                choices=[
                                    ("accepted", "accepted"),
                                    ("corrected", "corrected and accepted"),
                                    ("rejected", "rejected"),
                                    ("superseded", "rejected, as another one was accepted"),
                                ],
                                max_length=10,
                            ),
                        ),
                        ("reason", models.CharField(blank=True, max_length=300)),
                        (
                            "left_at",
                            models.PositiveBigIntegerField(
                                help_text="The version of the claim, or the entity of the mention, that it left."
                            ),
                        ),
                        (
                            "act",
                            models.CharField(
                                help_text="The same for all that was decided at once.",
                                max_length=32,
                            ),
                        ),
                        ("at", models.DateTimeField(auto_now_add=True)),
                        (
                            "author",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "by",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "claim",
                            models.ForeignKey(
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="claims.claim",
                            ),
                        ),
                        (
                            "mention",
                            models.ForeignKey(
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="annotations.mention",
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
                                to="contradictions.appraisal",
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
                    name="Contradiction",
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
                        ("fingerprint", models.CharField(max_length=64, unique=True)),
                        ("rule", models.CharField(max_length=60)),
                        (
                            "severity",
                            models.CharField(
                                choices=[
                                    ("certain", "certain"),
                                    ("likely", "likely"),
                                    ("advisory", "advisory"),
                                    ("note", "rounding note"),
                                ],
                                max_length=10,
                            ),
                        ),
                        (
                            "state",
                            models.CharField(
                                choices=[
                                    ("open", "open"),
                                    ("in_review", "in review"),
                                    ("settled", "settled"),
                                    ("withdrawn", "withdrawn"),
                                ],
                                default="open",
                                max_length=10,
                            ),
                        ),
                        (
                            "headline",
                            models.CharField(
                                help_text="The printed values against each other.", max_length=300
                            ),
                        ),
                        (
                            "topic",
                            models.CharField(help_text="The question, in words.", max_length=300),
                        ),
                        ("says", models.TextField(help_text="One sentence in plain words.")),
                        ("gap", models.CharField(blank=True, max_length=80)),
                        (
                            "gap_in_ulps",
                            models.DecimalField(decimal_places=2, max_digits=20, null=True),
                        ),
                        (
                            "reckoning",
                            models.JSONField(
                                default=dict, help_text="Sum lines, implied ranges, explanations."
                            ),
                        ),
                        ("inputs_hash", models.CharField(max_length=64)),
                        ("found_at", models.DateTimeField(auto_now_add=True)),
                        ("version", models.PositiveIntegerField(default=1)),
                        (
                            "assigned_to",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="cases",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "settled_by",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="settled_contradictions",
                                to="contradictions.verdict",
                            ),
                        ),
                        (
                            "anchor",
                            models.TextField(
                                blank=True,
                                help_text="The fact whose sums this is about, when it is about sums.",
                            ),
                        ),
                        (
                            "conflicts",
                            models.JSONField(
                                default=list,
                                help_text="Lists of claim keys: of each, at least one claim must go.",
                            ),
                        ),
                        (
                            "facts",
                            django.contrib.postgres.fields.ArrayField(
                                base_field=models.TextField(),
                                default=list,
                                help_text="Keys of the facts.",
                                size=None,
                            ),
                        ),
                        (
                            "is_explored",
                            models.BooleanField(
                                default=True,
                                help_text="Whether who is to blame was followed to the end.",
                            ),
                        ),
                        (
                            "held_until",
                            models.DateTimeField(
                                help_text="Until when the one who took it has it to themselves.",
                                null=True,
                            ),
                        ),
                        (
                            "suspect",
                            models.ForeignKey(
                                help_text="The claim that is likeliest to blame, where one stands out.",
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="claims.claim",
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["pk"],
                        "indexes": [
                            django.contrib.postgres.indexes.GinIndex(
                                fields=["facts"], name="contradiction_facts"
                            ),
                            models.Index(fields=["anchor"], name="contradiction_anchor"),
                        ],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("settled_by__isnull", False), ("state", "settled")),
                                    models.Q(
                                        models.Q(("state", "settled"), _negated=True),
                                        ("settled_by__isnull", True),
                                    ),
                                    _connector="OR",
                                ),
                                name="contradiction_settled_wholly_or_not_at_all",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("state", "in_review"), _negated=True),
                                    ("assigned_to__isnull", False),
                                    _connector="OR",
                                ),
                                name="contradiction_in_review_has_a_reviewer",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Comment",
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
                        ("words", models.TextField()),
                        ("at", models.DateTimeField(auto_now_add=True)),
                        ("is_resolved", models.BooleanField(default=False)),
                        (
                            "by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="comments",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "contradiction",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="comments",
                                to="contradictions.contradiction",
                            ),
                        ),
                        (
                            "passage",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="comments",
                                to="annotations.passage",
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["at", "pk"],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(("words", ""), _negated=True),
                                name="comment_has_words",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        ("contradiction__isnull", False), ("passage__isnull", True)
                                    ),
                                    models.Q(
                                        ("contradiction__isnull", True), ("passage__isnull", False)
                                    ),
                                    _connector="OR",
                                ),
                                name="comment_is_on_a_case_or_a_passage",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="CommentEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("id", models.BigIntegerField()),
                        ("words", models.TextField()),
                        ("at", models.DateTimeField(auto_now_add=True)),
                        ("is_resolved", models.BooleanField(default=False)),
                        (
                            "by",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "contradiction",
                            models.ForeignKey(
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="contradictions.contradiction",
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
                                to="contradictions.comment",
                            ),
                        ),
                        (
                            "passage",
                            models.ForeignKey(
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="annotations.passage",
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="Draft",
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
                            "typed",
                            models.JSONField(
                                default=dict, help_text="The fields of the form, as they were sent."
                            ),
                        ),
                        ("version", models.PositiveIntegerField(default=1)),
                        ("saved_at", models.DateTimeField(auto_now=True)),
                        (
                            "contradiction",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="drafts",
                                to="contradictions.contradiction",
                            ),
                        ),
                        (
                            "person",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="drafts",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["-saved_at"],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("contradiction", "person"), name="one_draft_of_each_person"
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Filter",
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
                        ("name", models.CharField(max_length=60)),
                        (
                            "query",
                            models.TextField(help_text="The facets, as they stand in the address."),
                        ),
                        (
                            "person",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="filters",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["name"],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("person", "name"), name="one_filter_of_each_name"
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Involvement",
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
                            "part",
                            models.CharField(
                                help_text="claim, part, whole, row, total, share.", max_length=20
                            ),
                        ),
                        ("position", models.PositiveSmallIntegerField(default=0)),
                        (
                            "saw",
                            models.CharField(
                                blank=True,
                                help_text="What the claim said when this was written.",
                                max_length=600,
                            ),
                        ),
                        (
                            "regret",
                            models.DecimalField(
                                decimal_places=3,
                                help_text="Extra cost of keeping this claim.",
                                max_digits=12,
                                null=True,
                            ),
                        ),
                        (
                            "is_candidate",
                            models.BooleanField(
                                default=False,
                                help_text="Whether some cheapest repair gives this claim up.",
                            ),
                        ),
                        (
                            "claim",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="involvements",
                                to="claims.claim",
                            ),
                        ),
                        (
                            "contradiction",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="involvements",
                                to="contradictions.contradiction",
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["contradiction", "position"],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("contradiction", "claim"), name="claim_involved_once"
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="InvolvementEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("id", models.BigIntegerField()),
                        (
                            "part",
                            models.CharField(
                                help_text="claim, part, whole, row, total, share.", max_length=20
                            ),
                        ),
                        ("position", models.PositiveSmallIntegerField(default=0)),
                        (
                            "saw",
                            models.CharField(
                                blank=True,
                                help_text="What the claim said when this was written.",
                                max_length=600,
                            ),
                        ),
                        (
                            "regret",
                            models.DecimalField(
                                decimal_places=3,
                                help_text="Extra cost of keeping this claim.",
                                max_digits=12,
                                null=True,
                            ),
                        ),
                        (
                            "is_candidate",
                            models.BooleanField(
                                default=False,
                                help_text="Whether some cheapest repair gives this claim up.",
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
                            "contradiction",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="contradictions.contradiction",
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
                                to="contradictions.involvement",
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="Notice",
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
                            "about",
                            models.CharField(
                                choices=[
                                    ("verdict", "a verdict on your claim"),
                                    ("mention", "you are mentioned"),
                                    ("assignment", "a case for you"),
                                    ("review", "a review of what you proposed"),
                                ],
                                max_length=10,
                            ),
                        ),
                        ("says", models.TextField()),
                        ("at", models.DateTimeField(auto_now_add=True)),
                        ("is_read", models.BooleanField(default=False)),
                        (
                            "by",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "contradiction",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="notices",
                                to="contradictions.contradiction",
                            ),
                        ),
                        (
                            "person",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="notices",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "headline",
                            models.CharField(
                                blank=True,
                                help_text="What it is about, where that is no case.",
                                max_length=300,
                            ),
                        ),
                        (
                            "passage",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="notices",
                                to="annotations.passage",
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["-at", "-pk"],
                        "indexes": [
                            models.Index(fields=["person", "is_read"], name="notice_unread")
                        ],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("contradiction__isnull", False), ("headline", "")),
                                    models.Q(
                                        ("contradiction__isnull", True),
                                        models.Q(("headline", ""), _negated=True),
                                    ),
                                    _connector="OR",
                                ),
                                name="notice_is_about_a_case_or_a_review",
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Sighting",
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
                            "start",
                            models.PositiveIntegerField(
                                help_text="Code points from the start of the content."
                            ),
                        ),
                        ("end", models.PositiveIntegerField()),
                        (
                            "quote",
                            models.TextField(help_text="What stood there when this was written."),
                        ),
                        (
                            "part",
                            models.CharField(
                                help_text="citation, reference, figure.", max_length=20
                            ),
                        ),
                        ("position", models.PositiveSmallIntegerField(default=0)),
                        (
                            "contradiction",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="sightings",
                                to="contradictions.contradiction",
                            ),
                        ),
                        (
                            "text",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="sightings",
                                to="sources.text",
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["contradiction", "position"],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("contradiction", "text", "start", "end"),
                                name="spot_seen_once",
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="SightingEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("id", models.BigIntegerField()),
                        (
                            "start",
                            models.PositiveIntegerField(
                                help_text="Code points from the start of the content."
                            ),
                        ),
                        ("end", models.PositiveIntegerField()),
                        (
                            "quote",
                            models.TextField(help_text="What stood there when this was written."),
                        ),
                        (
                            "part",
                            models.CharField(
                                help_text="citation, reference, figure.", max_length=20
                            ),
                        ),
                        ("position", models.PositiveSmallIntegerField(default=0)),
                        (
                            "contradiction",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="contradictions.contradiction",
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
                                to="contradictions.sighting",
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
                migrations.CreateModel(
                    name="Step",
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
                        ("what", models.CharField(max_length=20)),
                        ("says", models.TextField()),
                        ("at", models.DateTimeField(auto_now_add=True)),
                        (
                            "by",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "contradiction",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="steps",
                                to="contradictions.contradiction",
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["at", "pk"],
                    },
                ),
                migrations.CreateModel(
                    name="Verdict",
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
                            models.PositiveSmallIntegerField(
                                choices=[
                                    (1, "The source is wrong"),
                                    (2, "One is right, the other wrong"),
                                    (3, "Both stand"),
                                    (4, "Our transcription is wrong"),
                                    (5, "Within rounding"),
                                    (6, "False alarm of the rule"),
                                    (7, "Cannot be decided yet"),
                                ]
                            ),
                        ),
                        ("rationale", models.TextField()),
                        ("corrected_reading", models.CharField(blank=True, max_length=250)),
                        (
                            "distinction",
                            models.CharField(
                                blank=True,
                                help_text="What sets two claims apart that both stand.",
                                max_length=250,
                            ),
                        ),
                        (
                            "evidence",
                            models.TextField(
                                blank=True, help_text="What it rests on, one thing a line."
                            ),
                        ),
                        ("given_at", models.DateTimeField(auto_now_add=True)),
                        (
                            "contradiction",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="verdicts",
                                to="contradictions.contradiction",
                            ),
                        ),
                        (
                            "given_by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="verdicts",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "wrong_claims",
                            models.ManyToManyField(
                                blank=True, related_name="verdicts_against", to="claims.claim"
                            ),
                        ),
                        ("corrected_unit", models.CharField(blank=True, max_length=20)),
                        (
                            "revises",
                            models.ForeignKey(
                                help_text="The verdict of which it takes the place.",
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="revised_by",
                                to="contradictions.verdict",
                            ),
                        ),
                        (
                            "would_decide",
                            models.CharField(
                                blank=True,
                                help_text="What evidence would decide a case that stays open.",
                                max_length=250,
                            ),
                        ),
                        (
                            "differ_in",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("scope", "scope: what it is of"),
                                    ("period", "period"),
                                    ("definition", "definition: what is counted"),
                                    ("basis", "unit or price basis"),
                                    ("status", "status: ordered, delivered, planned"),
                                    ("vintage", "state of the figures"),
                                    ("estimate", "estimates by different people"),
                                    ("manner", "manner of writing"),
                                ],
                                help_text="The role in which claims that both stand differ.",
                                max_length=20,
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["given_at", "pk"],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(("rationale__regex", "\\S.{8,}\\S")),
                                name="verdict_has_a_rationale",
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="ContradictionEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("id", models.BigIntegerField()),
                        ("fingerprint", models.CharField(max_length=64)),
                        ("rule", models.CharField(max_length=60)),
                        (
                            "severity",
                            models.CharField(
                                choices=[
                                    ("certain", "certain"),
                                    ("likely", "likely"),
                                    ("advisory", "advisory"),
                                    ("note", "rounding note"),
                                ],
                                max_length=10,
                            ),
                        ),
                        (
                            "state",
                            models.CharField(
                                choices=[
                                    ("open", "open"),
                                    ("in_review", "in review"),
                                    ("settled", "settled"),
                                    ("withdrawn", "withdrawn"),
                                ],
                                default="open",
                                max_length=10,
                            ),
                        ),
                        (
                            "headline",
                            models.CharField(
                                help_text="The printed values against each other.", max_length=300
                            ),
                        ),
                        (
                            "topic",
                            models.CharField(help_text="The question, in words.", max_length=300),
                        ),
                        ("says", models.TextField(help_text="One sentence in plain words.")),
                        ("gap", models.CharField(blank=True, max_length=80)),
                        (
                            "gap_in_ulps",
                            models.DecimalField(decimal_places=2, max_digits=20, null=True),
                        ),
                        (
                            "reckoning",
                            models.JSONField(
                                default=dict, help_text="Sum lines, implied ranges, explanations."
                            ),
                        ),
                        ("inputs_hash", models.CharField(max_length=64)),
                        ("found_at", models.DateTimeField(auto_now_add=True)),
                        ("version", models.PositiveIntegerField(default=1)),
                        (
                            "assigned_to",
                            models.ForeignKey(
                                db_constraint=False,
                                null=True,
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
                                to="contradictions.contradiction",
                            ),
                        ),
                        (
                            "settled_by",
                            models.ForeignKey(
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="contradictions.verdict",
                            ),
                        ),
                        (
                            "anchor",
                            models.TextField(
                                blank=True,
                                help_text="The fact whose sums this is about, when it is about sums.",
                            ),
                        ),
                        (
                            "conflicts",
                            models.JSONField(
                                default=list,
                                help_text="Lists of claim keys: of each, at least one claim must go.",
                            ),
                        ),
                        (
                            "facts",
                            django.contrib.postgres.fields.ArrayField(
                                base_field=models.TextField(),
                                default=list,
                                help_text="Keys of the facts.",
                                size=None,
                            ),
                        ),
                        (
                            "is_explored",
                            models.BooleanField(
                                default=True,
                                help_text="Whether who is to blame was followed to the end.",
                            ),
                        ),
                        (
                            "held_until",
                            models.DateTimeField(
                                help_text="Until when the one who took it has it to themselves.",
                                null=True,
                            ),
                        ),
                        (
                            "suspect",
                            models.ForeignKey(
                                db_constraint=False,
                                help_text="The claim that is likeliest to blame, where one stands out.",
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="claims.claim",
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="Distinction",
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
                            "value",
                            models.CharField(help_text="As orders, or deliveries.", max_length=80),
                        ),
                        (
                            "claim",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="distinctions",
                                to="claims.claim",
                            ),
                        ),
                        (
                            "verdict",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="distinctions",
                                to="contradictions.verdict",
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["verdict", "claim"],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("verdict", "claim"), name="claim_set_apart_once"
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("value", ""), _negated=True),
                                name="distinction_has_a_value",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="DistinctionEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("id", models.BigIntegerField()),
                        (
                            "value",
                            models.CharField(help_text="As orders, or deliveries.", max_length=80),
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
                                to="contradictions.distinction",
                            ),
                        ),
                        (
                            "verdict",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="contradictions.verdict",
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="Ground",
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
                        ("position", models.PositiveSmallIntegerField()),
                        (
                            "words",
                            models.TextField(
                                blank=True, help_text="An address, or the title of a work."
                            ),
                        ),
                        (
                            "claim",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="grounds",
                                to="claims.claim",
                            ),
                        ),
                        (
                            "passage",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="grounds",
                                to="annotations.passage",
                            ),
                        ),
                        (
                            "verdict",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="grounds",
                                to="contradictions.verdict",
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["verdict", "position"],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        ("claim__isnull", False),
                                        ("passage__isnull", True),
                                        ("words", ""),
                                    ),
                                    models.Q(
                                        ("claim__isnull", True),
                                        ("passage__isnull", False),
                                        ("words", ""),
                                    ),
                                    models.Q(
                                        ("claim__isnull", True),
                                        ("passage__isnull", True),
                                        models.Q(("words", ""), _negated=True),
                                    ),
                                    _connector="OR",
                                ),
                                name="ground_is_one_thing",
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="GroundEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("id", models.BigIntegerField()),
                        ("position", models.PositiveSmallIntegerField()),
                        (
                            "words",
                            models.TextField(
                                blank=True, help_text="An address, or the title of a work."
                            ),
                        ),
                        (
                            "claim",
                            models.ForeignKey(
                                db_constraint=False,
                                null=True,
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
                                null=True,
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
                                to="contradictions.ground",
                            ),
                        ),
                        (
                            "verdict",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="contradictions.verdict",
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="Pair",
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
                        ("asked_at", models.DateTimeField(auto_now_add=True)),
                        ("is_closed", models.BooleanField(default=False)),
                        (
                            "asked_by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "contradiction",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="pairs",
                                to="contradictions.contradiction",
                            ),
                        ),
                        (
                            "one",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "other",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "verdict",
                            models.ForeignKey(
                                help_text="The consensus; none where it was called off.",
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="pairs",
                                to="contradictions.verdict",
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["asked_at", "pk"],
                        "constraints": [
                            models.UniqueConstraint(
                                condition=models.Q(("is_closed", False)),
                                fields=("contradiction",),
                                name="one_pair_at_a_time",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("one", models.F("other")), _negated=True),
                                name="pair_is_of_two",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Opinion",
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
                            "typed",
                            models.JSONField(
                                help_text="The fields of the form, as those of a draft."
                            ),
                        ),
                        ("given_at", models.DateTimeField(auto_now_add=True)),
                        (
                            "person",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "pair",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="opinions",
                                to="contradictions.pair",
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["given_at", "pk"],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("pair", "person"), name="one_opinion_of_each"
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="OpinionEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("id", models.BigIntegerField()),
                        (
                            "typed",
                            models.JSONField(
                                help_text="The fields of the form, as those of a draft."
                            ),
                        ),
                        ("given_at", models.DateTimeField(auto_now_add=True)),
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
                                to="contradictions.opinion",
                            ),
                        ),
                        (
                            "pair",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="contradictions.pair",
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="PairEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("id", models.BigIntegerField()),
                        ("asked_at", models.DateTimeField(auto_now_add=True)),
                        ("is_closed", models.BooleanField(default=False)),
                        (
                            "asked_by",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "contradiction",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="contradictions.contradiction",
                            ),
                        ),
                        (
                            "one",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "other",
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
                                to="contradictions.pair",
                            ),
                        ),
                        (
                            "verdict",
                            models.ForeignKey(
                                db_constraint=False,
                                help_text="The consensus; none where it was called off.",
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="contradictions.verdict",
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="VerdictEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("id", models.BigIntegerField()),
                        (
                            "kind",
                            models.PositiveSmallIntegerField(
                                choices=[
                                    (1, "The source is wrong"),
                                    (2, "One is right, the other wrong"),
                                    (3, "Both stand"),
                                    (4, "Our transcription is wrong"),
                                    (5, "Within rounding"),
                                    (6, "False alarm of the rule"),
                                    (7, "Cannot be decided yet"),
                                ]
                            ),
                        ),
                        ("rationale", models.TextField()),
                        ("corrected_reading", models.CharField(blank=True, max_length=250)),
                        (
                            "distinction",
                            models.CharField(
                                blank=True,
                                help_text="What sets two claims apart that both stand.",
                                max_length=250,
                            ),
                        ),
                        (
                            "evidence",
                            models.TextField(
                                blank=True, help_text="What it rests on, one thing a line."
                            ),
                        ),
                        ("given_at", models.DateTimeField(auto_now_add=True)),
                        (
                            "contradiction",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="contradictions.contradiction",
                            ),
                        ),
                        (
                            "given_by",
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
                                to="contradictions.verdict",
                            ),
                        ),
                        ("corrected_unit", models.CharField(blank=True, max_length=20)),
                        (
                            "revises",
                            models.ForeignKey(
                                db_constraint=False,
                                help_text="The verdict of which it takes the place.",
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="contradictions.verdict",
                            ),
                        ),
                        (
                            "would_decide",
                            models.CharField(
                                blank=True,
                                help_text="What evidence would decide a case that stays open.",
                                max_length=250,
                            ),
                        ),
                        (
                            "differ_in",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("scope", "scope: what it is of"),
                                    ("period", "period"),
                                    ("definition", "definition: what is counted"),
                                    ("basis", "unit or price basis"),
                                    ("status", "status: ordered, delivered, planned"),
                                    ("vintage", "state of the figures"),
                                    ("estimate", "estimates by different people"),
                                    ("manner", "manner of writing"),
                                ],
                                help_text="The role in which claims that both stand differ.",
                                max_length=20,
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="Visit",
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
                        ("seen_at", models.DateTimeField()),
                        (
                            "contradiction",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="visits",
                                to="contradictions.contradiction",
                            ),
                        ),
                        (
                            "person",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["person"],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("contradiction", "person"), name="one_visit_of_each_person"
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="WrongLink",
                    fields=[],
                    options={
                        "proxy": True,
                    },
                    bases=("contradictions.verdict_wrong_claims",),
                ),
                migrations.CreateModel(
                    name="WrongLinkEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("id", models.BigIntegerField()),
                        (
                            "claim",
                            models.ForeignKey(
                                db_constraint=False,
                                db_tablespace="",
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="claims.claim",
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
                            "verdict",
                            models.ForeignKey(
                                db_constraint=False,
                                db_tablespace="",
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="contradictions.verdict",
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="appraisal",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "contradictions_appraisalevent" ("act", "at", "author_id", "by_id", "claim_id", "id", "left_at", "mention_id", "outcome", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "undone_by_id") SELECT new_values."act", new_values."at", new_values."author_id", new_values."by_id", new_values."claim_id", new_values."id", new_values."left_at", new_values."mention_id", new_values."outcome", _pgh_attached_context.value, CLOCK_TIMESTAMP(), \'insert\', new_values."id", new_values."reason", new_values."undone_by_id" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="19e6d7a76230651d08a8a3ee3a55666b2d891c41",
                            level="STATEMENT",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_c9b65",
                            referencing="REFERENCING NEW TABLE AS new_values ",
                            table="contradictions_appraisal",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="appraisal",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "contradictions_appraisalevent" ("act", "at", "author_id", "by_id", "claim_id", "id", "left_at", "mention_id", "outcome", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "undone_by_id") VALUES (NEW."act", NEW."at", NEW."author_id", NEW."by_id", NEW."claim_id", NEW."id", NEW."left_at", NEW."mention_id", NEW."outcome", _pgh_attach_context(), CLOCK_TIMESTAMP(), \'update\', NEW."id", NEW."reason", NEW."undone_by_id"); RETURN NULL;',
                            hash="056aa4f774ee2a6dc1780f5817312714a78900f9",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_d7243",
                            table="contradictions_appraisal",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="appraisal",
                    trigger=pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "contradictions_appraisalevent" ("act", "at", "author_id", "by_id", "claim_id", "id", "left_at", "mention_id", "outcome", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "undone_by_id") SELECT old_values."act", old_values."at", old_values."author_id", old_values."by_id", old_values."claim_id", old_values."id", old_values."left_at", old_values."mention_id", old_values."outcome", _pgh_attached_context.value, CLOCK_TIMESTAMP(), \'delete\', old_values."id", old_values."reason", old_values."undone_by_id" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                            hash="3c7f98e8219785be57f26043d501e48f64d7e183",
                            level="STATEMENT",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_700d8",
                            referencing="REFERENCING OLD TABLE AS old_values ",
                            table="contradictions_appraisal",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="appraisalevent",
                    trigger=pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="5fb38b4c962aaab7a212c9dfc309cd85f9128a60",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_4938b",
                            table="contradictions_appraisalevent",
                            when="BEFORE",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="contradiction",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "contradictions_contradictionevent" ("anchor", "assigned_to_id", "conflicts", "facts", "fingerprint", "found_at", "gap", "gap_in_ulps", "headline", "held_until", "id", "inputs_hash", "is_explored", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reckoning", "rule", "says", "settled_by_id", "severity", "state", "suspect_id", "topic", "version") SELECT new_values."anchor", new_values."assigned_to_id", new_values."conflicts", new_values."facts", new_values."fingerprint", new_values."found_at", new_values."gap", new_values."gap_in_ulps", new_values."headline", new_values."held_until", new_values."id", new_values."inputs_hash", new_values."is_explored", _pgh_attached_context.value, CLOCK_TIMESTAMP(), \'insert\', new_values."id", new_values."reckoning", new_values."rule", new_values."says", new_values."settled_by_id", new_values."severity", new_values."state", new_values."suspect_id", new_values."topic", new_values."version" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="0c41dbf10881a965513ecd97f3df4d5bfb796cc5",
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
                            func='INSERT INTO "contradictions_contradictionevent" ("anchor", "assigned_to_id", "conflicts", "facts", "fingerprint", "found_at", "gap", "gap_in_ulps", "headline", "held_until", "id", "inputs_hash", "is_explored", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reckoning", "rule", "says", "settled_by_id", "severity", "state", "suspect_id", "topic", "version") VALUES (NEW."anchor", NEW."assigned_to_id", NEW."conflicts", NEW."facts", NEW."fingerprint", NEW."found_at", NEW."gap", NEW."gap_in_ulps", NEW."headline", NEW."held_until", NEW."id", NEW."inputs_hash", NEW."is_explored", _pgh_attach_context(), CLOCK_TIMESTAMP(), \'update\', NEW."id", NEW."reckoning", NEW."rule", NEW."says", NEW."settled_by_id", NEW."severity", NEW."state", NEW."suspect_id", NEW."topic", NEW."version"); RETURN NULL;',
                            hash="ff3b0d2e3386b908e8b0a7e8409313a7d4107448",
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
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "contradictions_contradictionevent" ("anchor", "assigned_to_id", "conflicts", "facts", "fingerprint", "found_at", "gap", "gap_in_ulps", "headline", "held_until", "id", "inputs_hash", "is_explored", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reckoning", "rule", "says", "settled_by_id", "severity", "state", "suspect_id", "topic", "version") SELECT old_values."anchor", old_values."assigned_to_id", old_values."conflicts", old_values."facts", old_values."fingerprint", old_values."found_at", old_values."gap", old_values."gap_in_ulps", old_values."headline", old_values."held_until", old_values."id", old_values."inputs_hash", old_values."is_explored", _pgh_attached_context.value, CLOCK_TIMESTAMP(), \'delete\', old_values."id", old_values."reckoning", old_values."rule", old_values."says", old_values."settled_by_id", old_values."severity", old_values."state", old_values."suspect_id", old_values."topic", old_values."version" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                            hash="78e419e2afae0bd749b2086687fc18f278545477",
                            level="STATEMENT",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_7d153",
                            referencing="REFERENCING OLD TABLE AS old_values ",
                            table="contradictions_contradiction",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="contradiction",
                    trigger=pgtrigger.compiler.Trigger(
                        name="touch_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO annotations_touch (text_id, starts, ends, is_public, written_by, at)\n    SELECT passage.text_id, array_agg(passage.start), array_agg(passage."end"),\n        (SELECT coalesce(bool_or(true), false) FROM changed),\n        pg_current_xact_id()::text::bigint, clock_timestamp()\n    FROM annotations_passage passage WHERE passage.id IN (SELECT passage_id FROM claims_evidence WHERE claim_id IN (\n        SELECT claim_id FROM contradictions_involvement\n        WHERE contradiction_id IN (SELECT id FROM changed)))\n    GROUP BY passage.text_id;\n    RETURN NULL;',
                            hash="67303d932fb46e566794faf05a7ca0d429b454de",
                            level="STATEMENT",
                            operation="INSERT",
                            pgid="pgtrigger_touch_insert_d00b0",
                            referencing="REFERENCING NEW TABLE AS changed ",
                            table="contradictions_contradiction",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="contradiction",
                    trigger=pgtrigger.compiler.Trigger(
                        name="touch_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH changed AS (SELECT * FROM former UNION ALL SELECT * FROM latter) INSERT INTO annotations_touch (text_id, starts, ends, is_public, written_by, at)\n    SELECT passage.text_id, array_agg(passage.start), array_agg(passage."end"),\n        (SELECT coalesce(bool_or(true), false) FROM changed),\n        pg_current_xact_id()::text::bigint, clock_timestamp()\n    FROM annotations_passage passage WHERE passage.id IN (SELECT passage_id FROM claims_evidence WHERE claim_id IN (\n        SELECT claim_id FROM contradictions_involvement\n        WHERE contradiction_id IN (SELECT id FROM changed)))\n    GROUP BY passage.text_id;\n    RETURN NULL;',
                            hash="66e335ebf3a27e6809c37d012b3b63a7a2519506",
                            level="STATEMENT",
                            operation="UPDATE",
                            pgid="pgtrigger_touch_update_b8c21",
                            referencing="REFERENCING OLD TABLE AS former  NEW TABLE AS latter ",
                            table="contradictions_contradiction",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="contradiction",
                    trigger=pgtrigger.compiler.Trigger(
                        name="touch_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO annotations_touch (text_id, starts, ends, is_public, written_by, at)\n    SELECT passage.text_id, array_agg(passage.start), array_agg(passage."end"),\n        (SELECT coalesce(bool_or(true), false) FROM changed),\n        pg_current_xact_id()::text::bigint, clock_timestamp()\n    FROM annotations_passage passage WHERE passage.id IN (SELECT passage_id FROM claims_evidence WHERE claim_id IN (\n        SELECT claim_id FROM contradictions_involvement\n        WHERE contradiction_id IN (SELECT id FROM changed)))\n    GROUP BY passage.text_id;\n    RETURN NULL;',
                            hash="5ac63ebe0c00c2225285f96929ded2379df60510",
                            level="STATEMENT",
                            operation="DELETE",
                            pgid="pgtrigger_touch_delete_447ed",
                            referencing="REFERENCING OLD TABLE AS changed ",
                            table="contradictions_contradiction",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="comment",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "contradictions_commentevent" ("at", "by_id", "contradiction_id", "id", "is_resolved", "passage_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "words") SELECT new_values."at", new_values."by_id", new_values."contradiction_id", new_values."id", new_values."is_resolved", new_values."passage_id", _pgh_attached_context.value, CLOCK_TIMESTAMP(), \'insert\', new_values."id", new_values."words" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="ef5a085581f4277e0313e8b162f4c3d86c624115",
                            level="STATEMENT",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_59dd9",
                            referencing="REFERENCING NEW TABLE AS new_values ",
                            table="contradictions_comment",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="comment",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "contradictions_commentevent" ("at", "by_id", "contradiction_id", "id", "is_resolved", "passage_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "words") VALUES (NEW."at", NEW."by_id", NEW."contradiction_id", NEW."id", NEW."is_resolved", NEW."passage_id", _pgh_attach_context(), CLOCK_TIMESTAMP(), \'update\', NEW."id", NEW."words"); RETURN NULL;',
                            hash="1eb599d408be473c7ac523d08f44989286f9f44c",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_16627",
                            table="contradictions_comment",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="comment",
                    trigger=pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "contradictions_commentevent" ("at", "by_id", "contradiction_id", "id", "is_resolved", "passage_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "words") SELECT old_values."at", old_values."by_id", old_values."contradiction_id", old_values."id", old_values."is_resolved", old_values."passage_id", _pgh_attached_context.value, CLOCK_TIMESTAMP(), \'delete\', old_values."id", old_values."words" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                            hash="c3ed5568ef67be71ebf1fb9e3c8a15ec12ab4499",
                            level="STATEMENT",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_1e130",
                            referencing="REFERENCING OLD TABLE AS old_values ",
                            table="contradictions_comment",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="comment",
                    trigger=pgtrigger.compiler.Trigger(
                        name="touch_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO annotations_touch (text_id, starts, ends, is_public, written_by, at)\n    SELECT passage.text_id, array_agg(passage.start), array_agg(passage."end"),\n        (SELECT coalesce(bool_or(false), false) FROM changed),\n        pg_current_xact_id()::text::bigint, clock_timestamp()\n    FROM annotations_passage passage WHERE passage.id IN (SELECT passage_id FROM changed)\n    GROUP BY passage.text_id;\n    RETURN NULL;',
                            hash="0695a2c0f8f8bd77103d95fd1a428a9a3ba25c88",
                            level="STATEMENT",
                            operation="INSERT",
                            pgid="pgtrigger_touch_insert_c4ae8",
                            referencing="REFERENCING NEW TABLE AS changed ",
                            table="contradictions_comment",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="comment",
                    trigger=pgtrigger.compiler.Trigger(
                        name="touch_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH changed AS (SELECT * FROM former UNION ALL SELECT * FROM latter) INSERT INTO annotations_touch (text_id, starts, ends, is_public, written_by, at)\n    SELECT passage.text_id, array_agg(passage.start), array_agg(passage."end"),\n        (SELECT coalesce(bool_or(false), false) FROM changed),\n        pg_current_xact_id()::text::bigint, clock_timestamp()\n    FROM annotations_passage passage WHERE passage.id IN (SELECT passage_id FROM changed)\n    GROUP BY passage.text_id;\n    RETURN NULL;',
                            hash="9027213c576dc595067af04e44da88d2a1c5509c",
                            level="STATEMENT",
                            operation="UPDATE",
                            pgid="pgtrigger_touch_update_b1d17",
                            referencing="REFERENCING OLD TABLE AS former  NEW TABLE AS latter ",
                            table="contradictions_comment",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="comment",
                    trigger=pgtrigger.compiler.Trigger(
                        name="touch_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO annotations_touch (text_id, starts, ends, is_public, written_by, at)\n    SELECT passage.text_id, array_agg(passage.start), array_agg(passage."end"),\n        (SELECT coalesce(bool_or(false), false) FROM changed),\n        pg_current_xact_id()::text::bigint, clock_timestamp()\n    FROM annotations_passage passage WHERE passage.id IN (SELECT passage_id FROM changed)\n    GROUP BY passage.text_id;\n    RETURN NULL;',
                            hash="3e641b2eecbaac9e9eccb517a9972b3dcb81dbee",
                            level="STATEMENT",
                            operation="DELETE",
                            pgid="pgtrigger_touch_delete_baf71",
                            referencing="REFERENCING OLD TABLE AS changed ",
                            table="contradictions_comment",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="commentevent",
                    trigger=pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="8f92a5d68d310cdd11529a6aac90e356ec2c6a0b",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_1c6ac",
                            table="contradictions_commentevent",
                            when="BEFORE",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="involvement",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "contradictions_involvementevent" ("claim_id", "contradiction_id", "id", "is_candidate", "part", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "regret", "saw") SELECT new_values."claim_id", new_values."contradiction_id", new_values."id", new_values."is_candidate", new_values."part", _pgh_attached_context.value, CLOCK_TIMESTAMP(), \'insert\', new_values."id", new_values."position", new_values."regret", new_values."saw" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="d7f1b7f313fbe65d7eba6966c3acf9a90190eeab",
                            level="STATEMENT",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_1a07b",
                            referencing="REFERENCING NEW TABLE AS new_values ",
                            table="contradictions_involvement",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="involvement",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "contradictions_involvementevent" ("claim_id", "contradiction_id", "id", "is_candidate", "part", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "regret", "saw") VALUES (NEW."claim_id", NEW."contradiction_id", NEW."id", NEW."is_candidate", NEW."part", _pgh_attach_context(), CLOCK_TIMESTAMP(), \'update\', NEW."id", NEW."position", NEW."regret", NEW."saw"); RETURN NULL;',
                            hash="7d82a8746081e19c4575b1735a0db1b6d54d405b",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_3db1b",
                            table="contradictions_involvement",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="involvement",
                    trigger=pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "contradictions_involvementevent" ("claim_id", "contradiction_id", "id", "is_candidate", "part", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "regret", "saw") SELECT old_values."claim_id", old_values."contradiction_id", old_values."id", old_values."is_candidate", old_values."part", _pgh_attached_context.value, CLOCK_TIMESTAMP(), \'delete\', old_values."id", old_values."position", old_values."regret", old_values."saw" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                            hash="9260449f7bb6e52d21b1c863c818509d5a550c0c",
                            level="STATEMENT",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_b11d1",
                            referencing="REFERENCING OLD TABLE AS old_values ",
                            table="contradictions_involvement",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="involvement",
                    trigger=pgtrigger.compiler.Trigger(
                        name="touch_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO annotations_touch (text_id, starts, ends, is_public, written_by, at)\n    SELECT passage.text_id, array_agg(passage.start), array_agg(passage."end"),\n        (SELECT coalesce(bool_or(true), false) FROM changed),\n        pg_current_xact_id()::text::bigint, clock_timestamp()\n    FROM annotations_passage passage WHERE passage.id IN (SELECT passage_id FROM claims_evidence\n        WHERE claim_id IN (SELECT claim_id FROM changed))\n    GROUP BY passage.text_id;\n    RETURN NULL;',
                            hash="8804fb8b28c5bf20d6db31e238ff454713ca54ad",
                            level="STATEMENT",
                            operation="INSERT",
                            pgid="pgtrigger_touch_insert_41d4b",
                            referencing="REFERENCING NEW TABLE AS changed ",
                            table="contradictions_involvement",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="involvement",
                    trigger=pgtrigger.compiler.Trigger(
                        name="touch_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH changed AS (SELECT * FROM former UNION ALL SELECT * FROM latter) INSERT INTO annotations_touch (text_id, starts, ends, is_public, written_by, at)\n    SELECT passage.text_id, array_agg(passage.start), array_agg(passage."end"),\n        (SELECT coalesce(bool_or(true), false) FROM changed),\n        pg_current_xact_id()::text::bigint, clock_timestamp()\n    FROM annotations_passage passage WHERE passage.id IN (SELECT passage_id FROM claims_evidence\n        WHERE claim_id IN (SELECT claim_id FROM changed))\n    GROUP BY passage.text_id;\n    RETURN NULL;',
                            hash="ea3f7e4087d333f525db31a5ac1f878cf02fd2b8",
                            level="STATEMENT",
                            operation="UPDATE",
                            pgid="pgtrigger_touch_update_defb5",
                            referencing="REFERENCING OLD TABLE AS former  NEW TABLE AS latter ",
                            table="contradictions_involvement",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="involvement",
                    trigger=pgtrigger.compiler.Trigger(
                        name="touch_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO annotations_touch (text_id, starts, ends, is_public, written_by, at)\n    SELECT passage.text_id, array_agg(passage.start), array_agg(passage."end"),\n        (SELECT coalesce(bool_or(true), false) FROM changed),\n        pg_current_xact_id()::text::bigint, clock_timestamp()\n    FROM annotations_passage passage WHERE passage.id IN (SELECT passage_id FROM claims_evidence\n        WHERE claim_id IN (SELECT claim_id FROM changed))\n    GROUP BY passage.text_id;\n    RETURN NULL;',
                            hash="0a3878f8ab893ed70f17f3008b7750d7fc671ff3",
                            level="STATEMENT",
                            operation="DELETE",
                            pgid="pgtrigger_touch_delete_c746c",
                            referencing="REFERENCING OLD TABLE AS changed ",
                            table="contradictions_involvement",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="involvementevent",
                    trigger=pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="3904077bd49af786bcb0a2b124ca106d75e21421",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_79e16",
                            table="contradictions_involvementevent",
                            when="BEFORE",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="sighting",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "contradictions_sightingevent" ("contradiction_id", "end", "id", "part", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "quote", "start", "text_id") SELECT new_values."contradiction_id", new_values."end", new_values."id", new_values."part", _pgh_attached_context.value, CLOCK_TIMESTAMP(), \'insert\', new_values."id", new_values."position", new_values."quote", new_values."start", new_values."text_id" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="76a8ebacb599eaf68b337ceb7faa8c20b2eac565",
                            level="STATEMENT",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_f6fea",
                            referencing="REFERENCING NEW TABLE AS new_values ",
                            table="contradictions_sighting",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="sighting",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "contradictions_sightingevent" ("contradiction_id", "end", "id", "part", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "quote", "start", "text_id") VALUES (NEW."contradiction_id", NEW."end", NEW."id", NEW."part", _pgh_attach_context(), CLOCK_TIMESTAMP(), \'update\', NEW."id", NEW."position", NEW."quote", NEW."start", NEW."text_id"); RETURN NULL;',
                            hash="2d8ce28979e07d3dfa41036487fcc3499c6de0bb",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_9bafa",
                            table="contradictions_sighting",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="sighting",
                    trigger=pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "contradictions_sightingevent" ("contradiction_id", "end", "id", "part", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "quote", "start", "text_id") SELECT old_values."contradiction_id", old_values."end", old_values."id", old_values."part", _pgh_attached_context.value, CLOCK_TIMESTAMP(), \'delete\', old_values."id", old_values."position", old_values."quote", old_values."start", old_values."text_id" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                            hash="68587ccab525ffdd5b77fcc96f36da3fb5ab3129",
                            level="STATEMENT",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_fc8cb",
                            referencing="REFERENCING OLD TABLE AS old_values ",
                            table="contradictions_sighting",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="sightingevent",
                    trigger=pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="a83510870d28833573f9d5dd516c90598f8ca47b",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_0abc8",
                            table="contradictions_sightingevent",
                            when="BEFORE",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="step",
                    trigger=pgtrigger.compiler.Trigger(
                        name="story_is_never_rewritten",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="dabcf8ccb4b3a082600f350a5a33b6093226c810",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_story_is_never_rewritten_2ea86",
                            table="contradictions_step",
                            when="BEFORE",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="verdict",
                    trigger=pgtrigger.compiler.Trigger(
                        name="verdict_is_never_changed",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="2006fd7e507434dc83540df27b881d0d9b2f97c1",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_verdict_is_never_changed_b168e",
                            table="contradictions_verdict",
                            when="BEFORE",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="verdict",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "contradictions_verdictevent" ("contradiction_id", "corrected_reading", "corrected_unit", "differ_in", "distinction", "evidence", "given_at", "given_by_id", "id", "kind", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "rationale", "revises_id", "would_decide") SELECT new_values."contradiction_id", new_values."corrected_reading", new_values."corrected_unit", new_values."differ_in", new_values."distinction", new_values."evidence", new_values."given_at", new_values."given_by_id", new_values."id", new_values."kind", _pgh_attached_context.value, CLOCK_TIMESTAMP(), \'insert\', new_values."id", new_values."rationale", new_values."revises_id", new_values."would_decide" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="7888849593df7634e11c8e55623d66c87890d8e9",
                            level="STATEMENT",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_a3595",
                            referencing="REFERENCING NEW TABLE AS new_values ",
                            table="contradictions_verdict",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="verdict",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "contradictions_verdictevent" ("contradiction_id", "corrected_reading", "corrected_unit", "differ_in", "distinction", "evidence", "given_at", "given_by_id", "id", "kind", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "rationale", "revises_id", "would_decide") VALUES (NEW."contradiction_id", NEW."corrected_reading", NEW."corrected_unit", NEW."differ_in", NEW."distinction", NEW."evidence", NEW."given_at", NEW."given_by_id", NEW."id", NEW."kind", _pgh_attach_context(), CLOCK_TIMESTAMP(), \'update\', NEW."id", NEW."rationale", NEW."revises_id", NEW."would_decide"); RETURN NULL;',
                            hash="327de83b74f084e43550b2a1c65385e9b14828b5",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_543e8",
                            table="contradictions_verdict",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="verdict",
                    trigger=pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "contradictions_verdictevent" ("contradiction_id", "corrected_reading", "corrected_unit", "differ_in", "distinction", "evidence", "given_at", "given_by_id", "id", "kind", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "rationale", "revises_id", "would_decide") SELECT old_values."contradiction_id", old_values."corrected_reading", old_values."corrected_unit", old_values."differ_in", old_values."distinction", old_values."evidence", old_values."given_at", old_values."given_by_id", old_values."id", old_values."kind", _pgh_attached_context.value, CLOCK_TIMESTAMP(), \'delete\', old_values."id", old_values."rationale", old_values."revises_id", old_values."would_decide" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                            hash="c6aacc4ab74b0e291594ac975a9dce8acae0a256",
                            level="STATEMENT",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_62740",
                            referencing="REFERENCING OLD TABLE AS old_values ",
                            table="contradictions_verdict",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="contradictionevent",
                    trigger=pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="d07baffb4762705ab8b9d770693038a4fde5805b",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_e2cc4",
                            table="contradictions_contradictionevent",
                            when="BEFORE",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="distinction",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "contradictions_distinctionevent" ("claim_id", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "value", "verdict_id") SELECT new_values."claim_id", new_values."id", _pgh_attached_context.value, CLOCK_TIMESTAMP(), \'insert\', new_values."id", new_values."value", new_values."verdict_id" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="5945978201824430ea37d4044d3fdc99c0a09f0a",
                            level="STATEMENT",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_7bdde",
                            referencing="REFERENCING NEW TABLE AS new_values ",
                            table="contradictions_distinction",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="distinction",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "contradictions_distinctionevent" ("claim_id", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "value", "verdict_id") VALUES (NEW."claim_id", NEW."id", _pgh_attach_context(), CLOCK_TIMESTAMP(), \'update\', NEW."id", NEW."value", NEW."verdict_id"); RETURN NULL;',
                            hash="6040c1ee6106b5e089f25d6dc7568a946665f75b",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_8fee7",
                            table="contradictions_distinction",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="distinction",
                    trigger=pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "contradictions_distinctionevent" ("claim_id", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "value", "verdict_id") SELECT old_values."claim_id", old_values."id", _pgh_attached_context.value, CLOCK_TIMESTAMP(), \'delete\', old_values."id", old_values."value", old_values."verdict_id" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                            hash="cbdadecf758926549755f5f615a4ec86aeb8b0e5",
                            level="STATEMENT",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_e8c54",
                            referencing="REFERENCING OLD TABLE AS old_values ",
                            table="contradictions_distinction",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="distinctionevent",
                    trigger=pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="c78a93038b52d7c06d72eef0a407d531126cd298",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_20ceb",
                            table="contradictions_distinctionevent",
                            when="BEFORE",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="ground",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "contradictions_groundevent" ("claim_id", "id", "passage_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "verdict_id", "words") SELECT new_values."claim_id", new_values."id", new_values."passage_id", _pgh_attached_context.value, CLOCK_TIMESTAMP(), \'insert\', new_values."id", new_values."position", new_values."verdict_id", new_values."words" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="71ef070ac310d01f075e7edf59e12d7231d86ca0",
                            level="STATEMENT",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_c9680",
                            referencing="REFERENCING NEW TABLE AS new_values ",
                            table="contradictions_ground",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="ground",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "contradictions_groundevent" ("claim_id", "id", "passage_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "verdict_id", "words") VALUES (NEW."claim_id", NEW."id", NEW."passage_id", _pgh_attach_context(), CLOCK_TIMESTAMP(), \'update\', NEW."id", NEW."position", NEW."verdict_id", NEW."words"); RETURN NULL;',
                            hash="3a4eada5cd05aac2e3514b27daec2eb22cdd80f6",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_c1e2e",
                            table="contradictions_ground",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="ground",
                    trigger=pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "contradictions_groundevent" ("claim_id", "id", "passage_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "verdict_id", "words") SELECT old_values."claim_id", old_values."id", old_values."passage_id", _pgh_attached_context.value, CLOCK_TIMESTAMP(), \'delete\', old_values."id", old_values."position", old_values."verdict_id", old_values."words" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                            hash="75575413853c856d6f58136ab1efbf4eec9ad735",
                            level="STATEMENT",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_ea500",
                            referencing="REFERENCING OLD TABLE AS old_values ",
                            table="contradictions_ground",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="groundevent",
                    trigger=pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="8fe68fb5636ffc6ded162d0b5191656f6635f740",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_ee8f5",
                            table="contradictions_groundevent",
                            when="BEFORE",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="pair",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "contradictions_pairevent" ("asked_at", "asked_by_id", "contradiction_id", "id", "is_closed", "one_id", "other_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "verdict_id") SELECT new_values."asked_at", new_values."asked_by_id", new_values."contradiction_id", new_values."id", new_values."is_closed", new_values."one_id", new_values."other_id", _pgh_attached_context.value, CLOCK_TIMESTAMP(), \'insert\', new_values."id", new_values."verdict_id" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="3eee9a7c0447ae1a960001ab68b4322f87174f08",
                            level="STATEMENT",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_50cd8",
                            referencing="REFERENCING NEW TABLE AS new_values ",
                            table="contradictions_pair",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="pair",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "contradictions_pairevent" ("asked_at", "asked_by_id", "contradiction_id", "id", "is_closed", "one_id", "other_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "verdict_id") VALUES (NEW."asked_at", NEW."asked_by_id", NEW."contradiction_id", NEW."id", NEW."is_closed", NEW."one_id", NEW."other_id", _pgh_attach_context(), CLOCK_TIMESTAMP(), \'update\', NEW."id", NEW."verdict_id"); RETURN NULL;',
                            hash="d166cfd5920fe614c043bcbaa827797a60f05df2",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_e0c23",
                            table="contradictions_pair",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="pair",
                    trigger=pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "contradictions_pairevent" ("asked_at", "asked_by_id", "contradiction_id", "id", "is_closed", "one_id", "other_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "verdict_id") SELECT old_values."asked_at", old_values."asked_by_id", old_values."contradiction_id", old_values."id", old_values."is_closed", old_values."one_id", old_values."other_id", _pgh_attached_context.value, CLOCK_TIMESTAMP(), \'delete\', old_values."id", old_values."verdict_id" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                            hash="e7935817f5c73590aedce64e8358938a6703bf8e",
                            level="STATEMENT",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_18521",
                            referencing="REFERENCING OLD TABLE AS old_values ",
                            table="contradictions_pair",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="opinion",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "contradictions_opinionevent" ("given_at", "id", "pair_id", "person_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "typed") SELECT new_values."given_at", new_values."id", new_values."pair_id", new_values."person_id", _pgh_attached_context.value, CLOCK_TIMESTAMP(), \'insert\', new_values."id", new_values."typed" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="dcad507c707df54d6078e35e4e3eb8856a8fc56b",
                            level="STATEMENT",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_117bc",
                            referencing="REFERENCING NEW TABLE AS new_values ",
                            table="contradictions_opinion",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="opinion",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "contradictions_opinionevent" ("given_at", "id", "pair_id", "person_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "typed") VALUES (NEW."given_at", NEW."id", NEW."pair_id", NEW."person_id", _pgh_attach_context(), CLOCK_TIMESTAMP(), \'update\', NEW."id", NEW."typed"); RETURN NULL;',
                            hash="78fefa3e2d7fe03f7997d2ea8e7e7f31347fc352",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_dcea5",
                            table="contradictions_opinion",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="opinion",
                    trigger=pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "contradictions_opinionevent" ("given_at", "id", "pair_id", "person_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "typed") SELECT old_values."given_at", old_values."id", old_values."pair_id", old_values."person_id", _pgh_attached_context.value, CLOCK_TIMESTAMP(), \'delete\', old_values."id", old_values."typed" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                            hash="e789ec88059da3e24987670c8043ac183ff7e0df",
                            level="STATEMENT",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_c9ce2",
                            referencing="REFERENCING OLD TABLE AS old_values ",
                            table="contradictions_opinion",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="opinionevent",
                    trigger=pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="d7a23ab8e6558bd455291bf9dea7479a284cb184",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_2b8eb",
                            table="contradictions_opinionevent",
                            when="BEFORE",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="pairevent",
                    trigger=pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="dedc4fdf4a4c81ac8fbc3388856fa07329356549",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_b976d",
                            table="contradictions_pairevent",
                            when="BEFORE",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="verdictevent",
                    trigger=pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="b9ef5cf24a1781e8b45be101fd53492966ced136",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_38a9b",
                            table="contradictions_verdictevent",
                            when="BEFORE",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="wronglink",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "contradictions_wronglinkevent" ("claim_id", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "verdict_id") SELECT new_values."claim_id", new_values."id", _pgh_attached_context.value, CLOCK_TIMESTAMP(), \'insert\', new_values."verdict_id" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="cc98c3a33a2ea6210918e48f9b35a88e84a1b946",
                            level="STATEMENT",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_2220a",
                            referencing="REFERENCING NEW TABLE AS new_values ",
                            table="contradictions_verdict_wrong_claims",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="wronglink",
                    trigger=pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "contradictions_wronglinkevent" ("claim_id", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "verdict_id") SELECT old_values."claim_id", old_values."id", _pgh_attached_context.value, CLOCK_TIMESTAMP(), \'delete\', old_values."verdict_id" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                            hash="d27de402d473d67178d04755c99b6f2279b432ce",
                            level="STATEMENT",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_4081f",
                            referencing="REFERENCING OLD TABLE AS old_values ",
                            table="contradictions_verdict_wrong_claims",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="wronglinkevent",
                    trigger=pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="c7c8c497e01da4719297fd3dcb503edb56a78cac",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_99499",
                            table="contradictions_wronglinkevent",
                            when="BEFORE",
                        ),
                    ),
                ),
            ],
        ),
    ]
