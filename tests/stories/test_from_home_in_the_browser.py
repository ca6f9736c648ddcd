"""One whole matter from home on a telephone, from the page of the identity provider to a result in "my dossiers".

With a paper to bring later and a payment owed on the way; once with JavaScript and once without. What An does, An
does on the screen; what officials do meanwhile are their acts.
"""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect
from pytest_django.live_server_helper import LiveServer

from motcua.domain.dossiers import decision, processing, supplement
from motcua.domain.dossiers.delivery import handover
from motcua.domain.dossiers.delivery.handover import Recipient
from motcua.domain.dossiers.from_home import answering
from motcua.domain.dossiers.handed_in import Fault
from motcua.domain.dossiers.models import Dossier, Sent
from motcua.domain.dossiers.pauses import pausing
from motcua.domain.filing import answering as filing
from motcua.domain.filing.models import Submission
from motcua.domain.journal.queries import entries
from tests.filing import _a_pdf
from tests.moments import moment
from tests.web.citizen.conftest import connected, provider  # noqa: F401 - a real provider on this machine
from tests.web.conftest import tell_the_time
from tests.world import World

pytestmark = pytest.mark.django_db(transaction=True)
NAME = "Nguyễn Hoài An"


class AtHome:
    """An with a telephone, and the clock on the wall."""

    def __init__(self, page: Page, server: LiveServer, folder: Path) -> None:
        self.page, self.server, self.folder, self.files = page, server, folder, 0

    def at(self, moment_: str) -> None:
        tell_the_time(self.server, moment_)

    def presses(self, name: str) -> None:
        with self.page.expect_navigation():
            self.page.locator("main").get_by_role("button", name=name).first.click()

    def follows(self, name: str) -> None:
        with self.page.expect_navigation():
            self.page.locator("main").get_by_role("link", name=name).first.click()

    def sends_a_file(self, button: str) -> None:
        """From the list of papers: open one, choose a file, and come back when it is there."""
        self.follows(button)
        self.files += 1
        file = self.folder / f"giay-{self.files}.pdf"
        file.write_bytes(_a_pdf(f"giấy {self.files}"))
        self.page.get_by_label("Chụp ảnh hoặc chọn tệp").set_input_files(file)
        if self.page.get_by_role("button", name="Gửi tệp đã chọn").is_visible():
            self.presses("Gửi tệp đã chọn")
        else:
            expect(self.page.get_by_text("Đã nhận 1 trang")).to_be_visible()
            self.page.reload()
        self.follows("Xong giấy tờ này")

    def is_told(self, words: str) -> None:
        expect(self.page.locator("main").get_by_text(words).first).to_be_visible()


@pytest.fixture(params=[True, False], ids=["with JavaScript", "without JavaScript"])
def home(request: Any, browser: Browser, live_server: LiveServer, tmp_path: Path) -> Iterator[AtHome]:
    context = browser.new_context(
        viewport={"width": 360, "height": 740}, java_script_enabled=request.param, locale="vi-VN", is_mobile=True
    )
    yield AtHome(context.new_page(), live_server, tmp_path)
    context.close()


def signs_in(home: AtHome, provider_: str) -> None:
    """By the page of the provider, as everybody does."""
    home.page.goto(f"{home.server.url}/ho-so-cua-toi/")
    home.presses("Đăng nhập bằng VNeID")
    home.page.wait_for_url(f"{provider_}/**")
    with home.page.expect_navigation():
        home.page.get_by_role("button", name="an", exact=True).click()
    expect(home.page.get_by_role("heading", name="Hồ sơ của tôi")).to_be_visible()


@pytest.mark.clause("4.1.c", "5.1.d", "5.1.e-2", "4.5.a", "3.3-1", "3.1")
def test_from_the_provider_to_a_result_in_my_dossiers(home: AtHome, world: World, connected: str) -> None:  # noqa: F811
    files_a_matter(home, world, connected)
    officials = Officials(world)
    officials.receive_and_ask_for_a_paper()
    brings_what_is_missing(home, connected)
    officials.take_it_in_and_ask_for_a_payment()
    pays_what_is_owed(home, connected)
    officials.finish()
    reads_and_rates_the_result(home, connected)
    assert [entry.act for entry in entries(Dossier.objects.get()) if entry.act in TOLD_AT_HOME] == list(TOLD_AT_HOME)


TOLD_AT_HOME = (
    "receive", "request_supplement", "send_supplement", "accept_supplement", "ask_for_payment", "send_payment_proof",
    "payment_proven", "approve", "hand_over", "deliver",  # that it was rated stands apart, for nobody to read
)  # fmt: skip


