"""Filing from home, page by page: nothing typed or sent is lost on the way."""

from typing import Any

from django.contrib import messages
from django.core.exceptions import ObjectDoesNotExist
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe

from motcua.domain.citizens.queries import person_of
from motcua.domain.filing import drafts, policies, queries, submitting
from motcua.domain.filing.terms import WITH_THE_APPLICANT
from motcua.domain.papers.scans import bytes_of
from motcua.domain.procedures import queries as procedures
from motcua.domain.regulation.answers import Refused
from motcua.domain.regulation.citations import Kind, cite
from motcua.domain.vietnamese.dates import local_day
from motcua.domain.vietnamese.text import clean
from motcua.web.citizen.door import CitizenRequest, citizens_only
from motcua.web.components.entrance import acting, found, status_of
from motcua.web.components.fields import Form
from motcua.web.components.form_page import FormPage, ask
from motcua.web.files.serving import pdf
from motcua.web.uploads import labels

from . import show

FORM = "citizen/form.html"

cite(Kind.SCREEN, "filing:prepare", "4.1.c", "5.1.d")
cite(Kind.SCREEN, "filing:done", "4.1.c")


@require_http_methods(["GET", "HEAD", "POST"])
@citizens_only
def begin(request: CitizenRequest, procedure: str) -> HttpResponseBase:
    """Begin to file for a procedure, or go on with what was begun."""
    version = found(procedures.published, clean(procedure), local_day(request.at))
    page = FormPage(
        title="Nộp hồ sơ trực tuyến", about=version.name, button="Bắt đầu",
        back=reverse("portal:procedure", args=[version.procedure.code]), template=FORM,
        says=(
            "Chuẩn bị giấy tờ, chụp ảnh hoặc chọn tệp cho từng loại.",
            "Mọi điều đã điền và tệp đã gửi được giữ 30 ngày; bạn làm tiếp trên máy khác được.",
            "Nộp xong, cán bộ xem và trả lời; được tiếp nhận thì hồ sơ có mã và ngày hẹn trả.",
        ),
        hindrance=policies.may_begin(request.person, version, request.at),
    )  # fmt: skip

    def do() -> str:
        return _to("prepare", drafts.begin(version, by=request.person, at=request.at))

    return ask(request, page, Form(request.POST or None), do, said="")


@require_http_methods(["GET", "HEAD", "POST"])
@citizens_only
def prepare(request: CitizenRequest, code: str) -> HttpResponseBase:
    """The list of papers and the form; a press keeps what was typed, right or wrong."""
    submission = found(queries.submission, request.person, code)
    if submission.state not in WITH_THE_APPLICANT:
        return redirect(_to("done", submission))
    if request.method != "POST":
        return _prepared(request, submission)
    kept = {name: request.POST.get(name, "") for name in show.KEPT}
    drafts.keep(submission, kept, at=request.at)
    submission.typed = kept
    if "later" in request.POST:
        messages.success(request, "Đã lưu. Bạn làm tiếp lúc nào cũng được trong 30 ngày.")
        return redirect("citizen:home")
    form = show.form(submission, request.at, request.POST)
    if not form.is_valid():
        return _prepared(request, submission, form, status=422)
    return redirect(_to("review", submission))


@require_http_methods(["GET", "HEAD", "POST"])
@citizens_only
def review(request: CitizenRequest, code: str) -> HttpResponseBase:
    """Everything once more, then hand it in: once, however often the button is pressed."""
    submission = found(queries.submission, request.person, code)
    if submission.state not in WITH_THE_APPLICANT:
        return redirect(_to("done", submission))
    form = show.form(submission, request.at, {**submission.typed})
    if not form.is_valid():
        return redirect(_to("prepare", submission))
    if request.method != "POST":
        return _reviewed(request, submission, form)

    def do() -> str:
        wish = show.wish(submission, form.cleaned_data)
        submitting.submit(submission, wish=wish, by=request.person, at=request.at)
        return _to("done", submission)

    return acting(request, do, refused=lambda refusal: _reviewed(request, submission, form, refusal))


