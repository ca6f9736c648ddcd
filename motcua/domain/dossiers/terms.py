"""The words in which a dossier is described: each a value kept and the Vietnamese that is shown."""

from django.db import models


class ApplicantKind(models.TextChoices):
    """Who owns the matter."""

    PERSON = "person", "Cá nhân"
    BUSINESS = "business", "Doanh nghiệp"
    ORGANISATION = "organisation", "Cơ quan, tổ chức"
    FOREIGNER = "foreigner", "Người nước ngoài"


class IdentityKind(models.TextChoices):
    """By which number somebody is known; how each is checked stands in `vietnamese.identity`."""

    CCCD = "cccd", "Căn cước công dân"
    CMND = "cmnd", "Chứng minh nhân dân"
    PASSPORT = "passport", "Hộ chiếu"
    TAX_CODE = "tax_code", "Mã số thuế"
    ESTABLISHMENT = "establishment", "Quyết định thành lập"


# The papers with which each kind of applicant files, the usual one first.
IDENTITIES = {
    ApplicantKind.PERSON: (IdentityKind.CCCD, IdentityKind.CMND, IdentityKind.PASSPORT),
    ApplicantKind.FOREIGNER: (IdentityKind.PASSPORT,),
    ApplicantKind.BUSINESS: (IdentityKind.TAX_CODE,),
    ApplicantKind.ORGANISATION: (IdentityKind.TAX_CODE, IdentityKind.ESTABLISHMENT),
}


class EarlyEnding(models.TextChoices):
    """How a dossier ends without a result."""

    WITHDRAWN = "withdrawn", "Rút hồ sơ"
    CANCELLED = "cancelled", "Hủy hồ sơ"


class CancelGround(models.TextChoices):
    """Why a dossier may be cancelled, and no other reason."""

    NOT_SUPPLEMENTED = "not_supplemented", "Không bổ sung hồ sơ trong thời hạn đã thông báo"
    NO_APPLICANT = "no_applicant", "Cá nhân đã chết, tổ chức đã giải thể, không có người kế thừa"
    RECEIVED_BY_MISTAKE = "mistake", "Tiếp nhận nhầm, không thuộc thẩm quyền hoặc trùng hồ sơ khác"


class ReturnBy(models.TextChoices):
    """How the applicant wishes the result."""

    COUNTER = "counter", "Nhận trực tiếp tại Trung tâm"
    POST = "post", "Qua bưu chính công ích"
    ELECTRONIC = "electronic", "Bản điện tử, tải về từ trang của tôi"


# Who stands at the counter may have no page of their own.
AT_COUNTER = [(each.value, each.label) for each in (ReturnBy.COUNTER, ReturnBy.POST)]


class GuidedBy(models.TextChoices):
    """How guidance was given."""

    COUNTER = "counter", "Tại quầy"
    PHONE = "phone", "Tổng đài"
    PORTAL = "portal", "Cổng dịch vụ công"
    SOCIAL = "social", "Mạng xã hội"
    LETTER = "letter", "Văn bản qua bưu chính"


class BreachKind(models.TextChoices):
    """What the regulation asks and did not get."""

    LATE_TRANSFER = "late_transfer", "Chuyển hồ sơ chậm"
    LATE_SUPPLEMENT = "late_supplement", "Yêu cầu bổ sung quá 3 ngày làm việc"
    SECOND_SUPPLEMENT = "second_supplement", "Yêu cầu bổ sung quá một lần"
    LATE_APOLOGY = "late_apology", "Xin lỗi muộn hơn 1 ngày trước hạn"
    OVERRUN = "overrun", "Giải quyết quá hạn"
    LATE_REJECTION = "late_rejection", "Trả hồ sơ không đủ điều kiện sau hạn"
    ELSEWHERE = "elsewhere", "Quyết định hồ sơ ngoài Trung tâm"
    LATE_ADVICE = "late_advice", "Trả lời ý kiến quá hạn"
    LATE_LEG = "late_leg", "Khâu liên thông quá hạn"
