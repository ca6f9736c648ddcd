from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("papers", "0001_tables"),
    ]

    operations = [
        migrations.AlterField(
            model_name="storedfile",
            name="kind",
            field=models.CharField(
                choices=[
                    ("pdf", "PDF"),
                    ("png", "PNG"),
                    ("doc", "DOC"),
                    ("docx", "DOCX"),
                    ("xls", "XLS"),
                    ("xlsx", "XLSX"),
                    ("odt", "ODT"),
                    ("eml", "EML"),
                ],
                max_length=8,
                verbose_name="loại",
            ),
        ),
    ]
