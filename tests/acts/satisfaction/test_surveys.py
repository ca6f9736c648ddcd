"""Surveys of districts and communes: drawn, answered once, brought by each desk, told without small groups (7.4)."""

from datetime import date
from decimal import Decimal

import pytest

from motcua.domain.journal.models import Entry
from motcua.domain.listing import Place
from motcua.domain.messages.models import Message
from motcua.domain.regulation.answers import NotAllowed
from motcua.domain.satisfaction.giving import Guest
from motcua.domain.satisfaction.surveys import answering, designing, queries
from motcua.domain.satisfaction.surveys.answering import NotAnswered
from motcua.domain.satisfaction.surveys.designing import NotAskable
from motcua.domain.satisfaction.surveys.drawing import drawn
from motcua.domain.satisfaction.surveys.models import Sampled, Survey, SurveyAnswer
from motcua.domain.satisfaction.surveys.questions import Kind, Question
from tests.interlinked import COMMUNE, DESK
from tests.moments import moment
from tests.people import PLANNING
from tests.racing import all_follow, one_wins
from tests.surveys import DRAFTED, OPENED, QUESTIONS, SAID, ballots, design, drafted, opened, province, says
from tests.world import World

pytestmark = pytest.mark.clause("7.4")


def test_who_was_served_in_those_days_is_drawn_asked_and_can_be_drawn_again(world: World) -> None:
    survey = opened(province(world))
    part = survey.parts.get(office__code=DESK)
    assert (part.population, part.quota) == (7, 5)
    everybody = designing.served(part.office, survey.first, survey.last).values_list("pk", flat=True)
    assert {each.dossier_id for each in ballots(survey)} == set(drawn(everybody, 5, survey.seed))
    assert len(ballots(survey)) == 7 and len(ballots(survey, COMMUNE)) == 1
    assert Message.objects.filter(kind="asked_in_a_survey").count() == 8
    assert not designing.served(part.office, date(2024, 6, 1), date(2024, 6, 30)).exists()


@pytest.mark.parametrize(
    ("other", "words"),
    [
        ({"title": " "}, "tên"), ({"questions": ()}, "từ 1 đến 20"), ({"quotas": {}}, "ít nhất một huyện, xã"),
        ({"quotas": {DESK: 0}}, "số phiếu"), ({"quotas": {PLANNING: 3}}, "huyện, xã"),
        ({"quotas": {"khong-co": 3}}, "huyện, xã"), ({"last": date(2024, 4, 1)}, "theo thứ tự"),
        ({"ends_on": date(2024, 6, 3)}, "hết hạn sau hôm nay"), ({"questions": (QUESTIONS[1],)}, "mức hài lòng"),
        ({"questions": (*QUESTIONS, Question(Kind.CHOICE, "?", ("a",)))}, "lựa chọn"),
    ],
)  # fmt: skip
def test_a_survey_that_can_not_be_asked_says_why(world: World, other: dict[str, object], words: str) -> None:
    province(world)
    with pytest.raises(NotAskable, match=words):
        drafted(world, **other)


def test_only_the_centre_designs_opens_and_closes(world: World) -> None:
    province(world)
    with pytest.raises(NotAllowed):
        designing.draft_survey(design(), by=world["yen"], at=DRAFTED)
    survey = drafted(world)
    for act in (designing.open_survey, designing.close_survey):
        with pytest.raises((NotAllowed, NotAskable)):
            act(survey, by=world["yen"], at=OPENED)
    with pytest.raises(NotAskable, match="sau ngày cuối"):
        designing.open_survey(drafted(world, last=date(2024, 6, 10)), by=world["mai"], at=OPENED)
    with pytest.raises(NotAskable, match="chưa nơi nào trả"):
        designing.open_survey(drafted(world, first=date(2024, 3, 1), last=date(2024, 3, 2)), by=world["mai"], at=OPENED)


def test_each_ballot_is_answered_once_by_link_or_on_paper(world: World) -> None:
    survey = opened(province(world))
    first, second, *_ = ballots(survey)
    says(first, 5, 0, "Thêm ghế chờ")
    with pytest.raises(NotAnswered, match="đã có trả lời"):
        says(first, 1, 0, "")
    with pytest.raises(NotAnswered, match="đã có trả lời"):
        answering.key_in_answer(first, answers=[5, 0, ""], by=world["yen"], at=SAID)
    for empty in ((None, None, ""), (9, None, None), (1, 2)):
        with pytest.raises(NotAnswered, match="ít nhất một câu"):
            says(second, *empty)
    with pytest.raises(NotAllowed, match="cơ quan được khảo sát"):
        answering.key_in_answer(second, answers=[4, 1, ""], by=world["lan"], at=SAID)
    with pytest.raises(NotAnswered, match="thay người dân"):
        answering.answer_survey(second, answers=[5, 0, ""], by=world["yen"], at=SAID)  # type: ignore[arg-type]
    kept = answering.key_in_answer(second, answers=[4, 1, ""], by=world["yen"], at=SAID)
    assert (kept.by_way, kept.answers) == ("paper", [4, 1, None])


