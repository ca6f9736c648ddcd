from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("outbox", "0002_each_index_once"),
    ]

    operations = [
        migrations.AddField(
            model_name="message",
            name="replies_to",
            field=models.CharField(blank=True, max_length=250, verbose_name="trả lời thư"),
        ),
    ]
