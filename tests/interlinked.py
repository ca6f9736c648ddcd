"""More of the province: a district with its centre and a commune, two departments, and processes that join them."""

from motcua.domain.dossiers import decision, intake, processing
from motcua.domain.dossiers.interlinked import passing
from motcua.domain.dossiers.interlinked.models import Leg
from motcua.domain.dossiers.models import Dossier, Task
from motcua.domain.organisations import acts
from motcua.domain.organisations.models import Office, Officer
from motcua.domain.organisations.policies import Founder
from motcua.domain.organisations.roles import Role
from motcua.domain.procedures import authorisation
from motcua.domain.procedures.models import Version
from motcua.domain.procedures.process_rules import StepPlan
from tests.moments import moment
from tests.people import CENTRE, PLANNING
from tests.world import FOUNDED, PASSWORD, World

DISTRICT, DESK, COMMUNE, LAND, BUILDING = "van-don", "van-don-hcc", "xa-ha-long", "so-tnmt", "so-xd"
OFFICES = {
    DISTRICT: ("Ủy ban nhân dân huyện Vân Đồn", "district", "000.00.33.H49", "tinh"),
    DESK: ("Trung tâm Hành chính công huyện Vân Đồn", "district_centre", "000.00.33.H49", DISTRICT),
    COMMUNE: ("Ủy ban nhân dân xã Hạ Long", "commune", "000.07.33.H49", DISTRICT),
    LAND: ("Sở Tài nguyên và Môi trường", "department", "000.00.14.H49", "tinh"),
    BUILDING: ("Sở Xây dựng", "department", "000.00.17.H49", "tinh"),
}
# Xuân sits in the commune, Yến at the district's centre under Tuyết, Khoa and Long in one department, Sơn in another.
OFFICIALS = {
    "xuan": ("Lưu Thị Xuân", COMMUNE, "Công chức", (Role.RECEIVE, Role.RETURN, Role.APPRAISE)),
    "yen": ("Tô Hải Yến", DESK, "Chuyên viên", (Role.APPRAISE, Role.RECEIVE, Role.WATCH)),
    "tuyet": ("Cao Ánh Tuyết", DESK, "Giám đốc", (Role.HEAD,)),
    "khoa": ("Đinh Đăng Khoa", LAND, "Chuyên viên", (Role.APPRAISE, Role.CLERK)),
    "long": ("Trịnh Bảo Long", LAND, "Giám đốc", (Role.HEAD, Role.APPROVE)),
    "son": ("Mai Thanh Sơn", BUILDING, "Trưởng phòng", (Role.APPRAISE, Role.HEAD)),
}
ACROSS = (
    StepPlan(1, "receive", "Tiếp nhận hồ sơ", COMMUNE, "receive", 2),
    StepPlan(2, "appraise", "Xác nhận hiện trạng", COMMUNE, "appraise", 8),
    StepPlan(3, "appraise", "Kiểm tra, trích đo", DESK, "appraise", 16),
    StepPlan(4, "appraise", "Thẩm định", PLANNING, "appraise", 16),
    StepPlan(5, "approve", "Phê duyệt", PLANNING, "approve", 4),
    StepPlan(6, "seal", "Đóng dấu, vào sổ", PLANNING, "clerk", 1),
    StepPlan(7, "return", "Trả kết quả", COMMUNE, "return", 1),
)
SAME_LEVEL = (
    StepPlan(1, "receive", "Tiếp nhận hồ sơ", CENTRE, "receive", 2),
    StepPlan(2, "appraise", "Thẩm định về đất", LAND, "appraise", 16),
    StepPlan(2, "appraise", "Thẩm định về xây dựng", BUILDING, "appraise", 12, branch=2),
    StepPlan(3, "appraise", "Tổng hợp", PLANNING, "appraise", 8),
    StepPlan(4, "approve", "Phê duyệt", PLANNING, "approve", 4),
    StepPlan(5, "seal", "Đóng dấu, vào sổ", PLANNING, "clerk", 1),
    StepPlan(6, "return", "Trả kết quả", CENTRE, "return", 1),
)
PAPERS = ("Bộ hồ sơ gốc", "Phiếu ý kiến")


def joined(world: World) -> World:
    """The same province with these bodies and people."""
    founder, at = Founder(), moment("2019-05-01")
    for code, (name, kind, identifier, parent) in OFFICES.items():
        details = {"identifier": identifier, "abbreviation": code.upper()}
        where = {"kind": kind, "parent": world.offices[parent], "valid_from": FOUNDED}
        world.offices[code] = acts.open_office(code, name=name, **where, by=founder, at=at, **details)
    for code, (name, office, title, roles) in OFFICIALS.items():
        world.cast[code] = _hired(code, name, world.offices[office], title, roles)
    return world


def across(world: World, *, days: int = 7) -> Version:
    """Commune, district centre, department of the province, and back to the commune."""
    return world.a_procedure(days=days, steps=ACROSS, name="Cấp giấy chứng nhận qua ba cấp")


def same_level(world: World, *, days: int = 6) -> Version:
    """Two departments that could work side by side, then the one that answers for it."""
    return world.a_procedure(days=days, steps=SAME_LEVEL, name="Thẩm định dự án liên thông")


def received_at(world: World, version: Version, office: str, by: str, on: str, *, scanned: bool = False) -> Dossier:
    """A dossier handed in at this one-stop; scanned, it is electronic."""
    filing = world.filing(version)
    channel = "online" if scanned else "counter"
    filing = intake.Filing(version, world.offices[office], filing.applicant, brought=filing.brought, channel=channel)
    return intake.receive(filing, by=world[by], at=moment(on), duplicate_seen=True)


def does(world: World, dossier: Dossier, by: str, on: str) -> Dossier:
    """One official takes the open step of his or her body and finishes it."""
    at, officer = moment(on), world[by]
    task = Task.objects.get(dossier=dossier, done_at=None, office__in=officer.places_with(at, *Role))
    if task.taken_at is None and task.kind != "approve":
        processing.take(task, by=officer, at=at)
    task.refresh_from_db()
    done = decision.approve if task.kind == "approve" else processing.complete_step
    done(task, by=officer, at=at)
    return world.again(dossier)


def leg(dossier: Dossier, office: str) -> Leg:
    """The leg of a body."""
    return Leg.objects.select_related("office").get(dossier=dossier, office__code=office)


def passes(world: World, dossier: Dossier, office: str, by: str, on: str, *, to: str = "", taken: str = "") -> Leg:
    """Hand the papers on to this body, and have them taken there."""
    handed = passing.hand_on_leg(leg(dossier, office), papers=PAPERS, by=world[by], at=moment(on))
    return passing.take_leg(handed, by=world[to], at=moment(taken or on)) if to else handed


def name_approver(world: World, version: Version, code: str) -> None:
    """Another official who may approve this procedure."""
    at = moment("2019-05-02")
    named = authorisation.Decision("90/QĐ", at.date(), at.date())
    authorisation.authorise(
        version.procedure, officer=world[code], power="approve", decision=named, by=world["quang"], at=at
    )


def _hired(code: str, name: str, office: Office, title: str, roles: tuple[Role, ...]) -> Officer:
    founder, at = Founder(), moment("2019-05-01")
    officer = acts.register_officer(code, name=name, by=founder, at=at)
    acts.appoint(officer, position=acts.Position(office, title, roles, None), from_on=FOUNDED, by=founder, at=at)
    acts.give_account(officer, username=code, password=PASSWORD, by=founder, at=at)
    return Officer.objects.get(pk=officer.pk)
