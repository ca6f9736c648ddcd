"""Every form of an act on a dossier in a real browser, as it opens and with everything missing; at all widths."""

from collections.abc import Callable

import pytest

from motcua.domain.dossiers import processing
from motcua.domain.dossiers.beside import answering
from motcua.domain.dossiers.beside.answering import Reply
from motcua.domain.dossiers.models import Breach
from motcua.domain.dossiers.results.models import Result
from motcua.domain.papers.signing.acts import register_certificate
from tests.acts.dossiers.beside.test_special import agreed, at_result
from tests.acts.dossiers.test_letters import apologised
from tests.beside import Beside
from tests.interlinked import COMMUNE, DESK, across, does, joined, leg, passes, received_at
from tests.signing import OFFICE, Keys
from tests.web.dossier.test_decision import TWO_APPROVALS
from tests.web.dossier.test_steps import page_of, step_of, to_assign
from tests.world import World, moment

pytestmark = pytest.mark.django_db(transaction=True)
AT = "2024-05-29 09:00"
Looks = Callable[..., None]


def test_the_forms_of_the_steps_break_no_rule(world: World, looks: Looks) -> None:
    waiting, given, appraised = world.received(), to_assign(world), world.in_appraisal()
    looks("lan", f"{page_of(waiting)}chuyen/", at=AT)
    looks("tam", step_of(world, given, "giao-lai"), at=AT)
    looks(
        "thu",
        *(step_of(world, appraised, act) for act in ("hoan-thanh", "tra-lai", "nghia-vu-tai-chinh")),
        at=AT,
    )


def test_the_forms_of_the_decision_break_no_rule(world: World, looks: Looks) -> None:
    there, elsewhere = world.at_approval(), world.at_approval(version=world.a_procedure(steps=TWO_APPROVALS))
    looks("minh", step_of(world, there, "khong-du-dieu-kien"), at=AT, send=True)
    looks("minh", step_of(world, elsewhere, "trinh-cap-tren"), step_of(world, there, "phe-duyet"), at=AT)


def test_the_forms_of_the_result_break_no_rule(world: World, looks: Looks, keys: Keys) -> None:
    dossier = world.with_result()
    given = {"data": keys.office.pem, "key": OFFICE, "by": world["kien"], "at": moment("2024-05-28 10:00")}
    register_certificate(world.offices["so-khdt"], **given)
    result = Result.objects.get(dossier=dossier)
    looks("hoa", f"{page_of(dossier)}ket-qua/them/", f"{page_of(dossier)}ket-qua/{result.pk}/tep/", at=AT, send=True)
    looks("hoa", f"{page_of(dossier)}ket-qua/{result.pk}/co-quan-ky/", at=AT)


def test_the_forms_that_stop_and_end_a_dossier_break_no_rule(world: World, looks: Looks) -> None:
    running, unpaid, resting, back = (
        page_of(dossier)
        for dossier in (world.in_appraisal(), world.awaiting_payment(), world.stopped(), world.withdrawn())
    )
    looks("lan", *(f"{running}{act}/" for act in ("tam-dung", "rut", "de-nghi-huy")), at=AT)
    looks("lan", f"{unpaid}chung-tu/", f"{resting}tiep-tuc/", f"{back}tra-giay-to/", at=AT)
    looks("quang", f"{running}huy/", at=AT)


def test_the_forms_of_advice_and_of_breaches_break_no_rule(world: World, looks: Looks) -> None:
    beside = Beside(world)
    asked, answered = beside.asked(), beside.asked()
    reply = Reply("conditions", "Phải có hợp đồng thuê trụ sở còn hiệu lực ít nhất một năm. " * 6)
    answering.answer_consultation(answered, reply=reply, by=world["binh"], at=moment("2024-05-28 08:00"))
    late = world.awaiting_supplement("2024-05-20", asked="2024-05-27")
    breach = Breach.objects.get(dossier=late)
    one, other = (f"{page_of(each.dossier)}y-kien/{each.pk}/" for each in (asked, answered))
    looks("binh", f"{one}tra-loi/", at="2024-05-28 08:00", send=True)
    looks("binh", one, other, at=AT)
    looks("thu", f"{one}bao-cham/", at=AT)
    looks("quang", f"{page_of(late)}giai-trinh/{breach.pk}/", at=AT, send=True)


def test_the_forms_of_special_ways_break_no_rule(world: World, looks: Looks) -> None:
    for kind in ("delivers", "originals"):
        agreed(world, kind)
    page = page_of(at_result(world, world.received()))
    looks("hoa", f"{page}giu-ban-chinh/", at=AT, send=True)
    looks("hoa", f"{page}tra-tai-co-quan/", at=AT)


def test_the_forms_of_letters_break_no_rule(world: World, looks: Looks) -> None:
    nothing = world.in_appraisal()
    looks("hoa", f"{page_of(nothing)}van-ban/", "/ho-so/mau-van-ban/", at=AT)
    dossier, paper = apologised(world)
    looks("hoa", f"{page_of(dossier)}van-ban/", at=AT)
    looks("hoa", "/ho-so/mau-van-ban/so-khdt/", f"{page_of(dossier)}van-ban/{paper.pk}/ban-ky/", at=AT, send=True)


def test_the_forms_of_legs_break_no_rule(world: World, looks: Looks) -> None:
    joined(world)
    monday = "2024-05-27 09:00"
    dossier = received_at(world, across(world), COMMUNE, "xuan", monday)
    processing.transfer(dossier, by=world["xuan"], at=moment(monday))
    does(world, dossier, "xuan", monday)
    passes(world, dossier, DESK, "xuan", monday, to="yen")
    looks("mai", f"{page_of(dossier)}khau/{leg(dossier, DESK).number}/don-doc/", at="2024-06-03 09:00", send=True)
