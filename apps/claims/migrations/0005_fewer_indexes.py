"""Indexes that served the view of facts go."""

from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [
        ("claims", "0004_fact"),
    ]

    operations = [
        migrations.RemoveIndex(
            model_name="claim",
            name="claim_strand_fact",
        ),
        migrations.RemoveIndex(
            model_name="claim",
            name="claim_wider_slots",
        ),
    ]
