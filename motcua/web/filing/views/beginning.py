"""Begin to file, see what there is to do, or let a draft go."""

from typing import Any

from django.core.exceptions import ObjectDoesNotExist
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from motcua.domain.citizens.queries import person_of
from motcua.domain.filing import declaring, drafts, own_papers, policies, queries, renewing, submitting
from motcua.domain.filing.terms import WITH_THE_APPLICANT
from motcua.domain.procedures import queries as procedures
from motcua.domain.regulation.answers import YES, Answer, Refused
from motcua.domain.regulation.citations import Kind, cite
from motcua.domain.vietnamese.dates import local_day
from motcua.domain.vietnamese.text import clean
from motcua.web.citizen.door import CitizenRequest, citizens_only
from motcua.web.components.entrance import OfficialRequest, acting, everybody, found, status_of
from motcua.web.components.fields import Form
from motcua.web.components.form_page import FormPage, ask
from motcua.web.portal.show import procedure as procedure_shown
from motcua.web.uploads import labels

from .. import show

FORM = "citizen/form.html"

cite(Kind.SCREEN, "start:begin", "4.1.b", "4.1.c")
cite(Kind.SCREEN, "filing:prepare", "4.1.b", "4.1.c", "5.1.d")


@require_http_methods(["GET", "HEAD", "POST"])
@everybody
def begin(request: OfficialRequest, procedure: str) -> HttpResponseBase:
    """What somebody needs, pays and waits who files this; an account only when something has to be kept."""
    version = found(procedures.published, clean(procedure), local_day(request.at))
    if request.method == "POST":
        return _begun(request, version)
    user: Any = request.user
    person = person_of(user) if user.is_authenticated else None
    hindrance = policies.may_begin(person, version, request.at) if person else policies.is_offered(version, request.at)
    return _start(request, version, hindrance=hindrance, person=person)


@citizens_only
def _begun(request: CitizenRequest, version: Any) -> HttpResponseBase:
    """Begin, or go on with what was begun."""

    def do() -> str:
        return show.address("prepare", drafts.begin(version, by=request.person, at=request.at))

    return acting(request, do, refused=lambda refusal: _start(request, version, refusal=refusal, person=request.person))


def _start(
    request: OfficialRequest, version: Any, *, person: Any, hindrance: Answer = YES, refusal: Refused | None = None
) -> HttpResponse:
    one_stops = queries.one_stops(version)
    context = {
        "it": procedure_shown(version, request.at),
        "version": version,
        "hindrance": hindrance,
        "refusal": refusal,
        "person": person,
        "hours": submitting.answer_time(one_stops[0], request.at).amount if len(one_stops) == 1 else None,
        "declared": declaring.paper_of(version),
    }
    return render(request, "filing/start.html", context, status=status_of(refusal) if refusal else 200)


@require_safe
@citizens_only
def tasks(request: CitizenRequest, code: str) -> HttpResponseBase:
    """What there is to do: the declaration, the papers, the particulars; what is done and what is not."""
    submission = found(queries.submission, request.person, code)
    if submission.state not in WITH_THE_APPLICANT:
        return redirect(show.address("done", submission))
    if renewing.is_outdated(submission, request.at):
        return changed(request, submission)
    context = {
        "it": submission,
        "tasks": show.tasks(submission, request.at),
        "sent_back": show.sent_back(submission),
    }
    return render(request, "filing/prepare.html", context)


def changed(request: CitizenRequest, submission: Any, refusal: Refused | None = None) -> HttpResponse:
    """The procedure is another one since this was begun: what is asked otherwise, and the way on."""
    renewal = renewing.renewal(submission, request.at)
    context = {
        "it": submission,
        "renewal": renewal,
        "may": policies.may_begin(request.person, renewal.now if renewal else submission.version, request.at),
        "refusal": refusal,
    }
    return render(request, "filing/changed.html", context, status=status_of(refusal) if refusal else 200)


@require_POST
@citizens_only
def renew(request: CitizenRequest, code: str) -> HttpResponseBase:
    """Go on under the version in force with all that still fits."""
    submission = found(queries.submission, request.person, code)
    if submission.state not in WITH_THE_APPLICANT:
        return redirect(show.address("done", submission))

    def do() -> str:
        renewing.carry_over(submission, by=request.person, at=request.at)
        return show.address("prepare", submission)

    said = "Đã chuyển sang bản mới. Điều đã điền và giấy tờ còn dùng được vẫn còn nguyên."
    return acting(request, do, said=said, refused=lambda refusal: changed(request, submission, refusal))


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
