"""Every number the law sets, once: its value, from which day, under which clause, from which text.

Code asks by name for the day the law is judged on, usually the day a dossier was received:
`supplement_notice_days(received_on)`. A change of law is one more line of the number it changes;
dossiers received before that day keep the earlier value.
"""

from collections.abc import Iterator
from datetime import date, time
from decimal import Decimal
from typing import Any, TypeVar

from .legal_numbers import DayOfYear, From, LegalNumber, Limit, Unit

T = TypeVar("T")

_ALL: dict[str, Limit[Any]] = {}


def legal(name: str, on: date) -> LegalNumber[Any]:
    """The number of this name as it is law on this day."""
    return _ALL[name].at(on)


def numbers_of(clause: str) -> Iterator[LegalNumber[Any]]:
    """Every number, past and present, that stands under this clause."""
    for limit in _ALL.values():
        yield from (version for version in limit.versions if version.clause == clause)


def _limit(name: str, meaning: str, unit: Unit, clause: str, *values: From[T]) -> Limit[T]:
    _ALL[name] = limit = Limit.through(name, meaning, unit, clause, values)
    return limit


def _decree(article: str, value: T) -> From[T]:
    return From(date(2018, 6, 21), value, f"Nghị định 61/2018/NĐ-CP, {article}")


def _circular(article: str, value: T) -> From[T]:
    return From(date(2019, 1, 6), value, f"Thông tư 01/2018/TT-VPCP, {article}")


def _regulation(article: str, value: T) -> From[T]:
    return From(date(2019, 4, 24), value, f"Quy chế theo Quyết định 1716/QĐ-UBND, {article}")


def _feedback(value: int) -> tuple[From[int], From[int]]:
    """Set by the system until the national figures of feedback came with an indicator of their own."""
    ours = _regulation("Điều 4 khoản 6 (số ngày do hệ thống đặt, Quy chế không nêu)", value)
    return ours, From(date(2022, 6, 23), value, "Quyết định 766/QĐ-TTg năm 2022, chỉ số xử lý phản ánh, kiến nghị")


# The way of a dossier. What the regulation repeats from the decree is law since the decree.
supplement_notice_days = _limit(
    "supplement_notice_days",
    "Thông báo bổ sung hồ sơ, nhiều nhất sau khi tiếp nhận",
    Unit.WORKING_DAYS,
    "5.1.e-2",
    _decree("Điều 19 khoản 4", 3),
)
supplement_requests = _limit(
    "supplement_requests",
    "Yêu cầu bổ sung hồ sơ, nhiều nhất",
    Unit.TIMES,
    "5.1.d",
    _decree("Điều 11 khoản 2 điểm c", 1),
)
apology_days_before_due = _limit(
    "apology_days_before_due",
    "Xin lỗi và hẹn lại, chậm nhất trước ngày hết hạn",
    Unit.DAYS,
    "5.1.e-3",
    _decree("Điều 19 khoản 9", 1),
)
new_dates = _limit(
    "new_dates",
    "Hẹn lại ngày trả kết quả, nhiều nhất",
    Unit.TIMES,
    "5.1.e-3",
    _decree("Điều 19 khoản 9", 1),
)
transfer_cut_off = _limit(
    "transfer_cut_off",
    "Tiếp nhận sau giờ này thì chuyển vào đầu ngày làm việc tiếp theo, còn lại chuyển trong ngày",
    Unit.TIME_OF_DAY,
    "5.1.đ-2",
    _decree("Điều 18 khoản 2", time(15, 0)),
)
dossier_code_digits = _limit(
    "dossier_code_digits",
    "Số thứ tự trong ngày của mã hồ sơ",
    Unit.DIGITS,
    "5.1.đ-2",
    _circular("Điều 19 khoản 1", 4),
)
online_levels = _limit(
    "online_levels",
    "Dịch vụ công trực tuyến được hỗ trợ",
    Unit.LEVELS,
    "4.1.c",
    _regulation("Điều 4 khoản 1 điểm c", (3, 4)),
)

