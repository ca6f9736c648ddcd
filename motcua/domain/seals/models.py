"""Agreements about second seals, the seals, who keeps them, and the register of their impressions."""

import pgtrigger
from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import DateRangeField, RangeOperators
from django.db import models
from django.db.models import F, Func, Q, Value

from motcua.domain.organisations.models import Office, Officer
from motcua.domain.papers.models import Paper, Scan
from motcua.domain.procedures.models import Procedure

from .terms import SealState


class Agreement(models.Model):
    """The regulation a department and the Centre signed about its second seal (Quy chế phối hợp, 4.1.đ)."""

    department = models.ForeignKey(Office, verbose_name="sở, ngành", on_delete=models.PROTECT, related_name="+")
    centre = models.ForeignKey(Office, verbose_name="Trung tâm", on_delete=models.PROTECT, related_name="+")
    number = models.CharField("số quy chế", max_length=80)
    signed_on = models.DateField("ngày ký")
    valid_from = models.DateField("có hiệu lực từ ngày")
    valid_to = models.DateField("đến hết ngày", null=True)
    covers_all = models.BooleanField("mọi thủ tục", default=True)
    procedures = models.ManyToManyField(Procedure, verbose_name="thủ tục", related_name="+")
    signed_copy = models.ForeignKey(
        Scan, verbose_name="bản đã ký", null=True, on_delete=models.PROTECT, related_name="+"
    )
    department_by = models.ForeignKey(
        Officer, verbose_name="sở, ngành thống nhất", null=True, on_delete=models.PROTECT, related_name="+"
    )
    department_at = models.DateTimeField("sở, ngành thống nhất lúc", null=True)
    centre_by = models.ForeignKey(
        Officer, verbose_name="Trung tâm thống nhất", null=True, on_delete=models.PROTECT, related_name="+"
    )
    centre_at = models.DateTimeField("Trung tâm thống nhất lúc", null=True)
    applies_from = models.DateField("áp dụng từ ngày", null=True)  # once both have agreed, never before that day

    class Meta:
        verbose_name = "quy chế về con dấu thứ hai"
        constraints = [
            models.UniqueConstraint(fields=["department", "number"], name="seal_agreement_number_once"),
            models.CheckConstraint(
                condition=Q(valid_to__isnull=True) | Q(valid_to__gte=F("valid_from")),
                name="seal_agreement_forward",
            ),
            models.CheckConstraint(
                condition=Q(department_by__isnull=True) ^ Q(department_at__isnull=False),
                name="seal_agreement_department_and_moment",
            ),
            models.CheckConstraint(
                condition=Q(centre_by__isnull=True) ^ Q(centre_at__isnull=False),
                name="seal_agreement_centre_and_moment",
            ),
            models.CheckConstraint(
                condition=Q(applies_from__isnull=True)
                | Q(department_at__isnull=False, centre_at__isnull=False, applies_from__gte=F("valid_from")),
                name="seal_agreement_applies_when_both_agreed",
            ),
            ExclusionConstraint(
                name="one_seal_agreement_a_day",
                expressions=[
                    ("department", RangeOperators.EQUAL),
                    ("centre", RangeOperators.EQUAL),
                    (
                        Func(
                            "applies_from",
                            "valid_to",
                            Value("[]"),
                            function="daterange",
                            output_field=DateRangeField(),
                        ),
                        RangeOperators.OVERLAPS,
                    ),
                ],
                condition=Q(applies_from__isnull=False),
            ),
        ]

    def __str__(self) -> str:
        return self.number

    @property
    def stream(self) -> str:
        """The journal's stream of this agreement."""
        return f"seal-agreement/{self.pk}"


class Seal(models.Model):
    """A department's registered second seal. One at most is in use at the Centre; a lost one is never used again."""

    State = SealState

    department = models.ForeignKey(Office, verbose_name="sở, ngành", on_delete=models.PROTECT, related_name="+")
    centre = models.ForeignKey(Office, verbose_name="Trung tâm", on_delete=models.PROTECT, related_name="+")
    registration = models.CharField("số giấy chứng nhận đăng ký mẫu con dấu", max_length=80)
    registered_on = models.DateField("ngày đăng ký")
    sample = models.ForeignKey(Scan, verbose_name="mẫu dấu", null=True, on_delete=models.PROTECT, related_name="+")
    state = models.CharField("tình trạng", max_length=12, choices=State, default=State.REGISTERED)
    replaces = models.ForeignKey(
        "self", verbose_name="thay cho", null=True, on_delete=models.PROTECT, related_name="replaced_by"
    )
    # Until this day no impression waits for its closing: a copy for the list of open days; `check` compares.
    closed_through = models.DateField("đã khóa sổ đến hết ngày", null=True)
    stopped_at = models.DateTimeField("ngừng dùng lúc", null=True)
    stopped_reason = models.TextField("lý do ngừng dùng", blank=True)
    stopped_paper = models.CharField("biên bản, văn bản trình báo", max_length=120, blank=True)

    class Meta:
        verbose_name = "con dấu thứ hai"
        constraints = [
            models.UniqueConstraint(fields=["department", "registration"], name="seal_registered_once"),
            models.UniqueConstraint(
                fields=["department", "centre"],
                condition=Q(state=SealState.IN_USE),
                name="one_seal_in_use_per_department",
            ),
            models.CheckConstraint(
                condition=Q(state__in=[SealState.DAMAGED, SealState.LOST])
                ^ Q(stopped_at__isnull=True, stopped_reason="", stopped_paper=""),
                name="stopped_seals_say_when_and_why",
            ),
        ]

    def __str__(self) -> str:
        return self.registration

    @property
    def stream(self) -> str:
        """The journal's stream of this seal."""
        return f"seal/{self.pk}"


