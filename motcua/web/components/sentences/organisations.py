"""Bodies, officials, where they decide, and the letters they word."""

from .writing import Facts, Sentence, also, says

_OF_OFFICER = {"name": "họ tên", "email": "thư điện tử", "phone": "điện thoại"}


def _amend_officer(f: Facts) -> str:
    was, now = f.get("was") or {}, f.get("now") or {}
    changes = (f"{_OF_OFFICER.get(name, name)}{_from_to(was.get(name), now[name])}" for name in now)
    return "Sửa thông tin cán bộ" + also(": {}", "; ".join(changes))


def _from_to(was: str | None, now: str) -> str:
    return also(" từ “{}”", was) + also(" thành “{}”" if was else " “{}”", now) + ("" if now else " thành không ghi")


SENTENCES: dict[str, Sentence] = {
    "open_office": says("Lập cơ quan", (" “{}”", "name"), (" từ ngày {}", "valid_from")),
    "amend_office": says("Sửa thông tin cơ quan"),
    "close_office": says("Kết thúc hoạt động của cơ quan", (" sau ngày {}", "valid_to")),
    "register_officer": says("Ghi danh cán bộ", (" {}", "name")),
    "amend_officer": _amend_officer,
    "appoint": says(
        "Phân công",
        (" giữ chức vụ {}", "title"),
        (" tại {}", "office_name"),
        (" từ ngày {}", "from_on"),
        (" đến hết ngày {}", "to_on"),
        (", theo quyết định {}", "decision"),
    ),
    "register_certificate": says(
        "Đăng ký chứng thư số", (" của {}", "subject"), (", số hiệu {}", "serial"), (", có hiệu lực đến {}", "valid_to")
    ),
    "withdraw_certificate": says("Ngừng dùng chứng thư số", (" của {}", "subject"), (", số hiệu {}", "serial")),
    "end_posting": says("Kết thúc phân công", (" sau ngày {}", "to_on")),
    "give_account": says("Cấp tài khoản đăng nhập", (" {}", "username")),
    "close_account": says("Khóa tài khoản đăng nhập", (" {}", "username")),
    "enter_absence": says(
        "Nhập vắng mặt",
        (" của {}", "name"),
        (" từ ngày {}", "from_on"),
        (" đến hết ngày {}", "to_on"),
        ("; người làm thay: {}", "substitute"),
    ),
    "end_absence": says("Kết thúc sớm việc vắng mặt", (" của {}", "name"), ("; ngày vắng cuối cùng là {}", "to_on")),
    "add_approval_network": says("Khai báo mạng của nơi phê duyệt", (" {}", "cidr"), (" ({})", "label")),
    "close_approval_network": says("Thôi dùng mạng của nơi phê duyệt", (" {}", "cidr"), (" ({})", "label")),
    "enrol_device": says("Đăng ký thiết bị của nơi phê duyệt", (" “{}”", "device")),
    "revoke_device": says("Thu hồi thiết bị của nơi phê duyệt", (" “{}”", "device")),
    "allow_elsewhere": says(
        "Cho phép phê duyệt ngoài Trung tâm",
        (" theo {}", "document"),
        (" từ ngày {}", "from_on"),
        (" đến hết ngày {}", "to_on"),
    ),
    "end_elsewhere": says("Thôi cho phép phê duyệt ngoài Trung tâm", (" sau ngày {}", "to_on")),
    "enter_letter_template": says("Đưa vào mẫu văn bản Word", (" “{}”", "kind"), (", tệp {}", "file")),
}
