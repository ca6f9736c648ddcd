"""Rows of a form that grow and shrink without scripts, and forms that come back as they were typed."""

from django.http import QueryDict

from motcua.web.components.fields import TextField
from motcua.web.components.typed import MOST_ROWS, Rows, Several, Typed, rearranged


class Paper(Typed):
    name = TextField(label="Tên")
    note = TextField(label="Ghi chú", required=False)


def sent(*names: str, **other: str) -> QueryDict:
    data = QueryDict(mutable=True)
    data["papers-count"] = str(len(names))
    for number, name in enumerate(names):
        data[f"papers-{number}-name"] = name
        data[f"papers-{number}-note"] = f"của {name}"
    data.update(other)
    return data


def names(data: QueryDict) -> list[str]:
    return [str(row["name"].value() or "") for row in Rows.sent("papers", Paper, data, check=False)]


def test_without_a_button_everything_stays_as_it_was_sent():
    data = sent("đơn", "bản vẽ")
    assert rearranged(data) is data
    assert names(data) == ["đơn", "bản vẽ"]


def test_a_row_is_added_at_the_end_or_below_another():
    assert names(rearranged(sent("đơn", "bản vẽ", rows="papers+"))) == ["đơn", "bản vẽ", ""]
    assert names(rearranged(sent("đơn", "bản vẽ", rows="papers+0"))) == ["đơn", "", "bản vẽ"]


def test_a_row_is_taken_out_or_moved_up_with_all_that_stands_in_it():
    assert names(rearranged(sent("đơn", "bản vẽ", "giấy", rows="papers-1"))) == ["đơn", "giấy"]
    data = rearranged(sent("đơn", "bản vẽ", "giấy", rows="papers^2"))
    assert names(data) == ["đơn", "giấy", "bản vẽ"]
    assert data["papers-1-note"] == "của giấy"


def test_a_button_for_a_row_that_is_not_there_changes_nothing():
    for pressed in ("papers-9", "papers^9", "papers-", "papers*1", "'; drop", "others-1"):
        assert names(rearranged(sent("đơn", rows=pressed))) == ["đơn"]


def test_rows_can_not_grow_without_end():
    data = sent("đơn", rows="papers+")
    data["papers-count"] = "999"
    assert len(names(rearranged(data))) == MOST_ROWS


def test_a_row_in_which_nobody_wrote_does_not_count_and_is_not_wrong():
    rows = Rows.sent("papers", Paper, sent("đơn", ""), check=True)
    assert not Several(list(rows)).is_valid()  # something was noted, but the name is missing
    data = sent("đơn", "")
    data["papers-1-note"] = ""
    rows = Rows.sent("papers", Paper, data, check=True)
    assert Several(list(rows)).is_valid()
    assert [row["name"] for row in rows.values()] == ["đơn"]


def test_rows_begin_with_what_is_known_or_with_an_empty_one():
    assert [row["name"].value() for row in Rows.begun("papers", Paper, [{"name": "đơn"}])] == ["đơn"]
    assert len(Rows.begun("papers", Paper, [])) == 1
