"""What people say about rules is gathered, approved, sent to who can change them, and comes back to each of them."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from motcua.domain.feedback import merging
from motcua.domain.feedback import told as owners
from motcua.domain.feedback.digest import counting, topics
from motcua.domain.feedback.digest.counting import Wanted
from motcua.domain.feedback.digest.topics import NoSuchTheme, Told
from motcua.domain.feedback.models import Feedback, Gathered, Report, Topic
from motcua.domain.feedback.reports import drafting, following, gathering, letters, policies, queries, told
from motcua.domain.feedback.reports.drafting import NotNow, NoWords, Words
from motcua.domain.feedback.reports.following import Heard, NotHeard
from motcua.domain.feedback.reports.gathering import NotGathered
from motcua.domain.feedback.reports.terms import Outcome, ReportKind, ReportState
from motcua.domain.feedback.terms import Kind, State, Verdict
from motcua.domain.feedback.urging import reminding
from motcua.domain.journal.system import System
from motcua.domain.listing import Place
from motcua.domain.messages.models import Message
from motcua.domain.organisations.models import Officer
from motcua.domain.papers.uploads import Upload
from motcua.domain.regulation.answers import NotAllowed
from tests.feedback import AN, MONDAY, TUESDAY, head_of_the_centre, routed
from tests.moments import moment
from tests.papers import corpus
from tests.papers.reading import flat
from tests.people import PLANNING
from tests.racing import at_once, one_wins
from tests.world import World

pytestmark = pytest.mark.clause("4.6.b-3", "4.2.b")
WORDS = Words(
    ReportKind.REPORT, "Ủy ban nhân dân tỉnh Quảng Ninh", "kiến nghị bỏ giấy đề nghị viết tay", "Nhiều người kêu.",
    "Đề nghị bỏ.", date(2024, 7, 1),
)  # fmt: skip
JULY = moment("2024-07-05 09:00")
HEARD = Heard(
    Outcome.CHANGED, "1500/UBND-XD1", date(2024, 7, 3), "Tiếp thu.", "Từ 15/07/2024 không phải nộp giấy viết tay."
)


def about_a_rule(world: World, **other: Any) -> Feedback:
    return routed(world, kind=Kind.RULE, **other)


def drafted(world: World, *items: Feedback, **other: Any) -> Report:
    """Mai gathers them."""
    codes = [each.code for each in items or (about_a_rule(world),)]
    return drafting.draft_report(codes, replace(WORDS, **other), by=world["mai"], at=TUESDAY)


def sent(world: World, *items: Feedback, **other: Any) -> Report:
    """Hải has approved it, Mai lets it go out."""
    report, head = drafted(world, *items, **other), head_of_the_centre(world)
    drafting.submit_report(report, by=world["mai"], at=TUESDAY)
    drafting.approve_report(report, by=head, at=TUESDAY)
    return following.send_report(report, by=world["mai"], at=TUESDAY)


def test_a_theme_a_procedure_and_a_provision_are_set_by_who_works_on_it(world: World) -> None:
    item = about_a_rule(world)
    code = world.version.procedure.code
    topics.set_theme(item, Told("many_papers", code, "Điều 5"), by=world["mai"], at=TUESDAY)
    topics.set_theme(item, Told("conditions", "", " Điều 6 "), by=world["mai"], at=TUESDAY)
    topic = Topic.objects.get()
    assert (topic.theme, topic.procedure, topic.provision) == ("conditions", None, "Điều 6")
    for wrong in (Told("nothing"), Told("conditions", "9.999999")):
        with pytest.raises(NoSuchTheme):
            topics.set_theme(item, wrong, by=world["mai"], at=TUESDAY)
    with pytest.raises(NotAllowed):
        topics.set_theme(item, Told("conditions"), by=world["thu"], at=TUESDAY)
    own = routed(world, dossier=world.received())
    assert topics.set_theme(own, Told("delay"), by=world["thu"], at=TUESDAY).procedure == world.version.procedure


def test_the_first_words_and_the_table_come_from_what_was_chosen(world: World) -> None:
    items = [about_a_rule(world) for _ in range(3)]
    for item in items[:2]:
        topics.set_theme(item, Told("many_papers", world.version.procedure.code, "Điều 5"), by=world["mai"], at=TUESDAY)
    codes = [each.code for each in items]
    words = gathering.first_words(queries.chosen(world["mai"], codes, TUESDAY))
    assert words["subject"] == "kiến nghị sửa đổi quy định về đăng ký thành lập doanh nghiệp tư nhân"
    assert "Ngày 27/05/2024" in words["findings"] and "3 phản ánh" in words["findings"]
    assert queries.chosen(world["thu"], codes, TUESDAY) == []
    report = drafted(world, *items)
    assert [(each["theme"], each["provision"], each["number"]) for each in report.lines] == [
        ("Quy định nhiều giấy tờ, trùng lặp", "Điều 5", 2), ("", "", 1),
    ]  # fmt: skip


def test_only_rules_are_gathered_each_in_one_report_at_a_time(world: World) -> None:
    item, other = about_a_rule(world), routed(world)
    report = drafted(world, item)
    with pytest.raises(NotGathered, match="đã ở trong"):
        drafted(world, item)
    with pytest.raises(NotGathered, match="về quy định"):
        drafted(world, other)
    with pytest.raises(NotGathered, match="ít nhất một"):
        drafting.draft_report([], WORDS, by=world["mai"], at=TUESDAY)
    for wrong in ({"subject": " "}, {"reply_by": date(2024, 5, 28)}):
        with pytest.raises(NoWords):
            drafted(world, about_a_rule(world), **wrong)
    with pytest.raises(NotAllowed):
        drafting.draft_report([item.code], WORDS, by=world["thu"], at=TUESDAY)
    second = about_a_rule(world)
    may = Wanted(date(2024, 5, 1), date(2024, 5, 31))
    free = counting.to_gather(world["mai"], TUESDAY, may, 10)
    assert [each.code for each in free] == [
        each.code for each in Feedback.objects.order_by("id") if each.pk != item.pk and each.way == 3
    ]
    drafting.change_report(report, [second.code], WORDS, by=world["mai"], at=TUESDAY)
    assert [each.code for each in queries.voices_in(report)] == [second.code]
    with pytest.raises(NoWords):
        drafting.drop_report(report, reason="", by=world["mai"], at=TUESDAY)
    drafting.drop_report(report, reason="Trùng báo cáo khác", by=world["mai"], at=TUESDAY)
    assert not Gathered.objects.filter(kept=True).exists()
    drafted(world, item, second)
    assert list(told.faults()) == list(owners.differences()) == []


@pytest.mark.clause("3.3-2")
def test_the_head_approves_what_somebody_else_wrote_or_gives_it_back(world: World) -> None:
    report, head = drafted(world), head_of_the_centre(world)
    drafting.submit_report(report, by=world["mai"], at=TUESDAY)
    with pytest.raises(NotAllowed):
        drafting.approve_report(report, by=world["mai"], at=TUESDAY)
    with pytest.raises(NoWords):
        drafting.return_report(report, reason=" ", by=head, at=TUESDAY)
    drafting.return_report(report, reason="Thiếu căn cứ", by=head, at=TUESDAY)
    drafting.change_report(report, [each.code for each in queries.voices_in(report)], WORDS, by=head, at=TUESDAY)
    report = drafting.submit_report(report, by=head, at=TUESDAY)
    assert not policies.may_approve_report(head, report, TUESDAY)  # now it is the head's own draft
    with pytest.raises(NotNow):
        following.send_report(report, by=world["mai"], at=TUESDAY)


def test_it_goes_out_under_a_number_and_everybody_is_told(world: World) -> None:
    item, unknown = about_a_rule(world), about_a_rule(world, contact=replace(AN, phone="", email=""))
    report = sent(world, item, unknown)
    assert report.paper is not None and report.paper.shown_number == "01/BC-TTPVHCC"
    text = flat(letters.as_letter(report, TUESDAY))
    for words in ("BÁO CÁO", "01/BC-TTPVHCC", "Về việc kiến nghị bỏ giấy đề nghị viết tay", "01/07/2024", "GIÁM ĐỐC"):
        assert words in text
    (*_, one) = Message.objects.filter(kind="feedback_reported")
    assert (one.recipient, one.about, one.facts["letter"]) == (item.code, item.code, "01/BC-TTPVHCC")
    became = queries.became_of(item)
    assert became is not None and (became.letter, became.reply) == ("01/BC-TTPVHCC", "")
    assert reminding.watch(System(), moment("2024-06-20 06:45")) == 0  # the authority has to answer, not the Centre
    following.chase_report(report, text="Đã gọi văn phòng, hẹn tuần sau.", by=world["mai"], at=JULY)
    with pytest.raises(NoWords):
        following.chase_report(report, text="Đã gọi văn phòng, hẹn tuần sau.", by=world["mai"], at=JULY)


def test_what_was_merged_counts_in_the_table_and_is_told_too(world: World) -> None:
    item, same = about_a_rule(world), about_a_rule(world)
    merging.merge_feedback(same, into=item, by=world["mai"], at=MONDAY)
    topics.set_theme(item, Told("many_papers"), by=world["mai"], at=MONDAY)
    report = sent(world, item)
    assert [each["number"] for each in report.lines] == [2]
    assert {*Message.objects.filter(kind="feedback_reported").values_list("about", flat=True)} == {item.code, same.code}
    same.refresh_from_db()
    assert queries.became_of(same) == queries.became_of(item) is not None
    may = Wanted(date(2024, 5, 1), date(2024, 5, 31), theme="many_papers")
    assert counting.digest(world["mai"], TUESDAY, may).whole.gathered == 2


def test_a_letter_to_an_authority_has_a_mark_of_its_own(world: World) -> None:
    report = drafted(world, kind=ReportKind.RECOMMENDATION, addressee="Bộ Kế hoạch và Đầu tư")
    before = flat(letters.as_letter(report, TUESDAY))
    assert "V/v kiến nghị bỏ giấy" in before and "/TTPVHCC-KTGS" in before and "BÁO CÁO" not in before


def test_the_outcome_answers_everybody_once_the_head_has_read_it(world: World) -> None:
    item, second = about_a_rule(world), about_a_rule(world)
    report = sent(world, item, second)
    for wrong in (
        {"document": ""}, {"reply": " "}, {"change": ""}, {"document_on": date(2024, 5, 27)},
        {"document_on": date(2024, 7, 6)}, {"outcome": Outcome.KEPT},
    ):  # fmt: skip
        with pytest.raises(NotHeard):
            following.record_outcome(report, replace(HEARD, **wrong), by=world["mai"], at=JULY)
    scan = Upload("tra-loi.pdf", corpus.pdf())
    following.record_outcome(report, replace(HEARD, scan=scan), by=world["mai"], at=JULY)
    assert queries.became_of(item).reply == ""  # type: ignore[union-attr]
    head = Officer.objects.get(code="hai")
    with pytest.raises(NotAllowed):
        following.confirm_outcome(report, by=world["mai"], at=JULY)
    with pytest.raises(NoWords):
        following.return_outcome(report, reason="", by=head, at=JULY)
    following.return_outcome(report, reason="Ghi rõ ngày", by=head, at=JULY)
    following.record_outcome(report, HEARD, by=world["mai"], at=JULY)
    report = following.confirm_outcome(report, by=head, at=JULY)
    for each in Feedback.objects.order_by("id"):
        assert (each.state, each.verdict, each.remedy) == (State.ANSWERED, Verdict.FOUNDED, HEARD.change)
        assert (each.drafted_by, each.approved_by) == (world["mai"], head)
        assert "01/BC-TTPVHCC" in each.answer and "1500/UBND-XD1 ngày 03/07/2024: Tiếp thu." in each.answer
    told_of = Message.objects.filter(kind="feedback_outcome").values_list("about", flat=True)
    assert set(told_of) == {item.code, second.code}
    became = queries.became_of(item)
    assert became is not None and (became.outcome, became.change) == ("Sửa quy định", HEARD.change)
    assert list(told.faults()) == list(owners.differences()) == []
    assert [each.code for each in queries.reports_for(world["mai"], JULY, Place(), under_way=False).rows] == [
        report.code
    ]


def test_who_is_not_of_the_centre_sees_no_report_and_the_check_sees_every_harm(world: World) -> None:
    report = sent(world)
    with pytest.raises(Report.DoesNotExist):
        queries.report_for(world["quang"], report.code, TUESDAY)
    assert queries.report_for(world["mai"], report.code.lower(), TUESDAY) == report
    Feedback.objects.update(owner=world.offices[PLANNING], way=2)
    Report.objects.update(state=ReportState.HEARD, outcome="kept", document="1", document_on=TUESDAY.date(), heard_by=1)
    (item,) = Feedback.objects.all()
    assert [each.partition(": ")[0] for each in told.faults()] == [
        report.code, f"{item.code} trong báo cáo {report.code}",
    ]  # fmt: skip


@pytest.mark.django_db(transaction=True)
def test_of_eight_at_once_one_moves_the_report(transactional_db: None, world: World) -> None:
    item, mai, head = about_a_rule(world), world["mai"], head_of_the_centre(world)
    mai.held  # noqa: B018 - read once, not by eight threads
    at_once(lambda _: topics.set_theme(item, Told("conditions"), by=mai, at=MONDAY))
    assert Topic.objects.count() == 1
    one_wins(drafting.draft_report, [item.code], words=WORDS, by=mai, at=MONDAY)
    report, mine, its = Report.objects.get(), {"by": mai, "at": TUESDAY}, {"by": head, "at": TUESDAY}
    at_once(lambda _: drafting.change_report(report, [item.code], WORDS, by=mai, at=TUESDAY))
    one_wins(drafting.submit_report, report, **mine)
    one_wins(drafting.return_report, report, reason="Viết lại", **its)
    one_wins(drafting.drop_report, report, reason="Bỏ", **mine)
    report = drafting.draft_report([item.code], WORDS, by=mai, at=MONDAY)
    drafting.submit_report(report, **mine)
    one_wins(drafting.approve_report, report, **its)
    out = at_once(lambda _: following.send_report(report, by=mai, at=TUESDAY))
    assert [each.paper.shown_number for each in out if isinstance(each, Report)] == ["01/BC-TTPVHCC"]  # one number
    one_wins(following.chase_report, report, text="Đã hỏi", **mine)
    heard = replace(HEARD, document_on=TUESDAY.date())
    one_wins(following.record_outcome, report, heard=heard, **mine)
    one_wins(following.return_outcome, report, reason="Ghi lại", **its)
    following.record_outcome(report, heard, **mine)
    answers = at_once(lambda _: following.confirm_outcome(report, by=head, at=TUESDAY))
    assert sum(isinstance(each, Report) for each in answers) == 1
    assert list(told.faults()) == list(owners.differences()) == []
