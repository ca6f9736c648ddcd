"""The cases of a process: written in plain forms, run by the rules of real dossiers, each result line by line."""

from typing import Any

from django.http import HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_GET

from motcua.domain.dossiers.trials import running
from motcua.domain.procedures import policies, queries, trials, ways
from motcua.domain.regulation.citations import Kind, cite
from motcua.domain.vietnamese.dates import local_day
from motcua.web.components.entrance import OfficialRequest, found, holders_of
from motcua.web.components.form_page import FormPage, ask, show
from motcua.web.components.typed import BUTTON

from .. import trial_form, trial_words
from ..forms import NothingForm
from .processes import AT_DESK

cite(Kind.SCREEN, "processes:trial", "4.1.a-1")
cite(Kind.SCREEN, "processes:write_trial", "4.1.a-1")
cite(Kind.SCREEN, "processes:amend_trial", "4.1.a-1")
cite(Kind.SCREEN, "processes:remove_trial", "4.1.a-1")


@require_GET
@holders_of(*AT_DESK)
def trial(request: OfficialRequest, pk: int) -> HttpResponse:
    """One case with what comes of it today, day by day where it fails."""
    one = found(trials.trial_for, request.officer, pk, request.at)
    context = {
        "trial": one,
        "outcome": running.outcome(one),
        "process": one.process,
        "name": ways.name_of(one.process.procedure),
        "words": trial_words,
        "may_try": policies.may_try(request.officer, one.process, request.at),
    }
    return render(request, "processes/trial.html", context)


@holders_of(*AT_DESK)
def write(request: OfficialRequest, pk: int) -> HttpResponseBase:
    """Add a case to a draft."""
    one = found(queries.process_for, request.officer, pk, request.at)
    page = _page(request, one, "Thêm tình huống thử", _page_of(one))
    return _written(request, page, None, lambda case, **by: running.written_and_tried(one, case=case, **by))


@holders_of(*AT_DESK)
def amend(request: OfficialRequest, pk: int) -> HttpResponseBase:
    """Change a case."""
    one = found(trials.trial_for, request.officer, pk, request.at)
    page = _page(request, one.process, "Sửa tình huống thử", reverse("processes:trial", args=[pk]))
    return _written(request, page, one, lambda case, **by: running.amended_and_tried(one, case=case, **by))


@holders_of(*AT_DESK)
def remove(request: OfficialRequest, pk: int) -> HttpResponseBase:
    """Take a case out."""
    one = found(trials.trial_for, request.officer, pk, request.at)
    form, back = NothingForm(request.POST if request.method == "POST" else None), reverse("processes:trial", args=[pk])

    def do() -> str:
        trials.remove_trial(one, by=request.officer, at=request.at)
        return _page_of(one.process)

    may = policies.may_try(request.officer, one.process, request.at)
    says = (f"Tình huống “{one.name}” không còn được chạy; diễn biến của thủ tục vẫn giữ nội dung của nó.",)
    words = "Bỏ tình huống thử"
    page = FormPage(words, words, back, _about(one.process), says, grave=True, hindrance=may)
    return ask(request, page, form, do, said="Đã bỏ tình huống thử.")


def _written(request: OfficialRequest, page: FormPage, one: Any, keep: Any) -> HttpResponseBase:
    if request.method != "POST":
        return show(request, page, trial_form.begun(one.case() if one else None, local_day(request.at)))
    if request.POST.get(BUTTON):
        return show(request, page, trial_form.sent(request.POST, local_day(request.at), check=False))
    form = trial_form.sent(request.POST, local_day(request.at), check=True)

    def do() -> str:
        kept = keep(form.case(), by=request.officer, at=request.at)
        return reverse("processes:trial", args=[kept.pk])

    return ask(request, page, form, do, said="Đã lưu và chạy tình huống thử.")


def _page(request: OfficialRequest, process: Any, title: str, back: str) -> FormPage:
    may = policies.may_try(request.officer, process, request.at)
    template = "processes/trial_form.html"
    return FormPage(title, "Lưu và chạy thử", back, _about(process), hindrance=may, template=template)


def _about(process: Any) -> str:
    return f"{process.procedure.code} · {ways.name_of(process.procedure)}, phiên bản {process.number}"


def _page_of(process: Any) -> str:
    return f"{reverse('processes:procedure', args=[process.procedure.code])}?phien-ban={process.number}#tinh-huong"
