import django.utils.timezone
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("drafts", "0001_initial")]

    operations = [
        migrations.AddField(
            model_name="draft",
            name="began_at",
            field=models.DateTimeField(default=django.utils.timezone.now),
        ),
    ]
