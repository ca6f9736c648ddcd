"""Surveys: written and opened at the Centre, watched and brought by the desks, answered by who was drawn (7.4)."""

from collections.abc import Callable, Iterator
from typing import Any, cast

from django.http import Http404, HttpResponse, HttpResponseBase, StreamingHttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.http import content_disposition_header
from django.utils.translation import gettext
from django.views.decorators.http import require_safe

from motcua.domain.regulation.answers import Answer, Refused
from motcua.domain.regulation.citations import Kind, cite
from motcua.domain.satisfaction.giving import Guest
from motcua.domain.satisfaction.surveys import answering, designing, policies, queries
from motcua.web.components import tries
from motcua.web.components.entrance import OfficialRequest, acting, found, holders_of
from motcua.web.components.fields import Form
from motcua.web.components.form_page import UNPROCESSABLE, FormPage, ask
from motcua.web.components.paging import beside, place_of
from motcua.web.components.tries import Limit
from motcua.web.portal.door import PublicRequest
from motcua.web.portal.views.tracking import for_its_applicant

from ..survey_forms import AnswerForm, NoteForm, PaperForm, SurveyForm
from ..tables import BOM, line_of

for _name in ("surveys", "survey", "draft", "open", "close", "hand_over", "key_in_survey", "survey_csv"):
    cite(Kind.SCREEN, f"rated:{_name}", "7.4")
cite(Kind.SCREEN, "satisfaction:survey", "7.4", "4.6.a")
OFFICE = "co-quan"
HEADINGS = ("Cơ quan", "Hồ sơ trong kỳ", "Đã hỏi", "Đã trả lời", "Trên giấy", "Cần có", "Bàn giao")


@require_safe
@holders_of(*policies.KEYS_IN)
def surveys(request: OfficialRequest) -> HttpResponse:
    """Every survey at the Centre; at a desk those that ask about it."""
    at_page = queries.surveys(request.officer, request.at, place_of(request))
    context = {"rows": at_page.rows, "pages": beside(request, at_page),
               "may": policies.may_design(request.officer, request.at)}  # fmt: skip
    return render(request, "satisfaction/surveys.html", context)


@require_safe
@holders_of(*policies.KEYS_IN)
def survey(request: OfficialRequest, pk: int) -> HttpResponse:
    """One survey: what each desk has to bring, what came back, what people said."""
    by, at = request.officer, request.at
    it = found(queries.survey, by, pk, at)
    parts = queries.progress(by, it, at)
    code = request.GET.get(OFFICE, "")
    one = next((each for each in parts if each.part.office.code == code and each.told), None)
    designs = policies.may_design(by, at)
    own = parts[0] if len(parts) == 1 and not designs else None
    if own is not None:
        one = own if own.told else None
    shown = queries.results(it, one.part.office if one else None) if one or designs else []
    context = {
        "it": it, "desks": parts, "one": one, "designs": designs, "told": shown, "state": it.state,
        "brings": {each.part.pk for each in parts if policies.may_bring(by, each.part, at)},
    }  # fmt: skip
    return render(request, "satisfaction/survey.html", context)


@holders_of(*policies.BRINGS)
def draft(request: OfficialRequest) -> HttpResponseBase:
    """Write a survey."""
    by, at = request.officer, request.at
    form = SurveyForm(request.POST or None, offices=queries.askable(at))
    page = FormPage(
        "Soạn cuộc khảo sát", "Lưu bản soạn", reverse("rated:surveys"), hindrance=policies.may_design(by, at),
        says=("Khi bắt đầu, hệ thống chọn ngẫu nhiên hồ sơ đã trả kết quả trong kỳ: mỗi phiếu cần có, ba hồ sơ.",
              "Người được chọn nhận tin nhắn; phiếu giấy do cán bộ của nơi đó nhập."),
    )  # fmt: skip

    def do() -> str:
        return reverse("rated:survey", args=[designing.draft_survey(form.design(), by=by, at=at).pk])

    return ask(request, page, form, do, said="Đã lưu bản soạn.")


@holders_of(*policies.BRINGS)
def open_survey(request: OfficialRequest, pk: int) -> HttpResponseBase:
    """Draw the samples and ask."""
    said = "Mẫu được chọn một lần và giữ nguyên; mỗi người được chọn nhận một tin nhắn."
    return _decide(request, pk, "Bắt đầu khảo sát", "Bắt đầu", designing.open_survey, said)


@holders_of(*policies.BRINGS)
def close_survey(request: OfficialRequest, pk: int) -> HttpResponseBase:
    """End it."""
    return _decide(request, pk, "Kết thúc khảo sát", "Kết thúc", designing.close_survey, "Không nhận thêm trả lời nữa.")


