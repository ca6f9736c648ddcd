"""Seconded officials: who was sent, what the Centre answered."""

from .writing import Sentence, says

SENTENCES: dict[str, Sentence] = {
    "nominate": says("Cử cán bộ", (" {}", "name"), (", {}", "part"), ("; văn bản {}", "document")),
    "withdraw_nomination": says("Rút việc cử cán bộ", (" {}", "name"), (": {}", "reason")),
    "accept_official": says("Trung tâm tiếp nhận cán bộ", (" {}", "name"), ("; văn bản {}", "paper")),
    "refuse_official": says("Trung tâm không tiếp nhận cán bộ", (" {}", "name"), (": {}", "reason")),
    "extend_secondment": says(
        "Gia hạn đợt cử cán bộ", (" {}", "name"), (": {}", "reason"), ("; văn bản {}", "document")
    ),
    "note_conduct": says("Ghi nhận về cán bộ", (" {}", "name"), (": {}", "kind")),
    "comment_on_note": says("Cán bộ nêu ý kiến"),
    "decide_note": says("Kết luận ghi nhận", (": {}", "decision"), ("; {}", "reason")),
    "tell_department": says("Gửi thông báo tháng", (" {}", "month"), (" cho {}", "office"), ("; số {}", "paper")),
    "acknowledge_notice": says("Xác nhận đã nhận thông báo tháng", (" {}", "month")),
}
