"""Results that go by post: given to it, handed out by it, or brought back."""

from django.http import HttpResponseBase
from django.urls import reverse

from motcua.domain.dossiers import queries
from motcua.domain.dossiers.delivery import post, proofs
from motcua.domain.organisations.roles import Role
from motcua.domain.regulation.citations import Kind, cite
from motcua.web.components.entrance import OfficialRequest, found, holders_of
from motcua.web.components.form_page import FormPage, ask

from ..proof_form import CameBackForm, HandedOutForm, ParcelForm

cite(Kind.SCREEN, "counter:send_by_post", "4.1.e")
cite(Kind.SCREEN, "counter:parcel_delivered", "4.1.e")
cite(Kind.SCREEN, "counter:parcel_back", "4.1.e")


@holders_of(Role.RETURN)
def send(request: OfficialRequest, code: str) -> HttpResponseBase:
    """Give the result to the post."""
    one = found(queries.to_act_on, request.officer, code, request.at)
    form, back = ParcelForm(request.POST or None), reverse("counter:result", args=[one.code])

    def do() -> str:
        post.send_by_post(one, number=form.cleaned_data["number"], by=request.officer, at=request.at)
        return back

    says = (f"Gửi đến: {one.applicant_name}, {one.address}.", "Hồ sơ chưa kết thúc cho đến khi bưu chính báo phát.")
    page = FormPage("Gửi kết quả qua bưu chính", "Ghi đã gửi", back, one.code or "", says)
    return ask(request, page, form, do, said="Đã ghi bưu gửi.")


@holders_of(Role.RETURN)
def delivered(request: OfficialRequest, code: str) -> HttpResponseBase:
    """The post has handed it out."""
    one = found(queries.to_act_on, request.officer, code, request.at)
    form = HandedOutForm(request.POST or None, initial={"to": one.applicant_name})
    back = reverse("counter:result", args=[one.code])

    def do() -> str:
        post.delivered_by_post(one, to=form.cleaned_data["to"], by=request.officer, at=request.at)
        return back

    page = FormPage("Bưu chính đã phát kết quả", "Ghi đã phát", back, one.code or "", _about(one))
    return ask(request, page, form, do, said="Đã trả kết quả qua bưu chính.")


@holders_of(Role.RETURN)
def came_back(request: OfficialRequest, code: str) -> HttpResponseBase:
    """The post has brought it back."""
    one = found(queries.to_act_on, request.officer, code, request.at)
    form, back = CameBackForm(request.POST or None), reverse("counter:result", args=[one.code])

    def do() -> str:
        post.take_back_parcel(one, reason=form.cleaned_data["reason"], by=request.officer, at=request.at)
        return back

    page = FormPage("Nhận lại bưu gửi chuyển hoàn", "Ghi đã nhận lại", back, one.code or "", _about(one))
    return ask(request, page, form, do, said="Đã nhận lại kết quả từ bưu chính.")


def _about(one: object) -> tuple[str, ...]:
    parcel = proofs.under_way(one)  # type: ignore[arg-type]
    return (f"Bưu gửi số hiệu {parcel}.",) if parcel else ()
