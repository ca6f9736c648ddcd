"""Officials: the list, one official with the rights of today, and entering a new one."""

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
from motcua.web.components.bodies import by_kind
from motcua.web.components.entrance import OfficialRequest, found, holders_of
from motcua.web.components.form_page import FormPage, ask, seen_by
from motcua.web.components.paging import beside, place_of
from motcua.web.components.timeline import timeline

from ..forms import OfficerDetailsForm, OfficerForm
from ..rights import rights_of, roles_in

cite(Kind.SCREEN, "administration:officers", "2")
cite(Kind.SCREEN, "administration:officer", "2", "3.3-1")
cite(Kind.SCREEN, "administration:register_officer", "2")
cite(Kind.SCREEN, "administration:amend_officer", "2")


@require_GET
@holders_of(Role.ADMIN)
def officers(request: OfficialRequest) -> HttpResponse:
    """Officials by given name, found without diacritics, or those posted in one body."""
    words, body, at = request.GET.get("tim", "").strip()[:200], request.GET.get("co-quan", ""), request.at
    page = queries.officers(words, body, at, place_of(request))
    context = {
        "rows": page.rows,
        "count": queries.how_many_officers(words, body, at),
        "pages": beside(request, page),
        "words": words,
        "body": body,
        "bodies": by_kind(queries.offices(local_day(at))),
        "roles_in": roles_in,
    }
    return render(request, "administration/officers.html", context)


@require_GET
@holders_of(Role.ADMIN)
def officer(request: OfficialRequest, code: str) -> HttpResponse:
    """One official: what rights follow today and from what, every posting, the account, what happened."""
    one = found(queries.officer, code)
    context = {
        "officer": one,
        "rights": rights_of(one, request.at),
        "postings": queries.postings_of(one),
        "told": timeline(entries(one)),
        "today": local_day(request.at),
        "roles_in": roles_in,
    }
    return render(request, "administration/officer.html", context)


@holders_of(Role.ADMIN)
def register_officer(request: OfficialRequest) -> HttpResponseBase:
    """Enter an official by name; rights come only with a posting."""
    form = OfficerForm(request.POST or None)

    def do() -> str:
        registered = acts.register_officer(**form.cleaned_data, by=request.officer, at=request.at)
        return reverse("administration:officer", args=[registered.code])

    says = ("Ghi danh chưa cho quyền nào: quyền theo phân công vị trí, ghi ở trang của cán bộ.",)
    page = FormPage("Ghi danh cán bộ", "Ghi danh", reverse("administration:officers"), says=says)
    return ask(request, page, form, do, said="Đã ghi danh cán bộ.")


@holders_of(Role.ADMIN)
def amend_officer(request: OfficialRequest, code: str) -> HttpResponseBase:
    """Correct the name, the e-mail address or the phone of an official."""
    one, back = found(queries.officer, code), reverse("administration:officer", args=[code])
    known = {name: getattr(one, name) for name in OfficerDetailsForm.base_fields}
    form = OfficerDetailsForm(request.POST or None, initial=known)

    def do() -> str:
        acts.amend_officer(one, seen=seen_by(request), **form.cleaned_data, by=request.officer, at=request.at)
        return back

    says = ("Giấy tờ và nhật ký đã ghi giữ nguyên tên cũ.",)
    page = FormPage("Sửa thông tin cán bộ", "Lưu", back, one.name, says, seen=lines_so_far(one))
    return ask(request, page, form, do, said="Đã sửa thông tin cán bộ.")
