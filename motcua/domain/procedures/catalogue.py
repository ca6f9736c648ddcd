"""Procedures are written, copied, revised, published and withdrawn: each change an act, each version kept."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from typing import Any

from django.db import IntegrityError

from motcua.domain.journal.acts import act
from motcua.domain.journal.meanwhile import require_unchanged
from motcua.domain.journal.recording import Signs, record
from motcua.domain.organisations.models import Office
from motcua.domain.regulation.answers import Refused, require
from motcua.domain.vietnamese.dates import local_day, show_date
from motcua.domain.vietnamese.text import clean

from . import policies, process_rules
from .component_forms import forms_of
from .models import Procedure, Version
from .parts import Parts, cleaned, malformed
from .process_models import Process
from .publication import has_expired, missing_parts
from .rows import (
    NewVersion,
    fee_parts,
    limits_of,
    parts_of,
    plan_of,
    rewrite_version,
    write_version,
    write_versions,
)
from .taking import NotADraft as NotADraft
from .taking import draft_of, latest, locked
from .tariff import replace_tariff, tariff_on

LONGEST_CODE = 40
_CODE = re.compile(r"[\w.-]+")


class Malformed(Refused):
    """Parts that can not be kept as they were written."""

    clause = "5.1.a-1"


class AlreadyThere(Refused):
    """A procedure code, or a draft, that exists already."""

    clause = "5.1.a-1"


class Incomplete(Refused):
    """A procedure that lacks a part the law asks for; `missing` names each."""

    clause = "4.1.b"

    def __init__(self, missing: list[str]) -> None:
        super().__init__("Chưa thể công khai thủ tục. " + " ".join(missing))
        self.missing = tuple(missing)


class Expired(Refused):
    """A procedure whose last day lies behind can not be shown as current."""

    clause = "4.1.b"


class NotInOrder(Refused):
    """A version that would begin on or before the day of the one it replaces."""

    clause = "4.1.b"


class LongerThanTheProcedure(Refused):
    """The process in force would take longer than the procedure now allows."""

    clause = "5.1.a-2"


@act("5.1.a-1", "5.1.b")
def draft_procedure(code: str, *, owner: Office, parts: Parts, by: Signs, at: datetime) -> Version:
    """Write a procedure down for the first time; nobody but its writers sees it before it is published."""
    require(policies.may_draft(by, owner, at))
    return enter([Draft(code, owner, parts)], by=by, at=at)[0]


@act("5.1.b")
def copy_procedure(version: Version, *, code: str, owner: Office, by: Signs, at: datetime) -> Version:
    """Begin another procedure with all parts of this one."""
    require(policies.may_draft(by, owner, at))
    (copied,) = enter([Draft(code, owner, parts_of(version))], by=by, at=at)
    record(copy_procedure, about=copied.procedure, by=by, at=at, of=version.procedure.code, version=version.number)
    return copied


@act("5.1.b", "4.2.a")
def revise_procedure(procedure: Procedure, *, by: Signs, at: datetime) -> Version:
    """Begin the next version with all parts of the last one and the fees in force today."""
    procedure = locked(procedure)
    require(policies.may_draft(by, procedure.owner, at))
    last = latest(procedure)
    if last.state == Version.State.DRAFT:
        raise AlreadyThere(f"Thủ tục {procedure.code} đang có bản dự thảo (phiên bản {last.number}).")
    parts = replace(parts_of(last), fees=fee_parts(tariff_on(procedure.pk, local_day(at))))
    version = write_version(NewVersion(procedure, last.number + 1, parts, last.imported))
    record(revise_procedure, about=procedure, by=by, at=at, code=procedure.code, version=version.number)
    return version


@act("5.1.a-1", "5.1.b")
def amend_draft(version: Version, *, parts: Parts, seen: int | None = None, by: Signs, at: datetime) -> Version:
    """Change a draft; the journal names the parts that changed.

    `seen` is how many lines the journal had about the procedure when the change was begun.
    """
    procedure = locked(version.procedure)
    require(policies.may_draft(by, procedure.owner, at))
    require_unchanged(procedure, seen)
    version = draft_of(procedure, version)
    parts = checked(parts)
    changed = parts.differences(parts_of(version))
    if not changed:
        return version
    rewrite_version(version, parts)
    record(amend_draft, about=procedure, by=by, at=at, code=procedure.code, version=version.number, changed=changed)
    return version


@act("4.1.b", "4.5.a", "5.1.a-1")
def publish_procedure(
    version: Version, *, valid_from: date, valid_to: date | None = None, by: Signs, at: datetime
) -> Version:
    """Post a draft as current from a day on, with its fees; the version before it ends the day before.

    Refused when a part that the law asks for is missing, when it has expired already, or
    when the process in force takes longer than the new version allows.
    """
    procedure = locked(version.procedure)
    require(policies.may_publish(by, at))
    version = draft_of(procedure, version)
    require(policies.may_publish_version(by, version, at))
    if has_expired(valid_to, local_day(at)):
        raise Expired(f"Thủ tục đã hết hiệu lực sau ngày {show_date(valid_to or at)}.")
    if valid_to is not None and valid_to < valid_from:
        raise NotInOrder("Ngày hết hiệu lực không được trước ngày bắt đầu.")
    if missing := missing_parts(parts_of(version)):
        raise Incomplete(missing)
    _process_still_fits(version)
    _end_the_one_before(version, valid_from)
    version.state, version.valid_from, version.valid_to = Version.State.PUBLISHED, valid_from, valid_to
    version.save(update_fields=["state", "valid_from", "valid_to"])
    replace_tariff(procedure, parts_of(version).fees, document=version.decision, valid_from=valid_from)
    record(publish_procedure, about=procedure, by=by, at=at, valid_to=valid_to, **_published_facts(version))
    return version


@act("4.1.b", "5.1.b")
def withdraw_procedure(version: Version, *, valid_to: date, decision: str, by: Signs, at: datetime) -> Version:
    """End a published version after a day, by decision: from the next day on it is not shown as current any more."""
    procedure = locked(version.procedure)
    require(policies.may_publish(by, at))
    version = Version.objects.select_for_update().get(pk=version.pk)
    if version.state != Version.State.PUBLISHED or version.valid_from is None:
        raise NotInOrder("Chỉ bãi bỏ được thủ tục đã công khai.")
    if not decision.strip():
        raise NotInOrder("Phải ghi số quyết định bãi bỏ thủ tục.")
    if version.valid_to is not None and version.valid_to <= valid_to:
        raise NotInOrder(f"Phiên bản này đã hết hiệu lực sau ngày {show_date(version.valid_to)}.")
    if valid_to < version.valid_from:
        raise NotInOrder("Ngày hết hiệu lực không được trước ngày bắt đầu.")
    version.valid_to, version.withdrawn_by = valid_to, decision.strip()
    version.save(update_fields=["valid_to", "withdrawn_by"])
    facts = {"code": procedure.code, "version": version.number, "valid_to": valid_to, "decision": decision.strip()}
    record(withdraw_procedure, about=procedure, by=by, at=at, **facts)
    return version


@dataclass(frozen=True)
class Draft:
    """A procedure to be entered; `imported` is the digest of the parts as a file gave them."""

    code: str
    owner: Office
    parts: Parts
    imported: str = ""


def enter(drafts: Sequence[Draft], *, by: Signs, at: datetime) -> list[Version]:
    """Write new procedures with their first drafts. Inside an act that has asked for the right."""
    drafts = [replace(draft, code=clean(draft.code), parts=checked(draft.parts)) for draft in drafts]
    if wrong := next(filter(None, (wrong_code(draft.code) for draft in drafts)), ""):
        raise Malformed(wrong)
    if there := Procedure.objects.filter(code__in=[draft.code for draft in drafts]).first():
        raise AlreadyThere(f"Đã có thủ tục mang mã {there.code}.")
    try:
        procedures = Procedure.objects.bulk_create(Procedure(code=draft.code, owner=draft.owner) for draft in drafts)
    except IntegrityError:  # somebody was quicker by a moment
        raise AlreadyThere("Có thủ tục vừa được người khác nhập với cùng mã.") from None
    versions = write_versions(
        [NewVersion(each, 1, draft.parts, draft.imported) for each, draft in zip(procedures, drafts, strict=True)]
    )
    for procedure, draft in zip(procedures, drafts, strict=True):
        facts = {"code": draft.code, "name": draft.parts.name, "owner": draft.owner.code}
        record(draft_procedure, about=procedure, by=by, at=at, **facts)
    return versions


def wrong_code(code: str) -> str:
    """Why a procedure can not bear this code, in a sentence; empty when it can."""
    if not code:
        return "Thủ tục chưa có mã."
    if len(code) > LONGEST_CODE:
        return f"Mã thủ tục dài quá {LONGEST_CODE} ký tự."
    return "" if _CODE.fullmatch(code) else f"Mã thủ tục “{code}” chỉ được gồm chữ, số, dấu chấm và dấu gạch nối."


def checked(parts: Parts) -> Parts:
    """The parts as they are kept; raises `Malformed` with every reason why they can not be."""
    parts = cleaned(parts)
    if wrong := [*malformed(parts), *_forms_not_kept(parts)]:
        raise Malformed(" ".join(wrong))
    return parts


def _forms_not_kept(parts: Parts) -> list[str]:
    there = forms_of(parts.components)
    lost = [each.name for each in parts.components if each.form_sha256 and each.form_sha256 not in there]
    return [f"Tệp mẫu của “{name}” không có trong kho: hãy chọn lại tệp." for name in lost]


def _process_still_fits(version: Version) -> None:
    process = Process.objects.filter(procedure=version.procedure_id, state=Process.State.IN_FORCE).first()
    if process is not None and (reason := process_rules.too_long(plan_of(process), limits_of(version).values())):
        raise LongerThanTheProcedure(f"{reason} Hãy đưa quy trình mới vào áp dụng trước.")


def _end_the_one_before(version: Version, valid_from: date) -> None:
    before = (
        Version.objects.filter(procedure=version.procedure_id, state=Version.State.PUBLISHED)
        .order_by("-number")
        .first()
    )
    if before is None or before.valid_from is None:
        return
    if valid_from <= before.valid_from:
        raise NotInOrder(
            f"Phiên bản {before.number} có hiệu lực từ {show_date(before.valid_from)}; "
            "phiên bản mới phải có hiệu lực từ sau ngày đó."
        )
    if before.valid_to is None or before.valid_to >= valid_from:
        before.valid_to = valid_from - timedelta(days=1)
        before.save(update_fields=["valid_to"])


def _published_facts(version: Version) -> dict[str, Any]:
    return {
        "code": version.procedure.code,
        "name": version.name,
        "version": version.number,
        "valid_from": version.valid_from,
        "decision": version.decision,
        "parts": parts_of(version).digest(),
    }
