"""Linked procedures filed as one: birth, residence, health card. One form, one receipt, one total date."""

from dataclasses import replace
from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from motcua.domain.dossiers import checks, decision, processing
from motcua.domain.dossiers.delivery import handover
from motcua.domain.dossiers.delivery.handover import Recipient
from motcua.domain.dossiers.filed_together import bundle_drafts, bundles
from motcua.domain.dossiers.filed_together.bundle_drafts import PartPlan
from motcua.domain.dossiers.filed_together.bundle_models import Bundle, BundleFiling
from motcua.domain.dossiers.filed_together.bundles import BundleForm
from motcua.domain.dossiers.handed_in import Brought
from motcua.domain.dossiers.models import Dossier
from motcua.domain.dossiers.stages import Stage
from motcua.domain.papers.queries import papers_of
from motcua.domain.procedures.models import Version
from motcua.domain.procedures.parts import ComponentPart
from motcua.domain.regulation.answers import NotAllowed, Refused
from tests.world import AN, World, moment

AT = moment("2024-05-27")
FORM, BIRTH_PAPER, PHOTO = "Tờ khai đăng ký khai sinh", "Giấy chứng sinh", "Ảnh của trẻ"
CERTIFICATE, CHANGE = "Bản sao Giấy khai sinh", "Phiếu báo thay đổi hộ khẩu"


def three(world: World) -> tuple[Version, ...]:
    """Birth registration, residence that needs the certificate, a health card that needs it too."""

    def asks(name: str, days: int, *papers: str) -> Version:
        components = tuple(ComponentPart(paper, originals=1) for paper in papers)
        return world.a_procedure(name=name, days=days, components=components)

    return (
        asks("Đăng ký khai sinh", 3, FORM, BIRTH_PAPER),
        asks("Đăng ký thường trú cho trẻ", 4, CHANGE, CERTIFICATE),
        asks("Cấp thẻ bảo hiểm y tế cho trẻ", 3, FORM, PHOTO, CERTIFICATE),
    )


def drafted(world: World, code: str = "khai-sinh-thuong-tru-bhyt") -> Bundle:
    """The bundle as the department draws it up."""
    birth, residence, card = (version.procedure for version in three(world))
    parts = (PartPlan(birth), PartPlan(residence, 1, CERTIFICATE), PartPlan(card, 1, CERTIFICATE))
    return bundle_drafts.draft_bundle(code, name="Khai sinh, thường trú, thẻ BHYT", parts=parts, by=world["tam"], at=AT)


@pytest.fixture
def bundle(world: World) -> Bundle:
    """The bundle, published by the Centre."""
    given = {"decision": "88/QĐ-UBND", "valid_from": AT.date()}
    return bundle_drafts.publish_bundle(drafted(world), **given, by=world["mai"], at=AT)


def form(
    world: World, hand_out: str = "together", papers: tuple[str, ...] = (FORM, BIRTH_PAPER, PHOTO, CHANGE)
) -> BundleForm:
    """What An brings: each paper once."""
    filing = replace(world.filing(), applicant=AN)
    return BundleForm(filing, tuple((name, Brought(0, originals=1)) for name in papers), hand_out)


def filed(world: World, bundle: Bundle, **other: str) -> tuple[BundleFiling, list[Dossier]]:
    """Received by Lan."""
    filing = bundles.receive_bundle(bundle, form=form(world, **other), by=world["lan"], at=AT)
    return filing, [row.dossier for row in filing.bundled.select_related("dossier").order_by("position")]


def with_result(world: World, dossier: Dossier, number: str = "45/2024") -> Dossier:
    """Handled to its result on the same day."""
    up_to_result(world, dossier)
    return decision.record_result(dossier, number=number, on=AT.date(), by=world["hoa"], at=AT)


def up_to_result(world: World, dossier: Dossier) -> None:
    """Every step before the result."""
    if dossier.stage == Stage.RECEIVED:
        processing.transfer(dossier, by=world["lan"], at=AT)
    processing.take(world.task(dossier), by=world["thu"], at=AT)
    processing.complete_step(world.task(dossier), by=world["thu"], at=AT)
    decision.approve(world.task(dossier), by=world["minh"], at=AT)
    processing.take(world.task(dossier), by=world["hoa"], at=AT)
    processing.complete_step(world.task(dossier), by=world["hoa"], at=AT)


def broken() -> list[str]:
    """What must always hold and does not."""
    return [line for each in checks.invariants() for line in each.broken]


