"""The letters by which complaints and denunciations go their own way: what waits to be signed, signing, reading."""

from django.http import HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from motcua.domain.feedback import passing as acts
from motcua.domain.feedback.laws import LAWS
from motcua.domain.feedback.policies import INSPECTS
from motcua.domain.papers.issuing import bytes_of
from motcua.domain.regulation.citations import Kind, cite
from motcua.web.components.entrance import OfficialRequest, found, holders_of
from motcua.web.components.fields import Form
from motcua.web.components.form_page import ask
from motcua.web.components.paging import beside, place_of
from motcua.web.files.serving import pdf

from .case import item_of, page_of
from .lists import READERS

cite(Kind.SCREEN, "inspection:unsigned", "4.6.a")
cite(Kind.SCREEN, "inspection:sign", "4.6.a", "3.3-2")


@require_safe
@holders_of(*INSPECTS)
def unsigned(request: OfficialRequest) -> HttpResponse:
    """What was passed on by its own law and waits for a signature, the oldest first."""
    at_page = acts.unsigned(request.officer, request.at, place_of(request))
    context = {"rows": at_page.rows, "pages": beside(request, at_page)}
    return render(request, "inspection/unsigned.html", context)


@holders_of(*INSPECTS)
def sign(request: OfficialRequest, code: str) -> HttpResponseBase:
    """Read where it goes and by which law, and sign for it."""
    by, at = request.officer, request.at
    item = item_of(request, code)
    page = page_of(
        item, "Ký văn bản chuyển đơn", "Ký và gửi", hindrance=acts.may_sign(by, item, at),
        says=("Người gửi đơn đọc được thông báo ngay; cơ quan nhận đơn có văn bản chuyển kèm nội dung đơn.",),
        template="inspection/sign.html", more={"it": item, "law": LAWS.get(item.kind)},
    )  # fmt: skip

    def do() -> str:
        acts.sign_passing_on(item, by=by, at=at)
        return reverse("inspection:one", args=[item.code])

    return ask(request, page, Form(request.POST or None), do, said=f"Đã ký văn bản chuyển đơn {item.code}.")


@require_safe
@holders_of(*READERS)
def notice(request: OfficialRequest, code: str) -> HttpResponse:
    """The letter to who spoke."""
    paper = found(acts.notice_of, item_of(request, code))
    return pdf(bytes_of(paper, at=request.at), f"Thông báo chuyển đơn {code}")


@require_safe
@holders_of(*READERS)
def letter(request: OfficialRequest, code: str) -> HttpResponse:
    """The letter to the body that settles it."""
    paper = found(acts.letter_of, item_of(request, code))
    return pdf(bytes_of(paper, at=request.at), f"Chuyển đơn {code}")
