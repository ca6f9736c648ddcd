"""People and businesses with an account: who they are, how that is known, and in whose name they may act."""

from datetime import date
from typing import Any

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q

from motcua.domain.messages.terms import AddressKind
from motcua.domain.organisations.models import Account
from motcua.domain.papers.models import Scan

from .terms import Power, Proof, Purpose, Relation, SecondBy, SignedInBy


class Person(models.Model):
    """A citizen who follows or files dossiers from home. What the provider said of him or her is not typed again."""

    code = models.SlugField("mã", max_length=40, unique=True)
    account = models.OneToOneField(Account, verbose_name="tài khoản", on_delete=models.PROTECT, related_name="person")
    name = models.CharField("họ và tên", max_length=120)
    identity_number = models.CharField("số định danh cá nhân", max_length=12, blank=True)
    born_on = models.DateField("ngày sinh", null=True, blank=True)
    address = models.CharField("nơi cư trú", max_length=300, blank=True)
    phone = models.CharField("điện thoại", max_length=20, blank=True)
    phone_confirmed_at = models.DateTimeField("xác nhận điện thoại lúc", null=True, blank=True)
    email = models.CharField("thư điện tử", max_length=254, blank=True)
    email_confirmed_at = models.DateTimeField("xác nhận thư điện tử lúc", null=True, blank=True)
    proof = models.CharField("cách xác minh", max_length=12, choices=[(each.value, each.label) for each in Proof])
    issuer = models.CharField("nơi định danh", max_length=80, blank=True)
    said = ArrayField(models.CharField(max_length=20), verbose_name="điều đã xác minh", default=list)
    opened_at = models.DateTimeField("mở lúc")
    closed_at = models.DateTimeField("đóng lúc", null=True, blank=True)

    class Meta:
        verbose_name = "công dân"
        constraints = [
            models.UniqueConstraint(
                fields=["identity_number"],
                condition=~Q(identity_number="") & ~Q(proof=Proof.OWN_WORD.value) & Q(closed_at__isnull=True),
                name="citizens_one_account_a_proven_person",
            ),
            models.UniqueConstraint(
                fields=["phone"],
                condition=Q(phone_confirmed_at__isnull=False) & Q(closed_at__isnull=True),
                name="citizens_one_account_a_confirmed_phone",
            ),
            models.UniqueConstraint(
                fields=["email"],
                condition=Q(email_confirmed_at__isnull=False) & Q(closed_at__isnull=True),
                name="citizens_one_account_a_confirmed_email",
            ),
        ]
        indexes = [
            models.Index(fields=["identity_number"], name="citizens_by_number", condition=~Q(identity_number="")),
            models.Index(fields=["phone"], name="citizens_by_phone", condition=~Q(phone="")),
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def stream(self) -> str:
        """The journal's stream of this person."""
        return f"person/{self.pk}"

    @property
    def is_proven(self) -> bool:
        """Whether more than the person's own word says who this is."""
        return self.proof != Proof.OWN_WORD

    @property
    def is_local(self) -> bool:
        """Whether the account is one of ours alone: no identity provider signs its owner in."""
        return not self.issuer

    def signature(self) -> str:
        """As the journal names the person."""
        return f"{self.name} (người dân, {Proof(self.proof).label})"


class Confirmation(models.Model):
    """A code sent to an address, and whether whoever asked for it has read it there. Its digits stand nowhere."""

    key = models.UUIDField("khóa", primary_key=True)
    kind = models.CharField("loại", max_length=5, choices=AddressKind)
    address = models.CharField("địa chỉ", max_length=120)
    purpose = models.CharField("để làm gì", max_length=8, choices=Purpose)
    whose = models.CharField("của ai", max_length=80, blank=True)  # the code of who asked, where one is signed in
    asked_at = models.DateTimeField("yêu cầu lúc")
    wrong_tries = models.PositiveSmallIntegerField("số lần nhập sai", default=0)
    confirmed_at = models.DateTimeField("nhập đúng lúc", null=True)
    used_at = models.DateTimeField("đã dùng lúc", null=True)

    class Meta:
        verbose_name = "mã xác nhận"
        constraints = [
            models.CheckConstraint(
                condition=Q(used_at__isnull=True) | Q(confirmed_at__isnull=False),
                name="citizens_a_code_is_used_after_it_was_right",
            )
        ]
        indexes = [
            models.Index(fields=["address", "asked_at"], name="citizens_codes_of_address"),
            models.Index(fields=["asked_at"], name="citizens_codes_by_age"),
        ]

    def __str__(self) -> str:
        return f"{self.purpose} {self.kind} {self.asked_at:%d/%m/%Y %H:%M}"


class SignIn(models.Model):
    """That the owner of an account, or somebody who passed for the owner, came in: when, how, with what."""

    person = models.ForeignKey(Person, verbose_name="người", on_delete=models.PROTECT, related_name="sign_ins")
    at = models.DateTimeField("lúc")
    how = models.CharField("bằng cách nào", max_length=10, choices=SignedInBy)
    second = models.CharField("lớp thứ hai", max_length=10, choices=SecondBy, blank=True)
    device = models.CharField("thiết bị", max_length=60)

    class Meta:
        verbose_name = "lần đăng nhập"
        indexes = [
            models.Index(fields=["person", "at", "id"], name="citizens_sign_ins"),
            models.Index(fields=["at"], name="citizens_sign_ins_by_age"),
        ]

    def __str__(self) -> str:
        return f"{self.person_id} {self.at:%d/%m/%Y %H:%M}"


class Business(models.Model):
    """A business or organisation in whose name several people act. Declared by one, confirmed by an official."""

    tax_code = models.CharField("mã số thuế", max_length=14)
    name = models.CharField("tên", max_length=200)
    address = models.CharField("trụ sở", max_length=300, blank=True)
    paper = models.ForeignKey(Scan, verbose_name="giấy đăng ký", null=True, on_delete=models.PROTECT, related_name="+")
    declared_by = models.ForeignKey(
        Person, verbose_name="người khai", on_delete=models.PROTECT, related_name="declared"
    )
    declared_at = models.DateTimeField("khai lúc")
    confirmed_at = models.DateTimeField("xác nhận lúc", null=True, blank=True)
    refused_at = models.DateTimeField("không xác nhận lúc", null=True, blank=True)
    why_refused = models.TextField("lý do không xác nhận", blank=True)

    class Meta:
        verbose_name = "doanh nghiệp, tổ chức"
        constraints = [
            models.UniqueConstraint(
                fields=["tax_code"],
                condition=Q(refused_at__isnull=True),
                name="citizens_one_account_a_business",
            ),
            models.CheckConstraint(
                condition=Q(confirmed_at__isnull=True) | Q(refused_at__isnull=True),
                name="citizens_business_confirmed_or_refused",
            ),
        ]
        indexes = [
            models.Index(
                fields=["declared_at", "id"],
                condition=Q(confirmed_at__isnull=True, refused_at__isnull=True),
                name="citizens_businesses_to_confirm",
            )
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def stream(self) -> str:
        """The journal's stream of this business."""
        return f"business/{self.pk}"


class Member(models.Model):
    """Somebody who may act in the name of a business, with what, from when to when."""

    business = models.ForeignKey(Business, verbose_name="tổ chức", on_delete=models.PROTECT, related_name="members")
    person = models.ForeignKey(Person, verbose_name="người", on_delete=models.PROTECT, related_name="memberships")
    powers = ArrayField(models.CharField(max_length=10, choices=Power), verbose_name="được làm gì")
    since = models.DateTimeField("từ")
    until = models.DateTimeField("đến", null=True, blank=True)

    class Meta:
        verbose_name = "người của tổ chức"
        constraints = [
            models.UniqueConstraint(
                fields=["business", "person"], condition=Q(until__isnull=True), name="citizens_member_once"
            )
        ]

    def __str__(self) -> str:
        return f"{self.person_id} – {self.business_id}"

    def may(self, power: Power) -> bool:
        """Whether this is among what the member may do now."""
        return self.until is None and power.value in self.powers


def managers_of(business: Any) -> models.QuerySet[Member]:
    """Who may admit others to a business now: members with that power whose account is open."""
    return Member.objects.filter(
        business=business, until=None, powers__contains=[Power.MANAGE.value], person__closed_at=None
    )


class Authority(models.Model):
    """That somebody files for another person: a relative, or whoever authorised it, with the paper that shows it."""

    agent = models.ForeignKey(Person, verbose_name="người nộp thay", on_delete=models.PROTECT, related_name="acts_for")
    relation = models.CharField("quan hệ", max_length=12, choices=Relation)
    name = models.CharField("họ và tên người được nộp thay", max_length=120)
    identity_number = models.CharField("số định danh cá nhân", max_length=12, blank=True)
    born_on = models.DateField("ngày sinh", null=True, blank=True)
    address = models.CharField("nơi cư trú", max_length=300, blank=True)
    paper = models.ForeignKey(Scan, verbose_name="giấy chứng minh", on_delete=models.PROTECT, related_name="+")
    from_on = models.DateField("từ ngày")
    to_on = models.DateField("đến hết ngày", null=True, blank=True)
    claimed_at = models.DateTimeField("khai lúc")
    withdrawn_at = models.DateTimeField("thôi lúc", null=True, blank=True)

    class Meta:
        verbose_name = "nộp thay"
        constraints = [
            models.CheckConstraint(
                condition=Q(to_on__isnull=True) | Q(to_on__gte=F("from_on")), name="citizens_authority_runs_forward"
            )
        ]
        indexes = [models.Index(fields=["agent", "id"], name="citizens_authorities")]

    def __str__(self) -> str:
        return f"{self.agent_id} nộp thay {self.name}"

    @property
    def stream(self) -> str:
        """The journal's stream of this authority."""
        return f"authority/{self.pk}"

    def holds_on(self, day: date) -> bool:
        """Whether it may be used that day."""
        return self.withdrawn_at is None and self.from_on <= day and (self.to_on is None or day <= self.to_on)