@pytest.mark.clause("5.1.đ-1", "5.1.đ-2")
def test_one_form_makes_a_dossier_for_each_with_one_receipt_and_one_total_date(world: World, bundle: Bundle) -> None:
    filing, dossiers = filed(world, bundle)
    assert [each.stage for each in dossiers] == [Stage.RECEIVED, Stage.HELD, Stage.HELD]
    assert len({each.code for each in dossiers}) == 3
    assert filing.due_at == moment("2024-06-06 17:00")
    receipt = papers_of(dossiers[0].stream).get()
    assert receipt.form_code == "bundle_receipt"
    assert [row["code"] for row in receipt.facts["matters"]] == [each.code for each in dossiers]
    assert [row["waits_for"] for row in receipt.facts["matters"]] == ["", "Đăng ký khai sinh", "Đăng ký khai sinh"]
    assert [paper["name"] for paper in receipt.facts["components"]] == [FORM, BIRTH_PAPER, PHOTO, CHANGE]
    assert dossiers[2].submitted.count() == 2
    assert broken() == []


@pytest.mark.clause("5.1.đ-1")
def test_what_waits_begins_when_the_certificate_is_there_and_its_number_flows_in(world: World, bundle: Bundle) -> None:
    _, (birth, residence, card) = filed(world, bundle)
    with_result(world, birth)
    residence, card = world.again(residence), world.again(card)
    assert [residence.stage, card.stage] == [Stage.TRANSFERRED, Stage.TRANSFERRED]
    assert residence.bundled.came_number == "45/2024"
    assert residence.submitted.filter(component__name=CERTIFICATE, copies=1).count() == 1
    assert residence.due_at == moment("2024-05-31 17:00")
    assert broken() == []


@pytest.mark.clause("5.1.e-1")
def test_what_waits_is_returned_when_the_first_is_not_granted(world: World, bundle: Bundle) -> None:
    _, (birth, residence, card) = filed(world, bundle)
    processing.transfer(birth, by=world["lan"], at=AT)
    processing.take(world.task(birth), by=world["thu"], at=AT)
    processing.complete_step(world.task(birth), by=world["thu"], at=AT)
    decision.reject(world.task(birth), reason="Không đủ căn cứ", by=world["minh"], at=AT)
    assert [world.again(each).stage for each in (residence, card)] == [Stage.REJECTED, Stage.REJECTED]
    assert broken() == []


@pytest.mark.clause("4.1.e")
@pytest.mark.parametrize(("hand_out", "waits"), [("together", True), ("each", False)])
def test_results_go_out_together_or_as_they_come(world: World, bundle: Bundle, hand_out: str, waits: bool) -> None:
    _, (birth, _, _) = filed(world, bundle, hand_out=hand_out)
    handover.hand_over(with_result(world, birth), by=world["ngoc"], at=AT)
    give = {"to": Recipient("Nguyễn Văn An"), "by": world["ngoc"], "at": AT}
    if waits:
        with pytest.raises(bundles.WaitsForOthers, match="cùng lúc"):
            handover.deliver(birth, **give)
    else:
        assert handover.deliver(birth, **give).stage == Stage.DELIVERED


@pytest.mark.clause("4.1.a-1", "4.1.b")
def test_a_bundle_is_published_by_both_sides_before_anybody_files_by_it(world: World) -> None:
    bundle = drafted(world)
    given = {"decision": "88/QĐ-UBND", "valid_from": AT.date(), "at": AT}
    with pytest.raises(bundles.NotPublished):
        bundles.receive_bundle(bundle, form=form(world), by=world["lan"], at=AT)
    for somebody in ("tam", "lan", "binh"):
        with pytest.raises(NotAllowed):
            bundle_drafts.publish_bundle(bundle, **given, by=world[somebody])
    with pytest.raises(bundle_drafts.Faulty, match="quyết định"):
        bundle_drafts.publish_bundle(bundle, **{**given, "decision": " "}, by=world["mai"])
    bundle_drafts.publish_bundle(bundle, **given, by=world["mai"])
    with pytest.raises(bundle_drafts.Faulty, match="đã được công bố"):
        bundle_drafts.publish_bundle(bundle, **given, by=world["mai"])


@pytest.mark.clause("5.1.đ-1")
def test_a_bundle_needs_two_procedures_in_order_and_the_body_of_the_first(world: World) -> None:
    one, two = world.version.procedure, world.a_procedure().procedure
    for parts in ((PartPlan(one),), (PartPlan(one), PartPlan(one)), (PartPlan(one, 2), PartPlan(two))):
        with pytest.raises(bundle_drafts.Faulty):
            bundle_drafts.draft_bundle("nhom", name="Nhóm", parts=parts, by=world["tam"], at=AT)
    with pytest.raises(NotAllowed):
        bundle_drafts.draft_bundle("nhom", name="Nhóm", parts=(PartPlan(one), PartPlan(two, 1)), by=world["lan"], at=AT)


@pytest.mark.clause("5.1.d")
def test_a_missing_paper_of_any_of_them_is_refused_and_nothing_is_received(world: World, bundle: Bundle) -> None:
    with pytest.raises(Refused, match=PHOTO):
        bundles.receive_bundle(
            bundle, form=form(world, papers=(FORM, BIRTH_PAPER, CHANGE)), by=world["lan"], at=moment("2024-05-28")
        )
    assert not BundleFiling.objects.exists()
    assert date(2024, 5, 28) not in {each.received_at.date() for each in Dossier.objects.all() if each.received_at}


