"""Letters of one department worded in Word in the demo: its own templates, and one letter that came back."""

from typing import Any

from motcua.domain.dossiers import letters
from motcua.domain.dossiers.models import Dossier
from motcua.domain.papers.models import Paper
from motcua.domain.papers.uploads import Upload

from .blank_forms import word_page
from .lives import FIRST
from .timeline import Timeline
from .world import World

HEAD = ("{{ co_quan }}", "Số: {{ so }}", "Quảng Ninh, ngày {{ ngay }}")
BODY = "Kính gửi: {{ nguoi_nhan }}, {{ dia_chi }}", "Hồ sơ {{ ma_ho_so }} về việc {{ thu_tuc }}."
FOOT = ("{% for dong in chuc_vu %}{{ dong }} {% endfor %}", "{{ nguoi_ky }}")
TEMPLATES = {
    "apology": (
        "THƯ XIN LỖI VÀ HẸN LẠI NGÀY TRẢ KẾT QUẢ",
        "Chúng tôi chân thành xin lỗi vì không trả kết quả đúng hẹn lúc {{ da_hen }}: {{ ly_do[0] }}",
        "Kết quả được trả lúc {{ hen_moi }}.",
    ),
    "supplement_request": ("PHIẾU YÊU CẦU BỔ SUNG, HOÀN THIỆN HỒ SƠ", "Lý do: {{ ly_do[0] }}"),
}


def word_letters(world: World, times: Timeline) -> None:
    """The clerk enters the templates; the letter given out last was edited in Word, came back, and was read."""
    clerk, office = world.holders(FIRST, "clerk")[0], world.office(FIRST)
    for kind, (title, *said) in TEMPLATES.items():
        upload = Upload(f"{kind}.docx", word_page(*HEAD, title, *BODY, *said, *FOOT))
        letters.enter_letter_template(office, kind=kind, upload=upload, by=clerk, at=times.processes_from)
    paper = Paper.objects.filter(office_code=FIRST, form_code__in=TEMPLATES).order_by("id").last()
    if paper is not None:
        dossier = Dossier.objects.get(pk=paper.about.removeprefix("dossier/"))
        signs: dict[str, Any] = {"paper": paper, "by": clerk, "at": times.at_work}
        edited = Upload("thu.docx", letters.filled_in(paper, by=clerk, at=times.at_work))
        made = letters.return_signed_letter(dossier, upload=edited, **signs)
        letters.confirm_letter(dossier, seen=made.sha256, **signs)
