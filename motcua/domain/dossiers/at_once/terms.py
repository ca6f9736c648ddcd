"""The books in which what is settled at once is entered."""

from django.db import models


class Book(models.TextChoices):
    """By the mark that stands behind the number."""

    COPY = "SCT/BS", "Sổ chứng thực bản sao từ bản chính"
    SIGNATURE = "SCT/CK", "Sổ chứng thực chữ ký"
    CONTRACT = "SCT/HĐ", "Sổ chứng thực hợp đồng, giao dịch"
    OTHER = "GQN", "Sổ việc giải quyết ngay"
