"""Complaints and denunciations that wait for a signature, signed on the screen, read as letters by who may."""

from collections.abc import Callable

import pytest

from motcua.domain.feedback import passing
from motcua.domain.feedback.models import Feedback
from motcua.domain.feedback.terms import Kind
from motcua.domain.organisations import acts
from motcua.domain.organisations.models import Officer
from motcua.domain.organisations.policies import Founder
from tests.counting import statements
from tests.feedback import AN, MONDAY, TUESDAY, head_of_the_centre, routed, sent
from tests.papers.reading import flat
from tests.people import CENTRE
from tests.web.at_desk import Official, words_of
from tests.web.portal.conftest import Visitor
from tests.web.voices.conftest import visitor as visitor
from tests.world import PASSWORD, World

pytestmark = pytest.mark.clause("4.6.a", "3.3-2")
DESK, AT = "/kiem-tra-giam-sat/", "2024-05-28 10:00"
Sits = Callable[[str], Official]


def the_head(world: World) -> Officer:
    acts.give_account(head_of_the_centre(world), username="hai", password=PASSWORD, by=Founder(), at=MONDAY)
    world.cast["hai"] = Officer.objects.get(code="hai")
    return world.cast["hai"]


def at(item: Feedback, page: str = "") -> str:
    return f"{DESK}{item.code}/{page}"


def test_the_head_signs_and_everybody_concerned_reads(world: World, sits: Sits, visitor: Visitor) -> None:
    the_head(world)
    hai, mai, follow = sits("hai"), sits("mai"), "/phan-anh/theo-doi/"
    assert "Không có đơn nào chờ ký" in hai.reads(f"{DESK}chuyen-don/", AT)
    waits = sent(world, kind=Kind.COMPLAINT)
    here = visitor.reads(f"{follow}{waits.secret}", AT)
    assert "Khiếu nại theo Luật Khiếu nại" in here and "Thứ Tư, 29/05/2024" in here and "trả lời bạn" not in here
    item = routed(world, kind=Kind.COMPLAINT)
    assert "chờ lãnh đạo Trung tâm ký" in visitor.reads(f"{follow}{item.secret}", AT)
    assert visitor.asks(f"{follow}{item.secret}/thong-bao.pdf", AT).status_code == 404
    assert item.code in hai.reads(f"{DESK}chuyen-don/", AT) and "Chờ bạn ký" in hai.reads(DESK, AT)
    assert "Chờ bạn ký" not in mai.reads(DESK, AT)
    assert mai.sends(at(item, "ky-chuyen/"), AT).status_code == 403
    assert "Luật Khiếu nại số 02/2011/QH13" in hai.reads(at(item, "ky-chuyen/"), AT)
    assert hai.sends(at(item, "ky-chuyen/"), AT).status_code == 302
    assert hai.sends(at(item, "ky-chuyen/"), AT).status_code == 409
    for page in ("thong-bao.pdf", "chuyen-don.pdf"):
        assert AN.name in flat(sits("thu").asks(at(item, page), AT).content)
        assert sits("binh").asks(at(item, page), AT).status_code == 404
    letter = visitor.asks(f"{follow}{item.secret}/thong-bao.pdf", AT)
    assert item.code in flat(b"".join(letter.streaming_content) if letter.streaming else letter.content)
    assert sits("thu").asks(f"{DESK}chuyen-don/", AT).status_code == 403


def test_a_denunciation_can_be_found_by_none_of_those_it_is_about(world: World, sits: Sits) -> None:
    the_head(world)
    own = sent(world, kind=Kind.DENUNCIATION, official=world["lan"], about=None)
    sits("mai").sends(at(own, "phan-loai/"), AT, kind="denunciation", about=CENTRE, official="lan")
    for who in ("hai", "lan"):
        for page in ("", "ky-chuyen/", "thong-bao.pdf", "chuyen-don.pdf"):
            assert sits(who).asks(at(own, page), AT).status_code in (403, 404), (who, page)
    assert own.code not in sits("hai").reads(f"{DESK}chuyen-don/", AT)
    assert "người khác ký" in words_of(sits("mai").asks(at(own, "ky-chuyen/"), AT))


def test_the_list_costs_the_same_for_few_and_many(
    world: World, sits: Sits, django_assert_max_num_queries: Callable[[int], object]
) -> None:
    mai = sits("mai")
    routed(world, kind=Kind.COMPLAINT)
    mai.reads(f"{DESK}chuyen-don/", AT)
    with django_assert_max_num_queries(7) as few:
        mai.reads(f"{DESK}chuyen-don/", AT)
    for _ in range(9):
        routed(world, kind=Kind.COMPLAINT)
    with django_assert_max_num_queries(len(statements(few))):
        mai.reads(f"{DESK}chuyen-don/", AT)


def test_the_pages_break_no_rule_of_accessibility(
    transactional_db: None, world: World, looks: Callable[..., None]
) -> None:
    head = the_head(world)
    looks("hai", f"{DESK}chuyen-don/", at=AT)
    item, other = routed(world, kind=Kind.COMPLAINT), routed(world, kind=Kind.COMPLAINT)
    looks("hai", f"{DESK}chuyen-don/", DESK, at(item), at(item, "ky-chuyen/"), at=AT)
    passing.sign_passing_on(other, by=head, at=TUESDAY)
    looks("hai", at(other), at=AT)
