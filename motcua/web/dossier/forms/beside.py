"""What officials write when they ask other bodies, check on the spot, hold councils: shape only, the acts check law."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from django import forms
from django.conf import settings
from django.core.exceptions import ValidationError

from motcua.domain.dossiers.beside.answering import Reply
from motcua.domain.dossiers.beside.consulting import Question
from motcua.domain.dossiers.beside.councils import Called, Convening, Session
from motcua.domain.dossiers.beside.field_checks import Findings, Visit
from motcua.domain.dossiers.beside.terms import Opinion, Outcome, Part, Quorum, Vote
from motcua.domain.dossiers.delivery.handover import Recipient
from motcua.domain.papers.uploads import Upload
from motcua.domain.vietnamese.dates import LOCAL
from motcua.domain.working_days.limit import Limit, Unit
from motcua.web.components.fields import ClockField, DateField, Form, LongTextField, TextField

from .results import PaperFileField

ELSEWHERE = "khac"
ROWS = 10


class PhotosField(forms.FileField):
    """Several photos at once, or none."""

    def __init__(self, **kwargs: Any) -> None:
        widget = _Several(attrs={"accept": "image/jpeg,image/png", "multiple": True})
        super().__init__(widget=widget, required=False, **kwargs)

    def clean(self, data: Any, initial: Any = None) -> list[Upload]:
        """The photos as the act takes them."""
        sent = [super(PhotosField, self).clean(each, initial) for each in data or ()]
        return [Upload(each.name or "", each.read(settings.MAX_SCAN_BYTES + 1)) for each in sent if each]


class _Several(forms.FileInput):
    allow_multiple_selected = True

    def value_from_datadict(self, data: Any, files: Any, name: str) -> Any:
        return files.getlist(name) if hasattr(files, "getlist") else []


class MomentForm(Form):
    """A day and a time of day."""

    on = DateField(label="Ngày")
    clock = ClockField(label="Giờ")

    @property
    def moment(self) -> datetime:
        """Both together."""
        return datetime.combine(self.cleaned_data["on"], self.cleaned_data["clock"], LOCAL)


class ConsultForm(Form):
    """Whom, about what, until when, with which papers, and whether one's own step waits."""

    office = forms.ChoiceField(label="Cơ quan được hỏi")
    name = TextField(
        label="Tên cơ quan khác", required=False, max_length=200, help_text="Khi không có trong danh sách."
    )
    text = LongTextField(label="Nội dung xin ý kiến", max_length=4000)
    amount = forms.IntegerField(label="Thời hạn trả lời", min_value=1, max_value=999)
    unit = forms.ChoiceField(
        label="Tính theo",
        choices=[(Unit.WORKING_DAYS.value, "ngày làm việc"), (Unit.WORKING_HOURS.value, "giờ làm việc")],
    )
    enclosed = forms.MultipleChoiceField(label="Giấy tờ gửi kèm", required=False, widget=forms.CheckboxSelectMultiple)
    waits = forms.BooleanField(
        label="Bước của tôi chờ trả lời",
        required=False,
        help_text="Thời gian chờ không tính cho bước này; ngày hẹn trả người dân không đổi.",
    )

    def __init__(self, *args: Any, offices: Iterable[Any], papers: Iterable[Any], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.offices = {each.code: each for each in offices}
        named = [(each.code, each.name) for each in self.offices.values()]
        choices = [("", "Chọn cơ quan"), *named, (ELSEWHERE, "Cơ quan khác, ghi tên bên dưới")]
        self.fields["office"].choices = choices  # type: ignore[attr-defined]
        self.fields["enclosed"].choices = [(str(each.pk), each.component.name) for each in papers]  # type: ignore[attr-defined]
        self.fields["amount"].widget = forms.NumberInput(attrs={"inputmode": "numeric"})
        self.fields["amount"].error_messages |= {"invalid": "Hãy nhập một số.", "min_value": "Thời hạn ít nhất là 1."}

    def clean(self) -> dict[str, Any]:
        """Another body is named."""
        if self.cleaned_data.get("office") == ELSEWHERE and not self.cleaned_data.get("name"):
            self.add_error("name", ValidationError("Hãy nhập tên cơ quan được hỏi."))
        return self.cleaned_data

    @property
    def question(self) -> Question:
        """What is asked."""
        said = self.cleaned_data
        office = self.offices.get(said["office"])
        return Question(
            said["text"],
            Limit(said["amount"], Unit(said["unit"])),
            office=office,
            name="" if office else said["name"],
            enclosed=tuple(int(pk) for pk in said["enclosed"]),
            waits=said["waits"],
        )


class ReplyForm(Form):
    """What one's body says."""

    opinion = forms.ChoiceField(label="Ý kiến", choices=Opinion.choices, widget=forms.RadioSelect)
    text = LongTextField(label="Nội dung trả lời", required=False, max_length=5000)
    number = TextField(label="Số văn bản trả lời", required=False, max_length=80, autocomplete="off")
    file = PaperFileField(label="Văn bản trả lời", required=False, help_text="Một tệp PDF, hoặc một ảnh JPEG, PNG.")

    @property
    def reply(self) -> Reply:
        """The answer as the acts take it."""
        said = self.cleaned_data
        return Reply(said["opinion"], said["text"], said["number"], said["file"])


class PaperReplyForm(ReplyForm):
    """An answer that came on paper, and the day it came."""

    field_order = ("received_on", "number", "opinion", "text", "file")

    received_on = DateField(label="Ngày nhận văn bản trả lời")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["file"].required = True


class VisitForm(MomentForm):
    """When and where a dossier is checked, about what, and who is to come."""

    place = TextField(label="Địa điểm", max_length=300)
    about = LongTextField(label="Nội dung kiểm tra", max_length=2000)
    party = LongTextField(label="Thành phần dự kiến", required=False, max_length=1000, help_text="Mỗi dòng một người.")

    @property
    def visit(self) -> Visit:
        """The visit as the act takes it."""
        said = self.cleaned_data
        return Visit(self.moment, said["place"], said["about"], said["party"])


class FindingsForm(MomentForm):
    """What the minutes of a check say."""

    officials = LongTextField(label="Cán bộ tham gia", max_length=1000, help_text="Mỗi dòng một người, kèm cơ quan.")
    others = LongTextField(label="Thành phần khác", required=False, max_length=1000)
    applicant_there = forms.BooleanField(label="Chủ hồ sơ hoặc người đại diện có mặt", required=False)
    found = LongTextField(label="Kết quả kiểm tra", max_length=5000)
    minutes = PaperFileField(label="Biên bản đã ký", help_text="Một tệp PDF, hoặc một ảnh JPEG, PNG.")
    photos = PhotosField(label="Ảnh hiện trường")

    @property
    def findings(self) -> Findings:
        """The minutes as the act takes them."""
        said = self.cleaned_data
        names = ("officials", "found", "minutes", "others", "applicant_there", "photos")
        return Findings(self.moment, **{name: said[name] for name in names})


class ConveningForm(MomentForm):
    """Which council, by which decision, when, where, and who: as many rows as are filled."""

    field_order = ("council", "decision", "quorum", "on", "clock", "place")

    council = TextField(label="Tên hội đồng", max_length=200)
    decision = TextField(label="Quyết định thành lập", max_length=120, autocomplete="off")
    quorum = forms.ChoiceField(label="Số thành viên phải có mặt", choices=Quorum.choices)
    place = TextField(label="Địa điểm", max_length=300)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        first = [Part.CHAIR, Part.SECRETARY] + [Part.MEMBER] * (ROWS - 2)
        for row, part in enumerate(first, 1):
            label = f"người thứ {row}"
            self.fields[f"name-{row}"] = TextField(label=f"Họ và tên {label}", required=False, max_length=120)
            self.fields[f"body-{row}"] = TextField(label=f"Cơ quan, chức vụ {label}", required=False, max_length=200)
            self.fields[f"part-{row}"] = forms.ChoiceField(label=f"Vai trò {label}", choices=Part.choices, initial=part)

    def rows(self) -> list[tuple[forms.BoundField, forms.BoundField, forms.BoundField]]:
        """The rows of the table."""
        return [(self[f"name-{row}"], self[f"body-{row}"], self[f"part-{row}"]) for row in range(1, ROWS + 1)]

    @property
    def convening(self) -> Convening:
        """The council as the act takes it."""
        said = self.cleaned_data
        rows = range(1, ROWS + 1)
        called = tuple(
            Called(said[f"name-{row}"], said[f"part-{row}"], said[f"body-{row}"]) for row in rows if said[f"name-{row}"]
        )
        what = {name: said[name] for name in ("council", "decision", "quorum", "place")}
        return Convening(**what, starts_at=self.moment, members=called)


class AttendanceForm(Form):
    """Who was there."""

    def __init__(self, *args: Any, members: Iterable[Any], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.members = list(members)
        for each in self.members:
            field = forms.BooleanField(label=f"{each.name} có mặt", required=False)
            self.fields[f"there-{each.position}"] = field

    def rows(self) -> list[tuple[Any, forms.BoundField, forms.BoundField | None]]:
        """Each of those who were called, with the field of attendance and, where there is one, of the vote."""
        return [
            (
                each,
                self[f"there-{each.position}"],
                self[name] if (name := f"vote-{each.position}") in self.fields else None,
            )
            for each in self.members
        ]

    @property
    def present(self) -> frozenset[int]:
        """The places of those who were there."""
        there = {each.position for each in self.members if self.cleaned_data[f"there-{each.position}"]}
        return frozenset(there)


class ConclusionForm(AttendanceForm):
    """Who was there and voted how, what was said and concluded."""

    discussion = LongTextField(label="Ý kiến thảo luận", max_length=10000)
    outcome = forms.ChoiceField(
        label="Kết quả", choices=[each for each in Outcome.choices if each[0] != Outcome.ADJOURNED],
        widget=forms.RadioSelect,
    )  # fmt: skip
    conclusion = LongTextField(label="Kết luận", max_length=5000)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for each in self.members:
            if each.part in (Part.CHAIR, Part.MEMBER):
                choices = [("", "Không ghi"), *Vote.choices]
                field = forms.ChoiceField(label=f"Biểu quyết của {each.name}", required=False, choices=choices)
                self.fields[f"vote-{each.position}"] = field

    @property
    def session(self) -> Session:
        """The sitting as the act takes it."""
        said = self.cleaned_data
        votes = {each.position: said.get(f"vote-{each.position}", "") for each in self.members}
        given = {name: said[name] for name in ("discussion", "outcome", "conclusion")}
        return Session(self.present, votes={place: vote for place, vote in votes.items() if vote}, **given)


class AdjournForm(AttendanceForm):
    """Who was there, and why the sitting could not be held."""

    reason = LongTextField(label="Lý do hoãn họp", max_length=2000)


class RecipientForm(Form):
    """Who takes the result at the department."""

    name = TextField(label="Người nhận kết quả", max_length=200)
    identity_number = TextField(label="Số giấy tờ tùy thân", required=False, max_length=40, inputmode="numeric")
    authority = TextField(
        label="Giấy ủy quyền, giấy giới thiệu", required=False, max_length=200,
        help_text="Chỉ ghi khi nhận thay chủ hồ sơ.",
    )  # fmt: skip

    @property
    def recipient(self) -> Recipient:
        """Who it is; with an authority it is somebody the applicant sent."""
        said = self.cleaned_data
        sent = bool(said["authority"])
        return Recipient(said["name"], said["identity_number"], sent_by_applicant=sent, authority=said["authority"])


class LateRecipientForm(RecipientForm):
    """The same when it is late."""

    explanation = LongTextField(
        label="Giải trình", required=False, max_length=2000,
        help_text="Vi phạm được ghi lại và cần một lời giải trình. Có thể giải trình sau.",
    )  # fmt: skip


class PlaceForm(Form):
    """Where originals are kept."""

    place = TextField(label="Nơi giữ bản chính", max_length=120, autocomplete="off")
