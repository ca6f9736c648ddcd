"""How a consignment ends at the desk: with its receipt, brought back, opened, traced, lost."""

from typing import Any

from django.core.exceptions import ObjectDoesNotExist
from django.http import Http404, HttpResponse, HttpResponseBase
from django.views.decorators.http import require_safe

from motcua.domain.dossiers.delivery import consigned
from motcua.domain.filing import queries as filing
from motcua.domain.organisations.roles import Role
from motcua.domain.papers import issuing
from motcua.domain.papers.scans import bytes_of
from motcua.domain.post import endings
from motcua.domain.post.endings import Found, HandedOut
from motcua.domain.regulation.citations import Kind, cite
from motcua.domain.vietnamese.money import show_money
from motcua.web.components.entrance import OfficialRequest, holders_of
from motcua.web.components.form_page import FormPage, ask
from motcua.web.files.serving import pdf

from ..forms import LossForm, OpenForm, ReasonForm, ReceiptForm
from ..one import CONCERNED, DESK, asked, named, page_of, says

cite(Kind.SCREEN, "post:receipt", "4.1.e")
cite(Kind.SCREEN, "post:open", "4.1.c", "5.1.d")
cite(Kind.SCREEN, "post:lost", "4.1.e")
WITH_FILE = "post/receipt.html"


@holders_of(Role.RETURN)
def receipt(request: OfficialRequest, pk: int) -> HttpResponseBase:
    """Keep the post's receipt: with it the dossier is delivered, on the day on it."""
    one = asked(request, pk)
    form = ReceiptForm(request.POST or None, request.FILES or None, initial={"recipient": one.name})
    more = (*says(one), f"Phải thu hộ {show_money(one.to_collect)}.", "Ngày trả kết quả của hồ sơ là ngày phát.")
    page = FormPage("Lưu giấy báo phát", "Lưu báo phát", page_of(one), named(one), more, template=WITH_FILE)

    def do() -> str:
        handed_out = HandedOut(form.cleaned_data["recipient"], form.at, form.upload, form.cleaned_data["collected"])
        consigned.delivered(one, handed_out=handed_out, by=request.officer, at=request.at)
        return page_of(one)

    return ask(request, page, form, do, said="Đã lưu báo phát và ghi trả kết quả.")


@holders_of(Role.RETURN)
def came_back(request: OfficialRequest, pk: int) -> HttpResponseBase:
    """Take it in again: the result lies at the Centre."""
    one = asked(request, pk)
    form = ReasonForm(request.POST or None)
    more = (*says(one), "Kết quả lại nằm ở nơi tiếp nhận; hãy cất lên giá và báo người dân.")
    page = FormPage("Nhận lại bưu gửi chuyển hoàn", "Ghi đã nhận lại", page_of(one), named(one), more)

    def do() -> str:
        consigned.came_back(one, reason=form.cleaned_data["reason"], by=request.officer, at=request.at)
        return page_of(one)

    return ask(request, page, form, do, said="Đã nhận lại bưu gửi.")


@holders_of(Role.RECEIVE)
def opened(request: OfficialRequest, pk: int) -> HttpResponseBase:
    """Open what the post brought and compare it."""
    one = asked(request, pk)
    form = OpenForm(request.POST or None, expected=_expected(request, one))
    more = (*says(one), "Mở và đối chiếu trước, tiếp nhận sau.")
    page = FormPage("Mở bưu gửi, đối chiếu", "Ghi đã đối chiếu", page_of(one), named(one), more)

    def do() -> str:
        compared = [Found(name, there) for name, there in form.found]
        given = {"note": form.cleaned_data["note"], "by": request.officer, "at": request.at}
        endings.open_consignment(one, found=compared, **given)
        return page_of(one)

    return ask(request, page, form, do, said="Đã ghi kết quả đối chiếu.")


@holders_of(*DESK)
def missing(request: OfficialRequest, pk: int) -> HttpResponseBase:
    """Have the post look for it."""
    one = asked(request, pk)
    form = ReasonForm(request.POST or None)
    page = FormPage("Đề nghị bưu chính tra tìm", "Ghi đề nghị tra tìm", page_of(one), named(one), says(one))

    def do() -> str:
        endings.report_missing(one, reason=form.cleaned_data["reason"], by=request.officer, at=request.at)
        return page_of(one)

    return ask(request, page, form, do, said="Đã ghi đề nghị tra tìm.")


@holders_of(*DESK)
def lost(request: OfficialRequest, pk: int) -> HttpResponseBase:
    """Say that it is lost, with the letter of apology."""
    one = asked(request, pk)
    form = LossForm(request.POST or None, direction=one.direction)
    warns = ("Thư xin lỗi được lập ngay, có số; hãy in, ký và gửi người dân.",)
    page = FormPage(
        "Xác nhận bưu gửi đã mất", "Xác nhận đã mất", page_of(one), named(one), says(one), warns, grave=True
    )

    def do() -> str:
        said = form.cleaned_data
        given = {"remedy": said["remedy"], "explanation": said["explanation"]}
        consigned.lost(one, **given, by=request.officer, at=request.at)
        return page_of(one)

    return ask(request, page, form, do, said="Đã xác nhận mất và lập thư xin lỗi.")


@require_safe
@holders_of(*CONCERNED)
def proof(request: OfficialRequest, pk: int) -> HttpResponse:
    """The receipt as it was kept."""
    one = asked(request, pk)
    return pdf(bytes_of(_of(one, "receipt").proof), f"Báo phát {one}")


@require_safe
@holders_of(*CONCERNED)
def letter(request: OfficialRequest, pk: int) -> HttpResponse:
    """The letter of apology."""
    paper = _of(asked(request, pk), "loss").paper
    return pdf(issuing.bytes_of(paper, at=request.at), f"Thư xin lỗi {paper.shown_number}")


def _of(one: Any, name: str) -> Any:
    try:
        return getattr(one, name)
    except ObjectDoesNotExist:
        raise Http404 from None


def _expected(request: OfficialRequest, one: Any) -> list[str]:
    """Which papers should be in it: those that were sent as pictures before."""
    if not one.about.startswith("submission/"):
        return []
    try:
        submission = filing.one_to_answer(request.officer, one.about_code, request.at)
    except ObjectDoesNotExist:
        return []
    return [paper.component.name for paper in filing.whole(submission).papers]
