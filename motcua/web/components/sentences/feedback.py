"""Feedback: how it came, whose it became, what was found."""

from .writing import Facts, Sentence, also, says, when


def _reminded(facts: Facts) -> str:
    late = "quá hạn" if facts.get("late") else "hạn"
    return (
        "Nhắc hạn phản ánh"
        + also(" {}", facts.get("told"))
        + also(": {}", facts.get("step"))
        + also(f", {late} {{}}", when(facts, "due"))
    )


SENTENCES: dict[str, Sentence] = {
    "send_feedback": says("Nhận phản ánh do người phản ánh tự viết"),
    "register_feedback": says("Ghi nhận phản ánh"),
    "let_in_feedback": says("Đọc và nhận phản ánh đang giữ lại"),
    "drop_feedback": says("Đọc và bỏ phản ánh đang giữ lại", (": {}", "reason")),
    "attach_file": says("Đưa tài liệu vào phản ánh", (": {}", "kind")),
    "make_client": says("Cấp mã kết nối cho hệ thống", (" {}", "client")),
    "revoke_client": says("Thu hồi mã kết nối của hệ thống", (" {}", "client")),
    "take_from_client": says("Nhận phản ánh từ hệ thống", (" {}", "client")),
    "route_feedback": says("Phân loại phản ánh", ("; cơ quan giữ: {}", "owner")),
    "accept_feedback": says("Nhận xử lý phản ánh"),
    "refuse_to_own": says("Không nhận phản ánh, trả về", (" {}", "owner"), (": {}", "reason")),
    "ask_for_more": says("Đề nghị người phản ánh nói rõ thêm"),
    "give_more": says("Người phản ánh nói rõ thêm"),
    "hear_more": says("Ghi lời người phản ánh nói thêm"),
    "merge_feedback": says("Nhập phản ánh trùng", (": {}", "both")),
    "part_feedback": says("Tách phản ánh đã nhập", (": {}", "both")),
    "draft_answer": says("Soạn trả lời phản ánh"),
    "return_draft": says("Trả lại bản soạn trả lời", (": {}", "reason")),
    "approve_answer": says("Duyệt, gửi trả lời phản ánh", ("; một bản gửi {}", "copy_to")),
    "sign_passing_on": says("Ký văn bản chuyển đơn", (" theo {}", "law"), (" đến {}", "owner")),
    "keep_signed_answer": says("Nhập bản ký của văn bản trả lời", (" số {}", "paper")),
    "prepare_publication": says("Soạn bản công khai", (" “{}”", "subject")),
    "publish_feedback": says("Đọc lại và công khai", (" “{}”", "subject")),
    "withdraw_publication": says("Rút khỏi trang công khai", (": {}", "reason")),
    "leave_unpublished": says("Không công khai phản ánh", (": {}", "reason")),
    "take_letter": says("Đọc thư điện tử", (" thành phản ánh {}", "feedback")),
    "release_letter": says("Cho nhận thư đang giữ", (" thành phản ánh {}", "feedback"), (": {}", "why")),
    "discard_letter": says("Bỏ qua thư đang giữ", (": {}", "why")),
    "add_letter": says("Người phản ánh gửi thêm thư điện tử"),
    "write_back": says("Gửi thư điện tử cho người phản ánh"),
    "remind_feedback": _reminded,
    "urge_feedback": says("Đôn đốc", (" {}", "body"), (": {}", "text")),
    "set_theme": says("Gắn chủ đề", (" “{}”", "theme_name"), ("; thủ tục {}", "procedure"), ("; {}", "provision")),
    "draft_report": says("Soạn báo cáo, kiến nghị gửi", (" {}", "addressee"), (": {} phản ánh", "number")),
    "change_report": says("Sửa báo cáo, kiến nghị", (": {} phản ánh", "number")),
    "submit_report": says("Trình lãnh đạo duyệt báo cáo, kiến nghị"),
    "return_report": says("Trả lại báo cáo, kiến nghị", (": {}", "reason")),
    "approve_report": says("Duyệt báo cáo, kiến nghị"),
    "drop_report": says("Bỏ bản soạn báo cáo, kiến nghị", (": {}", "reason")),
    "send_report": says("Gửi văn bản", (" số {}", "paper"), (" đến {}", "addressee")),
    "chase_report": says("Hỏi cơ quan có thẩm quyền", (": {}", "text")),
    "record_outcome": says(
        "Ghi trả lời của cơ quan có thẩm quyền", (", văn bản số {}", "document"), (": {}", "outcome_name")
    ),
    "return_outcome": says("Trả lại kết quả đã ghi", (": {}", "reason")),
    "confirm_outcome": says(
        "Duyệt, báo người phản ánh kết quả", (" theo văn bản số {}", "document"), ("; {} phản ánh", "number")
    ),
}