def test_receiving_three_as_one_costs_less_than_receiving_three(world: World, bundle: Bundle) -> None:
    lan, brought = world["lan"], form(world)
    lan.held  # noqa: B018 - a signed-in official comes with them
    bundles.receive_bundle(bundle, form=brought, by=lan, at=AT)
    with CaptureQueriesContext(connection) as captured:
        bundles.receive_bundle(bundle, form=brought, by=lan, at=AT)
    sent = [each for each in captured if not each["sql"].startswith(("SAVEPOINT", "RELEASE"))]
    assert len(sent) <= 3 * 14


@pytest.mark.clause("5.1.đ-1", "4.1.a-1")
def test_a_draft_is_drawn_up_anew_or_given_up_by_its_body_until_it_is_published(world: World) -> None:
    bundle = drafted(world)
    birth, residence, _ = (row.procedure for row in bundle.parts.select_related("procedure"))
    given = {"name": "Khai sinh, thường trú", "parts": (PartPlan(birth), PartPlan(residence, 1, CERTIFICATE))}
    for somebody in ("mai", "lan", "binh"):
        with pytest.raises(NotAllowed):
            bundle_drafts.redraft_bundle(bundle, **given, by=world[somebody], at=AT)
        with pytest.raises(NotAllowed):
            bundle_drafts.discard_bundle(bundle, by=world[somebody], at=AT)
    changed = bundle_drafts.redraft_bundle(bundle, **given, by=world["quang"], at=AT)
    assert (changed.drafted_by, changed.parts.count()) == (world["quang"], 2)
    published = {"decision": "88/QĐ-UBND", "valid_from": AT.date(), "by": world["mai"], "at": AT}
    bundle_drafts.publish_bundle(bundle, **published)
    with pytest.raises(bundle_drafts.AlreadyPublished):
        bundle_drafts.redraft_bundle(bundle, **given, by=world["tam"], at=AT)
    with pytest.raises(bundle_drafts.AlreadyPublished):
        bundle_drafts.discard_bundle(bundle, by=world["tam"], at=AT)
    other = bundle_drafts.draft_bundle("nhom-khac", **given, by=world["tam"], at=AT)
    bundle_drafts.discard_bundle(other, by=world["tam"], at=AT)
    assert [each.code for each in Bundle.objects.all()] == [bundle.code]
    with pytest.raises(bundle_drafts.Faulty, match="đã được bỏ"):
        bundle_drafts.publish_bundle(other, **published)


@pytest.mark.clause("4.1.a-1", "4.1.b")
def test_the_centre_sends_a_draft_back_with_its_reason_and_waits_for_the_body(world: World) -> None:
    bundle = drafted(world)
    signs = {"by": world["mai"], "at": AT}
    with pytest.raises(NotAllowed):
        bundle_drafts.send_back_bundle(bundle, reason="Chưa rõ", by=world["tam"], at=AT)
    with pytest.raises(bundle_drafts.Faulty, match="lý do"):
        bundle_drafts.send_back_bundle(bundle, reason=" ", **signs)
    bundle_drafts.send_back_bundle(bundle, reason="Bỏ thẻ bảo hiểm y tế", **signs)
    with pytest.raises(bundle_drafts.Faulty, match="đã được trả lại"):
        bundle_drafts.publish_bundle(bundle, decision="88/QĐ-UBND", valid_from=AT.date(), **signs)
    with pytest.raises(bundle_drafts.Faulty, match="đã được trả lại"):
        bundle_drafts.send_back_bundle(bundle, reason="Một lần nữa", **signs)


@pytest.mark.clause("5.1.đ-1", "4.1.b")
def test_a_bundle_holds_only_procedures_in_force_and_supplies_papers_they_ask_for(world: World) -> None:
    birth, residence, _ = (version.procedure for version in three(world))
    for supplied, after in (("Sổ hộ khẩu", 1), (CERTIFICATE, None)):
        parts = (PartPlan(birth), PartPlan(residence, after, supplied))
        with pytest.raises(bundle_drafts.Faulty):
            bundle_drafts.draft_bundle("nhom", name="Nhóm", parts=parts, by=world["tam"], at=AT)
    bundle = drafted(world, "nhom-ba")
    with pytest.raises(bundles.NotPublished, match="không có hiệu lực"):
        bundle_drafts.publish_bundle(bundle, decision="88/QĐ-UBND", valid_from=date(2001, 1, 1), by=world["mai"], at=AT)


def test_a_code_is_taken_once_and_fits_an_address(world: World) -> None:
    parts = tuple(PartPlan(row.procedure) for row in drafted(world, "mot-nhom").parts.select_related("procedure"))
    for code in ("mot-nhom", "Một nhóm", "", "a" * 41):
        with pytest.raises(bundle_drafts.Faulty):
            bundle_drafts.draft_bundle(code, name="Nhóm", parts=parts, by=world["tam"], at=AT)
