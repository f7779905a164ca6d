from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("contradictions", "0012_rooms"),
    ]

    operations = [
        migrations.AlterField(
            model_name="contradiction",
            name="severity",
            field=models.CharField(
                choices=[
                    ("certain", "certain"),
                    ("likely", "likely"),
                    ("advisory", "advisory"),
                    ("note", "note"),
                ],
                max_length=10,
            ),
        ),
        migrations.AlterField(
            model_name="contradictionevent",
            name="severity",
            field=models.CharField(
                choices=[
                    ("certain", "certain"),
                    ("likely", "likely"),
                    ("advisory", "advisory"),
                    ("note", "note"),
                ],
                max_length=10,
            ),
        ),
    ]
