"""The form with which linked procedures are received as one: the person and each paper once."""

from dataclasses import replace
from typing import Any

from django import forms

from motcua.domain.dossiers import queries
from motcua.domain.dossiers.filed_together import bundle_queries
from motcua.domain.dossiers.filed_together.bundle_terms import HandOut
from motcua.domain.dossiers.filed_together.bundles import BundleForm, first_filing
from motcua.domain.dossiers.handed_in import Brought
from motcua.domain.dossiers.terms import ReturnBy
from motcua.domain.regulation.answers import NotAllowed
from motcua.web.components.entrance import OfficialRequest
from motcua.web.components.fields import DateField, Form, TextField
from motcua.web.components.typed import Several, Typed
from motcua.web.counter.forms import ApplicantForm, SubmitterForm


class WishesForm(Typed):
    """How the results go out, and which papers are there."""

    hand_out = forms.ChoiceField(
        label="Trả kết quả", choices=HandOut.choices, initial=HandOut.TOGETHER, widget=forms.RadioSelect
    )
    return_by = forms.ChoiceField(
        label="Cách nhận kết quả", choices=ReturnBy.choices, initial=ReturnBy.COUNTER, widget=forms.RadioSelect
    )

    def __init__(self, *args: Any, asked: list[bundle_queries.Asked], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.asked = asked
        for place, each in enumerate(asked):
            self.fields[f"paper{place}"] = forms.BooleanField(label=each.name, required=True)
            self.fields[f"paper{place}"].error_messages["required"] = f"Còn thiếu “{each.name}”."

    def lines(self) -> list[tuple[bundle_queries.Asked, Any]]:
        """Each paper with its box."""
        return [(each, self[f"paper{place}"]) for place, each in enumerate(self.asked)]

    def papers(self) -> tuple[tuple[str, Brought], ...]:
        """What was handed in, by name."""
        return tuple((each.name, Brought(0, each.originals, each.copies)) for each in self.asked)


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
        self.bundle, self.one_stop = bundle, one_stop
        check = request.method == "POST"
        self.applicant = ApplicantForm.of(request.POST, check=check)
        self.submitter = SubmitterForm.of(request.POST, check=check)
        self.wishes = WishesForm.of(request.POST, check=check, asked=bundle_queries.asked_of(bundle))
        self.applicant.fit_kind()
        self.forms = Several([self.applicant, self.submitter, self.wishes])

    def form(self) -> BundleForm:
        """What comes over the counter."""
        given = self.wishes.cleaned_data
        filing = first_filing(self.bundle, self.one_stop, self.applicant.applicant())
        filing = replace(filing, submitter=self.submitter.submitter(), return_by=given["return_by"])
        return BundleForm(filing, self.wishes.papers(), given["hand_out"])
