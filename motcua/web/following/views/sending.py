"""What is sent from home for a dossier under way: papers asked for, the proof of a payment, a wish."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.core.exceptions import ObjectDoesNotExist
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from motcua.domain.citizens.queries import person_of
from motcua.domain.citizens.terms import Power
from motcua.domain.dossiers import queries as dossiers
from motcua.domain.dossiers import reading
from motcua.domain.dossiers.from_home import arrived, queries, rights, sending
from motcua.domain.dossiers.from_home.terms import SentKind
from motcua.domain.dossiers.pauses import queries as pauses
from motcua.domain.regulation.answers import Refused
from motcua.domain.regulation.citations import Kind, cite
from motcua.domain.vietnamese.dates import local_day
from motcua.web.citizen.door import CitizenRequest, citizens_only
from motcua.web.components.entrance import acting, found, status_of
from motcua.web.components.fields import Form
from motcua.web.components.form_page import FormPage, ask
from motcua.web.uploads import labels
from motcua.web.uploads import show as uploads

from ..forms import PaidForm, WishForm
from ..words import due_in_words

FORM = "citizen/form.html"

cite(Kind.SCREEN, "following:supplement", "5.1.e-2", "5.1.d", "4.1.c")
cite(Kind.SCREEN, "following:payment", "4.5.a", "4.1.c")
cite(Kind.SCREEN, "following:withdraw", "3.3-1", "5.1.đ-1")


@dataclass(frozen=True)
class Item:
    """A paper that is asked for: why, what has come for it, and where it is sent."""

    name: str
    missing: bool
    reason: str
    here: str
    warns: bool
    place: str


@require_http_methods(["GET", "HEAD", "POST"])
@citizens_only
def supplement(request: CitizenRequest, code: str) -> HttpResponseBase:
    """Each asked paper with its own button; handed in once and whole, however often the button is pressed."""
    dossier = found(queries.dossier, request.person, code, request.at)
    if request.method != "POST":
        return _supplement(request, dossier)

    def do() -> str:
        sending.send_supplement(dossier, by=request.person, at=request.at)
        return _back(code)

    said = "Đã gửi giấy tờ bổ sung. Cán bộ xem và trả lời; nhận đủ thì thời hạn tính lại từ đầu."
    return acting(request, do, said=said, refused=lambda refusal: _supplement(request, dossier, refusal))


@citizens_only
def payment(request: CitizenRequest, code: str) -> HttpResponseBase:
    """What is owed, to whom, why, until when; the proof that it was paid."""
    dossier = found(queries.dossier, request.person, code, request.at)
    stop = next((each for each in pauses.stops_of(dossier) if each.to_at is None and each.kind == "payment"), None)
    if stop is None:
        raise Http404
    place = arrived.place_of_proof(stop)
    files = uploads.paper(arrived.holder_of(request.person), place, request.at).files
    form = PaidForm(request.POST or None, initial={"on": local_day(request.at)})
    page = FormPage(
        title="Gửi chứng từ nộp tiền", about=f"{dossier.code}, {dossier.version.name}", button="Gửi cán bộ",
        back=_back(code), template="following/payment.html",
        hindrance=rights.may_act(request.person, dossier, Power.PAY, request.at),
        more={"stop": stop, "dossier": dossier, "place": place, "waits": queries.waiting_of(dossier, SentKind.PAYMENT),
              "here": " ".join(each.words for each in files if each.state == "kept")},
    )  # fmt: skip

    def do() -> str:
        sending.send_payment_proof(dossier, paid=form.paid, by=request.person, at=request.at)
        return _back(code)

    return ask(request, page, form, do, said="Đã gửi chứng từ. Cán bộ xem và trả lời; nhận được thì hồ sơ đi tiếp.")


@citizens_only
def withdraw(request: CitizenRequest, code: str) -> HttpResponseBase:
    """Ask to have the dossier back."""
    says = (
        "Cán bộ nhận đề nghị, lập phiếu rút và trả lại giấy tờ bạn đã nộp.",
        "Hồ sơ đã có quyết định thì không rút được nữa.",
        "Muốn làm lại, bạn nộp hồ sơ mới; thời hạn tính từ đầu.",
    )
    return _wish(request, code, SentKind.WITHDRAWAL, "Rút hồ sơ", "Gửi đề nghị rút", says, grave=True)


@citizens_only
def stop(request: CitizenRequest, code: str) -> HttpResponseBase:
    """Ask that it rests."""
    says = (
        "Từ lúc cán bộ nhận đề nghị, hồ sơ nghỉ và thời hạn không chạy.",
        "Muốn đi tiếp, bạn gửi đề nghị từ trang này; thời hạn chạy tiếp phần còn lại.",
    )
    return _wish(request, code, SentKind.STOP, "Xin tạm dừng giải quyết", "Gửi đề nghị tạm dừng", says)


@citizens_only
def go_on(request: CitizenRequest, code: str) -> HttpResponseBase:
    """Ask that it goes on."""
    says = ("Từ lúc cán bộ nhận đề nghị, thời hạn chạy tiếp phần còn lại.",)
    return _wish(request, code, SentKind.RESUME, "Xin giải quyết tiếp", "Gửi đề nghị giải quyết tiếp", says)


@citizens_only
def take_back(request: CitizenRequest, code: str, pk: int) -> HttpResponseBase:
    """Take back what was sent."""
    dossier = found(queries.dossier, request.person, code, request.at)
    sent = found(queries.sent, dossier, pk)
    page = FormPage(
        title="Lấy lại điều đã gửi", about=sent.get_kind_display(), button="Lấy lại", back=_back(code), template=FORM,
        says=("Cán bộ không xem nữa. Bạn gửi lại được bất cứ lúc nào hồ sơ còn chờ.",),
    )  # fmt: skip

    def do() -> str:
        sending.take_back(sent, by=request.person, at=request.at)
        return _back(code)

    return ask(request, page, Form(request.POST or None), do, said="Đã lấy lại.")


def _wish(
    request: CitizenRequest, code: str, kind: SentKind, title: str, button: str, says: tuple[str, ...], **more: Any
) -> HttpResponseBase:
    dossier = found(queries.dossier, request.person, code, request.at)
    form = WishForm(request.POST or None)
    page = FormPage(
        title=title, about=f"{dossier.code}, {dossier.version.name}", button=button, back=_back(code), template=FORM,
        says=says, hindrance=rights.may_act(request.person, dossier, Power.FILE, request.at), **more,
    )  # fmt: skip

    def do() -> str:
        reason = form.cleaned_data["reason"]
        sending.send_wish(dossier, kind=kind, reason=reason, by=request.person, at=request.at)
        return _back(code)

    return ask(request, page, form, do, said="Đã gửi đề nghị. Cán bộ xem và trả lời trên trang này.")


def _supplement(request: CitizenRequest, dossier: Any, refusal: Refused | None = None) -> HttpResponse:
    asked = dossiers.asked_for(dossier)
    if asked is None:
        raise Http404
    items = [_item(request, asked, each) for each in asked.items]
    context = {
        "dossier": dossier,
        "asked": asked,
        "items": items,
        "missing": [each.name for each in items if not each.here],
        "limit": dossier.limit().show(),
        "due": _due_if_taken_now(dossier, request.at),
        "waits": queries.waiting_of(dossier, SentKind.SUPPLEMENT),
        "may": rights.may_act(request.person, dossier, Power.FILE, request.at),
        "refusal": refusal,
    }
    return render(request, "following/supplement.html", context, status=status_of(refusal) if refusal else 200)


def _item(request: CitizenRequest, asked: Any, item: dict[str, Any]) -> Item:
    place = arrived.place_of_paper(asked, item["component_id"])
    files = uploads.paper(arrived.holder_of(request.person), place, request.at).files
    kept = [each for each in files if each.state == "kept"]
    here = " ".join(each.words for each in kept)
    return Item(item["component"], item["missing"], item["reason"], here, any(each.warning for each in kept), place)


def _due_if_taken_now(dossier: Any, at: datetime) -> str:
    """The day on which the result would be promised if everything were taken in at this moment."""
    calendar = reading.clock_of(dossier).calendar
    return due_in_words(calendar.due(at, dossier.limit()), at, calendar)


def _back(code: str) -> str:
    return reverse("following:dossier", args=[code])


def _label(request: HttpRequest, place: str) -> labels.Label | None:
    """The name of a paper where its files are sent, for who follows its dossier."""
    user: Any = request.user
    person = person_of(user) if user.is_authenticated else None
    kind, *numbers = place.split("-")
    if person is None or len(numbers) != 2 or not all(each.isdecimal() for each in numbers):
        return None
    at: datetime = request.at  # type: ignore[attr-defined]
    try:
        return _named(kind, person, int(numbers[0]), int(numbers[1]), at)
    except ObjectDoesNotExist:
        return None


def _named(kind: str, person: Any, number: int, component: int, at: datetime) -> labels.Label | None:
    if kind == "nt":
        code = queries.stop_of(person, number, at).dossier.code
        return labels.Label("Chứng từ nộp tiền", reverse("following:payment", args=[code]))
    asked = queries.asked_of(person, number, at)
    names = [item["component"] for item in asked.items if item["component_id"] == component]
    address = reverse("following:supplement", args=[asked.dossier.code])
    return labels.Label(names[0], address) if names else None


labels.name_places("bs", _label)
labels.name_places("nt", _label)
