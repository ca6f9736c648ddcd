"""What must be done beside a step before it can end: answers waited for, the check on the spot, the council."""

from motcua.domain.procedures.models import Step
from motcua.domain.regulation.answers import Refused
from motcua.domain.vietnamese.dates import show_moment

from ..models import FieldCheck, Sitting, Task


class StillWaiting(Refused):
    """The step waits for another body's answer, as its official has chosen."""

    clause = "5.1.đ-1"


class NoMinutes(Refused):
    """A check on the spot, or a council, ends with its minutes."""

    clause = "5.1.đ-1"


def finished(task: Task) -> None:
    """Check that nothing beside the step is left undone; raises `StillWaiting` or `NoMinutes`."""
    if task.waiting_since is not None:
        raise StillWaiting(
            f"Bước này đang chờ ý kiến cơ quan khác từ {show_moment(task.waiting_since)}. Khi có trả lời, hoặc khi quá "
            "hạn và bạn chọn xử lý tiếp, bước mới hoàn thành được."
        )
    if task.kind == Step.Kind.FIELD_CHECK:
        _checked(task)
    if task.kind == Step.Kind.COUNCIL:
        _concluded(task)


def _checked(task: Task) -> None:
    visits = FieldCheck.objects.filter(dossier=task.dossier_id, task__step=task.step_id)
    if visits.filter(recorded_at=None).exists():
        raise NoMinutes("Còn lần kiểm tra thực địa đã thông báo mà chưa có biên bản.")
    if not visits.exists():
        raise NoMinutes("Chưa có biên bản kiểm tra thực địa.")


def _concluded(task: Task) -> None:
    sittings = Sitting.objects.filter(dossier=task.dossier_id, task__step=task.step_id)
    if not sittings.filter(minutes__isnull=False).exists() or sittings.filter(ended_at=None).exists():
        raise NoMinutes("Hội đồng chưa họp và kết luận bằng biên bản.")
