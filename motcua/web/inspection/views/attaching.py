"""Files that show what was said: one more is put in, and each is opened by who may."""

from django.http import HttpResponse, HttpResponseBase
from django.urls import reverse
from django.views.decorators.http import require_safe

from motcua.domain.feedback import attaching as acts
from motcua.domain.feedback.policies import INSPECTS
from motcua.domain.regulation.citations import Kind, cite
from motcua.web.components.entrance import OfficialRequest, found, holders_of
from motcua.web.components.form_page import ask
from motcua.web.files.serving import pdf, sound

from ..forms import AttachForm
from .case import item_of, page_of
from .lists import READERS

cite(Kind.SCREEN, "inspection:attach", "4.6.a")


@holders_of(*INSPECTS)
def attach(request: OfficialRequest, code: str) -> HttpResponseBase:
    """Put a recording, a letter or a picture in."""
    by, at = request.officer, request.at
    item = item_of(request, code)
    form = AttachForm(request.POST or None, request.FILES or None)
    stays = ("Tài liệu ở lại Trung tâm nếu người phản ánh đề nghị không lộ mình là ai.",)
    page = page_of(
        item, "Đưa thêm tài liệu", "Đưa vào", hindrance=acts.may_attach(by, item, at),
        template="inspection/attach.html",
        says=stays if item.hides_contact else (),
    )  # fmt: skip

    def do() -> str:
        said = form.cleaned_data
        acts.attach_file(item, said["file"], names_nobody=said["names_nobody"], by=by, at=at)
        return reverse("inspection:one", args=[item.code])

    return ask(request, page, form, do, said="Đã đưa tài liệu vào.")


@require_safe
@holders_of(*READERS)
def attachment(request: OfficialRequest, code: str, number: int) -> HttpResponse:
    """One of the files: a paper to look at, a recording to keep."""
    file = found(acts.attachment, item_of(request, code), number, request.officer, request.at)
    content, kind = acts.content_of(file)
    if kind == "pdf":
        return pdf(content, f"Kèm theo {code}-{number}")
    return sound(content, kind, f"Ghi âm {code}-{number}.{kind}")
