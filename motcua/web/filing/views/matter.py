"""For whom, where, how to reach the applicant, how the result comes."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from motcua.domain.filing import drafts, queries, renewing
from motcua.domain.filing.terms import WITH_THE_APPLICANT
from motcua.web.citizen.door import CitizenRequest, citizens_only
from motcua.web.components.entrance import found

from .. import show
from ..forms import KEPT
from .keeping import turn_of


@require_http_methods(["GET", "HEAD", "POST"])
@citizens_only
def write(request: CitizenRequest, code: str) -> HttpResponseBase:
    """A press keeps what was typed, right or wrong."""
    submission = found(queries.submission, request.person, code)
    if submission.state not in WITH_THE_APPLICANT:
        return redirect(show.address("done", submission))
    if request.method != "POST":
        if renewing.is_outdated(submission, request.at):
            return redirect(show.address("prepare", submission))
        data = {**show.known(submission), **submission.typed} if "sua" in request.GET else None
        return _page(request, submission, show.form(submission, request.at, data))
    kept = {name: request.POST.get(name, "") for name in KEPT}
    drafts.keep(submission, kept, at=request.at, turn=turn_of(request))
    if "later" in request.POST:
        return show.put_aside(request)
    form = show.form(submission, request.at, request.POST)
    if not form.is_valid():
        return _page(request, submission, form, status=422)
    messages.success(request, "Đã lưu thông tin.")
    return redirect(show.address("prepare", submission))


def _page(request: CitizenRequest, submission: Any, form: Any, *, status: int = 200) -> HttpResponse:
    return render(request, "filing/matter.html", {"it": submission, "form": form}, status=status)
