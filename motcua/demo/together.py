"""What goes through several hands in the demo: dossiers on one receipt, a leg that overran, another that is urged."""

from datetime import timedelta

from motcua.domain.dossiers import delay, intake, processing
from motcua.domain.dossiers.applicants import Applicant
from motcua.domain.dossiers.filed_together import several
from motcua.domain.dossiers.handed_in import Brought
from motcua.domain.dossiers.interlinked import passing
from motcua.domain.dossiers.models import Dossier
from motcua.domain.dossiers.taking_in import Filing
from motcua.domain.procedures import queries as procedures
from motcua.domain.vietnamese.dates import local_day
from motcua.domain.working_days.queries import calendar_for

from .timeline import Timeline
from .world import World

CENTRE, COMMUNE = "trung-tam", "193-bai-chay"
ALLOWANCE, PROMOTION = "1.001776", "2.000131"
COMPANY = Applicant(
    kind="business",
    name="Công ty TNHH Thương mại Hải Âu Vàng",
    identity_kind="tax_code",
    identity_number="5701998875",
    phone="02033811223",
    address="Số 12 đường 25/4, phường Bạch Đằng, thành phố Hạ Long",
)
LATE, SLOW = (
    Applicant(
        kind="person",
        name=name,
        identity_kind="cccd",
        identity_number=number,
        phone="0936445566",
        address="Tổ 1, khu 7, phường Bãi Cháy, thành phố Hạ Long",
    )
    for name, number in (("Hoàng Thị Nhài", "022145001177"), ("Trần Văn Bách", "022051002288"))
)


def in_several_hands(world: World, times: Timeline) -> None:
    """A company files three matters at once; the ward overran its part of one allowance and is urged about another."""
    at = times.working_days_ago(CENTRE, 1) + timedelta(hours=1)
    matters = [_filing(world, times, PROMOTION, CENTRE, COMPANY) for _ in range(3)]
    several.receive_together(matters, by=world.at_desk(CENTRE, "receive")[0], at=at, duplicate_seen=True)
    _apologised_for(world, times, _at_the_ward(world, times, LATE, days=21))
    _urged(world, times, _at_the_ward(world, times, SLOW, days=17))


def _at_the_ward(world: World, times: Timeline, applicant: Applicant, *, days: int) -> Dossier:
    """Received so many working days ago; the ward, whose part takes fourteen, has only taken it."""
    at = times.working_days_ago(COMMUNE, days) + timedelta(minutes=70)
    ward = world.at_desk(COMMUNE, "receive")[0]
    dossier = intake.receive(_filing(world, times, ALLOWANCE, COMMUNE, applicant), by=ward, at=at)
    processing.transfer(dossier, by=ward, at=at + timedelta(minutes=30))
    task = dossier.tasks.get(done_at=None)
    processing.take(task, by=world.holders(COMMUNE, task.role)[-1], at=at + timedelta(minutes=50))
    return dossier


def _apologised_for(world: World, times: Timeline, dossier: Dossier) -> None:
    """The ward says sorry for what it made late, in its own name, days before the promised date (Điều 7, khoản 8)."""
    at = times.working_days_ago(COMMUNE, 2) + timedelta(hours=2)
    calendar, day = calendar_for(COMMUNE), local_day(dossier.when_due())
    for _ in range(9):
        day = calendar.next_working_day(day)
    reason = "Hội đồng xét duyệt của phường phải họp lại vì thiếu thành viên; phần của phường đã quá thời gian."
    delay.apologise_and_reschedule(dossier, new_due_on=day, reason=reason, by=world.head_of(COMMUNE), at=at)


def _urged(world: World, times: Timeline, dossier: Dossier) -> None:
    """The Centre asks the ward to finish."""
    leg = dossier.legs.select_related("office").get(office__code=COMMUNE)
    leg.dossier = dossier
    at = times.working_days_ago(CENTRE, 1) + timedelta(hours=3)
    text = "Phần của phường đã quá thời gian: đề nghị họp hội đồng xét duyệt và trình thành phố trong tuần này."
    passing.urge_leg(leg, text=text, by=world.holders(CENTRE, "watch")[0], at=at)


def _filing(world: World, times: Timeline, code: str, one_stop: str, applicant: Applicant) -> Filing:
    """All papers that are always asked for."""
    version = procedures.published(code, local_day(times.now))
    needed = [each for each in procedures.handled(version.pk).components if each.required and not each.case]
    brought = tuple(Brought(each.id, each.originals, each.copies) for each in needed)
    return Filing(version, world.office(one_stop), applicant, brought)
