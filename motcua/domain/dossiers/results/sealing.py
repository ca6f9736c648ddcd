"""A department's result is sealed at the Centre before it is given out, where both have agreed so (4.1.đ, 5.4)."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256
from typing import Any

from django.db.models import Exists, F, OuterRef, Q, QuerySet
from django.db.models.functions import TruncDate

from motcua.domain.journal.acts import act
from motcua.domain.journal.recording import canonical, record
from motcua.domain.organisations.models import Officer
from motcua.domain.organisations.roles import Role
from motcua.domain.procedures.queries import handled
from motcua.domain.regulation.answers import YES, Answer, Refused, no
from motcua.domain.seals import checks as seal_checks
from motcua.domain.seals import queries as seals
from motcua.domain.seals import stamping
from motcua.domain.seals.models import Impression, Seal
from motcua.domain.seals.terms import SealState, SignedResult
from motcua.domain.vietnamese.dates import LOCAL, local_day

from ..models import Dossier
from ..stages import NAMES, Stage
from .models import Result
from .terms import ResultForm, ResultState

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


@dataclass(frozen=True)
class Line:
    """A signed result at the keeper's desk: its seal, the impressions it bears, and whether it can be stamped now."""

    result: SignedResult
    seal: Seal | None
    next_number: int | None
    impressions: list[Impression]
    may: Answer


@act("4.1.đ", "5.4")
def seal_result(dossier: Dossier, *, number: str = "", reason: str = "", by: Officer, at: datetime) -> Impression:
    """Put the department's second seal on a signed result: the one of this number, or the first without impression.

    A second time only on a copy that was spoiled, with the reason.
    """
    dossier = Dossier.objects.locked(dossier)
    result = _chosen(dossier, number)
    seal = _seal_of(dossier, result)
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
    """Check that every result which needs the second seal bears it; raises `NotSealed` with what to do."""
    if dossier.outcome != "approved":
        return
    bare = _bare(local_day(at)).filter(dossier=dossier).order_by("id").first()
    if bare is None:
        return
    seal = seals.seal_for(signed_result(dossier, bare))
    now = f"con dấu này hiện ở tình trạng “{SealState(seal.state).label}”" if seal else "chưa có con dấu tại Trung tâm"
    why = "" if seal and seal.state == SealState.IN_USE else f" Lưu ý: {now}."
    raise NotSealed(
        f"Kết quả số {bare.number} chưa được đóng con dấu thứ hai của {dossier.department.name}: "
        f"hãy chuyển người giữ dấu của Trung tâm đóng dấu trước khi trả.{why}"
    )


def signed_result(dossier: Dossier, result: Result) -> SignedResult:
    """A result as the register of seals knows it: the digest of its file, or of what is certain about the paper."""
    return SignedResult(
        dossier_code=str(dossier.code),
        title=result.title,
        number=result.number,
        on=result.on,
        digest=result.sha256 or sha256(canonical([dossier.code, result.number, result.on]).encode()).hexdigest(),
        department_id=dossier.department_id,
        centre_id=dossier.one_stop_id,
        procedure_id=handled(dossier.version_id).procedure_id,
    )


def lines(by: Officer, dossier: Dossier, at: datetime) -> list[Line]:
    """The signed results of a dossier that a keeper has scanned, with what the act would say of each."""
    impressions = seals.impressions_of(str(dossier.code))
    return [_line(dossier, result, impressions, by, at) for result in _signed(dossier)]


def waiting(by: Officer, at: datetime) -> QuerySet[Result]:
    """The signed results that the keepers of this Centre have to seal; one that was amended after delivery too."""
    here = by.bodies_with(at, Role.SEAL_KEEPER)
    later = Q(dossier__stage=Stage.DELIVERED, recorded_at__gt=F("dossier__delivered_at"))
    rows = _bare(local_day(at)).filter(Q(dossier__stage__in=WAITING) | later, dossier__one_stop__in=here)
    return rows.select_related("dossier__version", "dossier__department")


