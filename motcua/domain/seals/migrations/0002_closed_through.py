from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("seals", "0001_agreements_seals_register"),
    ]

    operations = [
        migrations.AddField(
            model_name="seal",
            name="closed_through",
            field=models.DateField(null=True, verbose_name="đã khóa sổ đến hết ngày"),
        ),
    ]
