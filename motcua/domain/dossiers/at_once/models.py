"""What was settled at once at the counter, in the books of the office that signed, by the numbers of the year."""

from django.db import models

from motcua.domain.organisations.models import Office, Officer

from .terms import Book


class Certification(models.Model):
    """One line of a book of certifications (Sổ chứng thực), with how many copies and pages it was for."""

    dossier = models.OneToOneField("dossiers.Dossier", on_delete=models.PROTECT, related_name="certification")
    office = models.ForeignKey(Office, verbose_name="cơ quan chứng thực", on_delete=models.PROTECT, related_name="+")
    book = models.CharField("sổ", max_length=10, choices=Book)
    year = models.PositiveSmallIntegerField("năm")
    number = models.PositiveIntegerField("số chứng thực")
    what = models.CharField("giấy tờ, văn bản", max_length=500)
    copies = models.PositiveSmallIntegerField("số bản")
    pages = models.PositiveIntegerField("số trang")
    signed_by = models.ForeignKey(Officer, verbose_name="người ký", on_delete=models.PROTECT, related_name="+")
    settled_at = models.DateTimeField("lúc")

    class Meta:
        verbose_name = "việc chứng thực"
        constraints = [
            models.UniqueConstraint(fields=["office", "book", "year", "number"], name="certification_number_once"),
            models.CheckConstraint(
                condition=models.Q(copies__gte=1, pages__gte=1), name="certification_is_of_something"
            ),
        ]
        indexes = [models.Index(fields=["office", "book", "settled_at", "id"], name="certification_by_book")]

    def __str__(self) -> str:
        return self.shown_number

    @property
    def shown_number(self) -> str:
        """The number as it stands in the words of certification."""
        return shown(self.number, self.year, self.book)


def shown(number: int, year: int, book: str) -> str:
    """A number with the book it stands in."""
    return f"{number:02d}/{year}-{book}"
