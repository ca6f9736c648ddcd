import django.contrib.postgres.constraints
import django.contrib.postgres.fields.ranges
import django.contrib.postgres.operations
import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("fees", "0002_lost_copies"),
        ("organisations", "0002_charges_payments_receipts"),
    ]

    operations = [
        django.contrib.postgres.operations.BtreeGistExtension(),
        migrations.CreateModel(
            name="BankAccount",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "use",
                    models.CharField(
                        choices=[
                            ("collecting", "Thu phí, lệ phí"),
                            ("treasury", "Nhận khoản trích để lại (Kho bạc Nhà nước)"),
                        ],
                        max_length=10,
                        verbose_name="dùng để",
                    ),
                ),
                ("bank", models.CharField(max_length=120, verbose_name="ngân hàng, kho bạc")),
                ("bank_bin", models.CharField(blank=True, max_length=6, verbose_name="mã BIN của ngân hàng")),
                ("number", models.CharField(max_length=19, verbose_name="số tài khoản")),
                ("holder", models.CharField(max_length=120, verbose_name="chủ tài khoản")),
                ("valid_from", models.DateField(verbose_name="dùng từ ngày")),
                ("valid_to", models.DateField(null=True, verbose_name="đến hết ngày")),
                (
                    "owner",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="organisations.office",
                        verbose_name="đơn vị",
                    ),
                ),
            ],
            options={
                "verbose_name": "tài khoản ngân hàng",
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("valid_to__isnull", True), ("valid_to__gte", models.F("valid_from")), _connector="OR"
                        ),
                        name="bank_account_runs_forward",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("use", "treasury"), models.Q(("bank_bin", ""), _negated=True), _connector="OR"
                        ),
                        name="collecting_account_has_a_bin",
                    ),
                    django.contrib.postgres.constraints.ExclusionConstraint(
                        expressions=[
                            ("owner", "="),
                            ("use", "="),
                            (
                                models.Func(
                                    "valid_from",
                                    "valid_to",
                                    models.Value("[]"),
                                    function="daterange",
                                    output_field=django.contrib.postgres.fields.ranges.DateRangeField(),
                                ),
                                "&&",
                            ),
                        ],
                        name="one_bank_account_a_day",
                    ),
                ],
            },
        ),
    ]
