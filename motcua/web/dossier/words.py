"""What the acts on a dossier are called on buttons and in headings."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Words:
    """An act as the official reads it: on the button that leads to it, and on the one that carries it out."""

    title: str
    button: str
    said: str
    grave: bool = False


# Turns that few dossiers take: they stand folded away below what is usual.
RARE = frozenset({"stop_on_request", "withdraw", "propose_cancellation", "cancel", "decline_cancellation"})
ACTS = {
    "take": Words("Nhận việc", "Nhận việc", "Đã nhận việc."),
    "complete_step": Words("Hoàn thành bước", "Hoàn thành và chuyển bước", "Đã hoàn thành bước."),
    "approve": Words("Phê duyệt", "Phê duyệt", "Đã phê duyệt hồ sơ."),
    "endorse": Words("Đồng ý, trình cấp trên", "Đồng ý và trình cấp trên", "Đã đồng ý và trình cấp trên."),
    "request_supplement": Words("Yêu cầu bổ sung", "Gửi yêu cầu bổ sung", "Đã yêu cầu bổ sung hồ sơ."),
    "ask_for_payment": Words(
        "Thông báo nghĩa vụ tài chính", "Gửi thông báo, dừng đồng hồ", "Đã thông báo nghĩa vụ tài chính."
    ),
    "payment_proven": Words(
        "Nhận chứng từ nộp tiền", "Nhận chứng từ, tiếp tục giải quyết", "Đã nhận chứng từ nộp tiền."
    ),
    "stop_on_request": Words("Tạm dừng theo yêu cầu", "Tạm dừng giải quyết", "Đã tạm dừng giải quyết."),
    "resume": Words("Tiếp tục giải quyết", "Tiếp tục giải quyết", "Đã tiếp tục giải quyết."),
    "withdraw": Words("Rút hồ sơ", "Rút hồ sơ theo đề nghị", "Đã ghi nhận rút hồ sơ.", grave=True),
    "propose_cancellation": Words("Đề nghị hủy hồ sơ", "Gửi đề nghị hủy", "Đã đề nghị hủy hồ sơ."),
    "decline_cancellation": Words("Không đồng ý hủy", "Không đồng ý hủy hồ sơ", "Đã trả lời không đồng ý hủy hồ sơ."),
    "cancel": Words("Hủy hồ sơ", "Hủy hồ sơ", "Đã hủy hồ sơ.", grave=True),
    "give_back_papers": Words("Trả lại giấy tờ", "Đã trả, có ký nhận", "Đã trả lại giấy tờ."),
    "send_back": Words("Trả lại bước trước", "Trả lại bước trước", "Đã trả lại bước trước."),
    "reject": Words(
        "Trả hồ sơ không đủ điều kiện",
        "Trả hồ sơ không đủ điều kiện",
        "Đã trả hồ sơ không đủ điều kiện.",
        grave=True,
    ),
    "reassign": Words("Giao lại việc", "Giao lại việc", "Đã giao lại việc."),
    "apologise_and_reschedule": Words("Xin lỗi và hẹn lại", "Ký phiếu xin lỗi và hẹn lại", "Đã xin lỗi và hẹn lại."),
    "transfer": Words("Chuyển hồ sơ", "Chuyển hồ sơ", "Đã chuyển hồ sơ."),
    "accept_supplement": Words("Nhận bổ sung", "Nhận bổ sung", "Đã nhận bổ sung."),
    "hand_on_leg": Words("Chuyển cơ quan tiếp theo", "Lập phiếu và bàn giao", "Đã bàn giao hồ sơ liên thông."),
    "take_leg": Words("Nhận hồ sơ chuyển đến", "Nhận hồ sơ", "Đã nhận hồ sơ liên thông."),
    "tell_late_leg": Words("Báo chậm khâu này", "Gửi thông báo chậm", "Đã báo chậm."),
    "urge_leg": Words("Đôn đốc", "Gửi đôn đốc", "Đã đôn đốc."),
    "record_result": Words("Ghi nhận kết quả", "Ghi nhận kết quả", "Đã ghi nhận kết quả."),
    "add_result": Words("Thêm kết quả", "Ghi nhận thêm kết quả", "Đã ghi nhận thêm kết quả."),
    "draw_up_result": Words("Soạn kết quả điện tử", "Lập bản PDF để ký số", "Đã soạn kết quả điện tử."),
    "attach_result": Words("Đưa tệp kết quả vào", "Đưa tệp vào", "Đã đưa tệp kết quả vào."),
    "sign_result": Words("Ký số kết quả", "Ký số", "Đã ký số kết quả."),
    "seal_electronically": Words("Ký số của cơ quan", "Ký số của cơ quan", "Đã ký số của cơ quan."),
    "amend_result": Words("Thay kết quả", "Thay kết quả", "Đã thay kết quả."),
    "revoke_result": Words("Thu hồi kết quả", "Thu hồi kết quả", "Đã thu hồi kết quả.", grave=True),
    "hand_over": Words("Bàn giao cho Trung tâm", "Bàn giao cho Trung tâm", "Đã bàn giao cho Trung tâm."),
    "keep_uncollected": Words("Lưu giữ kết quả", "Lưu giữ kết quả", "Đã lưu giữ kết quả."),
    "deliver": Words("Trả kết quả", "Trả kết quả", "Đã trả kết quả."),
    "consult": Words("Xin ý kiến cơ quan khác", "Gửi văn bản xin ý kiến", "Đã xin ý kiến."),
    "answer_consultation": Words("Trả lời ý kiến", "Gửi trả lời", "Đã trả lời ý kiến."),
    "enter_answer": Words("Nhập trả lời bằng văn bản", "Ghi nhận trả lời", "Đã ghi nhận trả lời."),
    "name_late_advice": Words("Báo Trung tâm chậm trả lời", "Báo Trung tâm", "Đã báo Trung tâm việc chậm trả lời."),
    "go_on_without": Words("Xử lý tiếp không chờ", "Xử lý tiếp", "Đã ghi việc xử lý tiếp không chờ trả lời."),
    "announce_field_check": Words("Thông báo kiểm tra thực địa", "Gửi thông báo", "Đã thông báo kiểm tra thực địa."),
    "record_field_check": Words("Ghi biên bản kiểm tra", "Lưu biên bản", "Đã lưu biên bản kiểm tra thực địa."),
    "convene_council": Words("Triệu tập hội đồng", "Triệu tập hội đồng", "Đã triệu tập hội đồng."),
    "conclude_council": Words("Ghi kết luận hội đồng", "Lập biên bản, kết luận", "Đã ghi kết luận của hội đồng."),
    "adjourn_council": Words("Hoãn họp hội đồng", "Hoãn họp", "Đã ghi việc hoãn họp."),
    "deliver_at_department": Words("Trả kết quả tại cơ quan", "Trả kết quả", "Đã trả kết quả tại cơ quan."),
    "keep_originals": Words("Ghi nơi giữ bản chính", "Ghi nơi giữ", "Đã ghi nơi giữ bản chính."),
    "explain_breach": Words("Giải trình", "Gửi giải trình", "Đã ghi lời giải trình."),
}
