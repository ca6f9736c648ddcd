"""How the system is, as findings in plain words: each well, or with what somebody has to do about it."""

import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import islice
from typing import Any

from django.conf import settings
from django.db.models import Count, Max
from django.urls import reverse
from procrastinate.contrib.django.models import ProcrastinateEvent, ProcrastinateJob

from motcua.domain.dossiers.dates_moved import recalculation
from motcua.domain.messages import channels
from motcua.domain.messages.manners import is_quiet
from motcua.domain.messages.sending import under_way
from motcua.domain.messages.terms import Way
from motcua.domain.organisations import queries as organisations
from motcua.domain.papers.queries import how_many_unmade
from motcua.domain.vietnamese.dates import local_day, show_moment
from motcua.domain.vietnamese.money import show_number
from motcua.domain.working_days import queries as calendar

QUIET = timedelta(minutes=10)  # papers are looked after every minute
MESSAGE_WAITS = timedelta(minutes=30)
LEAST_ROOM = 2 * 1024**3
SHOWN = 50


@dataclass(frozen=True)
class Finding:
    """One thing that was looked at; `address` is where it is put right."""

    title: str
    words: str
    is_well: bool = True
    address: str = ""


def findings(at: datetime) -> list[Finding]:
    """Everything that was looked at, what is not well first."""
    found = [_worker(at), *_jobs(), _papers(), _messages(at), _room(), _due_dates(at), _calendar(at), _journal()]
    return sorted(found, key=lambda each: each.is_well)


def without_posting(at: datetime) -> list[Any]:
    """The first of those who may still sign in though they are posted nowhere."""
    return list(islice(organisations.left_with_account(at).select_related("account"), SHOWN))


def _worker(at: datetime) -> Finding:
    last = ProcrastinateEvent.objects.filter(type="succeeded").aggregate(last=Max("at"))["last"]
    title = "Việc nền"
    if last is None:
        return Finding(title, "Chưa có việc nền nào chạy xong. Việc nền chạy cùng lệnh “motcua run”.", is_well=False)
    if at - last > QUIET:
        return Finding(
            title, f"Lần cuối chạy xong lúc {show_moment(last)}. Hãy kiểm tra chương trình chạy nền.", is_well=False
        )
    return Finding(title, f"Đang chạy, lần cuối xong lúc {show_moment(last)}.")


def _jobs() -> Iterator[Finding]:
    rows = ProcrastinateJob.objects.filter(status__in=["todo", "failed"]).values_list("status").annotate(Count("id"))
    counts = dict(rows.order_by())
    failed, waiting = counts.get("failed", 0), counts.get("todo", 0)
    said = f"{waiting} việc đang chờ, {failed} việc bị lỗi trong ba ngày qua."
    yield Finding("Hàng đợi", said if not failed else f"{said} Lý do có trong nhật ký của máy chủ.", is_well=not failed)


def _papers() -> Finding:
    waiting = how_many_unmade()
    said = f"{waiting} giấy tờ đã phát hành chờ tạo tệp PDF; tệp cũng được tạo ngay khi có người mở."
    return Finding("Giấy tờ", said, is_well=not waiting.more)


def _messages(at: datetime) -> Finding:
    address = reverse("messages:ways")
    title = "Tin nhắn cho người dân"
    if unset := [way.label for way in Way if channels.missing(way)]:
        said = f"Chưa cấu hình: {', '.join(unset)}. Tin qua các kênh này chờ, không mất."
        return Finding(title, said, is_well=False, address=address)
    held_up = 0 if is_quiet(at - MESSAGE_WAITS) else under_way(at, MESSAGE_WAITS)
    if held_up:
        return Finding(title, f"{held_up} tin đáng lẽ đã gửi hơn nửa giờ trước.", is_well=False, address=address)
    return Finding(title, "Không có tin nào bị chậm.", address=address)


def _room() -> Finding:
    free = shutil.disk_usage(settings.DATA_DIR).free
    said = f"Còn {show_number(round(free / 1024**3, 1))} GB cho tệp quét, giấy tờ."
    return Finding("Chỗ trống trên đĩa", said, is_well=free > LEAST_ROOM)


def _due_dates(at: datetime) -> Finding:
    moved = len(recalculation.out_of_date(at).moved)
    address = reverse("administration:due_dates")
    if moved:
        said = f"{moved} hồ sơ đang giải quyết có hạn đã lưu khác với lịch làm việc hiện nay."
        return Finding("Hạn của hồ sơ", said, is_well=False, address=address)
    return Finding("Hạn của hồ sơ", "Hạn đã lưu đúng với lịch làm việc hiện nay.", address=address)


def _calendar(at: datetime) -> Finding:
    year = local_day(at).year
    address = reverse("administration:calendar")
    for number in (year, year + 1):
        days = calendar.days_of_year(number)
        if not days or (number == year and any(day.estimated for day in days)):
            said = f"Ngày nghỉ năm {number} chưa được khai báo hoặc mới là dự kiến."
            return Finding("Lịch làm việc", said, is_well=False, address=address)
    return Finding("Lịch làm việc", f"Đã có ngày nghỉ của năm {year} và {year + 1}.", address=address)


def _journal() -> Finding:
    said = (
        "Chuỗi dấu được kiểm tra hằng đêm; kiểm tra ngay bằng lệnh “motcua verify”, mọi ràng buộc bằng “motcua check”."
    )
    return Finding("Nhật ký", said)
