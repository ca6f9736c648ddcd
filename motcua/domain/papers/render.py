"""From facts to a finished PDF: the only module that knows the typesetter.

Every paper is PDF/A-2a and PDF/UA-1: kept for decades, and readable aloud. What people wrote is
handed over as data, never as markup, and the same facts always give the same bytes.
"""

import json
import threading
from functools import cache
from pathlib import Path
from typing import Any, cast

import typst
from django.conf import settings

import motcua

from . import codes
from .facts import Facts, to_json
from .forms import Form

FORMS = Path(__file__).parent / "forms"
FONTS = Path(motcua.__file__).parent / "web" / "vendor" / "fonts"
FAMILY = "Tinos"

UNKNOWN = "□"
# What the fonts draw: Latin with all Vietnamese letters, Greek, Cyrillic, punctuation, currency and common signs.
_DRAWN = ((0x20, 0x17F), (0x1A0, 0x1B0), (0x370, 0x3FF), (0x400, 0x45F), (0x1E00, 0x1EFF), (0x2010, 0x2027))
_SIGNS = frozenset("\n□₫€£…–—•‰′″‹›№™→≤≥≠≈−√∞½¼¾")

_of_this_thread = threading.local()


class FontsMissing(RuntimeError):
    """The official typeface is not installed: a paper in another would not be an official paper."""


def render(form: Form, facts: Facts, *, number: str = "") -> bytes:
    """The PDF of these facts on this form; `number` is the paper's own, as printed ("05/PXL").

    A letter that no font has (an emoji in a name) is printed as an empty box rather than not at all.
    """
    data = {"form": {"code": form.code, "title": form.title, "legend": form.legend}, "number": number}
    data["facts"] = to_json(facts)
    pay_code = getattr(facts, "pay_code", "")
    marks = {
        "pay": codes.qr(pay_code) if pay_code else "",
        "qr": codes.qr(facts.letterhead.lookup_address) if facts.letterhead.lookup_address else "",
        "rate": codes.qr(facts.letterhead.rating_address) if facts.letterhead.rating_address else "",
        "training": "1" if settings.TRAINING else "",
        "barcode": codes.code128(facts.letterhead.dossier_code) if facts.letterhead.dossier_code else "",
    }
    template = FORMS / form.code / "template.typ"
    try:
        return typeset(template, data, **marks)
    except typst.TypstError:
        return typeset(template, _drawable(data), **marks)


def fonts_folder() -> Path:
    """Where the official typeface was installed."""
    return FONTS


def typeset(template: Path, data: Any, **marks: str) -> bytes:
    """The PDF/A-2a of one template with this data; raises `typst.TypstError` where the fonts lack a letter."""
    inputs = {"data": json.dumps(data, ensure_ascii=False), **marks}
    pdf = _compiler().compile(str(template), format="pdf", sys_inputs=inputs, pdf_standards=["a-2a", "ua-1"])
    return cast(bytes, pdf)


def _compiler() -> typst.Compiler:
    """The compiler of this thread: one can not be shared."""
    if not hasattr(_of_this_thread, "compiler"):
        _of_this_thread.compiler = typst.Compiler(root=str(FORMS.parent), font_paths=_fonts())
    return _of_this_thread.compiler


@cache
def _fonts() -> typst.Fonts:
    """The official typeface, and the typesetter's own for what it lacks; never those of the machine."""
    fonts = typst.Fonts(include_system_fonts=False, include_embedded_fonts=True, font_paths=[str(fonts_folder())])
    if FAMILY not in fonts.families():
        raise FontsMissing(f"Chưa cài phông chữ {FAMILY} (thư mục {fonts_folder()}): hãy chạy lại `make run`.")
    return fonts


def _drawable(data: Any) -> Any:
    """The same data with every letter the fonts lack replaced."""
    if isinstance(data, str):
        return "".join(each if is_drawn(each) else UNKNOWN for each in data)
    if isinstance(data, list):
        return [_drawable(each) for each in data]
    if isinstance(data, dict):
        return {name: _drawable(value) for name, value in data.items()}
    return data


def is_drawn(letter: str) -> bool:
    """Whether a typeface that is always there surely has this letter."""
    return letter in _SIGNS or any(first <= ord(letter) <= last for first, last in _DRAWN)