def of_centre(by: Officer, code: str, at: datetime) -> Dossier:
    """A dossier that a keeper of seals scans; raises `Dossier.DoesNotExist` for one of another one-stop."""
    related = ("version", "department", "one_stop")
    here = by.bodies_with(at, Role.SEAL_KEEPER)
    return Dossier.objects.select_related(*related).get(code=code.strip().upper(), one_stop__in=here)


def faults() -> Iterator[str]:
    """I9: delivered results that need the seal bear it, and every impression is on a signed result that is known."""
    delivered = Result.objects.annotate(delivered_on=TruncDate("dossier__delivered_at", tzinfo=LOCAL))
    given_out = Q(dossier__stage=Stage.DELIVERED, recorded_at__lte=F("dossier__delivered_at"))
    bare = delivered.filter(given_out, _needing(OuterRef("delivered_on")), state=ResultState.IN_FORCE)
    for result in bare.select_related("dossier").order_by("id").iterator(chunk_size=BATCH):
        yield f"{result.dossier}: đã trả kết quả số {result.number} không có dấu thứ hai"
    signed = Result.objects.filter(dossier__outcome="approved", dossier__stage__in=SEALABLE)
    its = signed.filter(
        dossier__code=OuterRef("dossier_code"),
        number=OuterRef("result_number"),
        on=OuterRef("result_on"),
        office=OuterRef("seal__department"),
    )
    for impression in Impression.objects.filter(~Exists(its)).order_by("id").iterator(chunk_size=BATCH):
        yield f"{impression.dossier_code}: dấu số {impression} không ứng với kết quả đã ký nào"
    yield from seal_checks.faults()


def _bare(today: Any) -> QuerySet[Result]:
    """Paper results in force that need the second seal and do not bear it."""
    return Result.objects.filter(_needing(today), state=ResultState.IN_FORCE, dossier__outcome="approved")


def _needing(today: Any) -> Q:
    covered = seals.covering_rows(
        department="dossier__department",
        centre="dossier__one_stop",
        procedure="dossier__version__procedure",
        on="on",
        today=today,
    )
    return Q(covered, ~seals.impressed(code="dossier__code", number="number", on="on"), form=ResultForm.PAPER)


def _signed(dossier: Dossier) -> list[SignedResult]:
    """What may be stamped: the paper results in force of a dossier that was approved."""
    if dossier.outcome != "approved" or dossier.stage not in SEALABLE:
        return []
    rows = Result.objects.filter(dossier=dossier, form=ResultForm.PAPER, state=ResultState.IN_FORCE)
    return [signed_result(dossier, result) for result in rows.select_related("scan__file").order_by("id")]


def _chosen(dossier: Dossier, number: str) -> SignedResult:
    """The result that is meant; raises `NotSigned` when nobody has signed one."""
    signed = [each for each in _signed(dossier) if number in ("", each.number)]
    if not signed:
        state = NAMES[Stage(dossier.stage)]
        raise NotSigned(f"Hồ sơ đang ở trạng thái “{state}”, không có kết quả bản giấy đã ký: không đóng dấu.")
    if len(signed) == 1:
        return signed[0]
    return next((each for each in signed if seals.first_impression(each) is None), signed[0])


def _seal_of(dossier: Dossier, result: SignedResult) -> Seal:
    seal = seals.seal_for(result)
    if seal is None:
        raise NotSealed(f"{dossier.department.name} chưa có con dấu thứ hai tại Trung tâm.")
    return seal


def _line(dossier: Dossier, result: SignedResult, stamped: list[Impression], by: Officer, at: datetime) -> Line:
    mine = [each for each in stamped if (each.result_number, each.result_on) == (result.number, result.on)]
    seal = seals.seal_for(result)
    number = seals.next_number(seal, local_day(at).year) if seal else None
    return Line(result, seal, number, mine, _may_seal(dossier, result, by, at))


def _may_seal(dossier: Dossier, result: SignedResult, by: Officer, at: datetime) -> Answer:
    """What the act will say, before anybody tries."""
    try:
        seal = _seal_of(dossier, result)
        stamping.ready(seal, by, at)
        stamping.fits(seal, result, at)
    except Refused as refusal:
        return no(refusal.sentence, refusal.clause)
    return YES
