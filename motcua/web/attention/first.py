"""What stands first on a desk: each line says how many, and opens the list."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.urls import reverse

from motcua.domain.dossiers.overviews.attention import attention
from motcua.domain.filing import watching
from motcua.domain.organisations.roles import Role
from motcua.domain.questions.policies import ANSWERS, may_watch
from motcua.domain.questions.queries import how_many_overdue, how_many_wait
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
    by, at = request.officer, request.at
    counts = attention(by, at)
    if counts.alerts.number:
        yield First(f"Hồ sơ đứng yên: {counts.alerts} hồ sơ", reverse("attention:alerts"))
    if watching.is_over_a_one_stop(by, at) and (late := watching.how_many_overdue(by, at)).number:
        yield First(f"Hồ sơ nộp trực tuyến quá hạn trả lời: {late} hồ sơ", reverse("centre:online"))
    lines = (
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
    by, at = request.officer, request.at
    if may_watch(by, at) and (everywhere := how_many_overdue(by, at)).number:
        yield First(f"Câu hỏi của người dân quá hạn ở các cơ quan: {everywhere} câu", reverse("questions:province"))
    if not by.roles_at(at) & {*ANSWERS}:
        return
    waits, overdue = how_many_wait(by, at)
    if waits.number:
        late = f", {overdue} đã quá hạn" if overdue.number else ""
        yield First(f"Câu hỏi của người dân chờ trả lời: {waits} câu{late}", reverse("questions:work"))
