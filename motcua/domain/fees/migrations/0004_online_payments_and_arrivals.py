import uuid

import django.db.models.deletion
import django.db.models.expressions
from django.db import migrations, models

from motcua.config.steps import Tables


class Migration(Tables):
    dependencies = [
        ("fees", "0003_bank_accounts"),
        ("organisations", "0002_charges_payments_receipts"),
    ]

    operations = [
        migrations.AddField(
            model_name="charge",
            name="email",
            field=models.CharField(blank=True, max_length=120, verbose_name="thư điện tử"),
        ),
        migrations.AddField(
            model_name="charge",
            name="phone",
            field=models.CharField(blank=True, max_length=20, verbose_name="điện thoại"),
        ),
        migrations.AddField(
            model_name="receiptbook",
            name="electronic",
            field=models.BooleanField(default=False, verbose_name="biên lai điện tử"),
        ),
        migrations.AlterField(
            model_name="movement",
            name="kind",
            field=models.CharField(
                choices=[
                    ("charged", "Ghi khoản phải thu"),
                    ("changed", "Điều chỉnh khoản phải thu"),
                    ("paid", "Thu tiền"),
                    ("refunded", "Hoàn trả"),
                    ("counted", "Kiểm tiền cuối ca"),
                    ("arrived", "Tiền đến chưa vào khoản thu"),
                    ("claimed", "Ghép tiền đến vào khoản thu"),
                    ("returned", "Trả lại tiền đến"),
                ],
                max_length=10,
                verbose_name="việc",
            ),
        ),
        migrations.AlterField(
            model_name="posting",
            name="book",
            field=models.CharField(
                choices=[
                    ("owed", "Người nộp còn phải trả"),
                    ("earned", "Phải trả cho sở, ngành"),
                    ("drawer", "Tiền mặt trong ca"),
                    ("collected", "Tài khoản thu của Trung tâm"),
                    ("difference", "Thừa, thiếu khi kiểm tiền"),
                    ("unclaimed", "Tiền đến chưa vào khoản thu"),
                ],
                max_length=12,
                verbose_name="tài khoản",
            ),
        ),
        migrations.CreateModel(
            name="GatewayFile",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("gateway", models.CharField(max_length=12, verbose_name="cổng thanh toán")),
                ("day", models.DateField(verbose_name="ngày")),
                ("lines", models.PositiveIntegerField(verbose_name="số dòng")),
                ("total", models.BigIntegerField(verbose_name="tổng cộng")),
                ("read_at", models.DateTimeField(verbose_name="đọc lúc")),
            ],
            options={
                "verbose_name": "bảng đối soát của cổng",
                "constraints": [models.UniqueConstraint(fields=("gateway", "day"), name="one_file_of_a_gateway_a_day")],
            },
        ),
        migrations.CreateModel(
            name="OnlinePayment",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("reference", models.CharField(max_length=30, unique=True, verbose_name="mã tham chiếu")),
                ("amount", models.BigIntegerField(verbose_name="số tiền")),
                ("gateway", models.CharField(max_length=12, verbose_name="cổng thanh toán")),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("begun", "Đang chờ ngân hàng báo"),
                            ("paid", "Đã nhận tiền"),
                            ("failed", "Không thành công"),
                            ("expired", "Hết hạn"),
                            ("questioned", "Đang đối chiếu"),
                        ],
                        default="begun",
                        max_length=12,
                        verbose_name="tình trạng",
                    ),
                ),
                ("account", models.CharField(blank=True, max_length=40, verbose_name="trang riêng của người trả")),
                ("begun_at", models.DateTimeField(verbose_name="bắt đầu lúc")),
                ("expires_at", models.DateTimeField(verbose_name="hết hạn lúc")),
                ("address", models.CharField(blank=True, max_length=1000, verbose_name="trang trả tiền")),
                ("asked_at", models.DateTimeField(null=True, verbose_name="hỏi lần cuối lúc")),
                ("answered_at", models.DateTimeField(null=True, verbose_name="cổng báo lúc")),
                ("transaction", models.CharField(blank=True, max_length=80, verbose_name="số giao dịch của cổng")),
                ("said", models.CharField(blank=True, max_length=300, verbose_name="cổng nói")),
                ("settled_on", models.DateField(null=True, verbose_name="có trong bảng đối soát ngày")),
                ("missed_on", models.DateField(null=True, verbose_name="không có trong bảng đối soát ngày")),
                ("missed_why", models.CharField(blank=True, max_length=500, verbose_name="giải thích")),
                (
                    "charge",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="online", to="fees.charge"
                    ),
                ),
            ],
            options={
                "verbose_name": "giao dịch trực tuyến",
                "indexes": [
                    models.Index(
                        condition=models.Q(("state", "begun")), fields=["begun_at", "id"], name="online_unanswered"
                    ),
                    models.Index(fields=["gateway", "answered_at"], name="online_by_day"),
                    models.Index(
                        condition=models.Q(
                            ("missed_on__isnull", False), ("missed_why", ""), ("settled_on__isnull", True)
                        ),
                        fields=["id"],
                        name="online_missing",
                    ),
                ],
                "constraints": [
                    models.CheckConstraint(condition=models.Q(("amount__gt", 0)), name="online_payment_of_something"),
                    models.CheckConstraint(
                        condition=models.Q(("expires_at__gt", models.F("begun_at"))),
                        name="online_payment_expires_later",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("state", "begun")), fields=("charge",), name="one_open_online_payment"
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Statement",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("name", models.CharField(max_length=200, verbose_name="tên tệp")),
                ("digest", models.CharField(max_length=64, verbose_name="dấu SHA-256")),
                ("content", models.BinaryField(verbose_name="nội dung")),
                ("kept_at", models.DateTimeField(verbose_name="tải lên lúc")),
                ("imported_at", models.DateTimeField(null=True, verbose_name="nhập lúc")),
                ("lines", models.PositiveIntegerField(default=0, verbose_name="số dòng mới")),
                (
                    "desk",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="organisations.office",
                        verbose_name="nơi thu",
                    ),
                ),
                (
                    "imported_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="organisations.officer",
                    ),
                ),
                (
                    "kept_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="organisations.officer"
                    ),
                ),
                (
                    "office",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="organisations.office",
                        verbose_name="tài khoản của",
                    ),
                ),
            ],
            options={
                "verbose_name": "sao kê",
                "indexes": [models.Index(fields=["desk", "-id"], name="statement_newest")],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("imported_at__isnull", False)),
                        fields=("digest", "office"),
                        name="statement_once",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("imported_at__isnull", True), ("imported_by__isnull", True)),
                            models.Q(("imported_at__isnull", False), ("imported_by__isnull", False)),
                            _connector="OR",
                        ),
                        name="statement_is_imported_whole",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Arrival",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "source",
                    models.CharField(
                        choices=[
                            ("gateway", "Cổng thanh toán"),
                            ("bank", "Sao kê ngân hàng"),
                            ("post", "Bưu chính nộp"),
                        ],
                        max_length=8,
                        verbose_name="nguồn",
                    ),
                ),
                ("key", models.CharField(max_length=120, verbose_name="mã của nguồn")),
                ("amount", models.BigIntegerField(verbose_name="số tiền")),
                ("content", models.CharField(blank=True, max_length=500, verbose_name="nội dung")),
                ("payer", models.CharField(blank=True, max_length=200, verbose_name="người gửi")),
                ("payer_account", models.CharField(blank=True, max_length=40, verbose_name="tài khoản gửi")),
                ("came_at", models.DateTimeField(verbose_name="tiền đến lúc")),
                ("heard_at", models.DateTimeField(verbose_name="biết lúc")),
                (
                    "state",
                    models.CharField(
                        choices=[("settled", "Đã vào khoản thu"), ("waiting", "Chờ ghép"), ("returned", "Đã trả lại")],
                        default="waiting",
                        max_length=8,
                        verbose_name="tình trạng",
                    ),
                ),
                (
                    "why",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("unknown", "Không rõ nộp cho khoản nào"),
                            ("unequal", "Khác số tiền phải nộp"),
                            ("paid_before", "Khoản thu đã nộp đủ từ trước"),
                            ("too_late", "Trả tiền sau khi giao dịch hết hạn"),
                            ("cancelled", "Khoản thu đã hủy"),
                            ("other_account", "Vào tài khoản của sở, ngành khác"),
                            ("no_receipt", "Chưa lập được biên lai"),
                        ],
                        max_length=14,
                        verbose_name="vì sao chờ",
                    ),
                ),
                ("said", models.CharField(blank=True, max_length=300, verbose_name="chi tiết")),
                ("settled", models.BigIntegerField(default=0, verbose_name="đã vào khoản thu")),
                ("returned", models.BigIntegerField(default=0, verbose_name="đã trả lại")),
                (
                    "charge",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="arrivals",
                        to="fees.charge",
                    ),
                ),
                (
                    "desk",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="organisations.office",
                        verbose_name="nơi đối chiếu",
                    ),
                ),
                (
                    "office",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="organisations.office",
                        verbose_name="tài khoản của",
                    ),
                ),
                (
                    "payment",
                    models.OneToOneField(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="arrival",
                        to="fees.payment",
                    ),
                ),
                (
                    "online",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="arrivals",
                        to="fees.onlinepayment",
                    ),
                ),
                (
                    "statement",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="arrivals",
                        to="fees.statement",
                    ),
                ),
            ],
            options={
                "verbose_name": "tiền đến",
                "indexes": [
                    models.Index(fields=["desk", "state", "id"], name="arrival_by_state"),
                    models.Index(fields=["statement", "id"], name="arrival_of_statement"),
                ],
                "constraints": [
                    models.UniqueConstraint(fields=("source", "key"), name="arrival_once"),
                    models.CheckConstraint(
                        condition=models.Q(("amount__gt", 0), ("returned__gte", 0), ("settled__gte", 0)),
                        name="arrival_of_something",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("returned", 0), ("settled", 0), ("state", "waiting")),
                            models.Q(
                                models.Q(("state", "waiting"), _negated=True),
                                (
                                    "amount",
                                    django.db.models.expressions.CombinedExpression(
                                        models.F("settled"), "+", models.F("returned")
                                    ),
                                ),
                            ),
                            _connector="OR",
                        ),
                        name="arrival_is_ended_whole",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="ArrivalProposal",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "kind",
                    models.CharField(
                        choices=[("match", "Ghép với khoản thu"), ("return", "Trả lại người gửi")],
                        max_length=8,
                        verbose_name="việc",
                    ),
                ),
                ("reason", models.CharField(max_length=500, verbose_name="lý do")),
                ("at", models.DateTimeField(verbose_name="đề nghị lúc")),
                ("decided_at", models.DateTimeField(null=True, verbose_name="quyết định lúc")),
                ("agreed", models.BooleanField(null=True, verbose_name="đồng ý")),
                ("answer", models.CharField(blank=True, max_length=500, verbose_name="lý do không đồng ý")),
                (
                    "arrival",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="proposals", to="fees.arrival"
                    ),
                ),
                (
                    "by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="organisations.officer"
                    ),
                ),
                (
                    "charge",
                    models.ForeignKey(
                        null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="fees.charge"
                    ),
                ),
                (
                    "decided_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="organisations.officer",
                    ),
                ),
            ],
            options={
                "verbose_name": "đề nghị về tiền đến",
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("decided_by__isnull", True),
                            models.Q(("decided_by", models.F("by")), _negated=True),
                            _connector="OR",
                        ),
                        name="nobody_decides_an_own_arrival_proposal",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("agreed__isnull", True), ("decided_at__isnull", True), ("decided_by__isnull", True)
                            ),
                            models.Q(
                                ("agreed__isnull", False), ("decided_at__isnull", False), ("decided_by__isnull", False)
                            ),
                            _connector="OR",
                        ),
                        name="arrival_proposal_is_decided_whole",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("kind", "return"), ("charge__isnull", False), _connector="OR"),
                        name="arrival_match_names_a_bill",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("decided_at__isnull", True)),
                        fields=("arrival",),
                        name="one_open_arrival_proposal",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="ElectronicReceipt",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("key", models.UUIDField(default=uuid.uuid4, unique=True, verbose_name="khóa")),
                ("provider", models.CharField(max_length=12, verbose_name="nhà cung cấp")),
                ("number", models.CharField(blank=True, max_length=40, verbose_name="số của nhà cung cấp")),
                ("lookup", models.CharField(blank=True, max_length=80, verbose_name="mã tra cứu")),
                ("issued_at", models.DateTimeField(null=True, verbose_name="phát hành lúc")),
                ("cancelled_at", models.DateTimeField(null=True, verbose_name="hủy lúc")),
                (
                    "errand",
                    models.CharField(
                        blank=True,
                        choices=[("number", "Xin số"), ("issue", "Phát hành"), ("cancel", "Hủy")],
                        max_length=6,
                        verbose_name="còn phải hỏi",
                    ),
                ),
                ("next_at", models.DateTimeField(null=True, verbose_name="hỏi từ lúc")),
                ("tries", models.PositiveSmallIntegerField(default=0, verbose_name="số lần hỏi")),
                ("said", models.CharField(blank=True, max_length=300, verbose_name="nhà cung cấp nói")),
                (
                    "receipt",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT, related_name="electronic", to="fees.receipt"
                    ),
                ),
            ],
            options={
                "verbose_name": "biên lai điện tử",
                "indexes": [
                    models.Index(
                        condition=models.Q(("next_at__isnull", False)),
                        fields=["next_at", "id"],
                        name="electronic_to_ask",
                    )
                ],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("number", ""), _negated=True),
                        fields=("provider", "number"),
                        name="electronic_number_once",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("issued_at__isnull", True),
                            models.Q(models.Q(("number", ""), _negated=True), models.Q(("lookup", ""), _negated=True)),
                            _connector="OR",
                        ),
                        name="issued_with_number_and_code",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("errand", ""), _negated=True), ("next_at__isnull", True), _connector="OR"
                        ),
                        name="nothing_to_ask_no_moment",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="GatewayRefund",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("key", models.UUIDField(default=uuid.uuid4, unique=True, verbose_name="khóa")),
                ("gateway", models.CharField(max_length=12, verbose_name="cổng thanh toán")),
                ("transaction", models.CharField(max_length=80, verbose_name="số giao dịch của cổng")),
                ("amount", models.BigIntegerField(verbose_name="số tiền")),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("waiting", "Chờ cổng thanh toán"),
                            ("done", "Cổng đã hoàn trả"),
                            ("refused", "Cổng từ chối, phải trả cách khác"),
                        ],
                        default="waiting",
                        max_length=8,
                        verbose_name="tình trạng",
                    ),
                ),
                ("tries", models.PositiveSmallIntegerField(default=0, verbose_name="số lần báo")),
                ("next_at", models.DateTimeField(null=True, verbose_name="báo từ lúc")),
                ("said", models.CharField(blank=True, max_length=300, verbose_name="cổng nói")),
                ("asked_at", models.DateTimeField(verbose_name="quyết định lúc")),
                ("done_at", models.DateTimeField(null=True, verbose_name="xong lúc")),
                (
                    "charge",
                    models.ForeignKey(
                        null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="fees.charge"
                    ),
                ),
                (
                    "payment",
                    models.OneToOneField(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="through_gateway",
                        to="fees.payment",
                    ),
                ),
            ],
            options={
                "verbose_name": "tiền hoàn qua cổng",
                "indexes": [
                    models.Index(
                        condition=models.Q(("state", "waiting")),
                        fields=["next_at", "id"],
                        name="gateway_refund_waiting",
                    )
                ],
                "constraints": [
                    models.CheckConstraint(condition=models.Q(("amount__gt", 0)), name="gateway_refund_of_something"),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("done_at__isnull", False), ("state", "done")),
                            models.Q(models.Q(("state", "done"), _negated=True), ("done_at__isnull", True)),
                            _connector="OR",
                        ),
                        name="gateway_refund_done_at",
                    ),
                ],
            },
        ),
    ]
