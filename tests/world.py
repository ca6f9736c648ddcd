"""A small province in domain words: offices, the cast, one procedure with its process, and dossiers of it."""

from dataclasses import dataclass, field
from datetime import date, datetime
from itertools import count
from typing import Any

from motcua.domain.dossiers import decision, intake, processing, supplement
from motcua.domain.dossiers.applicants import Applicant
from motcua.domain.dossiers.delivery import handover
from motcua.domain.dossiers.handed_in import Brought, Fault
from motcua.domain.dossiers.models import Dossier, Task
from motcua.domain.dossiers.pauses import ending, pausing
from motcua.domain.organisations import acts, placing
from motcua.domain.organisations.models import Office, Officer
from motcua.domain.organisations.policies import Founder
from motcua.domain.procedures import authorisation, catalogue, process
from motcua.domain.procedures.models import Version
from motcua.domain.procedures.parts import ComponentPart, FeePart, Parts, ResultPart, TimePart
from motcua.domain.procedures.process_rules import StepPlan
from tests.moments import moment as moment
from tests.people import CENTRE, JUSTICE, OFFICIALS, PLANNING

FOUNDED = date(2019, 5, 1)
PASSWORD = "hoa sen trắng 2019"
OFFICES = {
    "tinh": ("Ủy ban nhân dân tỉnh Quảng Ninh", "province", "000.00.00.H49", "UBND", None),
    CENTRE: ("Trung tâm Phục vụ Hành chính công tỉnh", "centre", "000.00.00.H49", "TTPVHCC", "tinh"),
    PLANNING: ("Sở Kế hoạch và Đầu tư", "department", "000.00.09.H49", "SKHĐT", "tinh"),
    JUSTICE: ("Sở Tư pháp", "department", "000.00.04.H49", "STP", "tinh"),
}
AN = Applicant(
    kind="person",
    name="Nguyễn Văn An",
    identity_kind="cccd",
    identity_number="022090001234",
    phone="0912345678",
    address="Tổ 5, khu 3, phường Hồng Hải, thành phố Hạ Long",
)
STEPS = (
    StepPlan(1, "receive", "Tiếp nhận hồ sơ", CENTRE, "receive", 2),
    StepPlan(2, "appraise", "Thẩm định hồ sơ", PLANNING, "appraise", 10),
    StepPlan(3, "approve", "Phê duyệt", PLANNING, "approve", 4),
    StepPlan(4, "seal", "Đóng dấu, vào sổ", PLANNING, "clerk", 2),
    StepPlan(5, "return", "Trả kết quả", CENTRE, "return", 1),
)
AT_ONCE = (
    StepPlan(1, "receive", "Tiếp nhận, đối chiếu", CENTRE, "receive", 1),
    StepPlan(2, "approve", "Ký chứng thực", PLANNING, "approve", 2),
    StepPlan(3, "return", "Trả kết quả", CENTRE, "return", 1),
)
_codes = count(1)


def parts(name: str = "Đăng ký thành lập doanh nghiệp tư nhân", *, days: int = 3, **other: Any) -> Parts:
    """A complete procedure."""
    whole: dict[str, Any] = {
        "name": name,
        "field": "Thành lập và hoạt động của doanh nghiệp",
        "decision": "1234/QĐ-UBND",
        "sequence": "Người thành lập doanh nghiệp nộp hồ sơ tại Trung tâm; Phòng Đăng ký kinh doanh xem xét.",
        "filing": "Nộp trực tiếp, qua bưu chính công ích hoặc trực tuyến.",
        "applicants": "Cá nhân",
        "agency": "Sở Kế hoạch và Đầu tư",
        "legal_basis": ("Luật Doanh nghiệp",),
        "components": (
            ComponentPart("Giấy đề nghị đăng ký doanh nghiệp", originals=1),
            ComponentPart("Bản sao giấy tờ pháp lý của chủ doanh nghiệp", copies=1),
            ComponentPart("Giấy ủy quyền", case="Nộp thay chủ doanh nghiệp", originals=1, required=False),
        ),
        "time_limits": (TimePart(amount=days, unit="working_days"),),
        "fees": (FeePart("charge", "Lệ phí đăng ký doanh nghiệp", amount=50_000),),
        "results": (ResultPart("Giấy chứng nhận đăng ký doanh nghiệp"),),
        "synonyms": "mở công ty; giấy phép kinh doanh",
        **other,
    }
    return Parts(**whole)


