"""How much somebody may send: enough for the largest dossier, too little to fill the disk.

None of these numbers is the law's. A dossier of fifty papers with a few photos each is the largest that was seen
at a counter; a firm that files for others sends some of them a day.
"""

from datetime import datetime, timedelta

from django.conf import settings
from django.db.models import Count, Q, Sum

from motcua.domain.papers.uploads import MEGA, MOST_PHOTOS, megabytes
from motcua.domain.regulation.answers import Refused

from . import pieces
from .models import IncomingFile

MOST_WAITING = 300  # files of one holder that belong to no dossier yet
MOST_WAITING_BYTES = 500 * MEGA
MOST_A_DAY_BYTES = 2000 * MEGA
A_DAY = timedelta(days=1)


class UploadRefused(Refused):
    """A file that can not be begun, or not go on, with the reason and what to do instead."""

    clause = "5.1.đ-2"


class TooLarge(UploadRefused):
    """One file is larger than any scan needs to be."""


class TooMuch(UploadRefused):
    """Somebody has sent more than a dossier needs."""


class NoRoom(UploadRefused):
    """The disk is full: what is there comes before what comes."""


def check_one(name: str, size: int) -> None:
    """One file by its size alone, before a byte of it has come."""
    if size > settings.MAX_SCAN_BYTES:
        raise TooLarge(
            f"Tệp “{name}” nặng {megabytes(size)} MB, quá mức {megabytes(settings.MAX_SCAN_BYTES)} MB: "
            "hãy chụp hoặc quét lại nhỏ hơn, hoặc chia thành nhiều tệp."
        )
    if size <= 0:
        raise UploadRefused(f"Tệp “{name}” rỗng (0 byte): hãy chụp lại hoặc chọn tệp khác.")


def check_all(holder: str, place: str, size: int, at: datetime) -> None:
    """One more file beside those that its holder has; refused with what to do."""
    if pieces.free_bytes() - size < settings.LEAST_FREE_BYTES:
        raise NoRoom("Hệ thống tạm hết chỗ lưu tệp. Hãy gửi lại sau ít phút, hoặc nộp tại quầy.")
    there = IncomingFile.objects.filter(holder=holder).exclude(state=IncomingFile.State.REFUSED)
    waiting = there.aggregate(
        files=Count("key"), here=Count("key", filter=Q(place=place)), bytes=Sum("size", default=0)
    )
    if waiting["here"] >= MOST_PHOTOS:
        raise TooMuch(f"Giấy tờ này đã có {MOST_PHOTOS} tệp: hãy bỏ bớt, hoặc gộp thành một tệp PDF.")
    if waiting["files"] >= MOST_WAITING or waiting["bytes"] + size > MOST_WAITING_BYTES:
        raise TooMuch("Bạn đang giữ quá nhiều tệp chưa nộp: hãy nộp hồ sơ hoặc bỏ bớt tệp rồi gửi tiếp.")
    today = IncomingFile.objects.filter(holder=holder, begun_at__gt=at - A_DAY).aggregate(bytes=Sum("size", default=0))
    if today["bytes"] + size > MOST_A_DAY_BYTES:
        raise TooMuch("Trong một ngày bạn đã gửi quá nhiều tệp: hãy gửi tiếp vào ngày mai, hoặc nộp tại quầy.")
