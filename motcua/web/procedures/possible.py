"""What may be done with a procedure now, and why not the rest, as the page says it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.urls import reverse

from motcua.domain.procedures import policies
from motcua.domain.regulation.answers import YES, Answer, no

THERE_IS_A_DRAFT = no("Thủ tục đang có bản dự thảo; hãy sửa bản đó.", "5.1.b")
NO_DRAFT = no("Thủ tục không có bản dự thảo.", "5.1.b")
NOT_PUBLISHED = no("Thủ tục chưa công khai.", "4.1.b")


@dataclass(frozen=True)
class Choice:
    """An act in words, where it is done, and whether it is possible now."""

    words: str
    address: str
    answer: Answer


def on_procedure(by: Any, procedure: Any, versions: Sequence[Any], at: datetime) -> dict[str, Choice]:
    """The acts on a procedure, by name."""
    may_draft, may_publish = policies.may_draft(by, procedure.owner, at), policies.may_publish(by, at)
    draft = next((each for each in versions if each.state == "draft"), None)
    published = next((each for each in versions if each.state == "published"), None)
    answers = {
        "amend_draft": ("Sửa bản dự thảo", _both(may_draft, draft, NO_DRAFT)),
        "write_own_form": ("Soạn biểu mẫu điện tử", _both(may_draft, draft, NO_DRAFT)),
        "revise_procedure": ("Lập phiên bản mới", _both(may_draft, draft is None, THERE_IS_A_DRAFT)),
        "copy_procedure": ("Chép thành thủ tục khác", YES if versions else NO_DRAFT),
        "publish_procedure": ("Công khai", _both(may_publish, draft, NO_DRAFT)),
        "discard_draft": ("Bỏ bản dự thảo", _both(may_draft, draft, NO_DRAFT)),
        "change_owner": ("Chuyển cơ quan chủ quản", may_publish),
        "withdraw_procedure": ("Bãi bỏ", _both(may_publish, published, NOT_PUBLISHED)),
        "announce_tariff": ("Thông báo mức thu mới", policies.may_announce_tariff(by, procedure, at)),
    }
    return {
        name: Choice(words, reverse(f"procedures:{name}", args=[procedure.code]), answer)
        for name, (words, answer) in answers.items()
    }


def _both(may: Answer, there: Any, otherwise: Answer) -> Answer:
    return may if not may else (YES if there else otherwise)
