"""Paper from hand to hand."""

from .writing import Facts, Sentence, also, when

_WAYS_OF_PAPER = {"out": "hồ sơ giấy giao", "back": "kết quả nhận từ"}


def _handing(words: str) -> Sentence:
    def sentence(f: Facts) -> str:
        way = also(" {}", _WAYS_OF_PAPER.get(f.get("direction", ""))) + also(" {}", f.get("body"))
        number = f"; {f['count']} hồ sơ" if f.get("count") else ""
        missing = also("; thiếu {}", ", ".join(f.get("missing") or []))
        more = also("; ngoài danh sách {}", ", ".join(f.get("unexpected") or []))
        return words + way + also(", lượt {}", when(f, "hour_at")) + number + missing + more

    return sentence


def _take_papers(f: Facts) -> str:
    back = f.get("direction") == "back"
    body = also(" từ {}" if back else " tại {}", f.get("body"))
    unexpected = ", không có trong danh sách" if f.get("unexpected") else ""
    return (
        f"Nhận bản giấy{' của kết quả' if back else ''}{body}"
        + also(" theo danh sách số {}", f.get("paper"))
        + unexpected
    )


def _put_on_list(f: Facts) -> str:
    return (
        "Quét giao bản giấy"
        + also(" hồ sơ {}", f.get("code"))
        + (", thêm vào danh sách" if f.get("unexpected") else "")
    )


SENTENCES: dict[str, Sentence] = {
    "draw_up_list": _handing("Lập danh sách bàn giao"),
    "put_on_list": _put_on_list,
    "give_list": _handing("Ký giao danh sách bàn giao"),
    "take_papers": _take_papers,
    "take_list": _handing("Ký nhận danh sách bàn giao"),
}
