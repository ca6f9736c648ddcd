"""The means to sign in: given, renewed and taken away."""

from django.http import HttpResponseBase
from django.urls import reverse
from django.views.decorators.debug import sensitive_post_parameters

from motcua.domain.organisations import acts, queries
from motcua.domain.organisations.roles import Role
from motcua.domain.regulation.answers import no
from motcua.domain.regulation.citations import Kind, cite
from motcua.web.components.entrance import OfficialRequest, found, holders_of
from motcua.web.components.fields import Form
from motcua.web.components.form_page import FormPage, ask

from ..forms import AccountForm

cite(Kind.SCREEN, "administration:give_account", "2")
cite(Kind.SCREEN, "administration:close_account", "2")
NONE_IN_USE = no("Cán bộ này không có tài khoản đang dùng.", "2")


@sensitive_post_parameters("password", "again")
@holders_of(Role.ADMIN)
def give_account(request: OfficialRequest, code: str) -> HttpResponseBase:
    """Give an official the means to sign in, or a new password when the old one is lost."""
    one, back = found(queries.officer, code), reverse("administration:officer", args=[code])
    form = AccountForm(request.POST or None, initial={"username": one.account.username if one.account else one.code})

    def do() -> str:
        said = form.cleaned_data
        acts.give_account(one, username=said["username"], password=said["password"], by=request.officer, at=request.at)
        return back

    says = ("Tài khoản chỉ để đăng nhập; cán bộ làm được gì là theo phân công vị trí.",)
    if one.account:
        says = (
            "Mật khẩu cũ hết tác dụng ngay; mọi phiên đăng nhập của cán bộ này kết thúc.",
            *(() if one.account.is_active else ("Tài khoản đang bị khóa sẽ được mở lại.",)),
        )
    title = "Đặt mật khẩu mới" if one.account else "Cấp tài khoản"
    return ask(request, FormPage(title, title, back, one.name, says), form, do, said="Đã cấp tài khoản và mật khẩu.")


@holders_of(Role.ADMIN)
def close_account(request: OfficialRequest, code: str) -> HttpResponseBase:
    """Take the means to sign in away."""
    one, back = found(queries.officer, code), reverse("administration:officer", args=[code])

    def do() -> str:
        acts.close_account(one, by=request.officer, at=request.at)
        return back

    says = (
        "Cán bộ bị đăng xuất ở yêu cầu kế tiếp và không đăng nhập lại được.",
        "Phân công vị trí không đổi; có thể cấp lại tài khoản bất cứ lúc nào.",
    )
    in_use = one.account is not None and one.account.is_active
    hindrance = None if in_use else NONE_IN_USE
    page = FormPage("Khóa tài khoản", "Khóa tài khoản", back, one.name, says, grave=True, hindrance=hindrance)
    return ask(request, page, Form(request.POST or None), do, said="Đã khóa tài khoản.")
