"""The words in which procedures and processes are described: each a value kept and the Vietnamese that is shown."""

from django.db import models


class Channel(models.TextChoices):
    """How a dossier is filed."""

    COUNTER = "counter", "Trực tiếp"
    ONLINE = "online", "Trực tuyến"
    POST = "post", "Bưu chính công ích"


class Level(models.TextChoices):
    """The level of administration that settles a procedure."""

    PROVINCE = "province", "Cấp tỉnh"
    DISTRICT = "district", "Cấp huyện"
    COMMUNE = "commune", "Cấp xã"


class Online(models.IntegerChoices):
    """Level of the online public service: from 3 on a dossier can be filed online, at 4 paid and returned too."""

    TWO = 2, "Mức độ 2"
    THREE = 3, "Mức độ 3"
    FOUR = 4, "Mức độ 4"


class FeeKind(models.TextChoices):
    """Phí may partly stay with the collector; lệ phí all goes to the budget."""

    FEE = "fee", "Phí"
    CHARGE = "charge", "Lệ phí"


class StepKind(models.TextChoices):
    """What is done in a step of a process."""

    RECEIVE = "receive", "Tiếp nhận"
    ASSIGN = "assign", "Phân công"
    APPRAISE = "appraise", "Thẩm định"
    CONSULT = "consult", "Lấy ý kiến"
    FIELD_CHECK = "field_check", "Kiểm tra thực địa"
    COUNCIL = "council", "Hội đồng"
    APPROVE = "approve", "Phê duyệt"
    SIGN = "sign", "Ký ban hành"
    SEAL = "seal", "Đóng dấu"
    RETURN = "return", "Trả kết quả"


class Side(models.TextChoices):
    """The two sides that agree to a process (4.1.a-1)."""

    DEPARTMENT = "department", "Sở, ngành"
    CENTRE = "centre", "Trung tâm"


class Power(models.TextChoices):
    """What an official named in a decision may do for a procedure (5.1.c-1)."""

    APPRAISE = "appraise", "Thẩm định"
    APPROVE = "approve", "Ký phê duyệt"
