"""A department's result is sealed at the Centre before it is given out, where both have agreed so (4.1.đ, 5.4)."""

from collections.abc import Iterator
from datetime import datetime
from hashlib import sha256
from typing import Any

from django.db.models import Exists, OuterRef, QuerySet
from django.db.models.functions import TruncDate

from motcua.domain.journal.acts import act
from motcua.domain.journal.recording import canonical, record
from motcua.domain.organisations.models import Officer
from motcua.domain.organisations.roles import Role
from motcua.domain.procedures.queries import handled
from motcua.domain.regulation.answers import Refused
from motcua.domain.seals import checks as seal_checks
from motcua.domain.seals import queries as seals
from motcua.domain.seals import stamping
from motcua.domain.seals.models import Impression
from motcua.domain.seals.terms import SealState, SignedResult
from motcua.domain.vietnamese.dates import LOCAL, local_day

from .models import Dossier
from .stages import NAMES, Stage

# From the signed result on; a copy spoiled after delivery may still be stamped again.
WAITING = (Stage.RESULT_READY, Stage.AT_CENTRE, Stage.KEPT)
SEALABLE = (*WAITING, Stage.DELIVERED)
BATCH = 500


class NotSealed(Refused):
    """A result that needs the second seal does not leave the Centre without it."""

    clause = "5.4"


class NotSigned(Refused):
    """No seal is put on what nobody has signed."""

    clause = "4.1.đ"


@act("4.1.đ", "5.4")
def seal_result(dossier: Dossier, *, reason: str = "", by: Officer, at: datetime) -> Impression:
    """Put the department's second seal on the signed result; a second time only on a spoiled copy, with the reason."""
    dossier = Dossier.objects.locked(dossier)
    result = _to_be_sealed(dossier)
    seal = seals.seal_for(result)
    if seal is None:
        raise NotSealed(f"{dossier.department.name} chưa có con dấu thứ hai tại Trung tâm.")
    first = seals.first_impression(result) if reason else None
    if first is not None:
        impression = stamping.stamp_again(seal, first=first, reason=reason, by=by, at=at)
    else:
        impression = stamping.stamp(seal, result=result, by=by, at=at)
    facts = {"body": dossier.department.name, "seal": seal.registration, "number": impression.shown_number}
    facts |= {"result": result.number, "digest": result.digest, "reason": impression.reason}
    record(seal_result, about=dossier, by=by, at=at, **facts)
    return impression


def sealed(dossier: Dossier, at: datetime) -> None:
    """Check that a result which needs the second seal bears it; raises `NotSealed` with what to do."""
    result = signed_result(dossier)
    if result is None or not seals.lacks_impression(result, local_day(at)):
        return
    seal = seals.seal_for(result)
    now = f"con dấu này hiện ở tình trạng “{SealState(seal.state).label}”" if seal else "chưa có con dấu tại Trung tâm"
    why = "" if seal and seal.state == SealState.IN_USE else f" Lưu ý: {now}."
    raise NotSealed(
        f"Kết quả chưa được đóng con dấu thứ hai của {dossier.department.name}: "
        f"hãy chuyển người giữ dấu của Trung tâm đóng dấu trước khi trả.{why}"
    )


def signed_result(dossier: Dossier) -> SignedResult | None:
    """The result of an approved dossier as the register of seals knows it; none while nothing is signed.

    The one place that says what a result is to a seal: its number, its day, and the digest of those facts.
    """
    if dossier.outcome != "approved" or not dossier.result_number or dossier.result_on is None:
        return None
    facts = [dossier.code, dossier.result_number, dossier.result_on]
    procedure = handled(dossier.version_id)
    return SignedResult(
        dossier_code=str(dossier.code),
        title=procedure.name,
        number=dossier.result_number,
        on=dossier.result_on,
        digest=sha256(canonical(facts).encode()).hexdigest(),
        department_id=dossier.department_id,
        centre_id=dossier.one_stop_id,
        procedure_id=procedure.procedure_id,
    )


def waiting(by: Officer, at: datetime) -> QuerySet[Dossier]:
    """The signed results that the keepers of this Centre have to seal, those that came first on top."""
    here = by.bodies_with(at, Role.SEAL_KEEPER)
    signed = Dossier.objects.filter(one_stop__in=here, stage__in=WAITING, outcome="approved")
    return signed.filter(_covered(local_day(at)), ~_IMPRESSED).select_related("version", "department")


def of_centre(by: Officer, code: str, at: datetime) -> Dossier:
    """A dossier that a keeper of seals scans; raises `Dossier.DoesNotExist` for one of another one-stop."""
    related = ("version", "department", "one_stop")
    here = by.bodies_with(at, Role.SEAL_KEEPER)
    return Dossier.objects.select_related(*related).get(code=code.strip().upper(), one_stop__in=here)


def faults() -> Iterator[str]:
    """I9: delivered results that need the seal bear it, and every impression is on a signed result that is known."""
    delivered = Dossier.objects.annotate(delivered_on=TruncDate("delivered_at", tzinfo=LOCAL))
    bare = delivered.filter(_covered(OuterRef("delivered_on")), ~_IMPRESSED, stage=Stage.DELIVERED, outcome="approved")
    for dossier in bare.order_by("id").iterator(chunk_size=BATCH):
        yield f"{dossier}: đã trả kết quả số {dossier.result_number} không có dấu thứ hai"
    signed = Dossier.objects.filter(outcome="approved", stage__in=SEALABLE).exclude(result_number="")
    its = signed.filter(code=OuterRef("dossier_code"), department=OuterRef("seal__department"))
    for impression in Impression.objects.filter(~Exists(its)).order_by("id").iterator(chunk_size=BATCH):
        yield f"{impression.dossier_code}: dấu số {impression} không ứng với kết quả đã ký nào"
    yield from seal_checks.faults()


def _to_be_sealed(dossier: Dossier) -> SignedResult:
    """The signed result; raises `NotSigned` when nobody has signed one."""
    result = signed_result(dossier)
    if result is None or dossier.stage not in SEALABLE:
        state = NAMES[Stage(dossier.stage)]
        raise NotSigned(f"Hồ sơ đang ở trạng thái “{state}”, chưa có kết quả đã ký: không đóng dấu.")
    return result


_IMPRESSED = seals.impressed(code="code", number="result_number", on="result_on")


def _covered(today: Any) -> Exists:
    columns = {"department": "department", "centre": "one_stop", "procedure": "version__procedure", "on": "result_on"}
    return seals.covering_rows(**columns, today=today)
