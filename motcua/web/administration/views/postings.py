"""Posting an official and ending a posting: all rights follow from it."""

from django.http import HttpResponseBase
from django.urls import reverse

from motcua.domain.organisations import acts, queries
from motcua.domain.organisations.roles import Role
from motcua.domain.regulation.citations import Kind, cite
from motcua.domain.vietnamese.dates import local_day, show_date
from motcua.web.components.entrance import OfficialRequest, found, holders_of
from motcua.web.components.form_page import FormPage, ask

from ..forms import AppointForm, EndPostingForm

cite(Kind.SCREEN, "administration:appoint", "2", "3.3-1")
cite(Kind.SCREEN, "administration:end_posting", "2")


@holders_of(Role.ADMIN)
def appoint(request: OfficialRequest, code: str) -> HttpResponseBase:
    """Post an official to a body with roles, from–to, under a decision."""
    one, back = found(queries.officer, code), reverse("administration:officer", args=[code])
    form = AppointForm(request.POST or None, offices=queries.offices(local_day(request.at)))

    def do() -> str:
        said = form.cleaned_data
        term = {"from_on": said["from_on"], "to_on": said["to_on"], "decision": said["decision"]}
        acts.appoint(one, position=form.position(), **term, by=request.officer, at=request.at)
        return back

    says = ("Quyền có từ ngày bắt đầu và hết cùng ngày kết thúc; không phải thu hồi bằng tay.",)
    page = FormPage("Phân công vị trí", "Phân công", back, one.name, says)
    return ask(request, page, form, do, said="Đã phân công.")


@holders_of(Role.ADMIN)
def end_posting(request: OfficialRequest, code: str, pk: int) -> HttpResponseBase:
    """End a posting after a day."""
    one, back = found(queries.officer, code), reverse("administration:officer", args=[code])
    posting = found(queries.posting, one, pk)
    form = EndPostingForm(request.POST or None, initial={"to_on": local_day(request.at)})

    def do() -> str:
        acts.end_posting(posting, **form.cleaned_data, by=request.officer, at=request.at)
        return back

    says = (
        f"{posting.title}, {posting.office.name}, từ ngày {show_date(posting.from_on)}.",
        "Từ ngày hôm sau không còn quyền nào của vị trí này; việc đang giữ ở các hồ sơ cần được giao lại.",
    )
    page = FormPage("Kết thúc phân công", "Kết thúc phân công", back, one.name, says, grave=True)
    return ask(request, page, form, do, said="Đã ghi ngày kết thúc phân công.")
