"""Of each body one account for each use is in force on a day; another one takes its place, nothing is changed."""

from datetime import date

import pytest

from motcua.domain.fees import accounts
from motcua.domain.fees.accounts import Details, NoAccount
from motcua.domain.fees.models import BankAccount
from motcua.domain.fees.terms import AccountUse
from motcua.domain.regulation.answers import NotAllowed
from tests.money import AT, CashDesk

BANK = Details("Vietcombank Quảng Ninh", "1014 5678-90", "Sở Kế hoạch và Đầu tư", "970436")
TODAY = AT.date()


def used(desk: CashDesk, details: Details = BANK, valid_from: date = TODAY, **other: object) -> BankAccount:
    given = {"owner": desk.department, "use": AccountUse.COLLECTING, "by": desk.world["thao"], "at": AT} | other
    return accounts.use_account(given.pop("owner"), given.pop("use"), details=details, valid_from=valid_from, **given)


@pytest.mark.clause("4.5.b")
def test_another_account_takes_the_place_of_the_one_before(desk: CashDesk) -> None:
    first = used(desk)
    assert first.number == "1014567890"
    second = used(desk, Details("BIDV Hạ Long", "440100", "Sở Kế hoạch và Đầu tư", "970418"), date(2024, 6, 1))
    in_force = {day: accounts.account_of(desk.department.pk, date(2024, *day)) for day in ((5, 26), (5, 31), (6, 1))}
    assert in_force == {(5, 26): None, (5, 31): first, (6, 1): second}
    with pytest.raises(NoAccount, match="Đã có tài khoản dùng từ ngày 01/06/2024"):
        used(desk, valid_from=date(2024, 6, 1))
    with pytest.raises(NoAccount, match="từ hôm nay"):
        used(desk, valid_from=date(2024, 5, 26))


@pytest.mark.clause("4.5.b")
def test_only_the_accountant_of_the_centre_or_an_administrator_says_where_money_goes(desk: CashDesk) -> None:
    for nobody in ("yen", "quang", "lan"):
        with pytest.raises(NotAllowed):
            used(desk, by=desk.world[nobody])
    assert used(desk, by=desk.world["kien"]).owner == desk.department


@pytest.mark.clause("4.5.b")
@pytest.mark.parametrize(
    ("wrong", "said"),
    [({"bank_bin": "97043"}, "6 chữ số"), ({"bank_bin": ""}, "6 chữ số"), ({"number": "12"}, "Số tài khoản"),
     ({"holder": " "}, "chủ tài khoản"), ({"bank": ""}, "tên ngân hàng")],
)  # fmt: skip
def test_details_from_which_no_transfer_can_be_made_are_refused(
    desk: CashDesk, wrong: dict[str, str], said: str
) -> None:
    with pytest.raises(NoAccount, match=said):
        used(desk, Details(**vars(BANK) | wrong))


@pytest.mark.clause("5.3.c")
def test_the_share_goes_to_the_centres_account_at_the_treasury_which_has_no_bin(desk: CashDesk) -> None:
    treasury = Details("Kho bạc Nhà nước Quảng Ninh", "3713.0.1099999", "Trung tâm Phục vụ Hành chính công")
    with pytest.raises(NoAccount, match="không phải của sở, ngành"):
        used(desk, treasury, use=AccountUse.TREASURY)
    made = used(desk, treasury, use=AccountUse.TREASURY, owner=desk.centre)
    assert accounts.treasury_of(desk.centre.pk, TODAY) == made
    assert accounts.account_of(desk.centre.pk, TODAY) is None
