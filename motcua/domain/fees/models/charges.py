"""What somebody owes for a matter, line by line; lines are added, never changed."""

from django.db import models
from django.db.models import F, Q

from motcua.domain.organisations.models import Office, Officer
from motcua.domain.procedures.models import TariffLine
from motcua.domain.procedures.terms import FeeKind

from ..terms import ChargeState, When


class Charge(models.Model):
    """One bill. `about` is the stream of what asked for it; `due` and `paid` are sums a check makes anew."""

    about = models.CharField("của việc", max_length=60)
    code = models.CharField("mã hồ sơ", max_length=40, blank=True)
    reference = models.CharField("nội dung chuyển tiền", max_length=25, unique=True)
    desk = models.ForeignKey(Office, verbose_name="nơi thu", on_delete=models.PROTECT, related_name="+")
    department = models.ForeignKey(Office, verbose_name="sở, ngành", on_delete=models.PROTECT, related_name="+")
    payer = models.CharField("người nộp", max_length=200)
    address = models.CharField("địa chỉ", max_length=300, blank=True)
    phone = models.CharField("điện thoại", max_length=20, blank=True)
    email = models.CharField("thư điện tử", max_length=120, blank=True)
    when = models.CharField("thu lúc", max_length=8, choices=When)
    state = models.CharField("tình trạng", max_length=12, choices=ChargeState, default=ChargeState.WAITING)
    due = models.BigIntegerField("phải nộp", default=0)
    paid = models.BigIntegerField("đã nộp", default=0)
    asked_at = models.DateTimeField("lập lúc")
    asked_by = models.ForeignKey(Officer, on_delete=models.PROTECT, null=True, related_name="+")

    class Meta:
        verbose_name = "khoản phải thu"
        constraints = [
            models.CheckConstraint(condition=Q(due__gte=0), name="charge_is_not_negative"),
            models.CheckConstraint(condition=Q(paid__gte=0) & Q(paid__lte=F("due")), name="charge_is_not_overpaid"),
        ]
        indexes = [
            models.Index(fields=["about"], name="charge_by_matter"),
            models.Index(fields=["desk", "state", "id"], name="charge_waiting_at_desk"),
            models.Index(fields=["code"], name="charge_by_code"),
        ]

    def __str__(self) -> str:
        return self.reference

    @property
    def stream(self) -> str:
        """The journal's stream of this bill."""
        return f"charge/{self.pk}"

    @property
    def open(self) -> int:
        """What is still to be paid."""
        return self.due - self.paid


class ChargeLine(models.Model):
    """One sum of a bill: from the tariff, or a change of it with its reason; negative where less is asked."""

    charge = models.ForeignKey(Charge, on_delete=models.PROTECT, related_name="lines")
    tariff = models.ForeignKey(TariffLine, on_delete=models.PROTECT, null=True, related_name="+")
    kind = models.CharField("loại", max_length=10, choices=FeeKind)
    name = models.TextField("tên khoản thu")
    units = models.PositiveIntegerField("số trang, số lượng", default=1)
    copies = models.PositiveIntegerField("số bản", default=1)
    relief = models.TextField("đối tượng miễn, giảm", blank=True)
    proof = models.TextField("giấy tờ chứng minh", blank=True)
    reason = models.TextField("lý do điều chỉnh", blank=True)
    amount = models.BigIntegerField("số tiền")
    by = models.ForeignKey(Officer, on_delete=models.PROTECT, null=True, related_name="+")
    second = models.ForeignKey(
        Officer, verbose_name="người duyệt", on_delete=models.PROTECT, null=True, related_name="+"
    )
    at = models.DateTimeField("ghi lúc")

    class Meta:
        verbose_name = "dòng phải thu"
        constraints = [
            models.CheckConstraint(
                condition=~Q(tariff__isnull=True) | ~Q(reason=""), name="charge_line_from_tariff_or_reason"
            )
        ]

    def __str__(self) -> str:
        return f"{self.name}: {self.amount}"
