"""Both heads agree on the screen; the seal is registered, given, taken, withdrawn and reported lost there."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from motcua.domain.seals import keeping
from motcua.domain.seals.models import Agreement, Seal
from tests.papers import corpus
from tests.people import PLANNING
from tests.sealing import Sealing

HERE = "/con-dau/"
DAY = "2024-05-03 10:00"
LATER = "2024-05-28 10:00"
TYPED = {"department": PLANNING, "number": "05/QCPH", "signed_on": "25/04/2024", "valid_from": "01/05/2024"}


@pytest.mark.clause("4.1.đ", "5.4")
def test_an_agreement_goes_from_paper_to_use_through_the_screens(seals: Sealing, sits) -> None:
    hoa, quang, son = sits("hoa"), sits("quang"), sits("son")
    assert "Chưa có quy chế nào" in son.reads(f"{HERE}quy-che/", DAY)
    copy = SimpleUploadedFile("quy-che.pdf", corpus.pdf(), "application/pdf")
    answer = hoa.sends(f"{HERE}quy-che/moi/", DAY, **TYPED, signed_copy=copy)
    made = Agreement.objects.get()
    address = f"{HERE}quy-che/{made.pk}/"
    assert answer.headers["Location"] == address
    assert "Chờ hai bên thống nhất" in son.reads(address, DAY)
    assert hoa.asks(f"{address}ban-ky.pdf", DAY).content.startswith(b"%PDF")
    assert "Chỉ lãnh đạo Trung tâm" in quang.reads(f"{address}trung-tam-thong-nhat/", DAY)
    assert quang.sends(f"{address}trung-tam-thong-nhat/", DAY).status_code == 403
    assert quang.sends(f"{address}so-nganh-thong-nhat/", DAY).status_code == 302
    assert son.sends(f"{address}trung-tam-thong-nhat/", DAY).status_code == 302
    page = son.reads(address, DAY)
    assert "Áp dụng từ 04/05/2024" in page
    assert "Phạm" not in page
    assert "Ngô Đăng Quang" in page
    quang, son = sits("quang"), sits("son")
    assert "Đang áp dụng" in son.reads(f"{HERE}quy-che/", LATER)
    ending = {"last_on": "30/06/2024", "reason": "Ký quy chế mới"}
    assert quang.sends(f"{address}cham-dut/", LATER, **ending).status_code == 302
    assert "Đã chấm dứt" in sits("quang").reads(f"{HERE}quy-che/", "2024-07-01 08:00")


@pytest.mark.clause("5.4")
def test_what_is_typed_wrong_comes_back_with_the_reason(seals: Sealing, sits) -> None:
    hoa = sits("hoa")
    answer = hoa.sends(f"{HERE}quy-che/moi/", DAY, **TYPED | {"codes": "9.999999"})
    assert answer.status_code == 409
    assert "Không có thủ tục của sở, ngành này mang mã 9.999999" in answer.content.decode()
    code = seals.world.version.procedure.code
    answer = hoa.sends(f"{HERE}quy-che/moi/", DAY, **TYPED | {"number": ""})
    assert answer.status_code == 422
    assert hoa.sends(f"{HERE}quy-che/moi/", DAY, **TYPED | {"codes": f"{code}\n{code}"}).status_code == 302
    assert [each.code for each in Agreement.objects.get().procedures.all()] == [code]
    assert f"Thủ tục {code}" in hoa.reads(f"{HERE}quy-che/{Agreement.objects.get().pk}/", DAY)


def test_strangers_see_neither_agreement_nor_seal(seals: Sealing, sits) -> None:
    made = seals.agreement()
    seal = seals.in_use(made)
    for who in ("binh", "thu", "lan", "ngoc"):
        for address in (
            f"{HERE}quy-che/{made.pk}/",
            f"{HERE}con-dau/{seal.pk}/",
            f"{HERE}con-dau/{seal.pk}/mau-dau.png",
        ):
            assert sits(who).asks(address, DAY).status_code in (403, 404)
    assert sits("quang").asks(f"{HERE}con-dau/999/", DAY).status_code == 404


@pytest.mark.clause("4.1.đ", "5.4")
def test_a_seal_is_registered_given_and_taken_by_both_sides(seals: Sealing, sits) -> None:
    made = seals.agreement()
    hoa, hanh = sits("hoa"), sits("hanh")
    picture = SimpleUploadedFile("mau.png", corpus.png(), "image/png")
    typed = {"number": "168/ĐKMD", "on": "20/04/2024", "sample": picture}
    answer = hoa.sends(f"{HERE}quy-che/{made.pk}/dang-ky-con-dau/", DAY, **typed)
    seal = Seal.objects.get()
    address = f"{HERE}con-dau/{seal.pk}/"
    assert answer.headers["Location"] == address
    assert hoa.asks(f"{address}mau-dau.png", DAY).content.startswith(b"\x89PNG")
    assert hoa.sends(f"{address}giao/", DAY, to="hanh", note="Biên bản 01/BB").status_code == 302
    assert "Con dấu được giao cho bạn" in hanh.reads(HERE, DAY)
    assert "Biên bản 01/BB" in hanh.reads(address, DAY)
    assert hoa.sends(f"{address}nhan/", DAY).status_code == 403
    assert hanh.sends(f"{address}nhan/", DAY).status_code == 302
    page = hanh.reads(f"{HERE}con-dau/", DAY)
    assert "Đang sử dụng" in page
    assert "Tô Thị Hạnh" in page
    assert hanh.sends(f"{address}giao/", DAY, to="lan").status_code == 422
    assert hanh.sends(f"{address}giao/", DAY, to="duc").status_code == 302
    assert "Lấy lại" in hanh.reads(address, DAY)
    assert hanh.sends(f"{address}lay-lai/", DAY).status_code == 302


@pytest.mark.clause("4.1.đ")
def test_damage_and_loss_are_entered_with_their_papers_and_seen_by_both_sides(seals: Sealing, sits) -> None:
    made = seals.agreement()
    seal = seals.in_use(made)
    address = f"{HERE}con-dau/{seal.pk}/"
    hanh, quang = sits("hanh"), sits("quang")
    assert hanh.sends(f"{address}hong/", LATER, reason="Mòn", minutes="").status_code == 422
    assert hanh.sends(f"{address}hong/", LATER, reason="Mòn", minutes="02/BB").status_code == 302
    assert "Con dấu đã hỏng: Sở Kế hoạch và Đầu tư" in quang.reads(f"{HERE}con-dau/", LATER)
    assert "168/ĐKMD (hỏng, đã thu khỏi sử dụng)" in sits("hoa").reads(
        f"{HERE}quy-che/{made.pk}/dang-ky-con-dau/", LATER
    )
    fresh = seals.in_use(made, "201/ĐKMD", replaces=Seal.objects.get(pk=seal.pk))
    assert "Con dấu đã hỏng" not in quang.reads(f"{HERE}con-dau/", LATER)
    lost = {"reason": "Mất trộm", "police_report": "45/CAP"}
    assert quang.sends(f"{HERE}con-dau/{fresh.pk}/mat/", LATER, **lost).status_code == 302
    assert keeping.held_now(fresh).keeper == seals.world["hanh"]
    assert "Con dấu đã mất: Sở Kế hoạch và Đầu tư" in hanh.reads(HERE, LATER)
    assert "45/CAP" in hanh.reads(f"{HERE}con-dau/{fresh.pk}/", LATER)


@pytest.mark.clause("5.4")
def test_the_result_desk_is_refused_in_a_sentence_and_with_the_clause(seals: Sealing, sits) -> None:
    seals.in_use()
    dossier = seals.world.at_centre()
    ngoc = sits("ngoc")
    given = {"who": "owner", "name": "Nguyễn Văn An", "identity_number": "022090001234", "authority": ""}
    address = f"/quay/tra-ket-qua/{dossier.code}/tra/"
    assert "Chưa trả được" in ngoc.reads(f"/quay/tra-ket-qua/{dossier.code}/", LATER)
    answer = ngoc.sends(address, LATER, **given)
    assert answer.status_code == 409
    assert "chưa được đóng con dấu thứ hai" in answer.content.decode()
    seals.stamped(dossier)
    assert ngoc.sends(address, LATER, **given).status_code == 302
    assert "Đóng con dấu thứ hai của Sở Kế hoạch và Đầu tư" in ngoc.reads(f"/quay/ho-so/{dossier.code}/", LATER)
