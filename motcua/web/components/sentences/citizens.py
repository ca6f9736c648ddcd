"""People and businesses with an account."""

from .writing import Sentence, says

SENTENCES: dict[str, Sentence] = {
    "open_citizen_account": says("Mở tài khoản người dân", (", định danh bởi {}", "issuer")),
    "refresh_identity": says("Cập nhật thông tin do nơi định danh xác nhận", (" ({})", "issuer")),
    "complete_particulars": says("Bổ sung thông tin của tài khoản"),
    "close_citizen_account": says("Đóng tài khoản"),
    "open_local_account": says("Mở tài khoản bằng mã xác nhận"),
    "open_assisted_account": says("Mở tài khoản tại quầy sau khi đối chiếu căn cước"),
    "prove_identity": says("Đối chiếu căn cước tại quầy, xác minh danh tính của tài khoản"),
    "confirm_contact": says("Xác nhận số điện thoại hoặc thư điện tử mới bằng mã"),
    "set_password": says("Đặt mật khẩu"),
    "turn_on_second_factor": says("Bật xác thực hai lớp"),
    "turn_off_second_factor": says("Tắt xác thực hai lớp"),
    "keep_recovery_codes": says("Xác nhận đã giữ mã dự phòng"),
    "renew_recovery_codes": says("Tạo mã dự phòng mới"),
    "reset_second_factor": says("Đối chiếu căn cước tại quầy, gỡ xác thực hai lớp"),
    "declare_business": says("Khai doanh nghiệp, tổ chức", (" {}", "name"), (", mã số thuế {}", "tax_code")),
    "confirm_business": says("Xác nhận doanh nghiệp, tổ chức", (", mã số thuế {}", "tax_code")),
    "refuse_business": says("Không xác nhận doanh nghiệp, tổ chức", (": {}", "reason")),
    "admit_member": says("Thêm người thay mặt tổ chức"),
    "change_powers": says("Đổi quyền của người thay mặt tổ chức"),
    "end_membership": says("Thôi thay mặt tổ chức"),
    "claim_authority": says("Khai việc nộp thay", (" {}", "name")),
    "withdraw_authority": says("Thôi nộp thay", (" {}", "name")),
    "submit": says("Nộp hồ sơ trực tuyến", (" {}", "code"), (" đến {}", "one_stop")),
    "withdraw_submission": says("Rút hồ sơ nộp trực tuyến", (" {}", "code")),
    "accept_submission": says("Tiếp nhận hồ sơ nộp trực tuyến", (" {}", "code"), (" thành hồ sơ {}", "dossier")),
    "send_submission_back": says("Trả lại hồ sơ nộp trực tuyến", (" {}", "code"), (", {} chỗ cần sửa", "faults")),
    "tell_waiting": says("Nhắc trả lời hồ sơ nộp trực tuyến", (" {}", "code"), (", đã báo {}", "told")),
    "set_answer_time": says("Đặt hạn trả lời hồ sơ trực tuyến", (": {} giờ làm việc", "hours")),
}
