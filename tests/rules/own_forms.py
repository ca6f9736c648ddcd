"""Forms for the tests: one as a department would write it, and any that can be written at all."""

from dataclasses import replace

from hypothesis import strategies as st

from motcua.domain.procedures.own_forms.fields import (
    CHOOSING,
    IN_A_TABLE,
    NO,
    YES,
    Check,
    Condition,
    FormField,
    Kind,
    OwnForm,
    cleaned,
    malformed,
)

FORM: OwnForm = (
    FormField("owner", Kind.PERSON, "Chủ hộ kinh doanh"),
    FormField("place", Kind.ADDRESS, "Địa điểm kinh doanh"),
    FormField("name", Kind.TEXT, "Tên hộ kinh doanh", example="Quán cơm An Bình", most=100),
    FormField("capital", Kind.MONEY, "Vốn kinh doanh", help="Chỉ ghi số tiền.", example="150.000.000", least=1_000_000),
    FormField("from_on", Kind.DATE, "Ngày bắt đầu", example="01/09/2026"),
    FormField("staff", Kind.NUMBER, "Số lao động", least=0, most=9, example="2"),
    FormField("sort", Kind.CHOICE, "Loại hình", choices=("Một người", "Các thành viên hộ gia đình")),
    FormField(
        "members",
        Kind.TABLE,
        "Thành viên cùng đăng ký",
        columns=(FormField("full_name", Kind.TEXT, "Họ và tên"), FormField("share", Kind.MONEY, "Vốn góp")),
        shown_when=Condition("sort", "Các thành viên hộ gia đình"),
    ),
    FormField("trades", Kind.MULTIPLE, "Ngành, nghề", choices=("Ăn uống", "Bán lẻ", "Sửa chữa")),
    FormField("food", Kind.YES_NO, "Có chế biến thực phẩm tại chỗ", shown_when=Condition("trades", "Ăn uống")),
    FormField("kitchen", Kind.LONG_TEXT, "Mô tả khu chế biến", shown_when=Condition("food", YES)),
    FormField("mail", Kind.TEXT, "Thư điện tử", check=Check.EMAIL, required=False),
)

_words = st.text("aăâbcdđeêghiklmnoôơpqrstuưvxyắằẩ ", min_size=1, max_size=20).filter(str.strip)
_choices = st.lists(_words, min_size=2, max_size=5, unique_by=lambda each: " ".join(each.split()))


@st.composite
def _fields(draw: st.DrawFn, kinds: list[Kind]) -> FormField:
    kind = draw(st.sampled_from(kinds))
    field = FormField("", kind, draw(_words), draw(st.just("") | _words), required=draw(st.booleans()))
    if kind in (Kind.CHOICE, Kind.MULTIPLE):
        field = replace(field, choices=tuple(draw(_choices)))
    if kind in (Kind.NUMBER, Kind.MONEY):
        least, most = sorted(draw(st.tuples(st.integers(0, 10**9), st.integers(0, 10**9))))
        field = replace(field, least=draw(st.none() | st.just(least)) or None, most=draw(st.none() | st.just(most)))
    if kind == Kind.TEXT:
        field = replace(field, check=draw(st.sampled_from(["", *Check])))
    if kind == Kind.TABLE:
        field = replace(field, columns=tuple(draw(st.lists(_fields(sorted(IN_A_TABLE)), min_size=1, max_size=4))))
    return field


@st.composite
def forms(draw: st.DrawFn) -> OwnForm:
    """Any form that can be asked."""
    form: list[FormField] = []
    for field in cleaned(tuple(draw(st.lists(_fields(list(Kind)), max_size=10)))):
        asking = [each for each in form if each.kind in CHOOSING]
        if asking and draw(st.booleans()):
            asked = draw(st.sampled_from(asking))
            options = (YES, NO) if asked.kind == Kind.YES_NO else asked.choices
            field = replace(field, shown_when=Condition(asked.key, draw(st.sampled_from(options))))
        form.append(field)
    assert malformed(tuple(form)) == []
    return tuple(form)


anything = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=30),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=10), inner, max_size=3),
    max_leaves=8,
)
