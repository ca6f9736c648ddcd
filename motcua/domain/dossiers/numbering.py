"""The dossier code: agency, day, running number (Thông tư 01/2018 Điều 19); no two alike under any concurrency."""

from datetime import date

from django.conf import settings

from motcua.domain.statements import send

_NEXT = """
    insert into dossiers_daycounter as counter (identifier, day, last) values (%s, %s, 1)
    on conflict (identifier, day) do update set last = counter.last + 1
    returning last
"""


def next_code(identifier: str, day: date) -> str:
    """The next code of the agency on that day, such as `000.00.00.H49-190424-0001`; widens after 9,999.

    The counter's row stays locked until the transaction ends, so a number is given only when it is used. The codes of
    a training copy end in `-TH`.
    """
    ((number,),) = send(_NEXT, [identifier, day])
    return f"{identifier}-{day:%y%m%d}-{number:04d}{settings.CODE_SUFFIX}"
