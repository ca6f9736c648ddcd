import django.db.models.deletion
import django.db.models.expressions
import pgtrigger.compiler
import pgtrigger.migrations
from django.db import migrations, models

from motcua.config.steps import Tables


class Migration(Tables):
    initial = True

    dependencies = [
        ("organisations", "0002_charges_payments_receipts"),
        ("papers", "0001_tables"),
        ("procedures", "0004_steps_of_the_cash_desk"),
    ]

    operations = [
        migrations.CreateModel(
            name="ReceiptBook",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "department",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="organisations.office",
                        verbose_name="sở, ngành",
                    ),
                ),
                (
                    "desk",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="organisations.office",
                        verbose_name="nơi dùng",
                    ),
                ),
                ("form", models.CharField(max_length=20, verbose_name="mẫu số")),
                ("symbol", models.CharField(max_length=12, verbose_name="ký hiệu")),
                ("first", models.PositiveIntegerField(verbose_name="từ số")),
                ("last", models.PositiveIntegerField(verbose_name="đến số")),
                ("following", models.PositiveIntegerField(verbose_name="số tiếp theo")),
                ("tax_code", models.CharField(blank=True, max_length=14, verbose_name="mã số thuế")),
                ("opened_at", models.DateTimeField(verbose_name="đưa vào dùng lúc")),
                ("closed_at", models.DateTimeField(null=True, verbose_name="thôi dùng lúc")),
            ],
            options={
                "verbose_name": "quyển biên lai",
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("first__gte", 1),
                            ("following__gte", models.F("first")),
                            (
                                "following__lte",
                                django.db.models.expressions.CombinedExpression(models.F("last"), "+", models.Value(1)),
                            ),
                            ("last__gte", models.F("first")),
                        ),
                        name="receipt_book_runs_forward",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("closed_at__isnull", True)),
                        fields=("department", "desk"),
                        name="one_open_receipt_book",
                    ),
                    models.UniqueConstraint(fields=("form", "symbol", "first"), name="receipt_book_once"),
                ],
            },
        ),
        migrations.CreateModel(
            name="Shift",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
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
                    "cashier",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="organisations.officer",
                        verbose_name="thủ quỹ",
                    ),
                ),
                ("opened_at", models.DateTimeField(verbose_name="mở ca lúc")),
                ("change", models.BigIntegerField(verbose_name="tiền lẻ đầu ca")),
                ("counted", models.BigIntegerField(null=True, verbose_name="tiền đếm được")),
                ("counted_at", models.DateTimeField(null=True, verbose_name="đếm lúc")),
                ("expected", models.BigIntegerField(null=True, verbose_name="tiền theo sổ")),
                ("reason", models.TextField(blank=True, verbose_name="lý do chênh lệch")),
                ("closed_at", models.DateTimeField(null=True, verbose_name="đóng ca lúc")),
                (
                    "closed_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="organisations.officer",
                        verbose_name="người đóng",
                    ),
                ),
            ],
            options={
                "verbose_name": "ca thu tiền",
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("closed_at__isnull", True)),
                        fields=("cashier",),
                        name="one_open_shift_a_cashier",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("change__gte", 0)), name="shift_begins_with_nothing_or_more"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("closed_at__isnull", True),
                            models.Q(
                                ("counted__isnull", False),
                                models.Q(
                                    ("counted", models.F("expected")),
                                    models.Q(
                                        models.Q(("closed_by", models.F("cashier")), _negated=True),
                                        models.Q(("reason", ""), _negated=True),
                                    ),
                                    _connector="OR",
                                ),
                            ),
                            _connector="OR",
                        ),
                        name="nobody_closes_an_own_difference",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Charge",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("about", models.CharField(max_length=60, verbose_name="của việc")),
                ("code", models.CharField(blank=True, max_length=40, verbose_name="mã hồ sơ")),
                ("reference", models.CharField(max_length=25, unique=True, verbose_name="nội dung chuyển tiền")),
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
                    "department",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="organisations.office",
                        verbose_name="sở, ngành",
                    ),
                ),
                ("payer", models.CharField(max_length=200, verbose_name="người nộp")),
                ("address", models.CharField(blank=True, max_length=300, verbose_name="địa chỉ")),
                (
                    "when",
                    models.CharField(
                        choices=[
                            ("before", "Thu trước khi tiếp nhận"),
                            ("with", "Thu khi tiếp nhận"),
                            ("after", "Thu sau, trước khi trả kết quả"),
                        ],
                        max_length=8,
                        verbose_name="thu lúc",
                    ),
                ),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("waiting", "Chờ thanh toán"),
                            ("paid", "Đã thanh toán"),
                            ("nothing_due", "Không phải nộp"),
                            ("cancelled", "Đã hủy"),
                        ],
                        default="waiting",
                        max_length=12,
                        verbose_name="tình trạng",
                    ),
                ),
                ("due", models.BigIntegerField(default=0, verbose_name="phải nộp")),
                ("paid", models.BigIntegerField(default=0, verbose_name="đã nộp")),
                ("asked_at", models.DateTimeField(verbose_name="lập lúc")),
                (
                    "asked_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="organisations.officer",
                    ),
                ),
            ],
            options={
                "verbose_name": "khoản phải thu",
                "indexes": [
                    models.Index(fields=["about"], name="charge_by_matter"),
                    models.Index(fields=["desk", "state", "id"], name="charge_waiting_at_desk"),
                    models.Index(fields=["code"], name="charge_by_code"),
                ],
                "constraints": [
                    models.CheckConstraint(condition=models.Q(("due__gte", 0)), name="charge_is_not_negative"),
                    models.CheckConstraint(
                        condition=models.Q(("paid__gte", 0), ("paid__lte", models.F("due"))),
                        name="charge_is_not_overpaid",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Payment",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "charge",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="payments", to="fees.charge"
                    ),
                ),
                (
                    "method",
                    models.CharField(
                        choices=[
                            ("cash", "Tiền mặt"),
                            ("transfer", "Chuyển khoản"),
                            ("card", "Thẻ"),
                            ("online", "Trực tuyến"),
                            ("on_delivery", "Thu hộ khi phát bưu gửi"),
                        ],
                        max_length=12,
                        verbose_name="hình thức",
                    ),
                ),
                ("amount", models.BigIntegerField(verbose_name="số tiền")),
                ("document", models.CharField(blank=True, max_length=80, verbose_name="số chứng từ")),
                (
                    "shift",
                    models.ForeignKey(
                        null=True, on_delete=django.db.models.deletion.PROTECT, related_name="payments", to="fees.shift"
                    ),
                ),
                (
                    "gives_back",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="refunds",
                        to="fees.payment",
                    ),
                ),
                ("reason", models.TextField(blank=True, verbose_name="lý do hoàn trả")),
                (
                    "by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="organisations.officer",
                    ),
                ),
                (
                    "second",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="organisations.officer",
                        verbose_name="người duyệt",
                    ),
                ),
                ("at", models.DateTimeField(verbose_name="lúc")),
            ],
            options={
                "verbose_name": "lần thanh toán",
                "indexes": [models.Index(fields=["at"], name="payment_by_day")],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("amount__gt", 0), ("gives_back__isnull", True)),
                            models.Q(("amount__lt", 0), ("gives_back__isnull", False)),
                            _connector="OR",
                        ),
                        name="payment_comes_in_or_gives_back",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("gives_back__isnull", True),
                            models.Q(
                                ("second__isnull", False),
                                models.Q(("reason", ""), _negated=True),
                                models.Q(("second", models.F("by")), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="refund_has_reason_and_second_person",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("method", "cash"), _negated=True), ("shift__isnull", False), _connector="OR"
                        ),
                        name="cash_belongs_to_a_shift",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(models.Q(("document", ""), _negated=True), ("amount__gt", 0)),
                        fields=("method", "document"),
                        name="payment_document_once",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Receipt",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "book",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="receipts", to="fees.receiptbook"
                    ),
                ),
                ("number", models.PositiveIntegerField(verbose_name="số")),
                (
                    "payment",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="receipts", to="fees.payment"
                    ),
                ),
                ("amount", models.BigIntegerField(verbose_name="số tiền")),
                (
                    "paper",
                    models.ForeignKey(
                        null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="papers.paper"
                    ),
                ),
                ("at", models.DateTimeField(verbose_name="lập lúc")),
                (
                    "by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="organisations.officer",
                    ),
                ),
                ("voided_at", models.DateTimeField(null=True, verbose_name="xóa bỏ lúc")),
                (
                    "voided_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="organisations.officer",
                    ),
                ),
                (
                    "void_second",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="organisations.officer",
                    ),
                ),
                ("void_reason", models.TextField(blank=True, verbose_name="lý do xóa bỏ")),
            ],
            options={
                "verbose_name": "biên lai",
                "constraints": [
                    models.UniqueConstraint(fields=("book", "number"), name="receipt_number_once"),
                    models.UniqueConstraint(
                        condition=models.Q(("voided_at__isnull", True)),
                        fields=("payment",),
                        name="one_valid_receipt_a_payment",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("voided_at__isnull", True),
                            models.Q(
                                ("void_second__isnull", False),
                                models.Q(("void_reason", ""), _negated=True),
                                models.Q(("void_second", models.F("voided_by")), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="void_receipt_has_reason_and_second_person",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Proposal",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("reduce", "Giảm khoản phải thu"),
                            ("cancel", "Hủy khoản phải thu"),
                            ("refund", "Hoàn trả"),
                            ("void", "Xóa bỏ biên lai"),
                        ],
                        max_length=8,
                        verbose_name="việc",
                    ),
                ),
                (
                    "charge",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="proposals", to="fees.charge"
                    ),
                ),
                (
                    "payment",
                    models.ForeignKey(
                        null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="fees.payment"
                    ),
                ),
                (
                    "receipt",
                    models.ForeignKey(
                        null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="fees.receipt"
                    ),
                ),
                ("amount", models.BigIntegerField(default=0, verbose_name="số tiền")),
                ("reason", models.TextField(verbose_name="lý do")),
                (
                    "by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="organisations.officer"
                    ),
                ),
                ("at", models.DateTimeField(verbose_name="đề nghị lúc")),
                (
                    "decided_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="organisations.officer",
                    ),
                ),
                ("decided_at", models.DateTimeField(null=True, verbose_name="quyết định lúc")),
                ("agreed", models.BooleanField(null=True, verbose_name="đồng ý")),
                ("answer", models.TextField(blank=True, verbose_name="lý do không đồng ý")),
            ],
            options={
                "verbose_name": "đề nghị về tiền",
                "indexes": [
                    models.Index(
                        condition=models.Q(("decided_at__isnull", True)),
                        fields=["at", "id"],
                        name="money_proposals_waiting",
                    )
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("decided_by__isnull", True),
                            models.Q(("decided_by", models.F("by")), _negated=True),
                            _connector="OR",
                        ),
                        name="nobody_decides_an_own_proposal",
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
                        name="money_proposal_is_decided_whole",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("decided_at__isnull", True)),
                        fields=("kind", "charge"),
                        name="one_open_money_proposal",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="ChargeLine",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "charge",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="lines", to="fees.charge"
                    ),
                ),
                (
                    "tariff",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="procedures.tariffline",
                    ),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[("fee", "Phí"), ("charge", "Lệ phí")], max_length=10, verbose_name="loại"
                    ),
                ),
                ("name", models.TextField(verbose_name="tên khoản thu")),
                ("units", models.PositiveIntegerField(default=1, verbose_name="số trang, số lượng")),
                ("copies", models.PositiveIntegerField(default=1, verbose_name="số bản")),
                ("relief", models.TextField(blank=True, verbose_name="đối tượng miễn, giảm")),
                ("proof", models.TextField(blank=True, verbose_name="giấy tờ chứng minh")),
                ("reason", models.TextField(blank=True, verbose_name="lý do điều chỉnh")),
                ("amount", models.BigIntegerField(verbose_name="số tiền")),
                (
                    "by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="organisations.officer",
                    ),
                ),
                (
                    "second",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="organisations.officer",
                        verbose_name="người duyệt",
                    ),
                ),
                ("at", models.DateTimeField(verbose_name="ghi lúc")),
            ],
            options={
                "verbose_name": "dòng phải thu",
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("tariff__isnull", True), _negated=True),
                            models.Q(("reason", ""), _negated=True),
                            _connector="OR",
                        ),
                        name="charge_line_from_tariff_or_reason",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Movement",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("charged", "Ghi khoản phải thu"),
                            ("changed", "Điều chỉnh khoản phải thu"),
                            ("paid", "Thu tiền"),
                            ("refunded", "Hoàn trả"),
                            ("counted", "Kiểm tiền cuối ca"),
                        ],
                        max_length=10,
                        verbose_name="việc",
                    ),
                ),
                ("about", models.CharField(max_length=60, verbose_name="của việc")),
                ("at", models.DateTimeField(verbose_name="lúc")),
                ("by_code", models.CharField(max_length=60, verbose_name="người ghi")),
            ],
            options={
                "verbose_name": "bút toán",
                "indexes": [
                    models.Index(fields=["about"], name="movement_by_matter"),
                    models.Index(fields=["at"], name="movement_by_day"),
                ],
            },
        ),
        migrations.CreateModel(
            name="Posting",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "movement",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="postings", to="fees.movement"
                    ),
                ),
                (
                    "book",
                    models.CharField(
                        choices=[
                            ("owed", "Người nộp còn phải trả"),
                            ("earned", "Phải trả cho sở, ngành"),
                            ("drawer", "Tiền mặt trong ca"),
                            ("collected", "Tài khoản thu của Trung tâm"),
                            ("difference", "Thừa, thiếu khi kiểm tiền"),
                        ],
                        max_length=12,
                        verbose_name="tài khoản",
                    ),
                ),
                (
                    "department",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="organisations.office"
                    ),
                ),
                (
                    "kind",
                    models.CharField(
                        blank=True,
                        choices=[("fee", "Phí"), ("charge", "Lệ phí")],
                        max_length=10,
                        verbose_name="loại khoản thu",
                    ),
                ),
                ("shift", models.BigIntegerField(null=True, verbose_name="ca")),
                ("amount", models.BigIntegerField(verbose_name="số tiền")),
            ],
            options={
                "verbose_name": "dòng bút toán",
                "indexes": [
                    models.Index(fields=["department", "book"], include=("amount",), name="posting_by_account"),
                    models.Index(fields=["shift"], include=("amount",), name="posting_by_shift"),
                ],
            },
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="movement",
            trigger=pgtrigger.compiler.Trigger(
                name="entered_for_good",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="dc69a9fb0ee42cf64f6e37637f187b02f33478e8",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_entered_for_good_ffe9a",
                    table="fees_movement",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="posting",
            trigger=pgtrigger.compiler.Trigger(
                name="entered_for_good",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="91a69ce95e0eabdcb8c915170d8c106cea26fa26",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_entered_for_good_8b6d4",
                    table="fees_posting",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="receipt",
            trigger=pgtrigger.compiler.Trigger(
                name="numbers_are_kept",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot delete rows from % table', TG_TABLE_NAME;",
                    hash="0d13471081295b3589993ccc01e1acedd5ecec00",
                    operation="DELETE",
                    pgid="pgtrigger_numbers_are_kept_cdedb",
                    table="fees_receipt",
                    when="BEFORE",
                ),
            ),
        ),
    ]
