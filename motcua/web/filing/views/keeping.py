"""Every field is kept as it is typed: a script tells some at a time, in order, and again until it is answered."""

import re

from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.views.decorators.http import require_POST

from motcua.domain.filing import declaring, drafts, queries
from motcua.domain.filing.drafts import Turn, Typed
from motcua.domain.regulation.answers import Refused
from motcua.domain.vietnamese.dates import local
from motcua.web.citizen.door import CitizenRequest, citizens_only
from motcua.web.components import own_form as shown_form
from motcua.web.components.entrance import found

from ..forms import KEPT

CONFLICT = 409


@require_POST
@citizens_only
def keep(request: CitizenRequest, code: str) -> HttpResponseBase:
    """Keep these fields and answer with the time. Without fields it only says that somebody is there."""
    submission = found(queries.submission, request.person, code)
    form = declaring.questions_of(submission.version)
    typed: dict[str, Typed] = {}
    for name in request.POST.getlist("fields"):
        if name in KEPT:
            typed[name] = request.POST.get(name, "")
        elif shown_form.belongs(form, name):
            typed[name] = request.POST.getlist(name)
    try:
        kept = drafts.keep(submission, typed, at=request.at, turn=turn_of(request))
    except Refused as refused:
        return HttpResponse(refused.sentence, status=CONFLICT, content_type="text/plain; charset=utf-8")
    if not kept:
        said = "Hồ sơ này đã nộp, không sửa ở đây được nữa."
        return HttpResponse(said, status=CONFLICT, content_type="text/plain; charset=utf-8")
    return HttpResponse(f"{local(request.at):%H:%M}", content_type="text/plain; charset=utf-8")


def turn_of(request: HttpRequest) -> Turn | None:
    """Which open page tells this, and for the how manieth time; a page without scripts does not say."""
    page, number = request.POST.get("page", ""), request.POST.get("number", "")
    if not re.fullmatch(r"[a-z0-9]{6,40}", page) or not re.fullmatch(r"\d{1,9}", number, re.ASCII):
        return None
    return Turn(page, int(number))
