"""The results of a dossier: entered, put in as files, signed, sealed electronically, amended, revoked."""

from typing import Any

from django.http import HttpResponse, HttpResponseBase
from django.views.decorators.http import require_GET

from motcua.domain.dossiers.results import drawing_up
from motcua.domain.dossiers.results import possible as result_possible
from motcua.domain.dossiers.results import queries as result_queries
from motcua.domain.dossiers.results import register as results
from motcua.domain.dossiers.results import signing as result_signing
from motcua.domain.dossiers.results.slips import authentication_slip
from motcua.domain.regulation.answers import YES, Answer, no
from motcua.domain.regulation.citations import Kind, cite
from motcua.domain.vietnamese.dates import local_day
from motcua.web.components.entrance import OfficialRequest, found, officials_only
from motcua.web.dossier.consequences import Foreseen
from motcua.web.dossier.forms.results import (
    AmendingForm,
    CertificateForm,
    DrawingUpForm,
    FileForm,
    ResultForm,
    RevokingForm,
)
from motcua.web.files.serving import pdf

from .asking import Asking, ask, dossier_of

WITH_FILE = "dossier/file_act.html"
SIGNED_HERE = "Khóa ký số nằm ở máy chủ hoặc thiết bị đã cấu hình; tệp đã ký được kiểm tra lại trước khi lưu."
NO_SIGNER = no("Chưa ai của cơ quan ban hành được phân công, ủy quyền ký kết quả của thủ tục này.", "5.1.c-1")

cite(Kind.SCREEN, "dossier:draw_up_result", "4.1.e", "5.1.đ-1")
cite(Kind.SCREEN, "dossier:add_result", "5.1.đ-1")
cite(Kind.SCREEN, "dossier:attach_result", "5.1.đ-1")
cite(Kind.SCREEN, "dossier:sign_result", "5.1.c-1", "5.1.đ-1")
cite(Kind.SCREEN, "dossier:seal_electronically", "5.1.đ-1")
cite(Kind.SCREEN, "dossier:amend_result", "5.1.c-1", "5.1.đ-1")
cite(Kind.SCREEN, "dossier:revoke_result", "5.1.c-1", "5.1.đ-1")
cite(Kind.SCREEN, "dossier:result_slip", "4.1.e", "5.1.đ-1")


@officials_only
def add_result(request: OfficialRequest, code: str) -> HttpResponseBase:
    """Enter one more result of the same dossier."""
    dossier = dossier_of(request, code)
    form = ResultForm(request.POST or None, request.FILES or None, initial={"on": local_day(request.at)})
    foreseen = Foreseen(("Hồ sơ có thêm một kết quả; tất cả cùng được bàn giao cho Trung tâm.",))

    def do() -> None:
        results.add_result(dossier, **form.given, by=request.officer, at=request.at)

    return ask(request, Asking("add_result", dossier, foreseen, form, template=WITH_FILE), do)


@officials_only
def draw_up_result(request: OfficialRequest, code: str, result: int) -> HttpResponseBase:
    """Word an electronic result, to be signed."""
    one = _result(request, code, result)
    signers = drawing_up.who_may_sign(one, request.at)
    words = {"text": one.text or drawing_up.first_words(one), "signer": one.signer_id}
    form = DrawingUpForm(request.POST or None, signers=signers, initial=words)

    def do() -> None:
        draft = drawing_up.Draft(**form.given, seen=request.POST.get("seen", ""))
        drawing_up.draw_up_result(one, draft=draft, by=request.officer, at=request.at)

    says = (
        f"Chương trình lập bản PDF/A của {one.office.name}, mang số {one.number}, mã QR kiểm tra và mã vạch hồ sơ.",
        "Bản này soạn lại được cho đến khi có chữ ký số.",
        "Kết quả trở thành bản điện tử và phải được ký số trước khi bàn giao.",
    )
    more = {"template": "dossier/draw_up.html", "result": one}
    return _ask(request, "draw_up_result", one, form, says, do, also=YES if signers else NO_SIGNER, **more)


