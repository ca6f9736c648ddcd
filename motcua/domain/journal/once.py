"""The same form sent twice has its effect once and the same answer both times."""

from collections.abc import Callable
from datetime import datetime
from uuid import UUID

from django.db import IntegrityError

from motcua.domain.regulation.answers import Refused
from motcua.domain.statements import add

from .acts import together
from .models import Answered
from .recording import Signs


class KeyOfAnother(Refused):
    """The key was used by somebody else: what they were answered is not for others."""


def once(key: UUID, *, by: Signs, at: datetime, do: Callable[[], str]) -> str:
    """Do it and keep its answer under `key`; a repeat of the key gets the first answer.

    The key is written last, in the transaction of the effect. A second copy that runs at
    the same moment either waits for the same rows and is refused, or fails on the key: in
    both cases its work is undone and it reads what the first one was answered.
    """
    try:
        with together():
            answer = do()
            add([Answered(key=key, by_code=by.code, answer=answer, at=at)])
            return answer
    except (IntegrityError, Refused):
        first = Answered.objects.filter(key=key).first()
        if first is None:
            raise
        if first.by_code != by.code:
            raise KeyOfAnother("Biểu mẫu này đã được người khác gửi. Hãy mở lại trang và nhập lại.") from None
        return first.answer
