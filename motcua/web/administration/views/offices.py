"""Bodies: the tree, one body, and opening, correcting and closing it."""

from django.http import HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_GET

from motcua.domain.journal.meanwhile import lines_so_far
from motcua.domain.journal.queries import entries
from motcua.domain.organisations import acts, queries
from motcua.domain.organisations.roles import Role
from motcua.domain.regulation.citations import Kind, cite
from motcua.domain.vietnamese.dates import local_day
from motcua.web.components.entrance import OfficialRequest, found, holders_of
from motcua.web.components.form_page import FormPage, ask, seen_by
from motcua.web.components.timeline import timeline

from .. import tree
from ..closing import consequences
from ..forms import CloseOfficeForm, NewOfficeForm, OfficeForm
from ..rights import roles_in

cite(Kind.SCREEN, "administration:offices", "2")
cite(Kind.SCREEN, "administration:office", "2")
cite(Kind.SCREEN, "administration:open_office", "2")
cite(Kind.SCREEN, "administration:close_office", "2")


@require_GET
@holders_of(Role.ADMIN)
def offices(request: OfficialRequest) -> HttpResponse:
    """The tree of the bodies that work today, or of those that do not yet or no longer."""
    asked = request.GET.get("muc", "")
    asked = asked if asked in tree.STANDINGS else tree.OPEN
    everything, today = queries.tree(), local_day(request.at)
    context = {
        "tree": tree.tree(everything, today, asked),
        "counts": tree.counts(everything, today),
        "standings": tree.STANDINGS,
        "asked": asked,
        "today": today,
    }
    return render(request, "administration/offices.html", context)


@require_GET
@holders_of(Role.ADMIN)
def office(request: OfficialRequest, code: str) -> HttpResponse:
    """One body: what is known of it, who is posted there today, what belongs to it, what happened to it."""
    one, today = found(queries.office, code), local_day(request.at)
    context = {
        "office": one,
        "standing": tree.STANDINGS[tree.standing(one, today)],
        "posted": queries.posted_in(one, today),
        "parts_below": queries.parts_of(one),
        "told": timeline(entries(one)),
        "roles_in": roles_in,
        "today": today,
    }
    return render(request, "administration/office.html", context)


@holders_of(Role.ADMIN)
def open_office(request: OfficialRequest) -> HttpResponseBase:
    """Enter a body into the tree."""
    above = list(queries.offices(local_day(request.at)))
    form = NewOfficeForm(request.POST or None, offices=above, initial={"parent": request.GET.get("cap-tren", "")})

    def do() -> str:
        said = dict(form.cleaned_data)
        parent = next((each for each in above if each.code == said["parent"]), None)
        opened = acts.open_office(said.pop("code"), **said | {"parent": parent}, by=request.officer, at=request.at)
        return reverse("administration:office", args=[opened.code])

    page = FormPage("Lập cơ quan", "Lập cơ quan", reverse("administration:offices"))
    return ask(request, page, form, do, said="Đã lập cơ quan.")


@holders_of(Role.ADMIN)
def amend_office(request: OfficialRequest, code: str) -> HttpResponseBase:
    """Correct what is known of a body."""
    one, back = found(queries.office, code), reverse("administration:office", args=[code])
    form = OfficeForm(request.POST or None, initial={name: getattr(one, name) for name in OfficeForm.base_fields})

    def do() -> str:
        acts.amend_office(one, seen=seen_by(request), **form.cleaned_data, by=request.officer, at=request.at)
        return back

    says = ("Giấy tờ đã phát hành giữ nguyên thông tin cũ.",)
    page = FormPage("Sửa thông tin cơ quan", "Lưu thay đổi", back, one.name, says, seen=lines_so_far(one))
    return ask(request, page, form, do, said="Đã lưu thông tin cơ quan.")


@holders_of(Role.ADMIN)
def close_office(request: OfficialRequest, code: str) -> HttpResponseBase:
    """End a body after a day, having read what hangs on it."""
    one, back = found(queries.office, code), reverse("administration:office", args=[code])
    form = CloseOfficeForm(request.POST or None)

    def do() -> str:
        acts.close_office(one, **form.cleaned_data, by=request.officer, at=request.at)
        return back

    warns = consequences(one, local_day(request.at))
    says = ("Từ ngày hôm sau cơ quan không còn trong danh sách để chọn; hồ sơ, giấy tờ và nhật ký vẫn giữ nguyên.",)
    page = FormPage("Kết thúc hoạt động", "Kết thúc hoạt động của cơ quan", back, one.name, says, warns, grave=True)
    return ask(request, page, form, do, said="Đã ghi ngày kết thúc hoạt động.")
