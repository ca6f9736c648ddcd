"""What a report is made from: the chosen feedback, counted by what it is about, and the first words of the letter."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from datetime import date
from typing import Any

from django.db.models import Count, Q

from motcua.domain.regulation.answers import Refused
from motcua.domain.vietnamese.dates import local_day, show_date

from ..digest.themes import name_of
from ..digest.topics import procedure_names
from ..models import Feedback
from ..terms import State, Way
from .models import Gathered, Report

MOST = 500
_STATES = (State.ACCEPTED, State.WAITING, State.ANSWERED)
GATHERABLE = Q(way=Way.REPORTED, state__in=_STATES)


class NotGathered(Refused):
    """What can not stand in a report: nothing, too much, of another way, or what stands in one already."""

    clause = "4.6.b-3"


@dataclass(frozen=True)
class Line:
    """One row of the table in a report: a procedure, a provision, a body, a theme, and how many spoke of it."""

    procedure: str
    provision: str
    body: str
    theme: str
    number: int


def may_be_gathered(item: Feedback) -> bool:
    """Whether it is of the way and at the point where it can stand in a report."""
    return item.way == Way.REPORTED and item.state in _STATES


def gather(report: Report, codes: Iterable[str]) -> list[Feedback]:
    """Put exactly these into a draft; what is left out may go into another."""
    wanted = sorted(set(codes))
    if not wanted:
        raise NotGathered("Hãy chọn ít nhất một phản ánh.")
    if len(wanted) > MOST:
        raise NotGathered(f"Một báo cáo tổng hợp nhiều nhất {MOST} phản ánh.")
    rows = Feedback.objects.select_for_update(of=("self",)).filter(GATHERABLE, code__in=wanted)
    items = list(rows.select_related("about", "topic__procedure", "dossier__version__procedure").order_by("id"))
    if missing := set(wanted) - {each.code for each in items}:
        raise NotGathered(f"Không tổng hợp được {', '.join(sorted(missing)[:5])}: chỉ chọn phản ánh về quy định.")
    taken = Gathered.objects.filter(feedback__in=items, kept=True).exclude(report=report)
    if other := taken.select_related("feedback", "report").order_by("id").first():
        raise NotGathered(f"Phản ánh {other.feedback.code} đã ở trong báo cáo {other.report.code}.")
    Gathered.objects.filter(report=report).exclude(feedback__in=items).update(kept=False)
    Gathered.objects.bulk_create(
        [Gathered(report=report, feedback=each) for each in items],
        update_conflicts=True, unique_fields=["report", "feedback"], update_fields=["kept"],
    )  # fmt: skip
    return items


def let_go(report: Report) -> None:
    """Free what stood in a report that was dropped."""
    Gathered.objects.filter(report=report).update(kept=False)


def lines_of(items: Iterable[Feedback]) -> list[dict[str, Any]]:
    """The table of the report, what was said most often first; what was said twice counts twice."""
    items = list(items)
    names = procedure_names({code for each in items if (code := _code(each))})
    merged, counted = _merged(items), Counter[tuple[str, str, str, str]]()
    for each in items:
        counted[_of(each, names)] += 1 + merged.get(each.pk, 0)
    rows = [Line(*key, number) for key, number in counted.items()]
    return [asdict(each) for each in sorted(rows, key=lambda each: (-each.number, each.procedure, each.provision))]


def first_words(items: list[Feedback]) -> dict[str, str]:
    """Subject, findings and proposal to begin with: the writer changes them."""
    lines = [Line(**each) for each in lines_of(items)]
    days = [local_day(each.registered_at) for each in items]
    about = next((each.procedure or each.provision for each in lines if each.procedure or each.provision), "thủ tục")
    return {
        "subject": f"kiến nghị sửa đổi quy định về {about[:1].lower()}{about[1:]}"[:250],
        "findings": f"{_span(min(days), max(days))}, Trung tâm nhận {sum(each.number for each in lines)} phản ánh, "
        "kiến nghị của người dân, doanh nghiệp về quy định thủ tục, như bảng dưới.",
        "proposal": "Đề nghị xem xét, sửa đổi quy định nêu trên và thông báo kết quả để Trung tâm trả lời người dân.",
    }


def _merged(items: Iterable[Feedback]) -> dict[int, int]:
    """How many were merged into each of them."""
    rows = Feedback.objects.filter(same_as__in=[each.pk for each in items]).order_by()
    return dict(rows.values_list("same_as").annotate(Count("id")))


def _span(first: date, last: date) -> str:
    return f"Ngày {show_date(first)}" if first == last else f"Từ ngày {show_date(first)} đến ngày {show_date(last)}"


def _code(item: Feedback) -> str:
    topic = getattr(item, "topic", None)
    if topic is not None and topic.procedure is not None:
        return str(topic.procedure.code)
    return item.dossier.version.procedure.code if item.dossier else ""


def _of(item: Feedback, names: dict[str, str]) -> tuple[str, str, str, str]:
    topic, code = getattr(item, "topic", None), _code(item)
    return (
        names.get(code, code),
        topic.provision if topic else "",
        item.about.name if item.about else "",
        name_of(topic.theme) if topic else "",
    )
