"""How the index is written: names of the nine, what stands behind each, rows of a table."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from django.utils.translation import gettext, gettext_noop

from motcua.domain.quality.queries import Score, Standing
from motcua.domain.quality.rules import OF_DOSSIERS, OF_OFFICIALS, Index

NAMES = {
    Index.TIME: gettext_noop("Tổng thời gian giải quyết"),
    Index.OWN_TIME: gettext_noop("Thời gian của từng cơ quan"),
    Index.CONTACTS: gettext_noop("Số lần phải liên hệ để hoàn thiện hồ sơ"),
    Index.BODIES: gettext_noop("Số nơi phải liên hệ để hoàn thiện hồ sơ"),
    Index.AT_THE_ONE_STOP: gettext_noop("Tiếp nhận, giải quyết, trả kết quả tại Bộ phận Một cửa"),
    Index.PUBLICATION: gettext_noop("Công khai thủ tục hành chính"),
    Index.ATTITUDE: gettext_noop("Thái độ phục vụ"),
    Index.FEEDBACK: gettext_noop("Trả lời phản ánh, kiến nghị"),
    Index.ONLINE: gettext_noop("Dịch vụ công trực tuyến"),
}
SHORT = {
    Index.TIME: gettext_noop("Tổng thời gian"),
    Index.OWN_TIME: gettext_noop("Từng cơ quan"),
    Index.CONTACTS: gettext_noop("Số lần liên hệ"),
    Index.BODIES: gettext_noop("Số nơi liên hệ"),
    Index.AT_THE_ONE_STOP: gettext_noop("Tại một cửa"),
    Index.PUBLICATION: gettext_noop("Công khai"),
    Index.ATTITUDE: gettext_noop("Thái độ"),
    Index.FEEDBACK: gettext_noop("Phản ánh"),
    Index.ONLINE: gettext_noop("Trực tuyến"),
}
GRADES = (
    gettext_noop("xuất sắc"), gettext_noop("tốt"), gettext_noop("khá"), gettext_noop("trung bình"), gettext_noop("yếu"),
    gettext_noop("chưa xếp loại"),
)  # fmt: skip
GOOD, BAD = ("xuất sắc", "tốt", "hoàn thành 100% nhiệm vụ"), ("yếu", "hoàn thành dưới 70% nhiệm vụ")
FILE = ("Cơ quan", *(f"Chỉ số {each.value}" for each in Index), "Tổng điểm", "Quy về đủ chỉ số", "Xếp loại")
OF_OFFICIAL = 10
OF_BODY = 18


@dataclass(frozen=True)
class Line:
    """One index of a body or an official, in words."""

    index: Index
    name: str
    score: Score | None
    behind: str
    has_dossiers: bool


def names(indices: Iterable[Index] = tuple(Index)) -> list[tuple[int, str, str]]:
    """The number, the name and the short name of each index, in the language of the page."""
    return [(each.value, gettext(NAMES[each]), gettext(SHORT[each])) for each in indices]


def lines(standing: Standing) -> list[Line]:
    """Every index of a body, or those of officials."""
    wanted = OF_OFFICIALS if standing.officer else tuple(Index)
    found = []
    for each in wanted:
        score = standing.scores.get(each)
        found.append(Line(each, NAMES[each], score, behind(score) if score else "", each in OF_DOSSIERS))
    return found


def behind(score: Score) -> str:
    """The counts behind the points of a whole body, as a sentence; nothing for an index of dossiers."""
    words = _BEHIND.get(score.index)
    return words.format(**score.counts) if words and score.counts else ""


def word(grade: str) -> str:
    """A grade in the language of the page."""
    return gettext(grade)


def kind_of(grade: str) -> str:
    """In which colour a grade is shown."""
    return "good" if grade in GOOD else ("bad" if grade in BAD else "")


def table(standings: Iterable[Standing]) -> Iterator[tuple[object, ...]]:
    """The rows of the file."""
    for each in standings:
        scores = [each.scores.get(index) for index in Index]
        values = ["" if score is None else _decimal(score.value) for score in scores]
        yield each.office.name, *values, _decimal(each.total.points), _decimal(each.total.read_as), each.grade


def _decimal(number: object) -> str:
    return str(number).replace(".", ",")


_BEHIND = {
    Index.AT_THE_ONE_STOP: "{wholly} trong {listed} thủ tục làm trọn tại Bộ phận Một cửa; {received_and_returned} "
    "tiếp nhận và trả kết quả tại đó.",
    Index.PUBLICATION: "{electronic} trong {listed} thủ tục công khai điện tử đúng ngày; {posted} có trong bộ "
    "niêm yết.",
    Index.FEEDBACK: "{on_time} trong {due} phản ánh đến hạn được trả lời đúng hạn; {lingering} phản ánh kéo dài.",
    Index.ONLINE: "{deployed} trong {listed} thủ tục nộp được trực tuyến; {online} trong {received} hồ sơ nộp "
    "trực tuyến; {late} hồ sơ trực tuyến quá hạn.",
}
