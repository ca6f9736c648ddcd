"""Letters in Word: an office's own template is checked before it is kept, and filled in from the facts of a paper.

A template can say what it likes, but not do anything: no macro, nothing fetched from elsewhere, and what stands between
the braces runs in Jinja's sandbox, where a name that nobody gave is an error.
"""

import io
import zipfile
from collections.abc import Mapping
from datetime import datetime
from typing import Any

from docxtpl import DocxTemplate
from jinja2 import StrictUndefined, TemplateError
from jinja2.sandbox import SandboxedEnvironment

from motcua.domain.regulation.answers import Refused
from motcua.domain.vietnamese.dates import show_date, show_moment

MOST_BYTES, MOST_UNPACKED, MOST_PARTS = 5 * 1024 * 1024, 40 * 1024 * 1024, 500
KINDS = {
    "apology": "Phiếu xin lỗi và hẹn lại",
    "supplement_request": "Phiếu yêu cầu bổ sung",
    "refusal": "Phiếu từ chối tiếp nhận, trả hồ sơ",
    "consultation": "Văn bản xin ý kiến",
}
# What may stand between the braces, and what a template is tried with.
SAMPLE: dict[str, Any] = {
    "so": "05/PXL",
    "ngay": "27/05/2024",
    "co_quan": "Sở Kế hoạch và Đầu tư",
    "ma_ho_so": "000.00.00.H49-240527-0001",
    "thu_tuc": "Đăng ký thành lập doanh nghiệp tư nhân",
    "nguoi_nhan": "Nguyễn Văn An",
    "dia_chi": "Tổ 5, khu 3, phường Hồng Hải",
    "ly_do": ["Chờ kết quả xác minh."],
    "da_hen": "17:00 ngày 30/05/2024",
    "hen_moi": "17:00 ngày 06/06/2024",
    "nguoi_ky": "Phạm Văn Minh",
    "chuc_vu": ["KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC"],
}


class BadTemplate(Refused):
    """A file that is no template, or one that would do more than say something."""

    clause = "5.1.e-3"


def check(data: bytes) -> None:
    """Refuse what is no plain Word document, carries macros, fetches something, or asks for unknown facts."""
    plain(data)
    unknown = sorted(_names(data) - SAMPLE.keys())
    if unknown:
        known = ", ".join(SAMPLE)
        raise BadTemplate(f"Mẫu có chỗ điền không rõ: {', '.join(unknown)}. Các chỗ điền dùng được: {known}.")
    merge(data, SAMPLE)


def merge(data: bytes, words: Mapping[str, Any]) -> bytes:
    """The Word document with these words in their places."""
    document, made = DocxTemplate(io.BytesIO(data)), io.BytesIO()
    try:
        document.render(dict(words), jinja_env=_sandbox(), autoescape=True)
        document.save(made)
    except (TemplateError, TypeError, ValueError, ArithmeticError, AttributeError) as fault:
        raise BadTemplate(f"Không điền được mẫu: {fault}.") from None
    return made.getvalue()


def words_of(number: str, facts: Mapping[str, Any], issued_at: datetime) -> dict[str, Any]:
    """The facts of a paper as the words that a template knows; what a kind of letter has not, is empty."""
    head, party, signer = facts.get("letterhead") or {}, facts.get("party") or {}, facts.get("signer") or {}
    reasons = facts.get("reasons") or [facts.get("reason") or facts.get("question") or ""]
    return {
        "so": number,
        "ngay": show_date(issued_at),
        "co_quan": str(head.get("office", "")).replace("\n", " "),
        "ma_ho_so": head.get("dossier_code", ""),
        "thu_tuc": facts.get("procedure") or facts.get("request") or "",
        "nguoi_nhan": party.get("name", "") if isinstance(party, dict) else str(party),
        "dia_chi": party.get("address", "") if isinstance(party, dict) else "",
        "ly_do": [str(each) for each in reasons],
        "da_hen": _moment(facts.get("due_at")),
        "hen_moi": _moment(facts.get("new_due_at")),
        "nguoi_ky": signer.get("name", ""),
        "chuc_vu": list(signer.get("titles") or signer.get("title") or []),
    }


def _moment(text: str | None) -> str:
    return show_moment(datetime.fromisoformat(text)) if text else ""


def plain(data: bytes) -> None:
    """Refuse what is no Word document, carries macros or fetches something, before anything reads it."""
    if len(data) > MOST_BYTES:
        raise BadTemplate("Tệp Word quá 5 MB.")
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            parts = package.infolist()
            if len(parts) > MOST_PARTS or sum(each.file_size for each in parts) > MOST_UNPACKED:
                raise BadTemplate("Tệp Word quá lớn khi mở ra.")
            names = {each.filename for each in parts}
            if "word/document.xml" not in names or "[Content_Types].xml" not in names:
                raise BadTemplate("Tệp này không phải là văn bản Word (.docx).")
            whole = b"".join(package.read(n) for n in names if n.endswith((".rels", "[Content_Types].xml")))
    except (zipfile.BadZipFile, RuntimeError, NotImplementedError, EOFError):
        raise BadTemplate("Tệp này không phải là văn bản Word (.docx).") from None
    if any("vbaProject" in name or "activeX" in name for name in names) or b"macroEnabled" in whole:
        raise BadTemplate("Tệp có macro: hãy lưu lại thành .docx không có macro.")
    if any(mark in whole for mark in (b"/attachedTemplate", b"/oleObject", b"/frame", b"/subDocument")):
        raise BadTemplate("Tệp gọi tới tệp khác (đối tượng nhúng, mẫu đính kèm): hãy bỏ đi rồi nộp lại.")


def _names(data: bytes) -> set[str]:
    try:
        return set(DocxTemplate(io.BytesIO(data)).get_undeclared_template_variables(jinja_env=_sandbox()))
    except TemplateError as fault:
        raise BadTemplate(f"Chỗ điền trong mẫu viết sai: {fault}.") from None


def _sandbox() -> SandboxedEnvironment:
    return SandboxedEnvironment(undefined=StrictUndefined, autoescape=True)
