"""What a special arrangement allows on a dossier: the department hands the result out, keeps the originals."""

from typing import Any

from django.http import HttpResponseBase

from motcua.domain.dossiers import queries
from motcua.domain.dossiers.beside import possible as aside_possible
from motcua.domain.dossiers.beside import queries as aside_queries
from motcua.domain.dossiers.beside import special
from motcua.domain.dossiers.overviews import tracking
from motcua.domain.regulation.answers import no
from motcua.domain.regulation.citations import Kind, cite
from motcua.domain.vietnamese.dates import show_moment
from motcua.web.components.entrance import OfficialRequest, officials_only
from motcua.web.dossier.consequences import OVERRUN, Foreseen
from motcua.web.dossier.forms.beside import LateRecipientForm, PlaceForm, RecipientForm

from .asking import Asking, ask, dossier_of

cite(Kind.SCREEN, "dossier:deliver_at_department", "4.1.a-2", "5.1.đ-1")
cite(Kind.SCREEN, "dossier:keep_originals", "4.1.a-2", "5.1.đ-1")
NOT_AGREED = no("Hồ sơ này không được tiếp nhận theo thỏa thuận đặc thù cho phép việc này.", "4.1.a-2")


@officials_only
def deliver_at_department(request: OfficialRequest, code: str) -> HttpResponseBase:
    """Put the result into the applicant's hands at the department, where both sides agreed so."""
    dossier = dossier_of(request, code)
    late = tracking.is_late(dossier, request.at)
    form = (LateRecipientForm if late else RecipientForm)(
        request.POST or None, initial={"name": dossier.applicant_name}
    )

    def do() -> None:
        explanation = form.cleaned_data.get("explanation", "")
        given = {"to": form.recipient, "explanation": explanation}
        special.deliver_at_department(dossier, **given, by=request.officer, at=request.at)

    says = (f"Kết quả được trả tại {dossier.department.name}, không qua Trung tâm; Trung tâm thấy việc này.",)
    warns = (OVERRUN.format(due=show_moment(dossier.due_at)),) if late else ()
    return _ask(request, "deliver_at_department", dossier, form, Foreseen(says, warns), do)


@officials_only
def keep_originals(request: OfficialRequest, code: str) -> HttpResponseBase:
    """Say where the originals are kept."""
    dossier = dossier_of(request, code)
    form = PlaceForm(request.POST or None)

    def do() -> None:
        place = form.cleaned_data["place"]
        special.keep_originals(dossier, place=place, by=request.officer, at=request.at)

    says = ("Nơi giữ bản chính hiện trên trang hồ sơ, để trả lại cho chủ hồ sơ khi xong.",)
    return _ask(request, "keep_originals", dossier, form, Foreseen(says), do)


def _ask(request: OfficialRequest, act: str, dossier: Any, form: Any, foreseen: Foreseen, do: Any) -> HttpResponseBase:
    ways = aside_queries.of(queries.whole(dossier)).specials
    answer = aside_possible.on_special(request.officer, dossier, ways, request.at).get(act, NOT_AGREED)
    return ask(request, Asking(act, dossier, foreseen, form, answer=answer), do)
