"""What goes by post: the list, one consignment, and what the desk notes of it."""

from django.http import HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.views.decorators.http import require_POST, require_safe

from motcua.domain.dossiers import queries as dossiers
from motcua.domain.organisations.roles import Role
from motcua.domain.post import carriers, consigning, movements, queries
from motcua.domain.post.carriers import Word
from motcua.domain.post.queries import Search
from motcua.domain.post.terms import GROUPS, Direction, Said
from motcua.domain.regulation.citations import Kind, cite
from motcua.domain.vietnamese.dates import local
from motcua.web.components.entrance import OfficialRequest, acting, found, holders_of
from motcua.web.components.form_page import FormPage, ask
from motcua.web.components.paging import beside, place_of
from motcua.web.components.timeline import timeline

from .. import show
from ..forms import CodeForm, NumberForm, ReasonForm, WordForm
from ..one import CONCERNED, DESK, asked, named, page_of, says

cite(Kind.SCREEN, "post:consignments", "4.1.c", "4.1.e")
cite(Kind.SCREEN, "post:consignment", "4.1.e")
cite(Kind.SCREEN, "post:word", "4.1.e")


@require_safe
@holders_of(*CONCERNED)
def consignments(request: OfficialRequest) -> HttpResponse:
    """All of them, the newest first; by direction, by where they are, by number or code."""
    given = request.GET
    search = Search(
        given.get("chieu", "") if given.get("chieu") in Direction else "",
        given.get("o", "") if given.get("o") in GROUPS else "",
        given.get("tim", ""),
    )
    at_page = queries.consignments(request.officer, search, request.at, place_of(request))
    context = {
        "rows": at_page.rows, "pages": beside(request, at_page), "search": search,
        "count": queries.how_many(request.officer, search, request.at),
        "given_up": queries.needing_attention(request.officer, request.at),
        "directions": Direction, "groups": GROUPS, "badge": show.badge,
    }  # fmt: skip
    return render(request, "post/consignments.html", context)


@require_safe
@holders_of(*CONCERNED)
def consignment(request: OfficialRequest, pk: int) -> HttpResponse:
    """One of them: where it is, its money, what the post said, what was done."""
    one = asked(request, pk)
    context = {
        "one": one, "badge": show.badge(one.state, one.direction), "doings": show.doings(one),
        "may": request.officer.roles_at(request.at) & set(DESK), "carrier": carriers.by_code(one.carrier).name,
        "movements": queries.movements_of(one), "told": timeline(queries.story(one)),
    }  # fmt: skip
    return render(request, "post/consignment.html", context)


@holders_of(*DESK)
def word(request: OfficialRequest, pk: int) -> HttpResponseBase:
    """Key in what the postman said."""
    one = asked(request, pk)
    now = local(request.at)
    form = WordForm(request.POST or None, said=show.words_now(one), initial={"on": now.date(), "clock": now.time()})
    page = FormPage("Ghi tin của bưu chính", "Ghi tin", page_of(one), named(one), says(one))

    def do() -> str:
        said = form.cleaned_data
        heard = Word("", one.number, Said(said["said"]), form.at, said["place"], said["reason"])
        movements.note_word(one, word=heard, by=request.officer, at=request.at)
        return page_of(one)

    return ask(request, page, form, do, said="Đã ghi tin của bưu chính.")


@holders_of(*DESK)
def number(request: OfficialRequest, pk: int) -> HttpResponseBase:
    """Note under which number the post has it."""
    one = asked(request, pk)
    form = NumberForm(request.POST or None)
    page = FormPage("Ghi số hiệu bưu gửi", "Ghi số hiệu", page_of(one), named(one), says(one))

    def do() -> str:
        consigning.give_number(one, number=form.cleaned_data["number"], by=request.officer, at=request.at)
        return page_of(one)

    return ask(request, page, form, do, said="Đã ghi số hiệu.")


@holders_of(*DESK)
def cancel(request: OfficialRequest, pk: int) -> HttpResponseBase:
    """Take the order back."""
    one = asked(request, pk)
    form = ReasonForm(request.POST or None)
    page = FormPage("Hủy đặt bưu chính", "Hủy", page_of(one), named(one), says(one), grave=True)

    def do() -> str:
        consigning.cancel_consignment(one, reason=form.cleaned_data["reason"], by=request.officer, at=request.at)
        return page_of(one)

    return ask(request, page, form, do, said="Đã hủy đặt bưu chính.")


@require_POST
@holders_of(*DESK)
def try_again(request: OfficialRequest, pk: int) -> HttpResponseBase:
    """Tell the carrier once more."""
    one = asked(request, pk)

    def do() -> str:
        consigning.try_again(one, by=request.officer, at=request.at)
        return page_of(one)

    return acting(request, do, said="Hệ thống đang báo lại cho bưu chính.")


@holders_of(Role.RECEIVE)
def link(request: OfficialRequest, pk: int) -> HttpResponseBase:
    """Say which dossier its papers have become."""
    one = asked(request, pk)
    form = CodeForm(request.POST or None)
    page = FormPage("Ghi mã hồ sơ đã tiếp nhận", "Ghi mã hồ sơ", page_of(one), named(one), says(one))

    def do() -> str:
        dossier = found(dossiers.to_act_on, request.officer, form.cleaned_data["code"], request.at)
        given = {"to": dossier.stream, "code": dossier.code, "by": request.officer, "at": request.at}
        consigning.carry_over(one.about, **given)
        return page_of(one)

    return ask(request, page, form, do, said="Đã ghi mã hồ sơ.")
