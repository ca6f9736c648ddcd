"""Systems of others that may send feedback: let in with a token, and their token taken away."""

from django import forms
from django.http import HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_safe

from motcua.domain.feedback.clients import managing
from motcua.domain.organisations.roles import Role
from motcua.domain.regulation.citations import Kind, cite
from motcua.web.components.entrance import OfficialRequest, holders_of
from motcua.web.components.fields import Form, TextField
from motcua.web.components.form_page import FormPage, ask

cite(Kind.SCREEN, "administration:clients", "4.6.a")
cite(Kind.SCREEN, "administration:make_client", "4.6.a")
cite(Kind.SCREEN, "administration:revoke_client", "4.6.a")
BACK = "administration:clients"


class ClientForm(Form):
    """A system and the token that it will have."""

    name = TextField(label="Tên hệ thống", max_length=120, help_text="Ví dụ “Ứng dụng Smart Quảng Ninh”.")
    token = forms.CharField(
        label="Mã kết nối", max_length=80, widget=forms.TextInput(attrs={"readonly": True, "autocomplete": "off"}),
        help_text="Chép lại ngay và trao cho người vận hành hệ thống đó; sau khi cấp không xem lại được.",
    )  # fmt: skip


@require_safe
@holders_of(Role.ADMIN)
def clients(request: OfficialRequest) -> HttpResponse:
    """All of them, those in use first."""
    return render(request, "administration/clients.html", {"rows": managing.clients()})


@sensitive_post_parameters("token")
@holders_of(Role.ADMIN)
def make(request: OfficialRequest) -> HttpResponseBase:
    """Let one send; its token is on this page and nowhere else."""
    form = ClientForm(request.POST or None, initial={"token": managing.new_token()})

    def do() -> str:
        managing.make_client(**form.cleaned_data, by=request.officer, at=request.at)
        return reverse(BACK)

    says = ("Hệ thống này gửi được phản ánh của người dân vào Trung tâm, ngoài ra không đọc được gì.",)
    page = FormPage("Cấp mã kết nối", "Cấp mã", reverse(BACK), says=says)
    return ask(request, page, form, do, said="Đã cấp mã kết nối.")


@holders_of(Role.ADMIN)
def revoke(request: OfficialRequest, pk: int) -> HttpResponseBase:
    """Nothing more is taken from it."""
    one = get_object_or_404(managing.clients(), pk=pk)

    def do() -> str:
        managing.revoke_client(one, by=request.officer, at=request.at)
        return reverse(BACK)

    says = ("Hệ thống này không gửi được phản ánh nữa. Phản ánh đã gửi vẫn được giải quyết.",)
    page = FormPage("Thu hồi mã kết nối", "Thu hồi", reverse(BACK), one.name, says, grave=True)
    return ask(request, page, Form(request.POST or None), do, said="Đã thu hồi mã kết nối.")
