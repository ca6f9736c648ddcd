"""The picture of a process: what stands in it, where, and that it is said in words too."""
# ruff: noqa: S314 - the pictures are our own

import re
from decimal import Decimal
from itertools import pairwise
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as some

from motcua.web.components.process_picture import Picture, PictureStep, Place
from motcua.web.components.text_width import width_of, wrapped

SVG = "{http://www.w3.org/2000/svg}"


def step(name: str = "Thẩm định", **other: object) -> PictureStep:
    return PictureStep(name, **{"body": "Sở Xây dựng", "hours": 8, **other})


def picture(*widths: int, **other: object) -> Picture:
    """Stages of so many parallel steps each."""
    stages = tuple(tuple(step(f"Việc {n}.{m}", **other) for m in range(width)) for n, width in enumerate(widths, 1))
    return Picture("Quy trình", stages)


def boxes(svg: str) -> list[tuple[float, float, float, float]]:
    """Where the steps stand: left, top, right, bottom."""
    found = [each for each in ElementTree.fromstring(svg).iter(f"{SVG}rect") if each.get("class") == "p-box"]
    numbers = ([float(each.get(name, 0)) for name in ("x", "y", "width", "height")] for each in found)
    return [(x, y, x + width, y + height) for x, y, width, height in numbers]


def texts(svg: str) -> list[str]:
    return [each.text or "" for each in ElementTree.fromstring(svg).iter(f"{SVG}text")]


def test_stages_stand_from_left_to_right():
    lefts = [left for left, *_ in boxes(picture(1, 1, 1).wide())]
    assert lefts == sorted(lefts)
    assert len(set(lefts)) == 3


def test_parallel_steps_stand_one_above_the_other():
    first, second, third, _ = boxes(picture(1, 2, 1).wide())
    assert second[0] == third[0]
    assert second[3] < third[1]
    assert first[0] < second[0]


def test_a_long_process_goes_on_in_a_second_row_of_about_the_same_length():
    found = boxes(picture(1, 1, 1, 1, 1, 1).wide(across=5))
    assert found[0][0] == found[3][0]
    assert found[3][1] > found[2][3]


def test_on_a_telephone_everything_stands_below_each_other():
    found = boxes(picture(1, 2, 1).tall())
    assert all(above[3] < below[1] for above, below in pairwise(found))
    assert max(right for _, _, right, _ in found) <= 320


def test_parallel_steps_say_so_on_a_telephone():
    assert "Thực hiện cùng lúc" in texts(picture(1, 2).tall())
    assert "Thực hiện cùng lúc" not in texts(picture(1, 1).tall())


def test_steps_are_numbered_by_stage():
    assert [number for number, _ in picture(1, 2, 1).numbered()] == ["1", "2a", "2b", "3"]


@pytest.mark.parametrize(
    ("hours", "words"),
    [
        (2, "2 giờ làm việc"),
        (8, "8 giờ làm việc (1 ngày)"),
        (Decimal("20"), "20 giờ làm việc (2,5 ngày)"),
        (Decimal("0.5"), "0,5 giờ làm việc"),
        (None, ""),
    ],
)
def test_the_time_of_a_step_is_said_in_hours_and_days(hours: Decimal | int | None, words: str):
    assert step(hours=hours).time == words


def test_the_place_of_a_dossier_is_said_in_words_not_in_colour_alone():
    placed = Picture("Quy trình", ((step(state=Place.DONE),), (step(state=Place.LATE),), (step(state=Place.WAITING),)))
    assert [text for text in texts(placed.wide()) if text[0] in "✓!○"] == [
        "✓ Đã xong",
        "! Đang ở đây, quá hạn",
        "○ Chưa tới",
    ]
    assert "Hồ sơ đang ở: Thẩm định." in placed.said


def test_a_picture_without_a_dossier_shows_no_place():
    assert not picture(1, 1).has_place
    assert "Hồ sơ đang ở" not in picture(1, 1).said


def test_the_picture_has_a_title_and_a_description_of_its_own():
    root = ElementTree.fromstring(picture(1, 1).wide())
    names = [root.find(f"{SVG}{tag}") for tag in ("title", "desc")]
    assert root.get("role") == "img"
    assert root.get("aria-labelledby").split() == [each.get("id") for each in names]
    assert names[1].text == "2 bước: 1. Việc 1.0; 2. Việc 2.0."


def test_text_of_people_can_not_break_out_of_the_picture():
    svg = Picture('<b>"', ((step('</text><script>alert("x")</script>'),),)).wide()
    assert "<script>" not in svg
    ElementTree.fromstring(svg)


def test_there_is_no_inline_style_for_the_policy_to_refuse():
    assert "style=" not in picture(1, 2, 1).wide()


@given(some.lists(some.integers(1, 4), min_size=1, max_size=14), some.integers(1, 6))
def test_no_two_steps_overlap_and_none_sticks_out(widths: list[int], across: int):
    drawn = picture(*widths, state=Place.WAITING)
    for svg in (drawn.wide(across), drawn.tall()):
        root = ElementTree.fromstring(svg)
        found = boxes(svg)
        assert len(found) == sum(widths)
        assert all(left >= 0 and top >= 0 for left, top, _, _ in found)
        assert max(right for _, _, right, _ in found) <= float(root.get("width"))
        assert max(bottom for *_, bottom in found) <= float(root.get("height"))
        for n, (left, top, right, bottom) in enumerate(found):
            for other_left, other_top, other_right, other_bottom in found[n + 1 :]:
                assert right <= other_left or other_right <= left or bottom <= other_top or other_bottom <= top


@given(some.text(alphabet="aăâbcdđeêghiklmnoôơpqrstuưvxyẶỮỘ ", max_size=120))
def test_wrapped_lines_hold_every_word_and_fit(text: str):
    lines = wrapped(text, 180, 14)
    assert " ".join(lines).split() == text.split()
    assert all(width_of(line, 14) <= 180 for line in lines if " " in line)
    assert re.search(r"\s{2}", " ".join(lines).strip()) is None
