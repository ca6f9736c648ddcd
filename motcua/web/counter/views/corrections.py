"""A wrong receipt is put right at the counter; what changes the promise waits for a second person."""

from typing import Any

from django import forms
from django.http import HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_GET

from motcua.domain.dossiers import corrections, queries
from motcua.domain.listing import counted, page
from motcua.domain.organisations.roles import Role
from motcua.domain.procedures.handling import handled
from motcua.domain.regulation.citations import Kind, cite
from motcua.domain.working_days.limit import Limit, Unit
from motcua.web.components.entrance import OfficialRequest, found, holders_of
from motcua.web.components.fields import Form, LongTextField, PhoneField, TextField
from motcua.web.components.form_page import FormPage, ask
from motcua.web.components.paging import beside, place_of

cite(Kind.SCREEN, "counter:correct", "5.1.đ-2")
cite(Kind.SCREEN, "counter:correct_promise", "5.1.đ-2")
cite(Kind.SCREEN, "centre:corrections", "5.1.đ-2", "4.1.d-1")

SECOND = (Role.HEAD, Role.WATCH)


class DetailsForm(Form):
    """A slip of the pen."""

    applicant_name = TextField(label="Chủ hồ sơ", max_length=200, autocomplete="off")
    address = TextField(label="Địa chỉ", max_length=300, autocomplete="off")
    phone = PhoneField(label="Điện thoại", autocomplete="off")
    reason = LongTextField(label="Lý do đính chính", max_length=1000)


class PromiseForm(Form):
    """The time limit, and how many of each paper were handed in."""

    amount = forms.IntegerField(label="Thời hạn đúng", min_value=0, max_value=1000)
    unit = forms.ChoiceField(label="Tính bằng", choices=[(each.value, each.label) for each in Unit])
    reason = LongTextField(label="Lý do đính chính", max_length=1000)

    def __init__(self, *args: Any, papers: list[tuple[Any, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.papers = papers
        for paper, name in papers:
            for part, words in (("originals", "số bản chính"), ("copies", "số bản sao")):
                label, initial = f"{name}: {words}", getattr(paper, part)
                field = forms.IntegerField(label=label, min_value=0, max_value=99, initial=initial)
                self.fields[f"p{paper.component_id}-{part}"] = field
        self.fields["reason"] = self.fields.pop("reason")

    def promise(self) -> corrections.Promise:
        """What shall stand on the receipt."""
        known = self.cleaned_data
        counts = {
            paper.component_id: (known[f"p{paper.component_id}-originals"], known[f"p{paper.component_id}-copies"])
            for paper, _ in self.papers
        }
        return corrections.Promise(Limit(known["amount"], Unit(known["unit"])), counts)


class DecisionForm(Form):
    """The word of the second person."""

    agree = forms.ChoiceField(
        label="Ý kiến", choices=[("yes", "Xác nhận đính chính"), ("no", "Không đồng ý")], widget=forms.RadioSelect
    )
    reason = LongTextField(label="Lý do, khi không đồng ý", max_length=1000, required=False)


@holders_of(Role.RECEIVE)
def correct(request: OfficialRequest, code: str) -> HttpResponseBase:
    """Mend name, address or telephone; the receipt is given out again."""
    one = found(queries.dossier, request.officer, code, request.at)
    back = reverse("counter:dossier", args=[code])
    initial = {name: getattr(one, name) for name in ("applicant_name", "address", "phone")}
    form = DetailsForm(request.POST or None, initial=initial)
    more = {"promise": reverse("counter:correct_promise", args=[code])}
    says = ("Giấy mới thay giấy cũ; giấy cũ vẫn mở được và ghi “đã thay thế”. Hãy thu lại giấy cũ của người nộp.",)
    sheet = FormPage(
        "Đính chính giấy tiếp nhận", "Đính chính và in giấy mới", back, about=code, says=says,
        hindrance=corrections.can_be_corrected(one), template="counter/correct.html", more=more,
    )  # fmt: skip

    def do() -> str:
        details = {name: form.cleaned_data[name] for name in initial}
        reason = form.cleaned_data["reason"]
        corrections.correct_receipt(one, details=details, reason=reason, by=request.officer, at=request.at)
        return back

    return ask(request, sheet, form, do, said="Đã đính chính; giấy tiếp nhận mới đã có.")


@holders_of(Role.RECEIVE)
def correct_promise(request: OfficialRequest, code: str) -> HttpResponseBase:
    """Ask for the time limit or the papers on the receipt to be put right."""
    one = found(queries.dossier, request.officer, code, request.at)
    back = reverse("counter:dossier", args=[code])
    names = {each.id: each.name for each in handled(one.version_id).components}
    papers = [(each, names[each.component_id]) for each in queries.submitted(one) if not each.occasion]
    initial = {"amount": one.limit_amount, "unit": one.limit_unit}
    form = PromiseForm(request.POST or None, papers=papers, initial=initial)
    says = ("Nội dung này thay đổi điều đã hẹn với người dân nên chỉ có hiệu lực khi người thứ hai xác nhận.",)
    sheet = FormPage(
        "Đề nghị đính chính thời hạn, giấy tờ",
        "Gửi đề nghị",
        back,
        about=code,
        says=says,
        hindrance=corrections.can_be_corrected(one),
    )

    def do() -> str:
        given = {"promise": form.promise(), "reason": form.cleaned_data["reason"]}
        corrections.propose_correction(one, **given, by=request.officer, at=request.at)
        return back

    return ask(request, sheet, form, do, said="Đã gửi đề nghị đính chính, chờ người thứ hai xác nhận.")


@require_GET
@holders_of(*SECOND)
def waiting(request: OfficialRequest) -> HttpResponse:
    """What waits for the second person, the oldest first."""
    asked = corrections.waiting_for(request.officer, request.at)
    at_page = page(asked, "id", place_of(request))
    rows = [(each, corrections.said(each.changes)) for each in at_page.rows]
    context = {"rows": rows, "count": counted(asked), "pages": beside(request, at_page)}
    return render(request, "counter/corrections.html", context)


@holders_of(*SECOND)
def decide(request: OfficialRequest, pk: int) -> HttpResponseBase:
    """Confirm or decline one."""
    row = found(corrections.waiting_one, request.officer, pk, request.at)
    form, back = DecisionForm(request.POST or None), reverse("centre:corrections")
    says = (*corrections.said(row.changes), f"Lý do: {row.reason} ({row.asked_by.name})")
    sheet = FormPage("Xác nhận đính chính", "Ghi ý kiến", back, about=str(row.dossier), says=says)

    def do() -> str:
        signs = {"by": request.officer, "at": request.at}
        if form.cleaned_data["agree"] == "yes":
            corrections.confirm_correction(row, **signs)
        else:
            corrections.decline_correction(row, reason=form.cleaned_data["reason"], **signs)
        return back

    return ask(request, sheet, form, do, said="Đã ghi ý kiến về đề nghị đính chính.")
