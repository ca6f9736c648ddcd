"""Small pictures of papers for the demo: a page with the name of the paper, marked as a sample."""

import io
import textwrap
import wave
from datetime import datetime
from functools import cache

from PIL import Image, ImageDraw, ImageFont

from motcua.domain.dossiers.applicants import Applicant
from motcua.domain.organisations.models import Officer
from motcua.domain.papers import scans
from motcua.domain.papers.render import fonts_folder
from motcua.domain.papers.uploads import Upload

PAGE = (620, 877)  # A4 at 75 points an inch
MARGIN = 60


def scan(name: str, applicant: Applicant, *, draft: str, by: Officer, at: datetime) -> int:
    """Take in a picture of this paper of the applicant, and give its number."""
    upload = Upload(f"{name[:60]}.jpg", picture(name, applicant))
    return scans.take_in(upload, about=draft, component=scans.Component(label=name), by=by, at=at).pk


def picture(name: str, applicant: Applicant) -> bytes:
    """A page that says which paper it stands for and whose it is."""
    return page_of(name, f"Của: {applicant.name}", f"Số: {applicant.identity_number}")


def page_of(name: str, *said: str) -> bytes:
    """A page with the name of a paper and what is said below it."""
    page = Image.new("L", PAGE, 250)
    draw = ImageDraw.Draw(page)
    draw.rectangle((20, 20, PAGE[0] - 20, PAGE[1] - 20), outline=120)
    draw.text((PAGE[0] - MARGIN, 40), "MẪU", font=_font("700Bold", 22), fill=60, anchor="ra")
    draw.multiline_text((MARGIN, 110), textwrap.fill(name, 36), font=_font("700Bold", 26), fill=20, spacing=10)
    for number, line in enumerate(said):
        draw.text((MARGIN, 360 + 40 * number), line, font=_font("400Regular", 22), fill=40)
    for height in range(460, 780, 34):
        draw.line((MARGIN, height, PAGE[0] - MARGIN, height), fill=190)
    kept = io.BytesIO()
    page.save(kept, "JPEG", quality=70)
    return kept.getvalue()


def spoken(seconds: int = 2) -> bytes:
    """A recording that stands for a call: a low tone, as telephones record."""
    kept = io.BytesIO()
    with wave.open(kept, "wb") as sound:
        sound.setnchannels(1)
        sound.setsampwidth(1)
        sound.setframerate(8000)
        sound.writeframes(bytes(128 + (20 if number // 20 % 2 else -20) for number in range(8000 * seconds)))
    return kept.getvalue()


@cache
def _font(cut: str, size: int) -> ImageFont.FreeTypeFont:
    return ImageFont.truetype(fonts_folder() / f"Tinos_{cut}.ttf", size)