@holders_of(*policies.BRINGS)
def hand_over(request: OfficialRequest, pk: int, code: str) -> HttpResponseBase:
    """A desk hands its part to the Centre."""
    by, at = request.officer, request.at
    it = found(queries.survey, by, pk, at)
    part = found(queries.part, by, it, code, at)
    form, back = NoteForm(request.POST or None), reverse("rated:survey", args=[pk])
    page = FormPage("Bàn giao cho Trung tâm", "Bàn giao", back, about=f"{it.title}, {part.office.name}",
                    hindrance=policies.may_bring(by, part, at))  # fmt: skip

    def do() -> str:
        designing.hand_over_part(part, note=form.cleaned_data["note"], by=by, at=at)
        return back

    return ask(request, page, form, do, said="Đã bàn giao.")


@holders_of(*policies.KEYS_IN)
def key_in_survey(request: OfficialRequest, pk: int) -> HttpResponseBase:
    """Enter papers of one survey, one after the other."""
    it = found(queries.survey, request.officer, pk, request.at)
    form = PaperForm(request.POST or None, questions=it.asks())
    form.order_fields(["mark", *form.names])
    back = reverse("rated:key_in_survey", args=[pk])
    page = FormPage(
        "Nhập phiếu khảo sát giấy", "Lưu, nhập phiếu tiếp", reverse("rated:survey", args=[pk]), about=it.title,
        says=("Nhập đúng như người dân ghi. Mỗi phiếu chỉ nhập một lần.",),
        hindrance=answering.is_asked(it, request.at),
    )  # fmt: skip

    def do() -> str:
        answering.key_in_answer(form.cleaned_data["mark"], answers=form.answers, by=request.officer, at=request.at)
        return back

    return ask(request, page, form, do, said="Đã lưu phiếu.")


@require_safe
@holders_of(*policies.KEYS_IN)
def survey_csv(request: OfficialRequest, pk: int) -> HttpResponseBase:
    """What each desk has to bring and brought, without anybody's words."""
    it = found(queries.survey, request.officer, pk, request.at)
    rows = queries.progress(request.officer, it, request.at)

    def lines() -> Iterator[str]:
        yield BOM + line_of(HEADINGS)
        for each in rows:
            part, handed = each.part, each.part.handed_at
            yield line_of([part.office.name, part.population, each.asked, each.answered, each.on_paper, part.quota,
                           f"{handed:%d/%m/%Y}" if handed else ""])  # fmt: skip

    answer = StreamingHttpResponse(lines(), content_type="text/csv; charset=utf-8")
    answer.headers["Content-Disposition"] = content_disposition_header(True, f"{it.title}.csv") or "attachment"
    return answer


@for_its_applicant("POST")
def ballot(request: PublicRequest, secret: str) -> HttpResponseBase:
    """The questions for who was drawn: answered once, nothing to sign in to."""
    sampled = _by_secret(request, secret)
    form = AnswerForm(request.POST if request.method == "POST" else None, questions=sampled.part.survey.asks())
    if request.method != "POST":
        return _page(request, sampled, form)
    if not form.is_valid():
        return _page(request, sampled, form, status=UNPROCESSABLE)
    if tries.wait(request, Limit.RATING):
        form.add_error(None, gettext("Từ nơi này vừa gửi rất nhiều đánh giá. Lát nữa hãy gửi lại."))
        return _page(request, sampled, form, status=429)
    tries.note(request, Limit.RATING)
    entered = cast(Any, request)
    by = entered.officer or Guest()
    entered.officer, entered.person = None, by

    def do() -> str:
        answering.answer_survey(sampled, answers=form.answers, by=by, at=request.at)
        return reverse("satisfaction:survey", args=[secret])

    def refused(refusal: Refused) -> HttpResponse:
        return _page(request, sampled, form, refusal=refusal)

    return acting(request, do, said=gettext("Cảm ơn bạn. Câu trả lời đã được ghi nhận."), refused=refused)


def _decide(
    request: OfficialRequest, pk: int, title: str, button: str, act: Callable[..., Any], says: str
) -> HttpResponseBase:
    by, at = request.officer, request.at
    it, back = found(queries.survey, by, pk, at), reverse("rated:survey", args=[pk])
    page = FormPage(title, button, back, about=it.title, says=(says,), hindrance=policies.may_design(by, at))

    def do() -> str:
        act(it, by=by, at=at)
        return back

    return ask(request, page, Form(request.POST or None), do, said="Đã ghi nhận.")


def _page(
    request: PublicRequest, sampled: Any, form: AnswerForm, status: int = 200, refusal: Refused | None = None
) -> HttpResponse:
    may: Answer = answering.is_asked(sampled.part.survey, request.at)
    context = {"it": sampled, "form": form, "refusal": refusal, "may": may, "said": queries.is_answered(sampled)}
    return render(request, "satisfaction/survey_ballot.html", context, status=status)


def _by_secret(request: PublicRequest, secret: str) -> Any:
    try:
        return found(queries.by_secret, secret)
    except Http404:
        tries.note(request, Limit.TRACKING)
        raise
