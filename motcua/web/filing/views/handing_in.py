"""Everything once more, handed in once; then what was handed in, and what happens next."""

from typing import Any

from django.http import Http404, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe

from motcua.domain.filing import queries, renewing, submitting
from motcua.domain.filing.renewing import Outdated
from motcua.domain.filing.slip import slip_of
from motcua.domain.filing.terms import WITH_THE_APPLICANT
from motcua.domain.papers.scans import bytes_of
from motcua.domain.regulation.answers import Refused
from motcua.domain.regulation.citations import Kind, cite
from motcua.web.citizen.door import CitizenRequest, citizens_only
from motcua.web.components.entrance import acting, found, status_of
from motcua.web.components.fields import Form
from motcua.web.components.form_page import FormPage, ask
from motcua.web.files.serving import pdf

from .. import show
from .beginning import changed

cite(Kind.SCREEN, "filing:done", "4.1.c")


@require_http_methods(["GET", "HEAD", "POST"])
@citizens_only
def review(request: CitizenRequest, code: str) -> HttpResponseBase:
    """Everything once more, then hand it in: once, however often the button is pressed."""
    submission = found(queries.submission, request.person, code)
    if submission.state not in WITH_THE_APPLICANT:
        return redirect(show.address("done", submission))
    if request.method != "POST":
        if renewing.is_outdated(submission, request.at):
            return redirect(show.address("prepare", submission))
        return _reviewed(request, submission)
    form = show.form(submission, request.at, submission.typed)
    if not form.is_valid():
        return redirect(f"{show.address('matter', submission)}?sua")

    def do() -> str:
        wish = show.wish(submission, form.cleaned_data)
        submitting.submit(submission, wish=wish, by=request.person, at=request.at)
        return show.address("done", submission)

    def refused(refusal: Refused) -> HttpResponse:
        answer = changed if isinstance(refusal, Outdated) else _reviewed
        return answer(request, submission, refusal)

    return acting(request, do, refused=refused)


@require_safe
@citizens_only
def done(request: CitizenRequest, code: str) -> HttpResponse:
    """What was handed in, and what happens next and when."""
    seen = queries.whole(found(queries.submission, request.person, code))
    if seen.submission.submitted_at is None:
        raise Http404
    return render(request, "filing/done.html", {"it": seen.submission, "papers": seen.papers, "at": request.at})


@require_safe
@citizens_only
def slip(request: CitizenRequest, code: str) -> HttpResponse:
    """What was handed in as a paper to keep."""
    seen = queries.whole(found(queries.submission, request.person, code))
    if seen.submission.submitted_at is None:
        raise Http404
    return pdf(slip_of(seen), f"Phiếu đã nộp {seen.submission.code}", to_keep=True)


@citizens_only
def withdraw(request: CitizenRequest, code: str) -> HttpResponseBase:
    """Take it back."""
    submission = found(queries.submission, request.person, code)
    page = FormPage(
        title="Rút hồ sơ đã nộp", about=f"{submission.code}, {submission.version.name}", button="Rút hồ sơ",
        back=show.address("done", submission), template="citizen/form.html", grave=True,
        says=("Cán bộ không xem hồ sơ này nữa. Muốn nộp lại, bạn bắt đầu hồ sơ mới.",),
    )  # fmt: skip

    def do() -> str:
        submitting.withdraw_submission(submission, by=request.person, at=request.at)
        return reverse("citizen:home")

    return ask(request, page, Form(request.POST or None), do, said="Đã rút hồ sơ.")


@require_safe
@citizens_only
def paper(request: CitizenRequest, code: str, pk: int) -> HttpResponse:
    """A paper as it was handed in."""
    scan = found(queries.scan_of, found(queries.submission, request.person, code), pk)
    return pdf(bytes_of(scan), scan.name.rsplit(".", 1)[0])


def _reviewed(request: CitizenRequest, submission: Any, refusal: Refused | None = None) -> HttpResponse:
    tasks = show.tasks(submission, request.at)
    context = {
        "it": submission,
        "tasks": tasks,
        "declared": show.declared_in_words(submission),
        "answers": show.matter_in_words(submission, request.at),
        "refusal": refusal,
    }
    return render(request, "filing/review.html", context, status=status_of(refusal) if refusal else 200)
