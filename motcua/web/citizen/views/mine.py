"""What is known of me, and the way to my dossiers."""

from django.http import HttpResponse, HttpResponseBase
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_safe

from motcua.domain.citizens import accounts, queries
from motcua.domain.papers.scans import bytes_of
from motcua.web.components.entrance import found
from motcua.web.components.fields import Form
from motcua.web.components.form_page import FormPage, ask
from motcua.web.files.serving import pdf

from ..door import CitizenRequest, citizens_only
from ..forms import Particulars


@require_safe
@citizens_only
def home(request: CitizenRequest) -> HttpResponseBase:
    """The first page of an account: the own dossiers."""
    return redirect("following:home")


@citizens_only
def particulars(request: CitizenRequest) -> HttpResponseBase:
    """What is known of me; what the provider said is shown, the rest can be written."""
    person = request.person
    form = Particulars(request.POST or None, initial={each: getattr(person, each) for each in Particulars.base_fields})
    confirmed = {"phone", "email"} if person.is_local else set()  # changed by a code alone
    for each in set(form.fields) & (set(person.said) | confirmed):
        del form.fields[each]
    page = FormPage(
        title="Thông tin của tôi", button="Lưu", back=reverse("citizen:home"), template="citizen/particulars.html",
        more={"person": person},
    )  # fmt: skip

    def do() -> str:
        accounts.complete_particulars(person, **_with(person, form.cleaned_data), by=person, at=request.at)
        return reverse("citizen:particulars")

    return ask(request, page, form, do, said="Đã lưu thông tin.")


@citizens_only
def close(request: CitizenRequest) -> HttpResponseBase:
    """Close the account."""
    page = FormPage(
        title="Đóng tài khoản", button="Đóng tài khoản", back=reverse("citizen:particulars"), grave=True,
        template="citizen/close.html",
        says=(
            "Hồ sơ đã nộp vẫn được giải quyết và tra cứu được bằng mã trên giấy tiếp nhận.",
            "Sau khi đóng, bạn không đăng nhập bằng tài khoản này được nữa.",
        ),
    )  # fmt: skip

    def do() -> str:
        accounts.close_citizen_account(request.person, by=request.person, at=request.at)
        return reverse("portal:front")

    return ask(request, page, Form(request.POST or None), do, said="Đã đóng tài khoản.")


@require_safe
@citizens_only
def paper(request: CitizenRequest, pk: int) -> HttpResponse:
    """A paper that I attached."""
    scan = found(queries.paper_of, request.person, pk)
    return pdf(bytes_of(scan), scan.name.rsplit(".", 1)[0])


def _with(person: object, typed: dict[str, str]) -> dict[str, str]:
    """What was typed, and what was not asked for as it is."""
    return {each: typed.get(each, getattr(person, each)) for each in Particulars.base_fields}
