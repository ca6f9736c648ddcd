"""Sentences that pages of the public pass on from the domain: why not, what is wrong with what was typed or sent.

They stand here as they stand there, with the same names in braces, so that they are translated with the words of the
pages. A test finds each of them in the domain.
"""

import re
from collections.abc import Callable

from django.utils.translation import gettext
from markupsafe import Markup

SENTENCES = (
    # what people type
    "Hãy nhập số điện thoại.",
    "“{written[:40]}” không phải là số điện thoại. Ví dụ đúng: 0912 345 678.",
    "“{written[:40]}” thiếu hoặc thừa chữ số, hoặc có đầu số không tồn tại. Ví dụ đúng: 0912 345 678.",
    "Số di động 11 số đã đổi thành 10 số từ năm 2018. Hãy nhập số mới.",
    "Hãy viết ngày/tháng/năm, ví dụ 01/09/2026.",
    "“{written[:40]}” không phải là ngày. {_EXAMPLE}",
    "Năm phải từ {FIRST_YEAR} đến {LAST_YEAR}. {_EXAMPLE}",
    "Không có ngày {written} trong lịch. {_EXAMPLE}",
    "Thư điện tử chưa đúng.",
    "Số căn cước công dân phải có đúng 12 chữ số.",
    "Số căn cước công dân ghi năm sinh {born_in(number)}: năm này chưa tới.",
    "Ba số đầu {number[:3]} không phải là mã của tỉnh, thành phố nào.",
    "Số thứ tư là {number[3]}: số này chỉ thế kỷ và giới tính, hiện chỉ có thể từ 0 đến 3.",
    # files that are handed in to be checked, and their signatures
    "Tệp “{name}” rỗng (0 byte): hãy quét lại hoặc chọn tệp khác.",
    "Tệp “{name}” nặng {megabytes(size)} MB, quá mức {megabytes(limit)} MB: "
    "hãy quét lại ở 200 dpi hoặc chia thành nhiều tệp.",
    "Tệp “{name}” không phải là PDF, JPEG, PNG, TIFF hay HEIC (xét theo nội dung, không theo đuôi tên): "
    "hãy quét hoặc lưu lại thành PDF.",
    "Tệp không có chữ ký số.",
    "Tệp có {len(self.signatures)} chữ ký số, tất cả hợp lệ; nội dung không thay đổi sau khi ký.",
    "Chữ ký số của {broken.signer} không hợp lệ: {broken.flaws[0]}",
    "Nội dung đã bị thay đổi sau khi ký.",
    "Chữ ký không bao trùm toàn bộ tệp.",
    "Sau khi ký, tệp đã bị thêm hoặc sửa nội dung khác, không chỉ thêm chữ ký.",
    "Chứng thư số không do tổ chức chứng thực được tin cậy cấp.",
    "Chứng thư số chưa có hoặc đã hết hiệu lực lúc ký.",
    "Chứng thư số đã bị thu hồi.",
    "Thời điểm ký ghi trong tệp ở tương lai.",
    "Dấu thời gian không hợp lệ hoặc không do tổ chức được tin cậy cấp.",
    "Chữ ký không ghi thời điểm ký.",
    "Chữ ký bị hỏng, không đọc được.",
    # questions
    "Câu hỏi này đang chờ trả lời.",
    "Bạn đã hỏi tiếp một lần. Cần thêm, xin gọi tổng đài hoặc đến quầy hướng dẫn.",
    "Hãy ghi hỏi về việc gì và nội dung hỏi.",
    "Bạn đã đồng ý công khai câu hỏi này.",
    "Câu hỏi này không được công khai.",
    # codes and accounts
    "Mã chưa đúng, còn {left} lần nhập.",
    "Mã chưa đúng. Hãy lấy mã mới.",
    "Mã xác nhận đã dùng hoặc đã quá hạn. Hãy lấy mã mới.",
    "Mã này không còn dùng được. Hãy lấy mã mới.",
    "Số này không nhận được tin nhắn. Hãy dùng số di động hoặc thư điện tử.",
    "Cổng này chưa gửi được mã qua {way.label}. Hãy dùng {other}, hoặc đến quầy.",
    "Địa chỉ này đã nhận nhiều mã trong ngày. Hãy thử lại vào ngày mai.",
    "Đã gửi {MOST_IN_A_WHILE} mã đến địa chỉ này. Hãy đợi {minutes} phút.",
    "Hãy nhập họ và tên.",
    "Ngày sinh này chưa tới. Hãy xem lại.",
    "Năm sinh không khớp với số định danh. Hãy xem lại cả hai.",
    "Phải ghi số định danh và ngày sinh đúng như trên thẻ căn cước.",
    "Địa chỉ này thuộc tài khoản {person.issuer}. Hãy đăng nhập bằng {person.issuer}.",
    "Có tài khoản khác đang dùng {what} này để đăng nhập.",
    "Tài khoản này đã đóng.",
    # filing from home
    "Bạn đăng nhập bằng tài khoản định danh, hoặc nhờ cán bộ ở quầy xác nhận bạn là ai, rồi nộp trực tuyến.",
    "{proof} Nếu không, {in_a_sentence(come_instead(version, at))}",
    "Thủ tục này chưa công khai hoặc đã hết hiệu lực.",
    "Thủ tục này chưa nhận hồ sơ trực tuyến. {come_instead(version, at)}",
)
_NAME = re.compile(r"\{[^}]+\}")


def _shape(words: str) -> re.Pattern[str]:
    return re.compile("(.+)".join(re.escape(piece) for piece in _NAME.split(words)))


_SHAPES = [(_shape(words), words, _NAME.findall(words)) for words in SENTENCES]


def retold(sentence: str, tell: Callable[[str], str | Markup]) -> Markup:
    """One of these sentences in the language of the page, its values told by `tell`; empty when it is none of them."""
    for shape, words, names in _SHAPES:
        if found := shape.fullmatch(sentence):
            told = Markup.escape(gettext(words))
            for name, value in zip(names, found.groups(), strict=True):
                told = told.replace(name, tell(value))
            return told
    return Markup("")
