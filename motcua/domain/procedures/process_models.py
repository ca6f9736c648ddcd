"""The way of a procedure through the offices, and who may decide on it: approved by decision, then kept as it is."""

from django.db import models
from django.db.models import F, Q

from motcua.domain.organisations.models import Office, Officer
from motcua.domain.organisations.roles import Role

from .finality import final, part_of
from .terms import Power, StepKind

OPEN = ("draft", "department", "centre")
DECIDED = ("approved", "in_force", "replaced")


class Process(models.Model):
    """The approved way of a procedure through the offices, step by step (4.1.a, 5.1.a); every version is kept."""

    class State(models.TextChoices):
        """Both sides agree to each version before it is approved and goes live."""

        DRAFT = "draft", "Dự thảo"
        DEPARTMENT = "department", "Sở, ngành đã thống nhất"
        CENTRE = "centre", "Trung tâm đã thống nhất"
        APPROVED = "approved", "Đã phê duyệt"
        IN_FORCE = "in_force", "Đang áp dụng"
        REPLACED = "replaced", "Đã thay thế"

    procedure = models.ForeignKey("procedures.Procedure", on_delete=models.PROTECT, related_name="processes")
    number = models.PositiveIntegerField("phiên bản")
    state = models.CharField("tình trạng", max_length=12, choices=State, default=State.DRAFT)
    decision = models.TextField("quyết định phê duyệt", blank=True)
    decided_on = models.DateField("ngày quyết định", null=True, blank=True)
    valid_from = models.DateField("áp dụng từ", null=True, blank=True)

    class Meta:
        verbose_name = "quy trình"
        constraints = [
            models.UniqueConstraint(fields=["procedure", "number"], name="process_number_once"),
            models.UniqueConstraint(fields=["procedure"], condition=Q(state="in_force"), name="one_process_in_force"),
            models.CheckConstraint(
                condition=~Q(state__in=DECIDED) | (~Q(decision="") & Q(decided_on__isnull=False)),
                name="approved_processes_name_their_decision",
            ),
            models.CheckConstraint(
                condition=~Q(state__in=["in_force", "replaced"]) | Q(valid_from__isnull=False),
                name="processes_in_force_have_a_first_day",
            ),
        ]
        triggers = [final(*DECIDED, may_change=("state", "valid_from"))]

    def __str__(self) -> str:
        return f"{self.procedure_id} v{self.number}"


class Step(models.Model):
    """One step: who does what in how many working hours; steps with the same stage run side by side."""

    Kind = StepKind

    process = models.ForeignKey(Process, on_delete=models.CASCADE, related_name="steps")
    stage = models.PositiveSmallIntegerField("bước")
    branch = models.PositiveSmallIntegerField("nhánh", default=1)
    kind = models.CharField("loại việc", max_length=12, choices=Kind)
    name = models.CharField("nội dung công việc", max_length=300)
    office = models.ForeignKey(Office, verbose_name="cơ quan", on_delete=models.PROTECT, related_name="+")
    role = models.CharField("vai trò", max_length=20, choices=Role)
    officers = models.ManyToManyField(Officer, verbose_name="cán bộ được phân công", blank=True, related_name="+")
    hours = models.PositiveSmallIntegerField("thời gian (giờ làm việc)")
    produces = models.TextField("biểu mẫu, kết quả", blank=True)

    class Meta:
        verbose_name = "bước quy trình"
        ordering = ["stage", "branch"]
        constraints = [models.UniqueConstraint(fields=["process", "stage", "branch"], name="step_place_once")]
        triggers = [part_of("procedures_process", "process_id", *DECIDED)]

    def __str__(self) -> str:
        return f"{self.stage}. {self.name}"


class Authorisation(models.Model):
    """The head's decision who appraises and who approves a procedure at the Centre, from–to (5.1.c-1)."""

    procedure = models.ForeignKey("procedures.Procedure", on_delete=models.PROTECT, related_name="authorisations")
    officer = models.ForeignKey(Officer, on_delete=models.PROTECT, related_name="authorisations")
    power = models.CharField("được", max_length=10, choices=Power)
    as_deputy = models.BooleanField("cấp phó ký thay", default=False)
    decision = models.TextField("quyết định")
    decided_on = models.DateField("ngày quyết định")
    from_on = models.DateField("từ ngày")
    to_on = models.DateField("đến hết ngày", null=True, blank=True)

    class Meta:
        verbose_name = "ủy quyền, phân công"
        constraints = [
            models.CheckConstraint(
                condition=Q(to_on__isnull=True) | Q(to_on__gte=F("from_on")), name="authorisation_runs_forward"
            ),
            models.CheckConstraint(condition=~Q(decision=""), name="authorisation_names_its_decision"),
        ]
        indexes = [models.Index(fields=["procedure", "power", "officer"], name="authorisation_by_procedure")]

    def __str__(self) -> str:
        return f"{self.procedure_id} {self.power} {self.officer_id}"
