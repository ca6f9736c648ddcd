"""Linked procedures are drawn up by the body of the first one, and published or sent back by the Centre."""

from typing import Any

from django.http import HttpResponseBase
from django.urls import reverse
from django.views.decorators.http import require_POST

from motcua.domain.dossiers.filed_together import bundle_drafts, bundle_queries
from motcua.domain.dossiers.filed_together.bundle_drafts import DRAFTERS
from motcua.domain.organisations.roles import Role
from motcua.domain.regulation.answers import Answer
from motcua.domain.regulation.citations import Kind, cite
from motcua.web.components.entrance import OfficialRequest, acting, found, holders_of
from motcua.web.components.form_page import FormPage, ask, show

from .bundling import PublishForm
from .drafting import Drafting, SendBackForm, is_decided

FORM = "interlinked/draft_bundle.html"

cite(Kind.SCREEN, "interlinked:draft_bundle", "5.1.đ-1", "4.1.a-1")
cite(Kind.SCREEN, "interlinked:redraft_bundle", "5.1.đ-1", "4.1.a-1")
cite(Kind.SCREEN, "interlinked:publish_bundle", "4.1.a-1", "4.1.b")
cite(Kind.SCREEN, "interlinked:send_back_bundle", "4.1.a-1", "4.1.b")


@holders_of(*DRAFTERS)
def draft_bundle(request: OfficialRequest) -> HttpResponseBase:
    """Draw up a new one; the Centre publishes it."""
    form = Drafting.of(request)
    says = (
        "Cơ quan giải quyết thủ tục đầu tiên lập nhóm; Trung tâm thống nhất và công bố rồi mới tiếp nhận theo nhóm.",
        "Thủ tục đứng sau có thể chờ kết quả của thủ tục đứng trước; giấy tờ lấy từ kết quả đó người dân không nộp.",
    )
    page = FormPage("Lập nhóm thủ tục liên thông", "Gửi Trung tâm", reverse("interlinked:bundles"), says=says,
                    template=FORM)  # fmt: skip

    def do() -> str:
        code = form.head.cleaned_data["code"]
        made = bundle_drafts.draft_bundle(code, **form.plan(request), by=request.officer, at=request.at)
        return reverse("interlinked:bundle", args=[made.code])

    return _asked(request, page, form, do, said="Đã lập nhóm, chờ Trung tâm công bố.")


@holders_of(*DRAFTERS)
def redraft_bundle(request: OfficialRequest, bundle: str) -> HttpResponseBase:
    """Change a draft; it waits for the Centre again."""
    one = found(bundle_queries.bundle, request.officer, bundle, request.at)
    form = Drafting.of(request, one)
    form.head.fields["code"].disabled = True
    says = ("Sau khi sửa, nhóm lại chờ Trung tâm công bố.",)
    may = bundle_queries.may_write(request.officer, one, request.at)
    page = FormPage("Sửa dự thảo nhóm thủ tục", "Lưu, gửi Trung tâm", _address(one), about=one.name, says=says,
                    hindrance=may, template=FORM)  # fmt: skip

    def do() -> str:
        bundle_drafts.redraft_bundle(one, **form.plan(request), by=request.officer, at=request.at)
        return _address(one)

    return _asked(request, page, form, do, said="Đã sửa dự thảo, chờ Trung tâm công bố.")


@require_POST
@holders_of(*DRAFTERS)
def discard_bundle(request: OfficialRequest, bundle: str) -> HttpResponseBase:
    """Give up a draft."""
    one = found(bundle_queries.bundle, request.officer, bundle, request.at)

    def do() -> str:
        bundle_drafts.discard_bundle(one, by=request.officer, at=request.at)
        return reverse("interlinked:bundles")

    return acting(request, do, said=f"Đã bỏ dự thảo nhóm “{one.name}”.")


@holders_of(Role.PROCEDURES)
def publish_bundle(request: OfficialRequest, bundle: str) -> HttpResponseBase:
    """The Centre agrees and publishes it."""
    one = found(bundle_queries.bundle, request.officer, bundle, request.at)
    form = PublishForm(request.POST or None)
    page = _deciding(one, "Công bố nhóm thủ tục", "Công bố", _may_decide(request, one))

    def do() -> str:
        bundle_drafts.publish_bundle(one, **form.cleaned_data, by=request.officer, at=request.at)
        return _address(one)

    return ask(request, page, form, do, said="Đã công bố nhóm thủ tục liên thông.")


@holders_of(Role.PROCEDURES)
def send_back_bundle(request: OfficialRequest, bundle: str) -> HttpResponseBase:
    """The Centre does not agree: the draft goes back with the reason."""
    one = found(bundle_queries.bundle, request.officer, bundle, request.at)
    form = SendBackForm(request.POST or None)
    page = _deciding(one, "Trả lại dự thảo nhóm thủ tục", "Trả lại", _may_decide(request, one))

    def do() -> str:
        bundle_drafts.send_back_bundle(one, **form.cleaned_data, by=request.officer, at=request.at)
        return _address(one)

    return ask(request, page, form, do, said="Đã trả lại dự thảo cho cơ quan lập.")


def _asked(request: OfficialRequest, page: FormPage, form: Drafting, do: Any, *, said: str) -> HttpResponseBase:
    """Carry out what was sent to be saved; anything else only shows the form as it is now."""
    return ask(request, page, form, do, said=said) if is_decided(request) else show(request, page, form)


def _deciding(one: Any, title: str, button: str, may: Answer) -> FormPage:
    """What stands around the word of the Centre: who drew the bundle up, and what is agreed to."""
    says = (f"Do {one.drafted_by.name} lập. Khi công bố, Trung tâm đồng ý thứ tự và giấy tờ dưới đây.",)
    more = {"named": bundle_queries.named([one])[one.pk]}
    return FormPage(title, button, _address(one), about=one.name, says=says, hindrance=may,
                    template="interlinked/decide_bundle.html", more=more)  # fmt: skip


def _may_decide(request: OfficialRequest, one: Any) -> Answer:
    return bundle_drafts.may_publish_bundle(request.officer, one, request.at)


def _address(one: Any) -> str:
    return reverse("interlinked:bundle", args=[one.code])
