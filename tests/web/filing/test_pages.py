"""From the page of a procedure to "my dossiers", and back again when something has to be mended."""

from collections.abc import Callable
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test.utils import CaptureQueriesContext

from motcua.domain.dossiers.models import Dossier
from motcua.domain.filing import drafts
from motcua.domain.filing.models import Submission
from motcua.domain.filing.terms import State
from motcua.web.components.environment import procedure_address
from tests.citizens import BINH, Citizen, a_citizen
from tests.filing import MONDAY, WISH, AtHome, _a_pdf
from tests.papers.reading import flat
from tests.web.at_desk import Official, words_of
from tests.world import World

pytestmark = pytest.mark.clause("4.1.c", "5.1.d")
AT = "2024-05-27 09:00"
FORM = {**WISH, "for_whom": "self", "one_stop": "trung-tam", "return_by": "counter", "summary": "Lập doanh nghiệp"}


def sends_files(citizen: Citizen, draft: Submission) -> None:
    """A file for each paper that is needed, by the page of the paper, without JavaScript."""
    for component in draft.version.components.filter(required=True, case=""):
        file = SimpleUploadedFile("giấy.pdf", _a_pdf(component.name), "application/pdf")
        address = f"/gui-tep/giay-to/{draft.place_of(component.pk)}/"
        page = citizen.asks(address, AT)
        assert component.name in words_of(page)
        assert citizen.sends(address, AT, files=file).status_code == 302


def test_from_the_procedure_to_a_dossier_of_ones_own(world: World, sits: Callable[[str], Official]) -> None:
    home = AtHome(world)
    an, code = Citizen(home.person), home.version.procedure.code
    assert f"/nop-ho-so/bat-dau/{code}/" in an.asks(procedure_address(code, home.version.name), AT).content.decode()
    begun = an.sends(f"/nop-ho-so/bat-dau/{code}/", AT)
    draft = Submission.objects.get()
    assert begun["Location"] == f"/nop-ho-so/{draft.code}/"
    assert "còn thiếu 2" in an.reads(begun["Location"], AT)
    sends_files(an, draft)
    assert "không còn thiếu loại bắt buộc nào" in an.reads(begun["Location"], AT)
    assert an.sends(f"{begun['Location']}thong-tin/", AT, **FORM)["Location"] == begun["Location"]
    assert "0912345678" in an.reads(f"/nop-ho-so/{draft.code}/xem-lai/", AT)
    handed_in = an.sends(f"/nop-ho-so/{draft.code}/xem-lai/", AT)
    assert handed_in["Location"] == f"/nop-ho-so/{draft.code}/da-nop/"
    assert "Cán bộ trả lời trước 09:00 ngày 28/05/2024" in an.reads(handed_in["Location"], AT)
    slip = an.asks(f"/nop-ho-so/{draft.code}/phieu-da-nop.pdf", AT)
    assert draft.code in flat(slip.content) and "9 giờ 00 phút, ngày 28 tháng 5 năm 2024" in flat(slip.content)
    lan = sits("lan")
    assert draft.code in lan.reads("/quay/truc-tuyen/", AT)
    page = lan.asks(f"/quay/truc-tuyen/{draft.code}/", AT).content.decode()
    scan = draft.papers.first().scan_id
    assert f"/quay/truc-tuyen/{draft.code}/giay-to/{scan}.pdf" in page
    assert lan.asks(f"/quay/truc-tuyen/{draft.code}/giay-to/{scan}.pdf", AT).content.startswith(b"%PDF")
    received = lan.sends(f"/quay/truc-tuyen/{draft.code}/tiep-nhan/", AT)
    dossier = Dossier.objects.get(submission=draft)
    assert received["Location"] == f"/quay/ho-so/{dossier.code}/"
    assert dossier.code in an.reads("/ho-so-cua-toi/", AT)
    assert dossier.code in an.reads(f"/nop-ho-so/{draft.code}/da-nop/", AT)


def test_the_start_says_what_is_needed_before_anybody_signs_in(world: World) -> None:
    home = AtHome(world)
    code = home.version.procedure.code
    nobody = Citizen(home.person)
    nobody.client.logout()
    page = nobody.reads(f"/nop-ho-so/bat-dau/{code}/", AT)
    for words in (
        home.needed()[0].name,
        "3 ngày làm việc",
        "50.000 ₫",
        "trả lời trong 8 giờ làm việc",
        "rồi đăng nhập",
    ):
        assert words in page
    assert "Thực tế 90 ngày qua" not in page
    assert nobody.sends(f"/nop-ho-so/bat-dau/{code}/", AT)["Location"].startswith("/cong-dan/dang-nhap/")
    assert not Submission.objects.exists()


def test_what_is_wrong_is_kept_and_said_and_nothing_typed_is_lost(world: World) -> None:
    home = AtHome(world)
    draft, an = home.begun(), Citizen(home.person)
    here = f"/nop-ho-so/{draft.code}/thong-tin/"
    answer = an.sends(here, AT, **{**FORM, "phone": "12"})
    assert answer.status_code == 422
    later = an.asks(here, AT).content.decode()
    assert 'value="12"' in later and "Lập doanh nghiệp" in later
    assert an.sends(here, AT, **{**FORM, "phone": "", "later": "1"})["Location"] == "/cong-dan/"
    assert "Đang soạn" in an.reads("/ho-so-cua-toi/", AT)
    assert "còn 1 mục" in an.reads(f"/nop-ho-so/{draft.code}/", AT)
    assert "Chưa nộp được" in an.reads(f"/nop-ho-so/{draft.code}/xem-lai/", AT)
    assert an.sends(f"/nop-ho-so/{draft.code}/xem-lai/", AT)["Location"] == f"{here}?sua"


