"""Saying under what a piece of feedback is counted."""

from django.http import HttpResponseBase
from django.urls import reverse

from motcua.domain.feedback import queries
from motcua.domain.feedback.digest import topics
from motcua.domain.feedback.policies import WORKS
from motcua.domain.regulation.citations import Kind, cite
from motcua.domain.vietnamese.dates import local_day
from motcua.web.components.entrance import OfficialRequest, found, holders_of
from motcua.web.components.form_page import FormPage, ask

from ..forms import ThemeForm

cite(Kind.SCREEN, "digest:set_theme", "4.2.b")


@holders_of(*WORKS)
def set_theme(request: OfficialRequest, code: str) -> HttpResponseBase:
    """Theme, procedure and provision; changed as often as need be."""
    by, at = request.officer, request.at
    item = found(queries.for_official, by, code, at)
    back = reverse("digest:voices")
    form = ThemeForm(request.POST or None, on=local_day(at), initial=topics.told_of(item))

    def do() -> str:
        topics.set_theme(item, form.told(), by=by, at=at)
        return back

    page = FormPage(
        "Gắn chủ đề", "Ghi chủ đề", back, about=f"{item.code}: {item.subject}",
        says=("Chủ đề, thủ tục, điều khoản dùng để tổng hợp và soạn báo cáo, kiến nghị.",),
        hindrance=topics.may_set_theme(by, item, at),
    )  # fmt: skip
    return ask(request, page, form, do, said=f"Đã ghi chủ đề của {item.code}.")
