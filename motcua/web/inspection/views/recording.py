"""What was said by telephone, at the desk, in the letter box or on a social network is written down."""

from typing import Any

from django.core.exceptions import ObjectDoesNotExist
from django.http import HttpResponseBase
from django.urls import reverse

from motcua.domain.dossiers import queries as dossiers
from motcua.domain.feedback import intake, policies, queries
from motcua.domain.feedback.intake import Came, Contact, Said
from motcua.domain.feedback.terms import Channel
from motcua.domain.feedback.terms import Kind as FeedbackKind
from motcua.domain.organisations import queries as organisations
from motcua.domain.regulation.answers import Refused
from motcua.domain.regulation.citations import Kind, cite
from motcua.web.components.entrance import OfficialRequest, holders_of
from motcua.web.components.form_page import FormPage, ask

from ..forms import RecordForm

cite(Kind.SCREEN, "inspection:record", "4.6.a")


@holders_of(*policies.TAKES_DOWN)
def record(request: OfficialRequest) -> HttpResponseBase:
    """Write it down, with what shows it; what looks like the same said twice is seen on its page."""
    by, at = request.officer, request.at
    form = RecordForm(request.POST or None, request.FILES or None, bodies=queries.bodies(at))
    page = FormPage(
        title="Ghi phản ánh", button="Ghi lại", back=reverse("inspection:record"),
        hindrance=policies.may_take_down(by, at), template="inspection/record.html",
    )  # fmt: skip

    def do() -> str:
        item = intake.register_feedback(*_heard(form.cleaned_data, by, at), by=by, at=at)
        inspects = policies.may_inspect(by, at)
        return reverse("inspection:one", args=[item.code]) if inspects else reverse("inspection:record")

    return ask(request, page, form, do, said="Đã ghi phản ánh. Người kiểm tra, giám sát sẽ phân loại.")


def official_named(words: str) -> Any:
    """The one official with this code or name, or nothing where none was written; raises `Refused` for others."""
    if not words:
        return None
    found = list(organisations.find_officers(words)[:3])
    exact = [each for each in found if each.code == words]
    if len(exact or found) != 1:
        which = "; ".join(f"{each.name} ({each.code})" for each in found)
        sentence = f"Có nhiều cán bộ như vậy: {which}. Hãy ghi mã." if found else f"Không có cán bộ nào là “{words}”."
        raise Refused(sentence, "4.6.a")
    return (exact or found)[0]


def _heard(said: dict[str, Any], by: Any, at: Any) -> tuple[Said, Came]:
    contact = Contact(said["name"], said["phone"], said["email"], said["address"], said["hidden"])
    about = organisations.office(said["about"]) if said["about"] else None
    what = Said(
        said["subject"], said["text"], FeedbackKind(said["kind"]), contact, dossier=_dossier(said["dossier"], by, at),
        about=about, official=official_named(said["official"]),
    )  # fmt: skip
    return what, Came(Channel(said["channel"]), said["scan"], said["link"], said["recording"])


def _dossier(code: str, by: Any, at: Any) -> Any:
    if not code:
        return None
    try:
        return dossiers.dossier(by, code, at)
    except ObjectDoesNotExist:
        raise Refused(f"Không tìm thấy hồ sơ {code}.", "4.6.a") from None
