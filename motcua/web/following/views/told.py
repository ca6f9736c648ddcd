"""What I was told, on a page of my own; and by which ways I want to be told."""

from django.contrib import messages as notices
from django.http import HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST, require_safe

from motcua.domain.citizens import told_by
from motcua.domain.messages import inbox as told
from motcua.domain.messages import texts
from motcua.domain.messages.terms import State, Way
from motcua.domain.regulation.citations import Kind, cite
from motcua.domain.vietnamese.dates import local_day
from motcua.web.citizen.door import CitizenRequest, citizens_only
from motcua.web.components.form_page import FormPage, ask
from motcua.web.components.paging import beside, place_of

from ..forms import WaysForm

SHOWN = 20
SUBMISSION = "NT"

cite(Kind.SCREEN, "following:inbox", "4.1.c")
cite(Kind.SCREEN, "following:ways", "4.1.c")


@require_safe
@citizens_only
def inbox(request: CitizenRequest) -> HttpResponse:
    """What I was told, the newest first."""
    account = f"account/{request.person.account_id}"
    at_page = told.inbox(account, place_of(request, SHOWN))
    rows = [(each, _words(each), each.state == State.SENT) for each in at_page.rows]
    context = {"rows": rows, "pages": beside(request, at_page), "unseen": told.unseen(account)}
    return render(request, "following/inbox.html", context)


@require_safe
@citizens_only
def find(request: CitizenRequest, code: str) -> HttpResponseBase:
    """What a message is about: a dossier by its code, or a submission that is none yet."""
    return redirect("filing:prepare" if code.startswith(SUBMISSION) else "following:dossier", code)


@require_POST
@citizens_only
def seen(request: CitizenRequest) -> HttpResponseBase:
    """Note that everything was looked at; again changes nothing."""
    told.see_all(f"account/{request.person.account_id}", request.at)
    notices.success(request, "Đã đánh dấu đọc hết.")
    return redirect("following:inbox")


@citizens_only
def ways(request: CitizenRequest) -> HttpResponseBase:
    """By which ways I am told at each of my addresses."""
    addresses = told_by.addresses_of(request.person)
    form = WaysForm(request.POST or None, addresses=[each for each in addresses if each.confirmed])
    page = FormPage(
        title="Cách báo tin cho tôi", button="Lưu", back=reverse("following:inbox"), template="following/ways.html",
        says=("Tin về hồ sơ luôn có trên trang của bạn. Ngoài ra, bạn chọn được báo thêm bằng cách nào.",),
        more={"unconfirmed": [each for each in addresses if not each.confirmed]},
    )  # fmt: skip

    def do() -> str:
        told_by.choose_ways(request.person, form.chosen, at=request.at)
        return reverse("following:ways")

    return ask(request, page, form, do, said="Đã lưu cách báo tin.")


def _words(message: object) -> str:
    kind, facts, at = message.kind, message.facts, message.told_at  # type: ignore[attr-defined]
    return texts.filled(kind, Way.APP, facts, on=local_day(at)).body
