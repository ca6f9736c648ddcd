"""How the result comes is the applicant's choice until it is there."""

from datetime import datetime

from motcua.domain.citizens.models import Person
from motcua.domain.citizens.terms import Power
from motcua.domain.journal.acts import act
from motcua.domain.journal.recording import record
from motcua.domain.regulation.answers import YES, Answer, Refused, no, require
from motcua.domain.regulation.citations import rule
from motcua.domain.statements import change

from ..models import Dossier
from ..stages import ENDED_EARLY
from ..terms import ReturnBy
from . import rights

CLAUSE = "4.1.e"


@act(CLAUSE, "4.1.c")
def choose_return(dossier: Dossier, *, return_by: str, by: Person, at: datetime) -> Dossier:
    """Choose anew how the result comes: at the counter, by post, or as a file."""
    dossier = Dossier.objects.locked(dossier)
    require(rights.may_act(by, dossier, Power.FILE, at))
    require(still_open(dossier))
    if return_by not in ReturnBy.values:
        raise Refused("Hãy chọn một cách nhận kết quả.", CLAUSE)
    if return_by == dossier.return_by:
        raise Refused("Bạn đang chọn cách nhận này rồi.", CLAUSE)
    was, dossier.return_by = dossier.return_by, return_by
    change(dossier, "return_by")
    record(choose_return, about=dossier, by=by, at=at, was=was, return_by=return_by)
    return dossier


@rule(CLAUSE)
def still_open(dossier: Dossier) -> Answer:
    """Until the result is there: afterwards it lies where it was to come."""
    if dossier.finished_at is not None or dossier.delivered_at is not None or dossier.stage in ENDED_EARLY:
        return no("Kết quả đã có hoặc hồ sơ đã kết thúc: muốn nhận cách khác, hãy gọi tổng đài.", CLAUSE)
    return YES
