import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("organisations", "0001_tables"),
    ]

    operations = [
        migrations.CreateModel(
            name="SigningCertificate",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "officer",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="organisations.officer",
                        verbose_name="cán bộ",
                    ),
                ),
                (
                    "office",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="organisations.office",
                        verbose_name="cơ quan",
                    ),
                ),
                ("subject", models.CharField(max_length=300, verbose_name="tên trong chứng thư")),
                ("issuer", models.CharField(max_length=300, verbose_name="tổ chức cấp")),
                ("serial", models.CharField(max_length=64, verbose_name="số hiệu")),
                ("fingerprint", models.CharField(max_length=64, unique=True, verbose_name="dấu SHA-256")),
                ("certificate", models.BinaryField(verbose_name="chứng thư (DER)")),
                ("key", models.CharField(max_length=80, verbose_name="tên khóa trong cấu hình")),
                ("valid_from", models.DateTimeField(verbose_name="có hiệu lực từ")),
                ("valid_to", models.DateTimeField(verbose_name="đến")),
                ("registered_at", models.DateTimeField(verbose_name="đăng ký lúc")),
                ("withdrawn_at", models.DateTimeField(null=True, verbose_name="ngừng dùng lúc")),
                ("reason", models.CharField(blank=True, max_length=500, verbose_name="lý do ngừng dùng")),
            ],
            options={
                "verbose_name": "chứng thư số",
                "indexes": [
                    models.Index(fields=["officer", "valid_to"], name="certificate_of_officer"),
                    models.Index(fields=["office", "valid_to"], name="certificate_of_office"),
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("officer__isnull", True), ("office__isnull", True), _connector="XOR"),
                        name="certificate_has_one_owner",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("valid_to__gt", models.F("valid_from"))), name="certificate_runs_forward"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("reason", ""), ("withdrawn_at__isnull", True)),
                            models.Q(("withdrawn_at__isnull", False), models.Q(("reason", ""), _negated=True)),
                            _connector="OR",
                        ),
                        name="withdrawn_certificates_say_why",
                    ),
                ],
            },
        ),
    ]
