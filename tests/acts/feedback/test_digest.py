"""The digest counts what was said under what it is about; each body sees its own share, files name nobody."""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from motcua.domain.feedback import answering
from motcua.domain.feedback.digest import counting, files, topics
from motcua.domain.feedback.digest.counting import Counted, Wanted
from motcua.domain.feedback.digest.masking import without_particulars
from motcua.domain.feedback.digest.topics import Told
from motcua.domain.feedback.terms import Kind
from motcua.domain.listing import Place
from tests.counting import statements
from tests.feedback import MONDAY, TUESDAY, drafted, routed, sent
from tests.people import JUSTICE, PLANNING
from tests.world import World

pytestmark = pytest.mark.clause("4.2.b")
MAY = Wanted(date(2024, 5, 1), date(2024, 5, 31))


def said(world: World) -> None:
    """Two speak about a rule, one is answered about handling, one about another body, one denounces."""
    code = world.version.procedure.code
    for _ in range(2):
        item = routed(world, kind=Kind.RULE)
        topics.set_theme(item, Told("many_papers", code, "Điều 5"), by=world["mai"], at=MONDAY)
    item = drafted(world)
    topics.set_theme(item, Told("guidance"), by=world["thu"], at=TUESDAY)
    answering.approve_answer(item, by=world["quang"], at=TUESDAY)
    routed(world, body=JUSTICE)
    sent(world, kind=Kind.DENUNCIATION, official=world["thu"], about=None)


def named(lines: list[Counted]) -> dict[str, int]:
    return {each.name: each.number for each in lines}


def test_what_was_said_is_counted_by_theme_procedure_provision_body_and_month(world: World) -> None:
    said(world)
    found = counting.digest(world["mai"], TUESDAY, MAY)
    assert (found.whole.number, found.whole.answered, found.whole.on_time, found.whole.founded) == (5, 1, 1, 1)
    assert named(found.themes) == {
        "Quy định nhiều giấy tờ, trùng lặp": 2, "Chưa gắn chủ đề": 2, "Hướng dẫn thiếu, không rõ": 1,
    }  # fmt: skip
    assert named(found.procedures) == {world.version.name: 2}
    assert named(found.provisions) == {"Điều 5": 2}
    assert named(found.bodies) == {world.offices[PLANNING].name: 4, world.offices[JUSTICE].name: 1}
    assert named(found.months) == {"05/2024": 5}
    rows = list(files.figures(found))
    assert rows[0] == ("Tổng số", "", 5, 1, 1, 1, 0) and len(rows) == 1 + 1 + 3 + 1 + 1 + 2


@pytest.mark.parametrize(("narrowed", "number"), [
    ({"kind": "rule"}, 2), ({"theme": "guidance"}, 1), ({"theme": "none"}, 2), ({"body": JUSTICE}, 1),
    ({"procedure": "1."}, 0), ({"words": "HUONG dan"}, 5), ({"words": "khong co chu nay"}, 0),
    ({"first": date(2024, 5, 28)}, 0), ({"last": date(2024, 5, 26)}, 0),
])  # fmt: skip
def test_each_filter_narrows_figures_and_list_alike(world: World, narrowed: dict[str, str], number: int) -> None:
    said(world)
    wanted = Wanted(**{"first": MAY.first, "last": MAY.last, **narrowed})  # type: ignore[arg-type]
    assert counting.digest(world["mai"], TUESDAY, wanted).whole.number == number
    assert len(counting.voices(world["mai"], TUESDAY, wanted, Place()).rows) == number


@pytest.mark.clause("5.5.a")
def test_a_body_counts_its_own_share_and_nothing_of_another_or_of_who_is_denounced(world: World) -> None:
    said(world)
    own = counting.digest(world["quang"], TUESDAY, MAY)
    assert own.whole.number == 3 and named(own.bodies) == {world.offices[PLANNING].name: 3}
    assert counting.digest(world["lan"], TUESDAY, MAY).whole.number == 0
    kinds = {each.kind for each in counting.voices(world["quang"], TUESDAY, MAY, Place()).rows}
    assert kinds == {Kind.RULE, Kind.HANDLING}


def test_the_digest_costs_the_same_however_much_was_said(world: World) -> None:
    said(world)
    mai = world["mai"]
    mai.held  # noqa: B018 - every request has read them
    with CaptureQueriesContext(connection) as few:
        counting.digest(mai, TUESDAY, MAY)
        counting.voices(mai, TUESDAY, MAY, Place())
    said(world)
    with CaptureQueriesContext(connection) as many:
        counting.digest(mai, TUESDAY, MAY)
        counting.voices(mai, TUESDAY, MAY, Place())
    assert len(statements(few)) == len(statements(many)) == 5


def test_a_file_of_voices_has_no_name_number_or_address_in_it(world: World) -> None:
    routed(world, text="Tôi là NGUYEN VAN AN, số 0912 345 678, thư an@example.com, căn cước 022090001234.")
    (row,) = files.voices(counting.all_voices(world["mai"], TUESDAY, MAY))
    assert row[-1] == "Tôi là [tên], số [số điện thoại], thư [thư điện tử], căn cước [số giấy tờ]."
    assert row[-3] == "N*** V*** An"
    assert "0912" not in "".join(row)


def test_the_hotline_a_decision_and_a_day_are_no_particulars() -> None:
    text = "Gọi 1900558826 ngày 27/05/2024 về Quyết định 1716/QĐ-UBND, hồ sơ 000.00.09.H49-240527-0001 của An."
    assert without_particulars(text, name="An") == text.replace("000.00.09.H49-240527-0001", "[mã hồ sơ]")
