"""Nạp tỉnh mẫu (Quảng Ninh năm 2019) vào một cơ sở dữ liệu mới."""

import argparse
from collections.abc import Iterator

from motcua.cli.application import application, bring_up_to_date, step

ON_THE_WAY_OF_A_DOSSIER = ("lan", "nhi", "thu", "minh", "hoa", "ngan", "sang", "nga", "mai", "ha", "quan")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.epilog = "Tài khoản của mọi cán bộ mẫu được in ra khi nạp xong."


def carry_out(options: argparse.Namespace) -> int:
    """Load it, and say who can sign in; refused where a province has begun to work."""
    with application():
        from django.utils import timezone

        from motcua.demo import loading

        bring_up_to_date()
        loading.load(now=timezone.now(), step=step)
        print(*accounts(), sep="\n")
    return 0


def load_at_first_start() -> None:
    """The demo province, if nothing has been entered yet."""
    from django.utils import timezone

    from motcua.demo import loading

    now = timezone.now()
    if not loading.is_loaded(now):
        loading.load(now=now, step=step)


def accounts() -> Iterator[str]:
    """Who can sign in, in the order in which a dossier meets them; nothing where the demo was not loaded."""
    from django.core.exceptions import ObjectDoesNotExist

    from motcua.demo import business, from_home, staff
    from motcua.domain.organisations import queries
    from motcua.domain.vietnamese.identity import show_phone

    officials = {official.username: official for official in staff.officials()}
    try:
        shown = [
            officials[name] for name in ON_THE_WAY_OF_A_DOSSIER if queries.officer(name).name == officials[name].name
        ]
    except ObjectDoesNotExist:
        return
    yield f"Tài khoản mẫu, mật khẩu {staff.password()}:"
    for official in shown:
        yield f"  {official.username:<6} {official.name}, {official.title}"
    yield "Người dân (bấm Đăng nhập, nhập số điện thoại; mã hiện ngay trên trang), cùng mật khẩu:"
    for person in (from_home.AN, from_home.BINH, business.CHINH):
        filed = "có hồ sơ nộp từ nhà; " if person is not business.CHINH else ""
        yield f"  {show_phone(person.phone)}  {person.name}: {filed}{business.RIGHTS[person.phone]}"
    yield f"  ({business.NAME}, mã số thuế {business.TAX_CODE}: ba người, mỗi người một quyền)"