def test_nobody_answers_after_the_last_day_or_the_end(world: World) -> None:
    survey = opened(province(world))
    one = ballots(survey)[0]
    with pytest.raises(NotAllowed, match="đã kết thúc"):
        answering.key_in_answer(one, answers=[4, 1, ""], by=world["yen"], at=moment("2024-07-01"))
    designing.close_survey(survey, by=world["mai"], at=SAID)
    with pytest.raises(NotAllowed, match="đã kết thúc"):
        says(one, 5, 0, "")


def test_the_journal_tells_neither_who_answered_nor_what(world: World) -> None:
    survey = opened(province(world))
    one = ballots(survey)[0]
    says(one, 1, 2, "Cán bộ cáu gắt")
    line = Entry.objects.get(act="answer_survey")
    assert line.facts == {} and line.stream == f"survey-ballot/{one.pk}"
    assert not Entry.objects.filter(stream=one.dossier.stream, act="answer_survey").exists()


def test_results_have_intervals_and_hide_small_groups_and_what_would_give_them_away(world: World) -> None:
    survey = opened(province(world))
    for sampled in ballots(survey)[:5]:
        says(sampled, 5, 0, "Thêm ghế chờ")
    (how, times, words) = queries.results(survey)
    assert (how.share, how.number, times.counts[0]) == (Decimal("100.0"), 5, ("một lần", 5))
    assert words.words == ("Thêm ghế chờ",) * 5
    says(ballots(survey, COMMUNE)[0], 1, 2, "Chậm")
    told = {each.part.office.code: (each.answered, each.told) for each in queries.progress(world["mai"], survey, SAID)}
    assert told == {DESK: (5, False), COMMUNE: (1, False)}  # all six less the five would be the one


def test_a_desk_sees_its_own_part_and_hands_it_to_the_centre(world: World) -> None:
    survey = opened(province(world))
    (part,) = [each.part for each in queries.progress(world["tuyet"], survey, SAID)]
    assert part.office.code == DESK
    note = "Đã kê thêm ghế chờ, nhắc cán bộ chào hỏi."
    for who in ("mai", "xuan"):
        with pytest.raises(NotAllowed):
            designing.hand_over_part(part, note=note, by=world[who], at=SAID)
    with pytest.raises(NotAskable, match="việc đã làm"):
        designing.hand_over_part(part, note=" ", by=world["tuyet"], at=SAID)
    designing.hand_over_part(part, note=note, by=world["tuyet"], at=SAID)
    with pytest.raises(NotAllowed, match="đã bàn giao"):
        designing.hand_over_part(part, note=note, by=world["tuyet"], at=SAID)


def test_a_draft_and_what_asks_about_others_is_not_there(world: World) -> None:
    draft = drafted(province(world))
    for who in ("yen", "binh"):
        assert queries.surveys(world[who], DRAFTED, Place()).rows == []
        with pytest.raises(Survey.DoesNotExist):
            queries.survey(world[who], draft.pk, DRAFTED)
    survey = designing.open_survey(draft, by=world["mai"], at=OPENED)
    assert queries.surveys(world["yen"], OPENED, Place()).rows == [survey]
    assert queries.surveys(world["lan"], OPENED, Place()).rows == []
    secret = ballots(survey)[0].secret
    assert queries.on_paper(f" https://mot-cua.example/khao-sat/{secret}/ ").secret == secret
    with pytest.raises(Sampled.DoesNotExist):
        queries.by_secret("a" * 16)


@pytest.mark.django_db(transaction=True)
def test_eight_who_do_the_same_do_it_once(world: World) -> None:
    province(world)
    survey = all_follow(designing.draft_survey, design(), by=world["mai"], at=DRAFTED)[0]
    mai = {"by": world["mai"], "at": OPENED}
    one_wins(designing.open_survey, survey, **mai)
    first, second, *_ = ballots(survey)
    one_wins(answering.key_in_answer, first, answers=[4, 1, ""], by=world["yen"], at=SAID)
    assert SurveyAnswer.objects.filter(sampled=first).count() == 1
    one_wins(answering.answer_survey, second, answers=[4, 1, ""], by=Guest(), at=SAID)
    part = survey.parts.get(office__code=DESK)
    one_wins(designing.hand_over_part, part, note="Đã kê thêm ghế.", by=world["tuyet"], at=SAID)
    one_wins(designing.close_survey, survey, by=world["mai"], at=SAID)
