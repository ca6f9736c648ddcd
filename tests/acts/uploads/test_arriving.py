"""A file comes in pieces, from whoever sends it and for nobody else; what is left lying goes."""

import io
from datetime import timedelta
from uuid import uuid4

import pikepdf
import pytest
from django.db import IntegrityError, transaction

from motcua.domain.papers.uploads import Upload
from motcua.domain.uploads import allowance, arranging, arriving, expiry, pieces, queries
from motcua.domain.uploads.arriving import Announced
from motcua.domain.uploads.models import IncomingFile
from tests.papers import corpus, form_corpus
from tests.world import moment

pytestmark = [pytest.mark.django_db, pytest.mark.clause("5.1.d", "5.1.đ-2")]
AT = moment("2026-11-23 09:00")
AN, BINH, CARD = "visit/an", "visit/binh", "can-cuoc"
WHOLE = corpus.pdf(pages=3)


def begun(data: bytes = WHOLE, holder: str = AN, place: str = CARD, at=AT) -> IncomingFile:
    return arriving.begin(Announced("Căn cước.pdf", len(data), place), holder=holder, at=at)


def sent(data: bytes, name: str = "trang.jpg", holder: str = AN, place: str = CARD, at=AT) -> IncomingFile:
    return arriving.take_whole(Upload(name, data), place=place, holder=holder, at=at)


def photo(number: int) -> bytes:
    """Photos that differ."""
    return corpus.jpeg(comment=b"%d" % number)


class TestInPieces:
    def test_pieces_make_the_file_and_it_is_examined_at_its_end(self):
        key, half = begun().key, len(WHOLE) // 2
        assert arriving.append(key, holder=AN, offset=0, data=WHOLE[:half], at=AT).arrived == half
        last = arriving.append(key, holder=AN, offset=half, data=WHOLE[half:], at=AT)
        done = arriving.finish(last, at=AT)
        assert (done.state, done.kind, done.pages, done.kept_size) == ("kept", "pdf", 3, len(WHOLE))
        assert pieces.content(key) == WHOLE

    @pytest.mark.parametrize("offset", [0, 5, 100])
    def test_a_piece_that_does_not_begin_where_the_last_one_ended_is_refused(self, offset: int):
        key = begun().key
        arriving.append(key, holder=AN, offset=0, data=WHOLE[:10], at=AT)
        with pytest.raises(arriving.WrongOffset, match="Đã nhận 10 byte"):
            arriving.append(key, holder=AN, offset=offset, data=WHOLE[offset:], at=AT)

    def test_what_a_killed_process_wrote_behind_the_last_piece_is_written_over(self):
        key = begun().key
        arriving.append(key, holder=AN, offset=0, data=WHOLE[:10], at=AT)
        pieces.append(key, 10, b"of a process that was killed before it could say so")
        done = arriving.finish(arriving.append(key, holder=AN, offset=10, data=WHOLE[10:], at=AT), at=AT)
        assert pieces.content(done.key) == WHOLE

    def test_a_process_killed_before_it_examined_is_followed_by_one_that_does(self):
        incoming = begun()
        whole = arriving.append(incoming.key, holder=AN, offset=0, data=WHOLE, at=AT)
        assert queries.file_of(AN, whole.key).state == "arriving"
        again = arriving.append(incoming.key, holder=AN, offset=len(WHOLE), data=b"", at=AT)
        assert arriving.finish(again, at=AT).state == "kept"

    def test_more_than_was_announced_is_refused(self):
        with pytest.raises(allowance.UploadRefused, match="dài hơn dung lượng đã báo"):
            arriving.append(begun().key, holder=AN, offset=0, data=WHOLE + b"x", at=AT)

    def test_an_unfinished_file_is_not_examined(self):
        incoming = begun()
        assert arriving.finish(incoming, at=AT).state == "arriving"

    def test_what_was_sent_of_a_photo_is_gone_once_it_is_examined(self):
        done = sent(corpus.jpeg_from_a_phone())
        with pytest.raises(FileNotFoundError):
            pieces.sent(done.key, done.size)
        assert b"Exif" not in pieces.content(done.key)

    def test_a_refused_file_says_why_and_nothing_of_it_is_kept(self):
        done = sent(b"MZ" + bytes(100), "giay-to.pdf")
        assert done.state == "refused"
        assert "không phải là PDF" in done.why
        for read in (pieces.content, pieces.thumbnail):
            with pytest.raises(FileNotFoundError):
                read(done.key)

    def test_the_same_file_twice_is_the_one_that_is_there(self):
        assert sent(WHOLE).key == sent(WHOLE, "khac.pdf").key
        assert IncomingFile.objects.count() == 1


