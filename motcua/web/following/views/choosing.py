"""How the result comes and where to, and how it was when it is over."""

from dataclasses import asdict
from typing import Any

from django.http import HttpResponseBase
from django.urls import reverse

from motcua.domain.citizens.terms import Power
from motcua.domain.dossiers.from_home import choosing, queries, rights
from motcua.domain.dossiers.terms import ReturnBy
from motcua.domain.post import queries as post
from motcua.domain.regulation.citations import Kind, cite
from motcua.domain.satisfaction import giving, policies
from motcua.domain.satisfaction import queries as satisfaction
from motcua.web.citizen.door import CitizenRequest, citizens_only
from motcua.web.components.entrance import found
from motcua.web.components.form_page import FormPage, ask
from motcua.web.post.forms import HomeForm
from motcua.web.post.views.ordering import cost_of
from motcua.web.satisfaction.forms import BallotForm

from ..forms import ReturnForm

FORM = "citizen/form.html"

cite(Kind.SCREEN, "following:choose_return", "4.1.e", "4.1.c")
cite(Kind.SCREEN, "following:bring_to", "4.1.e", "4.1.c")
cite(Kind.SCREEN, "following:rate", "3.1")


@citizens_only
def choose_return(request: CitizenRequest, code: str) -> HttpResponseBase:
    """Choose anew how the result comes, until it is packed; by post the address is asked next."""
    dossier = found(queries.dossier, request.person, code, request.at)
    form = ReturnForm(request.POST or None, initial={"return_by": dossier.return_by})
    may = rights.may_act(request.person, dossier, Power.FILE, request.at)
    page = FormPage(
        title="Cách nhận kết quả", about=f"{dossier.code}, {dossier.version.name}", button="Lưu cách nhận",
        back=_back(code), template=FORM, hindrance=may and choosing.still_open(dossier),
        says=(
            "Nhận tại quầy: mang giấy tiếp nhận và giấy tờ tùy thân.",
            "Qua bưu chính: bưu tá mang đến tận nhà, địa chỉ ghi ở trang sau.",
            "Bản điện tử: kết quả được ký số thì tải về từ trang hồ sơ; kết quả chỉ có bản giấy thì nhận tại quầy.",
        ),
    )  # fmt: skip

    def do() -> str:
        chosen = form.cleaned_data["return_by"]
        choosing.choose_return(dossier, return_by=chosen, by=request.person, at=request.at)
        return reverse("following:bring_to", args=[code]) if chosen == ReturnBy.POST else _back(code)

    return ask(request, page, form, do, said="Đã lưu cách nhận kết quả.")


@citizens_only
def bring_to(request: CitizenRequest, code: str) -> HttpResponseBase:
    """Say where the postman brings the result, until it is packed."""
    dossier = found(queries.dossier, request.person, code, request.at)
    form = HomeForm(request.POST or None, initial=_known(dossier))
    may = rights.may_act(request.person, dossier, Power.FILE, request.at)
    page = FormPage(
        title="Địa chỉ nhận kết quả", about=f"{dossier.code}, {dossier.version.name}", button="Lưu địa chỉ",
        back=_back(code), template=FORM, hindrance=may and choosing.still_open(dossier),
        says=("Bưu tá gọi trước khi đến. Sửa được địa chỉ cho đến khi kết quả được gói để gửi.", cost_of(request)),
    )  # fmt: skip

    def do() -> str:
        choosing.bring_to(dossier, home=form.home, by=request.person, at=request.at)
        return _back(code)

    return ask(request, page, form, do, said="Đã lưu địa chỉ nhận kết quả.")


@citizens_only
def rate(request: CitizenRequest, code: str) -> HttpResponseBase:
    """Say how it was; what was said stands in the form and can be changed for some days."""
    dossier = found(queries.dossier, request.person, code, request.at)
    before = satisfaction.opinion_of(dossier)
    initial = {"level": before.level, "reasons": before.reasons, "words": before.words} if before else {}
    form = BallotForm(request.POST or None, initial=initial)
    page = FormPage(
        title="Đánh giá", about=f"{dossier.code}, {dossier.version.name}", button="Gửi đánh giá", back=_back(code),
        template=FORM, hindrance=satisfaction.may_rate(request.person, dossier, before, request.at),
        says=(
            f"Trung tâm đọc mọi đánh giá. Bạn sửa được trong {policies.CHANGEABLE.days} ngày.",
            "Cơ quan và cán bộ không biết bạn là ai; đánh giá không ảnh hưởng đến hồ sơ sau này của bạn.",
        ),
    )  # fmt: skip

    def do() -> str:
        giving.rate(dossier, marked=form.marked, by=request.person, at=request.at)
        return _back(code)

    return ask(request, page, form, do, said="Cảm ơn bạn. Đánh giá đã được gửi đến Trung tâm.")


def _known(dossier: Any) -> dict[str, str]:
    wish = post.wish_of(dossier.stream)
    if wish is not None:
        return asdict(wish.home)
    return {"name": dossier.applicant_name, "phone": dossier.phone, "line": dossier.address}


def _back(code: str) -> str:
    return reverse("following:dossier", args=[code])
