"""Who promotes online and postal filing, and the shares that a body aims at (5.1.f)."""

from datetime import date

import pytest

from motcua.domain.listing import Place
from motcua.domain.procedures.promotion import acts, queries
from motcua.domain.procedures.promotion.models import Target
from motcua.domain.regulation.answers import NotAllowed
from tests.racing import one_wins
from tests.world import World, moment

AT = moment("2024-05-27")
FROM = date(2024, 6, 1)
TASK = "Hướng dẫn tạo tài khoản và nộp trực tuyến tại Trung tâm"


def named(world: World, by: str = "quang", officer: str = "thu", **other):
    given = {"officer": world[officer], "task": TASK, "from_on": FROM, "by": world[by], "at": AT}
    return acts.name_promoter(world.version.procedure, **given | other)


def aimed(world: World, by: str = "quang", **other):
    given = {"online": 30, "postal": 10, "document": "45/KH-UBND", "from_on": FROM, "by": world[by], "at": AT}
    return acts.set_target(world.offices["so-khdt"], **given | other)


@pytest.mark.clause("5.1.f")
def test_a_body_names_who_promotes_its_procedure_and_what_for(world: World):
    one = named(world, by="tam")
    assert (one.office.code, one.task) == ("so-khdt", TASK)
    promoted = queries.promoters_of([one.procedure_id], date(2024, 6, 1), date(2024, 6, 30))
    assert promoted == {one.procedure_id: ["Trần Anh Thư"]}
    assert queries.promoters_of([one.procedure_id], date(2024, 5, 1), date(2024, 5, 31)) == {}


@pytest.mark.clause("5.1.f")
def test_the_centre_names_its_own_for_what_it_has_a_step_in(world: World):
    assert named(world, by="mai", officer="lan").office.code == "trung-tam"


@pytest.mark.clause("5.1.f")
def test_only_leaders_name_and_only_their_own_officials(world: World):
    for by, officer in (("thu", "thu"), ("binh", "binh"), ("quang", "lan"), ("mai", "thu")):
        with pytest.raises(NotAllowed, match="cán bộ của cơ quan mình"):
            named(world, by, officer)


@pytest.mark.parametrize(
    ("other", "reason"),
    [({"task": "  "}, "làm gì"), ({"to_on": date(2024, 5, 31)}, "trước ngày bắt đầu")],
)
def test_days_run_forward_and_a_task_says_something(world: World, other, reason):
    with pytest.raises(acts.NotFit, match=reason):
        named(world, **other)


@pytest.mark.clause("5.1.f")
def test_nobody_is_named_twice_for_the_same_time(world: World):
    named(world, to_on=date(2024, 6, 30))
    with pytest.raises(acts.AlreadySo, match="đã được cử"):
        named(world, from_on=date(2024, 6, 30))
    assert named(world, from_on=date(2024, 7, 1)).to_on is None


@pytest.mark.clause("5.1.f")
def test_who_named_ends_it_after_a_day(world: World):
    one = named(world)
    with pytest.raises(NotAllowed):
        acts.end_promoting(one, to_on=date(2024, 6, 30), by=world["mai"], at=AT)
    with pytest.raises(acts.NotFit):
        acts.end_promoting(one, to_on=date(2024, 5, 1), by=world["quang"], at=AT)
    assert acts.end_promoting(one, to_on=date(2024, 6, 30), by=world["quang"], at=AT).to_on == date(2024, 6, 30)
    with pytest.raises(acts.AlreadySo, match="30/06/2024"):
        acts.end_promoting(one, to_on=date(2024, 7, 30), by=world["quang"], at=AT)


@pytest.mark.clause("5.1.f")
def test_the_newest_target_that_has_begun_holds(world: World):
    aimed(world)
    aimed(world, online=50, from_on=date(2025, 1, 1))
    (may, june, next_year) = (queries.targets_on(day) for day in (date(2024, 5, 31), FROM, date(2025, 2, 1)))
    assert (may, june["so-khdt"].online, next_year["so-khdt"].online) == ({}, 30, 50)


@pytest.mark.clause("5.1.f")
def test_targets_are_set_by_the_body_or_the_centre_as_percents_once_a_day(world: World):
    aimed(world, by="mai")
    with pytest.raises(acts.AlreadySo):
        aimed(world)
    with pytest.raises(NotAllowed, match="Sở Kế hoạch và Đầu tư"):
        aimed(world, by="thu", from_on=date(2024, 7, 1))
    with pytest.raises(acts.NotFit, match="từ 0 đến 100"):
        aimed(world, online=101, from_on=date(2024, 7, 1))
    with pytest.raises(acts.NotFit, match="văn bản"):
        aimed(world, document=" ", from_on=date(2024, 7, 1))


def test_others_see_neither_promoters_nor_targets(world: World):
    one = named(world)
    aimed(world)
    assert [len(queries.promoters_for(world[who], AT, Place()).rows) for who in ("quang", "mai", "binh")] == [1, 1, 0]
    assert [len(queries.aims_of(world[who], AT)) for who in ("quang", "mai", "binh")] == [1, 1, 0]
    with pytest.raises(type(one).DoesNotExist):
        queries.promoter_for(world["binh"], one.pk, AT)


@pytest.mark.django_db(transaction=True)
def test_of_eight_at_once_one_names_one_ends_one_aims(transactional_db: None, world: World):
    quang = world["quang"]
    given = {"officer": world["thu"], "task": TASK, "from_on": FROM}
    one = one_wins(acts.name_promoter, world.version.procedure, **given, by=quang, at=AT)
    one_wins(acts.end_promoting, one, to_on=date(2024, 6, 30), by=quang, at=AT)
    share = {"online": 30, "postal": 10, "document": "45/KH-UBND", "from_on": FROM}
    one_wins(acts.set_target, world.offices["so-khdt"], **share, by=quang, at=AT)
    assert Target.objects.count() == 1
