"""What is to be paid for a procedure, from which day on, by which document (5.3.a, 4.5.a)."""

from collections.abc import Iterable, Sequence
from datetime import date, datetime, timedelta

from motcua.domain.journal.acts import act
from motcua.domain.journal.recording import Signs, record
from motcua.domain.regulation.answers import Refused, require
from motcua.domain.statements import Said

from . import policies
from .models import Procedure, TariffLine
from .parts import DEAREST, FeePart, cleaned
from .reckoning import faults
from .rows import fee_parts, tariff_lines
from .terms import FeeKind

_LINES = Said(
    lambda procedure, day: (
        TariffLine.objects.filter(procedure=procedure, valid_from__lte=day).exclude(valid_to__lt=day).order_by("id")
    )
)


class NotInOrder(Refused):
    """A tariff that would begin on or before the day of one already announced."""

    clause = "5.3.a"


class UnknownAmount(Refused):
    """A fee nobody can collect: its amount is not known."""

    clause = "5.3.a"


class NotAnnounceable(Refused):
    """A line from which no sum in whole đồng would follow."""

    clause = "5.3.a"


@act("5.3.a", "4.5.a")
def announce_tariff(
    procedure: Procedure, *, lines: Sequence[FeePart], document: str, valid_from: date, by: Signs, at: datetime
) -> list[TariffLine]:
    """Enter what a department announced in writing: all lines from a day on; those of before end the day before."""
    procedure = Procedure.objects.select_for_update(of=("self",)).select_related("owner").get(pk=procedure.pk)
    require(policies.may_announce_tariff(by, procedure, at))
    if not document.strip():
        raise Refused("Phải ghi số văn bản thông báo mức phí, lệ phí.", "5.3.a")
    announced = replace_tariff(procedure, tuple(map(cleaned, lines)), document=document.strip(), valid_from=valid_from)
    record(
        announce_tariff,
        about=procedure,
        by=by,
        at=at,
        procedure=procedure.code,
        document=document.strip(),
        valid_from=valid_from,
        lines=[fee.plain() for fee in fee_parts(announced)],
    )
    return announced


def tariff_of(procedure: Procedure) -> list[TariffLine]:
    """Every line there is or was, those that last longest first."""
    return list(TariffLine.objects.filter(procedure=procedure).order_by("-valid_from", "id"))


def tariff_on(procedure_id: int, day: date, channel: str = "") -> list[TariffLine]:
    """What is to be paid on a day, by the order of entry; for one channel, or for all of them."""
    lines = _LINES.all(procedure=procedure_id, day=day)
    return [line for line in lines if not channel or line.channel in ("", channel)]


def fees_posted(owner_ids: Iterable[int], day: date) -> list[tuple[int, str]]:
    """Each fee (phí, not lệ phí) of these bodies that is posted on a day or later, by body and name."""
    rows = TariffLine.objects.filter(kind=FeeKind.FEE, procedure__owner__in=list(owner_ids))
    rows = rows.exclude(valid_to__lt=day).order_by("procedure__owner", "name")
    return list(rows.values_list("procedure__owner", "name").distinct())


def tariff_of_all(procedure_ids: Sequence[int], day: date) -> dict[int, list[TariffLine]]:
    """The same for several procedures in one statement."""
    found: dict[int, list[TariffLine]] = {}
    lines = TariffLine.objects.filter(procedure__in=procedure_ids, valid_from__lte=day).exclude(valid_to__lt=day)
    for line in lines.order_by("id"):
        found.setdefault(line.procedure_id, []).append(line)
    return found


def replace_tariff(
    procedure: Procedure, fees: Sequence[FeePart], *, document: str, valid_from: date
) -> list[TariffLine]:
    """Put new lines in the place of the old ones; nothing changes when they say the same. The procedure is locked."""
    if any(fee.amount is None or not 0 <= fee.amount <= DEAREST or not fee.name for fee in fees):
        raise UnknownAmount("Mỗi khoản thu phải có tên và mức thu từ 0 đồng trở lên.")
    if wrong := [fault for fee in fees for fault in faults(fee.formula, fee.reliefs)]:
        raise NotAnnounceable(" ".join(wrong))
    before = tariff_on(procedure.pk, valid_from)
    if fee_parts(before) == tuple(fees):
        return before
    later = TariffLine.objects.filter(procedure=procedure, valid_from__gte=valid_from).order_by("-valid_from").first()
    if later is not None:
        raise NotInOrder(
            f"Đã có mức thu áp dụng từ ngày {later.valid_from:%d/%m/%Y}; mức thu mới phải áp dụng từ sau ngày đó."
        )
    ended = TariffLine.objects.filter(pk__in=[line.pk for line in before])
    ended.update(valid_to=valid_from - timedelta(days=1))
    return TariffLine.objects.bulk_create(tariff_lines(procedure, fees, document=document, from_on=valid_from))