@officials_only
def attach_result(request: OfficialRequest, code: str, result: int) -> HttpResponseBase:
    """Put in the file: a scan, a PDF to be signed here, or one that was signed elsewhere."""
    one = _result(request, code, result)
    form = FileForm(request.POST or None, request.FILES or None)

    def do() -> None:
        result_signing.attach_result(one, upload=form.cleaned_data["file"], by=request.officer, at=request.at)

    says = ("Tệp vào sổ cùng kết quả; tệp đã đưa vào trước được giữ lại như bản cũ.",)
    return _ask(request, "attach_result", one, form, says, do, template=WITH_FILE)


@officials_only
def sign_result(request: OfficialRequest, code: str, result: int) -> HttpResponseBase:
    """Sign the file with one's own certificate."""
    one = _result(request, code, result)
    own, answer = result_possible.own_certificates(request.officer, request.at)
    form = CertificateForm(request.POST or None, certificates=own)

    def do() -> None:
        seen = request.POST.get("seen", "")
        result_signing.sign_result(one, certificate=form.chosen, seen=seen, by=request.officer, at=request.at)

    says = (f"Bạn ký số {one} với tư cách người có thẩm quyền.", SIGNED_HERE)
    more = {"template": "dossier/sign_result.html", "result": one}
    return _ask(request, "sign_result", one, form, says, do, also=answer, **more)


@officials_only
def seal_electronically(request: OfficialRequest, code: str, result: int) -> HttpResponseBase:
    """Put the body's own signature behind that of the official."""
    one = _result(request, code, result)
    seals, answer = result_possible.seals_of(one, request.at)
    form = CertificateForm(request.POST or None, certificates=seals)

    def do() -> None:
        result_signing.seal_electronically(one, certificate=form.chosen, by=request.officer, at=request.at)

    says = (f"Chữ ký số của {one.office.name} được đặt sau chữ ký của người có thẩm quyền.", SIGNED_HERE)
    return _ask(request, "seal_electronically", one, form, says, do, also=answer)


@officials_only
def amend_result(request: OfficialRequest, code: str, result: int) -> HttpResponseBase:
    """Put another result in its place."""
    one = _result(request, code, result)
    initial = {"on": local_day(request.at), "title": one.title, "valid_from": one.valid_from, "valid_to": one.valid_to}
    form = AmendingForm(request.POST or None, request.FILES or None, initial=initial)

    def do() -> None:
        results.amend_result(one, **form.given, by=request.officer, at=request.at)

    says = (f"{one} không còn hiệu lực từ hôm nay; ai kiểm tra đều thấy đã được thay thế và bằng kết quả nào.",)
    return _ask(request, "amend_result", one, form, says, do, template=WITH_FILE)


@officials_only
def revoke_result(request: OfficialRequest, code: str, result: int) -> HttpResponseBase:
    """Take it out of force."""
    one = _result(request, code, result)
    form = RevokingForm(request.POST or None)

    def do() -> None:
        results.revoke_result(one, **form.cleaned_data, by=request.officer, at=request.at)

    says = (f"{one} không còn hiệu lực từ hôm nay. Việc thu hồi không rút lại được; muốn cấp lại thì thay kết quả.",)
    return _ask(request, "revoke_result", one, form, says, do)


@require_GET
@officials_only
def result_slip(request: OfficialRequest, code: str, result: int) -> HttpResponse:
    """The paper with the QR, to hand out with the result."""
    one = _result(request, code, result)
    return pdf(authentication_slip(one, request.at), f"Phiếu xác thực kết quả {one.number}")


def _result(request: OfficialRequest, code: str, pk: int) -> Any:
    return found(result_queries.result, request.officer, code, pk, request.at)


def _ask(
    request: OfficialRequest, act: str, one: Any, form: Any, says: tuple[str, ...], do: Any, **more: Any
) -> HttpResponseBase:
    also: Answer | None = more.pop("also", None)
    answer = result_possible.on_result(request.officer, one, request.at)[act]
    if answer and also is not None:
        answer = also
    return ask(request, Asking(act, one.dossier, Foreseen(says), form, answer=answer, **more), do)
