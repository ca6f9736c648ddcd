"""What the web server calls."""

import gc
import os
from collections.abc import Iterable
from typing import Any

from django.core.wsgi import get_wsgi_application

from motcua.config import training

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "motcua.config.settings")
if address := os.environ.get("DATABASE_URL"):
    training.check(address)
_django = get_wsgi_application()


def application(environ: dict[str, Any], start_response: Any) -> Iterable[bytes]:
    """Django's answer; a page as one list, which the server sends at once instead of asking for it piece by piece."""
    answer: Any = _django(environ, start_response)
    if answer.streaming:
        return answer
    page = [answer.content]
    answer.close()
    return page


# What was loaded by now stays for the life of the process: the collector need not walk through it again and again.
gc.collect()
gc.freeze()
gc.set_threshold(20_000, 20, 20)
