"""The results of a dossier in their register: entered, amended, revoked; each act by who has the right twice."""

import secrets
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from motcua.domain.journal.acts import act
from motcua.domain.journal.recording import record
from motcua.domain.organisations.models import Officer
from motcua.domain.papers.uploads import Upload
from motcua.domain.procedures.handling import handled
from motcua.domain.regulation.answers import Refused, require
from motcua.domain.statements import Said, add
from motcua.domain.vietnamese.dates import local, local_day
from motcua.domain.vietnamese.text import clean, fold

from .. import policies
from ..models import Dossier
from ..stages import Stage
from . import files as result_files
from . import policies as result_policies
from .models import Result
from .terms import ResultForm, ResultState

_NUMBERED: Said[Any] = Said(
    lambda dossier, number: Result.objects.filter(dossier=dossier, number=number).values_list("pk", flat=True)
)


class NotInForce(Refused):
    """A result that was amended or revoked can not be changed any more."""

    clause = "5.1.đ-1"


class NumberTaken(Refused):
    """A dossier has each number once."""

    clause = "5.1.đ-1"


@dataclass(frozen=True)
class Particulars:
    """What is said about a result beside number and date; what is left out follows from procedure and dossier."""

    title: str = ""
    valid_from: date | None = None
    valid_to: date | None = None
    electronic: bool = False
    file: Upload | None = None


PLAIN = Particulars()


@act("5.1.đ-1")
def add_result(
    dossier: Dossier, *, number: str, on: date, particulars: Particulars = PLAIN, by: Officer, at: datetime
) -> Result:
    """Enter one more result of the same dossier, before they go to the Centre together."""
    dossier = Dossier.objects.locked(dossier)
    require(policies.may_record_result(by, dossier, at))
    may_be_added(dossier)
    result = enter(dossier, number=number, on=on, particulars=particulars, by=by, at=at)
    record(add_result, about=dossier, by=by, at=at, **facts_of(result))
    return result


@act("5.1.đ-1", "5.1.c-1")
def amend_result(
    result: Result, *, number: str, on: date, reason: str, particulars: Particulars = PLAIN, by: Officer, at: datetime
) -> Result:
    """Put another result in the place of one that was wrong or has to change; the old one stays readable."""
    dossier, old = taken(result)
    require(result_policies.may_change(by, old, dossier, at))
    still_in_force(old)
    _with_reason(reason)
    given = particulars if particulars.title else _titled(particulars, old.title)
    new = enter(dossier, number=number, on=on, particulars=given, by=by, at=at)
    _end(old, ResultState.AMENDED, reason=reason, at=at, replaced_by=new)
    facts = {"amends": old.number, "reason": old.reason, **facts_of(new)}
    record(amend_result, about=dossier, by=by, at=at, **facts)
    return new


@act("5.1.đ-1", "5.1.c-1")
def revoke_result(result: Result, *, reason: str, by: Officer, at: datetime) -> Result:
    """Take a result out of force: from today nobody can rely on it, and whoever checks it reads so."""
    dossier, result = taken(result)
    require(result_policies.may_change(by, result, dossier, at))
    still_in_force(result)
    _with_reason(reason)
    _end(result, ResultState.REVOKED, reason=reason, at=at)
    record(revoke_result, about=dossier, by=by, at=at, number=result.number, reason=result.reason)
    return result


def enter(dossier: Dossier, *, number: str, on: date, particulars: Particulars, by: Officer, at: datetime) -> Result:
    """Put a result of this locked dossier into the register, with its file if there is one."""
    if _NUMBERED.all(dossier=dossier.pk, number=clean(number)):
        raise NumberTaken(f"Hồ sơ này đã có kết quả số {clean(number)}.")
    return enter_new(dossier, number=number, on=on, particulars=particulars, by=by, at=at)


def enter_new(
    dossier: Dossier, *, number: str, on: date, particulars: Particulars, by: Officer, at: datetime
) -> Result:
    """Put the first result of a dossier into the register."""
    number, said = clean(number), particulars
    _is_plausible(number, on, said, at)
    title = clean(said.title) or _usual_title(dossier)
    result = Result(
        dossier=dossier,
        office=dossier.department,
        number=number,
        on=on,
        title=title,
        holder=dossier.applicant_name,
        folded=fold(f"{number} {dossier.applicant_name}"),
        valid_from=said.valid_from,
        valid_to=said.valid_to,
        form=ResultForm.ELECTRONIC if said.electronic else ResultForm.PAPER,
        secret=secrets.token_urlsafe(12),
        recorded_at=at,
        recorded_by=by,
    )
    if said.file is not None:
        result_files.put(result, said.file, by=by, at=at)
    add([result])
    return result


def facts_of(result: Result) -> dict[str, Any]:
    """What the journal keeps of a result that was entered."""
    facts = {
        "number": result.number,
        "on": result.on,
        "title": result.title,
        "holder": result.holder,
        "form": result.form,
        "valid_from": result.valid_from,
        "valid_to": result.valid_to,
        "sha256": result.sha256,
        "signers": [each["name"] for each in result.signers],
    }
    return {name: value for name, value in facts.items() if value not in (None, "", [])}


def taken(result: Result) -> tuple[Dossier, Result]:
    """The dossier and its result, both locked, the dossier first as everywhere."""
    dossier = Dossier.objects.locked(result.dossier_id)
    locked = Result.objects.select_for_update(of=("self",)).select_related("scan__file", "office", "signer")
    return dossier, locked.get(pk=result.pk)


def still_in_force(result: Result) -> None:
    """Check that a result was neither amended nor revoked; raises `NotInForce`."""
    if result.state != ResultState.IN_FORCE:
        word = ResultState(result.state).label.lower()
        raise NotInForce(f"Kết quả số {result.number} {word} ngày {result.ended_on:%d/%m/%Y}.")


def may_be_added(dossier: Dossier) -> None:
    """Check that the dossier has a result and that it is still with the department; raises `Refused`."""
    if dossier.stage != Stage.RESULT_READY:
        raise Refused("Chỉ thêm kết quả khi hồ sơ đã có kết quả và chưa bàn giao cho Trung tâm.", "5.1.đ-1")


def _is_plausible(number: str, on: date, said: Particulars, at: datetime) -> None:
    if not number:
        raise Refused("Phải ghi số của văn bản kết quả.", "5.1.đ-1")
    if on > local(at).date():
        raise Refused("Ngày của kết quả không được sau hôm nay.", "5.1.đ-1")
    if said.valid_to and said.valid_to < (said.valid_from or on):
        raise Refused("Ngày hết giá trị không được trước ngày bắt đầu có giá trị.", "5.1.đ-1")


def _usual_title(dossier: Dossier) -> str:
    """What the procedure says its applicants get."""
    known = handled(dossier.version_id)
    return known.results[0].name if known.results else known.name


def _titled(particulars: Particulars, title: str) -> Particulars:
    return Particulars(title, particulars.valid_from, particulars.valid_to, particulars.electronic, particulars.file)


def _with_reason(reason: str) -> None:
    if not reason.strip():
        raise Refused("Phải ghi lý do thay thế hoặc thu hồi kết quả.", "5.1.đ-1")


def _end(result: Result, state: ResultState, *, reason: str, at: datetime, replaced_by: Result | None = None) -> None:
    result.state, result.ended_on, result.reason = state, local_day(at), reason.strip()
    result.replaced_by = replaced_by
    result.save(update_fields=["state", "ended_on", "reason", "replaced_by"])
