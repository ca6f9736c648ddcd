"""The spreadsheet that departments fill in: one sheet for each kind of row, with lists to choose from."""

import io
from collections.abc import Sequence
from dataclasses import dataclass

import xlsxwriter

from motcua.domain.working_days.limit import Unit

from ..terms import Channel, FeeKind, Level

EXAMPLE = "VÍ DỤ"  # rows with this code are passed over when the file is read
YES, NO = "Có", "Không"
_ROWS = 5000
_SHADE = "#E8EEF4"


@dataclass(frozen=True)
class Column:
    """One column: its heading, what stands in the example, width, only values, and whether it must be."""

    heading: str
    example: object = ""
    width: int = 18
    choices: tuple[str, ...] = ()
    needed: bool = True


UNITS = tuple(unit.label.capitalize() for unit in Unit)
CHANNELS = tuple(Channel.labels)
PROCEDURES = (
    Column("Mã thủ tục", EXAMPLE, 14),
    Column("Tên thủ tục", "Cấp Giấy phép kinh doanh vận tải bằng xe ô tô", 45),
    Column("Lĩnh vực", "Đường bộ", 22),
    Column("Cấp thực hiện", "Cấp tỉnh", 14, tuple(Level.labels)),
    Column("Quyết định công bố", "1580/QĐ-UBND ngày 23/04/2019", 24),
    Column("Trình tự thực hiện", "Bước 1: nộp hồ sơ tại Trung tâm.\nBước 2: nhận kết quả.", 45),
    Column("Cách thức thực hiện", "Nộp trực tiếp, trực tuyến hoặc qua bưu chính công ích.", 35),
    Column("Số lượng hồ sơ (bộ)", 1, 12),
    Column("Đối tượng thực hiện", "Tổ chức, cá nhân kinh doanh vận tải", 30),
    Column("Cơ quan giải quyết", "Sở Giao thông vận tải", 26),
    Column("Cơ quan phối hợp", "", 20),
    Column("Yêu cầu, điều kiện", "Không", 30),
    Column("Căn cứ pháp lý", "86/2014/NĐ-CP\n63/2014/TT-BGTVT", 24),
    Column("Kết quả thực hiện", "Giấy phép kinh doanh vận tải bằng xe ô tô", 35),
    Column("Mức độ trực tuyến", 4, 12, ("2", "3", "4")),
    Column("Nhận qua bưu chính", YES, 12, (YES, NO)),
    Column("Tên gọi thường ngày", "giấy phép chạy xe tải", 26),
)
COMPONENTS = (
    Column("Mã thủ tục", EXAMPLE, 14),
    Column("Tên giấy tờ", "Giấy đề nghị cấp Giấy phép kinh doanh", 60),
    Column("Trường hợp", "", 30),
    Column("Bản chính", 1, 10),
    Column("Bản sao", 0, 10),
    Column("Bắt buộc", YES, 10, (YES, NO)),
    Column("Mẫu đơn, tờ khai", "Mẫu số 01", 24),
)
TIME_LIMITS = (
    Column("Mã thủ tục", EXAMPLE, 14),
    Column("Cách nộp", CHANNELS[0], 20, CHANNELS),
    Column("Thời hạn", 5, 10),
    Column("Đơn vị", UNITS[1], 16, UNITS),
    Column("Ghi chú", "", 40),
)
FEES = (
    Column("Mã thủ tục", EXAMPLE, 14),
    Column("Loại", FeeKind.CHARGE.label, 10, tuple(FeeKind.labels)),
    Column("Tên khoản thu", "Lệ phí cấp Giấy phép kinh doanh vận tải", 45),
    Column("Cách nộp", "", 20, CHANNELS),
    Column("Mức thu (đồng)", 200000, 16),
    Column("Tính theo", "lần cấp", 16),
    Column("Mức tiếp theo từ đơn vị thứ", "", 14, needed=False),
    Column("Mức tiếp theo (đồng)", "", 16, needed=False),
    Column("Tối đa một bản (đồng)", "", 16, needed=False),
    Column("Ghi chú", "", 40),
)
SHEETS = {"Thủ tục": PROCEDURES, "Thành phần hồ sơ": COMPONENTS, "Thời hạn": TIME_LIMITS, "Phí, lệ phí": FEES}
_INSTRUCTIONS = (
    "MẪU NHẬP THỦ TỤC HÀNH CHÍNH",
    "1. Mỗi thủ tục là một dòng ở trang “Thủ tục”. Mã thủ tục nối các trang với nhau.",
    "2. Mỗi giấy tờ của hồ sơ là một dòng ở trang “Thành phần hồ sơ”, theo đúng thứ tự cần in.",
    "3. Mỗi cách nộp là một dòng ở trang “Thời hạn”. Để trống ô thời hạn nếu chưa rõ: thủ tục sẽ được đánh dấu cần "
    "xem lại, phần mềm không đoán thay.",
    "4. Mỗi khoản thu là một dòng ở trang “Phí, lệ phí”. Không thu thì không ghi dòng nào. Để trống ô cách nộp nếu mức "
    "thu như nhau với mọi cách nộp.",
    "5. Trong một ô có nhiều văn bản hoặc nhiều kết quả thì mỗi văn bản, mỗi kết quả một dòng (Alt + Enter).",
    f"6. Dòng có mã “{EXAMPLE}” chỉ để minh họa và được bỏ qua khi nhập.",
    "7. Nhập thử trước: phần mềm báo cáo từng dòng và chưa ghi gì. Có một dòng lỗi thì không dòng nào được nhập.",
)


