"""Every term, one of them whole, and how each department is present."""

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from motcua.domain.organisations.roles import Role
from motcua.domain.papers.issuing import bytes_of as issued
from motcua.domain.papers.scans import bytes_of
from motcua.domain.regulation.answers import require
from motcua.domain.regulation.citations import Kind, cite
from motcua.domain.secondments import acts, letters, policies, queries
from motcua.domain.secondments.terms import State
from motcua.domain.vietnamese.dates import local_day
from motcua.web.components.entrance import OfficialRequest, found, holders_of
from motcua.web.components.environment import address
from motcua.web.components.paging import beside, place_of
from motcua.web.components.timeline import timeline
from motcua.web.files.serving import pdf

STATE, OFFICE = "trang-thai", "co-quan"
cite(Kind.SCREEN, "secondments:terms", "4.3.a", "5.2.a")
cite(Kind.SCREEN, "secondments:cover", "5.2.b", "4.3.a")
cite(Kind.SCREEN, "secondments:plan", "5.2.a", "5.2.b")
cite(Kind.SCREEN, "secondments:one", "4.3.a", "5.2.a")


@require_safe
@holders_of(*policies.READS)
def terms(request: OfficialRequest) -> HttpResponse:
    """Every nomination that one may read: what waits for an answer, who is there, who was refused."""
    asked, office = request.GET.get(STATE, ""), request.GET.get(OFFICE, "")[:40]
    state = asked if asked in State.values else ""
    at_page = queries.listed(request.officer, request.at, place_of(request), state=state, office=office)
    first = {"sau": None, "truoc": None}
    chips = [
        (words, address(request.path, request.GET, {STATE: one or None, **first}), one == state)
        for one, words in [("", "Tất cả"), *State.choices]
    ]
    context = {
        "rows": at_page.rows, "pages": beside(request, at_page), "chips": chips, "today": local_day(request.at),
        "office": office, "nominates": queries.own_department(request.officer, request.at) is not None,
        "all": policies.may_read_all(request.officer, request.at),
    }  # fmt: skip
    return render(request, "secondments/terms.html", context)


@require_safe
@holders_of(*policies.READS)
def cover(request: OfficialRequest) -> HttpResponse:
    """Each department: who sits at the Centre, who stands ready, and where nobody does."""
    rows = queries.coverage(request.officer, request.at)
    context = {"rows": rows, "lacking": sum(each.lacks_reserve for each in rows)}
    return render(request, "secondments/cover.html", context)


@require_safe
@holders_of(*policies.READS)
def plan(request: OfficialRequest) -> HttpResponse:
    """The list of main and reserve officials, to be submitted for approval."""
    require(policies.may_read_all(request.officer, request.at))
    day = local_day(request.at)
    return pdf(letters.plan(queries.planned(day), day), "Danh sách cán bộ chính thức, dự phòng")


@require_safe
@holders_of(*policies.READS)
def one(request: OfficialRequest, pk: int) -> HttpResponse:
    """What was said, which standards are met, what was answered, and what can be done now."""
    by, at = request.officer, request.at
    it = found(queries.one, by, pk, at)
    standing = acts.standing(it)
    context = {
        "it": it, "standing": standing, "unmet": sum(not each.met for each in standing),
        "story": timeline(queries.story(it)), "answers": policies.may_answer(by, it, at),
        "withdraws": policies.may_withdraw(by, it, at), "extends": policies.may_extend(by, it, at),
        "today": local_day(at), "role_names": dict(Role.choices),
    }  # fmt: skip
    return render(request, "secondments/one.html", context)


@require_safe
@holders_of(*policies.READS)
def reply(request: OfficialRequest, pk: int) -> HttpResponse:
    """The Centre's answer as it went."""
    it = found(queries.one, request.officer, pk, request.at)
    if it.paper is None:
        raise Http404
    return pdf(issued(it.paper, at=request.at), f"Trả lời việc cử cán bộ {it.officer.name}")


@require_safe
@holders_of(*policies.READS)
def scan(request: OfficialRequest, pk: int) -> HttpResponse:
    """The department's document."""
    it = found(queries.one, request.officer, pk, request.at)
    if it.scan is None:
        raise Http404
    return pdf(bytes_of(it.scan), f"Văn bản cử {it.officer.name}")
