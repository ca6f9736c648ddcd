"""What must hold of reports about rules: each stands where its journal tells, and no voice in an ended one waits."""

from collections.abc import Iterator

from motcua.domain.dossiers.checks import Invariant
from motcua.domain.journal.models import Entry
from motcua.domain.journal.queries import entries_of

from ..models import Feedback
from ..terms import OVER, Way
from .models import Gathered, Report
from .terms import ReportState

BATCH = 500


def invariants() -> Iterator[Invariant]:
    """What `motcua check` says of them."""
    says = "báo cáo về quy định đúng như nhật ký kể; xong thì mọi phản ánh trong đó đã được trả lời"
    yield Invariant("I20", says, faults())


def faults() -> Iterator[str]:
    """Where a report is not what its journal tells, or a voice in it is of another way, body, or was forgotten."""
    last = 0
    while batch := list(Report.objects.filter(pk__gt=last).order_by("id")[:BATCH]):
        last = batch[-1].pk
        lines: dict[str, list[Entry]] = {each.stream: [] for each in batch}
        for line in entries_of(lines):
            lines[line.stream].append(line)
        for report in batch:
            told = [line.facts["state"] for line in lines[report.stream] if "state" in line.facts]
            if told[-1:] != [report.state]:
                yield f"{report.code}: tình trạng là {report.state}, nhật ký kể {told[-1] if told else 'không gì'}"
    yield from _forgotten()


def _forgotten() -> Iterator[str]:
    kept = Gathered.objects.filter(kept=True)
    closed = kept.filter(report__state=ReportState.CLOSED).exclude(feedback__state__in=OVER)
    elsewhere = kept.exclude(feedback__way=Way.REPORTED)
    dropped = kept.filter(report__state=ReportState.DROPPED)
    for rows, what in ((closed, "chưa được trả lời"), (elsewhere, "không phải về quy định"), (dropped, "bị bỏ quên")):
        for feedback, report in rows.order_by("id").values_list("feedback__code", "report__code").iterator():
            yield f"{feedback} trong báo cáo {report}: {what}"
    lost = Feedback.objects.filter(gathered__kept=True, gathered__report__state=ReportState.SENT).exclude(
        owner__kind="centre"
    )
    for code in lost.order_by("id").values_list("code", flat=True).iterator():
        yield f"{code} đã báo cáo mà Trung tâm không giữ"
