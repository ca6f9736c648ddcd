"""The certificates of officials and bodies: registered by their public part, and taken out of use."""

from typing import Any

from django.core.exceptions import ObjectDoesNotExist
from django.http import HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_GET

from motcua.domain.listing import page
from motcua.domain.organisations import queries as organisations
from motcua.domain.organisations.roles import Role
from motcua.domain.papers.signing import acts, queries
from motcua.domain.papers.signing.door import key_names
from motcua.domain.regulation.answers import Refused
from motcua.domain.regulation.citations import Kind, cite
from motcua.domain.vietnamese.dates import local_day
from motcua.web.components.entrance import OfficialRequest, found, holders_of
from motcua.web.components.form_page import FormPage, ask
from motcua.web.components.paging import beside, place_of

from ..forms import CertificateForm, WithdrawForm

cite(Kind.SCREEN, "results:certificates", "5.1.đ-1")
cite(Kind.SCREEN, "results:register_certificate", "5.1.đ-1")
cite(Kind.SCREEN, "results:withdraw_certificate", "5.1.đ-1")


@require_GET
@holders_of(Role.ADMIN)
def certificates(request: OfficialRequest) -> HttpResponseBase:
    """Every certificate, what was registered last first."""
    rows = page(
        queries.certificates(request.officer, request.at), "registered_at", place_of(request), newest_first=True
    )
    context = {"rows": rows.rows, "pages": beside(request, rows), "at": request.at}
    return render(request, "results/certificates.html", context)


@holders_of(Role.ADMIN)
def register_certificate(request: OfficialRequest) -> HttpResponseBase:
    """Enter with which certificate somebody signs."""
    offices = list(organisations.offices(local_day(request.at)))
    form = CertificateForm(request.POST or None, request.FILES or None, offices=offices, keys=key_names())

    def do() -> str:
        owner = _owner(form.cleaned_data)
        given = {"data": form.data_sent, "key": form.cleaned_data["named"]}
        acts.register_certificate(owner, **given, by=request.officer, at=request.at)
        return reverse("results:certificates")

    says = ("Chỉ phần công khai của chứng thư được lưu. Khóa bí mật ở lại trên thiết bị, máy chủ hoặc dịch vụ ký số.",)
    back, template = reverse("results:certificates"), "results/certificate_form.html"
    sheet = FormPage("Đăng ký chứng thư số", "Đăng ký", back, says=says, template=template)
    return ask(request, sheet, form, do, said="Đã đăng ký chứng thư số.")


@holders_of(Role.ADMIN)
def withdraw_certificate(request: OfficialRequest, pk: int) -> HttpResponseBase:
    """Take a certificate out of use."""
    one, back = found(queries.certificate, request.officer, pk, request.at), reverse("results:certificates")
    form = WithdrawForm(request.POST or None)

    def do() -> str:
        acts.withdraw_certificate(one, **form.cleaned_data, by=request.officer, at=request.at)
        return back

    says = ("Từ nay không ký được bằng chứng thư này; những gì đã ký trước đó vẫn giữ nguyên giá trị.",)
    sheet = FormPage("Ngừng dùng chứng thư số", "Ngừng dùng", back, str(one), says, grave=True)
    return ask(request, sheet, form, do, said="Đã ngừng dùng chứng thư số.")


def _owner(said: dict[str, Any]) -> Any:
    try:
        if said["officer"]:
            return organisations.officer(said["officer"])
        return organisations.office(said["office"])
    except ObjectDoesNotExist:
        raise Refused(f"Không có cán bộ mã “{said['officer']}”.", "5.1.đ-1") from None