# Fees, by the month.
statement_before_day = _limit(
    "statement_before_day",
    "Gửi bảng tổng hợp thu hằng tháng, trước",
    Unit.DAY_OF_MONTH,
    "4.5.b",
    _regulation("Điều 4 khoản 5 điểm b", 5),
)
receipt_copy_for_department = _limit(
    "receipt_copy_for_department",
    "Liên biên lai gửi sở, ngành",
    Unit.COPY,
    "4.5.b",
    _regulation("Điều 4 khoản 5 điểm b", 3),
)
reconciliation_from_day = _limit(
    "reconciliation_from_day",
    "Đối chiếu thu hằng tháng, từ",
    Unit.DAY_OF_MONTH,
    "5.3.b",
    _regulation("Điều 5 khoản 3 điểm b", 5),
)
reconciliation_to_day = _limit(
    "reconciliation_to_day",
    "Đối chiếu thu hằng tháng, đến hết",
    Unit.DAY_OF_MONTH,
    "5.3.b",
    _regulation("Điều 5 khoản 3 điểm b", 8),
)
share_before_day = _limit(
    "share_before_day",
    "Chuyển khoản trích để lại hằng tháng, trước",
    Unit.DAY_OF_MONTH,
    "5.3.c",
    _regulation("Điều 5 khoản 3 điểm c", 10),
)

# Seconded officials.
shortest_secondment = _limit(
    "shortest_secondment",
    "Một đợt cử cán bộ, ít nhất",
    Unit.MONTHS,
    "5.2.a",
    _regulation("Điều 5 khoản 2 điểm a", 12),
)
longest_secondment = _limit(
    "longest_secondment",
    "Một đợt cử cán bộ, nhiều nhất",
    Unit.MONTHS,
    "5.2.a",
    _regulation("Điều 5 khoản 2 điểm a", 24),
)
reserve_officials = _limit(
    "reserve_officials",
    "Cán bộ dự phòng của mỗi sở, ngành, ít nhất",
    Unit.OFFICIALS,
    "5.2.b",
    _regulation("Điều 5 khoản 2 điểm b", 1),
)
uniform_for_absence_of_days = _limit(
    "uniform_for_absence_of_days",
    "Sở, ngành may đồng phục cho người thay khi cán bộ nghỉ, từ",
    Unit.DAYS,
    "5.2.d",
    _regulation("Điều 5 khoản 2 điểm d", 30),
)
evaluation_before = _limit(
    "evaluation_before",
    "Trung tâm đánh giá cán bộ hằng năm, trước",
    Unit.DAY_OF_YEAR,
    "4.3.d",
    _regulation("Điều 4 khoản 3 điểm d", DayOfYear(12, 15)),
)
rating_before = _limit(
    "rating_before",
    "Sở, ngành gửi kết quả xếp loại hằng năm, trước",
    Unit.DAY_OF_YEAR,
    "5.2.e",
    _regulation("Điều 5 khoản 2 điểm e", DayOfYear(12, 30)),
)
rating_copies = _limit(
    "rating_copies",
    "Kết quả xếp loại gửi Trung tâm",
    Unit.COPIES,
    "5.2.e",
    _regulation("Điều 5 khoản 2 điểm e", 1),
)

# Feedback and meetings.
answer_copies = _limit(
    "answer_copies",
    "Trả lời phản ánh gửi sở, ngành để biết",
    Unit.COPIES,
    "4.6.b-1",
    _regulation("Điều 4 khoản 6 điểm b", 1),
)
outcome_copies = _limit(
    "outcome_copies",
    "Kết quả xử lý phản ánh gửi Trung tâm",
    Unit.COPIES,
    "5.5.a",
    _regulation("Điều 5 khoản 5 điểm a", 1),
)
feedback_accept_days = _limit(
    "feedback_accept_days",
    "Nhận, từ chối hoặc chuyển phản ánh, kiến nghị, nhiều nhất sau khi đến",
    Unit.WORKING_DAYS,
    "4.6.b-2",
    *_feedback(2),
)
feedback_ask_more_days = _limit(
    "feedback_ask_more_days",
    "Đề nghị người phản ánh nói rõ thêm, nhiều nhất sau khi đến",
    Unit.WORKING_DAYS,
    "4.6.b-2",
    *_feedback(5),
)
feedback_answer_days = _limit(
    "feedback_answer_days",
    "Trả lời phản ánh, kiến nghị, nhiều nhất",
    Unit.WORKING_DAYS,
    "4.6.b-2",
    *_feedback(15),
)
feedback_publish_days = _limit(
    "feedback_publish_days",
    "Công khai phản ánh đã trả lời, nhiều nhất",
    Unit.WORKING_DAYS,
    "4.6.b-2",
    *_feedback(2),
)
briefing_every_months = _limit(
    "briefing_every_months",
    "Họp giao ban định kỳ, mỗi",
    Unit.MONTHS,
    "8.2",
    _regulation("Điều 8 khoản 2", 6),
)

