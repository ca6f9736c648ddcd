"""Letters by e-mail: one with a picture became feedback and was answered, a robot's waits, one was passed over."""

from datetime import datetime
from email.message import EmailMessage

from motcua.domain.journal.system import System
from motcua.domain.mailbox import deciding, intake, writing
from motcua.domain.mailbox.intake import Fetched
from motcua.domain.mailbox.models import Letter, Mailbox
from motcua.domain.organisations.models import Officer

from .scanned import page_of

NGA = "Trần Thị Nga <nga.tran@example.vn>"


def let_letters_come(inspector: Officer, earlier: datetime, now: datetime) -> None:
    """By acts, as the mailbox would give them."""
    box = Mailbox.objects.create(name="phananh@example.vn/INBOX")
    sign = _letter(NGA, "Lịch tiếp dân ghi sai", "Biển ghi mở cửa thứ Bảy, tôi đến thì đóng.")
    sign.add_attachment(page_of("Ảnh biển lịch tiếp dân"), maintype="image", subtype="jpeg", filename="bien.jpg")
    item = _came(box, 1, sign, earlier).feedback
    if item is not None:
        writing.write_back(item, text="Chị cho biết biển ở cổng nào ạ?", by=inspector, at=earlier)
        _came(box, 2, _letter(NGA, f"Re: {item.code}", "Biển ở cổng phía chợ."), now)
    away = _letter("Hòm thư tự động <no-reply@example.vn>", "Tôi đang đi vắng", "Thư trả lời tự động.")
    away["Auto-Submitted"] = "auto-replied"
    _came(box, 3, away, now)
    advert = _letter("Bán hàng <ban@example.vn>", "Máy in giá tốt", "Mời mua máy in.")
    advert["Precedence"] = "bulk"
    deciding.discard_letter(_came(box, 4, advert, now), why="Thư quảng cáo", by=inspector, at=now)


def _letter(sender: str, subject: str, text: str) -> EmailMessage:
    letter = EmailMessage()
    letter["From"], letter["Subject"] = sender, subject
    letter.set_content(text)
    return letter


def _came(box: Mailbox, uid: int, letter: EmailMessage, at: datetime) -> Letter:
    raw = letter.as_bytes()
    return intake.take_letter(box, fetched=Fetched(1, uid, len(raw), raw), by=System(), at=at)
