"""The accounts that money goes to, by their screens: entered by the Centre's accountant, read by both sides."""

import pytest

from motcua.domain.fees.models import BankAccount
from tests.money import CashDesk
from tests.people import PLANNING
from tests.world import World

HERE = "/doi-soat/tai-khoan/"
NOW = "2024-05-27 09:00"


@pytest.mark.clause("4.5.b", "5.3.c")
def test_the_accountant_enters_an_account_and_the_department_reads_its_own(world: World, sits) -> None:
    CashDesk(world)
    thao, quang = sits("thao"), sits("quang")
    assert "Chưa có tài khoản nào" in thao.reads(HERE, NOW)
    given = {"owner": PLANNING, "use": "collecting", "bank": "Vietcombank", "bank_bin": "970436", "number": "10145",
             "holder": "Sở Kế hoạch và Đầu tư", "valid_from": "27/05/2024"}  # fmt: skip
    assert thao.sends(f"{HERE}moi/", NOW, **given | {"bank_bin": "9"}).status_code == 409
    assert thao.sends(f"{HERE}moi/", NOW, **given | {"holder": ""}).status_code == 422
    assert thao.sends(f"{HERE}moi/", NOW, **given).status_code == 302
    assert "Đang dùng" in quang.reads(HERE, NOW)
    assert quang.asks(f"{HERE}moi/", NOW).status_code == 403
    assert BankAccount.objects.get().number == "10145"
    world["quang"].postings.update(office=world.offices["so-tp"])
    assert "10145" not in sits("quang").reads(HERE, NOW)
