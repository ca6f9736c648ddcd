"""Sending, answering, taking back, making longer."""

from typing import Any, cast

from django.http import HttpResponseBase
from django.urls import reverse

from motcua.domain.organisations.roles import Role
from motcua.domain.procedures import queries as procedures
from motcua.domain.regulation.answers import no
from motcua.domain.regulation.citations import Kind, cite
from motcua.domain.secondments import acts, policies, queries
from motcua.domain.vietnamese.dates import local_day, show_date
from motcua.web.components.entrance import OfficialRequest, found, holders_of
from motcua.web.components.fields import Form
from motcua.web.components.form_page import FormPage, ask

from .forms import ExtensionForm, NominationForm, ReasonForm

cite(Kind.SCREEN, "secondments:nominate", "5.2.a", "5.2.b")
cite(Kind.SCREEN, "secondments:accept", "4.3.a")
cite(Kind.SCREEN, "secondments:refuse", "4.3.a")
cite(Kind.SCREEN, "secondments:withdraw", "5.2.a")
cite(Kind.SCREEN, "secondments:extend", "5.2.a")


@holders_of(Role.HEAD)
def nominate(request: OfficialRequest) -> HttpResponseBase:
    """Send one of one's officials, as one of those at the Centre or as the reserve."""
    by, at = request.officer, request.at
    office = queries.own_department(by, at)
    people = queries.sendable(office, at) if office else []
    fields = procedures.fields_in_use(local_day(at), owner=office.code) if office else []
    form = NominationForm(request.POST or None, request.FILES or None, people=people, fields=fields)
    page = FormPage(
        "Cử cán bộ đến Trung tâm", "Gửi Trung tâm", reverse("secondments:terms"), about=office.name if office else "",
        hindrance=None if office else no("Chỉ thủ trưởng sở, ban, ngành cử cán bộ của mình đến Trung tâm.", "5.2.a"),
        says=("Trung tâm đối chiếu tiêu chuẩn rồi trả lời bằng văn bản: tiếp nhận, hoặc không tiếp nhận và nêu lý do.",
              "Cán bộ chưa có trong danh sách thì nhờ quản trị hệ thống đăng ký trước."),
    )  # fmt: skip

    def do() -> str:
        who = form.people[form.cleaned_data["whose"]]  # of nobody's department: there is nobody to choose
        made = acts.nominate(who, office=cast(Any, office), says=form.says(), by=by, at=at)
        return reverse("secondments:one", args=[made.pk])

    return ask(request, page, form, do, said="Đã gửi Trung tâm.")


@holders_of(*policies.READS)
def accept(request: OfficialRequest, pk: int) -> HttpResponseBase:
    """Accept who meets every standard; a letter says so."""
    it, page = _page(
        request, pk, "Tiếp nhận cán bộ", "Tiếp nhận", policies.may_answer,
        "Quyền làm việc bắt đầu từ ngày đầu và hết sau ngày cuối, không cần ai cấp hay thu lại.",
        "Văn bản trả lời được đánh số và gửi cơ quan cử.",
    )  # fmt: skip

    def do() -> str:
        acts.accept_official(it, by=request.officer, at=request.at)
        return page.back

    return ask(request, page, Form(request.POST or None), do, said=f"Đã tiếp nhận {it.officer.name}.")


@holders_of(*policies.READS)
def refuse(request: OfficialRequest, pk: int) -> HttpResponseBase:
    """Refuse with the reason; the standards that are not met stand in the letter by themselves."""
    form = ReasonForm(request.POST or None)
    it, page = _page(
        request, pk, "Không tiếp nhận cán bộ", "Không tiếp nhận", policies.may_answer,
        "Lý do và các tiêu chuẩn chưa đạt được ghi trong văn bản trả lời cơ quan cử.",
    )  # fmt: skip

    def do() -> str:
        acts.refuse_official(it, reason=form.cleaned_data["reason"], by=request.officer, at=request.at)
        return page.back

    return ask(request, page, form, do, said=f"Đã trả lời không tiếp nhận {it.officer.name}.")


@holders_of(Role.HEAD)
def withdraw(request: OfficialRequest, pk: int) -> HttpResponseBase:
    """Take a nomination back before it is answered."""
    form = ReasonForm(request.POST or None)
    it, page = _page(request, pk, "Rút việc cử cán bộ", "Rút", policies.may_withdraw)

    def do() -> str:
        acts.withdraw_nomination(it, reason=form.cleaned_data["reason"], by=request.officer, at=request.at)
        return page.back

    return ask(request, page, form, do, said="Đã rút.")


@holders_of(Role.HEAD)
def extend(request: OfficialRequest, pk: int) -> HttpResponseBase:
    """Let somebody stay longer, within what one term may be."""
    form = ExtensionForm(request.POST or None)
    it, page = _page(request, pk, "Gia hạn đợt cử", "Gia hạn", policies.may_extend)

    def do() -> str:
        acts.extend_secondment(it, **form.cleaned_data, by=request.officer, at=request.at)
        return page.back

    return ask(request, page, form, do, said="Đã gia hạn.")


def _page(request: OfficialRequest, pk: int, title: str, button: str, may: Any, *says: str) -> tuple[Any, FormPage]:
    it = found(queries.one, request.officer, pk, request.at)
    about = f"{it.officer.name}, {it.office.name}, từ {show_date(it.from_on)} đến {show_date(it.to_on)}"
    back = reverse("secondments:one", args=[it.pk])
    return it, FormPage(title, button, back, about=about, says=says, hindrance=may(request.officer, it, request.at))
