"""Drafts nobody needs are discarded, and procedures are given to the body that answers for them from now on."""

from django.http import HttpResponseBase
from django.urls import reverse

from motcua.domain.procedures import discarding, ownership, policies, queries
from motcua.domain.regulation.citations import Kind, cite
from motcua.web.components.entrance import OfficialRequest, found, holders_of
from motcua.web.components.fields import Form
from motcua.web.components.form_page import FormPage, ask

from ..forms import OwnerForm
from ..owners import owners_for
from .lists import AT_DESK

cite(Kind.SCREEN, "procedures:discard_draft", "5.1.b", "5.1.a-1")
cite(Kind.SCREEN, "procedures:change_owner", "5.1.b", "4.2.a")


@holders_of(*AT_DESK)
def discard_draft(request: OfficialRequest, code: str) -> HttpResponseBase:
    """Give up a draft, after reading what goes with it."""
    by, at = request.officer, request.at
    draft, back = found(queries.draft_for, by, code, at), reverse("procedures:procedure", args=[code])
    only = len(queries.versions_for(by, draft.procedure, at)) == 1

    def do() -> str:
        discarding.discard_draft(draft, by=by, at=at)
        return reverse("procedures:procedures") if only else back

    says = (
        "Đây là bản duy nhất: thủ tục cũng được bỏ và mã thủ tục dùng lại được."
        if only
        else "Phiên bản đang công khai không thay đổi.",
        "Nội dung của bản dự thảo không khôi phục được; nhật ký vẫn ghi ai đã bỏ và lúc nào.",
    )
    may = policies.may_draft(by, draft.procedure.owner, at)
    about = f"{draft.name} ({code}, phiên bản {draft.number})"
    page = FormPage("Bỏ bản dự thảo", "Bỏ bản dự thảo", back, about, says, grave=True, hindrance=may)
    return ask(request, page, Form(request.POST or None), do, said="Đã bỏ bản dự thảo.")


@holders_of(*AT_DESK)
def change_owner(request: OfficialRequest, code: str) -> HttpResponseBase:
    """Give a procedure to another body, by decision."""
    by, at = request.officer, request.at
    procedure, back = found(queries.procedure_for, by, code, at), reverse("procedures:procedure", args=[code])
    owners = [each for each in owners_for(by, at) if each != procedure.owner]
    form = OwnerForm(request.POST or None, owners=owners)

    def do() -> str:
        owner = next(each for each in owners if each.code == form.cleaned_data["owner"])
        ownership.change_owner(procedure, owner=owner, decision=form.cleaned_data["decision"], by=by, at=at)
        return back

    says = (
        f"Hiện do {procedure.owner.name} chủ quản. Cơ quan mới soạn các phiên bản sau và nhận hồ sơ mới.",
        "Hồ sơ đang giải quyết vẫn ở cơ quan đã nhận. Nội dung đã công khai không thay đổi.",
    )
    may = policies.may_publish(by, at)
    page = FormPage("Chuyển cơ quan chủ quản", "Chuyển thủ tục", back, f"Thủ tục {code}", says, hindrance=may)
    return ask(request, page, form, do, said="Đã chuyển thủ tục cho cơ quan khác.")
