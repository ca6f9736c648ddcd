"""Bodies in a tree with dates of validity, and the officials posted to them."""

from dataclasses import dataclass
from datetime import date, datetime
from functools import cached_property
from typing import ClassVar

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex
from django.db import models
from django.db.models import F, Q

from motcua.domain.vietnamese.dates import local

from .absence_models import Absence as Absence
from .kinds import OfficeKind
from .place_models import Device as Device
from .place_models import ElsewherePermit as ElsewherePermit
from .place_models import Network as Network
from .roles import Role


class Account(AbstractBaseUser):
    """What somebody signs in with. Rights do not hang on it: they follow from the postings of the officer."""

    username = models.CharField("tên đăng nhập", max_length=80, unique=True)
    is_active = models.BooleanField("đang dùng", default=True)

    USERNAME_FIELD = "username"
    REQUIRED_FIELDS: ClassVar[list[str]] = []
    objects = BaseUserManager()

    class Meta:
        verbose_name = "tài khoản"


class Office(models.Model):
    """A body or a part of one: the province, the Centre, its divisions, departments, districts, communes."""

    Kind = OfficeKind

    code = models.SlugField("mã", max_length=40, unique=True)
    identifier = models.CharField("mã định danh", max_length=35)
    identifier_is_invented = models.BooleanField("mã định danh tạm đặt", default=False)
    name = models.CharField("tên", max_length=200)
    short_name = models.CharField("tên gọn", max_length=80)
    abbreviation = models.CharField("chữ viết tắt trong số văn bản", max_length=20)
    kind = models.CharField("loại", max_length=20, choices=Kind)
    parent = models.ForeignKey(
        "self", verbose_name="cấp trên", null=True, blank=True, on_delete=models.PROTECT, related_name="parts"
    )
    address = models.CharField("địa chỉ", max_length=300, blank=True)
    phone = models.CharField("điện thoại", max_length=20, blank=True)
    valid_from = models.DateField("có từ ngày")
    valid_to = models.DateField("đến hết ngày", null=True, blank=True)
    sort_key = models.TextField("khóa sắp xếp", db_collation="C")

    class Meta:
        verbose_name = "cơ quan"
        constraints = [
            models.CheckConstraint(
                condition=Q(valid_to__isnull=True) | Q(valid_to__gte=F("valid_from")),
                name="office_validity_runs_forward",
                violation_error_message="Ngày hết hiệu lực không được trước ngày bắt đầu.",
            ),
            models.CheckConstraint(
                condition=Q(parent__isnull=True) | ~Q(parent=F("id")), name="office_is_not_its_own_parent"
            ),
        ]
        indexes = [models.Index(fields=["kind", "sort_key"], name="office_by_kind")]

    def __str__(self) -> str:
        return self.name

    @property
    def stream(self) -> str:
        """The journal's stream of this office."""
        return f"office/{self.pk}"

    def exists_on(self, day: date) -> bool:
        """Whether the body existed on that day."""
        return self.valid_from <= day and (self.valid_to is None or day <= self.valid_to)


@dataclass(frozen=True)
class Held:
    """One posting as its holder carries it: where, with which roles, from when to when."""

    office_id: int
    office_code: str
    office_name: str
    body_id: int
    body_code: str
    body_kind: str
    seat_id: int | None
    title: str
    roles: frozenset[str]
    from_on: date
    to_on: date | None

    def holds_on(self, day: date) -> bool:
        """Whether the posting is in force that day."""
        return self.from_on <= day and (self.to_on is None or day <= self.to_on)

    def places(self) -> set[int]:
        """The bodies where its holder works: the body itself and the one-stop where he or she sits."""
        return {self.body_id} | ({self.seat_id} if self.seat_id else set())


class Officer(models.Model):
    """A named official. Rights follow from postings and authorisations on the day, so nothing is left behind."""

    code = models.SlugField("mã cán bộ", max_length=40, unique=True)
    name = models.CharField("họ và tên", max_length=120)
    folded = models.TextField("tên để tìm")
    sort_key = models.TextField("khóa sắp xếp theo tên", db_collation="C")
    phone = models.CharField("điện thoại", max_length=20, blank=True)
    email = models.EmailField("thư điện tử công vụ", blank=True)
    account = models.OneToOneField(
        Account, verbose_name="tài khoản", null=True, blank=True, on_delete=models.PROTECT, related_name="officer"
    )

    class Meta:
        verbose_name = "cán bộ"
        indexes = [
            models.Index(fields=["sort_key", "id"], name="officer_by_name"),
            GinIndex(fields=["folded"], name="officer_by_folded", opclasses=["gin_trgm_ops"], fastupdate=False),
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def stream(self) -> str:
        """The journal's stream of this officer."""
        return f"officer/{self.pk}"

    @cached_property
    def held(self) -> tuple[Held, ...]:
        """All postings ever held, read once; `queries.account_with_officer` fills it in its own statement."""
        from .queries import held_by

        return held_by(self.pk)

    def held_at(self, at: date | datetime) -> tuple[Held, ...]:
        """The postings in force at that moment (local day)."""
        day = local(at).date() if isinstance(at, datetime) else at
        return tuple(each for each in self.held if each.holds_on(day))

    def roles_at(self, at: date | datetime) -> frozenset[str]:
        """The roles held at that moment, in whatever body."""
        return frozenset(role for each in self.held_at(at) for role in each.roles)

    def has_role(self, role: str, at: date | datetime) -> bool:
        """Whether the officer holds this role anywhere at that moment."""
        return role in self.roles_at(at)

    def bodies_with(self, at: date | datetime, *roles: str) -> frozenset[int]:
        """The bodies for which the officer holds one of these roles at that moment."""
        return frozenset(each.body_id for each in self.held_at(at) if each.roles & set(roles))

    def places_with(self, at: date | datetime, *roles: str) -> frozenset[int]:
        """The bodies and the one-stops where the officer sits with one of these roles at that moment."""
        return frozenset(place for each in self.held_at(at) if each.roles & set(roles) for place in each.places())

    def signature(self) -> str:
        """The name for the journal: the person and the body of the first posting."""
        return f"{self.name}, {self.held[0].office_name}" if self.held else self.name


class Posting(models.Model):
    """An official posted to a body with roles, from–to; the seat is the one-stop where he or she works."""

    officer = models.ForeignKey(Officer, verbose_name="cán bộ", on_delete=models.PROTECT, related_name="postings")
    office = models.ForeignKey(Office, verbose_name="cơ quan", on_delete=models.PROTECT, related_name="postings")
    seat = models.ForeignKey(
        Office, verbose_name="nơi ngồi làm việc", null=True, blank=True, on_delete=models.PROTECT, related_name="seated"
    )
    title = models.CharField("chức vụ", max_length=120)
    roles = ArrayField(models.CharField(max_length=20, choices=Role), verbose_name="vai trò")
    from_on = models.DateField("từ ngày")
    to_on = models.DateField("đến hết ngày", null=True, blank=True)
    decision = models.CharField("quyết định", max_length=60, blank=True)

    class Meta:
        verbose_name = "phân công vị trí"
        constraints = [
            models.CheckConstraint(
                condition=Q(to_on__isnull=True) | Q(to_on__gte=F("from_on")),
                name="posting_runs_forward",
                violation_error_message="Ngày kết thúc không được trước ngày bắt đầu.",
            ),
            models.UniqueConstraint(fields=["officer", "office", "from_on"], name="posting_begins_once"),
        ]
        indexes = [models.Index(fields=["office", "to_on"], name="posting_by_office")]

    def __str__(self) -> str:
        return f"{self.officer_id} · {self.office_id} · {self.title}"
