"""Every component on one page, in its empty, full and faulty state: for those who build pages, and for tests."""

from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from motcua.domain.regulation.answers import YES, Refused, no

from .badges import FINISHED, WAITING, due_badge
from .fields import DateField, Form, LongTextField, PhoneField, TextField
from .process_picture import Picture, PictureStep, Place
from .timeline import Told


class Sample(Form):
    """One field of every kind."""

    name = TextField(label="Họ và tên", max_length=120, autocomplete="off")
    born_on = DateField(label="Ngày sinh")
    phone = PhoneField(label="Số điện thoại", required=False)
    reason = LongTextField(label="Lý do", help_text="Nêu rõ để người nộp hồ sơ hiểu.")
    field = forms.ChoiceField(
        label="Lĩnh vực",
        choices=[("", "Chọn lĩnh vực"), ("Sở Xây dựng", [("xd", "Hoạt động xây dựng"), ("qh", "Quy hoạch")])],
    )
    way = forms.ChoiceField(
        label="Nhận kết quả", choices=[("quay", "Tại quầy"), ("buu-chinh", "Qua bưu chính")], widget=forms.RadioSelect
    )
    papers = forms.MultipleChoiceField(
        label="Giấy tờ đã nộp",
        choices=[("don", "Đơn đề nghị"), ("ban-ve", "Bản vẽ thiết kế (03 bộ)")],
        widget=forms.CheckboxSelectMultiple,
    )
    agreed = forms.BooleanField(label="Người nộp hồ sơ đồng ý nhận tin nhắn", required=False)
    scan = forms.FileField(label="Bản quét", help_text="PDF, JPEG hoặc PNG, tối đa 20 MB.", required=False)


@dataclass(frozen=True)
class Row:
    """A line of the sample list."""

    code: str
    owner: str
    procedure: str
    days: int


ROWS = [
    Row("000.00.19.H49-190424-0001", "Nguyễn Văn An", "Cấp giấy phép xây dựng nhà ở riêng lẻ", -1),
    Row("000.00.19.H49-190424-0002", "Công ty TNHH Hạ Long Xanh", "Thẩm định thiết kế cơ sở", 0),
    Row("000.00.12.H49-190425-0007", "Đặng Thị Hòa", "Cấp thẻ hướng dẫn viên du lịch nội địa", 2),
    Row("000.00.12.H49-190426-0013", "Hợp tác xã Quảng Yên", "Cấp giấy phép kinh doanh lữ hành nội địa", 7),
]


def sample_picture(*places: Place | None) -> Picture:
    """A process of six stages, with a dossier's place in it when given."""
    centre = "Trung tâm Phục vụ Hành chính công"
    at = iter(places or [None] * 7)
    return Picture(
        "Quy trình cấp giấy phép xây dựng",
        (
            (PictureStep("Tiếp nhận hồ sơ, kiểm tra thành phần", centre, 4, next(at)),),
            (PictureStep("Phân công xử lý", "Lãnh đạo Phòng Quản lý xây dựng", 4, next(at)),),
            (
                PictureStep("Thẩm định thiết kế, đối chiếu quy hoạch", "Sở Xây dựng", 40, next(at), "Trần Thị Thu"),
                PictureStep("Lấy ý kiến về phòng cháy, chữa cháy", "Công an tỉnh", 24, next(at)),
            ),
            (PictureStep("Phê duyệt kết quả", "Phó Giám đốc Sở Xây dựng", 8, next(at)),),
            (PictureStep("Đóng dấu, vào sổ", "Văn thư", 4, next(at)),),
            (PictureStep("Trả kết quả", centre, 2, next(at)),),
        ),
        id="co-ho-so" if places else "trong",
    )


TOLD = [
    Told(
        "Yêu cầu bổ sung, hoàn thiện hồ sơ (2 nội dung), phiếu số 12/HDHS",
        "Trần Thị Thu, Sở Xây dựng",
        datetime(2019, 4, 30, 8, 15, tzinfo=UTC),
        "Lý do: quá 3 ngày làm việc kể từ khi tiếp nhận",
        is_breach=True,
    ),
    Told("Tiếp nhận hồ sơ tại quầy", "Lê Thị Lan, Trung tâm", datetime(2019, 4, 24, 2, 5, tzinfo=UTC)),
]


def gallery(request: HttpRequest) -> HttpResponse:
    """The page: `?loi=1` shows forms with errors, `?cong=1` the frame of the portal."""
    done, here, late, later = Place.DONE, Place.CURRENT, Place.LATE, Place.WAITING
    faulty = Sample({"name": "", "born_on": "31/02/2019", "phone": "12"})
    context: dict[str, Any] = {
        "frame": "components/portal_base.html" if "cong" in request.GET else "components/base.html",
        "form": faulty if "loi" in request.GET else Sample(),
        "badges": [due_badge(7), due_badge(2), due_badge(0), due_badge(-1), due_badge(None), WAITING, FINISHED],
        "rows": ROWS,
        "told": TOLD,
        "plain": sample_picture(),
        "placed": sample_picture(done, done, here, late, later, later, later),
        "sample_refusal": Refused("Hồ sơ đã được hẹn lại một lần; quy chế không cho hẹn lại lần nữa.", "5.1.e-3"),
        "answers": [YES, no("Bạn không được phân quyền phê duyệt thủ tục này.", "5.1.c-1")],
    }
    return render(request, "components/gallery.html", context)
