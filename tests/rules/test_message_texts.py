"""The texts keep to what each way allows, and the linter sees each way of breaking it. No database."""

from dataclasses import replace
from datetime import date

import pytest

from motcua.domain.messages import linting, texts
from motcua.domain.messages.manners import MANNERS, PAUSES, is_quiet, pause_after, wakes_at
from motcua.domain.messages.terms import Way
from motcua.domain.messages.texts import Email, Kind, Version, Zns
from tests.moments import moment

FIRST = date(2019, 5, 1)
GOOD = {
    Way.APP: "Hồ sơ {code} đã được tiếp nhận, hẹn trả {due}.",
    Way.SMS: "Hồ sơ {code} đã được tiếp nhận, hẹn trả {due}. Hỗ trợ: {hotline}",
    Way.EMAIL: Email("Đã tiếp nhận hồ sơ {code}", ("Hẹn trả {due}.", "Hỗ trợ: {hotline}.")),
    Way.ZNS: Zns(
        "Đã tiếp nhận hồ sơ",
        ("Hồ sơ của quý khách đã được tiếp nhận.",),
        (("Mã hồ sơ", "{code}"), ("Hẹn trả", "{due}")),
        (("Tra cứu hồ sơ", "{site}"),),
    ),
}


def said(way: Way, text: object) -> str:
    """What the linter says of a text for the kind "received"."""
    kind = Kind("received", "Đã tiếp nhận", ("code", "due"), 48, False, ())
    version = replace(Version(FIRST, None), **{way.value: text})
    return "; ".join(each.says for each in linting.of(kind, version))


def test_every_text_of_ours_is_sound():
    assert linting.findings() == []


def test_every_kind_has_words_for_all_but_zalo_at_least_and_versions_follow_one_another():
    for kind in texts.KINDS.values():
        needed = {Way.SMS, Way.EMAIL} if kind.asked else {Way.APP, Way.SMS, Way.EMAIL}
        assert all(texts.has(kind.name, way) for way in needed), kind.name
        begins = [version.since for version in kind.versions]
        assert begins == sorted(set(begins))
        assert {*kind.facts} <= texts.FACTS.keys()


@pytest.mark.parametrize("way", Way)
def test_a_sound_text_has_no_findings(way):
    assert said(way, GOOD[way]) == ""


ZNS = GOOD[Way.ZNS]
WRONG = [
    (Way.SMS, "Hồ sơ {code} đã được tiếp nhận. " + "Xin giữ giấy hẹn. " * 6 + "{hotline}", "quá một tin"),
    (Way.SMS, "Hồ sơ {code} đã được tiếp nhận.", "không nói số để gọi"),
    (Way.SMS, "Hồ sơ {code} ✓ {hotline}", "ngoài bảng chữ của tin nhắn: ✓"),
    (Way.SMS, "Hồ sơ {ma} {hotline}", "có chỗ trống lạ: ma"),
    (Way.SMS, "Hồ sơ đã được tiếp nhận {hotline}", "không nói hồ sơ nào"),
    (Way.APP, "TTHC {code} đã được tiếp nhận", "chữ viết tắt không phải ai cũng hiểu: TTHC"),
    (Way.APP, "{code} " + "rất " * 60, "dài hơn 200 ký tự"),
    (Way.APP, "{code} " + "từ " * 40, "câu dài hơn 30 chữ"),
    (Way.EMAIL, Email("Ngắn", ("{code} {hotline}",)), "tiêu đề dài 4 ký tự"),
    (Way.EMAIL, Email("Hồ sơ {code} " + "đã có " * 9, ("{hotline}",)), "tiêu đề dài"),
    (Way.ZNS, replace(ZNS, title="Hồ sơ"), "tiêu đề dài 5 ký tự"),
    (Way.ZNS, replace(ZNS, title="Hồ sơ " * 12), "tiêu đề dài 72 ký tự"),
    (Way.ZNS, replace(ZNS, paragraphs=()), "có 0 đoạn văn"),
    (Way.ZNS, replace(ZNS, paragraphs=("Đã tiếp nhận.",) * 5), "có 5 đoạn văn"),
    (Way.ZNS, replace(ZNS, paragraphs=("Đã nhận. " * 50,)), "đoạn văn dài"),
    (Way.ZNS, replace(ZNS, rows=(("Mã", "{code}"), ("Hẹn", "{due}"))), "tên dòng dài 2 ký tự"),
    (Way.ZNS, replace(ZNS, rows=(("Mã hồ sơ", "{code} {due}"), ("Nữa", "abc"))), "nội dung có một chỗ trống"),
    (Way.ZNS, replace(ZNS, rows=ZNS.rows[:1]), "có 1 dòng của bảng"),
    (Way.ZNS, replace(ZNS, buttons=(("Xem", "{site}"),)), "nút dài 3 ký tự"),
    (Way.ZNS, replace(ZNS, buttons=(("Tra cứu", "{site}"),) * 3), "có 3 nút"),
    (Way.ZNS, replace(ZNS, paragraphs=("Ưu đãi giảm giá cho quý khách.",)), "lời quảng cáo: giảm giá, ưu đãi"),
    (Way.ZNS, replace(ZNS, paragraphs=("Mời anh/chị đến nhận kết quả.",)), "không được dùng: anh/chị"),
    (Way.ZNS, replace(ZNS, paragraphs=("Xem tại https://abc.vn để biết.",)), "đường dẫn hoặc số điện thoại"),
    (Way.ZNS, replace(ZNS, paragraphs=("Gọi 1900558826 để được giúp.",)), "đường dẫn hoặc số điện thoại"),
    (Way.ZNS, replace(ZNS, paragraphs=("Gọi {hotline} để được giúp.",)), "chỉ được đặt ở nút"),
    (Way.ZNS, Zns("Đã tiếp nhận hồ sơ", ("Hồ sơ đã được tiếp nhận.",)), "không có tham số nào"),
]


