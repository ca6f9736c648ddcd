"""My dossiers, and what is known of me."""

from django.http import HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from motcua.domain.citizens import accounts, queries
from motcua.domain.dossiers.overviews import own
from motcua.domain.filing import queries as filed
from motcua.domain.listing import Place
from motcua.domain.papers.scans import bytes_of
from motcua.domain.regulation.citations import Kind, cite
from motcua.web.components.entrance import found
from motcua.web.components.fields import Form
from motcua.web.components.form_page import FormPage, ask
from motcua.web.components.paging import beside, place_of
from motcua.web.files.serving import pdf

from ..door import CitizenRequest, citizens_only
from ..forms import Particulars

MOST_BEGUN = 30

cite(Kind.SCREEN, "citizen:home", "3.3-1", "4.1.c")


@require_safe
@citizens_only
def dossiers(request: CitizenRequest) -> HttpResponse:
    """The dossiers of this person, the newest first, wherever they were handed in."""
    at_page = own.dossiers_of(request.person, place_of(request, own.SHOWN))
    begun = filed.mine(request.person, Place(size=MOST_BEGUN)).rows
    rows, pages = own.told(at_page.rows, request.at), beside(request, at_page)
    context = {"person": request.person, "begun": begun, "rows": rows, "pages": pages}
    return render(request, "citizen/dossiers.html", context)


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
        template="citizen/form.html",
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
