"""Giving the whole work of somebody to others, being offered the work of who is away, and entering leave (5.2.b)."""

from typing import Any

from django import forms
from django.http import HttpResponseBase
from django.shortcuts import render
from django.urls import reverse

from motcua.domain.dossiers import standing_in, whole_work
from motcua.domain.dossiers.each import Outcome, each_by_itself
from motcua.domain.organisations import absences
from motcua.domain.organisations.absences import Leave
from motcua.domain.organisations.roles import Role
from motcua.domain.regulation.citations import Kind, cite
from motcua.domain.vietnamese.dates import local_day, show_date
from motcua.web.components.entrance import OfficialRequest, found, holders_of, officials_only
from motcua.web.components.fields import DateField, Form, TextField
from motcua.web.components.form_page import FormPage, ask
from motcua.web.components.paging import beside, place_of
from motcua.web.components.told import all_or_told, ticked

AT_ONCE, ALL_AT_ONCE = 50, 200

cite(Kind.SCREEN, "department:hand_out", "5.1.c-1", "5.2.b")
cite(Kind.SCREEN, "department:stand_in", "5.2.b", "5.1.c-1")
cite(Kind.SCREEN, "department:absences", "5.2.b")
cite(Kind.SCREEN, "department:enter_absence", "5.2.b")
cite(Kind.SCREEN, "department:end_absence", "5.2.b")


