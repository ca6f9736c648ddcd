"""English for the pages of the public: our own words are translated, what offices wrote stays Vietnamese and is marked.

Only addresses below /en/ are English; officials' pages have none, so they are always Vietnamese.
"""

import re
from datetime import date, datetime
from decimal import Decimal

from django.urls import translate_url
from django.utils.translation import get_language, gettext, ngettext
from markupsafe import Markup

from motcua.domain.vietnamese.dates import local_day, show_date, show_time
from motcua.domain.vietnamese.dates import weekday as vietnamese_weekday
from motcua.domain.vietnamese.money import show_money, show_number, show_size

from .passed_on import retold

VIETNAMESE, ENGLISH = "vi", "en"
MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
)  # fmt: skip
# No English word has one of these letters.
IN_VIETNAMESE = re.compile("[ăâđêôơưàáảãạằắẳẵặầấẩẫậèéẻẽẹềếểễệìíỉĩịòóỏõọồốổỗộờớởỡợùúủũụừứửữựỳýỷỹỵ]", re.IGNORECASE)
_WITH_NUMBER = re.compile(r"([0-9.,]+) (.+)")


def translated(words: str) -> str:
    """One of our fixed words in the language of the page: a label, a state, or a number with its unit."""
    said = gettext(words) if words else ""
    found = _WITH_NUMBER.fullmatch(words)
    if said != words or found is None:
        return said
    return f"{found[1]} {ngettext(found[2], found[2], 1 if found[1] == '1' else 2)}"


def counted(words: str, number: int) -> str:
    """Words with a %(number)s in them: Vietnamese has one form for one and for many, English has two."""
    return ngettext(words, words, number) % {"number": number}


def vietnamese() -> Markup:
    """The mark of what stays Vietnamese on a page in another language; nothing on a Vietnamese one."""
    return Markup("") if _is_vietnamese() else Markup(' lang="vi"')


def marked(text: str) -> str | Markup:
    """What an office wrote, inside a sentence of ours: marked on a page in another language."""
    return text if _is_vietnamese() else Markup('<span lang="vi">{}</span>').format(text)


def passed_on(sentence: str) -> str | Markup:
    """A sentence of the domain, in English where it is known; one that is not known stays Vietnamese and is marked."""
    sentence = str(sentence)  # what forms say of themselves may not be worded yet
    if _is_vietnamese():
        return sentence
    return retold(sentence, passed_on) or (marked(sentence) if IN_VIETNAMESE.search(sentence) else sentence)


def in_other_language(address: str) -> tuple[str, str]:
    """The other language of a page of the public, and the same page there; an empty address where there is none."""
    other = ENGLISH if _is_vietnamese() else VIETNAMESE
    there = translate_url(address, other)
    return other, there if there != address else ""


def day(on: date | datetime) -> str:
    """04/12/2026; 4 December 2026."""
    if _is_vietnamese():
        return show_date(on)
    here = local_day(on)
    return f"{here.day} {MONTHS[here.month - 1]} {here.year}"


def month(on: date) -> str:
    """12/2026; December 2026."""
    return f"{on.month:02}/{on.year}" if _is_vietnamese() else f"{MONTHS[on.month - 1]} {on.year}"


def weekday(on: date | datetime) -> str:
    """Thứ Sáu, 04/12/2026; Friday, 4 December 2026."""
    return f"{gettext(vietnamese_weekday(on))}, {day(on)}"


def moment(at: datetime) -> str:
    """16:30 ngày 05/12/2026; 16:30 on 5 December 2026."""
    return gettext("{time} ngày {day}").format(time=show_time(at), day=day(at))


def number(value: int | float | Decimal) -> str:
    """1.234,5; 1,234.5."""
    return show_number(value) if _is_vietnamese() else f"{value:,}"


def money(dong: int) -> str:
    """150.000 ₫; 150,000 ₫."""
    return show_money(dong) if _is_vietnamese() else f"{dong:,} ₫"


def size(of: int) -> str:
    """1,2 MB; 1.2 MB."""
    return show_size(of) if _is_vietnamese() else show_size(of).translate(str.maketrans(",.", ".,"))


def _is_vietnamese() -> bool:
    return get_language() != ENGLISH
