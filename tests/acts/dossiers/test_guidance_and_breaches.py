"""Guidance before receipt, once and complete; breaches explained by those who committed them."""

import pytest

from motcua.domain.dossiers import breaches, guidance, processing
from motcua.domain.dossiers.handed_in import Fault
from motcua.domain.dossiers.intake import OutsideComponents
from motcua.domain.dossiers.models import Breach
from motcua.domain.journal.queries import entries
from motcua.domain.regulation.answers import NotAllowed, Refused
from tests.people import CENTRE
from tests.world import World, moment

AT = moment("2024-05-27")


@pytest.mark.clause("4.1.c", "5.1.d")
def test_guidance_is_recorded_with_a_checklist_of_every_component(world: World) -> None:
    second = world.version.components.order_by("position")[1]
    asking = guidance.Asking(world.version, world.offices[CENTRE], "Nguyễn Văn An", phone="0912345678")
    fault = Fault(second.pk, missing=True, reason="Mang theo bản sao căn cước công dân")
    given = guidance.guide(asking, faults=(fault,), advice="Nộp trước 16 giờ", by=world["lan"], at=AT)
    assert [item["present"] for item in given.paper.facts["items"]] == [True, False, None]
    assert [entry.act for entry in entries(given)] == ["guide"]


@pytest.mark.clause("5.1.d")
def test_guidance_can_not_ask_for_a_paper_outside_the_published_components(world: World) -> None:
    elsewhere = world.a_procedure().components.first()
    asking = guidance.Asking(world.version, world.offices[CENTRE], "Nguyễn Văn An")
    with pytest.raises(OutsideComponents):
        guidance.guide(asking, faults=(Fault(elsewhere.pk, missing=True, reason="Thêm"),), by=world["lan"], at=AT)


@pytest.mark.clause("4.1.c")
def test_guidance_at_the_desk_is_given_by_those_who_receive_there(world: World) -> None:
    asking = guidance.Asking(world.version, world.offices[CENTRE], "Nguyễn Văn An")
    with pytest.raises(NotAllowed):
        guidance.guide(asking, faults=(), by=world["binh"], at=AT)


@pytest.mark.clause("4.1.d-2")
def test_a_breach_is_explained_once_by_who_committed_it_or_the_head(world: World) -> None:
    late = moment("2024-05-28")
    dossier = processing.transfer(world.received("2024-05-27"), by=world["lan"], at=late)
    breach = Breach.objects.get(dossier=dossier)
    with pytest.raises(NotAllowed):
        breaches.explain_breach(breach, explanation="Nhầm", by=world["thu"], at=late)
    with pytest.raises(Refused, match="giải trình"):
        breaches.explain_breach(breach, explanation=" ", by=world["lan"], at=late)
    explained = breaches.explain_breach(breach, explanation="Mất điện cả chiều", by=world["lan"], at=late)
    assert (explained.explanation, explained.explained_at) == ("Mất điện cả chiều", late)
    with pytest.raises(breaches.AlreadyExplained):
        breaches.explain_breach(breach, explanation="Lại mất điện", by=world["lan"], at=late)
