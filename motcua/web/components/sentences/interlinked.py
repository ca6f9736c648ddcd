"""Several bodies in turn, and several procedures filed as one."""

from .writing import Facts, Sentence, also, next_steps, says, when


def _hand_on_leg(f: Facts) -> str:
    papers = also(", kèm {} giấy tờ", len(f.get("papers") or []))
    return "Chuyển hồ sơ liên thông" + also(" đến {}", f.get("to")) + papers + also("; phiếu số {}", f.get("paper"))


def _take_leg(f: Facts) -> str:
    return "Nhận hồ sơ liên thông" + also(" từ {}", f.get("came_from")) + also("; mở bước {}", next_steps(f))


def _tell_late_leg(f: Facts) -> str:
    until = also("; dự kiến xong ngày {}", when(f, "expected_on"))
    return "Báo chậm phần việc" + also(" của {}", f.get("body")) + until + also("; thông báo số {}", f.get("paper"))


SENTENCES: dict[str, Sentence] = {
    "draft_bundle": says("Lập nhóm thủ tục liên thông", (" “{}”", "name")),
    "redraft_bundle": says("Sửa dự thảo nhóm thủ tục liên thông", (" “{}”", "name")),
    "discard_bundle": says("Bỏ dự thảo nhóm thủ tục liên thông", (" “{}”", "name")),
    "send_back_bundle": says("Trung tâm trả lại dự thảo nhóm thủ tục liên thông", (" “{}”", "name")),
    "publish_bundle": says("Công bố nhóm thủ tục liên thông", (" “{}”", "name"), (" theo {}", "decision")),
    "receive_bundle": says("Tiếp nhận nhóm hồ sơ liên thông", (" “{}”", "name"), ("; giấy hẹn số {}", "paper")),
    "hold_in_bundle": says("Chờ kết quả của hồ sơ trước trong nhóm", (": {}", "waits_for")),
    "begin_in_bundle": says(
        "Đã có kết quả của thủ tục trước", (" số {}", "number"), ("; hẹn trả kết quả lúc {}", "due")
    ),
    "drop_in_bundle": says("Trả lại vì thủ tục trước trong nhóm không được giải quyết", (": hồ sơ {}", "because_of")),
    "hand_on_leg": _hand_on_leg,
    "take_leg": _take_leg,
    "tell_late_leg": _tell_late_leg,
    "urge_leg": says("Đôn đốc", (" {}", "body")),
}
