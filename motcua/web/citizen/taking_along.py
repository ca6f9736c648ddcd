"""Everything that is kept of somebody with an account, for the owner to take along."""

from datetime import datetime
from typing import Any

from motcua.domain.citizens import queries, second_factor, visits
from motcua.domain.filing import mine
from motcua.domain.listing import Place
from motcua.domain.vietnamese.dates import local, show_date, show_moment
from motcua.web.following.words import row_of

MOST = 2000  # lines of each kind


def of_account(person: Any, at: datetime) -> dict[str, Any]:
    """Plain values under the words that stand on the pages."""
    return {
        "Lập lúc": show_moment(local(at)),
        "Tài khoản": _account(person),
        "Doanh nghiệp, tổ chức": [_member(each) for each in queries.memberships(person)],
        "Nộp thay": [_authority(each) for each in queries.authorities(person)],
        "Đăng nhập gần đây": [
            {"Lúc": show_moment(local(each.at)), "Thiết bị": each.device, "Bằng cách nào": each.get_how_display(),
             "Lớp thứ hai": each.get_second_display()}
            for each in visits.lately(person)
        ],
        "Hồ sơ": [_dossier(row_of(each, at)) for each in mine.mine(person, at, Place(size=MOST)).rows],
    }  # fmt: skip


def _account(person: Any) -> dict[str, Any]:
    return {
        "Họ và tên": person.name,
        "Số định danh cá nhân": person.identity_number,
        "Ngày sinh": show_date(person.born_on) if person.born_on else "",
        "Nơi cư trú": person.address,
        "Điện thoại": person.phone,
        "Thư điện tử": person.email,
        "Danh tính": person.get_proof_display(),
        "Nơi định danh": person.issuer,
        "Mở lúc": show_moment(local(person.opened_at)),
        "Xác thực hai lớp": "đang bật" if second_factor.is_on(person) else "chưa bật",
    }


def _dossier(row: Any) -> dict[str, Any]:
    return {"Mã": row.code, "Thủ tục": row.procedure, "Đứng tên": row.owner, "Tình trạng": row.word, "Từ": row.since}


def _member(member: Any) -> dict[str, Any]:
    business = member.business
    return {"Mã số thuế": business.tax_code, "Tên": business.name, "Từ": show_moment(local(member.since))}


def _authority(authority: Any) -> dict[str, Any]:
    until = show_date(authority.to_on) if authority.to_on else ""
    return {
        "Người được nộp thay": authority.name, "Quan hệ": authority.get_relation_display(),
        "Từ ngày": show_date(authority.from_on), "Đến hết ngày": until,
    }  # fmt: skip
