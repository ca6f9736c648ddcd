"""A call: the number finds the caller, an answer is found or given, and one key writes down how it ended."""

from typing import Any

from django.http import HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django.utils.http import urlencode
from django.views.decorators.http import require_safe

from motcua.domain.organisations import queries as organisations
from motcua.domain.questions import asking, calls, library_queries, policies, queries
from motcua.domain.questions.asking import Asked
from motcua.domain.regulation.answers import Refused, require
from motcua.domain.regulation.citations import Kind, cite
from motcua.domain.vietnamese import identity
from motcua.domain.vietnamese.dates import local_day
from motcua.domain.vietnamese.text import NotValid, clean
from motcua.domain.working_days.queries import calendar_for
from motcua.web.components.entrance import OfficialRequest, acting, found, holders_of
from motcua.web.components.form_page import UNPROCESSABLE, FormPage, ask
from motcua.web.components.paging import beside, place_of
from motcua.web.questions.views.recording import version_named

from .forms import CallForm, FactsForm

cite(Kind.SCREEN, "hotline:call", "4.1.c", "7.5")
cite(Kind.SCREEN, "hotline:verify", "4.1.c")
cite(Kind.SCREEN, "hotline:call_backs", "4.1.c")


@holders_of(*policies.TAKES_DOWN)
def call(request: OfficialRequest) -> HttpResponseBase:
    """The one page of a call. A telephone system opens it with the number in the address (`?so=`)."""
    require(policies.may_take_calls(request.officer, request.at))
    phone, wrong = _number(request)
    pressed = request.POST.get("outcome", "")
    form = _form(request, pressed)
    if request.method != "POST":
        return _page(request, phone, wrong, form)
    if not form.is_valid():
        return _page(request, phone, wrong, form, status=UNPROCESSABLE)

    def do() -> str:
        said, by, at = form.cleaned_data, request.officer, request.at
        entry = found(library_queries.to_use, form.library_pk, at) if form.library_pk else None
        to = organisations.office(said["to"]) if said["to"] else None
        subject = said["subject"] or (entry.subject if entry else "")
        version = version_named(said["procedure"], at) or (entry.version if entry else None)
        asked = Asked(subject, subject, said["name"], phone, version=version)
        asking.record_contact(asked, form.heard(entry=entry, to=to), by=by, at=at)
        return reverse("hotline:call")

    def refused(refusal: Refused) -> HttpResponse:
        return _page(request, phone, wrong, form, refusal=refusal)

    return acting(request, do, said="Đã ghi cuộc gọi.", refused=refused)


@holders_of(*policies.TAKES_DOWN)
def verify(request: OfficialRequest, code: str) -> HttpResponseBase:
    """Ask the caller for three facts; when they fit, the state of the dossier is shown and the call is written down."""
    by, at = request.officer, request.at
    phone, _ = _number(request)
    dossier = found(calls.dossier_of, by, phone, code, at)
    form = FactsForm(request.POST or None)
    page = FormPage(
        title="Xác minh người gọi", button="Đối chiếu, cho biết tình trạng", about=code,
        back=f"{reverse('hotline:call')}?{urlencode({'so': phone})}",
        says=(
            "Hỏi người gọi đủ ba điều dưới đây rồi gõ đúng lời họ nói; không đọc gợi ý cho họ.",
            "Khớp cả ba thì màn hình cho biết tình trạng hồ sơ, và cuộc gọi được ghi lại luôn.",
        ),
        hindrance=policies.may_take_calls(by, at),
    )  # fmt: skip

    def do() -> str:
        contact = calls.tell_state(dossier, form.facts(), phone=phone, by=by, at=at)
        return reverse("questions:one", args=[contact.code])

    return ask(request, page, form, do, said="Đúng người nộp. Đọc cho người gọi phần trả lời bên dưới.")


@require_safe
@holders_of(*policies.TAKES_DOWN)
def call_backs(request: OfficialRequest) -> HttpResponse:
    """Whom we promised to call, the earliest day first."""
    by, at = request.officer, request.at
    require(policies.may_take_calls(by, at))
    at_page = queries.to_call_back(by, at, place_of(request))
    context = {"rows": at_page.rows, "pages": beside(request, at_page), "today": local_day(at)}
    return render(request, "hotline/call_backs.html", context)


def _form(request: OfficialRequest, pressed: str) -> CallForm:
    tomorrow = calendar_for().next_working_day(local_day(request.at))
    bodies = queries.bodies(request.officer, request.at)
    known = {"on": tomorrow, "procedure": clean(request.GET.get("thu-tuc", ""))[:40]}
    return CallForm(request.POST or None, bodies=bodies, pressed=pressed, initial=known)


def _page(
    request: OfficialRequest, phone: str, wrong: str, form: CallForm, *, refusal: Any = None, status: int = 200
) -> HttpResponse:
    by, at = request.officer, request.at
    words = clean(request.GET.get("tim", ""))[:200]
    context = {
        "form": form,
        "phone": phone,
        "written": request.GET.get("so", ""),
        "wrong": wrong,
        "known": calls.caller(by, phone, at) if phone else None,
        "words": words,
        "offered": library_queries.offered(words, at),
        "refusal": refusal,
    }
    return render(request, "hotline/call.html", context, status=status)


def _number(request: OfficialRequest) -> tuple[str, str]:
    """The number in the address as it is stored, or why it is none."""
    written = clean(request.GET.get("so", ""))[:40].removeprefix("tel:")
    try:
        return (identity.phone(written), "") if written else ("", "")
    except NotValid as wrong:
        return "", wrong.sentence
