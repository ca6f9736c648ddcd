"""One Vietnamese sentence for every act, with whatever facts an entry has."""

from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

import pytest

import motcua.domain
from motcua.domain.journal.acts import ACTS
from motcua.domain.regulation import citations
from motcua.web.components import sentences
from motcua.web.components.sentences import SENTENCES, tell
from motcua.web.components.timeline import timeline
from tests.world import moment


def test_every_act_has_a_sentence_and_every_sentence_an_act():
    citations.gather(motcua.domain)
    ours = {name for name in ACTS if not name.startswith("_")}
    assert ours - SENTENCES.keys() == set()
    assert SENTENCES.keys() - ours - {"import_procedures", "import_process"} == set()


@pytest.mark.parametrize("act", sorted(SENTENCES))
def test_an_entry_without_facts_still_reads(act: str):
    sentence = tell(act, {})
    assert sentence.endswith(".")
    assert "None" not in sentence
    assert "  " not in sentence
    assert "{" not in sentence


@pytest.mark.parametrize(
    ("act", "facts", "sentence"),
    [
        (
            "receive",
            {
                "code": "000.00.00.H49-240527-0001",
                "applicant": "Nguyễn Văn An",
                "channel": "counter",
                "due": "2024-05-30T10:00:00+00:00",
                "paper": "1/TNHS",
            },
            "Tiếp nhận hồ sơ 000.00.00.H49-240527-0001 của Nguyễn Văn An, nộp trực tiếp; "
            "hẹn trả kết quả lúc 17:00 ngày 30/05/2024; giấy hẹn số 1/TNHS.",
        ),
        (
            "transfer",
            {"late": True, "step_due": "2024-05-27T10:00:00+00:00", "next": [{"step": "Thẩm định", "body": "Sở Y tế"}]},
            "Chuyển hồ sơ đến bước “Thẩm định” (Sở Y tế), chậm so với hạn 17:00 ngày 27/05/2024.",
        ),
        (
            "request_supplement",
            {
                "items": [{"component": "Đơn"}, {"component": "Bản vẽ"}],
                "paper": "2/HDHS",
                "breaches": ["late_supplement"],
            },
            "Yêu cầu bổ sung, hoàn thiện hồ sơ: “Đơn”, “Bản vẽ”; phiếu số 2/HDHS; "
            "chưa đúng quy định: yêu cầu bổ sung quá 3 ngày làm việc.",
        ),
        (
            "apologise_and_reschedule",
            {"was": "2024-05-30T10:00:00+00:00", "new_due_on": "2024-06-05", "late": False, "paper": "3/PXL"},
            "Xin lỗi và hẹn lại ngày trả kết quả; ngày đã hẹn là 17:00 ngày 30/05/2024, "
            "ngày hẹn mới là 05/06/2024; phiếu số 3/PXL.",
        ),
        (
            "deliver",
            {"to": "Trần Văn Nam", "for_applicant": True, "authority": "giấy ủy quyền ngày 01/06/2024"},
            "Trả kết quả cho Trần Văn Nam, nhận thay người nộp hồ sơ theo giấy ủy quyền ngày 01/06/2024.",
        ),
        (
            "authorise",
            {"name": "Phạm Văn Minh", "power": "approve", "decision": "89/QĐ-SKHĐT", "from_on": "2019-05-02"},
            "Phân công, ủy quyền cho Phạm Văn Minh ký phê duyệt theo quyết định 89/QĐ-SKHĐT từ ngày 02/05/2019.",
        ),
        (
            "appoint",
            {"title": "Phó Giám đốc", "office_name": "Sở Y tế", "from_on": "2019-05-01", "to_on": None},
            "Phân công giữ chức vụ Phó Giám đốc tại Sở Y tế từ ngày 01/05/2019.",
        ),
        (
            "declare_day",
            {"kind": "holiday", "on": "2025-01-29", "name": "Mùng Một Tết Ất Tỵ", "basis": "Thông báo 6150"},
            "Khai báo nghỉ lễ, tết ngày 29/01/2025: Mùng Một Tết Ất Tỵ (theo Thông báo 6150).",
        ),
    ],
)
def test_a_sentence_tells_its_facts(act: str, facts: dict[str, Any], sentence: str):
    assert tell(act, facts) == sentence


def test_an_act_nobody_wrote_a_sentence_for_is_an_error():
    with pytest.raises(sentences.NoSentence):
        tell("do_something", {})


@dataclass
class Line:
    """A line of a journal."""

    number: int
    act: str
    at: datetime
    facts: dict[str, Any] = field(default_factory=dict)
    by_name: str = "Trần Anh Thư, Sở Kế hoạch và Đầu tư"


def test_the_story_is_told_newest_first_with_reasons_and_breaches():
    day = moment("2024-05-27")
    told = timeline(
        [
            Line(1, "receive", day),
            Line(2, "transfer", day, {"late": True}),
            Line(3, "send_back", moment("2024-05-28"), {"reason": "Thiếu chữ ký"}),
        ]
    )
    assert [each.sentence.split()[0] for each in told] == ["Trả", "Chuyển", "Tiếp"]
    assert told[0].note == "Lý do: Thiếu chữ ký"
    assert [each.is_breach for each in told] == [False, True, False]
