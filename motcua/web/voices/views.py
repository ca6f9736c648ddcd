"""Saying what is wrong, without an account and under no name if one likes; and following it by a secret address."""

from typing import Any, cast

from django.core.exceptions import ObjectDoesNotExist
from django.http import Http404, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext
from django.views.decorators.http import require_safe

from motcua.domain.citizens import queries as citizens
from motcua.domain.feedback import answering, intake, passing, queries
from motcua.domain.feedback.intake import Contact, Said, Sender
from motcua.domain.feedback.laws import LAWS
from motcua.domain.feedback.letters import letter_of
from motcua.domain.feedback.publishing import queries as publicity
from motcua.domain.feedback.reports.queries import became_of
from motcua.domain.feedback.signed.keeping import as_it_went
from motcua.domain.feedback.terms import Kind as FeedbackKind
from motcua.domain.organisations import queries as organisations
from motcua.domain.papers.issuing import bytes_of
from motcua.domain.regulation.answers import Refused
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
from motcua.web.portal.door import PublicRequest, View, public
from motcua.web.portal.views.tracking import for_its_applicant

from .forms import FindForm, MoreForm, VoiceForm

SHOWN = 20

cite(Kind.SCREEN, "voices:say", "4.6.a")
cite(Kind.SCREEN, "voices:public", "4.6.b-2")
cite(Kind.SCREEN, "voices:find", "4.6.a")
cite(Kind.SCREEN, "voices:mine", "4.6.a")
cite(Kind.SCREEN, "voices:follow", "4.6.a", "4.6.b-1")


def speaks(view: View) -> View:
    """Open a page of the portal to reading and to speaking."""
    return public(view, "POST")


@speaks
def say(request: PublicRequest) -> HttpResponseBase:
    """Say it; about a dossier when one comes from its page (`?ho-so=`)."""
    person = _person(request)
    bodies = queries.bodies(request.at)
    if request.method != "POST":
        known = {"name": person.name, "phone": person.phone, "email": person.email} if person else {}
        dossier = clean(request.GET.get("ho-so", ""))[:40]
        return _form(request, VoiceForm(initial={**known, "dossier": dossier}, at=request.at, bodies=bodies))
    form = VoiceForm(request.POST, request.FILES, at=request.at, bodies=bodies)
    if not form.is_valid():
        return _form(request, form, status=UNPROCESSABLE)
    burst = tries.wait(request, Limit.SPEAKING) > 0
    if burst and tries.wait(request, Limit.FLOODING):
        form.add_error(None, gettext("Từ nơi này vừa gửi rất nhiều phản ánh. Nội dung vẫn còn; lát nữa hãy gửi lại."))
        return _form(request, form, status=429)
    tries.note(request, Limit.FLOODING if burst else Limit.SPEAKING)
    by = person or Sender()

    def do() -> str:
        said, photo = _said(form.cleaned_data), form.cleaned_data["photo"]
        item = intake.send_feedback(said, by=by, at=request.at, scan=photo, burst=burst)
        return reverse("voices:follow", args=[item.secret])

    def refused(refusal: Refused) -> HttpResponse:
        return _form(request, form, refusal=refusal)

    entered = cast(Any, request)
    entered.officer, entered.person = None, by
    return acting(request, do, said=gettext("Đã nhận phản ánh của bạn."), refused=refused)


@public
def public_list(request: PublicRequest) -> HttpResponse:
    """What people said and were answered, without persons; and how the bodies answer, in figures."""
    words, code = (clean(request.GET.get(name, ""))[:200] for name in ("tim", "co-quan"))
    at_page = publicity.search_public(words, place_of(request, SHOWN), body=code)
    pages = beside(request, at_page)
    context = {
        "rows": at_page.rows,
        "pages": pages,
        "words": words,
        "body": publicity.body_named(code),
        "year": local_day(request.at).year,
        "figures": [] if words or code or pages[0] else publicity.figures(request.at),
    }
    return render(request, "voices/public.html", context)


