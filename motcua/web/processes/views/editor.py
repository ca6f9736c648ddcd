"""The editor of a draft: rows of steps that come and go without scripts, and what is still wrong with them."""

from typing import Any

from django.http import HttpResponseBase
from django.urls import reverse

from motcua.domain.dossiers.trials import running
from motcua.domain.journal.meanwhile import lines_so_far
from motcua.domain.procedures import policies, process, queries, ways
from motcua.domain.procedures.process_rules import ProcessPlan
from motcua.domain.procedures.rows import plan_of
from motcua.domain.regulation.citations import Kind, cite
from motcua.domain.vietnamese.dates import local_day
from motcua.web.components.entrance import OfficialRequest, found, holders_of
from motcua.web.components.form_page import UNPROCESSABLE, FormPage, ask, seen_by, show
from motcua.web.components.typed import BUTTON

from .. import rows
from ..show import OPEN
from .processes import WRITERS

CHECK = "kiem-tra"

cite(Kind.SCREEN, "processes:edit", "5.1.a-2", "4.1.a-1")


@holders_of(*WRITERS)
def edit(request: OfficialRequest, code: str) -> HttpResponseBase:
    """Write the draft of a process, or the next version of one that was approved."""
    one = found(queries.procedure_for, request.officer, code, request.at)
    newest: Any = next(iter(queries.processes_for(request.officer, one, request.at)), None)
    amending = newest is not None and newest.state in OPEN
    if request.method != "POST":
        known = plan_of(newest) if newest else ProcessPlan(())
        typed = rows.begun(known, one.owner.code, local_day(request.at))
        seen = lines_so_far(one)
        return show(request, _page(request, one, newest, amending, seen, known if amending else None), typed)
    pressed = request.POST.get(BUTTON, "")
    checked = rows.sent(request.POST, local_day(request.at), check=True)
    plan = checked.plan() if checked.is_valid() else None
    page = _page(request, one, newest, amending, seen_by(request), plan)
    if pressed and pressed != CHECK:
        return show(request, page, rows.sent(request.POST, local_day(request.at), check=False))
    if pressed:
        return show(request, page, checked, status=200 if plan else UNPROCESSABLE)

    def do() -> str:
        steps, signed = checked.plan().steps, {"by": request.officer, "at": request.at}
        if amending:
            running.changed_and_tried(process.amend_process, newest, steps=steps, seen=seen_by(request), **signed)
        else:
            running.changed_and_tried(process.draft_process, one, steps=steps, **signed)
        return reverse("processes:procedure", args=[code])

    return ask(request, page, checked, do, said="Đã lưu dự thảo quy trình.")


def _page(
    request: OfficialRequest, one: Any, newest: Any, amending: bool, seen: int, plan: ProcessPlan | None
) -> FormPage:
    """What stands around the rows: what saving will do, and how the way compares with the procedure's time."""
    says, number = [], newest.number if newest else 0
    if amending and newest.state != "draft":
        says.append("Quy trình đã được thống nhất một phần: sau khi sửa, các bên phải thống nhất lại từ đầu.")
    if newest and not amending:
        says.append(f"Phiên bản {number} giữ nguyên; hồ sơ đang giải quyết vẫn theo phiên bản lúc tiếp nhận.")
    return FormPage(
        f"Soạn quy trình nội bộ, phiên bản {number if amending else number + 1}",
        "Lưu dự thảo",
        reverse("processes:procedure", args=[one.code]),
        about=f"{one.code} · {ways.name_of(one)}",
        says=tuple(says),
        hindrance=policies.may_draft(request.officer, one.owner, request.at),
        seen=seen,
        template="processes/editor.html",
        more={"weighed": ways.weighed(one, plan) if plan else None, "check": CHECK},
    )