class AbsenceForm(Form):
    """Who is away when, why, and who stands in."""

    whose = forms.ChoiceField(label="Người vắng mặt")
    from_on = DateField(label="Từ ngày")
    to_on = DateField(label="Đến hết ngày")
    substitute = forms.ChoiceField(label="Người làm thay", help_text="Người giữ cùng vai trò tại cùng cơ quan.")
    reason = TextField(label="Lý do", max_length=200, help_text="Ví dụ “nghỉ phép năm”.")
    document = TextField(label="Văn bản thông báo", max_length=120, required=False)

    def __init__(self, *args: Any, people: list[tuple[Any, Any]], colleagues: list[Any], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.people = {f"{who.code}@{office.code}": (who, office) for who, office in people}
        self.colleagues = {each.code: each for each in colleagues}
        named = [(key, f"{who.name}, {office.short_name}") for key, (who, office) in self.people.items()]
        self.fields["whose"].choices = [("", "Chọn một người"), *named]  # type: ignore[attr-defined]
        others = [(code, each.name) for code, each in self.colleagues.items()]
        self.fields["substitute"].choices = [("", "Chọn một người"), *others]  # type: ignore[attr-defined]


class BackForm(Form):
    """The last day of an absence that ends earlier."""

    last_on = DateField(label="Ngày vắng cuối cùng")


@holders_of(Role.HEAD, Role.ASSIGN)
def hand_out(request: OfficialRequest) -> HttpResponseBase:
    """The open work of one official: tick some or all, choose to whom, say why."""
    by, at = request.officer, request.at
    people = whole_work.people(by, at)
    holder = next((each for each in people if each.code == request.GET.get("cua", "")), None)
    if request.method != "POST" or holder is None:
        return _work_of(request, people, holder)
    to = [each for each in people if each.code in request.POST.getlist("cho") and each != holder]
    reason, every = request.POST.get("reason", "").strip()[:2000], request.POST.get("tat-ca") == "on"
    numbers = ticked(request, AT_ONCE)
    if not to or not reason or not (every or numbers):
        return _work_of(request, people, holder, wrong="Hãy chọn việc, người nhận và ghi lý do.")

    def do() -> Outcome:
        steps = whole_work.chosen(holder, numbers, by, at)
        if every:
            steps = whole_work.everything(holder, by, at, ALL_AT_ONCE)
        return whole_work.hand_out(steps, to=to, reason=reason, by=by, at=at)

    back = f"{reverse('department:hand_out')}?cua={holder.code}"
    return all_or_told(request, do, title=f"Giao lại việc của {holder.name}", back=back)


@officials_only
def stand_in(request: OfficialRequest) -> HttpResponseBase:
    """The steps of those for whom one stands in today; taking them makes them one's own, signed “thay …”."""
    by, at = request.officer, request.at
    chosen = ticked(request, AT_ONCE) if request.method == "POST" else []
    if not chosen:
        page = standing_in.offered(by, at, place_of(request))
        context = {"rows": page.rows, "count": standing_in.how_many(by, at), "pages": beside(request, page)}
        context |= {"away": absences.stood_in_for(by, local_day(at)), "wrong": request.method == "POST"}
        return render(request, "department/stand_in.html", context)

    def do() -> Outcome:
        return each_by_itself(standing_in.chosen(by, chosen, at), take)

    def take(step: Any) -> str:
        return f"nhận thay {standing_in.stand_in(step, by=by, at=at).instead_of}"

    return all_or_told(request, do, title="Nhận thay việc", back=reverse("department:stand_in"))


@officials_only
def leave(request: OfficialRequest) -> HttpResponseBase:
    """Who is away, was or will be, as far as it concerns one."""
    rows = absences.seen(request.officer, request.at)[:AT_ONCE]
    context = {"rows": rows, "today": local_day(request.at), "by": request.officer, "may_end": _may_end}
    return render(request, "department/absences.html", context)


@officials_only
def enter_absence(request: OfficialRequest) -> HttpResponseBase:
    """Announce one's own leave, or that of an official of the body one answers for."""
    by, at = request.officer, request.at
    colleagues = absences.colleagues_of(by, at)
    form = AbsenceForm(request.POST or None, people=absences.may_be_entered_by(by, at), colleagues=colleagues)

    def do() -> str:
        said = form.cleaned_data
        who, office = form.people[said["whose"]]
        days = Leave(said["from_on"], said["to_on"], said["reason"], said["document"])
        substitute = form.colleagues[said["substitute"]]
        absences.enter_absence(who, office=office, substitute=substitute, leave=days, by=by, at=at)
        return reverse("department:absences")

    says = (
        "Trong những ngày vắng, việc đang giữ và việc mới giao được đưa sang danh sách “Làm thay” của người làm thay.",
        "Hết ngày cuối, việc làm thay tự kết thúc; việc đã nhận thay do người làm thay làm nốt.",
        "Phê duyệt thay chỉ được với thủ tục mà người làm thay cũng có tên trong quyết định ủy quyền.",
    )
    page = FormPage("Nhập vắng mặt", "Nhập vắng mặt", reverse("department:absences"), says=says)
    return ask(request, page, form, do, said="Đã nhập vắng mặt.")


@officials_only
def end_absence(request: OfficialRequest, pk: int) -> HttpResponseBase:
    """Somebody is back earlier."""
    one = found(absences.one, request.officer, pk, request.at)
    form = BackForm(request.POST or None)

    def do() -> str:
        absences.end_absence(one, last_on=form.cleaned_data["last_on"], by=request.officer, at=request.at)
        return reverse("department:absences")

    about = f"{one.officer.name}, {show_date(one.from_on)} đến {show_date(one.to_on)}"
    page = FormPage("Kết thúc sớm việc vắng mặt", "Kết thúc", reverse("department:absences"), about)
    return ask(request, page, form, do, said="Đã kết thúc sớm việc vắng mặt.")


def _may_end(by: Any, absence: Any, today: Any) -> bool:
    return bool(absence.to_on >= today and by.pk != absence.substitute_id)


def _work_of(request: OfficialRequest, people: list[Any], holder: Any, *, wrong: str = "") -> HttpResponseBase:
    context: dict[str, Any] = {"people": people, "holder": holder, "wrong": wrong, "rows": [], "all": ALL_AT_ONCE}
    if holder is not None:
        page = whole_work.of(holder, request.officer, request.at, place_of(request))
        count = whole_work.how_many(holder, request.officer, request.at)
        context |= {"rows": page.rows, "count": count, "pages": beside(request, page)}
    return render(request, "department/hand_out.html", context, status=422 if wrong else 200)
