"""What is settled while the citizen waits, and the books in which it stands."""

from datetime import date
from typing import Any

from django.http import Http404, HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.utils.http import content_disposition_header
from django.views.decorators.http import require_safe

from motcua.domain.dossiers.at_once import certifications
from motcua.domain.dossiers.at_once.terms import Book
from motcua.domain.organisations.roles import Role
from motcua.domain.papers.issuing import printed as on_paper
from motcua.domain.regulation.answers import Refused
from motcua.domain.regulation.citations import Kind, cite
from motcua.domain.vietnamese.dates import local_day, show_date
from motcua.web.centre.forms import Days
from motcua.web.components.entrance import OfficialRequest, acting, holders_of
from motcua.web.components.paging import beside, place_of
from motcua.web.files.serving import KINDS, pdf
from motcua.web.results.sheet import workbook as sheet

from ..at_once import AtOnce

A_YEAR = 366
COLUMNS = (
    "Số chứng thực", "Ngày", "Người yêu cầu", "Số giấy tờ", "Người ký", "Giấy tờ, văn bản", "Số bản", "Số trang",
    "Mã hồ sơ", "Người nộp",
)  # fmt: skip

cite(Kind.SCREEN, "counter:at_once", "3.3-1", "4.1.e", "5.1.đ-2")
cite(Kind.SCREEN, "counter:certifications", "4.1.d-1")
cite(Kind.SCREEN, "counter:certifications_pdf", "4.1.d-1")
cite(Kind.SCREEN, "counter:certifications_sheet", "4.1.d-1")


@holders_of(Role.RECEIVE)
def at_once(request: OfficialRequest) -> HttpResponseBase:
    """One form from the person to the result."""
    screen = AtOnce(request)
    if not screen.decides:
        return _shown(request, screen)
    if not screen.forms.is_valid():
        return _shown(request, screen, status=422)
    said = "Đã giải quyết, ghi sổ và trả kết quả."
    return acting(request, screen.settle, said=said, refused=lambda refusal: _shown(request, screen, refusal))


@require_safe
@holders_of(*certifications.READERS)
def books(request: OfficialRequest) -> HttpResponse:
    """A book of some days, a page at a time."""
    asked = _Asked(request)
    context: dict[str, Any] = {
        "asked": asked,
        "books": Book.choices,
        "rows": [],
        "totals": (0, 0, 0),
        "pages": ("", ""),
    }
    if asked.office and asked.form.is_valid():
        page = certifications.a_page(*asked.where, place_of(request))
        context |= {"rows": page.rows, "totals": certifications.totals(*asked.where), "pages": beside(request, page)}
    return render(request, "counter/certifications.html", context | {"at_once": certifications.AT_ONCE})


@require_safe
@holders_of(*certifications.READERS)
def books_pdf(request: OfficialRequest) -> HttpResponse:
    """The same lines on paper."""
    asked = _whole(request)
    name = f"{Book(asked.book).label} {asked.form.days[0]:%d-%m-%Y} đến {asked.form.days[1]:%d-%m-%Y}"
    return pdf(on_paper("certification_register", certifications.register(*asked.where, request.at)), name)


@require_safe
@holders_of(*certifications.READERS)
def books_sheet(request: OfficialRequest) -> HttpResponse:
    """The same lines as a workbook without formulas."""
    asked = _whole(request)
    since, until = asked.form.days
    office = asked.where[0].name
    title = f"{Book(asked.book).label}, {office}, từ {show_date(since)} đến {show_date(until)}"
    rows = certifications.lines(*asked.where)[: certifications.AT_ONCE]
    content = sheet(title, COLUMNS, map(_cells, rows), name="Sổ chứng thực")
    named = content_disposition_header(True, "Sổ chứng thực.xlsx") or "attachment"
    return HttpResponse(content, content_type=KINDS["xlsx"], headers={"Content-Disposition": named})


class _Asked:
    """Which book of which office, on which days."""

    def __init__(self, request: OfficialRequest) -> None:
        self.offices = certifications.offices_of(request.officer, request.at)
        wanted = request.GET.get("noi", "")
        self.office = next((each for each in self.offices if wanted in ("", each.code)), None)
        if wanted and self.office is None:
            raise Http404
        self.book = request.GET.get("so", Book.COPY)
        if self.book not in Book:
            raise Http404
        self.form = Days(request.GET, today=local_day(request.at), most=A_YEAR)

    @property
    def where(self) -> tuple[Any, str, date, date]:
        """What the readings of a book take."""
        since, until = self.form.days
        return self.office, self.book, since, until


def _whole(request: OfficialRequest) -> _Asked:
    asked = _Asked(request)
    if asked.office is None or not asked.form.is_valid():
        raise Http404
    return asked


def _cells(line: Any) -> tuple[str, ...]:
    dossier = line.dossier
    counted = (str(line.copies), str(line.pages), dossier.code or "", dossier.submitter_name)
    who = (dossier.applicant_name, dossier.identity_number, line.signed_by.name, line.what)
    return (line.shown_number, show_date(local_day(line.settled_at)), *who, *counted)


def _shown(request: OfficialRequest, screen: AtOnce, refusal: Refused | None = None, status: int = 200) -> HttpResponse:
    context = {"screen": screen, "form": screen.forms, "refusal": refusal}
    return render(request, "counter/at_once.html", context, status=status)
