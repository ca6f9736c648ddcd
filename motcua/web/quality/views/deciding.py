"""Computing a quarter anew, and publishing it."""

from django.http import HttpResponseBase
from django.urls import reverse

from motcua.domain.organisations.roles import Role
from motcua.domain.quality import counting, policies
from motcua.domain.quality.periods import Quarter
from motcua.domain.regulation.citations import Kind, cite
from motcua.web.components.entrance import OfficialRequest, holders_of
from motcua.web.components.fields import Form, LongTextField
from motcua.web.components.form_page import FormPage, ask

from .reading import edition_of

cite(Kind.SCREEN, "quality:recompute", "3.3-1")
cite(Kind.SCREEN, "quality:publish", "3.3-1", "3.1")


class ReasonForm(Form):
    """Why it is computed once more."""

    reason = LongTextField(label="Lý do tính lại", max_length=500)


@holders_of(*policies.READS)
def recompute(request: OfficialRequest, year: int, number: int) -> HttpResponseBase:
    """Compute a quarter once more, with the reason; what stands stays as it was."""
    of = edition_of(request, year, number)
    form, back = ReasonForm(request.POST or None), reverse("quality:quarter", args=[year, number])
    page = FormPage(
        "Tính lại chỉ số chất lượng", "Tính lại", back, about=f"{of.of}, đã tính {of.version} lần",
        says=("Lần tính trước được giữ nguyên, và vẫn công khai cho đến khi lãnh đạo Trung tâm công khai lần mới.",
              "Quý có nhiều hồ sơ thì việc tính mất vài phút."),
        hindrance=policies.may_recompute(request.officer, request.at),
    )  # fmt: skip

    def do() -> str:
        counting.compute_quality(
            Quarter(year, number), by=request.officer, at=request.at, reason=form.cleaned_data["reason"]
        )
        return back

    return ask(request, page, form, do, said=f"Đã tính lại chỉ số {of.of}.")


@holders_of(Role.HEAD, Role.WATCH)
def publish(request: OfficialRequest, year: int, number: int) -> HttpResponseBase:
    """Let everybody read the figures of the bodies."""
    of = edition_of(request, year, number)
    back = reverse("quality:quarter", args=[year, number])
    page = FormPage(
        "Công khai chỉ số chất lượng", "Công khai", back, about=str(of),
        says=("Điểm và xếp loại của các cơ quan hiện trên cổng, ai cũng xem được.",
              "Điểm của từng cán bộ không bao giờ công khai."),
        hindrance=policies.may_publish(request.officer, request.at),
    )  # fmt: skip

    def do() -> str:
        counting.publish_quality(of, by=request.officer, at=request.at)
        return back

    return ask(request, page, Form(request.POST or None), do, said=f"Đã công khai chỉ số {of.of}.")
