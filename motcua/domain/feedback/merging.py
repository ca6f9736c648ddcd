"""What was said twice is answered once: one piece of feedback goes into another, with trace, and can be parted."""

from datetime import datetime

from motcua.domain.journal.acts import act
from motcua.domain.journal.recording import record
from motcua.domain.organisations.models import Officer
from motcua.domain.organisations.queries import centre
from motcua.domain.regulation.answers import Refused, require
from motcua.domain.vietnamese.dates import local_day

from . import policies
from .models import Feedback, Gathered
from .sorting import NotNow, hand_over
from .terms import OVER, State, TurnKind

MERGED_FROM = (State.NEW, State.ROUTED, State.ACCEPTED, State.WAITING)
_SORTED = ["state", "same_as", "way", "owner", "came_at", "accept_by", "answer_by"]


class NotTheSame(Refused):
    """It can not be merged with this one."""

    clause = "3.2"


@act("4.6.a", "3.2")
def merge_feedback(item: Feedback, *, into: Feedback, by: Officer, at: datetime) -> Feedback:
    """Say that both are the same: who spoke in either is answered by the answer of the one that stays."""
    item, into = _both(item.pk, into.pk)
    for each in (item, into):
        require(policies.may_merge(by, each, at))
    if item.state not in MERGED_FROM or item.merged.exists():
        raise NotNow("Phản ánh này đã có bản soạn trả lời, đã xong hoặc đã có phản ánh khác nhập vào.")
    if Gathered.objects.filter(feedback=item, kept=True).exists():
        raise NotTheSame("Phản ánh này đã được tổng hợp vào một báo cáo, kiến nghị.")
    if into.state in OVER:
        raise NotTheSame(f"Phản ánh {into.code} đã xong, không nhập thêm vào được.")
    item.state, item.same_as = State.MERGED, into
    item.save(update_fields=["state", "same_as"])
    both = f"{item.code} vào {into.code}"
    record(merge_feedback, about=item, by=by, at=at, code=item.code, state=item.state, both=both)
    record(merge_feedback, about=into, by=by, at=at, code=into.code, both=both)
    return item


@act("4.6.a", "3.2")
def part_feedback(item: Feedback, *, by: Officer, at: datetime) -> Feedback:
    """Say that they were not the same after all: it lies with the Centre again, to be sorted anew."""
    if item.same_as_id is None:
        raise NotNow("Phản ánh này không nhập vào phản ánh nào.")
    item, into = _both(item.pk, item.same_as_id)
    require(policies.may_merge(by, item, at))
    if item.state != State.MERGED:
        raise NotNow("Phản ánh này không nhập vào phản ánh nào.")
    if into.state in OVER:
        raise NotTheSame(f"Phản ánh {into.code} đã trả lời chung: hãy ghi một phản ánh mới.")
    there = centre(local_day(at))
    item.state, item.same_as, item.way = State.NEW, None, None
    if item.owner_id != there.pk:
        hand_over(item, there, TurnKind.PARTED, f"Tách khỏi {into.code}", by=by, at=at)
    item.save(update_fields=_SORTED)
    both = f"{item.code} khỏi {into.code}"
    record(
        part_feedback, about=item, by=by, at=at, code=item.code, state=item.state, both=both,
        owner=there.name, owner_code=there.code,
    )  # fmt: skip
    record(part_feedback, about=into, by=by, at=at, code=into.code, both=both)
    return item


def _both(first: int, second: int) -> tuple[Feedback, Feedback]:
    """Two of them, locked in the order of their numbers, so that two officials never wait for each other."""
    if first == second:
        raise NotTheSame("Một phản ánh không nhập vào chính nó.")
    rows = Feedback.objects.select_related("owner").select_for_update(of=("self",)).filter(pk__in=(first, second))
    found = {each.pk: each for each in rows.order_by("pk")}
    return found[first], found[second]
