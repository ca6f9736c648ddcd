"""Results in the demo after they were given: signed electronically, replaced, revoked, sent by post, called about."""

from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from django.conf import settings

from motcua.domain.dossiers.delivery import post, reminders
from motcua.domain.dossiers.models import Dossier
from motcua.domain.dossiers.results import drawing_up, going_out
from motcua.domain.dossiers.results import register as results
from motcua.domain.dossiers.results import signing as result_signing
from motcua.domain.dossiers.results.models import Result
from motcua.domain.dossiers.results.register import Particulars
from motcua.domain.dossiers.stages import Stage
from motcua.domain.organisations.models import Officer
from motcua.domain.organisations.policies import Founder
from motcua.domain.papers.signing.acts import register_certificate
from motcua.domain.papers.signing.models import SigningCertificate
from motcua.domain.papers.uploads import Upload
from motcua.domain.procedures import authorisation
from motcua.domain.procedures.handling import process_plan
from motcua.domain.vietnamese.dates import local_day
from motcua.domain.working_days.queries import calendar_for

from .authority import Authority, keep_key, trust
from .scanned import page_of
from .timeline import Timeline
from .world import World

BODY, KEY_OF_BODY, PIN = "skhdt", "demo-skhdt", "chi-de-trinh-dien"


def live_on(world: World, times: Timeline) -> None:
    """What happens to a few results of one department up to the present, and what the result desks owe."""
    signed = _results(Stage.AT_CENTRE)[:2] + _results(Stage.RESULT_READY)[:1]
    ended = _results(Stage.DELIVERED)[:2]
    at = times.at_work
    if signed:
        _sign(world, signed, times, at)
    if len(ended) == 2:
        _end(world, ended, at)
    _add_another(world, at)
    _send_by_post(world, at)
    reminders.remind_all(at)
    _call_one(world, at)


def _results(stage: Stage) -> list[Result]:
    rows = Result.objects.filter(office__code=BODY, dossier__stage=stage).select_related("dossier")
    return list(rows.order_by("id"))


def _sign(world: World, signed: list[Result], times: Timeline, at: datetime) -> None:
    """The one who decides signs, the clerk adds the signature of the body; the authority is the demo's own."""
    authority, folder, body = Authority(times.founded_at), Path(settings.SIGNING_FOLDER), world.office(BODY)
    trust(folder, authority)
    holder = authority.issue(body.name, body.name, times.founded_at)
    keep_key(folder, KEY_OF_BODY, holder, PIN)
    founder = Founder()
    seal = register_certificate(body, data=holder.pem, key=KEY_OF_BODY, by=founder, at=times.processes_from)
    own: dict[str, SigningCertificate] = {}
    for result in signed:
        by, clerk = _decider(world, result.dossier, at), world.holders(BODY, "clerk")[0]
        if by.code not in own:
            key = f"demo-{by.code}"
            theirs = authority.issue(by.name, body.name, times.founded_at)
            keep_key(folder, key, theirs, PIN)
            own[by.code] = register_certificate(by, data=theirs.pem, key=key, by=founder, at=times.processes_from)
        worded_here = result.dossier.stage == Stage.RESULT_READY
        _file(result, drawn_up=worded_here, signer=by, clerk=clerk, at=at)
        result_signing.sign_result(result, certificate=own[by.code], by=by, at=at)
        result_signing.seal_electronically(result, certificate=seal, by=clerk, at=at)


def _file(result: Result, *, drawn_up: bool, signer: Officer, clerk: Officer, at: datetime) -> None:
    """A scan of what was typed elsewhere, or worded here: only what has not gone to the Centre on paper."""
    if not drawn_up:
        file = Upload("ket-qua.jpg", page_of(result.title, f"Cấp cho: {result.holder}", f"Số: {result.number}"))
        result_signing.attach_result(result, upload=file, by=clerk, at=at)
        return
    words = "1. Nội dung theo hồ sơ đã được thẩm định.\n2. Kết quả này có hiệu lực kể từ ngày ký."
    draft = drawing_up.Draft(f"{drawing_up.first_words(result)}{words}", signer)
    drawing_up.draw_up_result(result, draft=draft, by=clerk, at=at)


def _end(world: World, ended: list[Result], at: datetime) -> None:
    """One result is replaced by a corrected one, another is revoked."""
    old, revoked = ended
    by, number, why = _decider(world, old.dossier, at), f"{old.number}-ĐC", "Đính chính địa chỉ ghi trên kết quả"
    results.amend_result(old, number=number, on=local_day(at), reason=why, by=by, at=at)
    by = _decider(world, revoked.dossier, at)
    results.revoke_result(revoked, reason="Người được cấp kê khai không trung thực", by=by, at=at)


def _decider(world: World, dossier: Dossier, at: datetime) -> Officer:
    """Who may decide on this procedure today, in the body that issued the result."""
    named = authorisation.approvers_of(process_plan(dossier.process_id or 0).procedure_id, local_day(at))
    return next(each for each in world.holders(BODY, "approve", "head") if each.pk in named)


def _add_another(world: World, at: datetime) -> None:
    """One dossier gets a second paper before its results go to the Centre."""
    first = next(iter(_results(Stage.RESULT_READY)[-1:]), None)
    if first is not None:
        clerk, second = world.holders(BODY, "clerk")[0], Particulars(title="Phụ lục kèm theo kết quả")
        given: dict[str, Any] = {"number": f"{first.number}-PL", "on": local_day(at), "particulars": second}
        results.add_result(first.dossier, **given, by=clerk, at=at)


def _send_by_post(world: World, at: datetime) -> None:
    """One result is on its way to its holder; another was, and came back: nobody was at home."""
    rows = Dossier.objects.filter(stage=Stage.KEPT).select_related("one_stop", "department").order_by("id")
    kept = [each for each in rows if going_out.may_leave(each, at)]
    for dossier in kept[:1]:
        by = world.at_desk(dossier.one_stop.code, "return")[0]
        post.send_by_post(dossier, number="EQ019190049VN", by=by, at=at)
    for dossier in kept[1:2]:
        by, number = world.at_desk(dossier.one_stop.code, "return")[0], "EQ019187733VN"
        calendar = calendar_for(dossier.one_stop.code)
        sent_at = calendar.opening(calendar.previous_working_day(local_day(at))) + timedelta(hours=2)
        post.send_by_post(dossier, number=number, by=by, at=sent_at)
        post.take_back_parcel(dossier, reason="Bưu điện phát hai lần, người nhận vắng nhà", by=by, at=at)


def _call_one(world: World, at: datetime) -> None:
    for one_stop in Dossier.objects.filter(stage=Stage.KEPT).order_by("id").values_list("one_stop__code", flat=True):
        by = world.at_desk(one_stop, "return")[0]
        owed = reminders.to_call(by, at).order_by("id").first()
        if owed is not None:
            reminders.note_call(owed, outcome="Hẹn sáng thứ Hai đến nhận", by=by, at=at)
            return
