from django.db import migrations

from apps.contradictions.suspects import store_suspects


def store(apps, schema_editor):
    """Queues go by a stored suspect now; cases that were found before get theirs."""
    cases = apps.get_model("contradictions", "Contradiction")
    store_suspects(list(cases.objects.values_list("pk", flat=True)))


class Migration(migrations.Migration):
    dependencies = [("contradictions", "0006_queue_and_talk")]
    operations = [migrations.RunPython(store, migrations.RunPython.noop)]
