"""What hangs on a body that shall end, in sentences for the one who ends it."""

from datetime import date
from typing import Any

from motcua.domain.dossiers.overviews import lists
from motcua.domain.organisations import queries
from motcua.domain.procedures.queries import in_force_of


def consequences(office: Any, day: date) -> tuple[str, ...]:
    """What still belongs to the body that day: postings, parts, procedures and dossiers."""
    posted = len(queries.posted_in(office, day))
    parts = sum(each.exists_on(day) for each in queries.parts_of(office))
    running = lists.running_at(office)
    found = (
        (posted, "{} cán bộ còn được phân công ở đây; phân công của họ không tự kết thúc."),
        (parts, "{} cơ quan trực thuộc còn hoạt động."),
        (in_force_of(office, day), "{} thủ tục của cơ quan còn hiệu lực; hãy bãi bỏ hoặc giao cho cơ quan khác."),
        (running, "{} hồ sơ đang được giải quyết hoặc chờ trả; phải có cơ quan làm tiếp."),
    )
    return tuple(sentence.format(number) for number, sentence in found if str(number) != "0")
