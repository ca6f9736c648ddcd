"""What people are told, by which way, and what they want."""

from motcua.domain.messages.terms import Way

from .writing import Facts, Sentence, also, says


def _ways(f: Facts) -> str:
    if "ways" not in f:
        return "Chọn kênh nhận tin"
    named = ", ".join(Way(way).label for way in f["ways"])
    return f"Chọn nhận tin qua {named}" if named else "Chọn không nhận tin qua kênh nào"


def _consent(words: str) -> Sentence:
    def sentence(f: Facts) -> str:
        return words + (f" qua {Way(f['way']).label}" if f.get("way") else "") + also("; {}", f.get("how"))

    return sentence


SENTENCES: dict[str, Sentence] = {
    "choose_channels": _ways,
    "give_consent": _consent("Đồng ý nhận tin"),
    "withdraw_consent": _consent("Không đồng ý nhận tin nữa"),
    "send_again": says(
        "Gửi lại tin đã thôi gửi", (" về {}", "dossier"), (", kênh {}", "way"), ("; trước đó: {}", "why")
    ),
}
