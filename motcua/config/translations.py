"""The English of the public pages: kept as text that people can edit, compiled where the program starts.

What is compiled lies with the data, not in the source: it can not be older than the text, and is in no commit.
"""

from pathlib import Path
from tempfile import NamedTemporaryFile

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from django.conf import settings

LANGUAGE, DOMAIN = "en", "django"
PLACE = f"{LANGUAGE}/LC_MESSAGES/{DOMAIN}"
TEXT = Path(__file__).parent.parent / "locale" / f"{PLACE}.po"


def compile_text() -> None:
    """Make of the text what the program reads; two that start at once leave one whole file."""
    made = Path(settings.LOCALE_PATHS[0]) / f"{PLACE}.mo"
    made.parent.mkdir(parents=True, exist_ok=True)
    with TEXT.open("rb") as source, NamedTemporaryFile(dir=made.parent, delete=False) as target:
        write_mo(target, read_po(source, locale=LANGUAGE, domain=DOMAIN))
    Path(target.name).replace(made)
