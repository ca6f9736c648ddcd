"""A bank's statement: read from CSV, XLSX and MT940, tried row by row, taken in once and whole or not at all."""

import io
from typing import Any

import pytest
import xlsxwriter

from motcua.domain.fees.models import Arrival, Charge, Receipt, Statement
from motcua.domain.fees.statements.importing import Outcome, import_statement, keep_statement, read, tried
from motcua.domain.fees.statements.rows import NotAStatement, read_amount
from motcua.domain.fees.terms import ArrivalState
from motcua.domain.regulation.answers import NotAllowed
from tests.money import AT, CashDesk
from tests.racing import one_wins
from tests.world import World

pytestmark = pytest.mark.clause("4.5.b")
HEAD = ["Ngày giao dịch", "Số tham chiếu", "Ghi nợ", "Ghi có", "Nội dung", "Tên tài khoản đối ứng"]


def lines(bill: Charge) -> list[list[Any]]:
    """Money for a bill, money for nobody knows what, money out, and the sum below."""
    return [
        ["27/05/2024 08:15", "FT1", "", "50.000", f"NGUYEN VAN AN {bill.reference}", "NGUYEN VAN AN"],
        ["27/05/2024", "FT2", "", "70,000 VND", "chuyen tien", "TRAN BINH"],
        ["27/05/2024", "FT3", "11.000", "", "Phi dich vu", ""],
        ["", "", "Tổng cộng", "120.000", "", ""],
    ]


def as_csv(bill: Charge, *more: list[Any]) -> bytes:
    rows = [["NGÂN HÀNG THƯƠNG MẠI"], HEAD, *lines(bill), *more]
    return "\n".join(";".join(map(str, row)) for row in rows).encode("utf-8-sig")


def as_xlsx(bill: Charge) -> bytes:
    file = io.BytesIO()
    with xlsxwriter.Workbook(file, {"in_memory": True}) as book:
        sheet = book.add_worksheet()
        for number, row in enumerate([HEAD, *lines(bill)]):
            sheet.write_row(number, 0, row)
        sheet.write_number(1, 3, 50_000)
    return file.getvalue()


def as_mt940(bill: Charge) -> bytes:
    return (
        ":20:SAOKE\n:25:970436/1014567890\n:28C:00001/001\n:60F:C240526VND1000000,\n"
        f":61:2405270527C50000,NTRFFT1//FT1\n:86:NGUYEN VAN AN {bill.reference}\n"
        ":61:2405270527C70000,NTRFFT2//FT2\n:86:CHUYEN TIEN\n"
        ":61:2405270527D11000,NTRFFT3//FT3\n:86:PHI DICH VU\n:62F:C240527VND1109000,\n"
    ).encode()


def kept(desk: CashDesk, content: bytes) -> Statement:
    given: dict[str, Any] = {"name": "sao-ke", "desk": desk.centre, "office": desk.department}
    return keep_statement(content, **given, by=desk.world["thao"], at=AT)


@pytest.mark.django_db
@pytest.mark.clause("4.5.a")
@pytest.mark.parametrize("made", [as_csv, as_xlsx, as_mt940])
def test_in_each_format_it_is_tried_first_and_then_taken_in_once(desk: CashDesk, made: Any) -> None:
    desk.book()
    statement = kept(desk, made(desk.bill()))
    assert [each.outcome for each in tried(statement)] == [Outcome.PAYS, Outcome.WAITS, Outcome.OUT]
    assert Arrival.objects.count() == 0
    with pytest.raises(NotAllowed):
        import_statement(statement, by=desk.world["yen"], at=AT)
    import_statement(statement, by=desk.world["thao"], at=AT)
    states = list(Arrival.objects.order_by("id").values_list("amount", "state"))
    assert states == [(50_000, ArrivalState.SETTLED), (70_000, ArrivalState.WAITING)]
    assert Receipt.objects.count() == 1
    with pytest.raises(NotAStatement, match="đã được nhập lúc"):
        import_statement(statement, by=desk.world["thao"], at=AT)
    assert desk.is_sound()


@pytest.mark.django_db
def test_the_same_file_or_line_again_is_none(desk: CashDesk) -> None:
    desk.book()
    bill = desk.bill()
    first, thao = kept(desk, as_csv(bill)), desk.world["thao"]
    import_statement(first, by=thao, at=AT)
    with pytest.raises(NotAStatement, match="đã được nhập"):
        import_statement(kept(desk, as_csv(bill)), by=thao, at=AT)
    longer = kept(desk, as_csv(bill, ["28/05/2024", "FT9", "", "9.000", "them", ""]))
    assert [each.outcome for each in tried(longer)] == [Outcome.KNOWN, Outcome.KNOWN, Outcome.OUT, Outcome.WAITS]
    assert import_statement(longer, by=thao, at=AT).lines == 1
    assert Receipt.objects.count() == 1


@pytest.mark.django_db
def test_two_lines_that_say_the_same_without_a_mark_of_the_bank_are_two_sums(desk: CashDesk) -> None:
    twice = ["28/05/2024", "", "", "9.000", "gui xe", ""]
    statement = kept(desk, as_csv(desk.bill(), twice, twice))
    import_statement(statement, by=desk.world["thao"], at=AT)
    assert Arrival.objects.filter(amount=9_000).count() == 2


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("wrong", "says"),
    [
        (["hôm qua", "FT9", "", "9.000", "a", ""], "Ngày “hôm qua”"),
        (["28/05/2024", "FT9", "", "9.000,50", "a", ""], "Số tiền “9.000,50”"),
        (["28/05/2024", "FT9", "", "", "a", ""], "không có số tiền"),
    ],
)
def test_a_wrong_line_is_named_and_nothing_changes(desk: CashDesk, wrong: list[Any], says: str) -> None:
    desk.book()
    statement = kept(desk, as_csv(desk.bill(), wrong))
    with pytest.raises(NotAStatement, match=f"Dòng 7: .*{says}"):
        import_statement(statement, by=desk.world["thao"], at=AT)
    assert (Arrival.objects.count(), Receipt.objects.count()) == (0, 0)


@pytest.mark.parametrize(
    "content",
    [b"", b"\xff\xfe\x00", b"a;b;c\n1;2;3", b"PK\x03\x04rubbish", b":20:X\n:61:nonsense", b"x" * (5 * 2**20 + 1)],
)
def test_a_file_that_is_no_statement_says_so(content: bytes) -> None:
    with pytest.raises(NotAStatement):
        read("tệp", content)


@pytest.mark.parametrize(
    ("written", "dong"),
    [("50.000", 50_000), ("50,000.00", 50_000), ("50000", 50_000), ("+1.250.000 ₫", 1_250_000), (50_000.0, 50_000),
     ("", 0), ("50000,00", 50_000)],
)  # fmt: skip
def test_an_amount_is_read_as_banks_write_it(written: Any, dong: int) -> None:
    assert read_amount(written) == dong


@pytest.mark.parametrize("written", ["5.00.00", "50.5", "năm mươi", 0.5, "9" * 20, "50.000.12"])
def test_an_amount_that_could_be_two_is_none(written: Any) -> None:
    with pytest.raises(ValueError, match="Số tiền"):
        read_amount(written)


@pytest.mark.django_db(transaction=True)
def test_of_eight_who_take_in_one_statement_one_does(transactional_db: None, world: World) -> None:
    desk = CashDesk(world)
    desk.book()
    one_wins(import_statement, kept(desk, as_csv(desk.bill())), by=world["thao"], at=AT)
    assert Arrival.objects.count() == 2
