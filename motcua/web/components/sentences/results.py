"""Results: recorded, signed, sealed, amended; brought to the Centre and into the right hands."""

from .writing import Facts, Sentence, also, how_late, says

_RESULT = ((" số {}", "number"), (" ngày {}", "on"), (", có giá trị đến hết ngày {}", "valid_to"))
_PROOFS = {
    "signature": "ký nhận trên màn hình",
    "photo": "có ảnh chụp lúc nhận",
    "slip": "có giấy biên nhận đã ký",
    "post": "bưu chính công ích báo phát",
}


def _hand_over(f: Facts) -> str:
    what = "hồ sơ không đủ điều kiện" if f.get("outcome") == "rejected" else "kết quả"
    return f"Bàn giao {what} cho Trung tâm" + also(" từ {}", f.get("body")) + how_late(f)


def _deliver(f: Facts) -> str:
    sent = also(", nhận thay người nộp hồ sơ theo {}", f.get("authority")) if f.get("for_applicant") else ""
    return "Trả kết quả" + also(" cho {}", f.get("to")) + sent + also("; {}", _PROOFS.get(f.get("how", "")))


def _attach_result(f: Facts) -> str:
    signed = also(", có chữ ký số của {}", ", ".join(f.get("signers") or []))
    return "Đưa tệp kết quả" + also(" số {}", f.get("number")) + " vào sổ" + signed


SENTENCES: dict[str, Sentence] = {
    "record_result": says("Ghi nhận kết quả", *_RESULT),
    "add_result": says("Ghi nhận thêm kết quả", *_RESULT),
    "attach_result": _attach_result,
    "draw_up_result": says("Soạn kết quả điện tử", (" số {}", "number"), (" để {} ký số", "signer")),
    "sign_result": says("Ký số kết quả", (" số {}", "number"), (" bằng chứng thư số của {}", "signer")),
    "seal_electronically": says("Ký số của cơ quan lên kết quả", (" số {}", "number"), (", chứng thư {}", "signer")),
    "amend_result": lambda f: "Thay kết quả" + also(" số {}", f.get("amends")) + says(" bằng kết quả", *_RESULT)(f),
    "revoke_result": says("Thu hồi kết quả", (" số {}", "number")),
    "hand_over": _hand_over,
    "keep_uncollected": says("Lưu giữ kết quả chưa có người nhận", (" tại {}", "shelf")),
    "send_by_post": says("Gửi kết quả qua bưu chính công ích", (", số hiệu {}", "number")),
    "take_back_parcel": says("Nhận lại kết quả do bưu chính chuyển hoàn", (", số hiệu {}", "number")),
    "lose_parcel": says("Bưu chính làm mất bưu gửi", (" số hiệu {}", "number"), ("; cách khắc phục: {}", "remedy")),
    "remind": says("Kết quả chưa có người nhận", (" sau {} ngày", "days")),
    "note_call": says("Liên hệ người nộp hồ sơ đến nhận kết quả", (": {}", "outcome")),
    "deliver": _deliver,
    "deliver_together": says("Trả cùng lúc kết quả của nhiều hồ sơ"),
}