# Filing from home.
submission_answer_hours = _limit(
    "submission_answer_hours",
    "Trả lời hồ sơ nộp trực tuyến, nơi tiếp nhận chưa đặt hạn riêng",
    Unit.WORKING_HOURS,
    "4.1.c",
    _regulation("Điều 4 khoản 1 điểm c (số giờ do hệ thống đặt, Quy chế không nêu)", 8),
)
question_answer_days = _limit(
    "question_answer_days",
    "Trả lời câu hỏi trên Cổng và yêu cầu chuyển qua tổng đài, cơ quan chưa đặt hạn riêng",
    Unit.WORKING_DAYS,
    "5.5.b",
    _regulation("Điều 5 khoản 5 điểm b (“thường xuyên”; số ngày do hệ thống đặt, Quy chế không nêu)", 5),
)
age_of_majority = _limit(
    "age_of_majority",
    "Cha, mẹ nộp thay con đến khi con đủ",
    Unit.YEARS_OF_AGE,
    "4.1.c",
    From(date(2017, 1, 1), 18, "Bộ luật Dân sự 2015, Điều 20 khoản 1"),
)

# The quality index. Its law is national; the regulation has the Centre follow and evaluate.
quality_wholly_at_province = _limit(
    "quality_wholly_at_province",
    "Thủ tục làm trọn tại Bộ phận Một cửa, cấp tỉnh, ít nhất",
    Unit.PERCENT,
    "3.3-1",
    _circular("Điều 13 khoản 5 điểm a", 20),
)
quality_wholly_at_district = _limit(
    "quality_wholly_at_district",
    "Thủ tục làm trọn tại Bộ phận Một cửa, cấp huyện, ít nhất",
    Unit.PERCENT,
    "3.3-1",
    _circular("Điều 13 khoản 5 điểm a", 50),
)
quality_wholly_at_commune = _limit(
    "quality_wholly_at_commune",
    "Thủ tục làm trọn tại Bộ phận Một cửa, cấp xã",
    Unit.PERCENT,
    "3.3-1",
    _circular("Điều 13 khoản 5 điểm a", 100),
)
quality_heard_share = _limit(
    "quality_heard_share",
    "Phản ánh, kiến nghị xử lý đúng hạn để được 1 điểm, ít nhất",
    Unit.PERCENT,
    "3.3-1",
    _circular("Điều 13 khoản 8 điểm b", 90),
)
quality_online_procedures = _limit(
    "quality_online_procedures",
    "Thủ tục trực tuyến mức độ 3, 4 để được 2 điểm, ít nhất",
    Unit.PERCENT,
    "3.3-1",
    _circular("Điều 13 khoản 9 điểm a", 20),
)
quality_online_share = _limit(
    "quality_online_share",
    "Hồ sơ trực tuyến để được 2 điểm, ít nhất",
    Unit.PERCENT,
    "3.3-1",
    _circular("Điều 13 khoản 9 điểm a", 30),
)
quality_online_least_share = _limit(
    "quality_online_least_share",
    "Hồ sơ trực tuyến để được 1 điểm, ít nhất",
    Unit.PERCENT,
    "3.3-1",
    _circular("Điều 13 khoản 9 điểm b", 15),
)
quality_excellent = _limit(
    "quality_excellent",
    "Xếp loại xuất sắc, từ",
    Unit.POINTS,
    "3.3-1",
    _circular("Điều 15 khoản 3 điểm b", 15),
)
quality_good = _limit(
    "quality_good",
    "Xếp loại tốt, từ",
    Unit.POINTS,
    "3.3-1",
    _circular("Điều 15 khoản 3 điểm b", 12),
)
quality_fair = _limit(
    "quality_fair",
    "Xếp loại khá, từ",
    Unit.POINTS,
    "3.3-1",
    _circular("Điều 15 khoản 3 điểm b", 9),
)
quality_average = _limit(
    "quality_average",
    "Xếp loại trung bình, từ",
    Unit.POINTS,
    "3.3-1",
    _circular("Điều 15 khoản 3 điểm b", 6),
)
quality_tasks_wholly = _limit(
    "quality_tasks_wholly",
    "Cán bộ hoàn thành 100% nhiệm vụ, từ",
    Unit.POINTS,
    "3.3-1",
    _circular("Điều 15 khoản 3 điểm a", Decimal(5)),
)
quality_tasks_mostly = _limit(
    "quality_tasks_mostly",
    "Cán bộ hoàn thành từ 70% nhiệm vụ, từ",
    Unit.POINTS,
    "3.3-1",
    _circular("Điều 15 khoản 3 điểm a", Decimal("3.5")),
)
