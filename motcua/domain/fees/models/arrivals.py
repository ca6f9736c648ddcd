"""Money that came by itself, the statements that told of it, and what two persons decide where it fits nowhere."""

from django.db import models
from django.db.models import F, Q

from motcua.domain.organisations.models import Office, Officer
from motcua.domain.papers.models import Scan

from ..terms import ArrivalEnd, ArrivalState, Book, Source, Why
from .charges import Charge
from .online import OnlinePayment
from .payments import Payment


class Statement(models.Model):
    """A bank's statement of one department's account: kept for its report first, taken in once when confirmed."""

    name = models.CharField("tên tệp", max_length=200)
    digest = models.CharField("dấu SHA-256", max_length=64)
    content = models.BinaryField("nội dung")
    desk = models.ForeignKey(Office, verbose_name="nơi thu", on_delete=models.PROTECT, related_name="+")
    office = models.ForeignKey(Office, verbose_name="tài khoản của", on_delete=models.PROTECT, related_name="+")
    kept_by = models.ForeignKey(Officer, on_delete=models.PROTECT, related_name="+")
    kept_at = models.DateTimeField("tải lên lúc")
    imported_by = models.ForeignKey(Officer, on_delete=models.PROTECT, null=True, related_name="+")
    imported_at = models.DateTimeField("nhập lúc", null=True)
    lines = models.PositiveIntegerField("số dòng mới", default=0)

    class Meta:
        verbose_name = "sao kê"
        constraints = [
            models.UniqueConstraint(
                fields=["digest", "office"], condition=Q(imported_at__isnull=False), name="statement_once"
            ),
            models.CheckConstraint(
                condition=Q(imported_at__isnull=True, imported_by__isnull=True)
                | Q(imported_at__isnull=False, imported_by__isnull=False),
                name="statement_is_imported_whole",
            ),
        ]
        indexes = [models.Index(fields=["desk", "-id"], name="statement_newest")]

    def __str__(self) -> str:
        return self.name

    @property
    def stream(self) -> str:
        """The journal's stream of this statement."""
        return f"statement/{self.pk}"


class Arrival(models.Model):
    """Money on an account that nobody took at a counter: put to its bill at once, or waiting until people did."""

    source = models.CharField("nguồn", max_length=8, choices=Source)
    key = models.CharField("mã của nguồn", max_length=120)
    office = models.ForeignKey(Office, verbose_name="tài khoản của", on_delete=models.PROTECT, related_name="+")
    desk = models.ForeignKey(Office, verbose_name="nơi đối chiếu", on_delete=models.PROTECT, related_name="+")
    amount = models.BigIntegerField("số tiền")
    content = models.CharField("nội dung", max_length=500, blank=True)
    payer = models.CharField("người gửi", max_length=200, blank=True)
    payer_account = models.CharField("tài khoản gửi", max_length=40, blank=True)
    came_at = models.DateTimeField("tiền đến lúc")
    heard_at = models.DateTimeField("biết lúc")
    state = models.CharField("tình trạng", max_length=8, choices=ArrivalState, default=ArrivalState.WAITING)
    why = models.CharField("vì sao chờ", max_length=14, choices=Why, blank=True)
    said = models.CharField("chi tiết", max_length=300, blank=True)
    charge = models.ForeignKey(Charge, on_delete=models.PROTECT, null=True, related_name="arrivals")
    payment = models.OneToOneField(Payment, on_delete=models.PROTECT, null=True, related_name="arrival")
    online = models.ForeignKey(OnlinePayment, on_delete=models.PROTECT, null=True, related_name="arrivals")
    statement = models.ForeignKey(Statement, on_delete=models.PROTECT, null=True, related_name="arrivals")
    settled = models.BigIntegerField("đã vào khoản thu", default=0)
    returned = models.BigIntegerField("đã trả lại", default=0)

    class Meta:
        verbose_name = "tiền đến"
        constraints = [
            models.UniqueConstraint(fields=["source", "key"], name="arrival_once"),
            models.CheckConstraint(
                condition=Q(amount__gt=0, settled__gte=0, returned__gte=0), name="arrival_of_something"
            ),
            models.CheckConstraint(
                condition=Q(state=ArrivalState.WAITING, settled=0, returned=0)
                | ~Q(state=ArrivalState.WAITING) & Q(amount=F("settled") + F("returned")),
                name="arrival_is_ended_whole",
            ),
        ]
        indexes = [
            models.Index(fields=["desk", "state", "id"], name="arrival_by_state"),
            models.Index(fields=["statement", "id"], name="arrival_of_statement"),
        ]

    def __str__(self) -> str:
        return self.key

    @property
    def place(self) -> Book:
        """On whose account it came: a bank tells of the department's own, a gateway and the post of the Centre's."""
        own = self.source == Source.BANK and self.office_id != self.desk_id
        return Book.DEPOSITED if own else Book.COLLECTED

    @property
    def stream(self) -> str:
        """The journal's stream of this money."""
        return f"arrival/{self.pk}"


class ArrivalProposal(models.Model):
    """What one person proposes to do with money that fits nowhere, and another decides."""

    arrival = models.ForeignKey(Arrival, on_delete=models.PROTECT, related_name="proposals")
    kind = models.CharField("việc", max_length=8, choices=ArrivalEnd)
    charge = models.ForeignKey(Charge, on_delete=models.PROTECT, null=True, related_name="+")
    reason = models.CharField("lý do", max_length=500)
    by = models.ForeignKey(Officer, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField("đề nghị lúc")
    decided_by = models.ForeignKey(Officer, on_delete=models.PROTECT, null=True, related_name="+")
    decided_at = models.DateTimeField("quyết định lúc", null=True)
    agreed = models.BooleanField("đồng ý", null=True)
    answer = models.CharField("lý do không đồng ý", max_length=500, blank=True)
    document = models.CharField("chứng từ trả lại tiền", max_length=80, blank=True)
    document_on = models.DateField("ngày chứng từ", null=True)
    document_file = models.ForeignKey(Scan, on_delete=models.PROTECT, null=True, related_name="+")

    class Meta:
        verbose_name = "đề nghị về tiền đến"
        constraints = [
            models.UniqueConstraint(
                fields=["document"], condition=~Q(document=""), name="document_of_money_sent_back_once"
            ),
            models.CheckConstraint(
                condition=Q(document="") | Q(document_on__isnull=False), name="document_of_money_sent_back_has_a_day"
            ),
            models.CheckConstraint(
                condition=Q(decided_by__isnull=True) | ~Q(decided_by=F("by")),
                name="nobody_decides_an_own_arrival_proposal",
            ),
            models.CheckConstraint(
                condition=Q(decided_at__isnull=True, decided_by__isnull=True, agreed__isnull=True)
                | Q(decided_at__isnull=False, decided_by__isnull=False, agreed__isnull=False),
                name="arrival_proposal_is_decided_whole",
            ),
            models.CheckConstraint(
                condition=Q(kind=ArrivalEnd.RETURN) | Q(charge__isnull=False), name="arrival_match_names_a_bill"
            ),
            models.UniqueConstraint(
                fields=["arrival"], condition=Q(decided_at__isnull=True), name="one_open_arrival_proposal"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.arrival_id}"