@dataclass
class World:
    """The province of the tests."""

    offices: dict[str, Office]
    cast: dict[str, Officer]
    version: Version
    at: datetime = field(default_factory=lambda: moment("2024-05-27"))

    def __getitem__(self, code: str) -> Officer:
        """One of the cast, as signed in just now: postings are read anew."""
        return Officer.objects.get(pk=self.cast[code].pk)

    def a_procedure(self, *, days: int = 3, steps: tuple[StepPlan, ...] = STEPS, **other: Any) -> Version:
        """Another procedure of the planning department, published, with its process in force and its approver."""
        return _procedure(self.offices, self.cast, f"1.{next(_codes):06d}", parts(days=days, **other), steps)

    def an_immediate_procedure(self, name: str = "Chứng thực bản sao từ bản chính", **other: Any) -> Version:
        """A procedure that is settled while the citizen waits; Minh signs."""
        components = (
            ComponentPart("Bản chính để đối chiếu", originals=1),
            ComponentPart("Bản sao cần chứng thực", copies=1),
        )
        return self.a_procedure(name=name, days=0, steps=AT_ONCE, components=components, **other)

    def filing(self, version: Version | None = None, applicant: Applicant = AN, **other: Any) -> intake.Filing:
        """What An brings to the counter: everything that is asked."""
        version = version or self.version
        needed = version.components.filter(case="")
        brought = tuple(Brought(each.pk, originals=each.originals, copies=each.copies) for each in needed)
        return intake.Filing(version, self.offices[CENTRE], applicant, **{"brought": brought, **other})

    def received(self, on: str = "2024-05-27", version: Version | None = None, **other: Any) -> Dossier:
        """A dossier that Lan has received."""
        return intake.receive(self.filing(version, **other), by=self["lan"], at=moment(on), duplicate_seen=True)

    def in_appraisal(self, on: str = "2024-05-27", version: Version | None = None, **other: Any) -> Dossier:
        """A dossier that Thu has taken, on the day it was received."""
        dossier = processing.transfer(self.received(on, version, **other), by=self["lan"], at=moment(on))
        processing.take(self.task(dossier), by=self["thu"], at=moment(on))
        return self.again(dossier)

    def awaiting_supplement(self, on: str = "2024-05-27", asked: str = "2024-05-28", **other: Any) -> Dossier:
        """A dossier that Thu has returned because one paper is faulty."""
        dossier = self.in_appraisal(on, **other)
        fault = Fault(dossier.submitted.first().component_id, missing=False, reason="Thiếu chữ ký")
        given = {"faults": (fault,), "reason": "Hồ sơ chưa hợp lệ", "by": self["thu"], "at": moment(asked)}
        return supplement.request_supplement(self.task(dossier), **given)

    def awaiting_payment(self, on: str = "2024-05-27", asked: str = "2024-05-28", **other: Any) -> Dossier:
        """A dossier that can not go on before An has paid."""
        notice = pausing.Notice(
            "Nghị định 43/2014/NĐ-CP, Điều 61 khoản 4", "215/TB-CCT", moment(asked).date(), 1_500_000
        )
        task = self.task(self.in_appraisal(on, **other))
        return pausing.ask_for_payment(task, notice=notice, by=self["thu"], at=moment(asked))

    def stopped(self, on: str = "2024-05-27", asked: str = "2024-05-28", **other: Any) -> Dossier:
        """A dossier that An wished to rest."""
        request = pausing.Request("Chờ họp gia đình", moment(asked).date())
        return pausing.stop_on_request(
            self.in_appraisal(on, **other), request=request, by=self["lan"], at=moment(asked)
        )

    def withdrawn(self, on: str = "2024-05-27", asked: str = "2024-05-28", **other: Any) -> Dossier:
        """A dossier that An took back; its papers still lie at the Centre."""
        request = pausing.Request("Không còn nhu cầu", moment(asked).date())
        return ending.withdraw(self.in_appraisal(on, **other), request=request, by=self["lan"], at=moment(asked))

    def cancelled(self, on: str = "2024-05-27", asked: str = "2024-05-28", **other: Any) -> Dossier:
        """A dossier that Lan found to be received by mistake, and Quang cancelled."""
        dossier = self.in_appraisal(on, **other)
        why = ending.Cancelling("mistake", "Thuộc thẩm quyền của cấp huyện")
        ending.propose_cancellation(dossier, why=why, by=self["lan"], at=moment(asked))
        return ending.cancel(dossier, why=why, by=self["quang"], at=moment(f"{asked} 14:00"))

    def at_approval(self, on: str = "2024-05-27", **other: Any) -> Dossier:
        """A dossier that waits for Minh."""
        dossier = self.in_appraisal(on, **other)
        processing.complete_step(self.task(dossier), note="Đủ điều kiện", by=self["thu"], at=moment(on))
        return self.again(dossier)

    def with_result(self, on: str = "2024-05-28", **other: Any) -> Dossier:
        """A dossier that was approved and sealed; its result lies in the department."""
        dossier = decision.approve(self.task(self.at_approval(**other)), by=self["minh"], at=moment(on))
        processing.take(self.task(dossier), by=self["hoa"], at=moment(on))
        processing.complete_step(self.task(dossier), by=self["hoa"], at=moment(on))
        given = {"number": "22A8001234", "on": moment(on).date()}
        return decision.record_result(dossier, **given, by=self["hoa"], at=moment(on))

    def at_centre(self, on: str = "2024-05-28", **other: Any) -> Dossier:
        """A dossier whose result lies at the Centre."""
        return handover.hand_over(self.with_result(**other), by=self["ngoc"], at=moment(on))

    def rejected(self, on: str = "2024-05-28", **other: Any) -> Dossier:
        """A dossier that Minh returned: it does not meet the conditions."""
        reason = {"reason": "Không đủ điều kiện về vốn", "by": self["minh"], "at": moment(on)}
        return decision.reject(self.task(self.at_approval(**other)), **reason)

    def task(self, dossier: Dossier) -> Task:
        """The one step that is open."""
        return Task.objects.get(dossier=dossier, done_at=None)

    def again(self, dossier: Dossier) -> Dossier:
        """The dossier as it is in the database now."""
        return Dossier.objects.select_related("version", "one_stop", "department").get(pk=dossier.pk)


