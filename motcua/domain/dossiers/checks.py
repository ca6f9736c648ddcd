"""What must hold of all dossiers at every moment; `motcua check` prints a line for each."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import chain, groupby

from django.db.models import Count, Exists, F, OuterRef, Q

from motcua.domain.fees import checks as fees
from motcua.domain.journal.models import Entry
from motcua.domain.journal.queries import entries_of
from motcua.domain.journal.recording import verify
from motcua.domain.messages import checks as messages
from motcua.domain.papers import storage
from motcua.domain.post import checks as consignments
from motcua.domain.procedures import arrangements, component_forms
from motcua.domain.procedures.models import Authorisation
from motcua.domain.vietnamese.dates import local

from .ahead.told import differences as wrong_reminders
from .at_once import immediate
from .beside.told import differences as wrong_asides
from .delivery import checks as delivery
from .filed_together import bundle_told
from .interlinked import told as leg_told
from .models import Breach, Dossier, Special, SupplementRequest, Task
from .pauses import checks as pauses
from .reading import clock_of
from .results import sealing
from .results.told import differences as wrong_results
from .retell import differences
from .terms import BreachKind

BATCH = 500


@dataclass(frozen=True)
class Invariant:
    """One rule: its mark, what it says, and where it is broken (nothing when it holds)."""

    mark: str
    says: str
    broken: Iterable[str]


def invariants() -> Iterator[Invariant]:
    """Every rule that can be checked so far, in the order of the marks."""
    yield Invariant("I2", "mỗi mã hồ sơ một hồ sơ; mã đúng cơ quan và ngày tiếp nhận", _codes())
    yield Invariant("I3", "trạng thái hồ sơ, khâu liên thông và sổ kết quả đúng như nhật ký kể lại", _retold())
    yield Invariant("I4", "mỗi bước một kết luận; phê duyệt đúng người; đường khác phải có thỏa thuận", _decisions())
    yield Invariant("I5", "hạn trả đã lưu bằng hạn tính lại từ dữ kiện và lịch", chain(_due_dates(), pauses.faults()))
    yield Invariant("I6", "hẹn lại tối đa một lần; xin lỗi muộn, bổ sung muộn đều có ghi vi phạm", _delays())
    yield Invariant("I7", "người tiếp nhận không phê duyệt hồ sơ của mình", _four_eyes())
    yield Invariant(
        "I8", "biên lai liền số, không trùng; biên lai, tiền thu và sổ sách cộng lại bằng nhau", fees.faults()
    )
    seals_and_hands = chain(sealing.faults(), delivery.faults(), consignments.faults())
    yield Invariant(
        "I9", "kết quả cần dấu thứ hai đã đóng; mỗi kết quả, bưu gửi đã trao hoặc đang có người giữ", seals_and_hands
    )
    yield Invariant(
        "I10", "báo mỗi người mỗi việc một lần qua mỗi kênh; điều đã đồng ý đúng như nhật ký", messages.faults()
    )
    yield Invariant("I11", "mỗi tệp đã ghi còn nguyên trong kho, đúng dấu SHA-256", _files())
    yield Invariant("I12", "chuỗi dấu của nhật ký nguyên vẹn", _chains())


def _received() -> Iterator[Dossier]:
    rows = Dossier.objects.filter(code__isnull=False).select_related("one_stop", "version").order_by("id")
    return rows.iterator(chunk_size=BATCH)


def _codes() -> Iterator[str]:
    for dossier in _received():
        expected = f"{dossier.one_stop.identifier}-{local(dossier.when_received()):%y%m%d}-"
        if not str(dossier.code).startswith(expected):
            yield f"{dossier.code} không đúng dạng {expected}NNNN"


def _retold() -> Iterator[str]:
    batch: list[Dossier] = []
    for dossier in Dossier.objects.order_by("id").iterator(chunk_size=BATCH):
        batch.append(dossier)
        if len(batch) == BATCH:
            yield from _retold_of(batch)
            batch = []
    yield from _retold_of(batch)
    yield from wrong_results()
    yield from wrong_reminders()
    yield from wrong_asides()
    yield from leg_told.differences()
    yield from immediate.faults()
    yield from bundle_told.differences()


def _retold_of(batch: list[Dossier]) -> Iterator[str]:
    lines: dict[str, list[Entry]] = {
        stream: list(entries) for stream, entries in groupby(entries_of(d.stream for d in batch), lambda e: e.stream)
    }
    for dossier in batch:
        for difference in differences(dossier, lines.get(dossier.stream, [])):
            yield f"{dossier}: {difference}"


def _decisions() -> Iterator[str]:
    twice = Task.objects.filter(done_at=None).values("dossier__code", "step").annotate(n=Count("id")).filter(n__gt=1)
    for row in twice:
        yield f"{row['dossier__code']}: một bước mở {row['n']} lần"
    decided = Task.objects.filter(how__in=["approved", "endorsed", "settled"]).select_related(
        "dossier__version", "done_by"
    )
    for task in decided.order_by("id").iterator(chunk_size=BATCH):
        day = local(task.done_at or task.opened_at).date()
        named = Authorisation.objects.filter(
            Q(to_on__isnull=True) | Q(to_on__gte=day),
            procedure=task.dossier.version.procedure_id, officer=task.done_by_id, power="approve", from_on__lte=day,
        )  # fmt: skip
        if not named.exists():
            yield f"{task.dossier}: {task.done_by} không được phân công phê duyệt ngày {day:%d/%m/%Y}"
    yield from _arrangements()


def _due_dates() -> Iterator[str]:
    for dossier in _received():
        if dossier.finished_at and dossier.due_at and dossier.finished_at < dossier.due_at:
            continue  # after it was finished in time the calendar may have changed, and its date stays as promised
        clock = clock_of(dossier)
        if dossier.due_at != clock.due() or dossier.due_by_law_at != clock.due_by_law():
            yield f"{dossier}: lưu {dossier.due_at}, tính lại {clock.due()}"
    yield from leg_told.wrong_dates()
    yield from bundle_told.wrong_dates()


def _delays() -> Iterator[str]:
    noted = set(Breach.objects.values_list("dossier_id", "kind"))
    for request in SupplementRequest.objects.filter(number__gt=1).order_by("id"):
        if (request.dossier_id, BreachKind.SECOND_SUPPLEMENT) not in noted:
            yield f"hồ sơ {request.dossier_id}: yêu cầu bổ sung lần {request.number} không ghi vi phạm"
    late = Dossier.objects.filter(finished_at__gt=F("due_at"))
    for dossier in late.order_by("id").iterator(chunk_size=BATCH):
        if (dossier.pk, BreachKind.OVERRUN) not in noted:
            yield f"{dossier}: quá hạn mà không ghi vi phạm"


def _files() -> Iterator[str]:
    yield from (str(fault) for fault in storage.faults())
    yield from component_forms.faults()


def _chains() -> Iterator[str]:
    for fault in verify():
        yield f"{fault.stream} dòng {fault.number}: {fault.what}"


def _arrangements() -> Iterator[str]:
    """No way around the normal road but under an arrangement that both sides had agreed to that day."""
    yield from arrangements.faults()
    rows = Special.objects.select_related("arrangement", "dossier").order_by("id")
    for special in rows.iterator(chunk_size=BATCH):
        if special.arrangement.agreed_at is None or special.arrangement.agreed_at > special.since:
            yield f"{special.dossier}: tiếp nhận theo thỏa thuận chưa được thống nhất"
    way = Q(dossier=OuterRef("pk"), kind="delivers", done_at__isnull=False)
    road = Dossier.objects.filter(stage="delivered").exclude(tasks__kind="return")
    for dossier in road.exclude(Exists(Special.objects.filter(way))).order_by("id").iterator(chunk_size=BATCH):
        yield f"{dossier}: trả kết quả không qua Trung tâm mà không có thỏa thuận"


def _four_eyes() -> Iterator[str]:
    same = Task.objects.filter(how="approved", done_by=F("dossier__received_by")).select_related("dossier", "done_by")
    for task in same.order_by("id").iterator(chunk_size=BATCH):
        yield f"{task.dossier}: {task.done_by} vừa tiếp nhận vừa phê duyệt"
