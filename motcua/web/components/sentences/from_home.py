"""What an applicant did at home with a dossier that was received, and how an official answered."""

from motcua.domain.dossiers.from_home.terms import SentKind
from motcua.domain.dossiers.terms import ReturnBy
from motcua.domain.satisfaction.terms import Level

from .writing import Facts, Sentence, also, says, when


def _named(f: Facts) -> str:
    return also(": {}", SentKind(f["kind"]).label.lower() if f.get("kind") else "")


def _until(f: Facts) -> str:
    return also(", phải trả lời trước {}", when(f, "answer_by"))


def _rate(f: Facts) -> str:
    what = "sửa đánh giá" if f.get("again") else "đánh giá"
    return f"Người được phục vụ {what}" + also(": {}", Level(f["level"]).label.lower() if f.get("level") else "")


def _choose_return(f: Facts) -> str:
    chosen = f.get("return_by")
    return "Người nộp chọn lại cách nhận kết quả" + also(": {}", ReturnBy(chosen).label.lower() if chosen else "")


SENTENCES: dict[str, Sentence] = {
    "send_supplement": lambda f: f"Người nộp gửi từ nhà {len(f.get('papers') or [])} giấy tờ bổ sung{_until(f)}",
    "send_payment_proof": lambda f: (
        "Người nộp gửi từ nhà chứng từ nộp tiền" + also(" số {}", f.get("number")) + _until(f)
    ),
    "send_wish": lambda f: f"Người nộp gửi từ nhà{_named(f)}{_until(f)}",
    "take_back": lambda f: f"Người nộp lấy lại điều đã gửi từ nhà{_named(f)}",
    "decline_sent": lambda f: f"Chưa nhận điều người nộp gửi từ nhà{_named(f)}",
    "choose_return": _choose_return,
    "rate": _rate,
    "give_opinion": _rate,
    "tap_tablet": _rate,
    "key_in_ballot": says("Nhập phiếu đánh giá giấy"),
    "draft_survey": says("Soạn cuộc khảo sát", (" “{}”", "title")),
    "open_survey": says("Bắt đầu khảo sát", (" “{}”", "title"), (": hỏi {} hồ sơ", "asked")),
    "close_survey": says("Kết thúc khảo sát", (" “{}”", "title"), (": {} trả lời", "answered")),
    "hand_over_part": says("Bàn giao phần khảo sát", (" của {}", "office"), (": {}", "note")),
    "answer_survey": says("Trả lời khảo sát"),
    "key_in_answer": says("Nhập phiếu khảo sát giấy"),
    "register_tablet": says("Cấp máy đánh giá", (" {}", "counter"), (", {}", "one_stop")),
    "revoke_tablet": says("Thu hồi máy đánh giá", (" {}", "counter")),
    "sit_at_tablet": says("Ngồi quầy", (" {}", "counter")),
    "leave_tablet": says("Rời quầy", (" {}", "counter")),
    "take_up_opinion": says("Ghi nhận đánh giá thành phản ánh", (" {}", "feedback")),
    "own_address": says("Xác nhận địa chỉ liên hệ là của chủ tài khoản"),
}
