"""Questions, answers, samples and figures of surveys, at their borders."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from motcua.domain.satisfaction.surveys.drawing import PER_ANSWER, drawn
from motcua.domain.satisfaction.surveys.questions import LONGEST, Kind, Question, fault, read, sound
from motcua.domain.satisfaction.surveys.results import told

pytestmark = pytest.mark.clause("7.4")
HOW = Question(Kind.LEVEL, "Bạn hài lòng đến mức nào?")
TIMES = Question(Kind.CHOICE, "Phải đi lại mấy lần?", ("một", "hai", "ba"))
WHAT = Question(Kind.WORDS, "Điều gì cần làm tốt hơn?")
ALL = (HOW, TIMES, WHAT)
LEVELS = ("rất không hài lòng", "không hài lòng", "bình thường", "hài lòng", "rất hài lòng")


def test_what_is_kept_is_read_again():
    assert read([each.plain() for each in ALL]) == ALL
    assert fault(ALL) == fault((HOW,)) == ""


@pytest.mark.parametrize(
    ("questions", "words"),
    [
        ((), "từ 1 đến 20"), ((HOW,) * 21, "từ 1 đến 20"), ((TIMES, WHAT), "mức hài lòng"),
        ((Question(Kind.LEVEL, " "),), "chưa có nội dung"), ((HOW, Question(Kind.CHOICE, "?", ("một",))), "2 đến 10"),
        ((HOW, Question(Kind.CHOICE, "?", ("một", "một "))), "khác nhau"),
        ((HOW, Question(Kind.CHOICE, "?", tuple("abcdefghijk"))), "2 đến 10"),
        ((HOW, Question(Kind.WORDS, "?", ("a",))), "không có lựa chọn"),
    ],
)  # fmt: skip
def test_questions_that_can_not_be_asked_say_why(questions, words):
    assert words in fault(questions)


@pytest.mark.parametrize(
    ("answers", "kept"),
    [
        ([5, 2, "Ghế chờ"], [5, 2, "Ghế chờ"]), ([1, 0, " "], [1, 0, None]), ([None, None, "x"], [None, None, "x"]),
        (["", "", "y" * 2000], [None, None, "y" * LONGEST]), ([None, None, None], None), ([6, 0, ""], None),
        ([0, 0, ""], None), ([1, 3, ""], None), ([1, -1, ""], None), (["5", 0, ""], None), ([True, 0, ""], None),
        ([1, 0], None), ([1, 0, 5], None), ([1, 0, ["x"]], None),
    ],
)  # fmt: skip
def test_only_answers_are_kept(answers, kept):
    assert sound(ALL, answers) == kept


@given(st.sets(st.integers(1, 10_000), max_size=400), st.integers(1, 60), st.integers(0, 2**31 - 1), st.randoms())
def test_a_sample_is_drawn_again_from_its_seed_whatever_the_order(population, quota, seed, shuffled):
    rows = list(population)
    shuffled.shuffle(rows)
    first = drawn(population, quota, seed)
    assert drawn(rows, quota, seed) == first
    assert len(first) == len(set(first)) == min(len(population), quota * PER_ANSWER)
    assert set(first) <= population


def test_every_dossier_is_drawn_about_as_often_as_any_other():
    counts = [0] * 20
    for seed in range(3000):
        for each in drawn(range(20), 2, seed):
            counts[each] += 1
    assert sum(counts) == 3000 * 6
    assert max(abs(each - 900) for each in counts) < 110  # five standard deviations of 3000 draws with 0.3


def test_few_answers_are_not_told_and_many_with_their_interval():
    four = [[5, 0, "chật"]] * 4
    assert [each.hidden for each in told(ALL, four, LEVELS)] == [True, True, True]
    many = [*([[5, 0, "chật"]] * 6), *([[4, 1, None]] * 2), [2, 2, None], [1, None, None]]
    how, times, words = told(ALL, many, LEVELS)
    assert (how.number, how.share) == (10, Decimal("80.0"))
    assert how.interval and (how.interval.low, how.interval.high) == (Decimal("49.0"), Decimal("94.3"))
    assert dict(how.counts)["rất hài lòng"] == 6 and dict(times.counts) == {"một": 6, "hai": 2, "ba": 1}
    assert words.words == ("chật",) * 6
