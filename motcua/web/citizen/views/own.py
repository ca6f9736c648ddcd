"""A local account is opened, entered with a password, and kept safe by its owner."""

from django.contrib.auth import update_session_auth_hash
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse, HttpResponseBase, JsonResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods, require_safe

from motcua.domain.citizens import local, second_factor, visits
from motcua.domain.citizens.confirming import Asked
from motcua.domain.citizens.local import Claimed
from motcua.domain.citizens.terms import Purpose, SignedInBy
from motcua.domain.regulation.answers import Refused
from motcua.domain.regulation.citations import Kind, cite
from motcua.web.components import sessions, tries
from motcua.web.components.entrance import everybody, status_of
from motcua.web.components.fields import Form
from motcua.web.components.form_page import FormPage, ask
from motcua.web.components.signing_in import password_holds
from motcua.web.components.tries import Limit

from .. import entering, taking_along
from ..door import CitizenRequest, citizens_only, unseen
from ..entering import UnderWay, owners_only, where_local
from ..forms import Address, NewAccount, NewSecret, WithPassword

FORM = "citizen/form.html"

cite(Kind.SCREEN, "entry:open", "4.1.c")
cite(Kind.SCREEN, "citizen:safety", "4.1.c")


@require_http_methods(["GET", "HEAD", "POST"])
@where_local
@everybody
@sensitive_post_parameters("password")
def open_account(request: HttpRequest) -> HttpResponseBase:
    """Who has read a code at an address that has no account says who they are, and has one."""
    under_way = UnderWay.of(request)
    if under_way is None or under_way.purpose != Purpose.SIGN_IN:
        return redirect("entry:sign_in")
    form, status = NewAccount(request.POST or None), 200
    if request.method == "POST":
        status = 422
        if form.is_valid():
            if not tries.note(request, Limit.OPENING):
                return tries.stopped(request, Limit.OPENING)
            try:
                return _opened(request, form, under_way)
            except Refused as refused:
                form.add_error(None, refused.sentence)
                status = status_of(refused)
    return unseen(render(request, "citizen/open.html", {"form": form}, status=status))


@require_http_methods(["GET", "HEAD", "POST"])
@where_local
@everybody
@sensitive_post_parameters("password")
def with_password(request: HttpRequest) -> HttpResponseBase:
    """Sign in with a password; five wrong ones lock for a while, whether the address has an account or not."""
    form, status = WithPassword(request.POST or None), 200
    to = entering.safe(request.POST.get("next", "") or request.GET.get("next", ""))
    if request.method == "POST":
        status = 422
        if form.is_valid():
            try:
                account = password_holds(request, local.name_of(form.cleaned_data["address"]), form.secret)
                return entering.come_in(request, account, SignedInBy.PASSWORD, to=to)
            except Refused as refused:
                form.add_error("address", refused.sentence)
            except ValidationError as wrong:
                form.add_error("password", wrong)
    return unseen(render(request, "citizen/with_password.html", {"form": form, "next": to}, status=status))


@require_http_methods(["GET", "HEAD", "POST"])
@where_local
@owners_only
@sensitive_post_parameters("password")
def set_password(request: CitizenRequest) -> HttpResponseBase:
    """Set a password, or another one; who forgot it came in by a code."""
    form = NewSecret(request.POST or None, account=request.user)
    page = FormPage(
        title="Đặt mật khẩu", button="Lưu mật khẩu", back=reverse("citizen:safety"), template=FORM,
        says=("Có mật khẩu thì đăng nhập được khi không nhận được mã. Các thiết bị khác sẽ phải đăng nhập lại.",),
    )  # fmt: skip

    def do() -> str:
        password = form.cleaned_data["password"]
        person = local.set_password(request.person, password=password, by=request.person, at=request.at)
        update_session_auth_hash(request, person.account)
        return page.back

    return ask(request, page, form, do, said="Đã đặt mật khẩu.")


@require_http_methods(["GET", "HEAD", "POST"])
@where_local
@owners_only
def change_contact(request: CitizenRequest) -> HttpResponseBase:
    """Another telephone number or e-mail address: taken when the code sent there has been typed."""
    form, status = Address(request.POST or None), 200
    if request.method == "POST":
        status = 422
        if form.is_valid():
            if not tries.note(request, Limit.CODES):
                return tries.stopped(request, Limit.CODES)
            try:
                asked = Asked(Purpose.CONTACT, request.person.code)
                entering.begin(request, form.cleaned_data["address"], asked, to=reverse("citizen:particulars"))
                return redirect("citizen:confirm")
            except Refused as refused:
                form.add_error("address", refused.sentence)
                status = status_of(refused)
    return render(request, "citizen/change_contact.html", {"form": form, "person": request.person}, status=status)


@require_safe
@citizens_only
def safety(request: CitizenRequest) -> HttpResponse:
    """Who came in, when, with what; and what makes the account safer."""
    context = {
        "person": request.person,
        "visits": visits.lately(request.person),
        "open_now": sessions.open_visits(request),
        "second": second_factor.is_on(request.person),
        "has_password": request.person.account.has_usable_password(),
    }
    return render(request, "citizen/safety.html", context)


@require_safe
@owners_only
def take_along(request: CitizenRequest) -> HttpResponse:
    """Everything that is kept of the owner, as a file."""
    answer = JsonResponse(
        taking_along.of_account(request.person, request.at),
        json_dumps_params={"ensure_ascii": False, "indent": 2},
    )
    answer.headers["Content-Disposition"] = 'attachment; filename="du-lieu-cua-toi.json"'
    return answer


@citizens_only
def sign_out_others(request: CitizenRequest) -> HttpResponseBase:
    """End every other visit: of a lost telephone, or a machine in a shop."""
    page = FormPage(
        title="Đăng xuất mọi thiết bị khác", button="Đăng xuất thiết bị khác", back=reverse("citizen:safety"),
        template=FORM, says=("Thiết bị bạn đang dùng vẫn đăng nhập.",),
    )  # fmt: skip

    def do() -> str:
        sessions.end_others(request)
        return page.back

    return ask(request, page, Form(request.POST or None), do, said="Đã đăng xuất mọi thiết bị khác.")


def _opened(request: HttpRequest, form: NewAccount, under_way: UnderWay) -> HttpResponseBase:
    typed = form.cleaned_data
    claimed = Claimed(typed["name"], typed["identity_number"], typed["born_on"], typed["address"])
    at = request.at  # type: ignore[attr-defined]
    person = local.open_local_account(claimed, confirmed=under_way.key, password=typed["password"], at=at)
    return entering.come_in(request, person.account, SignedInBy.CODE, to=under_way.to)
