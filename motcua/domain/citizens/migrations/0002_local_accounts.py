import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

from motcua.config.steps import Tables


class Migration(Tables):
    dependencies = [
        ("citizens", "0001_people_and_businesses"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="Confirmation",
            fields=[
                ("key", models.UUIDField(primary_key=True, serialize=False, verbose_name="khóa")),
                (
                    "kind",
                    models.CharField(
                        choices=[("phone", "Số điện thoại"), ("email", "Địa chỉ thư điện tử")],
                        max_length=5,
                        verbose_name="loại",
                    ),
                ),
                ("address", models.CharField(max_length=120, verbose_name="địa chỉ")),
                (
                    "purpose",
                    models.CharField(
                        choices=[
                            ("sign_in", "Đăng nhập hoặc mở tài khoản"),
                            ("contact", "Đổi điện thoại hoặc thư điện tử"),
                            ("oneself", "Xác nhận chính chủ trước việc quan trọng"),
                            ("counter", "Ghi điện thoại hoặc thư điện tử tại quầy"),
                        ],
                        max_length=8,
                        verbose_name="để làm gì",
                    ),
                ),
                ("whose", models.CharField(blank=True, max_length=80, verbose_name="của ai")),
                ("asked_at", models.DateTimeField(verbose_name="yêu cầu lúc")),
                ("wrong_tries", models.PositiveSmallIntegerField(default=0, verbose_name="số lần nhập sai")),
                ("confirmed_at", models.DateTimeField(null=True, verbose_name="nhập đúng lúc")),
                ("used_at", models.DateTimeField(null=True, verbose_name="đã dùng lúc")),
            ],
            options={
                "verbose_name": "mã xác nhận",
                "indexes": [
                    models.Index(fields=["address", "asked_at"], name="citizens_codes_of_address"),
                    models.Index(fields=["asked_at"], name="citizens_codes_by_age"),
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("used_at__isnull", True), ("confirmed_at__isnull", False), _connector="OR"),
                        name="citizens_a_code_is_used_after_it_was_right",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="SignIn",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "person",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="sign_ins",
                        to="citizens.person",
                        verbose_name="người",
                    ),
                ),
                ("at", models.DateTimeField(verbose_name="lúc")),
                (
                    "how",
                    models.CharField(
                        choices=[
                            ("provider", "Tài khoản định danh"),
                            ("code", "Mã gửi đến điện thoại hoặc thư điện tử"),
                            ("password", "Mật khẩu"),
                        ],
                        max_length=10,
                        verbose_name="bằng cách nào",
                    ),
                ),
                ("device", models.CharField(max_length=60, verbose_name="thiết bị")),
            ],
            options={
                "verbose_name": "lần đăng nhập",
                "indexes": [
                    models.Index(fields=["person", "at", "id"], name="citizens_sign_ins"),
                    models.Index(fields=["at"], name="citizens_sign_ins_by_age"),
                ],
            },
        ),
        migrations.AddConstraint(
            model_name="person",
            constraint=models.UniqueConstraint(
                condition=models.Q(("email_confirmed_at__isnull", False), ("closed_at__isnull", True)),
                fields=("email",),
                name="citizens_one_account_a_confirmed_email",
            ),
        ),
    ]
