"""The log of guidance: whom it was given to, and its sheet to print again."""

import pytest
from django.test import Client

from motcua.domain.dossiers.guidance import Asking, guide
from motcua.domain.dossiers.handed_in import Fault
from motcua.domain.dossiers.models import Guidance
from tests.people import CENTRE
from tests.web.counter.conftest import MORNING, at, signed_in
from tests.world import World

pytestmark = pytest.mark.django_db
HERE = "/quay/huong-dan/"


def guided(world: World, name: str) -> Guidance:
    missing = (Fault(world.version.components.get(position=1).pk, missing=True, reason="Chưa có trong hồ sơ."),)
    asking = Asking(world.version, world.offices[CENTRE], name, "0912345678")
    return guide(asking, faults=missing, advice="Mang theo bản chính.", by=world["lan"], at=MORNING)


def test_no_guidance_yet_says_so(lan: Client):
    assert "Chưa có lần hướng dẫn nào" in lan.get(HERE, **at()).content.decode()


def test_it_is_found_by_name_whatever_the_marks(lan: Client, world: World):
    guided(world, "Trần Thị Bưởi"), guided(world, "Lê Văn Cam")
    page = lan.get(f"{HERE}?tim=tran+thi+buoi", **at()).content.decode()
    assert "Trần Thị Bưởi" in page
    assert "Lê Văn Cam" not in page
    assert "Không có lần hướng dẫn nào cho “xoài”" in lan.get(f"{HERE}?tim=xoài", **at()).content.decode()


def test_the_list_is_as_cheap_with_many_as_with_one(
    lan: Client, world: World, django_assert_max_num_queries: pytest.FixtureRequest
):
    for number in range(3):
        guided(world, f"Người thứ {number}")
    lan.get(HERE, **at())
    with django_assert_max_num_queries(4):
        lan.get(HERE, **at())


@pytest.mark.clause("4.1.c", "5.1.d")
def test_one_shows_what_was_said_and_its_sheet(lan: Client, world: World):
    given = guided(world, "Trần Thị Bưởi")
    page = lan.get(f"{HERE}{given.pk}/", **at()).content.decode()
    for words in (
        "Giấy đề nghị đăng ký doanh nghiệp",
        "Chưa có trong hồ sơ.",
        "Mang theo bản chính.",
        "Phiếu hướng dẫn",
    ):
        assert words in page
    assert lan.get(f"/giay-to/{given.paper_id}.pdf", **at()).content.startswith(b"%PDF")


def test_it_is_for_the_counter_only(world: World, ngoc: Client):
    given = guided(world, "Trần Thị Bưởi")
    assert ngoc.get(f"{HERE}{given.pk}/", **at()).status_code == 200
    assert signed_in(world, "thu").get(f"{HERE}{given.pk}/", **at()).status_code == 403
    assert signed_in(world, "binh").get(f"/giay-to/{given.paper_id}.pdf", **at()).status_code == 404


@pytest.mark.clause("5.1.f")
def test_the_sheet_tells_that_the_dossier_may_come_by_post(world: World):
    paper = guided(world, "Trần Thị Bưởi").paper
    assert "Qua dịch vụ bưu chính công ích" in paper.facts["ways_to_file"]
