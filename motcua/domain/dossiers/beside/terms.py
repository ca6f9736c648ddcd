"""The words of what happens beside the steps: advice, field checks, councils, special arrangements."""

from django.db import models


class Opinion(models.TextChoices):
    """What a body that was asked says."""

    AGREES = "agrees", "Thống nhất"
    WITH_CONDITIONS = "conditions", "Thống nhất có điều kiện"
    DISAGREES = "disagrees", "Không thống nhất"
    NONE = "none", "Không có ý kiến"


class Part(models.TextChoices):
    """What somebody is in a council; secretary and guests have no vote."""

    CHAIR = "chair", "Chủ tịch hội đồng"
    MEMBER = "member", "Ủy viên"
    SECRETARY = "secretary", "Thư ký"
    GUEST = "guest", "Khách mời"


class Quorum(models.TextChoices):
    """How many of those with a vote must be there, as the decision on the council says."""

    MORE_THAN_HALF = "more_than_half", "Trên một nửa"
    TWO_THIRDS = "two_thirds", "Ít nhất hai phần ba"
    THREE_QUARTERS = "three_quarters", "Ít nhất ba phần tư"
    ALL = "all", "Tất cả"


class Vote(models.TextChoices):
    """How a member voted, where there was a vote."""

    FOR = "for", "Tán thành"
    AGAINST = "against", "Không tán thành"
    ABSTAINED = "abstained", "Không biểu quyết"


class Outcome(models.TextChoices):
    """What came of a sitting."""

    CARRIED = "carried", "Thông qua"
    AMENDED = "amended", "Thông qua, có yêu cầu chỉnh sửa"
    REFUSED = "refused", "Không thông qua"
    ADJOURNED = "adjourned", "Hoãn họp, không đủ thành phần"
