"""What stands first on a desk: each line says how many, and opens the list."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.urls import reverse

from motcua.domain.dossiers.overviews.attention import attention
from motcua.domain.organisations.roles import Role
from motcua.domain.questions.policies import ANSWERS
from motcua.domain.questions.queries import how_many_wait
from motcua.web.components.entrance import OfficialRequest

SIGNS_OR_WATCHES = (Role.HEAD, Role.APPROVE, Role.WATCH)
CONCERNED = (
    Role.RECEIVE, Role.RETURN, Role.ASSIGN, Role.APPRAISE, Role.APPROVE, Role.CLERK, Role.HEAD, Role.WATCH,
)  # fmt: skip


@dataclass(frozen=True)
class First:
    """One line: the words, and where they lead."""

    words: str
    address: str


def first(request: OfficialRequest) -> list[First]:
    """What this official has to know before the work of the day; nothing where nothing is."""
    return list(_lines(request))


def _lines(request: OfficialRequest) -> Iterator[First]:
    counts = attention(request.officer, request.at)
    lines = (
        (counts.alerts, "Hồ sơ đứng yên: {} hồ sơ", "attention:alerts"),
        (counts.to_sign, "Cần xin lỗi và hẹn lại: {} hồ sơ", "attention:apologies"),
        (counts.foreseen, "Dự báo trễ hẹn, cơ quan cần xin lỗi: {} hồ sơ", "attention:apologies"),
        (counts.to_answer, "Trung tâm hỏi tiến độ, chờ trả lời: {} hồ sơ", "attention:asked"),
        (counts.unanswered, "Đã hỏi tiến độ, quá hạn trả lời: {} hồ sơ", "attention:asked"),
        (counts.lists, "Danh sách bàn giao chưa ký xong: {}", "handing:lists"),
    )
    for count, words, name in lines:
        if count.number:
            yield First(words.format(count), reverse(name))
    yield from _questions(request)


def _questions(request: OfficialRequest) -> Iterator[First]:
    if not request.officer.roles_at(request.at) & {*ANSWERS}:
        return
    waits, overdue = how_many_wait(request.officer, request.at)
    if waits.number:
        late = f", {overdue} đã quá hạn" if overdue.number else ""
        yield First(f"Câu hỏi của người dân chờ trả lời: {waits} câu{late}", reverse("questions:work"))