def test_what_came_back_names_each_paper_and_only_that_is_sent_again(
    world: World, sits: Callable[[str], Official]
) -> None:
    home = AtHome(world)
    handed_in, first = home.submitted(), home.needed()[0]
    lan, an = sits("lan"), Citizen(home.person)
    address = f"/quay/truc-tuyen/{handed_in.code}/tra-lai/"
    assert "ghi rõ" in words_of(lan.sends(address, AT))
    assert lan.sends(address, AT, **{f"paper_{first.pk}": "Ảnh mờ"}).status_code == 302
    page = an.reads(f"/nop-ho-so/{handed_in.code}/", AT)
    assert "Cần sửa: Ảnh mờ" in page and "đã nộp lần trước" in page and "còn thiếu 1" in page
    drafts.keep(handed_in, FORM, at=MONDAY)
    assert "Còn thiếu" in an.reads(f"/nop-ho-so/{handed_in.code}/xem-lai/", AT)
    refused = an.sends(f"/nop-ho-so/{handed_in.code}/xem-lai/", AT)
    assert refused.status_code == 409 and first.name in words_of(refused)
    home.sends(handed_in, first)
    assert an.sends(f"/nop-ho-so/{handed_in.code}/xem-lai/", AT).status_code == 302
    assert "vi phạm quy định hướng dẫn một lần" in lan.reads(address, AT)


def test_the_same_press_twice_hands_in_once(world: World) -> None:
    home = AtHome(world)
    draft, an = home.begun(), Citizen(home.person)
    home.sends(draft)
    drafts.keep(draft, FORM, at=MONDAY)
    address, key = f"/nop-ho-so/{draft.code}/xem-lai/", "6a1d2a56-2b1c-4e39-9b39-1d6f2b6f0a11"
    first, second = (an.sends(address, AT, key=key) for _ in range(2))
    assert first["Location"] == second["Location"] == f"/nop-ho-so/{draft.code}/da-nop/"


def test_it_is_taken_back_or_a_draft_let_go_by_its_own_applicant_alone(world: World) -> None:
    home = AtHome(world)
    handed_in, an, binh = home.submitted(), Citizen(home.person), Citizen(a_citizen(BINH))
    scan = handed_in.papers.first().scan_id
    for page in ("", "xem-lai/", "da-nop/", "rut/", "bo/", f"giay-to/{scan}.pdf"):
        assert binh.asks(f"/nop-ho-so/{handed_in.code}/{page}", AT).status_code == 404, page
    assert an.asks(f"/nop-ho-so/{handed_in.code}/giay-to/{scan}.pdf", AT).content.startswith(b"%PDF")
    assert an.sends(f"/nop-ho-so/{handed_in.code}/rut/", AT).status_code == 302
    handed_in.refresh_from_db()
    assert handed_in.state == State.WITHDRAWN
    draft = home.begun()
    assert an.asks(f"/nop-ho-so/{draft.code}/phieu-da-nop.pdf", AT).status_code == 404
    assert an.sends(f"/nop-ho-so/{draft.code}/bo/", AT).status_code == 302
    assert not Submission.objects.filter(pk=draft.pk).exists()


def test_officials_of_other_places_do_not_find_it(world: World, sits: Callable[[str], Official]) -> None:
    handed_in = AtHome(world).submitted()
    assert sits("thu").asks(f"/quay/truc-tuyen/{handed_in.code}/", AT).status_code in (403, 404)
    assert sits("ngoc").asks("/quay/truc-tuyen/", AT).status_code == 403


def test_a_procedure_that_is_not_offered_online_says_how_to_file(world: World) -> None:
    home = AtHome(world, online_level=2)
    an, code = Citizen(home.person), home.version.procedure.code
    assert "Nộp trực tuyến</a>" not in an.asks(procedure_address(code, home.version.name), AT).content.decode()
    assert "chưa nhận hồ sơ trực tuyến" in an.reads(f"/nop-ho-so/bat-dau/{code}/", AT)


def test_the_lists_cost_the_same_with_one_and_with_many(world: World, sits: Callable[[str], Official]) -> None:
    home = AtHome(world)
    home.submitted()
    lan, an = sits("lan"), Citizen(home.person)
    counts: list[tuple[int, int]] = []
    for _ in range(2):
        counts.append((statements(lan, "/quay/truc-tuyen/"), statements(an, "/ho-so-cua-toi/")))
        for _ in range(3):
            home.submitted()
    assert counts[0] == counts[1]
    assert max(counts[0]) <= 7


def statements(somebody: Any, address: str) -> int:
    """How many statements a page costs, asked a second time."""
    somebody.asks(address, AT)
    with CaptureQueriesContext(connection) as asked:
        assert somebody.asks(address, AT).status_code == 200
    return len(asked)
