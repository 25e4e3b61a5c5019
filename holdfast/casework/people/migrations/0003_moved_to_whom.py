import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('people', '0002_worker_email_worker_manager_worker_register_body_and_more'),
    ]

    operations = [
        migrations.AddField(
            model_name='movedallocation',
            name='worker',
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.worker'),
        ),
        migrations.AlterField(
            model_name='movedallocation',
            name='made',
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='people.allocation'),
        ),
        migrations.AlterField(
            model_name='interest',
            name='child',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.CASCADE, related_name='interests', to='people.child'),
        ),
    ]
