"""Linked procedures that are filed as one in the demo: a child's birth, residence and health card; two that marry."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any

from motcua.domain.dossiers import decision, processing
from motcua.domain.dossiers.applicants import Applicant
from motcua.domain.dossiers.delivery import handover
from motcua.domain.dossiers.filed_together import bundle_drafts, bundles
from motcua.domain.dossiers.filed_together.bundle_drafts import PartPlan
from motcua.domain.dossiers.filed_together.bundle_members import members
from motcua.domain.dossiers.filed_together.bundle_models import Bundle
from motcua.domain.dossiers.filed_together.bundle_queries import asked_of
from motcua.domain.dossiers.filed_together.bundle_terms import HandOut
from motcua.domain.dossiers.filed_together.bundles import BundleForm, first_filing
from motcua.domain.dossiers.handed_in import Brought
from motcua.domain.dossiers.models import Dossier
from motcua.domain.procedures.models import Procedure
from motcua.domain.procedures.terms import StepKind
from motcua.domain.vietnamese.dates import local_day

from .publishing import CONTROLLER
from .timeline import Timeline
from .world import World

COMMUNE, RECEIVER, CLERK = "193-bai-chay", "nhan", "hanh"
BIRTH, RESIDENCE, HEALTH_CARD = "1.001193", "9.000001", "9.000002"
UNMARRIED, MARRIAGE, DEATH = "1.004873", "1.000894", "1.000656"
FILED_AS_ONE = (RESIDENCE, HEALTH_CARD)  # nobody files them alone in the demo
BIRTH_CERTIFICATE = "Bản sao Giấy khai sinh"
UNMARRIED_CERTIFICATE = "Giấy xác nhận tình trạng hôn nhân"
HUNG = Applicant(
    kind="person",
    name="Đoàn Mạnh Hùng",
    identity_kind="cccd",
    identity_number="022095004321",
    phone="0904112233",
    address="Tổ 3, khu 5, phường Bãi Cháy, thành phố Hạ Long",
)
HA = Applicant(
    kind="person",
    name="Bùi Thu Hà",
    identity_kind="cccd",
    identity_number="022192007788",
    phone="0912556677",
    address="Tổ 8, khu 2, phường Bãi Cháy, thành phố Hạ Long",
)


def file_as_one(world: World, times: Timeline) -> None:
    """Two bundles are published and filed by; of the child's the certificate is there, and the others have begun."""
    child = _published(
        world, times, "khai-sinh-thuong-tru-the-bhyt",
        "Khai sinh, thường trú và thẻ bảo hiểm y tế cho trẻ em dưới 6 tuổi",
        (PartPlan(_of(BIRTH)), PartPlan(_of(RESIDENCE), 1, BIRTH_CERTIFICATE),
         PartPlan(_of(HEALTH_CARD), 1, BIRTH_CERTIFICATE)),
    )  # fmt: skip
    couple = _published(
        world, times, "tinh-trang-hon-nhan-ket-hon", "Xác nhận tình trạng hôn nhân và đăng ký kết hôn",
        (PartPlan(_of(UNMARRIED)), PartPlan(_of(MARRIAGE), 1, UNMARRIED_CERTIFICATE)),
    )  # fmt: skip
    _sent_back(world, times)
    before = times.working_days_ago(COMMUNE, 2)
    birth, *_ = _filed(world, child, HA, HandOut.TOGETHER, before + timedelta(minutes=40))
    _registered(world, birth, before + timedelta(minutes=55))
    _filed(world, couple, HUNG, HandOut.EACH, times.working_days_ago(COMMUNE, 1) + timedelta(minutes=50))


def _published(world: World, times: Timeline, code: str, name: str, parts: Sequence[PartPlan]) -> Bundle:
    """The commune draws it up, the Centre publishes it."""
    at = times.processes_from
    drafted = bundle_drafts.draft_bundle(code, name=name, parts=parts, by=world.head_of(COMMUNE), at=at)
    given: dict[str, Any] = {"decision": "Quyết định 1902/QĐ-UBND (số giả định)", "valid_from": times.seated_from}
    return bundle_drafts.publish_bundle(drafted, **given, by=world.officer(CONTROLLER), at=at)


def _sent_back(world: World, times: Timeline) -> None:
    """A third one was drawn up last week, and the Centre has not agreed."""
    at = times.working_days_ago(COMMUNE, 4) + timedelta(hours=2)
    parts = (PartPlan(_of(DEATH)), PartPlan(_of(UNMARRIED)))
    given: dict[str, Any] = {"name": "Khai tử và xác nhận tình trạng hôn nhân", "parts": parts, "at": at}
    drafted = bundle_drafts.draft_bundle("khai-tu-hon-nhan", **given, by=world.head_of(COMMUNE))
    reason = "Hai thủ tục không dùng chung giấy tờ, không chờ kết quả của nhau; đề nghị nêu rõ vì sao nộp cùng."
    bundle_drafts.send_back_bundle(drafted, reason=reason, by=world.officer(CONTROLLER), at=at + timedelta(hours=1))


def _filed(world: World, bundle: Bundle, applicant: Applicant, hand_out: str, at: datetime) -> list[Dossier]:
    """Everything that is asked for, handed in at the commune."""
    those = members(bundle, local_day(at))
    asked = [each.component for each in asked_of(those)]
    papers = tuple((each.name, Brought(0, each.originals, each.copies)) for each in asked)
    form = BundleForm(first_filing(those, world.office(COMMUNE), applicant), papers, hand_out)
    filing = bundles.receive_bundle(bundle, form=form, by=world.officer(RECEIVER), at=at)
    return [row.dossier for row in filing.bundled.select_related("dossier").order_by("position")]


def _registered(world: World, birth: Dossier, at: datetime) -> None:
    """The birth is registered the same day; its certificate lies at the desk, and what waited for it begins."""
    processing.transfer(birth, by=world.officer(RECEIVER), at=at)
    while (task := birth.tasks.filter(done_at=None).exclude(kind=StepKind.RETURN).first()) is not None:
        at += timedelta(minutes=20)
        role = "head" if task.kind == StepKind.APPROVE else task.role
        by = next(each for each in world.holders(COMMUNE, role) if task.officer_id in (None, each.pk))
        if task.kind == StepKind.APPROVE:
            decision.approve(task, by=by, at=at)
        else:
            processing.complete_step(processing.take(task, by=by, at=at), by=by, at=at)
    clerk, later = world.officer(CLERK), at + timedelta(minutes=10)
    decision.record_result(birth, number="214/KS", on=local_day(later), by=clerk, at=later)
    handover.hand_over(birth, by=clerk, at=later + timedelta(minutes=10))


def _of(code: str) -> Procedure:
    return Procedure.objects.get(code=code)
