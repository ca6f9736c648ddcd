"""The index as it was computed: one edition of a quarter, the points of each dossier in it, and the figures."""

from django.db import models
from django.db.models import Q

from motcua.domain.dossiers.models import Dossier
from motcua.domain.organisations.models import Office, Officer

from .periods import Quarter
from .rules import Index, Points

_UNPUBLISHED = Q(published_at__isnull=True, published_by__isnull=True)


class Edition(models.Model):
    """A quarter as it was computed at one moment. What was wrong is computed anew, as the next version."""

    year = models.PositiveSmallIntegerField("năm")
    quarter = models.PositiveSmallIntegerField("quý")
    version = models.PositiveSmallIntegerField("lần tính")
    counted_at = models.DateTimeField("tính lúc")
    reason = models.CharField("lý do tính lại", max_length=500, blank=True)
    digest = models.CharField("dấu SHA-256 của điểm và số liệu", max_length=64)
    published_at = models.DateTimeField("công khai lúc", null=True)
    published_by = models.ForeignKey(
        Officer, verbose_name="người công khai", null=True, on_delete=models.PROTECT, related_name="+"
    )

    class Meta:
        verbose_name = "lần tính chỉ số chất lượng"
        constraints = [
            models.UniqueConstraint(fields=["year", "quarter", "version"], name="quality_version_once"),
            models.CheckConstraint(condition=Q(quarter__gte=1, quarter__lte=4), name="quality_of_a_quarter"),
            models.CheckConstraint(condition=Q(version=1) | ~Q(reason=""), name="quality_computed_anew_for_a_reason"),
            models.CheckConstraint(
                condition=_UNPUBLISHED | Q(published_at__isnull=False, published_by__isnull=False),
                name="quality_published_by_somebody",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.of}, lần {self.version}"

    @property
    def of(self) -> Quarter:
        """The quarter it is about."""
        return Quarter(self.year, self.quarter)

    @property
    def stream(self) -> str:
        """The journal's stream of this edition."""
        return f"quality/{self.pk}"


class Mark(models.Model):
    """The points that one dossier gives to a body, or to an official for what he or she did in it for a body."""

    edition = models.ForeignKey(Edition, on_delete=models.PROTECT, related_name="marks", db_index=False)
    dossier = models.ForeignKey(Dossier, on_delete=models.PROTECT, related_name="+")
    office = models.ForeignKey(Office, on_delete=models.PROTECT, related_name="+", db_index=False)
    officer = models.ForeignKey(Officer, null=True, on_delete=models.PROTECT, related_name="+", db_index=False)
    time = models.PositiveSmallIntegerField("chỉ số 1", null=True)
    own_time = models.PositiveSmallIntegerField("chỉ số 2", null=True)
    contacts = models.PositiveSmallIntegerField("chỉ số 3", null=True)
    bodies = models.PositiveSmallIntegerField("chỉ số 4", null=True)
    attitude = models.PositiveSmallIntegerField("chỉ số 7", null=True)

    class Meta:
        verbose_name = "điểm của một hồ sơ"
        constraints = [
            models.UniqueConstraint(
                fields=["edition", "office", "officer", "dossier"], name="quality_one_mark", nulls_distinct=False
            )
        ]

    def __str__(self) -> str:
        return f"{self.edition_id}: {self.dossier_id} {self.office_id} {self.officer_id or ''}"


class Figure(models.Model):
    """One index of a body or of an official: how many twos, ones, noughts; of whole bodies the counts behind it."""

    edition = models.ForeignKey(Edition, on_delete=models.PROTECT, related_name="figures", db_index=False)
    office = models.ForeignKey(Office, on_delete=models.PROTECT, related_name="+")
    officer = models.ForeignKey(Officer, null=True, on_delete=models.PROTECT, related_name="+")
    index = models.PositiveSmallIntegerField("chỉ số", choices=[(each.value, str(each.value)) for each in Index])
    two = models.PositiveIntegerField("2 điểm")
    one = models.PositiveIntegerField("1 điểm")
    zero = models.PositiveIntegerField("0 điểm")
    counts = models.JSONField("số liệu", default=dict)

    class Meta:
        verbose_name = "số liệu của một chỉ số"
        constraints = [
            models.UniqueConstraint(
                fields=["edition", "office", "officer", "index"], name="quality_one_figure", nulls_distinct=False
            ),
            models.CheckConstraint(condition=Q(two__gt=0) | Q(one__gt=0) | Q(zero__gt=0), name="quality_has_points"),
        ]

    def __str__(self) -> str:
        return f"{self.edition_id}: {self.office_id} {self.officer_id or ''} {self.index}"

    def points(self) -> Points:
        """How many of each."""
        return Points(self.two, self.one, self.zero)
