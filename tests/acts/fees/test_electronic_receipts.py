"""Electronic receipts of a provider that misbehaves: one number, one issue, one cancelling, however it answers."""

import json
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

import pytest

from motcua.domain.fees import collecting, electronic_receipts, money_out
from motcua.domain.fees.electronic_receipts import PAUSES
from motcua.domain.fees.gateways.answers import Outcome
from motcua.domain.fees.gateways.signing import is_right, sealed
from motcua.domain.fees.models import ElectronicReceipt, Receipt, ReceiptBook
from motcua.domain.fees.providers import Given
from motcua.domain.fees.terms import Method, ReceiptErrand
from motcua.domain.journal.acts import together
from motcua.domain.journal.system import System
from motcua.domain.regulation.answers import NotAllowed, Refused
from tests.acts.messages.conftest import Clock
from tests.money import AT, CashDesk

pytestmark = [pytest.mark.django_db, pytest.mark.clause("4.5.a")]
SECRET, HANGS, CUTS, UNSIGNED = "bí mật của nhà cung cấp", -1, 0, -2


class Provider:
    """What it was asked and what it has made, by key."""

    def __init__(self) -> None:
        self.asked: list[tuple[str, str]] = []
        self.numbers: dict[str, str] = {}
        self.issued: dict[str, str] = {}
        self.cancelled: list[str] = []
        self.answers: list[int | dict[str, Any]] = []
        self.badly_signed = 0
        self.slow = threading.Event()

    def answer(self, what: str, body: dict[str, Any]) -> tuple[int, dict[str, Any]]:
        self.asked.append((what, body["id"]))
        self.badly_signed += not is_right(body, SECRET)
        told = self.answers.pop(0) if self.answers else 200
        if isinstance(told, dict):
            return 200, sealed(told, SECRET)
        made: dict[str, Any] = {}
        if told < 400:  # it does it even where its answer is lost
            made = self._made(what, body["id"])
        return (200, made) if told == UNSIGNED else (told, sealed(made, SECRET))

    def _made(self, what: str, key: str) -> dict[str, Any]:
        if what == "numbers":
            return {"number": self.numbers.setdefault(key, f"C24TQN{len(self.numbers) + 1:06}")}
        if what == "receipts":
            return {"lookup": self.issued.setdefault(key, f"TC{len(self.issued) + 1}")}
        self.cancelled.append(key)
        return {}


@pytest.fixture
def provider(settings: Any) -> Iterator[Provider]:
    """A provider on the loopback, asked over HTTP."""
    one = Provider()

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
            status, said = one.answer(self.path.rpartition("/")[2], body)
            if status == CUTS:
                self.close_connection = True
                return
            if status == HANGS:
                one.slow.wait(5)
                return
            content = json.dumps(said).encode()
            self.send_response(status)
            self.send_header("Content-Length", str(len(content)))
            self.end_headers()
            self.wfile.write(content)

        def log_message(self, *_: object) -> None:
            return

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever, args=(0.01,))
    thread.start()
    settings.RECEIPTS_URL = f"http://127.0.0.1:{server.server_port}"
    settings.RECEIPTS_SECRET, settings.RECEIPTS_SECONDS = SECRET, 0.3
    yield one
    one.slow.set()
    server.shutdown()
    thread.join()
    server.server_close()


def given(desk: CashDesk) -> Receipt:
    """A receipt out of an electronic book."""
    desk.book()
    ReceiptBook.objects.update(electronic=True)
    yen = desk.world["yen"]
    return collecting.collect(desk.bill(), method=Method.CARD, amount=50_000, document="1", by=yen, at=AT)


def test_a_receipt_is_numbered_and_issued_once_whatever_was_lost_on_the_way(desk: CashDesk, provider: Provider) -> None:
    given(desk)
    provider.answers = [HANGS, UNSIGNED, 200, CUTS, 500, {"lookup": 7}, {"lookup": ""}]
    clock = Clock(AT)
    for _ in range(9):
        electronic_receipts.run_receipts(clock)
        clock.after(hours=5)
    one = ElectronicReceipt.objects.get()
    assert (one.number, one.lookup, one.errand, one.next_at) == ("C24TQN000001", "TC1", "", None)
    assert (len(provider.numbers), len(provider.issued), provider.badly_signed) == (1, 1, 0)
    assert {key for _, key in provider.asked} == {str(one.key)}
    asked = len(provider.asked)
    assert electronic_receipts.run_receipts(clock) == 0
    assert len(provider.asked) == asked


