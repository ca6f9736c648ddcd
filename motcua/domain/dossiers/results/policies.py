"""Who may enter, sign, seal, amend and revoke results: the body that issued them, and in it those named for it."""

from datetime import datetime

from motcua.domain.organisations.models import Officer
from motcua.domain.organisations.roles import Role
from motcua.domain.procedures import authorisation
from motcua.domain.procedures.handling import process_plan
from motcua.domain.regulation.answers import YES, Answer, no
from motcua.domain.regulation.citations import rule
from motcua.domain.vietnamese.dates import local

from ..models import Dossier
from .models import Result


@rule("5.1.đ-1")
def may_keep_file(by: Officer, result: Result, at: datetime) -> Answer:
    """The file of a result is put into the register by the body that issued it."""
    if result.office_id in by.bodies_with(at, Role.CLERK, Role.APPRAISE, Role.APPROVE):
        return YES
    return no("Chỉ cán bộ của cơ quan ban hành được đưa tệp kết quả vào sổ.", "5.1.đ-1")


@rule("5.1.c-1", "5.1.đ-1")
def may_sign(by: Officer, result: Result, dossier: Dossier, at: datetime) -> Answer:
    """A result is signed by who may approve this procedure for the body that issues it."""
    return _named(by, result, dossier, at, "ký số kết quả của thủ tục này")


@rule("5.1.đ-1")
def may_seal(by: Officer, result: Result, at: datetime) -> Answer:
    """The body's own certificate is used by its clerk, as the seal is."""
    if result.office_id in by.bodies_with(at, Role.CLERK):
        return YES
    return no("Chỉ văn thư của cơ quan ban hành được ký số bằng chứng thư của cơ quan.", "5.1.đ-1")


@rule("5.1.c-1", "5.1.đ-1")
def may_change(by: Officer, result: Result, dossier: Dossier, at: datetime) -> Answer:
    """A result is amended or revoked by who may decide on the procedure, in the body that issued it."""
    return _named(by, result, dossier, at, "sửa đổi, thu hồi kết quả của thủ tục này")


def _named(by: Officer, result: Result, dossier: Dossier, at: datetime, what: str) -> Answer:
    """The right twice: a place in the body that issued it, and a name in the head's decision for the procedure."""
    if result.office_id not in by.bodies_with(at, Role.APPROVE, Role.HEAD):
        return no("Chỉ người phê duyệt của cơ quan đã ban hành kết quả được làm việc này.", "5.1.đ-1")
    procedure_id = process_plan(dossier.process_id).procedure_id
    if by.pk not in authorisation.approvers_of(procedure_id, local(at).date()):
        return no(f"Bạn không được phân công, ủy quyền {what}.", "5.1.c-1")
    return YES
