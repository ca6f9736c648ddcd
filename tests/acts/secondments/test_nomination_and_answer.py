"""A department sends, the Centre accepts or refuses in writing; rights begin and end on the day, at midnight."""

from datetime import date

import pytest

from motcua.domain.listing import Place
from motcua.domain.organisations.models import Officer, Posting
from motcua.domain.organisations.roles import Role
from motcua.domain.papers.issuing import bytes_of
from motcua.domain.papers.uploads import Upload
from motcua.domain.regulation.answers import NotAllowed
from motcua.domain.secondments import acts, letters, queries
from motcua.domain.secondments.acts import BadTerm, NotUpToStandard, Unsaid
from motcua.domain.secondments.models import Secondment
from motcua.domain.secondments.terms import Part, Rank
from tests.feedback import head_of_the_centre
from tests.moments import moment
from tests.papers import corpus
from tests.papers.reading import text_of
from tests.people import JUSTICE, PLANNING
from tests.racing import one_wins
from tests.secondments import FIRST, JUNE, LAST, MAY, accepted, nominated, says
from tests.world import World

pytestmark = pytest.mark.clause("5.2.a", "4.3.a")


def roles_at(officer: Officer, when: str) -> set[str]:
    """The roles that the posting under the secondment gives, beside the old one."""
    fresh = Officer.objects.get(pk=officer.pk)
    return {role for held in fresh.held_at(moment(when)) if held.from_on == FIRST for role in held.roles}


def test_rights_begin_at_midnight_of_the_first_day_and_end_at_midnight_after_the_last(world: World) -> None:
    one = accepted(world, head_of_the_centre(world))
    tam = one.officer
    assert roles_at(tam, "2024-06-02 23:59") == set()
    assert roles_at(tam, "2024-06-03 00:00") == {"appraise", "approve"}
    assert roles_at(tam, "2025-06-02 23:59") == {"appraise", "approve"}
    assert roles_at(tam, "2025-06-03 00:00") == set()
    assert one.posting and (one.posting.seat.code, one.posting.decision) == ("trung-tam", one.document)


def test_the_answer_is_a_numbered_letter_of_the_centre(world: World) -> None:
    one = accepted(world, head_of_the_centre(world))
    assert one.paper
    words = text_of(bytes_of(one.paper, at=JUNE))
    for each in (
        "tiếp nhận cán bộ",
        "Sở Kế hoạch và Đầu tư",
        "Bùi Minh Tâm",
        "03/06/2024",
        "02/06/2025",
        "Đỗ Ngọc Hải",
    ):
        assert each in words


def test_who_does_not_meet_a_standard_is_not_accepted_and_the_refusal_names_it(world: World) -> None:
    head = head_of_the_centre(world)
    one = nominated(world, rank=Rank.SPECIALIST, roles=("receive",))
    with pytest.raises(NotUpToStandard, match=r"phó trưởng phòng.*Không chỉ tiếp nhận"):
        acts.accept_official(one, by=head, at=JUNE)
    with pytest.raises(Unsaid, match="lý do"):
        acts.refuse_official(one, reason=" ", by=head, at=JUNE)
    acts.refuse_official(one, reason="Người được cử chỉ tiếp nhận hồ sơ.", by=head, at=JUNE)
    one.refresh_from_db()
    assert one.state == "refused" and one.posting is None and one.paper
    words = text_of(bytes_of(one.paper, at=JUNE))
    assert "không tiếp nhận" in words and "chỉ tiếp nhận hồ sơ" in words and "phó trưởng phòng" in words
    assert not Posting.objects.filter(officer=one.officer, from_on=FIRST).exists()
    assert nominated(world).state == "nominated"  # another may be sent, or the same with what was missing


@pytest.mark.parametrize("last", ["2025-06-01", "2026-06-03"])
def test_a_term_out_of_range_is_refused_at_once(world: World, last: str) -> None:
    with pytest.raises(BadTerm, match="từ 12 đến 24 tháng"):
        nominated(world, to_on=date.fromisoformat(last))


def test_only_its_own_department_sends_an_official_and_says_by_which_document(world: World) -> None:
    planning = world.offices[PLANNING]
    for who, office in (("thu", planning), ("quang", world.offices[JUSTICE]), ("mai", planning)):
        with pytest.raises(NotAllowed):
            acts.nominate(world["tam"], office=office, says=says(world), by=world[who], at=MAY)
    with pytest.raises(Unsaid, match="không thuộc"):
        nominated(world, "binh")
    with pytest.raises(Unsaid, match="văn bản"):
        nominated(world, document=" ")
    with pytest.raises(BadTerm, match="đã qua"):
        nominated(world, from_on=date(2020, 1, 1), to_on=date(2020, 12, 31))