class TestWhose:
    def test_what_is_somebody_elses_does_not_exist(self):
        mine = sent(corpus.jpeg())
        on_its_way = begun()
        for tried in (
            lambda: queries.file_of(BINH, mine.key),
            lambda: queries.thumbnail(BINH, mine.key),
            lambda: arriving.append(on_its_way.key, holder=BINH, offset=0, data=b"x", at=AT),
            lambda: arranging.remove(mine.key, holder=BINH),
            lambda: arranging.turn(mine.key, holder=BINH),
            lambda: arranging.move(mine.key, where=arranging.Move.LATER, holder=BINH),
            lambda: queries.file_of("", mine.key),
        ):
            with pytest.raises(IncomingFile.DoesNotExist):
                tried()
        assert queries.of_paper(BINH, CARD, AT) == []
        assert arranging.document(BINH, CARD, AT) is None

    def test_an_account_gets_what_its_visit_had_sent_and_nothing_twice(self):
        kept, twice = sent(WHOLE, place="don"), sent(corpus.jpeg())
        sent(corpus.jpeg(), holder="account/7")
        assert arranging.hand_over(AN, to="account/7") == 1
        assert queries.file_of("account/7", kept.key).name == kept.name
        assert not IncomingFile.objects.filter(key=twice.key).exists()


class TestHowMuch:
    def test_a_file_of_exactly_the_limit_may_come_and_one_byte_more_may_not(self, settings):
        settings.MAX_SCAN_BYTES = len(WHOLE)
        assert sent(WHOLE).state == "kept"
        with pytest.raises(allowance.TooLarge, match="quá mức"):
            begun(WHOLE + b"x")

    def test_an_empty_file_is_refused_before_anything_is_sent(self):
        with pytest.raises(allowance.UploadRefused, match="rỗng"):
            begun(b"")

    def test_a_paper_has_no_more_files_than_pages_may_be(self):
        rows = [row(position=n) for n in range(allowance.MOST_PHOTOS)]
        IncomingFile.objects.bulk_create(rows)
        with pytest.raises(allowance.TooMuch, match="đã có 50 tệp"):
            begun()
        assert begun(place="don-de-nghi").position == 1

    @pytest.mark.parametrize(
        ("sizes", "said"),
        [([1] * allowance.MOST_WAITING, "quá nhiều tệp chưa nộp"), ([allowance.MOST_WAITING_BYTES], "quá nhiều tệp")],
    )
    def test_who_keeps_too_much_hands_in_first(self, sizes: list[int], said: str):
        IncomingFile.objects.bulk_create(row(position=n, size=size, place=f"p{n}") for n, size in enumerate(sizes))
        with pytest.raises(allowance.TooMuch, match=said):
            begun()
        assert begun(holder=BINH)

    def test_a_day_has_its_limit_and_the_next_day_is_another(self):
        refused = {"state": "refused", "why": "không đọc được"}
        IncomingFile.objects.create(**fields(size=allowance.MOST_A_DAY_BYTES, **refused))
        with pytest.raises(allowance.TooMuch, match="ngày mai"):
            begun()
        assert begun(at=AT + timedelta(days=1))

    def test_a_full_disk_takes_nothing_more(self, settings):
        settings.LEAST_FREE_BYTES = 10**18
        with pytest.raises(allowance.NoRoom, match="nộp tại quầy"):
            begun()


