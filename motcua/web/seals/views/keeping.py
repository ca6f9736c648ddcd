"""A seal changes hands with both sides confirming, is withdrawn when damaged, and stops at once when lost."""

from collections.abc import Callable
from typing import Any

from django.http import HttpResponseBase
from django.urls import reverse

from motcua.domain.regulation.answers import YES, Answer, no
from motcua.domain.regulation.citations import Kind, cite
from motcua.domain.seals import keeping, policies, queries
from motcua.web.components.entrance import OfficialRequest, found, holders_of
from motcua.web.components.form_page import FormPage, ask

from ..forms import DamagedForm, GiveForm, LostForm, NothingForm
from .seals import CONCERNED

cite(Kind.SCREEN, "seals:give", "4.1.đ")
cite(Kind.SCREEN, "seals:lost", "4.1.đ", "5.4")


@holders_of(*CONCERNED)
def give(request: OfficialRequest, pk: int) -> HttpResponseBase:
    """Put the seal into other hands."""
    one = _one(request, pk)
    officers = queries.who_may_keep(one, request.officer, request.at)
    form = GiveForm(request.POST or None, officers=officers)
    sheet = _sheet(
        one,
        "Giao con dấu",
        "Giao con dấu",
        says=("Người nhận phải đăng nhập và xác nhận. Đến lúc đó bạn vẫn chịu trách nhiệm về con dấu.",),
        hindrance=policies.may_give(request.officer, keeping.held_now(one), request.at),
    )

    def do() -> None:
        given = form.cleaned_data
        keeping.give_seal(one, to=form.officer(), note=given["note"], by=request.officer, at=request.at)

    return ask(request, sheet, form, _and_back(one, do), said="Đã giao con dấu, đang chờ người nhận xác nhận.")


@holders_of(*CONCERNED)
def take(request: OfficialRequest, pk: int) -> HttpResponseBase:
    """Confirm that one has it in hand."""
    one = _one(request, pk)
    given = keeping.given_now(one)
    says = ("Từ lúc này bạn chịu trách nhiệm về con dấu và mọi lần đóng dấu.",)
    sheet = _sheet(
        one,
        "Nhận con dấu",
        "Tôi đã nhận con dấu",
        says=(f"{given.given_by.name} giao con dấu cho bạn.", *says) if given else says,
        hindrance=policies.may_take(request.officer, given, request.at),
    )

    def do() -> None:
        keeping.take_seal(one, by=request.officer, at=request.at)

    return ask(request, sheet, NothingForm(request.POST or None), _and_back(one, do), said="Đã nhận con dấu.")


@holders_of(*CONCERNED)
def take_back(request: OfficialRequest, pk: int) -> HttpResponseBase:
    """Undo a handover that nobody has confirmed."""
    one = _one(request, pk)
    given = keeping.given_now(one)
    may = policies.may_give(request.officer, keeping.held_now(one), request.at)
    sheet = _sheet(
        one,
        "Lấy lại con dấu chưa được nhận",
        "Lấy lại",
        says=(f"{given.keeper.name} chưa xác nhận nhận con dấu.",) if given else (),
        hindrance=may if given else no("Không có lần giao nào đang chờ xác nhận.", "4.1.đ"),
    )

    def do() -> None:
        keeping.take_back_seal(one, by=request.officer, at=request.at)

    return ask(request, sheet, NothingForm(request.POST or None), _and_back(one, do), said="Đã lấy lại con dấu.")


@holders_of(*CONCERNED)
def damaged(request: OfficialRequest, pk: int) -> HttpResponseBase:
    """Withdraw a damaged seal with minutes."""
    one, form = _one(request, pk), DamagedForm(request.POST or None)
    sheet = _sheet(
        one,
        "Thu con dấu hỏng",
        "Thu khỏi sử dụng",
        says=("Sở, ngành đăng ký con dấu khác thay thế. Con dấu hỏng được giao lại cho sở, ngành.",),
        warns=(_STOPS,),
        grave=True,
        hindrance=_may_stop(request, one),
    )

    def do() -> None:
        keeping.withdraw_damaged_seal(one, **form.cleaned_data, by=request.officer, at=request.at)

    return ask(request, sheet, form, _and_back(one, do), said="Đã thu con dấu khỏi sử dụng.")


@holders_of(*CONCERNED)
def lost(request: OfficialRequest, pk: int) -> HttpResponseBase:
    """Stop every use of a lost seal."""
    one, form = _one(request, pk), LostForm(request.POST or None)
    sheet = _sheet(
        one,
        "Báo mất con dấu",
        "Báo mất, ngừng mọi việc sử dụng",
        warns=(
            "Con dấu ngừng sử dụng ngay, vĩnh viễn, kể cả khi tìm lại được.",
            _STOPS,
            "Hai bên đều thấy thông báo này ở đầu trang cho đến khi có con dấu mới.",
        ),
        grave=True,
        hindrance=_may_stop(request, one),
    )

    def do() -> None:
        keeping.report_lost_seal(one, **form.cleaned_data, by=request.officer, at=request.at)

    return ask(request, sheet, form, _and_back(one, do), said="Đã báo mất. Mọi việc sử dụng con dấu này đã ngừng.")


_STOPS = "Kết quả cần dấu này chưa trả được cho đến khi sở, ngành có con dấu thay thế."


def _one(request: OfficialRequest, pk: int) -> Any:
    return found(queries.seal, request.officer, pk, request.at)


def _sheet(one: Any, title: str, button: str, *, hindrance: Answer = YES, **more: Any) -> FormPage:
    back = reverse("seals:seal", args=[one.pk])
    about = f"{one.department.name} · {one.registration}"
    return FormPage(title, button, back, about=about, hindrance=hindrance, **more)


def _may_stop(request: OfficialRequest, one: Any) -> Answer:
    return policies.may_stop(request.officer, one, keeping.held_now(one), request.at)


def _and_back(one: Any, act: Callable[[], None]) -> Callable[[], str]:
    def do() -> str:
        act()
        return reverse("seals:seal", args=[one.pk])

    return do
