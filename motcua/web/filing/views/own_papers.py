"""My papers: what I have handed in and what was given to me, to be named, removed, and handed in again."""

from typing import Any

from django.http import Http404, HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe

from motcua.domain.filing import own_papers, queries
from motcua.domain.filing.terms import WITH_THE_APPLICANT
from motcua.domain.papers import storage
from motcua.domain.papers.scans import bytes_of
from motcua.domain.regulation.answers import Refused
from motcua.domain.regulation.citations import Kind, cite
from motcua.web.citizen.door import CitizenRequest, citizens_only
from motcua.web.components.entrance import acting, found, status_of
from motcua.web.components.fields import Form, TextField
from motcua.web.components.form_page import FormPage, ask
from motcua.web.components.paging import beside, place_of
from motcua.web.files import serving

HANDED_IN, GIVEN = "nop", "ket-qua"
SHOWN = 20

cite(Kind.SCREEN, "filing:own_papers", "5.1.d")
cite(Kind.SCREEN, "filing:choose_paper", "5.1.d")


class Named(Form):
    """The name of a paper."""

    name = TextField(label="Tên giấy tờ", max_length=own_papers.LONGEST_NAME)


@require_safe
@citizens_only
def listed(request: CitizenRequest) -> HttpResponse:
    """All of them, with what they were handed in for."""
    return render(request, "filing/own_papers.html", _list(request))


@citizens_only
def rename(request: CitizenRequest, pk: int) -> HttpResponseBase:
    """Give a paper a name of one's own."""
    paper = found(own_papers.own_paper, request.person, pk)
    form = Named(request.POST or None, initial={"name": paper.name})
    page = FormPage(title="Đặt tên giấy tờ", about=paper.scan.name, button="Lưu", back=reverse("filing:own_papers"),
                    template="citizen/form.html")  # fmt: skip

    def do() -> str:
        own_papers.rename(paper, form.cleaned_data["name"])
        return reverse("filing:own_papers")

    return ask(request, page, form, do, said="Đã đặt tên.")


@citizens_only
def remove(request: CitizenRequest, pk: int) -> HttpResponseBase:
    """Let a paper go from the list."""
    paper = found(own_papers.own_paper, request.person, pk)
    page = FormPage(
        title="Bỏ giấy tờ khỏi danh sách", about=paper.name, button="Bỏ khỏi danh sách",
        back=reverse("filing:own_papers"), template="citizen/form.html", grave=True,
        says=("Hồ sơ đã nộp vẫn giữ giấy tờ này. Lần sau cần, bạn gửi lại.",),
    )  # fmt: skip

    def do() -> str:
        own_papers.remove(paper)
        return reverse("filing:own_papers")

    return ask(request, page, Form(request.POST or None), do, said="Đã bỏ khỏi danh sách.")


@require_http_methods(["GET", "HEAD", "POST"])
@citizens_only
def choose(request: CitizenRequest, code: str, component: int) -> HttpResponseBase:
    """Hand in one that is there already for a paper that is asked."""
    submission = found(queries.submission, request.person, code)
    asked = found(submission.version.components.get, pk=component)
    if submission.state not in WITH_THE_APPLICANT:
        raise Http404

    def answer(refusal: Refused | None = None) -> HttpResponse:
        context = {**_list(request), "it": submission, "asked": asked, "refusal": refusal}
        return render(request, "filing/choose_paper.html", context, status=status_of(refusal) if refusal else 200)

    if request.method != "POST":
        return answer()
    kind, _, pk = request.POST.get("paper", "").rpartition("-")
    scan, name = _scan(request, kind, int(pk) if pk.isascii() and pk.isdecimal() and len(pk) < 18 else 0)

    def do() -> str:
        own_papers.hand_in_again(scan, name, submission=submission, component_id=component, at=request.at)
        return reverse("filing:prepare", args=[submission.code])

    return acting(request, do, said=f"Đã lấy “{name}” cho {asked.name}.", refused=answer)


@require_safe
@citizens_only
def content(request: CitizenRequest, kind: str, pk: int) -> HttpResponse:
    """A paper to look at."""
    scan, name = _scan(request, kind, pk)
    return serving.pdf(bytes_of(scan), name)


@require_safe
@citizens_only
def thumbnail(request: CitizenRequest, kind: str, pk: int) -> HttpResponse:
    """Its first page, small."""
    scan, _ = _scan(request, kind, pk)
    return serving.png(storage.read(scan.thumbnail), "trang-dau")


def _list(request: CitizenRequest) -> dict[str, Any]:
    at_page = own_papers.own_papers(request.person, place_of(request, SHOWN))
    return {
        "rows": at_page.rows,
        "pages": beside(request, at_page),
        "uses": own_papers.uses_of(at_page.rows, by=request.person),
        "results": own_papers.own_results(request.person),
    }


def _scan(request: CitizenRequest, kind: str, pk: int) -> tuple[Any, str]:
    """One's own paper or result, with its name; everybody else's does not exist."""
    if kind == HANDED_IN:
        paper = found(own_papers.own_paper, request.person, pk)
        return paper.scan, paper.name
    if kind == GIVEN:
        result = found(own_papers.own_result, request.person, pk)
        return result.scan, f"{result.title} {result.number}"
    raise Http404
