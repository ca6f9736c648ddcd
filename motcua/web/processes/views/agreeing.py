"""The acts that bring a draft into force: both sides agree, the decision is entered, the first day is set."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.http import HttpResponseBase
from django.urls import reverse
from django.utils.functional import SimpleLazyObject

from motcua.domain.dossiers.trials import running
from motcua.domain.procedures import comments, discarding, policies, process, queries, ways
from motcua.domain.regulation.answers import Answer
from motcua.domain.regulation.citations import Kind, cite
from motcua.domain.vietnamese.dates import local_day
from motcua.web.components.entrance import OfficialRequest, found, holders_of
from motcua.web.components.form_page import FormPage, ask

from .. import show
from ..forms import ApproveForm, DespiteForm, NothingForm, PutInForceForm
from .processes import AT_DESK, WRITERS

cite(Kind.SCREEN, "processes:agree_as_department", "4.1.a-1", "5.1.a-2")
cite(Kind.SCREEN, "processes:agree_as_centre", "4.1.a-1")
cite(Kind.SCREEN, "processes:approve", "5.1.a-2")
cite(Kind.SCREEN, "processes:put_in_force", "4.1.a-1")
cite(Kind.SCREEN, "processes:discard", "5.1.a-2")


@dataclass(frozen=True)
class Asked:
    """One of the acts: its words, what follows from it, its form and the act itself."""

    title: str
    says: str
    form: Any
    act: Callable[..., Any]
    may: Callable[..., Answer]
    said: str


def _in_force(by: Any, _: Any, at: Any) -> Answer:
    return policies.may_put_in_force(by, at)


DEPARTMENT = Asked(
    "Thống nhất thay mặt sở, ngành",
    "Sở, ngành chịu trách nhiệm về nội dung và thời gian từng bước. Sau đó đến lượt Trung tâm thống nhất.",
    NothingForm,
    process.agree_as_department,
    policies.may_agree_as_department,
    "Đã thống nhất thay mặt sở, ngành.",
)
CENTRE = Asked(
    "Thống nhất thay mặt Trung tâm",
    "Sau đó thủ trưởng cơ quan chủ quản ghi quyết định phê duyệt.",
    NothingForm,
    process.agree_as_centre,
    policies.may_agree_as_centre,
    "Đã thống nhất thay mặt Trung tâm.",
)
APPROVAL = Asked(
    "Ghi quyết định phê duyệt",
    "Sau khi phê duyệt, quy trình không sửa được nữa; muốn đổi phải lập phiên bản mới.",
    ApproveForm,
    process.approve_process,
    policies.may_approve_process,
    "Đã ghi quyết định phê duyệt.",
)
FORCE = Asked(
    "Đưa quy trình vào áp dụng",
    "Hồ sơ tiếp nhận từ ngày này theo quy trình mới; hồ sơ đang giải quyết vẫn theo quy trình cũ.",
    PutInForceForm,
    process.put_process_in_force,
    _in_force,
    "Đã đưa quy trình vào áp dụng.",
)


@holders_of(*WRITERS)
def as_department(request: OfficialRequest, pk: int) -> HttpResponseBase:
    """The department stands by its draft."""
    return _carried_out(request, pk, DEPARTMENT)


@holders_of(*AT_DESK)
def as_centre(request: OfficialRequest, pk: int) -> HttpResponseBase:
    """The Centre agrees."""
    return _carried_out(request, pk, CENTRE)


@holders_of(*WRITERS)
def approve(request: OfficialRequest, pk: int) -> HttpResponseBase:
    """Enter the decision that approves."""
    return _carried_out(request, pk, APPROVAL)


@holders_of(*WRITERS)
def put_in_force(request: OfficialRequest, pk: int) -> HttpResponseBase:
    """Set the first day."""
    return _carried_out(request, pk, FORCE, {"valid_from": local_day(request.at)})


@holders_of(*WRITERS)
def discard(request: OfficialRequest, pk: int) -> HttpResponseBase:
    """Give up a draft, with what was said about it."""
    one = found(queries.process_for, request.officer, pk, request.at)
    back = reverse("processes:procedure", args=[one.procedure.code])

    def do() -> str:
        discarding.discard_process(one, by=request.officer, at=request.at)
        return back

    says = (
        "Bản dự thảo cùng các ý kiến về nó được bỏ và không khôi phục được; nhật ký vẫn ghi những gì đã nói.",
        "Quy trình đang áp dụng, nếu có, không thay đổi.",
    )
    about = f"{one.procedure.code} · {ways.name_of(one.procedure)}, phiên bản {one.number}"
    may = policies.may_draft(request.officer, one.procedure.owner, request.at)
    page = FormPage("Bỏ dự thảo quy trình", "Bỏ dự thảo", back, about, says, grave=True, hindrance=may)
    return ask(request, page, NothingForm(request.POST or None), do, said="Đã bỏ dự thảo quy trình.")


def _carried_out(
    request: OfficialRequest, pk: int, asked: Asked, initial: dict[str, Any] | None = None
) -> HttpResponseBase:
    """Ask for what the act needs, or why it can not be done, and do it."""
    one = found(queries.process_for, request.officer, pk, request.at)
    back = reverse("processes:procedure", args=[one.procedure.code])
    waiting = comments.open_in(one) if asked.form is NothingForm else 0
    form = (DespiteForm if waiting else asked.form)(request.POST if request.method == "POST" else None, initial=initial)

    def do() -> str:
        running.tried_and_agreed(asked.act, one, **form.cleaned_data, by=request.officer, at=request.at)
        return back

    about = f"{one.procedure.code} · {ways.name_of(one.procedure)}, phiên bản {one.number}"
    hindrance = asked.may(request.officer, one, request.at)
    warns = (f"Còn {waiting} ý kiến về các bước chưa được giải quyết.",) if waiting else ()
    # Read only where the page is shown: a form that is carried out does not need it.
    changes = SimpleLazyObject(
        lambda: show.differing(one, queries.processes_for(request.officer, one.procedure, request.at))
    )
    page = FormPage(
        asked.title,
        asked.title,
        back,
        about,
        (asked.says,),
        warns,
        hindrance=hindrance,
        template="processes/agree.html",
        more={"compared": changes},
    )
    return ask(request, page, form, do, said=asked.said)