class TestOnePaper:
    def test_photos_become_one_pdf_in_their_order_turned_as_wished(self):
        one, two, three = (sent(photo(n), f"trang-{n}.jpg") for n in (1, 2, 3))
        arranging.move(three.key, where=arranging.Move.EARLIER, holder=AN)
        arranging.move(one.key, where=arranging.Move.EARLIER, holder=AN)  # is the first already
        arranging.turn(two.key, holder=AN)
        assert [each.name for each in queries.of_paper(AN, CARD, AT)] == ["trang-1.jpg", "trang-3.jpg", "trang-2.jpg"]
        made = arranging.document(AN, CARD, AT)
        assert (made.kind, made.pages, made.name) == ("pdf", 3, "trang-1.jpg")

        with pikepdf.open(io.BytesIO(made.data)) as pdf:
            assert [int(page.get("/Rotate", 0)) for page in pdf.pages] == [0, 0, 90]

    def test_four_quarters_are_none(self):
        key = sent(corpus.jpeg()).key
        for _ in range(4):
            arranging.turn(key, holder=AN)
        assert queries.file_of(AN, key).turn == 0

    def test_a_pdf_is_not_turned(self):
        with pytest.raises(IncomingFile.DoesNotExist):
            arranging.turn(sent(WHOLE).key, holder=AN)

    def test_a_document_stands_alone(self):
        sent(WHOLE, "don.pdf")
        assert "đã có tệp “don.pdf”" in sent(corpus.jpeg()).why
        sent(photo(1), place="anh")
        assert "đã có 1 ảnh" in sent(WHOLE, place="anh").why

    def test_a_word_document_and_a_pdf_stay_what_they_are(self):
        word = form_corpus.docx(**{"word/document.xml": b'<w:document xmlns:w="w"><w:p/></w:document>'})
        for place, data, kind in (("a", WHOLE, "pdf"), ("b", word, "docx")):
            sent(data, place=place)
            made = arranging.document(AN, place, AT)
            assert (made.kind, made.data) == (kind, data)

    def test_together_the_photos_are_no_larger_than_one_file_may_be(self, settings):
        size = sent(corpus.png("RGB"), "mau.png").kept_size
        settings.MAX_SCAN_BYTES = 2 * size - 1
        assert "quá mức" in sent(corpus.png("L"), "xam.png").why

    def test_what_was_handed_in_is_let_go(self):
        done = sent(WHOLE)
        arranging.let_go(AN, CARD)
        assert queries.of_paper(AN, CARD, AT) == []
        with pytest.raises(FileNotFoundError):
            pieces.content(done.key)


class TestExpiry:
    def test_unfinished_files_go_after_a_day_and_whole_ones_after_a_month(self):
        on_its_way, whole = begun(), sent(WHOLE, place="don")
        assert expiry.forget_old(AT + timedelta(hours=23)) == 0
        with pytest.raises(IncomingFile.DoesNotExist):
            arriving.append(on_its_way.key, holder=AN, offset=0, data=b"x", at=AT + timedelta(days=1))
        assert expiry.forget_old(AT + timedelta(days=1)) == 1
        assert queries.file_of(AN, whole.key)
        assert expiry.forget_old(AT + timedelta(days=30)) == 1
        with pytest.raises(FileNotFoundError):
            pieces.content(whole.key)

    def test_a_folder_that_nobody_knows_goes(self):
        lost = uuid4()
        pieces.append(lost, 0, b"x")
        expiry.forget_old(moment("2020-01-01"))
        assert pieces.sent(lost, 1) == b"x"
        expiry.forget_old(moment("2100-01-01"))
        with pytest.raises(FileNotFoundError):
            pieces.sent(lost, 1)

    def test_what_was_refused_is_said_for_an_hour(self):
        sent(b"x" * 10)
        assert len(queries.of_paper(AN, CARD, AT + timedelta(minutes=59))) == 1
        assert queries.of_paper(AN, CARD, AT + timedelta(minutes=60)) == []


@pytest.mark.parametrize(
    "wrong",
    [{"arrived": 20}, {"arrived": -1}, {"state": "refused"}, {"why": "x"}, {"state": "kept"}, {"turn": 45}],
)
def test_the_database_itself_refuses_what_can_not_be(wrong: dict):
    with pytest.raises(IntegrityError), transaction.atomic():
        row(**wrong).save(force_insert=True)


def fields(**given: object) -> dict:
    plain = {"key": uuid4(), "holder": AN, "place": CARD, "name": "a", "size": 10, "position": 1}
    return {**plain, "begun_at": AT, "moved_at": AT, **given}


def row(**given: object) -> IncomingFile:
    return IncomingFile(**fields(**given))