@pytest.mark.parametrize(("way", "text", "finding"), WRONG)
def test_the_linter_sees_what_is_wrong(way, text, finding):
    assert finding in said(way, text)


@pytest.mark.parametrize(
    ("text", "length"), [("Ho so 1", 7), ("€", 2), ("[x]", 5), ("a" * 160, 160), ("Hồ", None), ("’", None)]
)
def test_septets_are_counted_as_telephones_count_them(text, length):
    assert linting.septets(text) == length


def test_an_sms_is_sent_without_diacritics_and_reads_the_same():
    facts = {"code": "000.00.00.H49-240527-0001", "due": "2024-05-30T16:30:00+07:00"}
    text = texts.filled("received", Way.SMS, facts, on=FIRST)
    assert text.body == (
        "Ho so 000.00.00.H49-240527-0001 da duoc tiep nhan, hen tra 16:30 ngay 30/05/2024. "
        "Tra cuu bang ma tren giay hen. Ho tro: 1900558826"
    )


def test_zalo_gets_the_facts_in_its_own_form_and_nothing_else():
    facts = {"code": "H49-1", "due": moment("2024-05-30 16:30")}
    text = texts.filled("received", Way.ZNS, facts, on=FIRST)
    assert text.params == {"code": "H49-1", "due": "16:30:00 30/05/2024"}
    assert "16:30 ngày 30/05/2024" in text.body


def test_a_message_keeps_the_words_of_the_day_it_was_told():
    old, new = Version(FIRST, date(2025, 6, 30), sms="cũ"), Version(date(2025, 7, 1), None, sms="mới")
    kind = Kind("received", "", (), 1, False, (old, new))
    assert [kind.on(day).sms for day in (date(2018, 1, 1), FIRST, date(2025, 6, 30), date(2025, 7, 1))] == [
        "cũ",
        "cũ",
        "cũ",
        "mới",
    ]


def test_a_kind_is_told_with_exactly_its_facts():
    with pytest.raises(ValueError, match="received"):
        texts.expects("received", {"code": "1"})
    with pytest.raises(ValueError, match="received"):
        texts.expects("received", {"code": "1", "due": "2", "name": "An"})


@pytest.mark.parametrize(
    ("at", "quiet", "wakes"),
    [
        ("2024-05-27 20:59", False, None),
        ("2024-05-27 21:00", True, "2024-05-28 07:00"),
        ("2024-05-28 00:00", True, "2024-05-28 07:00"),
        ("2024-05-28 06:59", True, "2024-05-28 07:00"),
        ("2024-05-28 07:00", False, None),
    ],
)
def test_nobody_is_woken_between_nine_and_seven(at, quiet, wakes):
    assert is_quiet(moment(at)) is quiet
    if wakes:
        assert wakes_at(moment(at)) == moment(wakes)


def test_pauses_grow_and_end():
    assert sorted(PAUSES) == list(PAUSES)
    assert [pause_after(number) for number in range(1, len(PAUSES) + 1)] == list(PAUSES)
    assert pause_after(len(PAUSES) + 1) is None


def test_only_the_way_through_a_business_outside_needs_consent():
    assert {way for way, manner in MANNERS.items() if manner.consent} == {Way.ZNS}
