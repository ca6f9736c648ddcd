"""Questions people ask, the library of answers, and filled-in samples."""

from .writing import Sentence, says

SENTENCES: dict[str, Sentence] = {
    "ask_question": says("Nhận câu hỏi gửi trên Cổng", ("; cơ quan phải trả lời: {}", "owner")),
    "record_contact": says("Ghi lại lần liên hệ", ("; cơ quan phải trả lời: {}", "owner")),
    "tell_state": says("Cho người gọi biết tình trạng hồ sơ", (" {}", "dossier")),
    "ask_again": says("Người hỏi hỏi tiếp", ("; cơ quan phải trả lời: {}", "owner")),
    "answer_question": says("Trả lời câu hỏi"),
    "set_aside": says("Đóng lại vì không phải câu hỏi"),
    "forward_question": says("Chuyển câu hỏi", (" đến {}", "owner")),
    "give_question_back": says("Trả câu hỏi về", (" {}", "owner")),
    "urge_answer": says("Đôn đốc trả lời", (": {}", "owner")),
    "consent_to_public": says("Người hỏi đồng ý công khai"),
    "take_consent_back": says("Người hỏi không đồng ý công khai nữa"),
    "prepare_public": says("Soạn bản công khai", (" “{}”", "subject")),
    "publish_question": says("Đọc lại và công khai", (" “{}”", "subject")),
    "withdraw_public": says("Rút khỏi trang công khai"),
    "set_answer_days": says("Đặt hạn trả lời câu hỏi", (": {} ngày làm việc", "days")),
    "write_library_answer": says("Soạn câu trả lời mẫu", (" “{}”", "subject")),
    "approve_library_answer": says("Duyệt câu trả lời mẫu", (" “{}”", "subject")),
    "confirm_library_answer": says("Đọc lại, vẫn dùng câu trả lời mẫu", (" “{}”", "subject")),
    "end_library_answer": says("Thôi dùng câu trả lời mẫu", (" “{}”", "subject")),
    "add_sample": says("Đưa bản điền mẫu của giấy tờ", (" “{}”", "paper")),
    "withdraw_sample": says("Thôi dùng bản điền mẫu của giấy tờ", (" “{}”", "paper")),
    "carry_samples": says("Dùng tiếp bản điền mẫu của phiên bản trước"),
}