@for_its_applicant("POST")
def find(request: PublicRequest) -> HttpResponseBase:
    """Ask for the code and the telephone number; one sentence for a wrong code and for a wrong number."""
    form = FindForm(request.POST if request.method == "POST" else None)
    if not form.is_bound:
        return render(request, "voices/find.html", {"form": form})
    if not form.is_valid():
        return render(request, "voices/find.html", {"form": form}, status=UNPROCESSABLE)
    try:
        return redirect("voices:follow", queries.by_code_and_phone(**form.cleaned_data).secret)
    except ObjectDoesNotExist:
        tries.note(request, Limit.TRACKING)
        form.add_error(None, gettext("Không tìm thấy phản ánh khớp với mã và số điện thoại đã nhập."))
        return render(request, "voices/find.html", {"form": form}, status=404)


@require_safe
@citizens_only
def mine(request: CitizenRequest) -> HttpResponse:
    """What one said with an account, the newest first."""
    at_page = queries.mine(request.person, place_of(request, SHOWN))
    return render(request, "voices/mine.html", {"rows": at_page.rows, "pages": beside(request, at_page)})


@for_its_applicant()
def follow(request: PublicRequest, secret: str) -> HttpResponse:
    """Where it is, who has it until when, what is asked, and the answer: for who has the address."""
    return _followed(request, secret, MoreForm())


@for_its_applicant()
def letter(request: PublicRequest, secret: str) -> HttpResponse:
    """The answer as a letter, with the number and the name of who signed."""
    paper = found(letter_of, _by_secret(request, secret))
    return pdf(as_it_went(paper, at=request.at), f"Trả lời phản ánh {paper.shown_number}")


@for_its_applicant()
def notice(request: PublicRequest, secret: str) -> HttpResponse:
    """Of a complaint or a denunciation: the letter that says which law it goes by and what happens next."""
    paper = found(passing.notice_of, _by_secret(request, secret))
    return pdf(bytes_of(paper, at=request.at), f"Thông báo chuyển đơn {paper.shown_number}")


@for_its_applicant("POST")
def more(request: PublicRequest, secret: str) -> HttpResponseBase:
    """Say what was asked for."""
    item = _by_secret(request, secret)
    form = MoreForm(request.POST)
    if request.method != "POST":
        return redirect("voices:follow", secret)
    if not form.is_valid():
        return _followed(request, secret, form, status=UNPROCESSABLE)
    by = _person(request) or Sender()

    def do() -> str:
        answering.give_more(item, **form.cleaned_data, by=by, at=request.at)
        return reverse("voices:follow", args=[secret])

    entered = cast(Any, request)
    entered.officer, entered.person = None, by
    return acting(request, do, said=gettext("Đã nhận lời bạn nói thêm."))


def _followed(request: PublicRequest, secret: str, form: MoreForm, status: int = 200) -> HttpResponse:
    item = _by_secret(request, secret)
    link = request.build_absolute_uri(reverse("voices:follow", args=[secret]))
    it = item.same_as or item
    context = {
        "own": item, "it": it, "form": form, "at": request.at,
        "public": publicity.public_of(it) if it.answered_at else None,
        "became": became_of(item), "link": link, "law": LAWS.get(it.kind),
    }  # fmt: skip
    return render(request, "voices/follow.html", context, status=status)


def _form(request: PublicRequest, form: VoiceForm, status: int = 200, refusal: Refused | None = None) -> HttpResponse:
    context = {"form": form, "opened": stamp(request.at), "refusal": refusal}
    return render(request, "voices/say.html", context, status=status)


def _said(typed: dict[str, Any]) -> Said:
    contact = Contact(typed["name"], typed["phone"], typed["email"], hidden=typed["hidden"])
    dossier = queries.dossier_named(typed["dossier"])
    lost = f"\n\nMã hồ sơ đã ghi: {typed['dossier']}" if typed["dossier"] and dossier is None else ""
    about = organisations.office(typed["about"]) if typed["about"] else None
    kind = FeedbackKind(typed["kind"])
    return Said(typed["subject"], typed["text"] + lost, kind, contact, dossier=dossier, about=about)


def _person(request: PublicRequest) -> Any:
    """Who is signed in as a citizen, if anybody."""
    user = cast(Any, request.user)
    return citizens.person_of(user) if user.is_authenticated else None


def _by_secret(request: PublicRequest, secret: str) -> Any:
    try:
        return found(queries.by_secret, secret)
    except Http404:
        tries.note(request, Limit.TRACKING)
        raise
