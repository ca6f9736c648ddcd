from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = []

    operations = [
        migrations.CreateModel(
            name="IncomingFile",
            fields=[
                ("key", models.UUIDField(primary_key=True, serialize=False, verbose_name="khóa")),
                ("holder", models.TextField(verbose_name="người giữ")),
                ("place", models.TextField(verbose_name="giấy tờ")),
                ("name", models.TextField(verbose_name="tên tệp")),
                ("size", models.BigIntegerField(verbose_name="số byte")),
                ("arrived", models.BigIntegerField(default=0, verbose_name="số byte đã đến")),
                (
                    "state",
                    models.CharField(
                        choices=[("arriving", "đang gửi"), ("kept", "đã nhận"), ("refused", "không nhận")],
                        default="arriving",
                        max_length=8,
                        verbose_name="tình trạng",
                    ),
                ),
                ("why", models.TextField(blank=True, verbose_name="lý do không nhận")),
                ("sha256", models.CharField(blank=True, max_length=64, verbose_name="dấu SHA-256")),
                (
                    "kind",
                    models.CharField(
                        blank=True,
                        choices=[("jpeg", "Ảnh"), ("pdf", "PDF"), ("docx", "Word")],
                        max_length=4,
                        verbose_name="loại",
                    ),
                ),
                ("pages", models.PositiveIntegerField(default=0, verbose_name="số trang")),
                ("kept_size", models.BigIntegerField(default=0, verbose_name="số byte giữ lại")),
                ("faults", models.JSONField(default=list, verbose_name="khó đọc")),
                ("position", models.PositiveIntegerField(verbose_name="thứ tự")),
                ("turn", models.PositiveSmallIntegerField(default=0, verbose_name="xoay (độ)")),
                ("begun_at", models.DateTimeField(verbose_name="bắt đầu lúc")),
                ("moved_at", models.DateTimeField(verbose_name="nhận thêm lúc")),
            ],
            options={
                "verbose_name": "tệp gửi lên",
                "indexes": [
                    models.Index(fields=["holder", "place", "position"], name="incoming_of_a_paper"),
                    models.Index(fields=["moved_at"], name="incoming_by_age"),
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("arrived__gte", 0), ("arrived__lte", models.F("size"))),
                        name="incoming_within_its_size",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("state", "refused"), models.Q(("why", ""), _negated=True)),
                            models.Q(models.Q(("state", "refused"), _negated=True), ("why", "")),
                            _connector="OR",
                        ),
                        name="incoming_refused_with_a_reason",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("state", "kept"), _negated=True),
                            models.Q(
                                models.Q(("sha256", ""), _negated=True),
                                models.Q(("kind", ""), _negated=True),
                                ("arrived", models.F("size")),
                            ),
                            _connector="OR",
                        ),
                        name="incoming_kept_when_examined",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("turn__in", (0, 90, 180, 270))), name="incoming_turned_by_a_quarter"
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("state", "kept")),
                        fields=("holder", "place", "sha256"),
                        name="incoming_same_content_once",
                    ),
                ],
            },
        ),
    ]
