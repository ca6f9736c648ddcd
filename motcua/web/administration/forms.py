"""What administrators write about bodies, officials and single days: shape is checked here, law by the acts."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.core.validators import EmailValidator, RegexValidator

from motcua.domain.organisations.acts import Position
from motcua.domain.organisations.kinds import OfficeKind
from motcua.domain.organisations.roles import Role
from motcua.domain.working_days.timetable import DayKind
from motcua.web.components.bodies import by_kind
from motcua.web.components.fields import DateField, Form, PhoneField, TextField

CODE = RegexValidator(r"^[a-z0-9]+(?:-[a-z0-9]+)*\Z", "Mã chỉ gồm chữ thường không dấu, chữ số và dấu gạch nối.")
IDENTIFIER = RegexValidator(r"^\d{3}(?:\.\d{2,3}){2,6}\.[A-Z]\d{2}\Z", "Mã định danh viết như 000.00.19.H49.")
USERNAME = RegexValidator(r"^[a-z0-9][a-z0-9._-]{2,}\Z", "Tên đăng nhập có ít nhất 3 ký tự: chữ thường không dấu, số.")
DUTIES = {
    Role.RECEIVE: "kiểm tra, tiếp nhận và chuyển hồ sơ tại bộ phận một cửa",
    Role.ASSIGN: "giao việc cho cán bộ thẩm định",
    Role.APPRAISE: "thẩm định hồ sơ của cơ quan được giao",
    Role.APPROVE: "ký phê duyệt những thủ tục được phân công, ủy quyền",
    Role.CLERK: "đóng dấu, vào sổ và chuyển kết quả",
    Role.RETURN: "trả kết quả tại bộ phận một cửa",
    Role.SEAL_KEEPER: "giữ, đóng con dấu thứ hai của các sở, ngành tại Trung tâm",
    Role.CASHIER: "thu phí, lệ phí, lập biên lai, giữ tiền trong ca",
    Role.ACCOUNTANT: "giữ quyển biên lai và sổ sách, quyết định việc hoàn trả, đối soát với sở, ngành",
    Role.HEAD: "phân công, ủy quyền và chịu trách nhiệm chung của cơ quan",
    Role.WATCH: "theo dõi hồ sơ và thời hạn của các cơ quan",
    Role.PROCEDURES: "soạn thủ tục, quy trình; tại Trung tâm thì công khai thủ tục",
    Role.ADMIN: "quản lý cơ quan, cán bộ, tài khoản và lịch làm việc",
}


class OfficeForm(Form):
    """What is corrected about a body without making it another one."""

    name = TextField(label="Tên đầy đủ", max_length=200)
    short_name = TextField(label="Tên gọn", max_length=80, help_text="Dùng trong danh sách, ví dụ “Sở KH&ĐT”.")
    abbreviation = TextField(
        label="Chữ viết tắt trong số văn bản", max_length=20, help_text="Ví dụ SKHĐT trong số 12/TB-SKHĐT."
    )
    identifier = TextField(
        label="Mã định danh",
        max_length=35,
        validators=[IDENTIFIER],
        help_text="Là phần đầu của mã hồ sơ, ví dụ 000.00.19.H49.",
    )
    identifier_is_invented = forms.BooleanField(label="Mã này là tạm đặt, chờ mã được cấp chính thức", required=False)
    address = TextField(label="Địa chỉ", max_length=300, required=False)
    phone = TextField(label="Điện thoại", max_length=20, required=False, inputmode="tel")


class NewOfficeForm(OfficeForm):
    """A body that is entered into the tree."""

    field_order = ("kind", "parent", "name", "short_name", "abbreviation", "code")

    code = TextField(
        label="Mã trong hệ thống", max_length=40, validators=[CODE], help_text="Không đổi về sau, ví dụ so-xay-dung."
    )
    kind = forms.ChoiceField(label="Loại", choices=[("", "Chọn loại cơ quan"), *OfficeKind.choices])
    parent = forms.ChoiceField(label="Cơ quan cấp trên", required=False)
    valid_from = DateField(label="Ngày bắt đầu hoạt động")

    def __init__(self, *args: Any, offices: Iterable[Any], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["parent"].choices = [("", "Không có"), *by_kind(offices)]  # type: ignore[attr-defined]


class CloseOfficeForm(Form):
    """The last day of a body."""

    valid_to = DateField(label="Ngày hoạt động cuối cùng")


class OfficerDetailsForm(Form):
    """What is known of an official, and can be corrected."""

    name = TextField(label="Họ và tên", max_length=120, autocomplete="off")
    email = TextField(
        label="Thư điện tử công vụ",
        max_length=254,
        required=False,
        validators=[EmailValidator("Hãy viết địa chỉ thư như lan.nt@quangninh.gov.vn.")],
        autocomplete="off",
        inputmode="email",
    )
    phone = PhoneField(label="Điện thoại", required=False, autocomplete="off")


class OfficerForm(OfficerDetailsForm):
    """An official who is entered by name."""

    field_order = ("name", "code")

    code = TextField(
        label="Mã cán bộ",
        max_length=40,
        validators=[CODE],
        help_text="Không đổi về sau, ví dụ cb-0127.",
    )


class AppointForm(Form):
    """A posting: where, as what, with which roles, from when to when, by which decision."""

    office = forms.ChoiceField(label="Cơ quan")
    title = TextField(label="Chức vụ", max_length=120, help_text="Như ghi dưới chữ ký, ví dụ “Phó Giám đốc”.")
    roles = forms.MultipleChoiceField(
        label="Vai trò",
        choices=[(role.value, f"{role.label}: {DUTIES[role]}") for role in Role],
        widget=forms.CheckboxSelectMultiple,
    )
    seat = forms.ChoiceField(
        label="Nơi ngồi làm việc",
        required=False,
        help_text="Bộ phận một cửa nơi cán bộ của sở, ngành thường xuyên ngồi làm việc.",
    )
    from_on = DateField(label="Ngày bắt đầu")
    to_on = DateField(label="Ngày cuối cùng", required=False)
    decision = TextField(label="Quyết định", max_length=60, required=False, help_text="Ví dụ 127/QĐ-SKHĐT.")

    def __init__(self, *args: Any, offices: Iterable[Any], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.offices = {each.code: each for each in offices}
        one_stops = [each for each in self.offices.values() if each.kind in ONE_STOPS]
        self.fields["office"].choices = [("", "Chọn cơ quan"), *by_kind(self.offices.values())]  # type: ignore[attr-defined]
        self.fields["seat"].choices = [("", "Tại cơ quan"), *by_kind(one_stops)]  # type: ignore[attr-defined]

    def position(self) -> Position:
        """What was chosen."""
        said = self.cleaned_data
        return Position(
            self.offices[said["office"]], said["title"], tuple(said["roles"]), self.offices.get(said["seat"])
        )


class EndPostingForm(Form):
    """The last day of a posting."""

    to_on = DateField(label="Ngày giữ vị trí cuối cùng")


class AccountForm(Form):
    """A name to sign in with and a first password."""

    username = TextField(
        label="Tên đăng nhập", max_length=80, validators=[USERNAME], autocomplete="off", autocapitalize="none"
    )
    password = forms.CharField(
        label="Mật khẩu",
        strip=False,
        max_length=128,
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
        help_text="Ít nhất 10 ký tự. Trao trực tiếp cho cán bộ và nhắc đổi ngay lần đăng nhập đầu.",
    )
    again = forms.CharField(
        label="Nhập lại mật khẩu",
        strip=False,
        max_length=128,
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
    )

    def clean(self) -> dict[str, Any]:
        """The password is strong enough, and the same both times."""
        password, again = self.cleaned_data.get("password"), self.cleaned_data.get("again")
        if password and again and password != again:
            self.add_error("again", "Hai lần nhập mật khẩu không giống nhau.")
        if password:
            try:
                validate_password(password)
            except ValidationError as weak:
                self.add_error("password", weak)
            if password == self.cleaned_data.get("username"):
                self.add_error("password", "Mật khẩu không được giống tên đăng nhập.")
        return self.cleaned_data


class DayForm(Form):
    """A day off or a made-up day, with the notice it rests on."""

    on = DateField(label="Ngày")
    kind = forms.ChoiceField(
        label="Loại", choices=[(kind.value, kind.label) for kind in DayKind], widget=forms.RadioSelect
    )
    name = TextField(label="Tên ngày", max_length=120, help_text="Ví dụ “Nghỉ tránh bão số 3”.")
    basis = TextField(label="Căn cứ", max_length=200, help_text="Số và ngày của thông báo, công điện, quyết định.")
    estimated = forms.BooleanField(label="Mới là dự kiến, chưa có thông báo chính thức", required=False)


class WithdrawForm(Form):
    """Why a declared day is taken back."""

    reason = TextField(label="Lý do", max_length=300)


class MakeUpForm(Form):
    """Whether an office, or every office, works on a made-up day."""

    office = forms.ChoiceField(label="Áp dụng cho", required=False)
    works = forms.ChoiceField(
        label="Làm việc hay nghỉ",
        choices=[("co", "Có làm việc"), ("khong", "Không làm việc")],
        widget=forms.RadioSelect,
    )

    def __init__(self, *args: Any, offices: Iterable[Any], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["office"].choices = [("", "Mọi cơ quan chưa chọn riêng"), *by_kind(offices)]  # type: ignore[attr-defined]

    @property
    def is_worked(self) -> bool:
        """Whether the day is worked."""
        return bool(self.cleaned_data["works"] == "co")


ONE_STOPS = (OfficeKind.CENTRE, OfficeKind.DISTRICT_CENTRE, OfficeKind.COMMUNE)
