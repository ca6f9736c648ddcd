"""Procedures, their processes, authorisations and special arrangements."""

from motcua.domain.procedures.arrangement_terms import ArrangementKind

from .writing import Facts, Sentence, also, says, when

_ARRANGEMENTS = dict(ArrangementKind.choices)


def _arrangement(words: str) -> Sentence:
    rest = says("", (", theo {}", "document"), (", từ ngày {}", "from_on"), (" đến hết ngày {}", "to_on"))
    return lambda f: words + also(" “{}”", _ARRANGEMENTS.get(f.get("kind", ""))) + rest(f)


_VERSION = (", phiên bản {}", "version")
_PROCESS = (", phiên bản {}", "process")
_POWERS = {"appraise": "thẩm định", "approve": "ký phê duyệt"}


def _named_for(words: str) -> Sentence:
    rest = says("", (" theo quyết định {}", "decision"), (" từ ngày {}", "from_on"), (" đến hết ngày {}", "to_on"))
    return lambda f: words + also(" {}", f.get("name")) + also(" {}", _POWERS.get(f.get("power", ""))) + rest(f)


def _announce_tariff(f: Facts) -> str:
    since = also(", áp dụng từ ngày {}", when(f, "valid_from"))
    return f"Công bố mức thu ({len(f.get('lines') or [])} khoản)" + also(" theo {}", f.get("document")) + since


def _imported(words: str) -> Sentence:
    return says(words, (" từ tệp {}", "file"), (": {} thủ tục", "taken"))


def _agreed(side: str) -> Sentence:
    return says(
        f"{side} thống nhất quy trình",
        _PROCESS,
        ("; vẫn thống nhất khi còn {} ý kiến chưa giải quyết", "open_comments"),
    )


def _tried(f: Facts) -> str:
    failed = ", ".join(f"“{name}”" for name in f.get("failed") or [])
    tried = also(" {} tình huống", f.get("tried"))
    return f"Chạy thử quy trình{also(', phiên bản {}', f.get('process'))}:{tried}" + (
        f", chưa đạt: {failed}" if failed else ", đạt tất cả"
    )


def _commented(words: str) -> Sentence:
    sides = {"department": "Sở, ngành", "centre": "Trung tâm"}
    rest = says("", (" “{}”", "step"), _PROCESS)
    return lambda f: f"{sides.get(f.get('side', ''), 'Một bên')} {words}{rest(f)}"


SENTENCES: dict[str, Sentence] = {
    "draft_procedure": says("Soạn thủ tục", (" “{}”", "name")),
    "copy_procedure": says("Chép nội dung từ thủ tục", (" {}", "of"), _VERSION),
    "revise_procedure": says("Bắt đầu sửa thủ tục", _VERSION),
    "amend_draft": says("Sửa bản dự thảo", _VERSION),
    "write_own_form": says("Soạn biểu mẫu điện tử", _VERSION, (": {} mục", "questions")),
    "publish_procedure": says("Công khai thủ tục", _VERSION, (", áp dụng từ ngày {}", "valid_from")),
    "withdraw_procedure": says(
        "Bãi bỏ thủ tục", _VERSION, (" sau ngày {}", "valid_to"), (", theo quyết định {}", "decision")
    ),
    "discard_draft": says("Bỏ bản dự thảo thủ tục", (" “{}”", "name"), _VERSION),
    "change_owner": says(
        "Chuyển thủ tục", (" từ {}", "was_name"), (" sang {}", "owner_name"), (", theo quyết định {}", "decision")
    ),
    "announce_tariff": _announce_tariff,
    "draft_process": says("Soạn quy trình nội bộ", _PROCESS),
    "amend_process": says("Sửa quy trình nội bộ", _PROCESS),
    "discard_process": says("Bỏ dự thảo quy trình nội bộ", _PROCESS),
    "agree_as_department": _agreed("Sở, ngành"),
    "agree_as_centre": _agreed("Trung tâm"),
    "comment_on_step": _commented("góp ý về bước"),
    "answer_comment": _commented("trả lời ý kiến về bước"),
    "write_trial": says("Thêm tình huống thử", (" “{}”", "name"), _PROCESS),
    "amend_trial": says("Sửa tình huống thử", (" “{}”", "name"), _PROCESS),
    "remove_trial": says("Bỏ tình huống thử", (" “{}”", "name"), _PROCESS),
    "run_trials": _tried,
    "replay_last_year": says("Chạy lại hồ sơ 12 tháng qua với dự thảo", _PROCESS, (": {} hồ sơ", "dossiers")),
    "settle_comment": _commented("xác nhận đã giải quyết xong ý kiến về bước"),
    "approve_process": says(
        "Phê duyệt quy trình", _PROCESS, (", theo quyết định {}", "decision"), (" ngày {}", "decided_on")
    ),
    "put_process_in_force": says("Đưa quy trình vào áp dụng", _PROCESS, (", từ ngày {}", "valid_from")),
    "authorise": _named_for("Phân công, ủy quyền cho"),
    "authorise_many": _named_for("Phân công, ủy quyền cho"),
    "end_authorisation": _named_for("Kết thúc phân công, ủy quyền của"),
    "name_promoter": says(
        "Cử người khuyến khích nộp trực tuyến, bưu chính",
        (" {}", "name"),
        (": {}", "task"),
        (", từ ngày {}", "from_on"),
        (" đến hết ngày {}", "to_on"),
    ),
    "end_promoting": says(
        "Kết thúc việc khuyến khích nộp trực tuyến, bưu chính của", (" {}", "name"), (" sau ngày {}", "to_on")
    ),
    "set_target": says(
        "Ghi chỉ tiêu nộp trực tuyến, bưu chính",
        (" của {}", "name"),
        (": trực tuyến {} %", "online"),
        (", bưu chính {} %", "postal"),
        (", theo {}", "document"),
        (", từ ngày {}", "from_on"),
    ),
    "import_procedures": _imported("Nhập danh mục thủ tục"),
    "import_process": _imported("Nhập quy trình"),
    "propose_arrangement": _arrangement("Đề nghị thỏa thuận đặc thù"),
    "agree_arrangement": _arrangement("Trung tâm thống nhất thỏa thuận đặc thù"),
    "end_arrangement": _arrangement("Chấm dứt thỏa thuận đặc thù"),
}
