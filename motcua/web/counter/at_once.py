"""The screen of what is settled while the citizen waits: the person, what it is about, and the result, in one form."""

from datetime import date
from functools import cached_property
from typing import Any

from django import forms
from django.urls import reverse

from motcua.domain.dossiers import queries
from motcua.domain.dossiers.at_once import immediate
from motcua.domain.dossiers.at_once.terms import Book
from motcua.domain.dossiers.handed_in import Brought
from motcua.domain.dossiers.taking_in import Filing
from motcua.domain.procedures import queries as procedures
from motcua.domain.procedures.tariff import tariff_on
from motcua.domain.procedures.terms import Channel
from motcua.domain.regulation.answers import NotAllowed, Refused
from motcua.domain.vietnamese.citizen_card import read_card
from motcua.domain.vietnamese.dates import local
from motcua.domain.vietnamese.text import NotValid, fold
from motcua.web.components.entrance import OfficialRequest, found
from motcua.web.components.fields import TextField
from motcua.web.components.typed import Several, Typed

from .drafting import key_kept
from .forms import ApplicantForm, SubmitterForm

_BOOKS = {"chung thuc ban sao": Book.COPY, "chung thuc chu ky": Book.SIGNATURE, "chung thuc hop dong": Book.CONTRACT}


class MatterForm(Typed):
    """What is certified, how often, and who signs; procedures and signers are read only to show the page."""

    version = forms.IntegerField(error_messages={"required": "Hãy chọn thủ tục."}, widget=forms.HiddenInput)
    what = TextField(label="Giấy tờ, văn bản", max_length=500, autocomplete="off")
    copies = forms.IntegerField(label="Số bản", min_value=1, max_value=immediate.MOST_COPIES, initial=1)
    pages = forms.IntegerField(label="Tổng số trang", min_value=1, max_value=immediate.MOST_PAGES, initial=1)
    book = forms.ChoiceField(label="Ghi vào sổ", choices=Book.choices)
    signed_by = forms.CharField(max_length=40)
    complete = forms.BooleanField(label="Đã đối chiếu bản chính, giấy tờ đủ")
    receipt_wanted = forms.BooleanField(label="Người nộp yêu cầu giấy tiếp nhận", required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["complete"].error_messages["required"] = "Hãy đối chiếu giấy tờ rồi đánh dấu."
        self.fields["signed_by"].error_messages["required"] = "Hãy chọn người ký."
        for name, most in (("copies", immediate.MOST_COPIES), ("pages", immediate.MOST_PAGES)):
            self.fields[name].widget = forms.TextInput(attrs={"inputmode": "numeric", "autocomplete": "off"})
            said = dict.fromkeys(
                ("invalid", "min_value", "max_value"), f"Phải là số từ 1 đến {most:,}.".replace(",", ".")
            )
            self.fields[name].error_messages |= said


class AtOnce:
    """What was typed so far, and what is needed to show it again."""

    def __init__(self, request: OfficialRequest) -> None:
        self.by, self.at = request.officer, request.at
        one_stop = queries.one_stop_of(self.by, self.at)
        if one_stop is None:
            raise NotAllowed("Bạn chưa được bố trí ở nơi tiếp nhận hồ sơ nào.", "3.3-1")
        self.one_stop, self.sent = one_stop, request.POST.copy()
        self.key = key_kept(self.sent.get("key", ""))
        self.decides = "decide" in self.sent
        self.card_error = self._read_card()
        self._know_the_version(request.GET.get("thu-tuc", ""))
        self.applicant = ApplicantForm.of(self.sent, check=self.decides)
        self.submitter = SubmitterForm.of(self.sent, check=self.decides)
        self.matter = MatterForm.of(self.sent, check=self.decides)
        self.applicant.fit_kind()
        self.forms = Several([self.applicant, self.submitter, self.matter])

    @property
    def today(self) -> date:
        """The day by the calendar of Vietnam."""
        return local(self.at).date()

    @cached_property
    def offered(self) -> list[Any]:
        """The procedures that are settled at once here."""
        return immediate.offered(self.one_stop, self.today)

    @cached_property
    def signers(self) -> list[Any]:
        """Who may sign for the chosen procedure."""
        if self.version is None:
            return []
        plan = procedures.process_in_force(self.version.procedure_id, self.today)
        office = plan.steps[1].office_id if plan and plan.settles_at_once else 0
        return immediate.signers(self.version.procedure_id, office, self.today)

    @cached_property
    def fees(self) -> list[Any]:
        """What it costs; collected in a later step."""
        return tariff_on(self.version.procedure_id, self.today, Channel.COUNTER) if self.version else []

    def settle(self) -> str:
        """Do it, and say where to go."""
        known, version = self.matter.cleaned_data, self.version
        if version is None:
            raise Refused("Hãy chọn thủ tục.", "5.1.đ-2")
        components = procedures.handled(version.pk).components
        brought = tuple(
            Brought(each.id, each.originals, each.copies) for each in components if each.required and not each.case
        )
        filing = Filing(
            version, self.one_stop, self.applicant.applicant(), brought,
            submitter=self.submitter.submitter(), summary=known["what"],
        )  # fmt: skip
        certified = immediate.Certified(
            known["what"], known["copies"], known["pages"], known["book"], known["signed_by"]
        )
        wanted = known["receipt_wanted"]
        dossier = immediate.settle_at_once(filing, certified, receipt_wanted=wanted, by=self.by, at=self.at)
        return reverse("counter:dossier", args=[dossier.code])

    def _know_the_version(self, asked: str) -> None:
        """The procedure that was chosen, or the first; with the book its name speaks of."""
        chosen = self.sent.get("version", asked)
        if not chosen and self.offered:
            chosen = str(self.offered[0].pk)
        self.version = found(queries.version_to_file, int(chosen), self.at) if chosen.isdecimal() else None
        if self.version is not None:
            self.sent["version"] = str(self.version.pk)
            name = fold(self.version.name)
            usual = next((book for words, book in _BOOKS.items() if words in name), Book.OTHER)
            if not self.sent.get("book"):
                self.sent["book"] = usual

    def _read_card(self) -> str:
        if not self.sent.get("card", "").strip():
            return ""
        try:
            card = read_card(str(self.sent["card"]))
        except NotValid as wrong:
            return wrong.sentence
        known = {"identity_number": card.number, "name": card.name, "address": card.address, "card": ""}
        for name, value in (known | {"kind": "person", "identity_kind": "cccd"}).items():
            self.sent[name] = value
        return ""
