"""What kinds of bodies there are."""

from django.db import models


class OfficeKind(models.TextChoices):
    """Levels are data: since 01/07/2025 there are no districts."""

    PROVINCE = "province", "Ủy ban nhân dân tỉnh"
    CENTRE = "centre", "Trung tâm Phục vụ Hành chính công tỉnh"
    DIVISION = "division", "Phòng của Trung tâm"
    DEPARTMENT = "department", "Sở, ban, ngành"
    DISTRICT = "district", "Ủy ban nhân dân cấp huyện"
    DISTRICT_CENTRE = "district_centre", "Trung tâm Hành chính công cấp huyện"
    COMMUNE = "commune", "Ủy ban nhân dân cấp xã"
