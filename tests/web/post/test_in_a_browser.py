"""The pages of the post in a browser: no breach of WCAG, no sideways scrolling, also with everything missing."""

from collections.abc import Callable

import pytest

from motcua.domain.dossiers.delivery import consigned
from motcua.domain.post import endings, movements
from motcua.domain.post.models import DispatchList, Movement
from motcua.domain.post.signs import ByCarrier
from motcua.domain.post.terms import Remedy
from tests.posted import LATER, Desk, receipt, said
from tests.web.post.test_desk import DESK, THEN
from tests.world import World

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.mark.clause("4.1.e", "4.1.c")
def test_every_page_of_the_desk_is_for_all(world: World, looks: Callable[..., None]) -> None:
    desk = Desk(world)
    done, lost, held = desk.given(*(desk.result() for _ in range(3)))
    consigned.delivered(done, handed_out=receipt(collected=1), by=desk.ngoc, at=LATER)
    endings.report_missing(lost, reason="Không có tin", by=desk.ngoc, at=LATER)
    consigned.lost(lost, remedy=Remedy.REISSUED, explanation="Tra tìm không thấy", by=desk.ngoc, at=LATER)
    movements.note_word(held, word=said("not_reached", held.number, reason="Vắng nhà"), by=desk.ngoc, at=LATER)
    movements.hear(said("moved", "EQ404VN"), carrier="counter", by=ByCarrier(), at=LATER)
    dossier, strange = world.at_centre(), Movement.objects.get(number="EQ404VN").pk
    desk.result(grams=250)
    opened = desk.drawn_up()
    listed = DispatchList.objects.order_by("id").first()
    pages = [DESK, f"{DESK}giao/", f"{DESK}bang-ke/", f"{DESK}tin-la/", f"{DESK}thu-ho/", f"{DESK}cuoc/"]
    pages += [f"{DESK}{each.pk}/" for each in (done, lost, held)] + [f"{DESK}bang-ke/{listed.pk}/"]
    looks("ngoc", *pages, at=THEN)
    forms = [f"{DESK}gui/{dossier.code}/", f"{DESK}{held.pk}/bao-phat/", f"{DESK}{held.pk}/chuyen-hoan/"]
    forms += [f"{DESK}tin-la/{strange}/", f"{DESK}thu-ho/nhap/", f"{DESK}bang-ke/{opened.pk}/"]
    looks("ngoc", *forms, at=THEN, send=True)
    looks("ngoc", f"{DESK}{held.pk}/tin/", at=THEN)


@pytest.mark.clause("4.1.c")
def test_the_pages_of_who_receives_are_for_all(world: World, looks: Callable[..., None]) -> None:
    desk = Desk(world)
    looks("lan", DESK, at=THEN)
    one = desk.pick_up()
    movements.note_word(one, word=said("handed_out", one.number), by=desk.lan, at=LATER)
    looks("lan", f"{DESK}lay/", f"{DESK}{one.pk}/mo/", at=THEN, send=True)
    looks("lan", f"{DESK}{one.pk}/", at=THEN)