@require_safe
@citizens_only
def done(request: CitizenRequest, code: str) -> HttpResponse:
    """What was handed in, and what happens next and when."""
    seen = queries.whole(found(queries.submission, request.person, code))
    if seen.submission.submitted_at is None:
        raise Http404
    return render(request, "filing/done.html", {"it": seen.submission, "papers": seen.papers, "at": request.at})


@citizens_only
def withdraw(request: CitizenRequest, code: str) -> HttpResponseBase:
    """Take it back."""
    submission = found(queries.submission, request.person, code)
    page = FormPage(
        title="Rút hồ sơ đã nộp", about=f"{submission.code}, {submission.version.name}", button="Rút hồ sơ",
        back=_to("done", submission), template=FORM, grave=True,
        says=("Cán bộ không xem hồ sơ này nữa. Muốn nộp lại, bạn bắt đầu hồ sơ mới.",),
    )  # fmt: skip

    def do() -> str:
        submitting.withdraw_submission(submission, by=request.person, at=request.at)
        return reverse("citizen:home")

    return ask(request, page, Form(request.POST or None), do, said="Đã rút hồ sơ.")


@citizens_only
def discard(request: CitizenRequest, code: str) -> HttpResponseBase:
    """Let a draft go."""
    submission = found(queries.submission, request.person, code)
    page = FormPage(
        title="Bỏ hồ sơ đang soạn", about=submission.version.name, button="Bỏ hồ sơ này",
        back=_to("prepare", submission), template=FORM, grave=True,
        says=("Điều đã điền và tệp đã gửi của hồ sơ này bị xóa.",),
    )  # fmt: skip

    def do() -> str:
        drafts.discard(submission)
        return reverse("citizen:home")

    return ask(request, page, Form(request.POST or None), do, said="Đã bỏ hồ sơ đang soạn.")


@require_safe
@citizens_only
def paper(request: CitizenRequest, code: str, pk: int) -> HttpResponse:
    """A paper as it was handed in."""
    scan = found(queries.scan_of, found(queries.submission, request.person, code), pk)
    return pdf(bytes_of(scan), scan.name.rsplit(".", 1)[0])


def _prepared(request: CitizenRequest, submission: Any, form: Any = None, *, status: int = 200) -> HttpResponse:
    papers = show.papers(submission, request.at)
    seen = queries.whole(submission)
    context = {
        "it": submission,
        "papers": papers,
        "there": sum(each.is_there for each in papers),
        "missing": sum(each.is_missing for each in papers),
        "form": form or show.form(submission, request.at),
        "sent_back": seen.sent_back[-1] if submission.times_sent_back and seen.sent_back else None,
    }
    return render(request, "filing/prepare.html", context, status=status)


def _reviewed(request: CitizenRequest, submission: Any, form: Any, refusal: Refused | None = None) -> HttpResponse:
    papers = show.papers(submission, request.at)
    answers = [(str(field.label), _said(form, field.name)) for field in form if _said(form, field.name)]
    context = {"it": submission, "papers": papers, "answers": answers, "refusal": refusal,
               "missing": [each for each in papers if each.is_missing]}  # fmt: skip
    return render(request, "filing/review.html", context, status=status_of(refusal) if refusal else 200)


def _said(form: Any, name: str) -> str:
    value = form.cleaned_data[name]
    choices = dict(getattr(form.fields[name], "choices", ()))
    return str(choices.get(value, value))


def _to(page: str, submission: Any) -> str:
    return reverse(f"filing:{page}", args=[submission.code])


def _label(request: HttpRequest, place: str) -> labels.Label | None:
    """The name of a paper on the page where its files are sent, for its own applicant."""
    user: Any = request.user
    person = person_of(user) if user.is_authenticated else None
    parts = place.split("-")
    if person is None or len(parts) != 3 or not all(part.isdecimal() for part in parts[1:]):
        return None
    try:
        submission = queries.submission_by_number(person, int(parts[1]))
        name = submission.version.components.get(pk=int(parts[2])).name
    except ObjectDoesNotExist:
        return None
    return labels.Label(name, _to("prepare", submission))


labels.name_places("nop", _label)
