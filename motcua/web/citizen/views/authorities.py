"""Those for whom I file, and the papers that show it."""

from django.http import HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from motcua.domain.citizens import authorities, queries
from motcua.domain.citizens.authorities import Principal
from motcua.domain.regulation.citations import Kind, cite
from motcua.domain.vietnamese.dates import local_day
from motcua.web.components.entrance import found
from motcua.web.components.fields import Form
from motcua.web.components.form_page import FormPage, ask

from ..door import CitizenRequest, citizens_only
from ..forms import NewAuthority
from .businesses import FORM, upload

cite(Kind.SCREEN, "citizen:authorities", "4.1.c")


@require_safe
@citizens_only
def mine(request: CitizenRequest) -> HttpResponse:
    """For whom I file: what holds first, then what ended."""
    rows, today = queries.authorities(request.person), local_day(request.at)
    return render(request, "citizen/authorities.html", {"rows": [(each, each.holds_on(today)) for each in rows]})


@citizens_only
def claim(request: CitizenRequest) -> HttpResponseBase:
    """Enter somebody for whom I file."""
    form = NewAuthority(request.POST or None, request.FILES or None)
    page = FormPage(
        title="Nộp thay người khác", button="Lưu", back=reverse("citizen:authorities"), template=FORM,
        says=("Khai một lần; mỗi hồ sơ nộp thay đều kèm giấy chứng minh này để cán bộ xem xét.",),
        more={"has_files": True},
    )  # fmt: skip

    def do() -> str:
        typed = dict(form.cleaned_data)
        file = upload(typed.pop("paper"))
        authorities.claim_authority(Principal(**typed), paper=file, by=request.person, at=request.at)
        return reverse("citizen:authorities")

    return ask(request, page, form, do, said="Đã lưu. Khi nộp hồ sơ, bạn chọn được người này.")


@citizens_only
def withdraw(request: CitizenRequest, pk: int) -> HttpResponseBase:
    """File for somebody no longer."""
    authority = found(queries.authority, request.person, pk)
    page = FormPage(
        title="Thôi nộp thay", about=authority.name, button="Thôi nộp thay", back=reverse("citizen:authorities"),
        template=FORM, grave=True, says=("Hồ sơ đã nộp không thay đổi.",),
    )  # fmt: skip

    def do() -> str:
        authorities.withdraw_authority(authority, by=request.person, at=request.at)
        return reverse("citizen:authorities")

    return ask(request, page, Form(request.POST or None), do, said="Đã thôi nộp thay.")