class Custody(models.Model):
    """Who keeps a seal, from the moment it was taken; given and not yet taken, the giver still answers for it."""

    seal = models.ForeignKey(Seal, on_delete=models.PROTECT, related_name="custodies")
    keeper = models.ForeignKey(Officer, verbose_name="người giữ", on_delete=models.PROTECT, related_name="+")
    given_by = models.ForeignKey(Officer, verbose_name="người giao", on_delete=models.PROTECT, related_name="+")
    given_at = models.DateTimeField("giao lúc")
    note = models.CharField("biên bản, ghi chú", max_length=300, blank=True)
    taken_at = models.DateTimeField("nhận lúc", null=True)
    ended_at = models.DateTimeField("hết giữ lúc", null=True)

    class Meta:
        verbose_name = "lần giữ con dấu"
        constraints = [
            models.UniqueConstraint(
                fields=["seal"],
                condition=Q(taken_at__isnull=False, ended_at__isnull=True),
                name="a_seal_has_one_keeper",
            ),
            models.UniqueConstraint(
                fields=["seal"],
                condition=Q(taken_at__isnull=True, ended_at__isnull=True),
                name="a_seal_is_given_to_one",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.seal_id} {self.keeper_id}"


class Impression(models.Model):
    """One line of the register: one seal, one result. Never changed; a second one on a result says why."""

    seal = models.ForeignKey(Seal, on_delete=models.PROTECT, related_name="impressions")
    year = models.PositiveSmallIntegerField("năm")
    number = models.PositiveIntegerField("số trong sổ")
    day = models.DateField("ngày")
    at = models.DateTimeField("lúc")
    by = models.ForeignKey(Officer, verbose_name="người đóng dấu", on_delete=models.PROTECT, related_name="+")
    dossier_code = models.CharField("mã hồ sơ", max_length=40)
    title = models.TextField("kết quả của thủ tục")
    result_number = models.CharField("số kết quả", max_length=80)
    result_on = models.DateField("ngày kết quả")
    digest = models.CharField("dấu SHA-256 của kết quả", max_length=64)
    again = models.ForeignKey(
        "self", verbose_name="đóng lại cho", null=True, on_delete=models.PROTECT, related_name="repeated_by"
    )
    reason = models.CharField("lý do đóng lại", max_length=300, blank=True)

    class Meta:
        verbose_name = "lần đóng dấu"
        constraints = [
            models.UniqueConstraint(fields=["seal", "year", "number"], name="impression_number_once"),
            models.UniqueConstraint(
                fields=["digest"], condition=Q(again__isnull=True), name="one_impression_per_digest"
            ),
            models.UniqueConstraint(
                fields=["dossier_code", "result_number", "result_on"],
                condition=Q(again__isnull=True),
                name="one_impression_per_result",
            ),
            models.CheckConstraint(
                condition=Q(again__isnull=True, reason="") | (Q(again__isnull=False) & ~Q(reason="")),
                name="a_second_impression_says_why",
            ),
        ]
        indexes = [
            models.Index(fields=["seal", "at", "id"], name="impression_by_seal"),
            models.Index(fields=["seal", "day"], name="impression_by_day"),
            models.Index(fields=["at", "id"], name="impression_in_order"),
        ]
        triggers = [pgtrigger.Protect(name="stamped_for_good", operation=pgtrigger.Update | pgtrigger.Delete)]

    def __str__(self) -> str:
        return self.shown_number

    @property
    def shown_number(self) -> str:
        """The number as it stands in the register: "12/2026"."""
        return f"{self.number}/{self.year}"


class Closing(models.Model):
    """A day of the register that was closed and printed; that day takes no more impressions."""

    seal = models.ForeignKey(Seal, on_delete=models.PROTECT, related_name="closings")
    day = models.DateField("ngày")
    count = models.PositiveIntegerField("số lần đóng dấu")
    first = models.PositiveIntegerField("số đầu")
    last = models.PositiveIntegerField("số cuối")
    closed_by = models.ForeignKey(Officer, verbose_name="người khóa sổ", on_delete=models.PROTECT, related_name="+")
    closed_at = models.DateTimeField("khóa sổ lúc")
    paper = models.ForeignKey(Paper, verbose_name="bảng kê", on_delete=models.PROTECT, related_name="+")

    class Meta:
        verbose_name = "lần khóa sổ đóng dấu"
        constraints = [
            models.UniqueConstraint(fields=["seal", "day"], name="a_day_is_closed_once"),
            models.CheckConstraint(condition=Q(count=F("last") - F("first") + 1), name="closed_numbers_have_no_gap"),
        ]
        triggers = [pgtrigger.Protect(name="closed_for_good", operation=pgtrigger.Update | pgtrigger.Delete)]

    def __str__(self) -> str:
        return f"{self.seal_id} {self.day}"
