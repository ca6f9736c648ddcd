"""What must hold of accounts, of what is filed from home, and of what is counted of it; `motcua check` says so."""

from collections.abc import Iterator
from itertools import groupby

from django.db.models import Count, F

from motcua.domain.citizens import checks as citizens
from motcua.domain.dossiers.checks import Invariant
from motcua.domain.dossiers.months import counting
from motcua.domain.journal.queries import entries_of

from .models import Submission
from .terms import State

BATCH = 500
_TOLD = {
    "submit": State.SUBMITTED, "send_submission_back": State.SENT_BACK, "accept_submission": State.ACCEPTED,
    "withdraw_submission": State.WITHDRAWN,
}  # fmt: skip


def invariants() -> Iterator[Invariant]:
    """The rules, in the order of their marks."""
    yield Invariant(
        "I15", "mỗi tài khoản một người, ai xác minh đều có ghi; tổ chức nào cũng có người quản lý", citizens.faults()
    )
    yield Invariant("I16", "hồ sơ nộp từ nhà ở đúng chỗ nhật ký kể, số lần trả lại đếm đúng", _submissions())
    yield Invariant("I17", "số liệu từng tháng đã đếm bằng số đếm lại từ hồ sơ", counting.differences())


def _submissions() -> Iterator[str]:
    counted = Submission.objects.annotate(n=Count("sendings_back")).exclude(n=F("times_sent_back"))
    for wrong in counted.order_by("pk"):
        yield f"{wrong.code}: ghi trả lại {wrong.times_sent_back} lần, có {wrong.n}"
    after = 0
    while batch := list(Submission.objects.filter(pk__gt=after).order_by("pk")[:BATCH]):
        after = batch[-1].pk
        lines = groupby(entries_of(each.stream for each in batch), lambda line: line.stream)
        told = {stream: [_TOLD[line.act] for line in some if line.act in _TOLD] for stream, some in lines}
        for each in batch:
            state = (told.get(each.stream) or [State.DRAFT])[-1]
            if state != each.state:
                yield f"{each.code}: đang “{each.get_state_display()}”, nhật ký kể “{state.label}”"
