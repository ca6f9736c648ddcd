"""The form with which linked procedures are received as one: the person once, each paper once with its scan."""

from dataclasses import replace
from typing import Any

from django import forms

from motcua.domain.dossiers import files, queries
from motcua.domain.dossiers.filed_together import bundle_members, bundle_queries
from motcua.domain.dossiers.filed_together.bundle_terms import HandOut
from motcua.domain.dossiers.filed_together.bundles import BundleForm, first_filing
from motcua.domain.dossiers.terms import AT_COUNTER, ReturnBy
from motcua.domain.regulation.answers import NotAllowed
from motcua.domain.vietnamese.dates import local_day
from motcua.web.components.entrance import OfficialRequest
from motcua.web.components.fields import DateField, Form, TextField
from motcua.web.components.typed import Several, Typed
from motcua.web.counter import papers, scanning
from motcua.web.counter.drafting import key_kept
from motcua.web.counter.forms import ApplicantForm, SubmitterForm


class WishesForm(Typed):
    """How the results go out."""

    hand_out = forms.ChoiceField(
        label="Trả kết quả", choices=HandOut.choices, initial=HandOut.TOGETHER, widget=forms.RadioSelect
    )
    return_by = forms.ChoiceField(
        label="Cách nhận kết quả",
        choices=AT_COUNTER,
        initial=ReturnBy.COUNTER,
        widget=forms.RadioSelect,
    )


class PublishForm(Form):
    """The decision by which the Centre publishes a bundle."""

    decision = TextField(label="Quyết định công bố", max_length=120)
    valid_from = DateField(label="Áp dụng từ ngày")


class Bundling:
    """What was typed so far, and what it means."""

    def __init__(self, request: OfficialRequest, bundle: Any) -> None:
        one_stop = queries.one_stop_of(request.officer, request.at)
        if one_stop is None:
            raise NotAllowed("Bạn chưa được bố trí ở nơi tiếp nhận hồ sơ nào.", "3.3-1")
        self.bundle, self.one_stop, self.by, self.at = bundle, one_stop, request.officer, request.at
        self.members = bundle_members.members(bundle, local_day(request.at))
        self.deciding = request.POST.get("decide") == "receive"
        self.key = key_kept(request.POST.get("key", ""))
        sent = request.POST.copy()
        if "unscan" in sent:
            scanning.take_away(sent, key=self.key, by=self.by)
        self.applicant = ApplicantForm.of(sent, check=self.deciding)
        self.submitter = SubmitterForm.of(sent, check=self.deciding)
        self.wishes = WishesForm.of(sent, check=self.deciding)
        self.applicant.fit_kind()
        self.asked = bundle_queries.asked_of(self.members)
        marked = papers.Mark.THERE if sent.get("mark") == "all" else None
        self.papers = papers.needed([each.component for each in self.asked], sent, check=self.deciding, marked=marked)
        for paper, asked in zip(self.papers, self.asked, strict=True):
            paper.serves = asked.procedures
        scanning.take_in(request, self.papers, key=self.key, by=self.by, at=self.at)
        lines = [paper.form for paper in self.papers]
        self.forms = Several([self.applicant, self.submitter, *lines, self.wishes])

    @property
    def troubles(self) -> list[str]:
        """Files that could not be taken in."""
        return [paper.why for paper in self.papers if paper.why]

    def show_back(self) -> None:
        """Give each paper the scan that came with it before."""
        scanning.show_back(self.papers, key=self.key, by=self.by)

    def form(self) -> BundleForm:
        """What comes over the counter."""
        given = self.wishes.cleaned_data
        filing = first_filing(self.members, self.one_stop, self.applicant.applicant())
        draft = files.draft_stream(self.by, self.key) if any(paper.scan_id for paper in self.papers) else ""
        wishes = {"submitter": self.submitter.submitter(), "return_by": given["return_by"], "draft": draft}
        brought = tuple((paper.component.name, paper.brought()) for paper in self.papers)
        return BundleForm(replace(filing, **wishes), brought, given["hand_out"])
