"""Between the bodies of an interlinked dossier: handed on with a slip, taken, told to be late, urged."""

from collections.abc import Callable, Mapping
from typing import Any

from django.http import HttpResponseBase

from motcua.domain.dossiers import queries
from motcua.domain.dossiers.interlinked import passing
from motcua.domain.dossiers.interlinked import possible as leg_possible
from motcua.domain.dossiers.interlinked import queries as leg_queries
from motcua.domain.regulation.citations import Kind, cite
from motcua.domain.vietnamese.dates import show_moment
from motcua.web.components.entrance import OfficialRequest, found, officials_only
from motcua.web.components.fields import Form
from motcua.web.dossier.consequences import Foreseen
from motcua.web.dossier.forms.legs import HandOnForm, TellLateForm, UrgeForm

from .asking import Asking, ask

cite(Kind.SCREEN, "dossier:hand_on_leg", "5.1.đ-1")
cite(Kind.SCREEN, "dossier:take_leg", "5.1.đ-1")
cite(Kind.SCREEN, "dossier:tell_late_leg", "7.8")
cite(Kind.SCREEN, "dossier:urge_leg", "6.2")

TAKING = "Nhận muộn không được thêm giờ: quá hạn chuyển trong ngày thì giờ của khâu tính từ hạn đó."
TELLING = "Thông báo chậm được lập ngay, gửi nơi tiếp nhận và Trung tâm tỉnh. Hẹn trả cho người dân chưa thay đổi."


@officials_only
def hand_on_leg(request: OfficialRequest, code: str, leg: int) -> HttpResponseBase:
    """Hand the papers on to the next body, with the slip that both sides sign."""
    one = _leg(request, code, leg)
    names = [each.component.name for each in queries.submitted(one.dossier)]
    form = HandOnForm(request.POST or None, initial={"papers": "\n".join(dict.fromkeys(names))})
    says = (
        f"Hồ sơ được bàn giao cho {leg_queries.body_of(one)}; phiếu chuyển được lập ngay để hai bên ký.",
        f"Thời gian của khâu sau là {one.hours} giờ làm việc, tính từ lúc cơ quan đó nhận.",
    )

    def do() -> None:
        passing.hand_on_leg(one, **form.given, by=request.officer, at=request.at)

    return _ask(request, "hand_on_leg", one, form, says, do)


@officials_only
def take_leg(request: OfficialRequest, code: str, leg: int) -> HttpResponseBase:
    """Take the papers over from the body before."""
    one = _leg(request, code, leg)
    handed = f"Hồ sơ được bàn giao lúc {show_moment(one.handed_at)}." if one.handed_at else ""
    says = (*filter(None, [handed]), f"Cơ quan bạn có {one.hours} giờ làm việc cho khâu này.", TAKING)

    def do() -> None:
        passing.take_leg(one, by=request.officer, at=request.at)

    return _ask(request, "take_leg", one, Form(request.POST or None), says, do)


@officials_only
def tell_late_leg(request: OfficialRequest, code: str, leg: int) -> HttpResponseBase:
    """Say that a part will be late, why, and until when it will be done."""
    one = _leg(request, code, leg)
    form = TellLateForm(request.POST or None)

    def do() -> None:
        passing.tell_late_leg(one, **form.cleaned_data, by=request.officer, at=request.at)

    return _ask(request, "tell_late_leg", one, form, (TELLING,), do)


@officials_only
def urge_leg(request: OfficialRequest, code: str, leg: int) -> HttpResponseBase:
    """Urge the body that has a part now."""
    one = _leg(request, code, leg)
    form = UrgeForm(request.POST or None)
    says = (f"{leg_queries.body_of(one)} thấy nội dung đôn đốc trên hồ sơ cho đến khi làm xong khâu này.",)

    def do() -> None:
        passing.urge_leg(one, text=form.cleaned_data["text"], by=request.officer, at=request.at)

    return _ask(request, "urge_leg", one, form, says, do)


def _leg(request: OfficialRequest, code: str, number: int) -> Any:
    return found(leg_queries.leg, request.officer, code, number, request.at)


def _ask(
    request: OfficialRequest, act: str, one: Any, form: Any, says: tuple[str, ...], do: Callable[[], Any]
) -> HttpResponseBase:
    answers: Mapping[str, Any] = leg_possible.on_leg(request.officer, one, request.at)
    return ask(request, Asking(act, one.dossier, Foreseen(says), form, answer=answers[act]), do)
