"""Ballots on paper, one after the other: scan the mark, choose what is ticked, save, next."""

from typing import Any

from django.core.exceptions import ObjectDoesNotExist
from django.http import HttpResponseBase
from django.urls import reverse

from motcua.domain.regulation.citations import Kind, cite
from motcua.domain.satisfaction import paper, policies, queries
from motcua.domain.satisfaction.giving import Marked
from motcua.web.components.entrance import OfficialRequest, holders_of
from motcua.web.components.fields import TextField
from motcua.web.components.form_page import FormPage, ask

from ..forms import BallotForm

cite(Kind.SCREEN, "rated:key_in", "3.1", "7.4")


class PaperForm(BallotForm):
    """What a paper says, and which ballot it is."""

    field_order = ("mark", "level", "reasons", "words")
    mark = TextField(
        label="Mã trên phiếu", max_length=200, autocomplete="off", spellcheck="false",
        help_text="Quét mã QR “Đánh giá” trên phiếu, hoặc gõ phần cuối của địa chỉ in dưới mã.",
    )  # fmt: skip

    def clean_mark(self) -> Any:
        """The ballot."""
        try:
            return queries.on_paper(self.cleaned_data["mark"])
        except ObjectDoesNotExist:
            self.add_error("mark", "Không có phiếu nào mang mã này: hãy quét lại.")
            return None

    @property
    def marked(self) -> Marked:
        """As the act takes it."""
        return Marked(*(self.cleaned_data[name] for name in ("level", "reasons", "words")))


@holders_of(*policies.KEYS_IN)
def key_in(request: OfficialRequest) -> HttpResponseBase:
    """Enter a paper and go on with the next."""
    form = PaperForm(request.POST or None)
    page = FormPage(
        title="Nhập phiếu đánh giá giấy", button="Lưu, nhập phiếu tiếp", back=reverse("rated:key_in"),
        says=("Nhập đúng như người dân ghi. Phiếu đánh giá chính bạn thì người khác nhập.",
              "Mỗi phiếu chỉ nhập một lần; phiếu đã được đánh giá bằng mã QR thì không nhập nữa."),
    )  # fmt: skip

    def do() -> str:
        paper.key_in_ballot(form.cleaned_data["mark"], marked=form.marked, by=request.officer, at=request.at)
        return reverse("rated:key_in")

    return ask(request, page, form, do, said="Đã lưu phiếu.")
