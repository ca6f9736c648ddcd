"""The words for what feedback is, by which way it came, how far it is, and what was found."""

from django.db import models

from .routing import Kind as RoutedKind
from .routing import Way as RoutedWay


class Channel(models.TextChoices):
    """The ways in that Điều 4 khoản 6 điểm a names, and what was said on a ballot."""

    PORTAL = "portal", "Cổng dịch vụ công"
    HOTLINE = "hotline", "Tổng đài, đường dây nóng"
    DESK = "desk", "Bàn Kiểm tra – Giám sát"
    BOX = "box", "Hòm thư góp ý"
    EMAIL = "email", "Thư điện tử"
    SOCIAL = "social", "Mạng xã hội"
    RATING = "rating", "Đánh giá mức độ hài lòng"
    API = "api", "Hệ thống kết nối"


class Kind(models.TextChoices):
    """The kinds of the table in `routing`, as officials read them."""

    CENTRE = RoutedKind.CENTRE.value, "Công việc của Trung tâm"
    CONDUCT = RoutedKind.CONDUCT.value, "Thái độ, hành vi của cán bộ"
    HANDLING = RoutedKind.HANDLING.value, "Hướng dẫn, tiếp nhận, giải quyết hồ sơ"
    RULE = RoutedKind.RULE.value, "Quy định về thủ tục hành chính"
    COMPLAINT = RoutedKind.COMPLAINT.value, "Khiếu nại"
    DENUNCIATION = RoutedKind.DENUNCIATION.value, "Tố cáo"


class Way(models.IntegerChoices):
    """The ways of the table in `routing`, as officials read them."""

    CENTRES_OWN = RoutedWay.CENTRES_OWN.value, "Trung tâm xử lý, trả lời"
    BODY_CONCERNED = RoutedWay.BODY_CONCERNED.value, "Cơ quan liên quan xử lý, trả lời"
    REPORTED = RoutedWay.REPORTED.value, "Tổng hợp báo cáo, kiến nghị cấp có thẩm quyền"
    BY_ITS_LAW = RoutedWay.BY_ITS_LAW.value, "Chuyển theo Luật Khiếu nại, Luật Tố cáo"


class State(models.TextChoices):
    """Where a piece of feedback is."""

    HELD = "held", "Giữ lại chờ xem"
    NEW = "new", "Chờ phân loại"
    ROUTED = "routed", "Chờ cơ quan nhận"
    ACCEPTED = "accepted", "Đang xử lý"
    WAITING = "waiting", "Chờ người phản ánh nói rõ thêm"
    DRAFTED = "drafted", "Chờ lãnh đạo duyệt trả lời"
    ANSWERED = "answered", "Đã trả lời"
    PASSED_ON = "passed_on", "Đã chuyển theo luật riêng"
    MERGED = "merged", "Đã nhập vào phản ánh khác"
    DROPPED = "dropped", "Đã bỏ, không xử lý"


class Verdict(models.TextChoices):
    """What was found; only what is founded, or partly, speaks against anybody."""

    FOUNDED = "founded", "Đúng"
    PARTLY = "partly", "Đúng một phần"
    UNFOUNDED = "unfounded", "Không đúng"


class TurnKind(models.TextChoices):
    """How it went from one body to another."""

    ROUTED = "routed", "Chuyển"
    REFUSED = "refused", "Không nhận, trả về Trung tâm"
    PARTED = "parted", "Tách ra, trả về Trung tâm"


UNCOUNTED = (State.HELD, State.DROPPED)  # came in a burst: nobody has said yet that it is feedback, or that it is none
UNSORTED = (State.NEW, *UNCOUNTED)
OVER = (State.ANSWERED, State.PASSED_ON, State.MERGED, *UNCOUNTED)
BY_ITS_LAW = (Kind.COMPLAINT, Kind.DENUNCIATION)