def test_a_void_receipt_is_cancelled_there_and_the_next_is_issued(desk: CashDesk, provider: Provider) -> None:
    receipt, yen, thao = given(desk), desk.world["yen"], desk.world["thao"]
    electronic_receipts.run_receipts(Clock(AT))
    asked = money_out.propose_void(receipt, reason="Sai tên", by=yen, at=AT)
    money_out.agree_to_money_out(asked, by=thao, at=AT)
    electronic_receipts.run_receipts(Clock(AT))
    first, second = ElectronicReceipt.objects.order_by("id")
    assert (first.cancelled_at, first.errand, second.cancelled_at) == (AT, "", None)
    assert provider.cancelled == [str(first.key)]
    assert second.number == "C24TQN000002"


def test_made_void_before_it_was_issued_it_is_issued_and_then_cancelled(desk: CashDesk, provider: Provider) -> None:
    receipt = given(desk)
    asked = money_out.propose_void(receipt, reason="Sai tên", by=desk.world["yen"], at=AT)
    money_out.agree_to_money_out(asked, by=desk.world["thao"], at=AT)
    electronic_receipts.run_receipts(Clock(AT))
    first, second = ElectronicReceipt.objects.order_by("id")
    assert (first.issued_at, first.cancelled_at, second.cancelled_at) == (AT, AT, None)


def test_what_is_refused_or_tried_in_vain_is_given_up_where_people_see_it(desk: CashDesk, provider: Provider) -> None:
    given(desk)
    provider.answers = [422]
    electronic_receipts.run_receipts(Clock(AT))
    one = ElectronicReceipt.objects.get()
    assert (one.given_up, one.said) == (True, "nhà cung cấp trả lời 422")
    thao = desk.world["thao"]
    with pytest.raises(NotAllowed, match="kế toán"):
        electronic_receipts.send_receipt_again(one, by=desk.world["yen"], at=AT)
    again = electronic_receipts.send_receipt_again(one, by=thao, at=AT)
    assert (again.given_up, again.next_at, again.tries, again.key) == (False, AT, 0, one.key)
    with pytest.raises(Refused, match="không chờ gửi lại"):
        electronic_receipts.send_receipt_again(one, by=thao, at=AT)
    ElectronicReceipt.objects.update(next_at=AT, tries=len(PAUSES))
    provider.answers = [500]
    electronic_receipts.run_receipts(Clock(AT))
    assert ElectronicReceipt.objects.get().given_up


def test_a_number_of_another_receipt_is_not_taken_and_an_old_answer_changes_nothing(
    desk: CashDesk, provider: Provider
) -> None:
    given(desk)
    yen = desk.world["yen"]
    collecting.collect(desk.bill(2), method=Method.CARD, amount=50_000, document="2", by=yen, at=AT)
    provider.answers = [{"number": "N1"}, 200, {"number": "N1"}]
    electronic_receipts.run_receipts(Clock(AT))
    first, second = ElectronicReceipt.objects.order_by("id")
    assert (first.number, second.number) == ("N1", "")
    late = Given(Outcome.DONE, "N9")
    again = electronic_receipts.note_electronic_receipt(
        first, errand=ReceiptErrand.NUMBER, given=late, by=System(), at=AT
    )
    assert again.number == "N1"


def test_without_a_provider_number_and_code_are_given_here_and_none_is_asked_inside_an_act(desk: CashDesk) -> None:
    given(desk)
    with together(), pytest.raises(RuntimeError):
        electronic_receipts.run_receipts(Clock(AT))
    assert electronic_receipts.run_receipts(Clock(AT)) == 2
    assert ElectronicReceipt.objects.get().number == "01BLP2-001/AA/24/0000001"
