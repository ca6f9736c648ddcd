"""Questions on the portal: asked with an account or without, followed by a secret address, found by everybody."""

from typing import Any, cast

from django.http import Http404, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext
from django.views.decorators.http import require_POST, require_safe

from motcua.domain.citizens import queries as citizens
from motcua.domain.papers.scans import bytes_of
from motcua.domain.procedures import queries as procedures
from motcua.domain.questions import asking, publishing, queries, samples
from motcua.domain.questions.asking import Asked, Asker
from motcua.domain.regulation.citations import Kind, cite
from motcua.domain.vietnamese.dates import local_day
from motcua.domain.vietnamese.text import clean
from motcua.web.citizen.door import CitizenRequest, citizens_only
from motcua.web.components import tries
from motcua.web.components.by_hand import stamp
from motcua.web.components.entrance import acting, found
from motcua.web.components.form_page import UNPROCESSABLE
from motcua.web.components.paging import beside, place_of
from motcua.web.components.tries import Limit
from motcua.web.files.serving import pdf
from motcua.web.portal import schema
from motcua.web.portal.door import PublicRequest, View, public
from motcua.web.portal.views.tracking import for_its_applicant

from .addresses import address_of
from .forms import AgainForm, QuestionForm

SHOWN = 20

cite(Kind.SCREEN, "asking:public", "5.5.b")
cite(Kind.SCREEN, "asking:one", "5.5.b")
cite(Kind.SCREEN, "asking:ask", "4.1.c", "5.5.b")
cite(Kind.SCREEN, "asking:follow", "5.5.b")
cite(Kind.SCREEN, "asking:mine", "5.5.b")
cite(Kind.SCREEN, "asking:sample", "4.1.c")


def asks(view: View) -> View:
    """Open a page of the portal to reading and to asking."""
    return public(view, "POST")


@public
def public_list(request: PublicRequest) -> HttpResponse:
    """What others asked and were answered: by words, field or procedure, the newest first."""
    words, code, field = (clean(request.GET.get(name, ""))[:200] for name in ("tim", "thu-tuc", "linh-vuc"))
    at_page = queries.search_public(words, place_of(request, SHOWN), procedure=code, field=field)
    context = {
        "rows": [(each, address_of(each)) for each in at_page.rows],
        "pages": beside(request, at_page),
        "words": words,
        "field": field,
        "fields": queries.fields_of_public(),
        "procedure": _version(code, request) if code else None,
    }
    return render(request, "asking/list.html", context)


@public
def public_one(request: PublicRequest, words: str, pk: int) -> HttpResponseBase:
    """One of them under its readable address; another spelling of it leads there."""
    one = found(queries.published, pk)
    if request.path != address_of(one):
        return redirect(address_of(one), permanent=True)
    return render(request, "asking/one.html", {"one": one, "said": schema.answered([(one, address_of(one))])})


@asks
def ask_page(request: PublicRequest) -> HttpResponseBase:
    """Ask: about a procedure when one comes from its page."""
    version = _version(clean(request.GET.get("thu-tuc", "")), request)
    person = _person(request)
    if request.method != "POST":
        known = {"name": person.name, "phone": person.phone, "email": person.email} if person else {}
        return _form(request, QuestionForm(initial=known, at=request.at), version)
    if tries.wait(request, Limit.ASKING):
        return tries.stopped(request, Limit.ASKING)
    form = QuestionForm(request.POST, at=request.at)
    if not form.is_valid():
        return _form(request, form, version, status=UNPROCESSABLE)
    tries.note(request, Limit.ASKING)
    by = person or Asker()

    def do() -> str:
        question = asking.ask_question(Asked(**form.cleaned_data, version=version), by=by, at=request.at)
        return reverse("asking:follow", args=[question.secret])

    return _once(request, do, by, said=gettext("Đã nhận câu hỏi của bạn."))


@require_safe
@citizens_only
def mine(request: CitizenRequest) -> HttpResponse:
    """What one asked with an account, the newest first."""
    at_page = queries.mine(request.person, place_of(request, SHOWN))
    return render(request, "asking/mine.html", {"rows": at_page.rows, "pages": beside(request, at_page)})


@for_its_applicant()
def follow(request: PublicRequest, secret: str) -> HttpResponse:
    """The question and its answer, for who has the address."""
    question = _by_secret(request, secret)
    context = {"it": question, "after": queries.coming_after(question), "form": AgainForm(), "at": request.at}
    return render(request, "asking/follow.html", context)


@for_its_applicant("POST")
def again(request: PublicRequest, secret: str) -> HttpResponseBase:
    """Come back once."""
    question = _by_secret(request, secret)
    form = AgainForm(request.POST)
    if request.method != "POST":
        return redirect("asking:follow", secret)
    if not form.is_valid():
        context = {"it": question, "after": queries.coming_after(question), "form": form, "at": request.at}
        return render(request, "asking/follow.html", context, status=UNPROCESSABLE)
    by = _person(request) or Asker()

    def do() -> str:
        more = asking.ask_again(question, **form.cleaned_data, by=by, at=request.at)
        return reverse("asking:follow", args=[more.secret])

    return _once(request, do, by, said=gettext("Đã nhận câu hỏi tiếp của bạn."))


@require_POST
@for_its_applicant("POST")
def consent(request: PublicRequest, secret: str) -> HttpResponseBase:
    """Agree that others may read it, or not any more."""
    question = _by_secret(request, secret)
    by = _person(request) or Asker()
    agrees = request.POST.get("agrees") == "1"

    def do() -> str:
        act = publishing.consent_to_public if agrees else publishing.take_consent_back
        act(question, by=by, at=request.at)
        return reverse("asking:follow", args=[secret])

    said = gettext("Đã ghi: bạn đồng ý công khai.") if agrees else gettext("Đã ghi: câu hỏi này không công khai.")
    return _once(request, do, by, said=said)


@public
def sample(request: PublicRequest, code: str, position: int) -> HttpResponse:
    """A paper filled in to show how, of the version in force today."""
    shown = found(samples.public_sample, clean(code), position, local_day(request.at))
    return pdf(bytes_of(shown.scan), f"Mẫu {shown.component.name}")


def _form(request: PublicRequest, form: Any, version: Any, status: int = 200) -> HttpResponse:
    context = {"form": form, "version": version, "opened": stamp(request.at)}
    return render(request, "asking/ask.html", context, status=status)


def _once(request: PublicRequest, do: Any, by: Any, *, said: str) -> HttpResponseBase:
    """Like `acting`, for somebody who may have no account."""
    entered = cast(Any, request)
    entered.officer, entered.person = None, by
    return acting(request, do, said=said)


def _person(request: PublicRequest) -> Any:
    """Who is signed in as a citizen, if anybody."""
    user = cast(Any, request.user)
    return citizens.person_of(user) if user.is_authenticated else None


def _version(code: str, request: PublicRequest) -> Any:
    """The procedure an address names; a page that does not exist for one that is not in force."""
    return found(procedures.published, code, local_day(request.at)) if code else None


def _by_secret(request: PublicRequest, secret: str) -> Any:
    try:
        return found(queries.by_secret, secret)
    except Http404:
        tries.note(request, Limit.TRACKING)
        raise
