"""The post is asked: to bring a result, to fetch papers; what it costs is said before."""

import secrets
from dataclasses import asdict
from typing import Any

from django.core.exceptions import ObjectDoesNotExist
from django.http import HttpResponseBase
from django.urls import reverse

from motcua.domain.dossiers import queries as dossiers
from motcua.domain.dossiers.delivery import consigned
from motcua.domain.dossiers.delivery.consigned import Bringing
from motcua.domain.filing import queries as filing
from motcua.domain.organisations import queries as organisations
from motcua.domain.organisations.roles import Role
from motcua.domain.post import carriers, consigning, queries
from motcua.domain.post.consigning import Order
from motcua.domain.post.tariff import tariff_on
from motcua.domain.post.terms import Direction
from motcua.domain.regulation.answers import Refused
from motcua.domain.regulation.citations import Kind, cite
from motcua.domain.vietnamese.dates import local_day
from motcua.domain.vietnamese.money import show_money
from motcua.web.components.entrance import OfficialRequest, found, holders_of
from motcua.web.components.form_page import FormPage, ask

from ..forms import PickUpForm, ReturnForm

cite(Kind.SCREEN, "post:bring", "4.1.c", "4.1.e", "5.1.f")
cite(Kind.SCREEN, "post:fetch", "4.1.c", "5.1.f")
LETTERS = "23456789ABCDEFGHJKMNPQRSTUVWXYZ"


@holders_of(Role.RETURN)
def bring(request: OfficialRequest, code: str) -> HttpResponseBase:
    """Have a result brought home."""
    dossier = found(dossiers.to_act_on, request.officer, code, request.at)
    posted = dict(enumerate(consigned.fees_of(dossier, request.at)))
    choices = [(str(n), f"{name}: {show_money(amount)}") for n, (name, amount) in posted.items()]
    known = {"name": dossier.applicant_name, "phone": dossier.phone, "line": dossier.address}
    wish = queries.wish_of(dossier.stream)
    known |= asdict(wish.home) if wish else {}
    form = ReturnForm(request.POST or None, initial=known, fees=choices, ours=carriers.chosen().is_at_hand)
    back = reverse("counter:result", args=[dossier.code])
    says = (cost_of(request), "Kết quả vẫn nằm ở nơi tiếp nhận cho đến khi bưu tá ký nhận bảng kê.")
    page = FormPage("Trả kết quả tận nơi qua bưu chính", "Đặt bưu chính", back, dossier.code or "", says)

    def do() -> str:
        said = form.cleaned_data
        fees = [posted[int(n)] for n in said.get("fees", ())]
        bringing = Bringing(form.home, said["grams"], fees, said.get("number", ""))
        made = consigned.order_return(dossier, bringing=bringing, by=request.officer, at=request.at)
        return reverse("post:consignment", args=[made.pk])

    return ask(request, page, form, do, said="Đã đặt bưu chính; bưu gửi chờ giao bưu tá.")


@holders_of(Role.RECEIVE)
def fetch(request: OfficialRequest) -> HttpResponseBase:
    """Have papers fetched at home, for somebody who called."""
    form = PickUpForm(request.POST or None, initial={"code": request.GET.get("ma", "")})
    page = FormPage("Đặt lấy giấy tờ tại nhà", "Đặt bưu chính", reverse("post:consignments"), says=(cost_of(request),))

    def do() -> str:
        made = consigning.order_consignment(_order(request, form), by=request.officer, at=request.at)
        return reverse("post:consignment", args=[made.pk])

    return ask(request, page, form, do, said="Đã đặt bưu chính đến lấy giấy tờ.")


def cost_of(request: OfficialRequest) -> str:
    """What the post asks for the lightest, in a sentence."""
    lightest = tariff_on(local_day(request.at)).classes[0]
    return (
        f"Cước đến {lightest.grams} gam: trong tỉnh {show_money(lightest.home)}, "
        f"tỉnh khác {show_money(lightest.other)}; bưu tá thu tại nhà."
    )


def _order(request: OfficialRequest, form: Any) -> Order:
    said = form.cleaned_data
    stream, code, one_stop = _meant(request, said["code"].strip().upper())
    what = "Giấy tờ của người nộp"
    return Order(Direction.PICK_UP, stream, code, what, one_stop, form.home, said["grams"])


def _meant(request: OfficialRequest, code: str) -> tuple[str, str, Any]:
    """What a code names: a submission, a dossier, or nothing that is known yet."""
    if not code:
        desks = sorted(request.officer.bodies_with(request.at, Role.RECEIVE))
        if not desks:
            raise Refused("Cán bộ của sở, ngành hãy ghi mã nộp hoặc mã hồ sơ.", "4.1.c")
        mark = "".join(secrets.choice(LETTERS) for _ in range(6))
        call = f"YC{local_day(request.at):%y%m%d}-{mark}"
        return f"call/{call}", call, organisations.office_at_hand(desks[0])
    try:
        submission = filing.one_to_answer(request.officer, code, request.at)
        return submission.stream, submission.code, submission.one_stop
    except ObjectDoesNotExist:
        pass
    try:
        dossier = dossiers.to_act_on(request.officer, code, request.at)
        return dossier.stream, str(dossier.code), dossier.one_stop
    except ObjectDoesNotExist:
        raise Refused(f"Không tìm thấy mã “{code}” ở nơi tiếp nhận của bạn.", "4.1.c") from None
