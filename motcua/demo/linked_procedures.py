"""Two procedures of a commune that are filed as one in the demo: who marries first needs to be told unmarried."""

from datetime import timedelta
from typing import Any

from motcua.domain.dossiers.applicants import Applicant
from motcua.domain.dossiers.filed_together import bundle_drafts, bundles
from motcua.domain.dossiers.filed_together.bundle_drafts import PartPlan
from motcua.domain.dossiers.filed_together.bundle_members import members
from motcua.domain.dossiers.filed_together.bundle_queries import asked_of
from motcua.domain.dossiers.filed_together.bundle_terms import HandOut
from motcua.domain.dossiers.filed_together.bundles import BundleForm, first_filing
from motcua.domain.dossiers.handed_in import Brought
from motcua.domain.procedures.models import Procedure
from motcua.domain.vietnamese.dates import local_day
from motcua.domain.working_days.queries import calendar_for

from .publishing import CONTROLLER
from .timeline import Timeline
from .world import World

COMMUNE, RECEIVER = "193-bai-chay", "nhan"
UNMARRIED, MARRIAGE = "1.004873", "1.000894"
CERTIFICATE = "Giấy xác nhận tình trạng hôn nhân"
HUNG = Applicant(
    kind="person",
    name="Đoàn Mạnh Hùng",
    identity_kind="cccd",
    identity_number="022095004321",
    phone="0904112233",
    address="Tổ 3, khu 5, phường Bãi Cháy, thành phố Hạ Long",
)


def file_as_one(world: World, times: Timeline) -> None:
    """The commune draws the bundle up, the Centre publishes it; yesterday morning a couple filed by it."""
    at = times.processes_from
    unmarried, marriage = (Procedure.objects.get(code=code) for code in (UNMARRIED, MARRIAGE))
    parts = (PartPlan(unmarried), PartPlan(marriage, 1, CERTIFICATE))
    name = "Xác nhận tình trạng hôn nhân và đăng ký kết hôn"
    head = world.head_of(COMMUNE)
    drafted = bundle_drafts.draft_bundle("tinh-trang-hon-nhan-ket-hon", name=name, parts=parts, by=head, at=at)
    given: dict[str, Any] = {"decision": "Quyết định 1902/QĐ-UBND (số giả định)", "valid_from": times.seated_from}
    bundle = bundle_drafts.publish_bundle(drafted, **given, by=world.officer(CONTROLLER), at=at)
    calendar = calendar_for(COMMUNE)
    yesterday = calendar.opening(calendar.previous_working_day(local_day(times.now))) + timedelta(minutes=50)
    those = members(bundle, local_day(yesterday))
    asked = [each.component for each in asked_of(those)]
    papers = tuple((each.name, Brought(0, each.originals, each.copies)) for each in asked)
    form = BundleForm(first_filing(those, world.office(COMMUNE), HUNG), papers, HandOut.TOGETHER)
    bundles.receive_bundle(bundle, form=form, by=world.officer(RECEIVER), at=yesterday)
