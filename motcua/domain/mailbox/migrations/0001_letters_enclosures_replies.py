import django.contrib.postgres.fields
import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("feedback", "0005_written_by_who_speaks_by_email"),
        ("organisations", "0002_charges_payments_receipts"),
        ("papers", "0002_letters_by_email"),
    ]

    operations = [
        migrations.CreateModel(
            name="Mailbox",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("name", models.CharField(max_length=300, unique=True, verbose_name="hộp thư")),
                ("uidvalidity", models.BigIntegerField(default=0, verbose_name="UIDVALIDITY")),
                ("last_uid", models.BigIntegerField(default=0, verbose_name="UID cuối cùng đã đọc")),
                ("read_at", models.DateTimeField(null=True, verbose_name="đọc được lúc")),
                ("fault", models.CharField(blank=True, max_length=300, verbose_name="vì sao không đọc được")),
                ("failed_at", models.DateTimeField(null=True, verbose_name="không đọc được từ")),
            ],
            options={
                "verbose_name": "hộp thư",
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("failed_at__isnull", True), ("fault", "")),
                            models.Q(models.Q(("fault", ""), _negated=True), ("failed_at__isnull", False)),
                            _connector="OR",
                        ),
                        name="mailbox_fault_since",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Letter",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("uidvalidity", models.BigIntegerField(verbose_name="UIDVALIDITY")),
                ("uid", models.BigIntegerField(verbose_name="UID")),
                ("is_marked", models.BooleanField(default=False, verbose_name="đã đánh dấu trên máy chủ thư")),
                ("size", models.BigIntegerField(verbose_name="số byte trên máy chủ thư")),
                ("message_id", models.CharField(blank=True, max_length=250, verbose_name="Message-ID")),
                (
                    "references",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(max_length=250), default=list, size=None, verbose_name="trả lời thư"
                    ),
                ),
                ("sender", models.CharField(blank=True, max_length=120, verbose_name="địa chỉ người gửi")),
                ("sender_name", models.CharField(blank=True, max_length=120, verbose_name="tên người gửi")),
                ("subject", models.CharField(blank=True, max_length=300, verbose_name="tiêu đề")),
                ("text", models.TextField(blank=True, verbose_name="nội dung")),
                ("came_at", models.DateTimeField(verbose_name="đọc về lúc")),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("taken", "Đã thành phản ánh"),
                            ("held", "Giữ lại chờ xem"),
                            ("discarded", "Đã bỏ qua"),
                        ],
                        max_length=10,
                        verbose_name="tình trạng",
                    ),
                ),
                (
                    "reason",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("own", "Thư do chính hệ thống gửi đi quay lại"),
                            ("bounce", "Máy chủ thư báo không chuyển được"),
                            ("robot", "Thư trả lời tự động"),
                            ("list", "Thư của danh sách gửi hàng loạt"),
                            ("loop", "Thư đi vòng qua quá nhiều máy chủ"),
                            ("burst", "Một địa chỉ gửi quá nhiều thư trong một giờ"),
                            ("forged", "Máy chủ thư báo người gửi bị giả mạo"),
                            ("spam", "Máy chủ thư xếp là thư rác"),
                            ("large", "Thư quá lớn, chỉ đọc phần đầu"),
                            ("broken", "Thư không đọc được hết"),
                            ("no_sender", "Không rõ người gửi"),
                            ("empty", "Thư không có nội dung"),
                        ],
                        max_length=10,
                        verbose_name="vì sao giữ lại",
                    ),
                ),
                ("is_first", models.BooleanField(default=False, verbose_name="mở ra phản ánh")),
                ("decided_at", models.DateTimeField(null=True, verbose_name="quyết định lúc")),
                ("why", models.CharField(blank=True, max_length=500, verbose_name="lý do quyết định")),
                (
                    "decided_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="organisations.officer",
                        verbose_name="người quyết định",
                    ),
                ),
                (
                    "feedback",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="letters",
                        to="feedback.feedback",
                        verbose_name="phản ánh",
                    ),
                ),
                (
                    "raw",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="papers.storedfile",
                        verbose_name="thư gốc",
                    ),
                ),
                (
                    "mailbox",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="mailbox.mailbox",
                        verbose_name="hộp thư",
                    ),
                ),
            ],
            options={
                "verbose_name": "thư điện tử",
            },
        ),
        migrations.CreateModel(
            name="Reply",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("text", models.TextField(verbose_name="nội dung")),
                ("at", models.DateTimeField(verbose_name="lúc")),
                (
                    "by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="organisations.officer",
                        verbose_name="người viết",
                    ),
                ),
                (
                    "feedback",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="replies",
                        to="feedback.feedback",
                        verbose_name="phản ánh",
                    ),
                ),
            ],
            options={
                "verbose_name": "thư trả lời người phản ánh",
            },
        ),
        migrations.CreateModel(
            name="Enclosure",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("position", models.PositiveSmallIntegerField(verbose_name="thứ tự")),
                ("name", models.CharField(max_length=150, verbose_name="tên tệp")),
                ("media", models.CharField(max_length=100, verbose_name="loại tự khai")),
                ("size", models.BigIntegerField(verbose_name="số byte")),
                ("why", models.CharField(blank=True, max_length=500, verbose_name="vì sao để riêng")),
                (
                    "file",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="papers.storedfile",
                        verbose_name="đã nhận",
                    ),
                ),
                (
                    "scan",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        to="papers.scan",
                        verbose_name="đã nhận thành PDF",
                    ),
                ),
                (
                    "letter",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="enclosures",
                        to="mailbox.letter",
                        verbose_name="thư",
                    ),
                ),
            ],
            options={
                "verbose_name": "tệp trong thư",
                "ordering": ["position"],
                "constraints": [
                    models.UniqueConstraint(fields=("letter", "position"), name="enclosure_one_at_a_place"),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("why", ""), models.Q(("file__isnull", True), ("scan__isnull", True)), _connector="OR"
                        ),
                        name="enclosure_taken_or_set_aside",
                    ),
                ],
            },
        ),
        migrations.AddIndex(
            model_name="letter",
            index=models.Index(fields=["state", "came_at", "id"], name="letter_by_state"),
        ),
        migrations.AddIndex(
            model_name="letter",
            index=models.Index(fields=["sender", "came_at"], name="letter_of_a_sender"),
        ),
        migrations.AddIndex(
            model_name="letter",
            index=models.Index(
                condition=models.Q(("is_marked", False)), fields=["mailbox", "uid"], name="letter_to_mark"
            ),
        ),
        migrations.AddConstraint(
            model_name="letter",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("feedback__isnull", False), ("state", "taken")),
                    models.Q(
                        models.Q(("state", "taken"), _negated=True),
                        ("feedback__isnull", True),
                        ("is_first", False),
                        models.Q(("reason", ""), _negated=True),
                    ),
                    _connector="OR",
                ),
                name="letter_said_or_held_with_a_reason",
            ),
        ),
        migrations.AddConstraint(
            model_name="letter",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("decided_by__isnull", True), ("state", "held")),
                    ("state", "taken"),
                    models.Q(("decided_by__isnull", False), ("state", "discarded")),
                    _connector="OR",
                ),
                name="letter_discarded_by_somebody",
            ),
        ),
        migrations.AddConstraint(
            model_name="letter",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("decided_at__isnull", True), ("decided_by__isnull", True), ("why", "")),
                    models.Q(
                        ("decided_at__isnull", False),
                        ("decided_by__isnull", False),
                        models.Q(("why", ""), _negated=True),
                    ),
                    _connector="OR",
                ),
                name="letter_decided_with_a_reason",
            ),
        ),
        migrations.AddConstraint(
            model_name="letter",
            constraint=models.UniqueConstraint(
                condition=models.Q(("is_first", True)), fields=("feedback",), name="letter_opens_one_piece_of_feedback"
            ),
        ),
    ]
