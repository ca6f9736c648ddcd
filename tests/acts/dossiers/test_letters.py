"""Letters in Word: the template is tried, filled in for a dossier, and what comes back is kept as PDF/A."""

import io
import zipfile
from datetime import date

import pytest
from docx import Document

from motcua.domain.dossiers import delay, letters
from motcua.domain.journal.queries import entries
from motcua.domain.papers import issuing, scans, storage, word
from motcua.domain.papers.archival import is_archival
from motcua.domain.papers.from_word.reading import NotCarried
from motcua.domain.papers.queries import papers_of
from motcua.domain.papers.uploads import Upload
from motcua.domain.regulation.answers import NotAllowed
from tests.papers.from_word import written
from tests.papers.reading import flat
from tests.papers.test_archival import without
from tests.people import PLANNING
from tests.world import World, moment

AT = moment("2024-05-28")
pytestmark = pytest.mark.clause("5.1.e-3")


def template(*lines: str) -> bytes:
    """A Word document with these lines."""
    document, made = Document(), io.BytesIO()
    for line in lines or ("Số: {{ so }}", "Kính gửi {{ nguoi_nhan }}, hồ sơ {{ ma_ho_so }}", "Lý do: {{ ly_do[0] }}"):
        document.add_paragraph(line)
    document.save(made)
    return made.getvalue()


def with_part(data: bytes, name: str, content: bytes) -> bytes:
    """The same document with another part in it."""
    made = io.BytesIO(data)
    with zipfile.ZipFile(made, "a") as package:
        package.writestr(name, content)
    return made.getvalue()


def said_in(data: bytes) -> str:
    return "\n".join(each.text for each in Document(io.BytesIO(data)).paragraphs)


def kept(world: World, data: bytes | None = None):
    given = {"kind": "apology", "upload": Upload("xin-loi.docx", data or template()), "by": world["hoa"], "at": AT}
    return letters.enter_letter_template(world.offices[PLANNING], **given)


def apologised(world: World):
    """A dossier with an apology that the department gave out, and that paper."""
    dossier = world.in_appraisal()
    given = {"new_due_on": date(2024, 6, 6), "reason": "Chờ <b>xác minh</b> & đối chiếu {{ so }}", "by": world["minh"]}
    dossier = delay.apologise_and_reschedule(dossier, **given, at=AT)
    return dossier, papers_of(dossier.stream).filter(form_code="apology").get()


def test_a_letter_is_filled_in_from_the_facts_of_its_paper_and_nothing_typed_is_carried_out(world):
    kept(world)
    dossier, paper = apologised(world)
    said = said_in(letters.filled_in(paper, by=world["hoa"], at=AT))
    assert f"Số: {paper.shown_number}" in said
    assert f"Kính gửi Nguyễn Văn An, hồ sơ {dossier.code}" in said
    assert "Chờ <b>xác minh</b> & đối chiếu {{ so }}" in said


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (template("{{ so }} {{ ten_giam_doc }}"), "ten_giam_doc"),
        (template("{{ so "), "viết sai"),
        (template("{{ so.__class__.__mro__ }}"), "Không điền được"),
        (template("{% for n in range(10**9) %}x{% endfor %}"), "Không điền được"),
        (with_part(template(), "word/vbaProject.bin", b"macro"), "macro"),
        (
            with_part(template(), "word/_rels/settings.xml.rels", b'Type="x/attachedTemplate" Target="http://x"'),
            "tệp khác",
        ),
        (b"PK\x03\x04 broken", "không phải là văn bản Word"),
        (b"%PDF-1.7", "không phải là văn bản Word"),
    ],
)
def test_what_is_no_harmless_template_is_refused_and_said_why(world, data, words):
    with pytest.raises(word.BadTemplate, match=words):
        kept(world, data)
    assert letters.templates(world.offices[PLANNING]) == []


def test_another_template_replaces_the_one_before_and_only_the_office_itself_enters_one(world):
    kept(world)
    second = kept(world, template("Công văn số {{ so }}"))
    assert letters.templates(world.offices[PLANNING]) == [second]
    with pytest.raises(NotAllowed):
        letters.enter_letter_template(
            world.offices[PLANNING], kind="apology", upload=Upload("a.docx", template()), by=world["binh"], at=AT
        )


