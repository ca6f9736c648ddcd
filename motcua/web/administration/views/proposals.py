"""Changes of the calendar that wait for a second person, who sees which promises they move; and their progress."""

from django.http import Http404, HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_GET

from motcua.domain.dossiers.dates_moved import moving, recalculation
from motcua.domain.dossiers.dates_moved.calendar_change import kept
from motcua.domain.organisations.roles import Role
from motcua.domain.regulation.citations import Kind, cite
from motcua.domain.vietnamese.dates import local_day
from motcua.web.components.entrance import OfficialRequest, found, holders_of
from motcua.web.components.fields import Form
from motcua.web.components.form_page import FormPage, ask

SHOWN, AT_ONCE = 50, 50

for _page in ("proposals", "proposal", "confirm_proposal", "drop_proposal"):
    cite(Kind.SCREEN, f"administration:{_page}", "2", "5.1.e-1")


@require_GET
@holders_of(Role.ADMIN, Role.HEAD)
def proposals(request: OfficialRequest) -> HttpResponse:
    """The newest ones, those that wait first."""
    _concerned(request)
    return render(request, "administration/proposals.html", {"rows": moving.proposals(most=AT_ONCE)})


@require_GET
@holders_of(Role.ADMIN, Role.HEAD)
def proposal(request: OfficialRequest, pk: int) -> HttpResponse:
    """One: what it is, which due dates it would move, which applicants must be told, a page at a time."""
    _concerned(request)
    one = found(moving.proposal, pk)
    foreseen = recalculation.foreseen(kept(one.change).foreseen(), request.at) if one.is_open else None
    moved = foreseen.moved if foreseen else ()
    asked = request.GET.get("trang", "1")
    pages = max(1, -(-len(moved) // SHOWN))
    number = min(int(asked), pages) if asked.isdecimal() and len(asked) < 7 and int(asked) else 1
    context = {
        "proposal": one,
        "foreseen": foreseen,
        "told": sum(local_day(each.now) > local_day(each.was) for each in moved),
        "moved": moved[(number - 1) * SHOWN : number * SHOWN],
        "number": number,
        "pages": pages,
        "answer": moving.may_confirm(request.officer, one, request.at),
        "mine": one.proposed_by_id == request.officer.pk,
    }
    return render(request, "administration/proposal.html", context)


@holders_of(Role.ADMIN, Role.HEAD)
def confirm(request: OfficialRequest, pk: int) -> HttpResponseBase:
    """The second person says yes."""
    return _ended(request, pk, confirmed=True)


@holders_of(Role.ADMIN, Role.HEAD)
def drop(request: OfficialRequest, pk: int) -> HttpResponseBase:
    """It is given up."""
    return _ended(request, pk, confirmed=False)


def _ended(request: OfficialRequest, pk: int, *, confirmed: bool) -> HttpResponseBase:
    _concerned(request)
    one, back = found(moving.proposal, pk), reverse("administration:proposal", args=[pk])

    def do() -> str:
        end = moving.confirm_calendar_change if confirmed else moving.drop_calendar_change
        end(one, by=request.officer, at=request.at)
        return back

    title = "Xác nhận thay đổi lịch" if confirmed else "Bỏ đề nghị thay đổi lịch"
    says = ("Lịch thay đổi ngay; hạn của hồ sơ được tính lại trong vài phút tiếp theo.",) if confirmed else ()
    page = FormPage(title, "Xác nhận" if confirmed else "Bỏ đề nghị", back, one.words, says, grave=not confirmed)
    said = "Đã xác nhận. Hạn của hồ sơ đang được tính lại." if confirmed else "Đã bỏ đề nghị."
    return ask(request, page, Form(request.POST or None), do, said=said)


def _concerned(request: OfficialRequest) -> None:
    """Heads of other bodies have nothing to do here."""
    if not request.officer.has_role(Role.ADMIN, request.at) and not moving.leads_centre(request.officer, request.at):
        raise Http404
