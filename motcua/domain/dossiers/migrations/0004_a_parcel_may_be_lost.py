from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("dossiers", "0003_by_telephone"),
    ]

    operations = [
        migrations.AlterField(
            model_name="parcel",
            name="ended",
            field=models.CharField(
                blank=True,
                choices=[("delivered", "Đã phát"), ("came_back", "Chuyển hoàn"), ("lost", "Bị mất")],
                max_length=10,
                verbose_name="kết thúc",
            ),
        ),
    ]