def test_the_signed_letter_comes_back_once_and_only_with_its_number_and_code(world):
    dossier, paper = apologised(world)
    _, other = apologised(world)
    given = {"by": world["hoa"], "at": AT}
    wrong = Upload("khac.pdf", issuing.bytes_of(other, at=AT))
    with pytest.raises(letters.NotThisLetter, match=r"không thấy"):
        letters.return_signed_letter(dossier, paper=paper, upload=wrong, **given)
    with pytest.raises(letters.NotThisLetter, match="không thuộc hồ sơ"):
        letters.return_signed_letter(dossier, paper=other, upload=wrong, **given)
    right = Upload("ky.pdf", issuing.bytes_of(paper, at=AT))
    with pytest.raises(NotAllowed):
        letters.return_signed_letter(dossier, paper=paper, upload=right, by=world["lan"], at=AT)
    letters.return_signed_letter(dossier, paper=paper, upload=right, **given)
    with pytest.raises(letters.NotThisLetter, match="đã được nhận lại"):
        letters.return_signed_letter(dossier, paper=paper, upload=right, **given)
    assert [each.act for each in entries(dossier)].count("return_signed_letter") == 1
    (row,) = letters.of_dossier(dossier, by=world["hoa"], at=AT)
    assert row.signed is not None


def edited(world: World):
    """A dossier whose apology was downloaded, edited in Word, and can be handed in."""
    dossier, paper = apologised(world)
    return dossier, paper, written.letter(paper.shown_number, dossier.code)


def handed_in(world: World, dossier, paper, data: bytes, name: str = "xin-loi.docx"):
    return letters.return_signed_letter(dossier, paper=paper, upload=Upload(name, data), by=world["hoa"], at=AT)


def test_a_word_document_becomes_a_pdf_a_that_is_final_once_somebody_has_read_it(world):
    dossier, paper, data = edited(world)
    made = handed_in(world, dossier, paper, data)
    pdf = scans.bytes_of(made.scan)
    assert is_archival(pdf)
    assert f"Kính gửi: Nguyễn Văn An, hồ sơ {dossier.code}" in flat(pdf)
    assert (made.confirmed_at, made.scan.name) == (None, "xin-loi.pdf")
    assert storage.read(made.original) == data
    made = letters.confirm_letter(dossier, paper=paper, seen=made.sha256, by=world["hoa"], at=AT)
    assert (made.confirmed_at, made.confirmed_by) == (AT, world["hoa"])
    told = {each.act: each.facts for each in entries(dossier)}
    assert told["return_signed_letter"]["original"] == made.original.sha256
    assert told["return_signed_letter"]["sha256"] == told["confirm_letter"]["sha256"] == made.sha256
    with pytest.raises(letters.NotThisLetter, match="đã được nhận lại"):
        handed_in(world, dossier, paper, data)


def test_a_plain_pdf_is_kept_and_its_pages_become_a_pdf_a_to_be_read_first(world):
    dossier, paper = apologised(world)
    plain = without(issuing.bytes_of(paper, at=AT), "/OutputIntents")
    made = handed_in(world, dossier, paper, plain, "xin-loi.pdf")
    assert is_archival(scans.bytes_of(made.scan))
    assert (storage.read(made.original), made.confirmed_at) == (plain, None)


def test_until_it_is_confirmed_another_file_takes_its_place_and_nobody_confirms_what_they_have_not_read(world):
    dossier, paper, data = edited(world)
    first = handed_in(world, dossier, paper, data)
    other = written.letter(paper.shown_number, dossier.code, words="Lý do khác.")
    second = handed_in(world, dossier, paper, other)
    assert second.pk == first.pk
    with pytest.raises(letters.NotThisLetter, match="đọc lại bản mới"):
        letters.confirm_letter(dossier, paper=paper, seen=first.sha256, by=world["hoa"], at=AT)
    with pytest.raises(NotAllowed):
        letters.confirm_letter(dossier, paper=paper, seen=second.sha256, by=world["lan"], at=AT)
    assert letters.confirm_letter(dossier, paper=paper, seen=second.sha256, by=world["hoa"], at=AT).confirmed_at == AT


def test_there_is_nothing_to_confirm_before_a_letter_came_back(world):
    dossier, paper = apologised(world)
    with pytest.raises(letters.NotThisLetter, match="Chưa có bản nào"):
        letters.confirm_letter(dossier, paper=paper, seen="", by=world["hoa"], at=AT)


def test_another_letter_in_word_and_one_that_can_not_be_carried_over_are_refused_and_nothing_is_kept(world):
    dossier, paper, _ = edited(world)
    with pytest.raises(letters.NotThisLetter, match="Trong tệp không thấy"):
        handed_in(world, dossier, paper, written.letter())
    with pytest.raises(NotCarried, match="nộp tệp PDF"):
        handed_in(world, dossier, paper, written.with_inside(written.line("rect")))
    with pytest.raises(word.BadTemplate, match="macro"):
        handed_in(world, dossier, paper, with_part(written.letter(), "word/vbaProject.bin", b"x"))
    assert [row.signed for row in letters.of_dossier(dossier, by=world["hoa"], at=AT)] == [None]
