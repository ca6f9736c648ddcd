"""Anybody who is shown a result checks it: by the QR of its paper, or by the file with its signatures."""

from typing import Any

from django.core.exceptions import ObjectDoesNotExist
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext, gettext_noop
from django.views.decorators.csrf import csrf_exempt

from motcua.domain.dossiers.results import queries as result_queries
from motcua.domain.papers import scans
from motcua.domain.regulation.citations import Kind, cite
from motcua.web.components import tries
from motcua.web.components.tries import Limit
from motcua.web.files.serving import pdf

from .. import checked
from ..door import PublicRequest
from ..forms import SignedFile
from .tracking import for_its_applicant

NOT_FOUND = gettext_noop("Không có kết quả nào với mã kiểm tra này. Hãy quét lại mã QR trên phiếu xác thực kết quả.")

cite(Kind.SCREEN, "portal:check", "5.1.đ-1")
cite(Kind.SCREEN, "portal:result", "4.1.e", "5.1.đ-1")
cite(Kind.SCREEN, "portal:result_file", "5.1.đ-1")


@csrf_exempt  # the form only reads: no cookie for who checks
@for_its_applicant("POST")
def check(request: PublicRequest) -> HttpResponse:
    """Hand in a PDF and read what its signatures are worth, and whether it is a result of this province."""
    if request.method != "POST":
        return render(request, "portal/check.html", {"form": SignedFile()})
    if not tries.note(request, Limit.CHECKING):
        return tries.stopped(request, Limit.CHECKING)
    form = SignedFile(request.POST, request.FILES)
    if not form.is_valid():
        return render(request, "portal/check.html", {"form": form}, status=422)
    name, data = form.cleaned_data["file"]
    context = {"form": SignedFile(), "name": name, "checked": checked.of_file(data, request.at)}
    return render(request, "portal/check.html", context)


@for_its_applicant()
def result(request: PublicRequest, secret: str) -> HttpResponse:
    """Who issued this result, to whom (masked), and whether it is in force."""
    found = _found(secret)
    if found is None:
        tries.note(request, Limit.TRACKING)
        return render(request, "portal/check.html", {"form": SignedFile(), "wrong": gettext(NOT_FOUND)}, status=404)
    return render(request, "portal/result.html", {"shown": checked.of_result(found, request.at)})


@for_its_applicant()
def result_file(request: PublicRequest, secret: str) -> HttpResponse:
    """The electronic result itself, for who holds its secret; the scan of a paper is never given out here."""
    found = _found(secret)
    if found is None or not checked.may_be_given(found):
        tries.note(request, Limit.TRACKING)
        raise Http404
    return pdf(scans.bytes_of(found.scan), f"{found.title} {found.number}", to_keep=True)


def _found(secret: str) -> Any:
    try:
        return result_queries.by_secret(secret)
    except ObjectDoesNotExist:
        return None
