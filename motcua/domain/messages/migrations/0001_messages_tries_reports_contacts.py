import uuid

import django.contrib.postgres.fields
import django.db.models.deletion
from django.db import migrations, models

from motcua.config.steps import Tables


class Migration(Tables):
    initial = True

    dependencies = [
        ("organisations", "0001_tables"),
    ]

    operations = [
        migrations.CreateModel(
            name="Contact",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "kind",
                    models.CharField(
                        choices=[("phone", "Số điện thoại"), ("email", "Địa chỉ thư điện tử")],
                        max_length=5,
                        verbose_name="loại",
                    ),
                ),
                ("address", models.CharField(max_length=120, unique=True, verbose_name="địa chỉ")),
                ("owner", models.CharField(blank=True, max_length=60, verbose_name="tài khoản")),
                (
                    "chosen",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(
                            choices=[
                                ("app", "Trang cá nhân"),
                                ("zns", "Zalo"),
                                ("sms", "Tin nhắn SMS"),
                                ("email", "Thư điện tử"),
                            ],
                            max_length=6,
                        ),
                        null=True,
                        size=None,
                        verbose_name="kênh đã chọn",
                    ),
                ),
                (
                    "agreed",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(
                            choices=[
                                ("app", "Trang cá nhân"),
                                ("zns", "Zalo"),
                                ("sms", "Tin nhắn SMS"),
                                ("email", "Thư điện tử"),
                            ],
                            max_length=6,
                        ),
                        default=list,
                        size=None,
                        verbose_name="đã đồng ý",
                    ),
                ),
                (
                    "withdrawn",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(
                            choices=[
                                ("app", "Trang cá nhân"),
                                ("zns", "Zalo"),
                                ("sms", "Tin nhắn SMS"),
                                ("email", "Thư điện tử"),
                            ],
                            max_length=6,
                        ),
                        default=list,
                        size=None,
                        verbose_name="đã rút đồng ý",
                    ),
                ),
            ],
            options={
                "verbose_name": "địa chỉ liên hệ",
                "indexes": [
                    models.Index(
                        condition=models.Q(("owner", ""), _negated=True), fields=["owner"], name="contact_of_account"
                    )
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("agreed__overlap", models.F("withdrawn")), _negated=True),
                        name="agreed_or_withdrawn_not_both",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Message",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("key", models.UUIDField(default=uuid.uuid4, unique=True, verbose_name="khóa")),
                ("event", models.CharField(max_length=80, verbose_name="sự kiện")),
                ("recipient", models.CharField(max_length=60, verbose_name="người nhận")),
                (
                    "way",
                    models.CharField(
                        choices=[
                            ("app", "Trang cá nhân"),
                            ("zns", "Zalo"),
                            ("sms", "Tin nhắn SMS"),
                            ("email", "Thư điện tử"),
                        ],
                        max_length=6,
                        verbose_name="kênh",
                    ),
                ),
                ("kind", models.CharField(max_length=40, verbose_name="mẫu tin")),
                ("facts", models.JSONField(default=dict, verbose_name="dữ kiện")),
                ("address", models.CharField(blank=True, max_length=120, verbose_name="địa chỉ")),
                ("about", models.CharField(max_length=60, verbose_name="về")),
                (
                    "sender",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="organisations.office",
                        verbose_name="nơi gửi",
                    ),
                ),
                ("told_at", models.DateTimeField(verbose_name="ghi lúc")),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("waiting", "Chờ gửi"),
                            ("sending", "Đang gửi"),
                            ("sent", "Đã gửi"),
                            ("delivered", "Đã đến"),
                            ("not_delivered", "Không đến được"),
                            ("given_up", "Thôi gửi"),
                            ("outdated", "Quá lúc cần báo"),
                            ("not_wanted", "Người nhận không muốn nhận"),
                        ],
                        default="waiting",
                        max_length=14,
                        verbose_name="tình trạng",
                    ),
                ),
                ("next_at", models.DateTimeField(verbose_name="gửi từ lúc")),
                ("tries", models.PositiveSmallIntegerField(default=0, verbose_name="số lần thử")),
                ("tried_before", models.PositiveSmallIntegerField(default=0, verbose_name="đã thử trước khi gửi lại")),
                ("sent_at", models.DateTimeField(null=True, verbose_name="gửi lúc")),
                ("ended_at", models.DateTimeField(null=True, verbose_name="đến lúc")),
                ("provider_id", models.CharField(blank=True, max_length=120, verbose_name="mã của nơi chuyển")),
                ("why", models.CharField(blank=True, max_length=300, verbose_name="lý do")),
            ],
            options={
                "verbose_name": "tin nhắn",
                "indexes": [
                    models.Index(
                        condition=models.Q(("state__in", ("waiting", "sending"))),
                        fields=["way", "next_at", "id"],
                        name="message_due",
                    ),
                    models.Index(fields=["sender", "told_at", "id"], name="message_newest"),
                    models.Index(fields=["sender", "state", "told_at", "id"], name="message_by_state"),
                    models.Index(fields=["about", "told_at"], name="message_about"),
                    models.Index(
                        condition=models.Q(("way", "app")), fields=["address", "told_at", "id"], name="message_in_app"
                    ),
                    models.Index(
                        condition=models.Q(("address", ""), _negated=True), fields=["told_at"], name="message_by_age"
                    ),
                ],
                "constraints": [
                    models.UniqueConstraint(fields=("event", "recipient", "way"), name="told_once_by_each_way"),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("state__in", ["sent", "delivered"]), _negated=True),
                            ("sent_at__isnull", False),
                            _connector="OR",
                        ),
                        name="what_was_sent_says_when",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("state__in", ["given_up", "not_delivered"]), _negated=True),
                            models.Q(("why", ""), _negated=True),
                            _connector="OR",
                        ),
                        name="what_was_given_up_says_why",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Attempt",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "message",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="attempts", to="outbox.message"
                    ),
                ),
                ("number", models.PositiveSmallIntegerField(verbose_name="lần")),
                ("begun_at", models.DateTimeField(verbose_name="bắt đầu lúc")),
                ("ended_at", models.DateTimeField(null=True, verbose_name="xong lúc")),
                (
                    "outcome",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("sent", "Đã nhận để gửi"),
                            ("refused", "Bị từ chối, gửi lại cũng vô ích"),
                            ("failed", "Chưa gửi được"),
                            ("unknown", "Không rõ đã gửi hay chưa"),
                        ],
                        max_length=8,
                        verbose_name="kết quả",
                    ),
                ),
                ("said", models.CharField(blank=True, max_length=300, verbose_name="trả lời")),
            ],
            options={
                "verbose_name": "lần thử gửi",
                "constraints": [models.UniqueConstraint(fields=("message", "number"), name="one_try_of_a_number")],
            },
        ),
        migrations.CreateModel(
            name="Report",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "message",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="reports", to="outbox.message"
                    ),
                ),
                (
                    "said",
                    models.CharField(
                        choices=[("delivered", "Đã đến máy người nhận"), ("failed", "Không đến được")],
                        max_length=9,
                        verbose_name="báo",
                    ),
                ),
                ("at", models.DateTimeField(verbose_name="lúc")),
                ("reason", models.CharField(blank=True, max_length=300, verbose_name="lý do")),
                ("came_at", models.DateTimeField(verbose_name="nhận được lúc")),
            ],
            options={
                "verbose_name": "báo nhận",
                "constraints": [
                    models.UniqueConstraint(fields=("message", "said", "at"), name="one_report_of_a_moment")
                ],
            },
        ),
    ]
