"""A paper gets its number and its facts when it is given out, and its PDF once for all."""

import threading
from datetime import datetime
from pathlib import Path

import pgtrigger
import pytest
from django.db import DatabaseError, connections, transaction
from django.db.models import QuerySet
from pytest_django import DjangoAssertNumQueries

from motcua.domain.papers import issuing, storage
from motcua.domain.papers.facts import to_json
from motcua.domain.papers.models import NumberSeries, Paper, StoredFile
from motcua.domain.papers.queries import papers_of

from . import samples
from .reading import flat

AT = samples.moment("2019-05-27", "09:05")
LATER = samples.moment("2019-06-20", "10:00")


def receipt(at: datetime = AT, office: str = "trung-tam") -> Paper:
    return issuing.issue("receipt", samples.RECEIPT, office_code=office, about="dossier/12", by=samples.CLERK, at=at)


def force(papers: QuerySet[Paper], **changes: object) -> None:
    """Change what no one can change, as a person with the keys of the database could."""
    with pgtrigger.ignore("papers.Paper:facts_frozen", "papers.Paper:made_once"):
        papers.update(**changes)


@pytest.mark.django_db
@pytest.mark.clause("5.1.đ-2")
class TestNumbers:
    def test_numbers_follow_one_another(self):
        assert [receipt().shown_number for _ in range(3)] == ["01/TNHS", "02/TNHS", "03/TNHS"]

    def test_each_office_each_form_and_each_year_has_its_own_series(self):
        receipt()
        apology = issuing.issue(
            "apology", samples.APOLOGY, office_code="trung-tam", about="dossier/12", by=samples.CLERK, at=AT
        )
        assert apology.shown_number == "01/PXL"
        assert receipt(office="so-tnmt").shown_number == "01/TNHS"
        assert receipt(at=samples.moment("2020-01-02", "08:00")).shown_number == "01/TNHS"
        assert receipt().shown_number == "02/TNHS"

    def test_the_year_is_that_of_vietnam(self):
        assert receipt(at=datetime.fromisoformat("2019-12-31T18:00+00:00")).year == 2020

    def test_a_number_whose_act_failed_is_given_again(self):
        with pytest.raises(RuntimeError), transaction.atomic():
            receipt()
            raise RuntimeError
        assert receipt().number == 1

    def test_two_statements_are_enough(self, django_assert_num_queries: DjangoAssertNumQueries):
        with django_assert_num_queries(2):
            receipt()

    def test_the_same_number_twice_is_refused_by_the_database(self):
        first = receipt()
        first.pk = None
        with pytest.raises(DatabaseError), transaction.atomic():
            first.save(force_insert=True)

    def test_a_paper_without_a_series_is_printed_and_not_issued(self):
        with pytest.raises(ValueError, match="printed, not issued"):
            issuing.issue("posting", samples.POSTING, office_code="x", about="procedure/1", by=samples.CLERK, at=AT)
        assert "CỘNG HÒA XÃ HỘI" in flat(issuing.printed("posting", samples.POSTING))

    def test_the_facts_of_another_form_are_refused(self):
        with pytest.raises(TypeError, match="Apology are not the facts of receipt"):
            issuing.issue("receipt", samples.APOLOGY, office_code="x", about="dossier/1", by=samples.CLERK, at=AT)


@pytest.mark.django_db(transaction=True)
def test_eight_officials_at_once_get_numbers_without_gap_or_double():
    together = threading.Barrier(8)

    def give_out_five() -> None:
        together.wait()
        for _ in range(5):
            receipt()
        connections.close_all()

    threads = [threading.Thread(target=give_out_five) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(Paper.objects.values_list("number", flat=True)) == list(range(1, 41))
    assert NumberSeries.objects.get().last == 40


@pytest.mark.django_db
class TestTheFile:
    def test_it_is_made_when_first_needed_and_bears_the_number(self):
        paper = receipt()
        assert paper.file is None
        assert "Số: 01/TNHS" in flat(issuing.bytes_of(paper, at=LATER))
        assert (paper.file.kind, paper.file.pages, paper.made_at) == ("pdf", 2, LATER)

    def test_it_is_never_made_again(self):
        first = issuing.bytes_of(receipt(), at=AT)
        force(Paper.objects.all(), facts=to_json(samples.changed(samples.RECEIPT, request="Việc khác")))
        again = Paper.objects.get()
        assert issuing.bytes_of(again, at=LATER) == first
        assert again.made_at == AT

    def test_what_was_frozen_can_not_be_changed(self):
        paper = receipt()
        paper.facts["request"] = "Việc khác"
        with pytest.raises(DatabaseError), transaction.atomic():
            paper.save()

    def test_a_made_file_can_not_be_exchanged(self):
        paper = receipt()
        issuing.bytes_of(paper, at=AT)
        other = storage.keep(b"%PDF-other", kind=StoredFile.Kind.PDF, pages=1, at=AT)
        with pytest.raises(DatabaseError), transaction.atomic():
            Paper.objects.update(file=other)

    def test_an_issued_paper_can_not_be_removed(self):
        paper = receipt()
        with pytest.raises(DatabaseError), transaction.atomic():
            paper.delete()

    def test_a_changed_file_is_reported_and_not_made_anew(self, files: Path):
        paper = receipt()
        issuing.bytes_of(paper, at=AT)
        stored = files / storage.path_of(paper.file.sha256)
        stored.write_bytes(stored.read_bytes()[:-1] + b"?")
        with pytest.raises(storage.FileChanged, match="đã bị thay đổi"):
            issuing.bytes_of(Paper.objects.get(), at=LATER)
        assert [type(fault) for fault in storage.faults()] == [storage.FileChanged]

    def test_a_lost_file_is_reported_and_not_made_anew(self, files: Path):
        paper = receipt()
        issuing.bytes_of(paper, at=AT)
        (files / storage.path_of(paper.file.sha256)).unlink()
        with pytest.raises(storage.FileLost, match="Không tìm thấy"):
            issuing.bytes_of(Paper.objects.get(), at=LATER)

    def test_waiting_papers_are_made_oldest_first(self):
        for _ in range(3):
            receipt()
        assert issuing.make_waiting(2, at=LATER) == 2
        assert list(papers_of("dossier/12").values_list("made_at", flat=True)) == [LATER, LATER, None]
        assert issuing.make_waiting(10, at=LATER) == 1
        assert issuing.make_waiting(10, at=LATER) == 0

    def test_one_paper_that_can_not_be_made_does_not_hold_up_the_others(self, caplog: pytest.LogCaptureFixture):
        receipt(), receipt()
        force(Paper.objects.filter(number=1), facts={})
        assert issuing.make_waiting(10, at=LATER) == 1
        assert "could not be made" in caplog.text


@pytest.mark.django_db(transaction=True)
def test_eight_readers_of_a_new_paper_get_the_same_bytes_made_once():
    paper = receipt()
    read: list[bytes] = []
    together = threading.Barrier(8)

    def look() -> None:
        mine = Paper.objects.get(pk=paper.pk)
        together.wait()
        read.append(issuing.bytes_of(mine, at=LATER))
        connections.close_all()

    threads = [threading.Thread(target=look) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert read == [read[0]] * 8
    assert StoredFile.objects.count() == 1
