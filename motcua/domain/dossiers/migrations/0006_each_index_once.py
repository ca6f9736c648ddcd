import django.db.models.deletion
from django.db import migrations, models

from motcua.config.steps import Tables


class Migration(Tables):
    dependencies = [
        ("dossiers", "0005_from_home"),
        ("organisations", "0001_tables"),
    ]

    operations = [
        migrations.RemoveIndex(
            model_name="breach",
            name="breach_by_dossier",
        ),
        migrations.RemoveIndex(
            model_name="consultation",
            name="consultation_by_dossier",
        ),
        migrations.RemoveIndex(
            model_name="result",
            name="result_by_dossier",
        ),
        migrations.AlterField(
            model_name="breach",
            name="office",
            field=models.ForeignKey(
                db_index=False,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="organisations.office",
                verbose_name="cơ quan",
            ),
        ),
        migrations.AlterField(
            model_name="consultation",
            name="office",
            field=models.ForeignKey(
                db_index=False,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="organisations.office",
                verbose_name="cơ quan được hỏi",
            ),
        ),
        migrations.AlterField(
            model_name="dossier",
            name="department",
            field=models.ForeignKey(
                db_index=False,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="organisations.office",
                verbose_name="cơ quan giải quyết",
            ),
        ),
        migrations.AlterField(
            model_name="dossier",
            name="one_stop",
            field=models.ForeignKey(
                db_index=False,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="organisations.office",
                verbose_name="nơi tiếp nhận",
            ),
        ),
        migrations.AlterField(
            model_name="result",
            name="dossier",
            field=models.ForeignKey(
                db_index=False,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="results",
                to="dossiers.dossier",
            ),
        ),
        migrations.AlterField(
            model_name="result",
            name="office",
            field=models.ForeignKey(
                db_index=False,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="organisations.office",
                verbose_name="cơ quan ban hành",
            ),
        ),
        migrations.AlterField(
            model_name="submitted",
            name="dossier",
            field=models.ForeignKey(
                db_index=False,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="submitted",
                to="dossiers.dossier",
            ),
        ),
        migrations.AlterField(
            model_name="task",
            name="dossier",
            field=models.ForeignKey(
                db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name="tasks", to="dossiers.dossier"
            ),
        ),
    ]
