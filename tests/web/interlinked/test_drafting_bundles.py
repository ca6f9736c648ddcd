"""A bundle is drawn up row by row, changed, sent back, published or given up, without scripts."""

from collections.abc import Callable
from typing import Any

import pytest

from motcua.domain.dossiers.filed_together import bundle_drafts
from motcua.domain.dossiers.filed_together.bundle_drafts import PartPlan
from motcua.domain.dossiers.filed_together.bundle_models import Bundle
from tests.acts.dossiers.filed_together.test_bundles import CERTIFICATE, drafted, three
from tests.web.at_desk import Official, words_of
from tests.world import World, moment

pytestmark = [pytest.mark.django_db, pytest.mark.clause("5.1.đ-1", "4.1.a-1")]
AT = "2024-05-27 09:00"
HERE, NEW = "/lien-thong/nhom/", "/lien-thong/nhom/lap/"
Sits = Callable[[str], Official]


def rows(*parts: tuple[str, str, str], **other: str) -> dict[str, str]:
    """The rows of the form: procedure, which it waits for, what that supplies."""
    fields = {"parts-count": str(len(parts))}
    for number, (procedure, after, supplied) in enumerate(parts):
        row = f"parts-{number}"
        fields |= {f"{row}-procedure": procedure, f"{row}-after": after or "0", f"{row}-supplied": supplied}
    return {"name": "Khai sinh và thường trú", "code": "", **fields, **other}


def codes(world: World) -> list[str]:
    return [each.procedure.code for each in three(world)]


def test_it_is_drawn_up_by_code_or_words_and_waits_for_the_centre(world: World, sits: Sits) -> None:
    birth, residence, _ = codes(world)
    tam = sits("tam")
    assert "Lập nhóm mới" in tam.reads(HERE, AT)
    assert "Thủ tục 2" in tam.reads(NEW, AT)
    asked = rows((birth, "", ""), ("cho trẻ", "", ""))
    looked = words_of(tam.sends(NEW, AT, rows="tim", **asked))
    assert "Thủ tục 1: Đăng ký khai sinh" in looked
    assert "Đăng ký thường trú cho trẻ" in looked
    assert "Cấp thẻ bảo hiểm y tế cho trẻ" in looked
    picked = words_of(tam.sends(NEW, AT, pick=f"1:{residence}", **asked))
    assert "Thủ tục 2: Đăng ký thường trú cho trẻ" in picked
    assert CERTIFICATE in picked
    assert not Bundle.objects.exists()
    made = tam.sends(NEW, AT, **rows((birth, "", ""), (residence, "1", CERTIFICATE)))
    assert made.url == "/lien-thong/nhom/khai-sinh-va-thuong-tru/"
    page = tam.reads(made.url, AT)
    assert "Chưa công bố" in page
    assert "bắt đầu khi có kết quả “Đăng ký khai sinh”, không phải nộp “Bản sao Giấy khai sinh”" in page
    assert "Công bố nhóm" not in page


def test_rows_come_go_and_move_and_nothing_is_saved(world: World, sits: Sits) -> None:
    birth, residence, card = codes(world)
    tam, three_rows = sits("tam"), rows((birth, "", ""), (residence, "", ""), (card, "", ""))
    more = words_of(tam.sends(NEW, AT, rows="parts+", **three_rows))
    assert "Thủ tục 4" in more
    less = words_of(tam.sends(NEW, AT, rows="parts-1", **three_rows))
    assert "Thủ tục 2: Cấp thẻ bảo hiểm y tế cho trẻ" in less
    moved = words_of(tam.sends(NEW, AT, rows="parts^1", **three_rows))
    assert "Thủ tục 1: Đăng ký thường trú cho trẻ" in moved
    assert not Bundle.objects.exists()


