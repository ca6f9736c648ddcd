"""Which procedures are filed as one: drawn up by the body of the first, published or sent back by the Centre."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from motcua.domain.journal.acts import act
from motcua.domain.journal.recording import record
from motcua.domain.organisations.kinds import OfficeKind
from motcua.domain.organisations.models import Officer
from motcua.domain.organisations.roles import Role
from motcua.domain.procedures import queries as procedures
from motcua.domain.procedures.models import Procedure
from motcua.domain.regulation.answers import YES, Answer, Refused, no, require
from motcua.domain.regulation.citations import rule
from motcua.domain.statements import add, change
from motcua.domain.vietnamese.dates import local_day, show_moment
from motcua.domain.vietnamese.text import clean, clean_lines, fold

from . import bundle_members
from .bundle_models import Bundle, BundlePart

LAST = 9  # no bundle the law knows has more procedures
LONGEST = 40
CODE = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")  # it stands in addresses
DRAFTERS = (Role.HEAD, Role.PROCEDURES, Role.ASSIGN)


class Faulty(Refused):
    """A bundle has at least two procedures, each once, and each waits for an earlier one."""

    clause = "5.1.đ-1"


class AlreadyPublished(Refused):
    """What is published is neither changed nor discarded: citizens have filed by it."""

    clause = "4.1.b"


@dataclass(frozen=True)
class PartPlan:
    """One procedure of a bundle as it is drafted; `after` is the place of the earlier one, counted from 1."""

    procedure: Procedure
    after: int | None = None
    supplied: str = ""


@rule("5.1.đ-1", "4.1.a-1")
def may_draft_bundle(by: Officer, first: Procedure, at: datetime) -> Answer:
    """The body that answers for the first procedure draws it up."""
    if first.owner_id in by.bodies_with(at, *DRAFTERS):
        return YES
    return no("Chỉ cơ quan giải quyết thủ tục đầu tiên của nhóm được lập nhóm liên thông.", "5.1.đ-1")


@rule("4.1.a-1", "4.1.b")
def may_publish_bundle(by: Officer, bundle: Bundle, at: datetime) -> Answer:
    """The Centre publishes it or sends it back: another person than who drafted it."""
    if bundle.drafted_by_id == by.pk:
        return no("Người lập nhóm không tự công bố; phải là người khác, thuộc Trung tâm.", "4.1.a-1")
    if any(held.body_kind == OfficeKind.CENTRE and Role.PROCEDURES in held.roles for held in by.held_at(at)):
        return YES
    return no("Chỉ cán bộ kiểm soát thủ tục của Trung tâm được công bố nhóm liên thông.", "4.1.b")


@act("5.1.đ-1", "4.1.a-1")
def draft_bundle(code: str, *, name: str, parts: Sequence[PartPlan], by: Officer, at: datetime) -> Bundle:
    """Draw up which procedures are filed as one, in which order, and which result each needs."""
    require(may_draft_bundle(by, _sound(name, parts, at)[0].procedure, at))
    if not CODE.fullmatch(code) or len(code) > LONGEST:
        raise Faulty(f"Mã nhóm gồm chữ thường không dấu, chữ số và gạch nối, tối đa {LONGEST} ký tự.")
    given = {"name": clean(name), "folded": fold(name), "drafted_by": by, "drafted_at": at}
    bundle, made = Bundle.objects.get_or_create(code=code, defaults=given)
    if not made:
        raise Faulty(f"Mã {bundle.code} đã dùng cho nhóm “{bundle.name}”.")
    told = _lay_out(bundle, parts)
    record(draft_bundle, about=bundle, by=by, at=at, code=bundle.code, name=bundle.name, parts=told)
    return bundle


@act("5.1.đ-1", "4.1.a-1")
def redraft_bundle(bundle: Bundle, *, name: str, parts: Sequence[PartPlan], by: Officer, at: datetime) -> Bundle:
    """Draw it up anew before it is published, or after the Centre has sent it back; it waits for the Centre again."""
    bundle = _draft(bundle, by, at)
    require(may_draft_bundle(by, _sound(name, parts, at)[0].procedure, at))
    for row in bundle.parts.order_by("-position"):  # what waits goes before what it waits for
        row.delete()
    bundle.name, bundle.folded = clean(name), fold(name)
    bundle.drafted_by, bundle.drafted_at = by, at
    bundle.sent_back_by, bundle.sent_back_at, bundle.why_sent_back = None, None, ""
    change(bundle, "name", "folded", "drafted_by", "drafted_at", "sent_back_by", "sent_back_at", "why_sent_back")
    told = _lay_out(bundle, parts)
    record(redraft_bundle, about=bundle, by=by, at=at, code=bundle.code, name=bundle.name, parts=told)
    return bundle


@act("5.1.đ-1", "4.1.a-1")
def discard_bundle(bundle: Bundle, *, by: Officer, at: datetime) -> None:
    """Give up a draft that nobody needs; its code is free again, the journal goes on telling of it."""
    bundle = _draft(bundle, by, at)
    record(discard_bundle, about=bundle, by=by, at=at, code=bundle.code, name=bundle.name)
    for row in bundle.parts.order_by("-position"):
        row.delete()
    bundle.delete()


@act("4.1.b", "4.1.a-1")
def publish_bundle(bundle: Bundle, *, decision: str, valid_from: date, by: Officer, at: datetime) -> Bundle:
    """Agree for the Centre and publish: from that day citizens may file it as one."""
    bundle = _to_decide(bundle, by, at)
    if not clean(decision):
        raise Faulty("Phải ghi quyết định công bố.")
    bundle_members.members(bundle, valid_from)
    bundle.published_by, bundle.published_at = by, at
    bundle.decision, bundle.valid_from = clean(decision), valid_from
    change(bundle, "published_by", "published_at", "decision", "valid_from")
    facts = {"code": bundle.code, "name": bundle.name, "decision": bundle.decision, "valid_from": valid_from}
    record(publish_bundle, about=bundle, by=by, at=at, **facts)
    return bundle


@act("4.1.a-1", "4.1.b")
def send_back_bundle(bundle: Bundle, *, reason: str, by: Officer, at: datetime) -> Bundle:
    """Do not agree for the Centre: the draft goes back to the body that drew it up, with the reason."""
    bundle = _to_decide(bundle, by, at)
    if not clean_lines(reason):
        raise Faulty("Phải nêu lý do chưa thống nhất.", "4.1.a-1")
    bundle.sent_back_by, bundle.sent_back_at, bundle.why_sent_back = by, at, clean_lines(reason)
    change(bundle, "sent_back_by", "sent_back_at", "why_sent_back")
    facts = {"code": bundle.code, "name": bundle.name, "reason": bundle.why_sent_back}
    record(send_back_bundle, about=bundle, by=by, at=at, **facts)
    return bundle


def _locked(bundle: Bundle) -> Bundle:
    """Take it for a change; raises `Faulty` where somebody has discarded it meanwhile."""
    found = Bundle.objects.select_for_update().filter(pk=bundle.pk).first()
    if found is None:
        raise Faulty("Dự thảo nhóm này đã được bỏ.")
    return found


def _draft(bundle: Bundle, by: Officer, at: datetime) -> Bundle:
    """A draft, taken by who may write it; raises `AlreadyPublished`."""
    bundle = _locked(bundle)
    require(may_draft_bundle(by, bundle.parts.select_related("procedure")[0].procedure, at))
    if bundle.published_at is not None:
        raise AlreadyPublished("Nhóm này đã được công bố nên không sửa, không bỏ được.")
    return bundle


def _to_decide(bundle: Bundle, by: Officer, at: datetime) -> Bundle:
    """A draft that waits for the Centre, taken by who may speak for it."""
    bundle = _locked(bundle)
    require(may_publish_bundle(by, bundle, at))
    if bundle.published_at is not None:
        raise Faulty("Nhóm này đã được công bố.")
    if bundle.sent_back_at is not None:
        when = show_moment(bundle.sent_back_at)
        raise Faulty(f"Nhóm này đã được trả lại lúc {when}; chờ cơ quan lập sửa rồi mới công bố.")
    return bundle


def _sound(name: str, parts: Sequence[PartPlan], at: datetime) -> Sequence[PartPlan]:
    """Check what was drawn up; each procedure is in force, and what a result supplies is a paper it asks for."""
    if not clean(name):
        raise Faulty("Nhóm phải có tên.")
    if not 2 <= len(parts) <= LAST or len({part.procedure.pk for part in parts}) < len(parts):
        raise Faulty(f"Nhóm liên thông có từ 2 đến {LAST} thủ tục, mỗi thủ tục một lần.")
    if any(part.after is not None and not 0 < part.after <= place for place, part in enumerate(parts)):
        raise Faulty("Mỗi thủ tục chỉ chờ kết quả của một thủ tục đứng trước nó.")
    versions = bundle_members.in_force([part.procedure for part in parts], local_day(at))
    for part in parts:
        version = versions[part.procedure.pk]
        if part.supplied and part.after is None:
            raise Faulty(f"“{version.name}” không chờ thủ tục nào nên không có giấy tờ lấy từ kết quả trước.")
        if part.supplied and bundle_members.component(procedures.handled(version.pk), part.supplied) is None:
            raise Faulty(f"“{version.name}” không có thành phần hồ sơ “{part.supplied}”.")
    return parts


def _lay_out(bundle: Bundle, parts: Sequence[PartPlan]) -> list[dict[str, Any]]:
    """Write the parts in order; gives them as facts for the journal."""
    rows: list[BundlePart] = []
    for place, part in enumerate(parts, start=1):
        after = rows[part.after - 1] if part.after else None
        row = BundlePart(bundle=bundle, position=place, procedure=part.procedure, after=after, supplied=part.supplied)
        rows += add([row])
    return [{"procedure": each.procedure.code, "after": each.after, "supplied": each.supplied} for each in parts]
