"""The states of a seal, and what a result must be before a seal touches it."""

from dataclasses import dataclass
from datetime import date

from django.db import models


class SealState(models.TextChoices):
    """Where a second seal is in its life; it is used in one state only."""

    REGISTERED = "registered", "Đã đăng ký, chưa giao Trung tâm"
    IN_USE = "in_use", "Đang sử dụng"
    DAMAGED = "damaged", "Hỏng, đã thu khỏi sử dụng"
    LOST = "lost", "Mất"
    RETURNED = "returned", "Đã trả lại sở, ngành"


@dataclass(frozen=True)
class SignedResult:
    """A signed result as this package knows it: plain values, and the digest that no other result has."""

    dossier_code: str
    title: str
    number: str
    on: date
    digest: str
    department_id: int
    centre_id: int
    procedure_id: int
