import django.contrib.postgres.fields
import django.db.models.deletion
import pgtrigger.compiler
import pgtrigger.migrations
from django.conf import settings
from django.db import migrations, models

from apps.ui.at_once import AtOnce


class Migration(migrations.Migration):
    replaces = [
        ("annotations", "0001_initial"),
        ("annotations", "0002_initial"),
        ("annotations", "0003_initial"),
        ("annotations", "0004_places"),
        ("annotations", "0005_moves"),
        ("annotations", "0006_decisions"),
        ("annotations", "0007_touches"),
        ("annotations", "0008_apart"),
    ]

    initial = True

    dependencies = [
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
        ("entities", "0001_initial"),
        ("pghistory", "0007_auto_20250421_0444"),
        ("sources", "0004_bibliography"),
    ]

    operations = [
        AtOnce(
            operations=[
                migrations.CreateModel(
                    name="Assignment",
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
                            "part",
                            models.CharField(
                                help_text="The same in words, as its heading.", max_length=250
                            ),
                        ),
                        ("one_done_at", models.DateTimeField(null=True)),
                        ("other_done_at", models.DateTimeField(null=True)),
                        ("called_off_at", models.DateTimeField(null=True)),
                        ("asked_at", models.DateTimeField(auto_now_add=True)),
                        (
                            "asked_by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
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
                            "text",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="assignments",
                                to="sources.text",
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["-asked_at", "-pk"],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(("end__gt", models.F("start"))),
                                name="assignment_holds_a_character",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("one", models.F("other")), _negated=True),
                                name="assignment_is_for_two",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="AssignmentEvent",
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
                            "part",
                            models.CharField(
                                help_text="The same in words, as its heading.", max_length=250
                            ),
                        ),
                        ("one_done_at", models.DateTimeField(null=True)),
                        ("other_done_at", models.DateTimeField(null=True)),
                        ("called_off_at", models.DateTimeField(null=True)),
                        ("asked_at", models.DateTimeField(auto_now_add=True)),
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
                                to="annotations.assignment",
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
                    name="Decision",
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
                            "kind",
                            models.CharField(help_text="mention, quantity or date", max_length=10),
                        ),
                        (
                            "proposed",
                            models.CharField(
                                help_text="The form that was proposed.", max_length=250
                            ),
                        ),
                        (
                            "decided",
                            models.CharField(
                                blank=True, help_text="What a person made of it.", max_length=250
                            ),
                        ),
                        (
                            "outcome",
                            models.CharField(
                                choices=[
                                    ("accepted", "accepted"),
                                    ("corrected", "corrected"),
                                    ("rejected", "rejected"),
                                    ("skipped", "skipped"),
                                ],
                                max_length=10,
                            ),
                        ),
                        ("decided_at", models.DateTimeField(auto_now=True)),
                        (
                            "decided_by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "text",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="decisions",
                                to="sources.text",
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["text", "start", "end"],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("text", "start", "end", "kind"),
                                name="suggestion_decided_once",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("end__gt", models.F("start"))),
                                name="decision_holds_a_character",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="DecisionEvent",
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
                            "kind",
                            models.CharField(help_text="mention, quantity or date", max_length=10),
                        ),
                        (
                            "proposed",
                            models.CharField(
                                help_text="The form that was proposed.", max_length=250
                            ),
                        ),
                        (
                            "decided",
                            models.CharField(
                                blank=True, help_text="What a person made of it.", max_length=250
                            ),
                        ),
                        (
                            "outcome",
                            models.CharField(
                                choices=[
                                    ("accepted", "accepted"),
                                    ("corrected", "corrected"),
                                    ("rejected", "rejected"),
                                    ("skipped", "skipped"),
                                ],
                                max_length=10,
                            ),
                        ),
                        ("decided_at", models.DateTimeField(auto_now=True)),
                        (
                            "decided_by",
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
                                to="annotations.decision",
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
                    name="OwnMark",
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
                            "kind",
                            models.CharField(
                                choices=[("mention", "mention"), ("claim", "claim")], max_length=10
                            ),
                        ),
                        (
                            "start",
                            models.PositiveIntegerField(
                                help_text="Code points from the start of the content."
                            ),
                        ),
                        ("end", models.PositiveIntegerField()),
                        ("quote", models.TextField()),
                        (
                            "category",
                            models.CharField(
                                help_text="The entity, or the measure.", max_length=120
                            ),
                        ),
                        (
                            "reading",
                            models.TextField(
                                help_text="All that it says, so that two can be compared."
                            ),
                        ),
                        ("says", models.TextField(help_text="The same in words.")),
                        ("draft", models.JSONField(help_text="What is entered if it is taken.")),
                        ("marked_at", models.DateTimeField(auto_now_add=True)),
                        (
                            "outcome",
                            models.CharField(
                                blank=True,
                                choices=[("", "waits"), ("taken", "taken"), ("left", "left out")],
                                default="",
                                max_length=10,
                            ),
                        ),
                        ("decided_at", models.DateTimeField(null=True)),
                        (
                            "assignment",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="marks",
                                to="annotations.assignment",
                            ),
                        ),
                        (
                            "decided_by",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
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
                        "ordering": ["start", "end", "pk"],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("person", "key"), name="own_mark_entered_once"
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("end__gt", models.F("start"))),
                                name="own_mark_holds_a_character",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("decided_by__isnull", True), ("outcome", "")),
                                    models.Q(
                                        models.Q(("outcome", ""), _negated=True),
                                        ("decided_by__isnull", False),
                                    ),
                                    _connector="OR",
                                ),
                                name="own_mark_decided_by_somebody",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="OwnMarkEvent",
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
                            "kind",
                            models.CharField(
                                choices=[("mention", "mention"), ("claim", "claim")], max_length=10
                            ),
                        ),
                        (
                            "start",
                            models.PositiveIntegerField(
                                help_text="Code points from the start of the content."
                            ),
                        ),
                        ("end", models.PositiveIntegerField()),
                        ("quote", models.TextField()),
                        (
                            "category",
                            models.CharField(
                                help_text="The entity, or the measure.", max_length=120
                            ),
                        ),
                        (
                            "reading",
                            models.TextField(
                                help_text="All that it says, so that two can be compared."
                            ),
                        ),
                        ("says", models.TextField(help_text="The same in words.")),
                        ("draft", models.JSONField(help_text="What is entered if it is taken.")),
                        ("marked_at", models.DateTimeField(auto_now_add=True)),
                        (
                            "outcome",
                            models.CharField(
                                blank=True,
                                choices=[("", "waits"), ("taken", "taken"), ("left", "left out")],
                                default="",
                                max_length=10,
                            ),
                        ),
                        ("decided_at", models.DateTimeField(null=True)),
                        (
                            "assignment",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="annotations.assignment",
                            ),
                        ),
                        (
                            "decided_by",
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
                                to="annotations.ownmark",
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="Passage",
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
                            models.TextField(
                                help_text="The exact characters between start and end."
                            ),
                        ),
                        ("prefix", models.CharField(blank=True, max_length=32)),
                        ("suffix", models.CharField(blank=True, max_length=32)),
                        (
                            "text",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="passages",
                                to="sources.text",
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["text", "start", "end"],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("text", "start", "end"), name="passage_once_per_text"
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("end__gt", models.F("start"))),
                                name="passage_holds_a_character",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Mention",
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
                        ("entered_at", models.DateTimeField(auto_now_add=True)),
                        (
                            "entered_by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "entity",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="mentions",
                                to="entities.entity",
                            ),
                        ),
                        (
                            "passage",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="mentions",
                                to="annotations.passage",
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["passage"],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("passage", "entity"), name="entity_named_once_here"
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="MentionEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("id", models.BigIntegerField()),
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
                        ("entered_at", models.DateTimeField(auto_now_add=True)),
                        (
                            "entered_by",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to=settings.AUTH_USER_MODEL,
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
                                to="annotations.mention",
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
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="Move",
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
                                help_text="Of the likeliest place, if any.", null=True
                            ),
                        ),
                        ("end", models.PositiveIntegerField(null=True)),
                        (
                            "near",
                            models.PositiveIntegerField(
                                help_text="About where the passage would stand."
                            ),
                        ),
                        ("score", models.DecimalField(decimal_places=3, max_digits=4)),
                        ("has_other_figures", models.BooleanField(default=False)),
                        (
                            "outcome",
                            models.CharField(
                                choices=[
                                    ("moved", "moved by itself"),
                                    ("proposed", "place proposed"),
                                    ("orphaned", "no like place found"),
                                ],
                                max_length=10,
                            ),
                        ),
                        (
                            "state",
                            models.CharField(
                                choices=[
                                    ("open", "to be reviewed"),
                                    ("done", "moved"),
                                    ("dropped", "stays behind"),
                                ],
                                default="open",
                                max_length=10,
                            ),
                        ),
                        ("decided_at", models.DateTimeField(null=True)),
                        ("reason", models.CharField(blank=True, max_length=300)),
                        ("version", models.PositiveIntegerField(default=1)),
                        (
                            "decided_by",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "passage",
                            models.OneToOneField(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="move",
                                to="annotations.passage",
                            ),
                        ),
                        (
                            "text",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="moves",
                                to="sources.text",
                            ),
                        ),
                        (
                            "to",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="origins",
                                to="annotations.passage",
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["text", "near", "pk"],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("state", "done"), ("to__isnull", False)),
                                    models.Q(
                                        models.Q(("state", "done"), _negated=True),
                                        ("to__isnull", True),
                                    ),
                                    _connector="OR",
                                ),
                                name="move_done_has_its_place",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("end__isnull", True), ("start__isnull", True)),
                                    ("start__lt", models.F("end")),
                                    _connector="OR",
                                ),
                                name="move_place_holds_a_character",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="MoveEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("id", models.BigIntegerField()),
                        (
                            "start",
                            models.PositiveIntegerField(
                                help_text="Of the likeliest place, if any.", null=True
                            ),
                        ),
                        ("end", models.PositiveIntegerField(null=True)),
                        (
                            "near",
                            models.PositiveIntegerField(
                                help_text="About where the passage would stand."
                            ),
                        ),
                        ("score", models.DecimalField(decimal_places=3, max_digits=4)),
                        ("has_other_figures", models.BooleanField(default=False)),
                        (
                            "outcome",
                            models.CharField(
                                choices=[
                                    ("moved", "moved by itself"),
                                    ("proposed", "place proposed"),
                                    ("orphaned", "no like place found"),
                                ],
                                max_length=10,
                            ),
                        ),
                        (
                            "state",
                            models.CharField(
                                choices=[
                                    ("open", "to be reviewed"),
                                    ("done", "moved"),
                                    ("dropped", "stays behind"),
                                ],
                                default="open",
                                max_length=10,
                            ),
                        ),
                        ("decided_at", models.DateTimeField(null=True)),
                        ("reason", models.CharField(blank=True, max_length=300)),
                        ("version", models.PositiveIntegerField(default=1)),
                        (
                            "decided_by",
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
                                to="annotations.move",
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
                        (
                            "to",
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
                    name="PassageEvent",
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
                            models.TextField(
                                help_text="The exact characters between start and end."
                            ),
                        ),
                        ("prefix", models.CharField(blank=True, max_length=32)),
                        ("suffix", models.CharField(blank=True, max_length=32)),
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
                                to="annotations.passage",
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
                    name="Place",
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
                            "offset",
                            models.PositiveIntegerField(
                                help_text="Code points from the start of the content."
                            ),
                        ),
                        ("reached_at", models.DateTimeField(auto_now=True)),
                        (
                            "person",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="places",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "text",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="places",
                                to="sources.text",
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["-reached_at"],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("person", "text"), name="one_place_in_each_text"
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Touch",
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
                            "starts",
                            django.contrib.postgres.fields.ArrayField(
                                base_field=models.PositiveIntegerField(), size=None
                            ),
                        ),
                        (
                            "ends",
                            django.contrib.postgres.fields.ArrayField(
                                base_field=models.PositiveIntegerField(), size=None
                            ),
                        ),
                        (
                            "is_public",
                            models.BooleanField(
                                help_text="Whether everybody may see what changed."
                            ),
                        ),
                        (
                            "written_by",
                            models.BigIntegerField(help_text="The number of the transaction."),
                        ),
                        ("at", models.DateTimeField(db_index=True)),
                        (
                            "text",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="touches",
                                to="sources.text",
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["pk"],
                        "indexes": [
                            models.Index(fields=["text", "written_by"], name="touch_since")
                        ],
                    },
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="assignment",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "annotations_assignmentevent" ("asked_at", "asked_by_id", "called_off_at", "end", "id", "one_done_at", "one_id", "other_done_at", "other_id", "part", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "start", "text_id") SELECT new_values."asked_at", new_values."asked_by_id", new_values."called_off_at", new_values."end", new_values."id", new_values."one_done_at", new_values."one_id", new_values."other_done_at", new_values."other_id", new_values."part", _pgh_attached_context.value, CLOCK_TIMESTAMP(), \'insert\', new_values."id", new_values."start", new_values."text_id" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="132ab1896a0f3a966b21c35347a46e8dc7a900f0",
                            level="STATEMENT",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_faa88",
                            referencing="REFERENCING NEW TABLE AS new_values ",
                            table="annotations_assignment",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="assignment",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "annotations_assignmentevent" ("asked_at", "asked_by_id", "called_off_at", "end", "id", "one_done_at", "one_id", "other_done_at", "other_id", "part", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "start", "text_id") VALUES (NEW."asked_at", NEW."asked_by_id", NEW."called_off_at", NEW."end", NEW."id", NEW."one_done_at", NEW."one_id", NEW."other_done_at", NEW."other_id", NEW."part", _pgh_attach_context(), CLOCK_TIMESTAMP(), \'update\', NEW."id", NEW."start", NEW."text_id"); RETURN NULL;',
                            hash="b46aac042c8c63f94b864d815ce4373593f5165b",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_908a4",
                            table="annotations_assignment",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="assignment",
                    trigger=pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "annotations_assignmentevent" ("asked_at", "asked_by_id", "called_off_at", "end", "id", "one_done_at", "one_id", "other_done_at", "other_id", "part", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "start", "text_id") SELECT old_values."asked_at", old_values."asked_by_id", old_values."called_off_at", old_values."end", old_values."id", old_values."one_done_at", old_values."one_id", old_values."other_done_at", old_values."other_id", old_values."part", _pgh_attached_context.value, CLOCK_TIMESTAMP(), \'delete\', old_values."id", old_values."start", old_values."text_id" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                            hash="b649b2e4ec9b2c64fa18d557a758d4c98277ba61",
                            level="STATEMENT",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_35bbd",
                            referencing="REFERENCING OLD TABLE AS old_values ",
                            table="annotations_assignment",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="assignmentevent",
                    trigger=pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="f79f9b310615cf82951cfd3ea097bac13bafd234",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_4d5b5",
                            table="annotations_assignmentevent",
                            when="BEFORE",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="decision",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "annotations_decisionevent" ("decided", "decided_at", "decided_by_id", "end", "id", "kind", "outcome", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "proposed", "start", "text_id") SELECT new_values."decided", new_values."decided_at", new_values."decided_by_id", new_values."end", new_values."id", new_values."kind", new_values."outcome", _pgh_attached_context.value, CLOCK_TIMESTAMP(), \'insert\', new_values."id", new_values."proposed", new_values."start", new_values."text_id" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="2c32f4679e2fc18cbe46dd7404934ae83f4d6e50",
                            level="STATEMENT",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_55943",
                            referencing="REFERENCING NEW TABLE AS new_values ",
                            table="annotations_decision",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="decision",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "annotations_decisionevent" ("decided", "decided_at", "decided_by_id", "end", "id", "kind", "outcome", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "proposed", "start", "text_id") VALUES (NEW."decided", NEW."decided_at", NEW."decided_by_id", NEW."end", NEW."id", NEW."kind", NEW."outcome", _pgh_attach_context(), CLOCK_TIMESTAMP(), \'update\', NEW."id", NEW."proposed", NEW."start", NEW."text_id"); RETURN NULL;',
                            hash="4d85da407c01a910e2cd3b2f02dc9134e08a6e06",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_66945",
                            table="annotations_decision",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="decision",
                    trigger=pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "annotations_decisionevent" ("decided", "decided_at", "decided_by_id", "end", "id", "kind", "outcome", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "proposed", "start", "text_id") SELECT old_values."decided", old_values."decided_at", old_values."decided_by_id", old_values."end", old_values."id", old_values."kind", old_values."outcome", _pgh_attached_context.value, CLOCK_TIMESTAMP(), \'delete\', old_values."id", old_values."proposed", old_values."start", old_values."text_id" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                            hash="40994ee404110609dde10cdac21958ff8d42d21f",
                            level="STATEMENT",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_c4644",
                            referencing="REFERENCING OLD TABLE AS old_values ",
                            table="annotations_decision",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="decisionevent",
                    trigger=pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="09d8a4704502655bc55a0bf4ea61de7cae8961c8",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_75054",
                            table="annotations_decisionevent",
                            when="BEFORE",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="ownmark",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "annotations_ownmarkevent" ("assignment_id", "category", "decided_at", "decided_by_id", "draft", "end", "id", "key", "kind", "marked_at", "outcome", "person_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "quote", "reading", "says", "start") SELECT new_values."assignment_id", new_values."category", new_values."decided_at", new_values."decided_by_id", new_values."draft", new_values."end", new_values."id", new_values."key", new_values."kind", new_values."marked_at", new_values."outcome", new_values."person_id", _pgh_attached_context.value, CLOCK_TIMESTAMP(), \'insert\', new_values."id", new_values."quote", new_values."reading", new_values."says", new_values."start" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="5730fb7eee604996a37c8fd07a218a957e587d55",
                            level="STATEMENT",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_d573d",
                            referencing="REFERENCING NEW TABLE AS new_values ",
                            table="annotations_ownmark",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="ownmark",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "annotations_ownmarkevent" ("assignment_id", "category", "decided_at", "decided_by_id", "draft", "end", "id", "key", "kind", "marked_at", "outcome", "person_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "quote", "reading", "says", "start") VALUES (NEW."assignment_id", NEW."category", NEW."decided_at", NEW."decided_by_id", NEW."draft", NEW."end", NEW."id", NEW."key", NEW."kind", NEW."marked_at", NEW."outcome", NEW."person_id", _pgh_attach_context(), CLOCK_TIMESTAMP(), \'update\', NEW."id", NEW."quote", NEW."reading", NEW."says", NEW."start"); RETURN NULL;',
                            hash="bfb89df7693ec6b0e70a8a56ab0fbbb78217d365",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_580f0",
                            table="annotations_ownmark",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="ownmark",
                    trigger=pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "annotations_ownmarkevent" ("assignment_id", "category", "decided_at", "decided_by_id", "draft", "end", "id", "key", "kind", "marked_at", "outcome", "person_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "quote", "reading", "says", "start") SELECT old_values."assignment_id", old_values."category", old_values."decided_at", old_values."decided_by_id", old_values."draft", old_values."end", old_values."id", old_values."key", old_values."kind", old_values."marked_at", old_values."outcome", old_values."person_id", _pgh_attached_context.value, CLOCK_TIMESTAMP(), \'delete\', old_values."id", old_values."quote", old_values."reading", old_values."says", old_values."start" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                            hash="a94ac58a726248d4be0a5378fe4134b5d1163a31",
                            level="STATEMENT",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_58e2b",
                            referencing="REFERENCING OLD TABLE AS old_values ",
                            table="annotations_ownmark",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="ownmarkevent",
                    trigger=pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="80a7a5e6bf039547a5fbea1ae793013f573ac4a1",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_5728e",
                            table="annotations_ownmarkevent",
                            when="BEFORE",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="passage",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "annotations_passageevent" ("end", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "prefix", "quote", "start", "suffix", "text_id") SELECT new_values."end", new_values."id", _pgh_attached_context.value, CLOCK_TIMESTAMP(), \'insert\', new_values."id", new_values."prefix", new_values."quote", new_values."start", new_values."suffix", new_values."text_id" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="83f8decbe2fc2502f4ee255e2fe84c382e542ad9",
                            level="STATEMENT",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_a6946",
                            referencing="REFERENCING NEW TABLE AS new_values ",
                            table="annotations_passage",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="passage",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "annotations_passageevent" ("end", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "prefix", "quote", "start", "suffix", "text_id") VALUES (NEW."end", NEW."id", _pgh_attach_context(), CLOCK_TIMESTAMP(), \'update\', NEW."id", NEW."prefix", NEW."quote", NEW."start", NEW."suffix", NEW."text_id"); RETURN NULL;',
                            hash="46a2e70b2a27fb44c31a12a89b8fc162503db384",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_6e96a",
                            table="annotations_passage",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="passage",
                    trigger=pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "annotations_passageevent" ("end", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "prefix", "quote", "start", "suffix", "text_id") SELECT old_values."end", old_values."id", _pgh_attached_context.value, CLOCK_TIMESTAMP(), \'delete\', old_values."id", old_values."prefix", old_values."quote", old_values."start", old_values."suffix", old_values."text_id" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                            hash="175364663ffa4e9863ef71442b0ff821007d340b",
                            level="STATEMENT",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_eba82",
                            referencing="REFERENCING OLD TABLE AS old_values ",
                            table="annotations_passage",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="mention",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "annotations_mentionevent" ("entered_at", "entered_by_id", "entity_id", "id", "passage_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "review") SELECT new_values."entered_at", new_values."entered_by_id", new_values."entity_id", new_values."id", new_values."passage_id", _pgh_attached_context.value, CLOCK_TIMESTAMP(), \'insert\', new_values."id", new_values."review" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="e12bb8ad53adfd70e2e448e95bc4d86dd7b7c2ec",
                            level="STATEMENT",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_47726",
                            referencing="REFERENCING NEW TABLE AS new_values ",
                            table="annotations_mention",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="mention",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "annotations_mentionevent" ("entered_at", "entered_by_id", "entity_id", "id", "passage_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "review") VALUES (NEW."entered_at", NEW."entered_by_id", NEW."entity_id", NEW."id", NEW."passage_id", _pgh_attach_context(), CLOCK_TIMESTAMP(), \'update\', NEW."id", NEW."review"); RETURN NULL;',
                            hash="40928c3a48f2ce4baeb0cfe13dcd57e93e52ce72",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_19e2e",
                            table="annotations_mention",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="mention",
                    trigger=pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "annotations_mentionevent" ("entered_at", "entered_by_id", "entity_id", "id", "passage_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "review") SELECT old_values."entered_at", old_values."entered_by_id", old_values."entity_id", old_values."id", old_values."passage_id", _pgh_attached_context.value, CLOCK_TIMESTAMP(), \'delete\', old_values."id", old_values."review" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                            hash="afad65183e16ef400775e20c6be82f2075342064",
                            level="STATEMENT",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_5b5ee",
                            referencing="REFERENCING OLD TABLE AS old_values ",
                            table="annotations_mention",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="mention",
                    trigger=pgtrigger.compiler.Trigger(
                        name="touch_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="INSERT INTO annotations_touch (text_id, starts, ends, is_public, written_by, at)\n    SELECT passage.text_id, array_agg(passage.start), array_agg(passage.\"end\"),\n        (SELECT coalesce(bool_or(review = 'accepted'), false) FROM changed),\n        pg_current_xact_id()::text::bigint, clock_timestamp()\n    FROM annotations_passage passage WHERE passage.id IN (SELECT passage_id FROM changed)\n    GROUP BY passage.text_id;\n    RETURN NULL;",
                            hash="45c8fc24e9dff2e6809b4a49bacd69701eef11fe",
                            level="STATEMENT",
                            operation="INSERT",
                            pgid="pgtrigger_touch_insert_8ad49",
                            referencing="REFERENCING NEW TABLE AS changed ",
                            table="annotations_mention",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="mention",
                    trigger=pgtrigger.compiler.Trigger(
                        name="touch_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="WITH changed AS (SELECT * FROM former UNION ALL SELECT * FROM latter) INSERT INTO annotations_touch (text_id, starts, ends, is_public, written_by, at)\n    SELECT passage.text_id, array_agg(passage.start), array_agg(passage.\"end\"),\n        (SELECT coalesce(bool_or(review = 'accepted'), false) FROM changed),\n        pg_current_xact_id()::text::bigint, clock_timestamp()\n    FROM annotations_passage passage WHERE passage.id IN (SELECT passage_id FROM changed)\n    GROUP BY passage.text_id;\n    RETURN NULL;",
                            hash="0cffb4a752599f49e216ac1903303acdb7efa20a",
                            level="STATEMENT",
                            operation="UPDATE",
                            pgid="pgtrigger_touch_update_1c32c",
                            referencing="REFERENCING OLD TABLE AS former  NEW TABLE AS latter ",
                            table="annotations_mention",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="mention",
                    trigger=pgtrigger.compiler.Trigger(
                        name="touch_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="INSERT INTO annotations_touch (text_id, starts, ends, is_public, written_by, at)\n    SELECT passage.text_id, array_agg(passage.start), array_agg(passage.\"end\"),\n        (SELECT coalesce(bool_or(review = 'accepted'), false) FROM changed),\n        pg_current_xact_id()::text::bigint, clock_timestamp()\n    FROM annotations_passage passage WHERE passage.id IN (SELECT passage_id FROM changed)\n    GROUP BY passage.text_id;\n    RETURN NULL;",
                            hash="f94f8832814fcfcbb0853723a935e3c8e225baf1",
                            level="STATEMENT",
                            operation="DELETE",
                            pgid="pgtrigger_touch_delete_3eb70",
                            referencing="REFERENCING OLD TABLE AS changed ",
                            table="annotations_mention",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="mentionevent",
                    trigger=pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="6ff8ef2895df3b2bd31f2f8f117cea60bf9987eb",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_69809",
                            table="annotations_mentionevent",
                            when="BEFORE",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="move",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "annotations_moveevent" ("decided_at", "decided_by_id", "end", "has_other_figures", "id", "near", "outcome", "passage_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "score", "start", "state", "text_id", "to_id", "version") SELECT new_values."decided_at", new_values."decided_by_id", new_values."end", new_values."has_other_figures", new_values."id", new_values."near", new_values."outcome", new_values."passage_id", _pgh_attached_context.value, CLOCK_TIMESTAMP(), \'insert\', new_values."id", new_values."reason", new_values."score", new_values."start", new_values."state", new_values."text_id", new_values."to_id", new_values."version" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="c8a1f0d1aaff7b709e183d9ebc8c6ec45b10ab53",
                            level="STATEMENT",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_40755",
                            referencing="REFERENCING NEW TABLE AS new_values ",
                            table="annotations_move",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="move",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "annotations_moveevent" ("decided_at", "decided_by_id", "end", "has_other_figures", "id", "near", "outcome", "passage_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "score", "start", "state", "text_id", "to_id", "version") VALUES (NEW."decided_at", NEW."decided_by_id", NEW."end", NEW."has_other_figures", NEW."id", NEW."near", NEW."outcome", NEW."passage_id", _pgh_attach_context(), CLOCK_TIMESTAMP(), \'update\', NEW."id", NEW."reason", NEW."score", NEW."start", NEW."state", NEW."text_id", NEW."to_id", NEW."version"); RETURN NULL;',
                            hash="e08b23b72002a3ea611985e1a6b897284cb5b935",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_8554a",
                            table="annotations_move",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="move",
                    trigger=pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "annotations_moveevent" ("decided_at", "decided_by_id", "end", "has_other_figures", "id", "near", "outcome", "passage_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "score", "start", "state", "text_id", "to_id", "version") SELECT old_values."decided_at", old_values."decided_by_id", old_values."end", old_values."has_other_figures", old_values."id", old_values."near", old_values."outcome", old_values."passage_id", _pgh_attached_context.value, CLOCK_TIMESTAMP(), \'delete\', old_values."id", old_values."reason", old_values."score", old_values."start", old_values."state", old_values."text_id", old_values."to_id", old_values."version" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                            hash="0bf5495737a73077f9ae5a8152751cec2d94c46d",
                            level="STATEMENT",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_4a90f",
                            referencing="REFERENCING OLD TABLE AS old_values ",
                            table="annotations_move",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="moveevent",
                    trigger=pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="63ce920c4e94f414895322a40121c109d70614a3",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_77119",
                            table="annotations_moveevent",
                            when="BEFORE",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="passageevent",
                    trigger=pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="a2f90e1fdb4ecf90362ad17f3991afd2bed9b49e",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_19c20",
                            table="annotations_passageevent",
                            when="BEFORE",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="touch",
                    trigger=pgtrigger.compiler.Trigger(
                        name="wake",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="PERFORM pg_notify('variorum_touched', NEW.text_id::text); RETURN NULL;",
                            hash="eaa8d1dc0d634ab3418b08c4a070fcbb25f2d4f4",
                            operation="INSERT",
                            pgid="pgtrigger_wake_c3ad6",
                            table="annotations_touch",
                            when="AFTER",
                        ),
                    ),
                ),
            ],
        ),
    ]
