"""The procedure's own form, asked of who files: kept with every press, checked when it is left."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_safe

from motcua.domain.filing import declaring, drafts, queries, renewing
from motcua.domain.filing.declaring import Declared
from motcua.domain.filing.terms import WITH_THE_APPLICANT
from motcua.domain.organisations.queries import areas
from motcua.domain.procedures.own_forms.fields import Kind
from motcua.domain.regulation import citations
from motcua.domain.regulation.citations import cite
from motcua.domain.vietnamese.dates import local_day
from motcua.web.citizen.door import CitizenRequest, citizens_only
from motcua.web.components import own_form as shown_form
from motcua.web.components.entrance import found
from motcua.web.components.typed import BUTTON, rearranged
from motcua.web.files.serving import pdf

from .. import show
from .keeping import turn_of

MINE = "mine"

cite(citations.Kind.SCREEN, "filing:declaration", "4.1.c", "5.1.d")


@require_http_methods(["GET", "HEAD", "POST"])
@citizens_only
def write(request: CitizenRequest, code: str) -> HttpResponseBase:
    """Ask the questions that are to be answered; a press keeps the answers, right or wrong."""
    submission = found(queries.submission, request.person, code)
    if submission.state not in WITH_THE_APPLICANT:
        return redirect(show.address("done", submission))
    said = _declared(submission)
    if request.method != "POST":
        if renewing.is_outdated(submission, request.at):
            return redirect(show.address("prepare", submission))
        return _page(request, submission, said, faults="sua" in request.GET)
    sent = rearranged(show.with_mine(request.POST, said.form, request.person, request.POST.get(MINE, "")))
    typed: dict[str, drafts.Typed] = {name: sent.getlist(name) for name in sent if shown_form.belongs(said.form, name)}
    drafts.keep(submission, typed, at=request.at, turn=turn_of(request), whole=shown_form.PREFIXES)
    if BUTTON in sent or MINE in sent or renewing.is_outdated(submission, request.at):
        return redirect(request.path)
    if "later" in sent:
        return show.put_aside(request)
    said = _declared(submission)
    if more := shown_form.opened(said.form, said.values, sent):
        messages.success(request, f"Đã lưu. Câu trả lời của bạn mở thêm mục “{more[0].label}”.")
        return redirect(f"{request.path}#id_{shown_form.PREFIX}-{more[0].key}")
    if said.faults:
        return _page(request, submission, said, faults=True, status=422)
    messages.success(request, "Đã lưu tờ khai.")
    return redirect(show.address("prepare", submission))


@require_safe
@citizens_only
def printed(request: CitizenRequest, code: str) -> HttpResponse:
    """The declaration as it will be handed in, once every answer is right."""
    submission = found(queries.submission, request.person, code)
    said = _declared(submission)
    if said.faults:
        raise Http404
    made = declaring.printed(submission.version, said, by=request.person, at=request.at)
    return pdf(made.data, made.name.removesuffix(".pdf"))


def _declared(submission: Any) -> Declared:
    said = show.declared(submission)
    if said is None:
        raise Http404
    return said


def _page(request: CitizenRequest, submission: Any, said: Declared, *, faults: bool, status: int = 200) -> HttpResponse:
    shown = show.questions(submission, said, faults=faults)
    context = {
        "it": submission,
        "questions": shown,
        "faults": shown_form.faults_in_order(shown),
        "paper": said.paper,
        "areas": areas(local_day(request.at)) if any(each.kind == Kind.ADDRESS for each in said.form) else None,
    }
    return render(request, "filing/declaration.html", context, status=status)
