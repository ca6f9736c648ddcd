"""What may be given out as the form of a component, what is refused and in which words."""

import threading

import pytest
from django.db import DatabaseError, connections, transaction

from motcua.domain.papers import form_files, storage
from motcua.domain.papers.form_files import FormFileRefused
from motcua.domain.papers.models import FormFile, StoredFile
from motcua.domain.papers.uploads import Upload

from . import corpus, form_corpus, samples

AT = samples.moment("2019-05-27", "09:05")
GOOD = {
    "pdf": corpus.pdf(pages=2),
    "docx": form_corpus.docx(),
    "xlsx": form_corpus.office(form_corpus.EXCEL),
    "odt": form_corpus.odt(),
    "doc": form_corpus.compound("WordDocument", "1Table"),
    "xls": form_corpus.compound("Workbook"),
}
BAD = {
    "rỗng": (b"", "rỗng (0 byte)"),
    "nặng": (b"%PDF-" + b" " * form_files.LARGEST, "nặng hơn 5 MB"),
    "ảnh": (corpus.png(), "không phải là PDF, Word (DOC, DOCX), Excel (XLS, XLSX) hay ODT"),
    "chữ": (b"Kinh g\xe1\xbb\xadi", "xét theo nội dung, không theo đuôi tên"),
    "gói lạ": (form_corpus.packed({"a.txt": b"a"}), "không phải là PDF"),
    "trình chiếu": (form_corpus.compound("PowerPoint Document"), "không phải là PDF"),
    "docm": (form_corpus.office(form_corpus.WORD_WITH_MACROS), "có chứa macro"),
    "macro trong docx": (form_corpus.docx(**{"word/vbaProject.bin": b"VBA"}), "có chứa macro"),
    "macro viết hoa": (form_corpus.docx(**{"word/VBAPROJECT.BIN": b"VBA"}), "có chứa macro"),
    "activeX": (form_corpus.docx(**{"word/activeX/activeX1.xml": b"<x/>"}), "có chứa macro"),
    "macro trong odt": (form_corpus.odt(**{"Basic/Standard/Module1.xml": b"<x/>"}), "có chứa macro"),
    "macro trong doc": (form_corpus.compound("WordDocument", "Macros", "VBA"), "có chứa macro"),
    "macro trong xls": (form_corpus.compound("Workbook", "_VBA_PROJECT_CUR"), "có chứa macro"),
    "tệp nhúng": (form_corpus.docx(**{"word/embeddings/oleObject1.bin": b"MZ"}), "có nhúng tệp khác"),
    "mật khẩu": (form_corpus.compound("EncryptionInfo", "EncryptedPackage"), "có mật khẩu"),
    "odt có mật khẩu": (form_corpus.odt(**{"META-INF/manifest.xml": b"<encryption-data/>"}), "có mật khẩu"),
    "pdf có mã": (corpus.pdf_with(corpus.javascript_at_opening), "có chứa mã lệnh JavaScript"),
    "pdf cụt": (corpus.pdf()[:200], "bị hỏng hoặc chưa được gửi hết: hãy quét hoặc lưu lại"),
    "docx cụt": (form_corpus.docx()[:-30], "bị hỏng hoặc chưa được gửi hết: hãy lưu lại"),
    "nhiều phần": (form_corpus.packed({f"{n}.xml": b"" for n in range(form_files.MOST_PARTS + 1)}), "quá lớn"),
    "bom nén": (form_corpus.docx(**{"word/lớn.xml": b"\0" * (form_files.MOST_UNPACKED + 1)}), "quá lớn"),
}

pytestmark = [pytest.mark.django_db, pytest.mark.clause("4.1.b", "5.1.a-1")]


def take_in(data: bytes, name: str = "to-khai.docx") -> FormFile:
    return form_files.take_in(Upload(name, data), by=samples.CLERK, at=AT)


@pytest.mark.parametrize("kind", GOOD)
def test_a_form_is_what_its_content_says_and_kept_as_it_is(kind):
    form = take_in(GOOD[kind], name="tờ khai.xyz")
    assert (form.kind, form.size, form.added_by_code, form.added_at) == (kind, len(GOOD[kind]), "lan", AT)
    assert form_files.bytes_of(form.file.sha256) == (form, GOOD[kind])


@pytest.mark.parametrize("name", BAD)
def test_what_can_not_be_given_out_is_refused_in_a_clear_sentence(name):
    data, why = BAD[name]
    with pytest.raises(FormFileRefused) as refused:
        take_in(data, f"{name}.docx")
    assert refused.value.sentence.startswith(f"Tệp “{name}.docx” ")
    assert why in refused.value.sentence
    assert not StoredFile.objects.exists()


def test_a_part_that_was_changed_on_the_way_is_seen():
    content = bytearray(form_corpus.docx())
    content[content.index(b"word/document.xml") + 25] ^= 0xFF
    with pytest.raises(FormFileRefused, match="bị hỏng"):
        take_in(bytes(content))


def test_the_same_form_is_kept_once():
    assert take_in(GOOD["docx"]) == take_in(GOOD["docx"], name="khác.docx")
    assert (FormFile.objects.count(), StoredFile.objects.count()) == (1, 1)


def test_only_what_was_taken_in_as_a_form_is_one():
    scan = storage.keep(corpus.pdf(), kind=StoredFile.Kind.PDF, pages=1, at=AT)
    form = take_in(GOOD["docx"])
    assert form_files.kept([scan.sha256, form.file.sha256, ""]) == {form.file.sha256: form}


def test_a_form_stays_for_good():
    take_in(GOOD["docx"])
    for tamper in (lambda: FormFile.objects.update(added_by_code="x"), lambda: FormFile.objects.all().delete()):
        with pytest.raises(DatabaseError), transaction.atomic():
            tamper()


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("Mẫu số 01/ĐKKD", "Mẫu số 01/ĐKKD.docx"),
        ("  ", "Mẫu đơn.docx"),
        ("Tờ\u200bkhai.", "Tờkhai.docx"),
        ("ạ" * 200, f"{'ạ' * 120}.docx"),
    ],
)
def test_a_form_is_called_by_its_title(title, name):
    assert form_files.file_name(title, "docx") == name


@pytest.mark.django_db(transaction=True)
def test_eight_who_bring_one_form_keep_it_once():
    together, kept = threading.Barrier(8), []

    def bring() -> None:
        together.wait()
        kept.append(take_in(GOOD["docx"]).pk)
        connections.close_all()

    threads = [threading.Thread(target=bring) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(kept) == 8
    assert len(set(kept)) == 1
