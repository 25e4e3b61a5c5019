from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("improvement", "0001_initial")]

    operations = [
        migrations.AlterField(
            model_name="boardpaper", name="headlines", field=models.JSONField(blank=True, default=list)
        ),
        migrations.AlterField(
            model_name="boardpaper", name="implications", field=models.JSONField(blank=True, default=dict)
        ),
        migrations.AlterField(
            model_name="boardpaper", name="links", field=models.JSONField(blank=True, default=list)
        ),
        migrations.AlterField(
            model_name="boardpaper", name="priorities", field=models.JSONField(blank=True, default=list)
        ),
    ]
