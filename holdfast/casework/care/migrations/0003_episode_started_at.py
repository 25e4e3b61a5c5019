from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("care", "0002_milestone"),
    ]

    operations = [
        migrations.AddField(
            model_name="episode",
            name="started_at",
            field=models.TimeField(blank=True, null=True, verbose_name="time it began"),
        ),
    ]
