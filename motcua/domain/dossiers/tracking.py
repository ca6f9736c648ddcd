"""What the applicant sees without an account: everything with the secret or the phone, else only how far it is."""

from dataclasses import dataclass
from datetime import datetime

from django.db.models import QuerySet

from .models import Dossier, Task
from .stages import Stage

# Eight plain words at most for citizens, and how far along each is (of five).
PLAIN = {
    Stage.REFUSED: ("Không tiếp nhận", 5),
    Stage.RECEIVED: ("Đã tiếp nhận", 1),
    Stage.TRANSFERRED: ("Đã tiếp nhận", 1),
    Stage.PROCESSING: ("Đang giải quyết", 2),
    Stage.AWAITING_SUPPLEMENT: ("Chờ bạn bổ sung giấy tờ", 2),
    Stage.APPROVED: ("Đang hoàn tất kết quả", 3),
    Stage.REJECTED: ("Không đủ điều kiện giải quyết", 4),
    Stage.RESULT_READY: ("Đang hoàn tất kết quả", 3),
    Stage.AT_CENTRE: ("Đã có kết quả, mời đến nhận", 4),
    Stage.KEPT: ("Đã có kết quả, mời đến nhận", 4),
    Stage.DELIVERED: ("Đã trả kết quả", 5),
}
OF = 5


@dataclass(frozen=True)
class Progress:
    """All that the code alone shows: how far the dossier is."""

    code: str
    word: str
    done: int
    of: int = OF


def progress(dossier: Dossier) -> Progress:
    """The degree of completion (Thông tư 01/2018 Điều 16.2.d: no more without proof of who asks)."""
    word, done = PLAIN[Stage(dossier.stage)]
    return Progress(dossier.code or "", word, done)


def by_code(code: str) -> Progress:
    """How far a dossier is; raises `Dossier.DoesNotExist`."""
    return progress(Dossier.objects.only("code", "stage").get(code=code.strip().upper()))


def by_secret(secret: str) -> Dossier:
    """The dossier whose receipt carries this QR; raises `Dossier.DoesNotExist`."""
    return _seen().get(secret=secret)


def by_code_and_phone(code: str, last_four: str) -> Dossier:
    """The dossier with this code whose applicant's or submitter's phone ends so; raises `Dossier.DoesNotExist`."""
    found = _seen().get(code=code.strip().upper())
    digits = last_four.strip()
    phones = [phone for phone in (found.phone, found.submitter_phone) if phone]
    if len(digits) != 4 or not any(phone.endswith(digits) for phone in phones):
        raise Dossier.DoesNotExist
    return found


def handled_now_by(dossier: Dossier) -> list[str]:
    """The bodies that have it at the moment, for the applicant: bodies, not persons."""
    open_tasks = Task.objects.filter(dossier=dossier, done_at=None).select_related("office").order_by("id")
    return list(dict.fromkeys(task.office.name for task in open_tasks))


def is_late(dossier: Dossier, at: datetime) -> bool:
    """Whether the promise to the applicant is broken."""
    return dossier.due_at is not None and (dossier.finished_at or at) > dossier.due_at


def _seen() -> QuerySet[Dossier]:
    return Dossier.objects.filter(code__isnull=False).select_related("version", "one_stop", "department")
