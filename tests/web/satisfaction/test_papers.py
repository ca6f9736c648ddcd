"""Papers are entered one after the other; a wrong mark, a second entry, one's own ballot are said; nothing is lost."""

from collections.abc import Callable

import pytest

from motcua.domain.satisfaction.models import Opinion
from tests.satisfaction import asked
from tests.web.at_desk import Official, words_of
from tests.world import World

pytestmark = pytest.mark.clause("3.1", "7.4")
PAGE, AT = "/y-kien-nguoi-dan/phieu-giay/", "2024-05-28 10:00"


def test_papers_follow_one_another_and_each_counts_once(world: World, sits: Callable[[str], Official]) -> None:
    ngoc, first = sits("ngoc"), asked(world.received())
    paper = {"mark": f"https://x.vn/danh-gia/{first.secret}", "level": "2", "words": "Chờ lâu"}
    assert ngoc.sends(PAGE, AT, **paper)["Location"] == PAGE
    assert (Opinion.objects.get().channel, Opinion.objects.get().level) == ("paper", 2)
    twice = ngoc.sends(PAGE, AT, **paper)
    assert twice.status_code == 409 and "lần thứ hai" in words_of(twice) and "Chờ lâu" in twice.content.decode()
    wrong = ngoc.sends(PAGE, AT, **paper | {"mark": "khong-co"})
    assert wrong.status_code == 422 and "quét lại" in words_of(wrong)
    assert ngoc.sends(PAGE, AT, **paper | {"level": ""}).status_code == 422
    own = sits("lan").sends(PAGE, AT, mark=asked(world.received()).secret, level="5")
    assert own.status_code == 403 and "chính bạn" in words_of(own)
    assert sits("thu").asks(PAGE, AT).status_code == 403
    assert "Phiếu giấy" in sits("mai").reads("/y-kien-nguoi-dan/", AT, kenh="paper")


def test_the_page_breaks_no_rule_of_accessibility(
    transactional_db: None, world: World, looks: Callable[..., None]
) -> None:
    looks("ngoc", PAGE, at=AT, send=True)
