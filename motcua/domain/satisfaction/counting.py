"""Counting each month from its ballots: a job does it every night while the month may still change.

A ballot counts in the month in which it was handed out, so that what came back is always a part of what went out.
It is not counted as it comes: whoever saw a figure move just after somebody spoke would know what they said.
"""

from collections.abc import Iterator
from datetime import date, datetime, time, timedelta

from django.db import transaction
from django.db.models import Count, Min, Q, QuerySet

from motcua.domain.dossiers.checks import Invariant
from motcua.domain.dossiers.models import Invitation
from motcua.domain.regulation.citations import rule
from motcua.domain.vietnamese.dates import LOCAL, local_day

from .models import Asked, CountedMonth, Heard, Opinion
from .policies import CHANGEABLE, OPEN_FOR

AT_A_TIME = 24


def count_due(at: datetime) -> int:
    """Count every month that may have changed since it was counted, and those that never were; gives how many."""
    due = list(_due(at))[:AT_A_TIME]
    for first in due:
        count_month(first, at)
    return len(due)


@rule("3.1")
def count_month(first: date, at: datetime) -> CountedMonth:
    """Count one month anew; who counts it at the same time waits."""
    with transaction.atomic():
        CountedMonth.objects.get_or_create(first=first, defaults={"counted_at": at})
        month = CountedMonth.objects.select_for_update().get(first=first)
        month.counted_at = at
        month.save(update_fields=["counted_at"])
        month.asked.all().delete()
        month.heard.all().delete()
        asked = _asked(first).items()
        Asked.objects.bulk_create([Asked(month=month, office_id=office, number=number) for office, number in asked])
        Heard.objects.bulk_create(
            [Heard(month=month, office_id=office, channel=channel, level=level, number=number)
             for (office, channel, level), number in _heard(first).items()]
        )  # fmt: skip
    return month


def invariants() -> Iterator[Invariant]:
    """What `motcua check` says of satisfaction."""
    yield Invariant("I25", "mức hài lòng từng tháng đã đếm bằng số đếm lại từ các đánh giá", differences())


def differences() -> Iterator[str]:
    """Where a month that can change no more says something else than its ballots do, counted again."""
    for month in CountedMonth.objects.order_by("first"):
        if not _is_final(month):
            continue
        if dict(month.asked.values_list("office", "number")) != _asked(month.first):
            yield f"{month}: số lời mời đã đếm khác số đếm lại"
        kept = {(office, channel, level): number for office, channel, level, number in
                month.heard.values_list("office", "channel", "level", "number")}  # fmt: skip
        if kept != _heard(month.first):
            yield f"{month}: số đánh giá đã đếm khác số đếm lại"


def _due(at: datetime) -> Iterator[date]:
    """From this month back: what is not counted for good, to the first month in which a ballot was handed out."""
    final = {each.first for each in CountedMonth.objects.all() if _is_final(each)}
    oldest = Invitation.objects.aggregate(oldest=Min("made_at"))["oldest"]
    month, begin = local_day(at).replace(day=1), local_day(oldest or at).replace(day=1)
    while month >= begin:
        if month not in final:
            yield month
        month = (month - timedelta(days=1)).replace(day=1)


def _is_final(month: CountedMonth) -> bool:
    return bool(month.counted_at > _end_of(month.first) + OPEN_FOR + CHANGEABLE)


def in_month(first: date) -> Q:
    """The opinions that count in a month, as a condition of a list."""
    begin = datetime.combine(first, time(), LOCAL)
    return Q(invitation__made_at__gte=begin, invitation__made_at__lt=_end_of(first))


def _handed_out(first: date) -> QuerySet[Invitation]:
    begin = datetime.combine(first, time(), LOCAL)
    return Invitation.objects.filter(made_at__gte=begin, made_at__lt=_end_of(first)).order_by()


def _asked(first: date) -> dict[int, int]:
    return dict(_handed_out(first).values_list("office").annotate(number=Count("id")))


def _heard(first: date) -> dict[tuple[int, str, int], int]:
    rows = Opinion.objects.filter(invitation__in=_handed_out(first)).order_by()
    counted = rows.values_list("office", "channel", "level").annotate(number=Count("id"))
    return {(office, channel, level): number for office, channel, level, number in counted}


def _end_of(first: date) -> datetime:
    return datetime.combine((first + timedelta(days=31)).replace(day=1), time(), LOCAL)
