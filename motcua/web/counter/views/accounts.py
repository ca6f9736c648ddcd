"""Accounts of people at the counter: found, proven by the card, opened for who can not, given another telephone."""

from typing import Any
from uuid import UUID

from django.conf import settings
from django.contrib import messages
from django.http import HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from motcua.domain.citizens import confirming, local, policies, proving, queries, second_factor
from motcua.domain.citizens.confirming import Asked
from motcua.domain.citizens.local import Claimed
from motcua.domain.citizens.terms import Purpose
from motcua.domain.messages.one_time import digits_of
from motcua.domain.organisations.roles import Role
from motcua.domain.regulation.answers import Refused
from motcua.domain.regulation.citations import Kind, cite
from motcua.domain.vietnamese.identity import masked_phone
from motcua.web.components.entrance import OfficialRequest, found, holders_of
from motcua.web.components.form_page import UNPROCESSABLE, FormPage, ask, show

from ..forms import AccountForm, CardForm, ContactForm

CODE, SEND = "counter_code", "send"
SENT = "Đã gửi mã. Hỏi người dân sáu số họ vừa nhận, rồi nhập vào ô Mã."
NEEDS_CODE = "Hãy gửi mã đến số hoặc địa chỉ này, rồi nhập sáu số người dân đọc."

cite(Kind.SCREEN, "counter:accounts", "4.1.c")


@require_safe
@holders_of(Role.RECEIVE)
def find(request: OfficialRequest) -> HttpResponse:
    """Find an account by what its owner says: exactly, for nobody browses here."""
    asked = request.GET.get("tim", "")[:120]
    rows = [(each, masked_phone(each.phone) if each.phone else "") for each in _found(request, asked)]
    doubly = second_factor.on_among([each for each, _ in rows])
    return render(request, "counter/accounts.html", {"asked": asked, "rows": rows, "doubly": doubly})


@holders_of(Role.RECEIVE)
def prove(request: OfficialRequest, pk: int) -> HttpResponseBase:
    """Compare with the identity card; then the account is proven and shows its owner's dossiers."""
    person = found(queries.one_at_counter, request.officer, pk, request.at)
    form = CardForm(request.POST or None)
    page = FormPage(
        title="Đối chiếu căn cước", about=person.name, button="Đã thấy thẻ, xác minh", back=_back(person),
        says=("Chỉ làm khi người dân có mặt với thẻ căn cước của mình.",
              "Ghi đúng như trên thẻ; sau đó mọi hồ sơ mang số này hiện trong tài khoản."),
        hindrance=policies.can_be_proven(person),
    )  # fmt: skip

    def do() -> str:
        proving.prove_identity(person, _claimed(form), by=request.officer, at=request.at)
        return reverse("counter:account_sheet", args=[pk])

    return ask(request, page, form, do, said="Đã xác minh danh tính.")


@holders_of(Role.RECEIVE)
def open_for(request: OfficialRequest) -> HttpResponseBase:
    """Open an account for somebody who can not do it alone, with a telephone that read its code or without one."""
    page = FormPage(
        title="Mở tài khoản giúp người dân", button="Mở tài khoản", back=reverse("counter:accounts"),
        template="counter/account_form.html",
        says=("Người dân có mặt với thẻ căn cước. Tài khoản được xác minh ngay.",
              "Không đặt mật khẩu hộ, không giữ điện thoại hay mã của người dân."),
    )  # fmt: skip

    def do(form: Any) -> str:
        key = _confirmed(request, form)
        person = local.open_assisted_account(_claimed(form), confirmed=key, by=request.officer, at=request.at)
        return reverse("counter:account_sheet", args=[person.pk])

    return _with_code(request, page, AccountForm(request.POST or None), do, said="Đã mở tài khoản.")


@holders_of(Role.RECEIVE)
def change_contact(request: OfficialRequest, pk: int) -> HttpResponseBase:
    """Give the owner, whose card was seen, another telephone number."""
    person = found(queries.one_at_counter, request.officer, pk, request.at)
    page = FormPage(
        title="Đổi số điện thoại, thư điện tử", about=person.name, button="Lưu", back=_back(person),
        template="counter/account_form.html", says=("Đối chiếu thẻ căn cước trước khi đổi.", "Số cũ được báo tin."),
        hindrance=policies.may_change_contact(request.officer, person, request.at),
    )  # fmt: skip

    def do(form: Any) -> str:
        key = _confirmed(request, form)
        if key is None:
            raise confirming.NotConfirmed(NEEDS_CODE)
        local.confirm_contact(person, confirmed=key, by=request.officer, at=request.at)
        return reverse("counter:account_sheet", args=[pk])

    return _with_code(request, page, ContactForm(request.POST or None), do, said="Đã lưu.")


