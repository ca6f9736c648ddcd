"""The forms that two procedures of the demo ask online: one short, one with a table and with conditions."""

from motcua.domain.procedures.own_forms.fields import YES, Check, Condition, FormField, Kind, OwnForm

FAMILY = "Các thành viên hộ gia đình"
_PLACE = FormField("place", Kind.ADDRESS, "Trụ sở, địa điểm kinh doanh")
_CAPITAL = FormField(
    "capital", Kind.MONEY, "Vốn đăng ký", help="Ghi số tiền bằng đồng.", example="150.000.000", least=1_000_000
)
_MAIL = FormField("mail", Kind.TEXT, "Thư điện tử", example="an@example.vn", required=False, check=Check.EMAIL)

HOUSEHOLD: OwnForm = (
    FormField("owner", Kind.PERSON, "Chủ hộ kinh doanh"),
    FormField(
        "name", Kind.TEXT, "Tên hộ kinh doanh", help="Bắt đầu bằng “Hộ kinh doanh”.", example="Hộ kinh doanh An Bình"
    ),
    _PLACE,
    FormField(
        "trades",
        Kind.MULTIPLE,
        "Ngành, nghề kinh doanh",
        choices=("Ăn uống", "Bán lẻ hàng hóa", "Lưu trú du lịch", "Sửa chữa xe, máy", "Ngành, nghề khác"),
    ),
    FormField(
        "other_trades", Kind.LONG_TEXT, "Ngành, nghề khác là gì", shown_when=Condition("trades", "Ngành, nghề khác")
    ),
    FormField("food", Kind.YES_NO, "Có chế biến thực phẩm tại chỗ", shown_when=Condition("trades", "Ăn uống")),
    FormField("kitchen", Kind.LONG_TEXT, "Mô tả khu chế biến", shown_when=Condition("food", YES)),
    _CAPITAL,
    FormField("staff", Kind.NUMBER, "Số lao động dự kiến", example="2", least=0, most=9),
    FormField("sort", Kind.CHOICE, "Ai thành lập hộ kinh doanh", choices=("Một cá nhân", FAMILY)),
    FormField(
        "members",
        Kind.TABLE,
        "Thành viên cùng thành lập",
        columns=(
            FormField("full_name", Kind.TEXT, "Họ và tên", example="Nguyễn Văn Bình"),
            FormField("born_on", Kind.DATE, "Ngày sinh", example="20/11/1985"),
            FormField("share", Kind.MONEY, "Vốn góp", example="50.000.000"),
        ),
        shown_when=Condition("sort", FAMILY),
    ),
    FormField("from_on", Kind.DATE, "Ngày bắt đầu kinh doanh", example="01/06/2019"),
    _MAIL,
)
ENTERPRISE: OwnForm = (
    FormField("owner", Kind.PERSON, "Chủ doanh nghiệp tư nhân"),
    FormField("name", Kind.TEXT, "Tên doanh nghiệp", example="Doanh nghiệp tư nhân Bình Minh"),
    _PLACE,
    FormField("business", Kind.LONG_TEXT, "Ngành, nghề kinh doanh", example="Bán lẻ đồ điện gia dụng"),
    _CAPITAL,
    _MAIL,
)
OF = {"1.001612": HOUSEHOLD, "2.001610": ENTERPRISE}
