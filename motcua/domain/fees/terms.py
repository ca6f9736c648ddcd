"""The words of charges, payments, receipts and the books behind them: each a value kept and the Vietnamese shown."""

from django.db import models


class When(models.TextChoices):
    """When a charge is to be paid, as the procedure says."""

    BEFORE = "before", "Thu trước khi tiếp nhận"
    WITH = "with", "Thu khi tiếp nhận"
    AFTER = "after", "Thu sau, trước khi trả kết quả"


class ChargeState(models.TextChoices):
    """What became of a charge; follows from its lines and payments."""

    WAITING = "waiting", "Chờ thanh toán"
    PAID = "paid", "Đã thanh toán"
    NOTHING_DUE = "nothing_due", "Không phải nộp"
    CANCELLED = "cancelled", "Đã hủy"


class Method(models.TextChoices):
    """The ways to pay that the payer chooses among (4.5.a)."""

    CASH = "cash", "Tiền mặt"
    TRANSFER = "transfer", "Chuyển khoản"
    CARD = "card", "Thẻ"
    ONLINE = "online", "Trực tuyến"
    ON_DELIVERY = "on_delivery", "Thu hộ khi phát bưu gửi"


class Asked(models.TextChoices):
    """What takes money out, or back out of the books: one person asks for it and another decides."""

    REDUCE = "reduce", "Giảm khoản phải thu"
    CANCEL = "cancel", "Hủy khoản phải thu"
    REFUND = "refund", "Hoàn trả"
    VOID = "void", "Xóa bỏ biên lai"


class AccountUse(models.TextChoices):
    """What a bank account is for."""

    COLLECTING = "collecting", "Thu phí, lệ phí"
    TREASURY = "treasury", "Nhận khoản trích để lại (Kho bạc Nhà nước)"


class Book(models.TextChoices):
    """The accounts of the books: every movement adds to one what it takes from another."""

    OWED = "owed", "Người nộp còn phải trả"
    EARNED = "earned", "Phải trả cho sở, ngành"
    DRAWER = "drawer", "Tiền mặt trong ca"
    COLLECTED = "collected", "Tài khoản thu của Trung tâm"
    UNCLAIMED = "unclaimed", "Tiền đến chưa vào khoản thu"
    DIFFERENCE = "difference", "Thừa, thiếu, chênh lệch"
    ON_THE_WAY = "on_the_way", "Tiền đang nộp vào ngân hàng"
    DEPOSITED = "deposited", "Tài khoản của sở, ngành"
    SHARE = "share", "Khoản trích để lại của Trung tâm"
    TREASURY = "treasury", "Tài khoản của Trung tâm tại Kho bạc"


class MovementKind(models.TextChoices):
    """Why money, or a claim to it, moved."""

    CHARGED = "charged", "Ghi khoản phải thu"
    CHANGED = "changed", "Điều chỉnh khoản phải thu"
    PAID = "paid", "Thu tiền"
    REFUNDED = "refunded", "Hoàn trả"
    COUNTED = "counted", "Kiểm tiền cuối ca"
    MADE_GOOD = "made_good", "Xử lý tiền thừa, thiếu"
    ARRIVED = "arrived", "Tiền đến chưa vào khoản thu"
    CLAIMED = "claimed", "Ghép tiền đến vào khoản thu"
    RETURNED = "returned", "Trả lại tiền đến"
    ORDERED = "ordered", "Lệnh nộp tiền"
    DEPOSITED = "deposited", "Ngân hàng báo có"
    CORRECTED = "corrected", "Điều chỉnh khi đối chiếu"
    RETAINED = "retained", "Xác định khoản trích để lại"
    SHARED = "shared", "Chuyển khoản trích để lại"


class Source(models.TextChoices):
    """Where we hear of money that did not come over the counter."""

    GATEWAY = "gateway", "Cổng thanh toán"
    BANK = "bank", "Sao kê ngân hàng"
    POST = "post", "Bưu chính nộp"


class Why(models.TextChoices):
    """Why money that came could not be put to a bill by itself."""

    UNKNOWN = "unknown", "Không rõ nộp cho khoản nào"
    UNEQUAL = "unequal", "Khác số tiền phải nộp"
    PAID_BEFORE = "paid_before", "Khoản thu đã nộp đủ từ trước"
    TOO_LATE = "too_late", "Trả tiền sau khi giao dịch hết hạn"
    CANCELLED = "cancelled", "Khoản thu đã hủy"
    OTHER_ACCOUNT = "other_account", "Vào tài khoản của sở, ngành khác"
    NO_RECEIPT = "no_receipt", "Chưa lập được biên lai"


class ArrivalState(models.TextChoices):
    """What became of money that came."""

    SETTLED = "settled", "Đã vào khoản thu"
    WAITING = "waiting", "Chờ ghép"
    RETURNED = "returned", "Đã trả lại"


class ArrivalEnd(models.TextChoices):
    """What two persons decide about money that fits nowhere by itself."""

    MATCH = "match", "Ghép với khoản thu"
    RETURN = "return", "Trả lại người gửi"


class OnlineState(models.TextChoices):
    """Where an online payment is; only what the gateway signed makes it paid."""

    BEGUN = "begun", "Đang chờ ngân hàng báo"
    PAID = "paid", "Đã nhận tiền"
    FAILED = "failed", "Không thành công"
    EXPIRED = "expired", "Hết hạn"
    QUESTIONED = "questioned", "Đang đối chiếu"


class RefundState(models.TextChoices):
    """Where money is that goes back through the gateway."""

    WAITING = "waiting", "Chờ cổng thanh toán"
    DONE = "done", "Cổng đã hoàn trả"
    REFUSED = "refused", "Cổng từ chối, phải trả cách khác"


class ReceiptErrand(models.TextChoices):
    """What the provider of electronic receipts has still to be asked for."""

    NUMBER = "number", "Xin số"
    ISSUE = "issue", "Phát hành"
    CANCEL = "cancel", "Hủy"


METHOD_OF = {Source.GATEWAY: Method.ONLINE, Source.BANK: Method.TRANSFER, Source.POST: Method.ON_DELIVERY}


class StatementState(models.TextChoices):
    """How far a month of a department is."""

    DRAWN = "drawn", "Đã lập, chưa gửi"
    SENT = "sent", "Đã gửi, đang đối chiếu"
    CLOSED = "closed", "Đã xác nhận"


class WorkKind(models.TextChoices):
    """What a job does for a month of many receipts, some at a time."""

    DRAW = "draw", "Lập bảng tổng hợp"
    LIST = "list", "Lập bảng kê liên 3"


class LineState(models.TextChoices):
    """What the department says of a line."""

    WAITING = "waiting", "Chờ đối chiếu"
    AGREED = "agreed", "Khớp"
    DISPUTED = "disputed", "Không khớp"


CHANNELS = {
    Method.CASH: "cash",
    Method.TRANSFER: "transfer",
    Method.ON_DELIVERY: "transfer",
    Method.CARD: "online",
    Method.ONLINE: "online",
}
