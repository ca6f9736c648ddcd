"""What citizens type about themselves and those for whom they act."""

from django import forms

from motcua.domain.citizens.terms import Power, Relation
from motcua.web.components.fields import DateField, Form, PhoneField, TextField

SCAN = "PDF hoặc ảnh (JPEG, PNG, HEIC), tối đa 20 MB."


class Particulars(Form):
    """What the provider did not say."""

    name = TextField(label="Họ và tên", max_length=120, autocomplete="name")
    address = TextField(label="Nơi cư trú", required=False, autocomplete="street-address")
    phone = PhoneField(label="Điện thoại", required=False)
    email = forms.EmailField(
        label="Thư điện tử",
        required=False,
        error_messages={"invalid": "Thư điện tử chưa đúng, ví dụ ten@congty.vn."},
        widget=forms.EmailInput(attrs={"autocomplete": "email"}),
    )


class NewBusiness(Form):
    """A business or organisation with the paper that shows it."""

    tax_code = TextField(label="Mã số thuế", max_length=20, inputmode="numeric")
    name = TextField(label="Tên doanh nghiệp, tổ chức", max_length=200, autocomplete="organization")
    address = TextField(label="Trụ sở", required=False)
    paper = forms.FileField(label="Giấy đăng ký doanh nghiệp hoặc quyết định thành lập", help_text=SCAN)


class Powers(Form):
    """What a member may do."""

    powers = forms.MultipleChoiceField(label="Được làm gì", choices=Power.choices, widget=forms.CheckboxSelectMultiple)


class NewMember(Powers):
    """Whom to admit: number and name must belong together."""

    identity_number = TextField(label="Số định danh cá nhân", max_length=20, inputmode="numeric")
    name = TextField(label="Họ và tên", max_length=120)
    field_order = ("identity_number", "name", "powers")


class NewAuthority(Form):
    """For whom one files, and the paper that shows it."""

    relation = forms.ChoiceField(label="Người này là", choices=Relation.choices, widget=forms.RadioSelect)
    name = TextField(label="Họ và tên", max_length=120)
    identity_number = TextField(
        label="Số định danh cá nhân", required=False, max_length=20, inputmode="numeric",
        help_text="Con chưa có số định danh thì để trống.",
    )  # fmt: skip
    born_on = DateField(label="Ngày sinh", required=False, help_text="Phải ghi nếu là con, ví dụ 01/09/2026")
    address = TextField(label="Nơi cư trú", required=False)
    to_on = DateField(label="Nộp thay đến hết ngày", required=False, help_text="Phải ghi nếu có văn bản ủy quyền.")
    paper = forms.FileField(
        label="Giấy chứng minh",
        help_text=f"Giấy khai sinh, giấy chứng nhận kết hôn, quyết định giám hộ hoặc văn bản ủy quyền. {SCAN}",
    )
