"""Writing, copying, revising, publishing and withdrawing a procedure."""

from datetime import date

import pytest
from django.db import DatabaseError, transaction

from motcua.domain.journal.models import Entry
from motcua.domain.procedures import catalogue, tariff
from motcua.domain.procedures.parts import FeePart, TimePart
from motcua.domain.procedures.rows import parts_of
from motcua.domain.procedures.terms import Channel
from motcua.domain.regulation.answers import NotAllowed
from motcua.domain.working_days.limit import Unit

from .building import a_draft, parts

FROM = date(2019, 6, 1)


def journal(version) -> list[str]:
    return list(Entry.objects.filter(stream=version.procedure.stream).order_by("number").values_list("act", flat=True))


@pytest.mark.clause("5.1.a-1")
def test_a_draft_keeps_every_part_as_it_was_written(draft):
    assert parts_of(draft) == parts()
    assert (draft.state, draft.number) == ("draft", 1)
    assert journal(draft) == ["draft_procedure"]


def test_a_draft_is_found_by_what_people_call_it(draft, offices, cast, at):
    renamed = a_draft(offices.transport, by=cast.writer, at=at, code="1.2", name="Đổi giấy phép lái xe")
    assert "bang lai" in renamed.folded
    assert "bang lai" not in draft.folded


def test_a_code_is_given_once(draft, offices, cast, at):
    with pytest.raises(catalogue.AlreadyThere, match=r"Đã có thủ tục mang mã 1\.000703"):
        a_draft(offices.transport, by=cast.writer, at=at)


@pytest.mark.parametrize(
    ("changes", "reason"),
    [
        ({"name": " \u200b "}, "phải có tên"),
        ({"level": "bộ"}, "cấp thực hiện"),
        ({"copies": -1}, "từ 0 đến 99"),
        ({"time_limits": (TimePart(Channel.COUNTER, 5, ""),)}, "phải có đơn vị"),
        ({"time_limits": (TimePart(Channel.COUNTER, 5, "fortnights"),)}, "phải có đơn vị"),
        ({"time_limits": (TimePart(Channel.POST), TimePart(Channel.POST))}, "chỉ có một thời hạn"),
        ({"time_limits": (TimePart("fax", 5, Unit.WORKING_DAYS),)}, "Không có cách nộp “fax”"),
        ({"fees": (FeePart("tip", "Bồi dưỡng", amount=1),)}, "phí hoặc lệ phí"),
        ({"fees": (FeePart("fee", "Phí", amount=-1),)}, "Mức thu"),
    ],
)
def test_what_can_not_be_kept_is_refused_with_the_reason(offices, cast, at, changes, reason):
    with pytest.raises(catalogue.Malformed, match=reason):
        a_draft(offices.transport, by=cast.writer, at=at, **changes)


@pytest.mark.clause("5.1.a-1")
def test_only_the_department_and_the_centre_write_its_procedures(offices, cast, at):
    for code, writer in [("1.1", cast.writer), ("1.2", cast.head), ("1.3", cast.controller)]:
        a_draft(offices.transport, by=writer, at=at, code=code)
    for stranger in (cast.binh, cast.appraiser, cast.watcher, cast.founder):
        with pytest.raises(NotAllowed, match="Sở Giao thông vận tải"):
            a_draft(offices.transport, by=stranger, at=at, code="1.4")


def test_amending_a_draft_records_which_parts_changed(draft, cast, at):
    amended = catalogue.amend_draft(draft, parts=parts(days=3, conditions="Có xe"), by=cast.writer, at=at)
    assert parts_of(amended) == parts(days=3, conditions="Có xe")
    last = Entry.objects.filter(stream=draft.procedure.stream).latest("number")
    assert last.facts["changed"] == ["conditions", "time_limits"]


def test_amending_without_a_change_writes_nothing(draft, cast, at):
    catalogue.amend_draft(draft, parts=parts(), by=cast.writer, at=at)
    assert journal(draft) == ["draft_procedure"]


def test_a_copy_has_the_same_parts_under_another_code(draft, offices, cast, at):
    copied = catalogue.copy_procedure(draft, code="1.000704", owner=offices.transport, by=cast.writer, at=at)
    assert parts_of(copied) == parts()
    assert journal(copied) == ["draft_procedure", "copy_procedure"]


@pytest.mark.clause("4.1.b")
def test_a_complete_draft_is_published_with_its_fees(draft, cast, at):
    version = catalogue.publish_procedure(draft, valid_from=FROM, by=cast.controller, at=at)
    assert version.current_on(FROM)
    assert not version.current_on(date(2019, 5, 31))
    (line,) = tariff.tariff_on(version.procedure_id, FROM)
    assert (line.name, line.amount, line.document) == ("Lệ phí cấp Giấy phép", 200_000, "1580/QĐ-UBND")


@pytest.mark.clause("4.1.b")
def test_an_incomplete_draft_is_not_published_and_each_missing_part_is_named(offices, cast, at):
    version = a_draft(offices.transport, by=cast.writer, at=at, sequence="", applicants="", results=())
    with pytest.raises(catalogue.Incomplete) as refused:
        catalogue.publish_procedure(version, valid_from=FROM, by=cast.controller, at=at)
    assert refused.value.missing == (
        "Chưa có trình tự thực hiện.",
        "Chưa có đối tượng thực hiện.",
        "Chưa có kết quả thực hiện.",
    )


