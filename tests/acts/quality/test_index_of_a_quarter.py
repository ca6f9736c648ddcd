"""The quality index of a quarter, from real events, equals what was computed by hand; it is kept, and published."""

from decimal import Decimal

import pytest

from motcua.domain.journal.system import System
from motcua.domain.listing import Place
from motcua.domain.organisations.models import Office
from motcua.domain.quality import checks, counting, policies, queries
from motcua.domain.quality.counting import AlreadyComputed, NotOver
from motcua.domain.quality.models import Edition, Figure, Mark
from motcua.domain.quality.periods import Quarter
from motcua.domain.quality.rules import Index
from motcua.domain.regulation.answers import NotAllowed
from tests.feedback import head_of_the_centre
from tests.moments import moment
from tests.people import CENTRE, JUSTICE, PLANNING
from tests.quality import AFTER, BY_HAND, GRADE, SECOND, THIRD, TOTAL, a_quarter
from tests.racing import one_wins
from tests.world import World

pytestmark = pytest.mark.clause("3.3-1")
IN_OCTOBER = moment("2024-10-01 08:00")


def of(standing: queries.Standing) -> dict[int, str]:
    return {index.value: str(score.value) for index, score in sorted(standing.scores.items())}


def computed(quarter: Quarter = SECOND) -> Edition:
    return counting.compute_quality(quarter, by=System(), at=AFTER if quarter == SECOND else IN_OCTOBER)


def test_the_index_of_a_quarter_equals_the_one_computed_by_hand(world: World) -> None:
    counted = a_quarter(world)[:5]
    edition = computed()
    (planning,) = [each for each in queries.bodies([edition]) if each.office.code == PLANNING]
    assert of(planning) == BY_HAND
    assert (str(planning.total.points), str(planning.total.read_as), planning.grade) == (TOTAL, TOTAL, GRADE)
    every = queries.dossiers(world["mai"], edition, planning, Index.TIME, AFTER, Place())
    assert [each.dossier for each in every.rows] == counted
    twos = queries.dossiers(world["mai"], edition, planning, Index.ATTITUDE, AFTER, Place(), points=2)
    assert [each.dossier for each in twos.rows] == [counted[0], counted[3]]


def test_an_official_has_the_points_of_each_dossier_he_had_a_hand_in(world: World) -> None:
    a_quarter(world)
    edition = computed()
    ((_, thu),) = queries.own(world["thu"], [edition])
    assert of(thu) == {1: "1.4", 2: "2.0", 3: "1.8", 4: "1.8", 7: "1.0"}
    assert (thu.total.points, thu.grade) == (Decimal("8.0"), "hoàn thành 100% nhiệm vụ")
    ((_, lan),) = queries.own(world["lan"], [edition])
    assert of(lan) == {1: "1.4", 3: "1.8", 4: "1.8", 7: "1.4"}  # nothing was found against Lan; no own time to measure
    assert (lan.total.points, lan.total.read_as, lan.office.code) == (Decimal("6.4"), Decimal("8.0"), CENTRE)


def test_a_year_adds_up_its_quarters(world: World) -> None:
    a_quarter(world)
    (planning,) = [each for each in queries.bodies([computed(), computed(THIRD)]) if each.office.code == PLANNING]
    time = planning.scores[Index.TIME]
    assert (time.points.two, time.points.one, time.points.zero, str(time.value)) == (3, 1, 2, "1.2")
    assert planning.scores[Index.AT_THE_ONE_STOP].points.of == 1


def test_the_job_computes_a_quarter_on_the_first_working_day_after_it_and_once(world: World) -> None:
    a_quarter(world)
    assert counting.compute_due(System(), moment("2024-06-30 23:00")) == 0
    assert counting.compute_due(System(), moment("2024-07-01 06:00")) == 0
    assert counting.compute_due(System(), AFTER) == 1
    assert counting.compute_due(System(), AFTER) == 0
    assert [each.of for each in queries.editions()] == [SECOND]


def test_a_quarter_that_is_not_over_is_not_computed(world: World) -> None:
    with pytest.raises(NotOver):
        counting.compute_quality(THIRD, by=System(), at=AFTER)