def files_a_matter(home: AtHome, world: World, connected: str) -> None:  # noqa: F811
    version = world.a_procedure(days=3, online_level=3)
    home.at("2024-05-27 08:00")
    signs_in(home, connected)
    home.page.goto(f"{home.server.url}/thu-tuc/{version.procedure.code}/")
    home.follows("Nộp trực tuyến")
    home.presses("Bắt đầu")
    for component in version.components.filter(required=True, case=""):
        home.sends_a_file(f"Chụp ảnh hoặc chọn tệp : {component.name}")
    home.follows("Điền thông tin")
    home.page.get_by_label("Địa chỉ").fill("Xã Hạ Long, huyện Vân Đồn")
    home.presses("Lưu thông tin")
    home.follows("Xem lại và nộp")
    home.presses("Nộp hồ sơ")
    home.is_told("Cán bộ trả lời trước")


def brings_what_is_missing(home: AtHome, connected: str) -> None:  # noqa: F811
    home.at("2024-05-28 19:00")
    signs_in(home, connected)
    home.is_told("Chờ bạn bổ sung giấy tờ")
    home.follows("Đăng ký thành lập")
    home.follows("Bổ sung từ nhà")
    home.is_told("được tính lại từ đầu")
    home.sends_a_file("Chụp ảnh hoặc chọn tệp")
    home.presses("Gửi tất cả cho cán bộ")
    home.is_told("Đã gửi giấy tờ bổ sung")
    home.is_told("Cán bộ trả lời trước 17:00 ngày 29/05/2024")


def pays_what_is_owed(home: AtHome, connected: str) -> None:  # noqa: F811
    home.at("2024-05-29 19:00")
    signs_in(home, connected)
    home.is_told("Chờ bạn nộp tiền theo thông báo")
    home.follows("Đăng ký thành lập")
    home.follows("Xem phải nộp gì, gửi chứng từ")
    home.is_told("1.500.000 ₫")
    home.sends_a_file("Chụp ảnh hoặc chọn tệp chứng từ")
    home.page.get_by_label("Số biên lai hoặc mã giao dịch").fill("FT24150123456")
    home.presses("Gửi cán bộ")
    home.is_told("Đã gửi chứng từ, chờ cán bộ xem")


def reads_and_rates_the_result(home: AtHome, connected: str) -> None:  # noqa: F811
    home.at("2024-06-03 19:00")
    signs_in(home, connected)
    home.follows("tin chưa đọc")
    home.is_told("đã có kết quả")
    home.presses("Đã đọc hết")
    home.page.goto(f"{home.server.url}/ho-so-cua-toi/")
    home.is_told("Đã trả kết quả")
    home.follows("Đăng ký thành lập")
    home.is_told("22A8001234")
    home.follows("Đánh giá")
    home.page.get_by_label("Hài lòng", exact=True).check()
    home.presses("Gửi đánh giá")
    home.is_told("Bạn đã đánh giá: hài lòng.")


class Officials:
    """What happens in the offices meanwhile, by the acts of the officials."""

    def __init__(self, world: World) -> None:
        self.world = world

    def receive_and_ask_for_a_paper(self) -> None:
        lan, thu, at = self.world["lan"], self.world["thu"], moment("2024-05-27 09:00")
        dossier = filing.accept_submission(Submission.objects.get(), by=lan, at=at)
        processing.transfer(dossier, by=lan, at=at)
        processing.take(self.world.task(dossier), by=thu, at=at)
        fault = Fault(dossier.submitted.order_by("id")[0].component_id, missing=False, reason="Thiếu chữ ký ở trang 2")
        supplement.request_supplement(
            self.world.task(dossier), faults=(fault,), reason="Hồ sơ chưa hợp lệ", by=thu, at=moment("2024-05-28 10:00")
        )

    def take_it_in_and_ask_for_a_payment(self) -> None:
        dossier = answering.accept(Sent.objects.get(), by=self.world["lan"], at=moment("2024-05-29 08:30"))
        at = moment("2024-05-29 10:00")
        notice = pausing.Notice("Nghị định 43/2014/NĐ-CP, Điều 61 khoản 4", "215/TB-CCT", at.date(), 1_500_000)
        pausing.ask_for_payment(self.world.task(dossier), notice=notice, by=self.world["thu"], at=at)

    def finish(self) -> None:
        world, at = self.world, moment("2024-05-30 09:00")
        dossier = answering.accept(Sent.objects.get(kind="payment"), by=world["lan"], at=at)
        processing.complete_step(world.task(dossier), note="Đủ điều kiện", by=world["thu"], at=at)
        dossier = decision.approve(world.task(dossier), by=world["minh"], at=at)
        processing.take(world.task(dossier), by=world["hoa"], at=at)
        processing.complete_step(world.task(dossier), by=world["hoa"], at=at)
        dossier = decision.record_result(dossier, number="22A8001234", on=at.date(), by=world["hoa"], at=at)
        handover.hand_over(dossier, by=world["ngoc"], at=at)
        handover.deliver(dossier, to=Recipient(NAME), by=world["ngoc"], at=moment("2024-05-31 09:00"))