@pytest.mark.clause("4.1.b")
def test_an_expired_procedure_is_not_published(draft, cast, at):
    with pytest.raises(catalogue.Expired, match="05/05/2019"):
        catalogue.publish_procedure(
            draft, valid_from=date(2019, 1, 1), valid_to=date(2019, 5, 5), by=cast.controller, at=at
        )


@pytest.mark.clause("4.1.b")
def test_only_the_centre_publishes(draft, cast, at):
    for other in (cast.writer, cast.head, cast.binh, cast.watcher, cast.founder):
        with pytest.raises(NotAllowed, match="Trung tâm"):
            catalogue.publish_procedure(draft, valid_from=FROM, by=other, at=at)


@pytest.mark.clause("5.1.b", "4.2.a")
def test_a_new_version_replaces_the_one_before_from_its_first_day(published, cast, at):
    draft = catalogue.revise_procedure(published.procedure, by=cast.writer, at=at)
    catalogue.amend_draft(draft, parts=parts(days=3), by=cast.writer, at=at)
    newer = catalogue.publish_procedure(draft, valid_from=FROM, by=cast.controller, at=at)
    published.refresh_from_db()
    assert published.valid_to == date(2019, 5, 31)
    assert [published.current_on(day) for day in (date(2019, 5, 31), FROM)] == [True, False]
    assert newer.current_on(FROM)


def test_a_revision_begins_with_the_fees_in_force(published, cast, at):
    dearer = [FeePart("charge", "Lệ phí cấp Giấy phép", amount=250_000)]
    tariff.announce_tariff(
        published.procedure, lines=dearer, document="99/SGTVT", valid_from=date(2019, 5, 3), by=cast.writer, at=at
    )
    draft = catalogue.revise_procedure(published.procedure, by=cast.writer, at=at)
    assert [fee.amount for fee in parts_of(draft).fees] == [250_000]


def test_there_is_one_draft_at_a_time(published, cast, at):
    catalogue.revise_procedure(published.procedure, by=cast.writer, at=at)
    with pytest.raises(catalogue.AlreadyThere, match="đang có bản dự thảo"):
        catalogue.revise_procedure(published.procedure, by=cast.writer, at=at)


def test_a_version_may_not_begin_before_the_one_it_replaces(published, cast, at):
    draft = catalogue.revise_procedure(published.procedure, by=cast.writer, at=at)
    with pytest.raises(catalogue.NotInOrder, match="01/05/2019"):
        catalogue.publish_procedure(draft, valid_from=date(2019, 5, 1), by=cast.controller, at=at)


@pytest.mark.clause("4.1.b")
def test_a_published_version_is_not_edited(published, cast, at):
    with pytest.raises(catalogue.NotADraft):
        catalogue.amend_draft(published, parts=parts(days=3), by=cast.writer, at=at)
    with pytest.raises(catalogue.NotADraft):
        catalogue.publish_procedure(published, valid_from=FROM, by=cast.controller, at=at)


@pytest.mark.clause("4.1.b")
@pytest.mark.parametrize(
    "tamper",
    [
        lambda version: type(version).objects.filter(pk=version.pk).update(name="Khác"),
        lambda version: type(version).objects.filter(pk=version.pk).update(state="draft"),
        lambda version: version.components.update(originals=9),
        lambda version: version.components.all().delete(),
        lambda version: version.time_limits.update(amount=9),
        lambda version: version.time_limits.create(channel="post", amount=9, unit="working_days"),
    ],
)
def test_the_database_itself_keeps_a_published_version_as_it_is(published, tamper):
    with pytest.raises(DatabaseError, match="final"), transaction.atomic():
        tamper(published)


@pytest.mark.clause("4.1.b")
def test_a_withdrawn_procedure_is_current_until_its_last_day(published, cast, at):
    last = date(2019, 5, 20)
    version = catalogue.withdraw_procedure(published, valid_to=last, decision="77/QĐ-UBND", by=cast.controller, at=at)
    assert [version.current_on(day) for day in (last, date(2019, 5, 21))] == [True, False]
    with pytest.raises(catalogue.NotInOrder, match="đã hết hiệu lực"):
        catalogue.withdraw_procedure(published, valid_to=last, decision="78/QĐ-UBND", by=cast.controller, at=at)


def test_a_withdrawal_names_its_decision_and_is_the_centres(published, cast, at):
    with pytest.raises(catalogue.NotInOrder, match="quyết định"):
        catalogue.withdraw_procedure(published, valid_to=FROM, decision=" ", by=cast.controller, at=at)
    with pytest.raises(NotAllowed):
        catalogue.withdraw_procedure(published, valid_to=FROM, decision="1/QĐ", by=cast.writer, at=at)


def test_parts_have_the_same_digest_only_when_they_say_the_same():
    assert parts().digest() == parts().digest() != parts(days=6).digest()