@holders_of(Role.RECEIVE)
def reset_second(request: OfficialRequest, pk: int) -> HttpResponseBase:
    """Take the second lock off the account of an owner who lost the phone and the recovery codes, by the card."""
    person = found(queries.one_at_counter, request.officer, pk, request.at)
    form = CardForm(request.POST or None)
    page = FormPage(
        title="Gỡ xác thực hai lớp", about=person.name, button="Đã thấy thẻ, gỡ", back=_back(person), grave=True,
        says=("Chỉ làm khi chủ tài khoản có mặt với thẻ căn cước, mất điện thoại và mã dự phòng.",
              "Chủ tài khoản được báo tin; đăng nhập lại không cần mã của ứng dụng và bật lại được."),
        hindrance=policies.may_reset_second_factor(request.officer, person, request.at),
    )  # fmt: skip

    def do() -> str:
        second_factor.reset_second_factor(person, _claimed(form), by=request.officer, at=request.at)
        return _back(person)

    return ask(request, page, form, do, said="Đã gỡ xác thực hai lớp.")


@require_safe
@holders_of(Role.RECEIVE)
def sheet(request: OfficialRequest, pk: int) -> HttpResponse:
    """What the person takes home: how to sign in, what to do next, whom to call. To be printed."""
    person = found(queries.one_at_counter, request.officer, pk, request.at)
    shown = masked_phone(person.phone) if person.phone else person.email
    context = {"person": person, "reached": shown, "site": settings.SITE_ADDRESS}
    return render(request, "counter/account_sheet.html", context)


def _with_code(request: OfficialRequest, page: FormPage, form: Any, do: Any, *, said: str) -> HttpResponseBase:
    """The form with a second button, which sends a code and brings everything typed back."""
    if request.method == "POST" and request.POST.get("do") == SEND:
        return show(request, page, form, status=_send(request, form))
    if request.method == "POST" and form.is_valid() and form.cleaned_data["contact"]:
        try:  # outside the act: a wrong code must be counted
            _check(request, form)
        except Refused as refused:
            form.add_error("code", refused.sentence)
    return ask(request, page, form, lambda: str(do(form)), said=said)


def _send(request: OfficialRequest, form: Any) -> int:
    form.is_valid()
    try:
        asked = Asked(Purpose.COUNTER, request.officer.code)
        confirming.require_way(form.data.get("contact", ""))
        one = confirming.ask(form.data.get("contact", ""), asked, at=request.at)
    except Refused as refused:
        form.add_error("contact", refused.sentence)
        return UNPROCESSABLE
    request.session[CODE] = {"key": str(one.key), "address": one.address}
    messages.success(request, SENT + (f" Bản chạy thử: {digits_of(str(one.key))}." if settings.DEMO else ""))
    return 200


def _check(request: OfficialRequest, form: Any) -> None:
    kept, digits = request.session.get(CODE), form.cleaned_data["code"].replace(" ", "")
    if kept is None or not digits or not confirming.is_for(UUID(kept["key"]), form.cleaned_data["contact"]):
        raise confirming.NotConfirmed(NEEDS_CODE)
    confirming.check(UUID(kept["key"]), digits, at=request.at)


def _confirmed(request: OfficialRequest, form: Any) -> UUID | None:
    """The key of the code that was just right; none where nothing is to be confirmed."""
    return UUID(request.session[CODE]["key"]) if form.cleaned_data["contact"] else None


def _claimed(form: Any) -> Claimed:
    typed = form.cleaned_data
    return Claimed(typed["name"], typed["identity_number"], typed["born_on"], typed["address"])


def _found(request: OfficialRequest, asked: str) -> list[Any]:
    return queries.at_counter(request.officer, asked, request.at) if asked else []


def _back(person: Any) -> str:
    return f"{reverse('counter:accounts')}?tim={person.phone or person.identity_number}"
