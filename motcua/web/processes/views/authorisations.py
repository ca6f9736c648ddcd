"""Who decides on which procedures: by decision, by procedure, naming for many at once, ending."""

from typing import Any

from django.http import Http404, HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_GET

from motcua.domain.organisations import queries as organisations
from motcua.domain.organisations.roles import Role
from motcua.domain.procedures import authorisation, naming, policies, ways
from motcua.domain.procedures.terms import Power
from motcua.domain.regulation.answers import YES, no
from motcua.domain.regulation.citations import Kind, cite
from motcua.domain.vietnamese.dates import local_day, show_date
from motcua.web.components.entrance import OfficialRequest, holders_of
from motcua.web.components.form_page import FormPage, ask, show

from ..forms import AuthoriseForm, EndForm
from .processes import WRITERS

SEARCH = "tim-thu-tuc"
MOST_OFFERED = 60

cite(Kind.SCREEN, "processes:decisions", "5.1.c-1")
cite(Kind.SCREEN, "processes:decision", "5.1.c-1")
cite(Kind.SCREEN, "processes:authorise", "5.1.c-1")
cite(Kind.SCREEN, "processes:end_authorisation", "5.1.c-1")


@require_GET
@holders_of(*WRITERS)
def decisions(request: OfficialRequest) -> HttpResponse:
    """The decisions, the newest first: whom each names, for what, for how many procedures."""
    words, below = request.GET.get("tim", "").strip()[:200], request.GET.get("sau", "")
    rows = naming.decisions(request.officer, words, request.at, below=int(below) if _is_number(below) else None)
    more = len(rows) > naming.SIZE
    context = {
        "rows": rows[: naming.SIZE],
        "next": rows[naming.SIZE - 1].newest if more else None,
        "words": words,
        "first": not below,
        "power": lambda value: Power(value).label,
        "is_head": _head(request),
        "today": local_day(request.at),
    }
    return render(request, "processes/decisions.html", context)


@require_GET
@holders_of(*WRITERS)
def decision(request: OfficialRequest, newest: int) -> HttpResponse:
    """One decision: the official, the power, and every procedure it is for."""
    named = naming.one_decision(request.officer, newest, request.at)
    if not named:
        raise Http404
    context = {"named": named, "one": named[0], "is_head": _head(request), "today": local_day(request.at)}
    return render(request, "processes/decision.html", context)


@holders_of(*WRITERS)
def authorise(request: OfficialRequest) -> HttpResponseBase:
    """Name one official for many procedures by one decision: all of them, or none."""
    officials = [(each.code, each.name) for each in naming.may_be_named(request.officer, request.at)]
    searching, words = SEARCH in request.POST, request.POST.get("tim", "").strip()[:200]
    posted = request.POST if request.method == "POST" else None
    if posted is not None and not searching:
        form = AuthoriseForm(posted, officials=officials)
    else:
        first = [code] if (code := request.GET.get("thu-tuc")) else []
        form = AuthoriseForm.as_typed(posted or {}, officials=officials, initial={"procedures": first})
    offered = _offer(request, form, words)
    page = _page(request, words)
    if searching:
        return show(request, page, form)

    def do() -> str:
        said = form.cleaned_data
        chosen = [offered[code] for code in said["procedures"]]
        who = {
            "officer": organisations.officer(said["officer"]),
            "power": said["power"],
            "as_deputy": said["as_deputy"],
        }
        authorisation.authorise_many(chosen, **who, decision=form.given(), by=request.officer, at=request.at)
        return reverse("processes:decisions")

    return ask(request, page, form, do, said="Đã ghi quyết định phân công, ủy quyền.")


@holders_of(*WRITERS)
def end(request: OfficialRequest, pk: int) -> HttpResponseBase:
    """Take a power back after a day."""
    one = next((each for each in naming.one_decision(request.officer, pk, request.at) if each.pk == pk), None)
    if one is None:
        raise Http404
    form = EndForm(request.POST or None, initial={"to_on": local_day(request.at)})
    back = reverse("processes:decision", args=[pk])

    def do() -> str:
        authorisation.end_authorisation(one, **form.cleaned_data, by=request.officer, at=request.at)
        return back

    says = (
        f"{one.officer.name}: {one.get_power_display().lower()}, quyết định {one.decision}, "
        f"từ ngày {show_date(one.from_on)}.",
        "Từ ngày hôm sau cán bộ không còn quyền này; hồ sơ đang chờ quyết định cần được giao cho người khác.",
    )
    may = policies.may_authorise(request.officer, one.procedure, one.officer, request.at)
    about = f"{one.procedure.code} · {ways.name_of(one.procedure)}"
    page = FormPage("Kết thúc ủy quyền", "Kết thúc ủy quyền", back, about, says, grave=True, hindrance=may)
    return ask(request, page, form, do, said="Đã ghi ngày kết thúc ủy quyền.")


def _offer(request: OfficialRequest, form: AuthoriseForm, words: str) -> dict[str, Any]:
    """Let the form offer what the search finds below what is ticked already; gives the procedures by code."""
    everything = naming.handleable(request.officer, request.at)
    found_now = naming.handleable(request.officer, request.at, words) if words else everything
    ticked = set(form["procedures"].value() or [])
    first = [each for each in everything if each.procedure.code in ticked]
    rest = [each for each in found_now if each.procedure.code not in ticked][:MOST_OFFERED]
    form.offer((each.procedure.code, f"{each.procedure.code} · {each.name}") for each in (*first, *rest))
    return {each.procedure.code: each.procedure for each in (*first, *rest)}


def _page(request: OfficialRequest, words: str) -> FormPage:
    may = YES if _head(request) else no("Chỉ thủ trưởng cơ quan được phân công, ủy quyền.", "5.1.c-1")
    return FormPage(
        "Phân công, ủy quyền theo quyết định",
        "Ghi quyết định",
        reverse("processes:decisions"),
        says=(
            "Một quyết định cho một cán bộ; chọn mọi thủ tục ghi trong quyết định. Ghi được tất cả, hoặc không ghi gì.",
        ),
        hindrance=may,
        template="processes/authorise.html",
        more={"words": words, "search": SEARCH, "most": MOST_OFFERED},
    )


def _head(request: OfficialRequest) -> bool:
    return bool(request.officer.has_role(Role.HEAD, request.at))


def _is_number(text: str) -> bool:
    return text.isascii() and text.isdecimal() and len(text) < 12
