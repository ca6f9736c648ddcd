"""The businesses in whose name I act, and who else does."""

from typing import Any

from django.http import HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from motcua.domain.citizens import businesses, policies, queries
from motcua.domain.citizens.terms import Power
from motcua.domain.papers.uploads import Upload
from motcua.domain.regulation.citations import Kind, cite
from motcua.web.components.entrance import found
from motcua.web.components.fields import Form
from motcua.web.components.form_page import FormPage, ask

from ..door import CitizenRequest, citizens_only
from ..forms import NewBusiness, NewMember, Powers

FORM = "citizen/form.html"

cite(Kind.SCREEN, "citizen:business", "4.1.c")


@require_safe
@citizens_only
def mine(request: CitizenRequest) -> HttpResponse:
    """The businesses I act for."""
    return render(request, "citizen/businesses.html", {"rows": queries.memberships(request.person)})


@citizens_only
def declare(request: CitizenRequest) -> HttpResponseBase:
    """Declare a business with its paper."""
    form = NewBusiness(request.POST or None, request.FILES or None)
    page = FormPage(
        title="Khai doanh nghiệp, tổ chức", button="Gửi để xác nhận", back=reverse("citizen:businesses"), template=FORM,
        says=("Cán bộ tiếp nhận đối chiếu giấy đăng ký rồi xác nhận; sau đó bạn nộp hồ sơ thay mặt tổ chức được.",),
        more={"has_files": True},
    )  # fmt: skip

    def do() -> str:
        typed = form.cleaned_data | {"paper": upload(form.cleaned_data["paper"])}
        business = businesses.declare_business(**typed, by=request.person, at=request.at)
        return reverse("citizen:business", args=[business.pk])

    return ask(request, page, form, do, said="Đã gửi. Cán bộ tiếp nhận sẽ đối chiếu và xác nhận.")


@require_safe
@citizens_only
def one(request: CitizenRequest, pk: int) -> HttpResponse:
    """One business: whether it is confirmed, who acts in its name."""
    business = found(queries.business, request.person, pk)
    context = {
        "business": business,
        "members": queries.members(request.person, business),
        "me": request.person,
        "manages": policies.may_manage(request.person, business),
        "powers": {each.value: each.label for each in Power},
    }
    return render(request, "citizen/business.html", context)


@citizens_only
def admit(request: CitizenRequest, pk: int) -> HttpResponseBase:
    """Let somebody else act in its name."""
    business = found(queries.business, request.person, pk)
    form = NewMember(request.POST or None)
    page = FormPage(
        title="Thêm người", about=business.name, button="Thêm", back=_of(pk), template=FORM,
        says=("Người được thêm phải có tài khoản đã xác minh trên cổng này.",),
        hindrance=policies.may_manage(request.person, business),
    )  # fmt: skip

    def do() -> str:
        businesses.admit_member(business, **form.cleaned_data, by=request.person, at=request.at)
        return _of(pk)

    return ask(request, page, form, do, said="Đã thêm người.")


@citizens_only
def change(request: CitizenRequest, pk: int, member: int) -> HttpResponseBase:
    """Give a member other powers."""
    business, whose = _member(request, pk, member)
    form = Powers(request.POST or None, initial={"powers": whose.powers})
    page = FormPage(
        title="Quyền của người trong tổ chức", about=whose.person.name, button="Lưu", back=_of(pk), template=FORM,
        hindrance=policies.may_manage(request.person, business),
    )  # fmt: skip

    def do() -> str:
        businesses.change_powers(whose, **form.cleaned_data, by=request.person, at=request.at)
        return _of(pk)

    return ask(request, page, form, do, said="Đã đổi quyền.")


@citizens_only
def end(request: CitizenRequest, pk: int, member: int) -> HttpResponseBase:
    """Somebody, perhaps oneself, acts no longer in its name."""
    business, whose = _member(request, pk, member)
    own = whose.person_id == request.person.pk
    page = FormPage(
        title="Thôi thay mặt tổ chức", about=f"{whose.person.name}, {business.name}", button="Thôi thay mặt",
        back=_of(pk), template=FORM, grave=True,
        says=("Hồ sơ đã nộp không thay đổi; người này không nộp và không xem được hồ sơ của tổ chức nữa.",),
        hindrance=None if own else policies.may_manage(request.person, business),
    )  # fmt: skip

    def do() -> str:
        businesses.end_membership(whose, by=request.person, at=request.at)
        return reverse("citizen:businesses") if own else _of(pk)

    return ask(request, page, Form(request.POST or None), do, said="Đã thôi thay mặt.")


def upload(file: Any) -> Upload:
    """A file as it came."""
    return Upload(file.name or "", file.read())


def _of(pk: int) -> str:
    return reverse("citizen:business", args=[pk])


def _member(request: CitizenRequest, pk: int, member: int) -> tuple[Any, Any]:
    business = found(queries.business, request.person, pk)
    whose = found(queries.member, request.person, business, member)
    whose.business = business
    return business, whose
