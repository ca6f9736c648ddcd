"""A contact at the counter, by letter or on a social network is written down, answered at once or passed on."""

from typing import Any

from django.core.exceptions import ObjectDoesNotExist
from django.http import HttpResponseBase
from django.urls import reverse

from motcua.domain.dossiers import queries as dossiers
from motcua.domain.procedures import queries as procedures
from motcua.domain.questions import asking, library_queries, policies
from motcua.domain.questions.answering import Reply
from motcua.domain.questions.asking import Asked, Heard
from motcua.domain.questions.terms import Channel, Outcome
from motcua.domain.regulation.answers import Refused
from motcua.domain.regulation.citations import Kind, cite
from motcua.domain.vietnamese.dates import local_day
from motcua.domain.vietnamese.text import clean
from motcua.web.components.entrance import OfficialRequest, found, holders_of
from motcua.web.components.form_page import FormPage, ask

from ..forms import RecordForm

LONGEST_NUMBER = 18

cite(Kind.SCREEN, "questions:record", "4.1.c")


@holders_of(*policies.TAKES_DOWN)
def record(request: OfficialRequest) -> HttpResponseBase:
    """Write it down; from a guidance that was given its name, number and procedure are there already."""
    by, at = request.officer, request.at
    given = _guidance(request)
    taken = taken_from_library(request)
    form = RecordForm(request.POST or None, request.FILES or None, initial=_known(given, taken))
    words = clean(request.GET.get("tim", ""))[:200]
    page = FormPage(
        title="Ghi lần liên hệ", button="Ghi lại", back=reverse("questions:answered"),
        hindrance=policies.may_take_down(by, at), template="questions/record.html",
        more={"given": given, "taken": taken, "words": words,
              "offered": library_queries.offered(words, at) if words else []},
    )  # fmt: skip

    def do() -> str:
        question = asking.record_contact(*_contact(form.cleaned_data, given, taken, at), by=by, at=at)
        return reverse("questions:one", args=[question.code])

    return ask(request, page, form, do, said="Đã ghi lần liên hệ.")


def version_named(code: str, at: Any) -> Any:
    """The procedure in force with this code, or nothing where none was written; raises `Refused` for a wrong one."""
    if not code:
        return None
    try:
        return procedures.published(code, local_day(at))
    except ObjectDoesNotExist:
        raise Refused(f"Không có thủ tục đang áp dụng mang mã {code}.", "4.1.b") from None


def taken_from_library(request: OfficialRequest) -> Any:
    """The answer of the library that was chosen with one click (`?mau=`); its words can still be changed."""
    number = request.GET.get("mau", "")
    if not number.isdecimal() or len(number) > LONGEST_NUMBER:
        return None
    return found(library_queries.to_use, int(number), request.at)


def _contact(said: dict[str, Any], given: Any, taken: Any, at: Any) -> tuple[Asked, Heard]:
    asked = Asked(
        said["subject"], said["text"] or said["subject"], said["name"], said["phone"], said["email"], said["address"],
        version_named(said["procedure"], at),
    )  # fmt: skip
    reply = Reply(said["answer"], taken.sources if taken else "", library=taken) if said["answer"] else None
    at_once = Outcome.LIBRARY if taken else Outcome.ANSWERED
    outcome = at_once if reply else Outcome.FORWARDED
    heard = Heard(Channel(said["channel"]), said["link"], said["letter"], given, reply, outcome)
    return asked, heard


def _guidance(request: OfficialRequest) -> Any:
    number = request.GET.get("huong-dan", "")
    if not number.isdecimal() or len(number) > LONGEST_NUMBER:
        return None
    return found(dossiers.guidance, request.officer, int(number), request.at)


def _known(given: Any, taken: Any) -> dict[str, Any]:
    if taken is not None:
        code = taken.version.procedure.code if taken.version else ""
        return {"subject": taken.subject, "answer": taken.answer, "procedure": code}
    if given is None:
        return {}
    channel = given.how if given.how not in (Channel.PORTAL, Channel.PHONE) else Channel.COUNTER
    return {"name": given.name, "phone": given.phone, "subject": f"Hướng dẫn: {given.version.name}"[:150],
            "channel": channel, "procedure": given.version.procedure.code, "answer": given.advice}  # fmt: skip
