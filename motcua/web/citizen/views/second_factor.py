"""The second lock of an account: put on with an app, opened at the door, taken off by its owner."""

from collections.abc import Callable
from typing import Any

from allauth.account.stages import LoginStageController
from allauth.mfa.stages import AuthenticateStage
from django.conf import settings
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods, require_safe

from motcua.domain.citizens import second_factor
from motcua.domain.papers.codes import qr
from motcua.domain.regulation.answers import Refused
from motcua.domain.regulation.citations import Kind, cite
from motcua.web.components.entrance import acting, everybody
from motcua.web.components.fields import Form
from motcua.web.components.form_page import UNPROCESSABLE, FormPage, ask
from motcua.web.components.signing_in import PROVED_AT, SECOND, second_code_holds

from .. import entering
from ..door import CitizenRequest, citizens_only, unseen
from ..entering import owners_only
from ..forms import AppCode, SecondCode

KEY = "second_factor_key"  # of an app that has not shown a right code yet; stays in the visit
FORM = "citizen/form.html"

cite(Kind.SCREEN, "citizen:second_factor", "4.1.c")


@require_http_methods(["GET", "HEAD", "POST"])
@owners_only
def overview(request: CitizenRequest) -> HttpResponseBase:
    """Whether there is a second lock, what it is good for, and the way to one."""
    on = second_factor.is_on(request.person)
    if request.method == "POST" and not on:
        request.session[KEY] = second_factor.new_key()
        return redirect("citizen:turn_on_second")
    left = second_factor.codes_left(request.person) if on else 0
    context = {"on": on, "left": left, "to_keep": on and bool(second_factor.codes_to_keep(request.person))}
    return render(request, "citizen/second_factor.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@owners_only
@sensitive_post_parameters("code")
def turn_on(request: CitizenRequest) -> HttpResponseBase:
    """The key for the app, as a picture and to be typed; taken when the app shows a right code."""
    key = request.session.get(KEY)
    if key is None:
        return redirect("citizen:second_factor")
    person, place = request.person, f"Dịch vụ công {settings.PLACE}"
    address = second_factor.address_for_app(key, owner=person.phone or person.email or person.name, place=place)
    form = AppCode(request.POST or None)
    page = FormPage(
        title="Bật xác thực hai lớp", button="Bật", back=reverse("citizen:second_factor"),
        template="citizen/second_on.html",
        more={"key": " ".join(key[at : at + 4] for at in range(0, len(key), 4)), "address": address,
              "picture": qr(address), "place": place},
    )  # fmt: skip

    def do() -> str:
        code = form.cleaned_data["code"]
        second_factor.turn_on_second_factor(person, key=key, code=code, by=person, at=request.at)
        return reverse("citizen:recovery_codes")

    answer = ask(request, page, form, do, said="Đã bật xác thực hai lớp.")
    if answer.status_code == 302:
        del request.session[KEY]
    return answer


@require_http_methods(["GET", "HEAD", "POST"])
@owners_only
def codes(request: CitizenRequest) -> HttpResponseBase:
    """The recovery codes, to be written down or printed; once their owner has done so they are shown no more."""
    if request.method != "POST":
        context = {"codes": second_factor.codes_to_keep(request.person)}
        return render(request, "citizen/recovery_codes.html", context)

    def do() -> str:
        second_factor.keep_recovery_codes(request.person, by=request.person, at=request.at)
        return reverse("citizen:safety")

    return acting(request, do, said="Đã ghi nhận: bạn giữ mã dự phòng.")


@require_safe
@owners_only
def codes_file(request: CitizenRequest) -> HttpResponse:
    """The same as a file, for who has no printer."""
    lines = [f"Mã dự phòng, Dịch vụ công {settings.PLACE}. Mỗi mã dùng một lần.", "",
             *second_factor.codes_to_keep(request.person)]  # fmt: skip
    answer = HttpResponse("\r\n".join(lines) + "\r\n", content_type="text/plain; charset=utf-8")
    answer.headers["Content-Disposition"] = 'attachment; filename="ma-du-phong.txt"'
    return answer


@owners_only
def renew(request: CitizenRequest) -> HttpResponseBase:
    """New recovery codes; the former ones open nothing any more."""
    page = FormPage(
        title="Tạo mã dự phòng mới", button="Tạo mã mới", back=reverse("citizen:second_factor"), template=FORM,
        says=("Mười mã mới thay các mã cũ; mã cũ không dùng được nữa.",),
    )  # fmt: skip

    def do() -> str:
        second_factor.renew_recovery_codes(request.person, by=request.person, at=request.at)
        return reverse("citizen:recovery_codes")

    return ask(request, page, Form(request.POST or None), do, said="Đã tạo mã dự phòng mới.")


@citizens_only
@sensitive_post_parameters("code")
def turn_off(request: CitizenRequest) -> HttpResponseBase:
    """Take it off: with a code, typed for this alone."""
    form = SecondCode(request.POST or None)
    page = FormPage(
        title="Tắt xác thực hai lớp", button="Tắt", back=reverse("citizen:second_factor"), template=FORM, grave=True,
        says=("Sau khi tắt, ai có mật khẩu hoặc điện thoại của bạn là đăng nhập được.",),
    )  # fmt: skip

    def do() -> str:
        second_factor.turn_off_second_factor(request.person, by=request.person, at=request.at)
        return reverse("citizen:safety")

    if request.method == "POST":
        _count(request, request.user, form)
    return ask(request, page, form, do, said="Đã tắt xác thực hai lớp.")


@require_http_methods(["GET", "HEAD", "POST"])
@citizens_only
@sensitive_post_parameters("code")
def show_code(request: CitizenRequest) -> HttpResponseBase:
    """Show with a code to be the owner, before something grave."""
    to = entering.safe(request.GET.get("next", "")) or reverse("citizen:safety")

    def go_on(_: Any) -> HttpResponseBase:
        request.session[PROVED_AT] = request.at.timestamp()
        return redirect(to)

    return _typed(request, request.user, go_on, back=reverse("citizen:safety"))


@require_http_methods(["GET", "HEAD", "POST"])
@everybody
@sensitive_post_parameters("code")
def enter(request: HttpRequest) -> HttpResponseBase:
    """At the door, whatever the first lock was: a code of the app, or a recovery code."""
    stage = LoginStageController.enter(request, AuthenticateStage.key)
    if stage is None:
        return redirect("entry:sign_in")

    def go_on(second: Any) -> HttpResponseBase:
        setattr(request, SECOND, second)
        return stage.exit()

    return _typed(request, stage.login.user, go_on, back=reverse("entry:sign_in"))


def _typed(
    request: HttpRequest, account: Any, go_on: Callable[[Any], HttpResponseBase], *, back: str
) -> HttpResponseBase:
    form, status = SecondCode(request.POST or None), 200
    if request.method == "POST":
        status = UNPROCESSABLE
        second = _count(request, account, form)
        if second is not None:
            return go_on(second)
    return unseen(render(request, "citizen/second_code.html", {"form": form, "back": back}, status=status))


def _count(request: HttpRequest, account: Any, form: SecondCode) -> Any:
    """What opened the lock; nothing, with the reason on the form, for a wrong code: which counts, whatever follows."""
    if not form.is_valid():
        return None
    try:
        return second_code_holds(request, account, form.cleaned_data["code"])
    except (Refused, ValidationError) as wrong:
        form.add_error("code", wrong.sentence if isinstance(wrong, Refused) else wrong)
        return None
