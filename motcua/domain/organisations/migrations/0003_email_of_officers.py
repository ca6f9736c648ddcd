from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("organisations", "0002_keeper_of_seals"),
    ]

    operations = [
        migrations.AddField(
            model_name="officer",
            name="email",
            field=models.EmailField(blank=True, default="", max_length=254, verbose_name="thư điện tử công vụ"),
            preserve_default=False,
        ),
    ]