def build() -> World:
    """Make the world by the acts; takes it from the database when it stands already."""
    if Office.objects.filter(code="tinh").exists():
        return _found()
    founder, at, offices = Founder(), moment("2019-05-01"), {}
    for code, (name, kind, identifier, abbreviation, parent) in OFFICES.items():
        details = {"identifier": identifier, "abbreviation": abbreviation}
        where = {"kind": kind, "parent": offices.get(parent), "valid_from": FOUNDED}
        offices[code] = acts.open_office(code, name=name, **where, by=founder, at=at, **details)
    placing.add_approval_network(offices[CENTRE], cidr="127.0.0.0/8", label="mạng quầy", by=founder, at=at)
    cast = {code: _hired(code, offices) for code in OFFICIALS}
    return World(offices, cast, _procedure(offices, cast, "2.001610", parts(), STEPS))


def _hired(code: str, offices: dict[str, Office]) -> Officer:
    person, founder, at = OFFICIALS[code], Founder(), moment("2019-05-01")
    officer = acts.register_officer(code, name=person.name, by=founder, at=at)
    seat = offices[person.seat] if person.seat else None
    position = acts.Position(offices[person.office], person.title, person.roles, seat)
    acts.appoint(officer, position=position, from_on=FOUNDED, by=founder, at=at)
    acts.give_account(officer, username=code, password=PASSWORD, by=founder, at=at)
    return Officer.objects.get(pk=officer.pk)


def _procedure(
    offices: dict[str, Office], cast: dict[str, Officer], code: str, whole: Parts, steps: tuple[StepPlan, ...]
) -> Version:
    at, mai, tam = moment("2019-05-02"), cast["mai"], cast["tam"]
    version = catalogue.draft_procedure(code, owner=offices[PLANNING], parts=whole, by=tam, at=at)
    version = catalogue.publish_procedure(version, valid_from=at.date(), by=mai, at=at)
    drafted = process.draft_process(version.procedure, steps=steps, by=tam, at=at)
    drafted = process.agree_as_department(drafted, by=tam, at=at)
    drafted = process.agree_as_centre(drafted, by=mai, at=at)
    drafted = process.approve_process(drafted, decision="567/QĐ-UBND", decided_on=at.date(), by=cast["quang"], at=at)
    process.put_process_in_force(drafted, valid_from=at.date(), by=mai, at=at)
    named = authorisation.Decision("89/QĐ-SKHĐT", at.date(), at.date())
    given = {"officer": cast["minh"], "power": "approve", "decision": named, "as_deputy": True}
    authorisation.authorise(version.procedure, **given, by=cast["quang"], at=at)
    return version


def _found() -> World:
    cast = {officer.code: officer for officer in Officer.objects.filter(code__in=OFFICIALS)}
    offices = {office.code: office for office in Office.objects.filter(code__in=OFFICES)}
    return World(offices, cast, Version.objects.get(procedure__code="2.001610"))
