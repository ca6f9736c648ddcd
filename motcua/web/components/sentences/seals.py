"""The second seals of the departments at the Centre."""

from .writing import Facts, Sentence, also, says, when

_AGREEMENT = (" số {}", "number")
_SINCE = (", áp dụng từ ngày {}", "from_on")


def _impression(words: str) -> Sentence:
    def sentence(f: Facts) -> str:
        number = f"{f['number']}/{f['year']}" if f.get("year") else f.get("number")
        return (
            words
            + also(" số {}", number)
            + also(" lên kết quả số {}", f.get("result"))
            + also(", hồ sơ {}", f.get("dossier"))
            + also(", thay cho lần đóng số {}", f.get("first"))
        )

    return sentence


def _close_seal_day(f: Facts) -> str:
    numbers = also(", từ số {}", f.get("first")) + also(" đến số {}", f.get("last"))
    day = also(" ngày {}", when(f, "day")) + also(": {} lần đóng", f.get("count"))
    return f"Khóa sổ đóng dấu{day}{numbers}" + also("; bảng kê số {}", f.get("paper"))


SENTENCES: dict[str, Sentence] = {
    "propose_seal_agreement": says(
        "Nhập quy chế về con dấu thứ hai", _AGREEMENT, (" với {}", "body"), (", ký ngày {}", "on")
    ),
    "agree_seal_as_department": says("Sở, ngành thống nhất quy chế về con dấu thứ hai", _AGREEMENT, _SINCE),
    "agree_seal_as_centre": says("Trung tâm thống nhất quy chế về con dấu thứ hai", _AGREEMENT, _SINCE),
    "end_seal_agreement": says("Chấm dứt quy chế về con dấu thứ hai", _AGREEMENT, (" sau ngày {}", "to_on")),
    "register_seal": says(
        "Đăng ký con dấu thứ hai",
        (" của {}", "body"),
        (", số đăng ký {}", "registration"),
        (", thay cho con dấu {}", "replaces"),
    ),
    "give_seal": says("Giao con dấu", (" cho {}", "to"), ("; {}", "minutes")),
    "take_seal": says("Nhận con dấu", (" từ {}", "of")),
    "take_back_seal": says("Lấy lại con dấu đã giao mà chưa được nhận", (", người được giao là {}", "to")),
    "stamp": _impression("Đóng dấu"),
    "stamp_again": _impression("Đóng dấu lại"),
    "close_seal_day": _close_seal_day,
    "withdraw_damaged_seal": says("Thu con dấu hỏng khỏi sử dụng", (", biên bản số {}", "document")),
    "report_lost_seal": says("Báo mất con dấu, ngừng mọi việc sử dụng", (", văn bản trình báo số {}", "document")),
    "seal_result": says(
        "Đóng con dấu thứ hai",
        (" của {}", "body"),
        (" lên kết quả số {}", "result"),
        (", số {} trong sổ đóng dấu", "number"),
    ),
}
