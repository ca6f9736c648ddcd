"""Where the wrong procedure was chosen, nothing is corrected: the dossier is cancelled and received anew (5.1.đ-2).

Limit, papers, fees, process and deciding body all follow from the procedure, so a receipt for another one is another
dossier with a code of its own. The office cancels the wrong one as received by mistake, proposed by one person and
decided by another; the applicant is received anew and gets a receipt that names the paper it replaces.
"""

from datetime import datetime

from motcua.domain.journal.acts import act
from motcua.domain.journal.recording import record
from motcua.domain.organisations.models import Officer
from motcua.domain.papers.queries import papers_of
from motcua.domain.regulation.answers import Refused, require

from . import corrections, intake, policies
from .models import Correction, Dossier
from .stages import Stage
from .taking_in import Filing
from .terms import CancelGround


class NotByMistake(Refused):
    """Only what was cancelled as received by mistake is received anew, once, for the same applicant."""

    clause = "5.1.đ-2"


@act("5.1.đ-2", "5.1.e-1")
def receive_anew(wrong: Dossier, *, filing: Filing, by: Officer, at: datetime, duplicate_seen: bool = False) -> Dossier:
    """Take in under the right procedure what was received by mistake; the old receipt stays readable as replaced."""
    wrong = Dossier.objects.locked(wrong)
    require(policies.may_receive(by, wrong.one_stop_id, at, wrong.department_id))
    reason = by_mistake(wrong)
    if filing.applicant.checked().identity_number != wrong.identity_number:
        raise NotByMistake(f"Hồ sơ {wrong.code} là của chủ hồ sơ khác.")
    old = corrections.receipt_of(wrong)
    replaces = f"{corrections.named(old)}, hồ sơ {wrong.code} đã hủy vì tiếp nhận nhầm" if old else ""
    dossier = intake.receive(filing, by=by, at=at, duplicate_seen=duplicate_seen, replaces=replaces)
    new = papers_of(dossier.stream).get(form_code="receipt")
    shown = f"{dossier.version.name}, hồ sơ {dossier.code}"
    changes = {"procedure": {"what": "thủ tục", "was": wrong.version.name, "now": dossier.code, "shown": shown}}
    Correction.objects.create(
        dossier=wrong, state=Correction.State.DONE, changes=changes, reason=reason, asked_by=by, asked_at=at,
        old_paper=old, new_paper=new,
    )  # fmt: skip
    facts = {"changes": corrections.said(changes), "code": dossier.code, "paper": new.shown_number}
    record(receive_anew, about=wrong, by=by, at=at, **facts, replaces=old.shown_number if old else "")
    return dossier


def by_mistake(wrong: Dossier) -> str:
    """Why it was cancelled as received by mistake; raises `NotByMistake` where it was not, or was received anew."""
    end = getattr(wrong, "early_end", None)
    if wrong.stage not in (Stage.CANCELLED, Stage.GIVEN_BACK) or end is None:
        raise NotByMistake(f"Hồ sơ {wrong.code} chưa được hủy nên chưa tiếp nhận lại theo thủ tục khác.")
    if end.ground != CancelGround.RECEIVED_BY_MISTAKE:
        raise NotByMistake(f"Hồ sơ {wrong.code} không bị hủy vì tiếp nhận nhầm.")
    if wrong.corrections.filter(changes__has_key="procedure").exists():
        raise NotByMistake(f"Hồ sơ {wrong.code} đã được tiếp nhận lại.")
    return str(end.reason)


def can_be_received_anew(wrong: Dossier) -> bool:
    """Whether the desk still has to receive it under the right procedure."""
    try:
        by_mistake(wrong)
    except NotByMistake:
        return False
    return True