def test_what_is_wrong_is_said_and_what_was_typed_stays(world: World, sits: Sits) -> None:
    birth, residence, _ = codes(world)
    tam = sits("tam")
    unknown = tam.sends(NEW, AT, **rows((birth, "", ""), ("không có đâu", "", "")))
    assert unknown.status_code == 422
    assert "Không có thủ tục nào như vậy" in words_of(unknown)
    assert 'value="không có đâu"' in unknown.content.decode()
    twice = tam.sends(NEW, AT, **rows((birth, "", ""), (birth, "", "")))
    assert twice.status_code == 409
    assert "từ 2 đến 9 thủ tục" in words_of(twice)
    strange = tam.sends(NEW, AT, **rows((birth, "", ""), (residence, "", ""), code="Mã có dấu"))
    assert "chữ thường không dấu" in words_of(strange)
    assert not Bundle.objects.exists()


def test_the_centre_sends_it_back_the_body_mends_it_and_the_centre_publishes(world: World, sits: Sits) -> None:
    bundle = drafted(world)
    address = f"{HERE}{bundle.code}/"
    mai, tam = sits("mai"), sits("tam")
    assert mai.sends(f"{address}tra-lai/", AT, reason="").status_code == 422
    assert mai.sends(f"{address}tra-lai/", AT, reason="Bỏ thẻ bảo hiểm y tế").status_code == 302
    page = tam.reads(address, AT)
    assert "Trung tâm trả lại" in page
    assert "Bỏ thẻ bảo hiểm y tế" in page
    assert "Trung tâm trả lại" in tam.reads(HERE, AT)
    refused = mai.sends(f"{address}cong-bo/", AT, decision="88/QĐ-UBND", valid_from="27/05/2024")
    assert refused.status_code == 409
    birth, residence = (row.procedure.code for row in bundle.parts.all()[:2])
    form = tam.reads(f"{address}sua/", AT)
    assert "Thủ tục 3: Cấp thẻ bảo hiểm y tế cho trẻ" in form
    tam.sends(f"{address}sua/", AT, **rows((birth, "", ""), (residence, "1", CERTIFICATE)))
    bundle.refresh_from_db()
    assert (bundle.name, bundle.parts.count(), bundle.why_sent_back) == ("Khai sinh và thường trú", 2, "")
    mai.sends(f"{address}cong-bo/", AT, decision="88/QĐ-UBND", valid_from="27/05/2024")
    page = sits("lan").reads(address, AT)
    assert "Đã công bố" in page
    assert "Tiếp nhận theo nhóm" in page


def test_a_draft_is_given_up_and_its_code_is_free_again(world: World, sits: Sits) -> None:
    bundle = drafted(world)
    assert "Bỏ dự thảo này" in sits("tam").reads(f"{HERE}{bundle.code}/", AT)
    assert sits("tam").sends(f"{HERE}{bundle.code}/bo/", AT).url == HERE
    assert "Chưa có nhóm thủ tục nào" in sits("tam").reads(HERE, AT)
    drafted(world)


@pytest.mark.parametrize("somebody", ["lan", "quang"])
def test_drafts_are_for_the_body_and_the_centre(world: World, sits: Sits, somebody: str) -> None:
    bundle, official = drafted(world), sits(somebody)
    seen = somebody == "quang"
    assert (bundle.name in official.reads(HERE, AT)) is seen
    assert official.asks(f"{HERE}{bundle.code}/", AT).status_code == (200 if seen else 404)


def test_the_list_is_paged_and_bounded(world: World, sits: Sits, django_assert_max_num_queries: Any) -> None:
    birth, residence, _ = (version.procedure for version in three(world))
    for number in range(25):
        parts = (PartPlan(birth), PartPlan(residence, 1, CERTIFICATE))
        name = f"Nhóm {number:02d}"
        bundle_drafts.draft_bundle(f"nhom-{number}", name=name, parts=parts, by=world["tam"], at=moment(AT))
    mai = sits("mai")
    mai.reads(HERE, AT)
    with django_assert_max_num_queries(9):
        page = mai.asks(HERE, AT)
    words = words_of(page)
    assert "Nhóm 19" in words
    assert "Nhóm 20" not in words
    onward = page.content.decode().split('rel="next"')[0].rpartition('href="')[2].strip('" ')
    assert "Nhóm 24" in mai.reads(onward.replace("&amp;", "&"), AT)
