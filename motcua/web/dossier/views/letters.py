"""Letters of a dossier in Word: downloaded filled in, edited, handed in again, and read before they are final."""

from typing import Any

from django import forms
from django.http import Http404, HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_GET

from motcua.domain.dossiers import letters
from motcua.domain.organisations import queries as organisations
from motcua.domain.papers import storage
from motcua.domain.papers.uploads import Upload
from motcua.domain.papers.word import KINDS, SAMPLE
from motcua.domain.regulation.answers import no
from motcua.domain.regulation.citations import Kind, cite
from motcua.web.components.entrance import OfficialRequest, found, officials_only
from motcua.web.components.fields import Form
from motcua.web.components.form_page import FormPage, ask
from motcua.web.files import serving

from .asking import dossier_of

for _page in (
    "letters",
    "letter_in_word",
    "return_letter",
    "confirm_letter",
    "letter_handed_in",
    "letter_templates",
    "enter_letter_template",
):
    cite(Kind.SCREEN, f"dossier:{_page}", "5.1.e-2", "5.1.e-3")


class FileForm(Form):
    """One file."""

    file = forms.FileField(label="Tệp Word hoặc PDF", widget=forms.FileInput(attrs={"accept": ".docx,.pdf"}))

    @property
    def upload(self) -> Upload:
        """What was handed in."""
        given = self.cleaned_data["file"]
        return Upload(given.name, given.read())


class TemplateForm(FileForm):
    """A template of one kind."""

    field_order = ("kind", "file")

    kind = forms.ChoiceField(label="Loại văn bản", choices=[("", "Chọn một loại"), *KINDS.items()])

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["file"].label = "Tệp mẫu (.docx)"
        self.fields["file"].widget.attrs["accept"] = ".docx"


@require_GET
@officials_only
def letters_of(request: OfficialRequest, code: str) -> HttpResponse:
    """The letters of a dossier that one's office gave out, with Word and the signed copy."""
    dossier = dossier_of(request, code)
    rows = letters.of_dossier(dossier, by=request.officer, at=request.at)
    return render(request, "dossier/letters.html", {"dossier": dossier, "rows": rows, "kinds": KINDS})


@require_GET
@officials_only
def in_word(request: OfficialRequest, code: str, pk: int) -> HttpResponse:
    """The letter filled in, to be edited."""
    dossier, paper = _paper(request, code, pk)
    data = found(letters.filled_in, paper, by=request.officer, at=request.at)
    return serving.form(data, "docx", f"{_name(dossier, paper)}.docx")


@officials_only
def give_back(request: OfficialRequest, code: str, pk: int) -> HttpResponseBase:
    """Hand the edited letter in; what the program makes of it is shown before it is final."""
    dossier, paper = _paper(request, code, pk)
    form = FileForm(request.POST or None, request.FILES or None)
    back = reverse("dossier:letters", args=[code])

    def do() -> str:
        given = {"paper": paper, "upload": form.upload, "by": request.officer, "at": request.at}
        made = letters.return_signed_letter(dossier, **given)
        return back if made.confirmed_at else reverse("dossier:confirm_letter", args=[code, pk])

    says = (
        f"Trong tệp phải đọc được số {paper.shown_number} và mã {dossier.code}; bản quét ảnh không nhận ở đây.",
        "Tệp PDF/A được giữ nguyên. Từ tệp Word hoặc PDF thường, chương trình lập bản PDF/A để bạn đọc và xác nhận; "
        "tệp đã nộp cũng được giữ.",
    )
    about = f"Văn bản số {paper.shown_number}"
    page = FormPage("Nộp bản đã sửa, ký", "Nộp tệp", back, about, says, template="dossier/file_page.html")
    return ask(request, page, form, do, said="Đã nhận tệp.")


@officials_only
def confirm(request: OfficialRequest, code: str, pk: int) -> HttpResponseBase:
    """Read the pages that the program made, and keep them as the final letter."""
    dossier, paper = _paper(request, code, pk)
    made = paper.signed_letter if hasattr(paper, "signed_letter") else None
    if made is None:
        raise Http404
    back = reverse("dossier:letters", args=[code])

    def do() -> str:
        seen = request.POST.get("seen", "")
        letters.confirm_letter(dossier, paper=paper, seen=seen, by=request.officer, at=request.at)
        return back

    about = f"Văn bản số {paper.shown_number}"
    more = {"made": made, "dossier": dossier, "paper": paper, "pictured": made.original and made.original.kind == "pdf"}
    given: dict[str, Any] = {"template": "dossier/confirm_letter.html", "more": more}
    given["hindrance"] = no("Bản chính thức của văn bản này đã được giữ.", "5.1.e-3") if made.confirmed_at else None
    page = FormPage("Đọc và xác nhận bản PDF/A", "Giữ làm bản chính thức", back, about, **given)
    return ask(request, page, Form(request.POST or None), do, said="Đã giữ bản chính thức.")


@require_GET
@officials_only
def handed_in(request: OfficialRequest, code: str, pk: int) -> HttpResponse:
    """The file from which the final letter was made, as it was handed in."""
    dossier, paper = _paper(request, code, pk)
    original = paper.signed_letter.original if hasattr(paper, "signed_letter") else None
    if original is None:
        raise Http404
    data, name = storage.read(original), _name(dossier, paper)
    if original.kind == "pdf":
        return serving.pdf(data, name, to_keep=True)
    return serving.form(data, original.kind, f"{name}.{original.kind}")


@require_GET
@officials_only
def templates(request: OfficialRequest) -> HttpResponse:
    """The templates of one's own bodies, and what may stand between the braces."""
    rows = [(office, letters.templates(office)) for office in _offices(request)]
    context = {"rows": rows, "kinds": KINDS, "sample": SAMPLE}
    return render(request, "dossier/letter_templates.html", context)


@officials_only
def enter_template(request: OfficialRequest, office: str) -> HttpResponseBase:
    """Upload another template; it is tried before it is kept."""
    own = next((each for each in _offices(request) if each.code == office), None)
    if own is None:
        raise Http404
    form = TemplateForm(request.POST or None, request.FILES or None)
    back = reverse("dossier:letter_templates")

    def do() -> str:
        given = {"kind": form.cleaned_data["kind"], "upload": form.upload}
        letters.enter_letter_template(own, **given, by=request.officer, at=request.at)
        return back

    says = ("Mẫu được thử với dữ liệu ví dụ; có macro hoặc chỗ điền không rõ thì không nhận.",)
    page = FormPage("Đưa mẫu vào", "Đưa mẫu vào", back, own.name, says, template="dossier/file_page.html")
    return ask(request, page, form, do, said="Đã đưa mẫu vào dùng.")


def _offices(request: OfficialRequest) -> list[Any]:
    held = {each.body_code for each in request.officer.held_at(request.at)}
    return [organisations.office(code) for code in sorted(held)]


def _paper(request: OfficialRequest, code: str, pk: int) -> tuple[Any, Any]:
    dossier = dossier_of(request, code)
    rows = letters.of_dossier(dossier, by=request.officer, at=request.at)
    paper = next((row.paper for row in rows if row.paper.pk == pk), None)
    if paper is None:
        raise Http404
    return dossier, paper


def _name(dossier: Any, paper: Any) -> str:
    return f"{paper.shown_number.replace('/', '-')} {dossier.code}"
