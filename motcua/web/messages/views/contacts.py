"""What the owner of an address wants, as an official notes it whom they told."""

from collections.abc import Callable
from typing import Any

from django.http import HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse

from motcua.domain.journal.queries import entries
from motcua.domain.messages import contacts as acts
from motcua.domain.messages import queries
from motcua.domain.messages.manners import MANNERS
from motcua.domain.messages.policies import NOTES
from motcua.domain.messages.terms import AddressKind
from motcua.domain.regulation.citations import Kind, cite
from motcua.web.components.entrance import OfficialRequest, found, holders_of
from motcua.web.components.form_page import UNPROCESSABLE, FormPage, ask
from motcua.web.components.timeline import timeline

from ..forms import ChooseForm, ConsentForm, FindForm

cite(Kind.SCREEN, "messages:contact", "4.1.c")


@holders_of(*NOTES)
def find(request: OfficialRequest) -> HttpResponseBase:
    """Find an address. It is posted, so that it stands in no address bar and in no log."""
    form, refusal = FindForm(request.POST or None), None
    if request.method == "POST" and form.is_valid():
        try:
            return redirect("messages:contact", acts.contact_of(form.cleaned_data["address"]).pk)
        except acts.NotAnAddress as fault:
            refusal = fault
            form.add_error("address", fault.sentence)
    status = UNPROCESSABLE if form.errors or refusal else 200
    return render(request, "messages/find.html", {"form": form}, status=status)


@holders_of(*NOTES)
def contact(request: OfficialRequest, pk: int) -> HttpResponseBase:
    """What was said for an address so far."""
    one: Any = found(queries.contact, request.officer, pk, request.at)
    context = {
        "one": one,
        "named": _named(one),
        "ways": [(way, MANNERS[way], one.wants(way)) for way in one.ways()],
        "told": timeline(entries(one)),
    }
    return render(request, "messages/contact.html", context)


@holders_of(*NOTES)
def choose(request: OfficialRequest, pk: int) -> HttpResponseBase:
    """Note by which ways somebody wants to be told."""
    one: Any = found(queries.contact, request.officer, pk, request.at)
    chosen = one.ways() if one.chosen is None else one.chosen
    form = ChooseForm(request.POST or None, ways=one.ways(), initial={"ways": list(chosen)})
    says = "Lựa chọn có hiệu lực ngay, cả với tin đang chờ gửi."
    return _ask(request, one, form, acts.choose_channels, title="Chọn kênh nhận tin", says=says)


@holders_of(*NOTES)
def agree(request: OfficialRequest, pk: int) -> HttpResponseBase:
    """Note that somebody agrees to a way."""
    one: Any = found(queries.contact, request.officer, pk, request.at)
    form = ConsentForm(request.POST or None, ways=[way for way in one.ways() if way not in one.agreed])
    says = "Zalo là dịch vụ của doanh nghiệp: số điện thoại được chuyển cho bên đó, nên chỉ gửi khi người nhận đồng ý."
    return _ask(request, one, form, acts.give_consent, title="Ghi sự đồng ý", says=says)


@holders_of(*NOTES)
def withdraw(request: OfficialRequest, pk: int) -> HttpResponseBase:
    """Note that somebody does not want a way any more."""
    one: Any = found(queries.contact, request.officer, pk, request.at)
    form = ConsentForm(request.POST or None, ways=[way for way in one.ways() if way not in one.withdrawn])
    says = "Từ nay không gửi qua kênh này, kể cả tin đang chờ. Giấy tờ của hồ sơ vẫn được trả như thường."
    return _ask(request, one, form, acts.withdraw_consent, title="Rút sự đồng ý", says=says)


def _ask(
    request: OfficialRequest, one: Any, form: Any, act: Callable[..., Any], *, title: str, says: str
) -> HttpResponseBase:
    back = reverse("messages:contact", args=[one.pk])

    def do() -> str:
        act(one, **form.given, by=request.officer, at=request.at)
        return back

    sheet = FormPage(title, "Ghi", back, about=_named(one), says=(says,))
    return ask(request, sheet, form, do, said="Đã ghi.")


def _named(one: Any) -> str:
    return f"{AddressKind(one.kind).label} {queries.shown_address(one)}"
