"""Begin to file, see what there is to do, or let a draft go."""

from typing import Any

from django.core.exceptions import ObjectDoesNotExist
from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe

from motcua.domain.citizens.queries import person_of
from motcua.domain.filing import drafts, own_papers, policies, queries
from motcua.domain.filing.terms import WITH_THE_APPLICANT
from motcua.domain.procedures import queries as procedures
from motcua.domain.regulation.citations import Kind, cite
from motcua.domain.vietnamese.dates import local_day
from motcua.domain.vietnamese.text import clean
from motcua.web.citizen.door import CitizenRequest, citizens_only
from motcua.web.components.entrance import found
from motcua.web.components.fields import Form
from motcua.web.components.form_page import FormPage, ask
from motcua.web.uploads import labels

from .. import show

FORM = "citizen/form.html"

cite(Kind.SCREEN, "filing:prepare", "4.1.c", "5.1.d")


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
        return show.address("prepare", drafts.begin(version, by=request.person, at=request.at))

    return ask(request, page, Form(request.POST or None), do, said="")


@require_safe
@citizens_only
def tasks(request: CitizenRequest, code: str) -> HttpResponseBase:
    """What there is to do: the declaration, the papers, the particulars; what is done and what is not."""
    submission = found(queries.submission, request.person, code)
    if submission.state not in WITH_THE_APPLICANT:
        return redirect(show.address("done", submission))
    seen = queries.whole(submission)
    context = {
        "it": submission,
        "tasks": show.tasks(submission, request.at),
        "sent_back": seen.sent_back[-1] if seen.sent_back else None,
    }
    return render(request, "filing/prepare.html", context)


@citizens_only
def discard(request: CitizenRequest, code: str) -> HttpResponseBase:
    """Let a draft go."""
    submission = found(queries.submission, request.person, code)
    page = FormPage(
        title="Bỏ hồ sơ đang soạn", about=submission.version.name, button="Bỏ hồ sơ này",
        back=show.address("prepare", submission), template=FORM, grave=True,
        says=("Điều đã điền và tệp đã gửi của hồ sơ này bị xóa.",),
    )  # fmt: skip

    def do() -> str:
        drafts.discard(submission)
        return reverse("citizen:home")

    return ask(request, page, Form(request.POST or None), do, said="Đã bỏ hồ sơ đang soạn.")


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
    choose = reverse("filing:choose_paper", args=[submission.code, int(parts[2])]) if own_papers.has_any(person) else ""
    return labels.Label(name, show.address("prepare", submission), choose)


labels.name_places("nop", _label)