def test_it_is_computed_anew_only_for_a_reason_and_by_who_may(world: World) -> None:
    a_quarter(world)
    first = computed()
    with pytest.raises(AlreadyComputed, match="ghi lý do"):
        counting.compute_quality(SECOND, by=world["mai"], at=AFTER)
    with pytest.raises(NotAllowed, match="Trung tâm"):
        counting.compute_quality(SECOND, by=world["quang"], at=AFTER, reason="Tôi thấy chưa đúng")
    second = counting.compute_quality(SECOND, by=world["mai"], at=AFTER, reason="Bổ sung kết luận phản ánh")
    assert [each.version for each in queries.versions(first)] == [2, 1]
    assert queries.edition(SECOND) == second
    assert queries.edition(SECOND, version=1).digest == second.digest


def test_the_head_of_the_centre_publishes_the_newest_once(world: World) -> None:
    a_quarter(world)
    first, hai = computed(), head_of_the_centre(world)
    with pytest.raises(NotAllowed, match="lãnh đạo Trung tâm"):
        counting.publish_quality(first, by=world["mai"], at=AFTER)
    counting.publish_quality(first, by=hai, at=AFTER)
    with pytest.raises(AlreadyComputed, match="đã công khai"):
        counting.publish_quality(first, by=hai, at=AFTER)
    second = counting.compute_quality(SECOND, by=hai, at=AFTER, reason="Tính lại sau kiểm tra")
    assert queries.edition(SECOND, public=True) == first
    assert queries.public_year(2024) == [first]
    counting.publish_quality(second, by=hai, at=AFTER)
    assert queries.edition(SECOND, public=True) == second


def test_an_older_version_is_not_published_any_more(world: World) -> None:
    first, hai = computed(), head_of_the_centre(world)
    counting.compute_quality(SECOND, by=hai, at=AFTER, reason="Tính lại sau kiểm tra")
    with pytest.raises(AlreadyComputed, match="lần tính mới hơn"):
        counting.publish_quality(first, by=hai, at=AFTER)


def test_who_reads_what_before_it_is_public(world: World) -> None:
    a_quarter(world)
    edition = computed()
    assert queries.body(world["quang"], PLANNING, edition, AFTER).office.code == PLANNING
    for who in ("binh", "thu"):
        with pytest.raises(Office.DoesNotExist):
            queries.body(world[who], PLANNING, edition, AFTER)
    seen = {who: {each.officer.code for each in queries.officials(world[who], PLANNING, edition, AFTER) if each.officer}
            for who in ("mai", "quang", "thu", "binh")}  # fmt: skip
    everybody = {"thu", "minh", "hoa"}
    assert seen == {"mai": everybody, "quang": everybody, "thu": {"thu"}, "binh": set()}
    (planning,) = [each for each in queries.bodies([edition]) if each.office.code == PLANNING]
    with pytest.raises(NotAllowed):
        queries.dossiers(world["binh"], edition, planning, Index.TIME, AFTER, Place())
    assert policies.may_read_all(world["mai"], AFTER)


def test_a_body_without_anything_is_not_in_it(world: World) -> None:
    a_quarter(world)
    with pytest.raises(Office.DoesNotExist):
        queries.public_body(JUSTICE, computed())


def test_it_comes_out_again_and_every_change_by_hand_is_seen(world: World) -> None:
    a_quarter(world)
    edition = computed()
    assert list(checks.faults()) == []
    Mark.objects.filter(edition=edition, time=0).update(time=2)
    told = "\n".join(checks.faults())
    assert "dấu của điểm" in told
    assert "không bằng tổng điểm" in told
    assert "không đúng như sự việc" in told
    Figure.objects.filter(edition=edition, index=Index.PUBLICATION).update(two=1, one=0)
    assert "không đúng với số liệu kèm theo" in "\n".join(checks.faults())


def test_what_happens_afterwards_does_not_change_it(world: World) -> None:
    a_quarter(world)
    computed()
    world.at_centre("2024-07-02")
    assert list(checks.faults()) == []


@pytest.mark.django_db(transaction=True)
def test_two_who_compute_the_same_quarter_make_one(world: World) -> None:
    world.at_centre()
    won = one_wins(counting.compute_quality, SECOND, by=System(), at=AFTER)
    assert won.version == 1
    one_wins(counting.publish_quality, won, by=head_of_the_centre(world), at=AFTER)
    assert Edition.objects.count() == 1