_PROCESS_INSTRUCTIONS = (
    "MẪU BẢNG QUY TRÌNH NỘI BỘ",
    "1. Ghi mã thủ tục vào dòng đầu của trang “Quy trình”. Một tệp có thể có nhiều trang, mỗi trang một thủ tục.",
    "2. Mỗi bước một dòng, đánh số liên tục từ 1. Các việc làm song song trong một bước ghi 2a, 2b.",
    "3. Nội dung bắt đầu bằng loại việc: Tiếp nhận, Phân công, Thẩm định, Lấy ý kiến, Kiểm tra thực địa, Hội đồng, "
    "Phê duyệt, Ký ban hành, Đóng dấu, Trả kết quả.",
    "4. Trách nhiệm nêu một cơ quan đã có trong phần mềm, ví dụ “Công chức Sở Tư pháp tại Trung tâm – thẩm định”.",
    "5. Thời gian ghi số giờ hoặc số ngày làm việc, tròn giờ: “4 giờ”, “0,5 ngày”, “2 ngày làm việc”. Riêng bước Trả "
    "kết quả có thể ghi “Không tính”.",
    "6. Điều gì chưa rõ thì phần mềm báo theo từng dòng và chưa nhập gì; phần mềm không đoán thay.",
)
_PROCESS_TABLE = (
    ("Bước", "Nội dung", "Trách nhiệm", "Thời gian", "Biểu mẫu, kết quả"),
    ("1", "Tiếp nhận hồ sơ, quét và chuyển xử lý", "Trung tâm", "2 giờ", "Giấy tiếp nhận hồ sơ và hẹn trả kết quả"),
    ("2", "Thẩm định hồ sơ", "Công chức Sở Giao thông vận tải tại Trung tâm – thẩm định", "3 ngày", "Phiếu thẩm định"),
    ("3", "Phê duyệt kết quả", "Lãnh đạo Sở Giao thông vận tải tại Trung tâm", "0,5 ngày", "Giấy phép"),
    ("4", "Đóng dấu, vào sổ", "Văn thư Sở Giao thông vận tải", "2 giờ", ""),
    ("5", "Trả kết quả", "Trung tâm", "Không tính", "Kết quả giải quyết"),
)


def template() -> bytes:
    """The empty spreadsheet for procedures, with its instructions and one example."""
    content = io.BytesIO()
    with xlsxwriter.Workbook(content, {"in_memory": True}) as book:
        _instruct(book, _INSTRUCTIONS)
        for name, columns in SHEETS.items():
            _sheet(book, name, columns)
    return content.getvalue()


def process_template(code: str = "") -> bytes:
    """The spreadsheet for the process of one procedure, with its instructions and an example to write over."""
    content = io.BytesIO()
    with xlsxwriter.Workbook(content, {"in_memory": True}) as book:
        _instruct(book, _PROCESS_INSTRUCTIONS)
        sheet = book.add_worksheet("Quy trình")
        wrapped = book.add_format({"text_wrap": True, "valign": "top", "border": 1})
        head = book.add_format({"bold": True, "text_wrap": True, "border": 1, "bg_color": _SHADE})
        sheet.write_row(0, 0, ("Mã thủ tục", code))
        for row, cells in enumerate(_PROCESS_TABLE, start=2):
            sheet.write_row(row, 0, cells, head if row == 2 else wrapped)
        for place, width in enumerate((12, 45, 50, 18, 40)):
            sheet.set_column(place, place, width)
    return content.getvalue()


def _instruct(book: xlsxwriter.Workbook, lines: Sequence[str]) -> None:
    sheet = book.add_worksheet("Hướng dẫn")
    sheet.set_column(0, 0, 110)
    wrapped = book.add_format({"text_wrap": True, "valign": "top"})
    title = book.add_format({"bold": True, "font_size": 14})
    for row, line in enumerate(lines):
        sheet.write_string(row, 0, line, title if row == 0 else wrapped)


def _sheet(book: xlsxwriter.Workbook, name: str, columns: Sequence[Column]) -> None:
    sheet = book.add_worksheet(name)
    head = book.add_format({"bold": True, "text_wrap": True, "valign": "top", "bottom": 1, "bg_color": _SHADE})
    example = book.add_format({"italic": True, "text_wrap": True, "valign": "top", "font_color": "#5A5A5A"})
    sheet.freeze_panes(1, 1)
    for place, column in enumerate(columns):
        sheet.set_column(place, place, column.width)
        sheet.write_string(0, place, column.heading, head)
        sheet.write(1, place, column.example, example)
        if column.choices:
            choose = {"validate": "list", "source": list(column.choices), "ignore_blank": True}
            sheet.data_validation(1, place, _ROWS, place, choose)
