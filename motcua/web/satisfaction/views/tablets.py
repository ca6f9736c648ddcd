"""The tablet's own page, which no official's session can answer; and where officials set tablets up and sit at them."""

from typing import Any, cast

from django import forms
from django.contrib import messages
from django.http import Http404, HttpResponse, HttpResponseBase, JsonResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from motcua.domain.organisations import queries as organisations
from motcua.domain.organisations.roles import Role
from motcua.domain.regulation.answers import NotAllowed, Refused
from motcua.domain.regulation.citations import Kind, cite
from motcua.domain.satisfaction.giving import Guest, Marked
from motcua.domain.satisfaction.tablets import asking, standing
from motcua.domain.satisfaction.terms import Level, Reason
from motcua.web.components import tries
from motcua.web.components.entrance import OfficialRequest, acting, everybody, found, holders_of, status_of
from motcua.web.components.fields import Form, TextField
from motcua.web.components.form_page import FormPage, ask
from motcua.web.components.tries import Limit

cite(Kind.SCREEN, "rated:tablet", "3.1", "4.6.a")
cite(Kind.SCREEN, "rated:tablets", "3.1")
cite(Kind.SCREEN, "rated:register_tablet", "3.1")
cite(Kind.SCREEN, "rated:seats", "3.1")
SETS_UP, SITS = (Role.ADMIN, Role.WATCH), (Role.RECEIVE, Role.RETURN)
ON_TABLET = (Reason.MANNER, Reason.TIME, Reason.INFORMATION, Reason.CONTACTS)  # what can be judged at a counter
UNSEEN = {"X-Robots-Tag": "noindex, nofollow", "Referrer-Policy": "same-origin", "Cache-Control": "no-store"}
SIGNED_IN = "Máy này đang đăng nhập tài khoản cán bộ: hãy đăng xuất trước khi cho người dân đánh giá."


class TabletForm(Form):
    """Where it will stand."""

    one_stop = forms.ChoiceField(label="Nơi đặt máy")
    counter = TextField(label="Quầy", max_length=standing.LONGEST, help_text="Ví dụ: Quầy 5.")

    def __init__(self, *args: Any, places: list[Any], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["one_stop"].choices = [(each.code, each.name) for each in places]  # type: ignore[attr-defined]


@everybody
@require_safe
def tablet(request: OfficialRequest, secret: str) -> HttpResponse:
    """Five faces for who was just served at this counter; nothing while there is nobody to ask."""
    device = _device(request, secret)
    context = {
        "device": device, "secret": secret, "asks": asking.asks_about(device, request.at), "levels": Level.choices,
        "reasons": [(each.value, each.label) for each in ON_TABLET],
    }  # fmt: skip
    return _unseen(render(request, "satisfaction/tablet.html", context))


@everybody
@require_safe
def turn(request: OfficialRequest, secret: str) -> HttpResponse:
    """Whom the tablet asks about now, for its own script."""
    asks = asking.asks_about(_device(request, secret), request.at)
    return _unseen(JsonResponse({"asks": asks.secret if asks else ""}))


@csrf_exempt  # a device without a session: its secret is in the address, and a tap kept for hours has no fresh token
@everybody
@require_POST
def tap(request: OfficialRequest, secret: str) -> HttpResponseBase:
    """A tap, perhaps sent again after the network came back."""
    device = _device(request, secret)
    level = request.POST.get("level", "")
    marked = Marked(int(level) if level in {str(each) for each in Level.values} else 0, request.POST.getlist("reasons"))
    try:
        asking.tap_tablet(device, secret=request.POST.get("asks", ""), marked=marked, by=Guest(), at=request.at)
    except Refused as refusal:
        return _unseen(JsonResponse({"said": refusal.sentence}, status=status_of(refusal)))
    if request.headers.get("Accept") == "application/json":
        return _unseen(JsonResponse({"said": ""}))
    return _unseen(redirect("rated:tablet", secret))


@require_safe
@holders_of(*SETS_UP)
def tablets(request: OfficialRequest) -> HttpResponse:
    """Which tablets stand where, and who sits at them."""
    rows = [(each, asking.sitting(each)) for each in asking.tablets(request.officer, request.at)]
    return render(request, "satisfaction/tablets.html", {"rows": rows})


@holders_of(*SETS_UP)
def register(request: OfficialRequest) -> HttpResponseBase:
    """Give a counter its tablet; its address is shown once."""
    form = TabletForm(request.POST or None, places=asking.places(request.at))
    page = FormPage(
        title="Cấp máy đánh giá", button="Cấp máy", back=reverse("rated:tablets"),
        says=("Địa chỉ của máy chỉ hiện một lần: mở địa chỉ đó trên máy tính bảng đặt ở quầy.",),
        hindrance=standing.may_set_up(request.officer, request.at),
    )  # fmt: skip

    def do() -> str:
        one_stop = organisations.office(form.cleaned_data["one_stop"])
        made, secret = standing.register_tablet(
            one_stop, counter=form.cleaned_data["counter"], by=request.officer, at=request.at
        )
        address = request.build_absolute_uri(reverse("rated:tablet", args=[secret]))
        messages.info(request, f"Địa chỉ của máy ở {made.counter}: {address}")
        return reverse("rated:tablets")

    return ask(request, page, form, do, said="Đã cấp máy.")


@require_http_methods(["POST"])
@holders_of(*SETS_UP)
def revoke(request: OfficialRequest, pk: int) -> HttpResponseBase:
    """Take a tablet back."""
    device = found(asking.tablet, request.officer, pk, request.at)

    def do() -> str:
        standing.revoke_tablet(device, by=request.officer, at=request.at)
        return reverse("rated:tablets")

    return acting(request, do, said=f"Đã thu hồi máy ở {device.counter}.")


@require_safe
@holders_of(*SITS)
def seats(request: OfficialRequest) -> HttpResponse:
    """The tablets where the official works: at which counter he or she sits."""
    rows = [(each, asking.sitting(each)) for each in asking.at_ones_counters(request.officer, request.at)]
    return render(request, "satisfaction/seats.html", {"rows": rows})


@require_http_methods(["POST"])
@holders_of(*SITS)
def sit(request: OfficialRequest, pk: int) -> HttpResponseBase:
    """Sit down at a counter, or leave it."""
    device = found(asking.tablet, request.officer, pk, request.at)
    leaves = "leave" in request.POST

    def do() -> str:
        what = standing.leave_tablet if leaves else standing.sit_at_tablet
        what(device, by=request.officer, at=request.at)
        return reverse("rated:seats")

    return acting(request, do, said=f"Bạn {'đã rời' if leaves else 'ngồi'} {device.counter}.")


def _device(request: OfficialRequest, secret: str) -> Any:
    if request.officer is not None:
        raise NotAllowed(SIGNED_IN, "3.1")
    if tries.wait(request, Limit.TRACKING):
        raise Http404
    try:
        return found(asking.by_secret, secret)
    except Http404:
        tries.note(request, Limit.TRACKING)
        raise


def _unseen(answer: Any) -> Any:
    for name, value in UNSEEN.items():
        answer.headers[name] = value
    return cast(HttpResponse, answer)
