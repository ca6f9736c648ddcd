"""Dossiers whose way leads past other bodies, a check on the spot and a council, for the tests of what is beside."""

from typing import Any

from motcua.domain.dossiers import processing
from motcua.domain.dossiers.beside import consulting, councils, field_checks
from motcua.domain.dossiers.beside.consulting import Question
from motcua.domain.dossiers.beside.councils import Called, Convening, Session
from motcua.domain.dossiers.beside.field_checks import Findings, Visit
from motcua.domain.dossiers.models import Consultation, Dossier, FieldCheck, Sitting, Task
from motcua.domain.papers.uploads import Upload
from motcua.domain.procedures.process_rules import StepPlan
from motcua.domain.working_days.limit import Limit, Unit
from tests.papers import corpus
from tests.people import CENTRE, JUSTICE, PLANNING
from tests.world import World, moment

ON_SPOT = (
    StepPlan(1, "receive", "Tiếp nhận hồ sơ", CENTRE, "receive", 2),
    StepPlan(2, "field_check", "Kiểm tra thực địa", PLANNING, "appraise", 16),
    StepPlan(3, "council", "Họp hội đồng thẩm định", PLANNING, "appraise", 16),
    StepPlan(4, "approve", "Phê duyệt", PLANNING, "approve", 4),
    StepPlan(5, "return", "Trả kết quả", CENTRE, "return", 1),
)
SIDE_BY_SIDE = (
    StepPlan(1, "receive", "Tiếp nhận hồ sơ", CENTRE, "receive", 2),
    StepPlan(2, "appraise", "Thẩm định hồ sơ", PLANNING, "appraise", 16),
    StepPlan(2, "consult", "Cho ý kiến về trụ sở", JUSTICE, "appraise", 8, branch=2),
    StepPlan(3, "approve", "Phê duyệt", PLANNING, "approve", 4),
    StepPlan(4, "return", "Trả kết quả", CENTRE, "return", 1),
)
COUNCIL = (
    Called("Ngô Đăng Quang", "chair", "Giám đốc Sở Kế hoạch và Đầu tư"),
    Called("Lê Thị Hạnh", "member", "Sở Tư pháp"),
    Called("Vũ Đức Cường", "member", "Sở Xây dựng"),
    Called("Trần Anh Thư", "secretary", "Sở Kế hoạch và Đầu tư"),
    Called("Hoàng Văn Nam", "guest", "Hiệp hội Doanh nghiệp tỉnh"),
)
MINUTES = Upload("bien-ban.pdf", corpus.pdf())
TEXT = "Đề nghị cho ý kiến về điều kiện trụ sở chính."


class Beside:
    """The world with what happens beside the steps."""

    def __init__(self, world: World) -> None:
        self.world = world

    def question(self, *, days: int = 1, waits: bool = False, **other: Any) -> Question:
        """A question to Sở Tư pháp, or to whom `name` says."""
        whom = {} if "name" in other else {"office": self.world.offices[JUSTICE]}
        return Question(TEXT, Limit(days, Unit.WORKING_DAYS), waits=waits, **{**whom, **other})

    def asked(self, on: str = "2024-05-27 10:00", **other: Any) -> Consultation:
        """Thu has asked on that day, about a dossier of ten days."""
        dossier = self.world.in_appraisal(version=self.world.a_procedure(days=10))
        given = {"by": self.world["thu"], "at": moment(on)}
        return consulting.consult(self.world.task(dossier), question=self.question(**other), **given)

    def side_by_side(self, on: str = "2024-05-27") -> Dossier:
        """A dossier that Thu appraises while Sở Tư pháp is asked by the process itself."""
        version = self.world.a_procedure(days=10, steps=SIDE_BY_SIDE)
        dossier = processing.transfer(self.world.received(on, version), by=self.world["lan"], at=moment(on))
        processing.take(self.own(dossier), by=self.world["thu"], at=moment(on))
        return self.world.again(dossier)

    def own(self, dossier: Dossier) -> Task:
        """The open step of the department."""
        return Task.objects.exclude(kind="consult").get(dossier=dossier, done_at=None)

    def on_spot(self, on: str = "2024-05-27") -> Task:
        """The step of a check on the spot, which Thu has taken."""
        dossier = self.world.in_appraisal(on, self.world.a_procedure(days=10, steps=ON_SPOT))
        return self.world.task(dossier)

    def announced(self, task: Task | None = None, at: str = "2024-05-27 10:00") -> FieldCheck:
        """Thu has told the applicant to be there the next afternoon."""
        visit = Visit(moment("2024-05-28 14:00"), "Số 12 Trần Hưng Đạo, Hạ Long", "Điều kiện mặt bằng")
        task = task or self.on_spot()
        return field_checks.announce_field_check(task, visit=visit, by=self.world["thu"], at=moment(at))

    def checked(self, task: Task, at: str = "2024-05-28 16:00", **other: Any) -> FieldCheck:
        """Thu has recorded what was found there."""
        told = {"officials": "Trần Anh Thư", "found": "Mặt bằng đúng hồ sơ", "minutes": MINUTES, **other}
        findings = Findings(moment("2024-05-28 14:00"), **told)
        return field_checks.record_field_check(task, findings=findings, by=self.world["thu"], at=moment(at))

    def at_council(self) -> Task:
        """The step of the council, after the check on the spot."""
        task = self.on_spot()
        self.announced(task)
        self.checked(task)
        done = processing.complete_step(task, by=self.world["thu"], at=moment("2024-05-28 16:30"))
        processing.take(self.world.task(done.dossier), by=self.world["thu"], at=moment("2024-05-28 16:30"))
        return self.world.task(done.dossier)

    def convening(self, **other: Any) -> Convening:
        """A council of three with a vote, a secretary and a guest, on the morning of 30 May."""
        when: dict[str, Any] = {"starts_at": moment("2024-05-30 08:00"), "place": "Phòng họp số 2"}
        what = {"council": "Hội đồng thẩm định dự án", "decision": "45/QĐ-SKHĐT", "quorum": "two_thirds"}
        return Convening(**{**what, **when, "members": COUNCIL, **other})

    def convened(self, task: Task | None = None, at: str = "2024-05-29", **other: Any) -> Sitting:
        """Thu has called it together."""
        given = {"by": self.world["thu"], "at": moment(at)}
        return councils.convene_council(task or self.at_council(), convening=self.convening(**other), **given)

    def session(self, present: set[int] | None = None, **other: Any) -> Session:
        """A sitting at which all were there and agreed."""
        said = {"discussion": "Các ủy viên nhất trí với báo cáo.", "conclusion": "Đề nghị phê duyệt dự án."}
        there = frozenset(present if present is not None else {1, 2, 3, 4, 5})
        return Session(there, **{**said, "outcome": "carried", **other})

    def concluded(self, task: Task, at: str = "2024-05-30 11:00", **other: Any) -> Sitting:
        """Thu has recorded its conclusion."""
        given = {"by": self.world["thu"], "at": moment(at)}
        return councils.conclude_council(task, session=self.session(**other), **given)
