"""What people with an account may do for others, and what binds them to those for whom they file."""

from enum import StrEnum

from django.db import models


class Power(models.TextChoices):
    """What a member of a business may do in its name."""

    FILE = "file", "Nộp, bổ sung và rút hồ sơ"
    FOLLOW = "follow", "Theo dõi hồ sơ, nhận giấy tờ"
    PAY = "pay", "Nộp phí, lệ phí"
    MANAGE = "manage", "Thêm, bớt người và quyền của họ"


class Relation(models.TextChoices):
    """Why somebody files for another: a relative for whom the law lets one act, or a written authority."""

    CHILD = "child", "Con chưa thành niên"
    PARENT = "parent", "Cha hoặc mẹ"
    SPOUSE = "spouse", "Vợ hoặc chồng"
    WARD = "ward", "Người được giám hộ"
    AUTHORISED = "authorised", "Người ủy quyền bằng văn bản"


class Purpose(models.TextChoices):
    """For what somebody shows by a code that an address is their own."""

    SIGN_IN = "sign_in", "Đăng nhập hoặc mở tài khoản"
    CONTACT = "contact", "Đổi điện thoại hoặc thư điện tử"
    ONESELF = "oneself", "Xác nhận chính chủ trước việc quan trọng"
    COUNTER = "counter", "Ghi điện thoại hoặc thư điện tử tại quầy"


class SignedInBy(models.TextChoices):
    """How somebody came in."""

    PROVIDER = "provider", "Tài khoản định danh"
    CODE = "code", "Mã gửi đến điện thoại hoặc thư điện tử"
    PASSWORD = "password", "Mật khẩu"


class SecondBy(models.TextChoices):
    """What opened the second lock of an account that has one."""

    APP = "totp", "mã từ ứng dụng"
    RECOVERY = "recovery", "mã dự phòng"


class Proof(StrEnum):
    """How it is known who somebody is."""

    PROVIDER = "provider"  # an identity provider such as VNeID said so
    OFFICIAL = "official"  # an official saw the identity card
    OWN_WORD = "own_word"

    @property
    def label(self) -> str:
        """In words."""
        return _PROOFS[self]


_PROOFS = {
    Proof.PROVIDER: "đã định danh điện tử",
    Proof.OFFICIAL: "cán bộ đã đối chiếu giấy tờ",
    Proof.OWN_WORD: "tự khai, chưa đối chiếu",
}