def test_only_the_head_of_the_centre_answers_and_only_once(world: World) -> None:
    one, head = nominated(world), head_of_the_centre(world)
    for who in ("mai", "quang"):
        with pytest.raises(NotAllowed):
            acts.accept_official(one, by=world[who], at=JUNE)
    acts.accept_official(one, by=head, at=JUNE)
    for again in (acts.accept_official, acts.refuse_official):
        with pytest.raises(NotAllowed, match="đã được trả lời"):
            again(one, by=head, at=JUNE, **({"reason": "x"} if again is acts.refuse_official else {}))


def test_one_is_not_sent_twice_for_the_same_days(world: World) -> None:
    nominated(world)
    with pytest.raises(BadTerm, match="đã được cử"):
        nominated(world)


def test_a_nomination_is_taken_back_before_it_is_answered(world: World) -> None:
    one = nominated(world)
    with pytest.raises(NotAllowed):
        acts.withdraw_nomination(one, reason="Đổi người", by=world["thu"], at=MAY)
    acts.withdraw_nomination(one, reason="Đổi người", by=world["quang"], at=MAY)
    with pytest.raises(NotAllowed, match="đã rút"):
        acts.accept_official(one, by=head_of_the_centre(world), at=JUNE)
    nominated(world)


def test_a_term_is_made_longer_within_two_years_and_the_posting_with_it(world: World) -> None:
    one = accepted(world, head_of_the_centre(world))
    given = {"reason": "Chưa có người thay", "document": "45/SKHĐT-VP", "by": world["quang"], "at": JUNE}
    with pytest.raises(BadTerm, match="24 tháng"):
        acts.extend_secondment(one, to_on=date(2026, 6, 3), **given)
    with pytest.raises(BadTerm, match="sau ngày cuối"):
        acts.extend_secondment(one, to_on=LAST, **given)
    with pytest.raises(Unsaid, match="lý do"):
        acts.extend_secondment(one, to_on=date(2026, 6, 2), **{**given, "reason": ""})
    acts.extend_secondment(one, to_on=date(2026, 6, 2), **given)
    assert roles_at(one.officer, "2026-06-02 23:59") and not roles_at(one.officer, "2026-06-03 00:00")
    with pytest.raises(BadTerm, match="đã kết thúc"):
        acts.extend_secondment(one, to_on=date(2026, 7, 1), **{**given, "at": moment("2026-06-10")})


@pytest.mark.clause("5.2.b")
def test_a_reserve_stands_ready_without_a_seat_and_a_missing_one_is_seen(world: World) -> None:
    head = head_of_the_centre(world)
    day = moment("2024-06-03 09:00")
    (planning,) = queries.coverage(world["mai"], day)
    assert planning.lacks_reserve and planning.seated > 0
    one = accepted(world, head, part=Part.RESERVE)
    assert one.posting is None
    (planning,) = queries.coverage(world["mai"], day)
    assert (planning.reserves, planning.lacks_reserve) == (1, False)
    assert queries.coverage(world["quang"], day) == [planning] and queries.coverage(world["binh"], day) == []
    (after,) = queries.coverage(world["mai"], moment("2025-06-03 09:00"))
    assert after.lacks_reserve


def test_the_plan_lists_main_and_reserve(world: World) -> None:
    accepted(world, head_of_the_centre(world))
    nominated(world, "thu", part=Part.RESERVE)
    words = text_of(letters.plan(queries.planned(FIRST), FIRST))
    for each in ("Bùi Minh Tâm", "Chính thức", "Trần Anh Thư", "Dự phòng", "Cộng: 2 cán bộ"):
        assert each in words


def test_what_one_may_not_read_is_not_there(world: World) -> None:
    one = nominated(world, scan=Upload("cu.pdf", corpus.pdf()))
    for who in ("mai", "quang"):
        assert queries.one(world[who], one.pk, MAY).scan is not None
    for who in ("binh", "thu"):
        assert queries.listed(world[who], MAY, Place()).rows == []
        with pytest.raises(Secondment.DoesNotExist):
            queries.one(world[who], one.pk, MAY)


@pytest.mark.django_db(transaction=True)
def test_eight_who_do_the_same_do_it_once(world: World) -> None:
    head, quang = head_of_the_centre(world), world["quang"]
    given = {"office": world.offices[PLANNING], "says": says(world), "by": quang, "at": MAY}
    one = one_wins(acts.nominate, world["tam"], **given)
    one_wins(acts.accept_official, one, by=head, at=JUNE)
    longer = {"to_on": date(2026, 6, 2), "reason": "Chưa có người thay", "document": "45/SKHĐT-VP"}
    one_wins(acts.extend_secondment, one, **longer, by=quang, at=JUNE)
    second, third = nominated(world, "thu"), nominated(world, "minh")
    one_wins(acts.refuse_official, second, reason="Chưa đủ điều kiện", by=head, at=JUNE)
    one_wins(acts.withdraw_nomination, third, reason="Đổi người", by=quang, at=JUNE)
    assert Posting.objects.filter(from_on=FIRST).count() == 1
    assert Role.APPROVE in Officer.objects.get(pk=one.officer_id).roles_at(moment("2024-06-03"))
