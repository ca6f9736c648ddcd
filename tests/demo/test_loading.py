"""The demo as it stands after loading: once, with one or two of each life, while offices are open.

Every test asks for `province`, so that pytest keeps them together and the demo is loaded once.
"""

from collections import Counter
from collections.abc import Iterator
from datetime import datetime

import pytest
from django.contrib.auth import authenticate
from pytest_django import DjangoDbBlocker

import motcua
from motcua.demo import loading, staff
from motcua.demo.described import procedures
from motcua.domain.citizens import local
from motcua.domain.citizens.models import Business, Person
from motcua.domain.dossiers import checks, queries, stages
from motcua.domain.dossiers.ahead.models import Alert, ApologyDraft
from motcua.domain.dossiers.delivery.models import Parcel, Reminder
from motcua.domain.dossiers.filed_together.bundle_models import Bundle, BundleFiling
from motcua.domain.dossiers.filed_together.lot_models import Lot
from motcua.domain.dossiers.handing_over.models import HandingList
from motcua.domain.dossiers.interlinked.models import Urging
from motcua.domain.dossiers.models import (
    BodyMonth,
    Breach,
    Consultation,
    Dossier,
    FieldCheck,
    Filed,
    Guidance,
    Sitting,
    Task,
)  # fmt: skip
from motcua.domain.dossiers.replay.counting import Tally
from motcua.domain.dossiers.results import sealing
from motcua.domain.dossiers.results.models import Result
from motcua.domain.dossiers.trials import running
from motcua.domain.feedback import told as feedback
from motcua.domain.feedback.models import Feedback, Report
from motcua.domain.feedback.models import Reminder as Reminded
from motcua.domain.feedback.reports import told as reports
from motcua.domain.fees.models import DepositOrder, MonthStatement, RetainedShare
from motcua.domain.filing import checks as filing_checks
from motcua.domain.filing.models import Submission
from motcua.domain.filing.watching import Told
from motcua.domain.journal.models import Entry
from motcua.domain.messages.models import Contact, Message
from motcua.domain.organisations import queries as organisations
from motcua.domain.organisations.models import Office, Officer
from motcua.domain.papers import scans
from motcua.domain.papers.signing.door import examine
from motcua.domain.procedures import comments
from motcua.domain.procedures import queries as catalogue
from motcua.domain.procedures.models import Arrangement, Component, Promoter, Target, TariffLine, Version
from motcua.domain.procedures.process_models import Process
from motcua.domain.quality import checks as quality
from motcua.domain.quality.models import Edition
from motcua.domain.questions import told as questions
from motcua.domain.questions.models import LibraryAnswer, PublicQuestion, Question, SampleForm
from motcua.domain.questions.terms import Channel, State
from motcua.domain.regulation import citations
from motcua.domain.satisfaction import counting as satisfaction
from motcua.domain.satisfaction import figures
from motcua.domain.satisfaction.models import Opinion, Survey, SurveyAnswer
from motcua.domain.satisfaction.periods import Period
from motcua.domain.seals.models import Closing, Custody, Impression, Seal
from motcua.domain.secondments.models import ConductNote, Secondment
from motcua.domain.vietnamese.dates import LOCAL
from tests.demo.fresh import FEW, an_empty_database, told
from tests.replayed import told_otherwise

NOW = datetime(2026, 11, 23, 14, 20, tzinfo=LOCAL)


def every_invariant() -> Iterator[checks.Invariant]:
    yield from checks.invariants()
    yield from filing_checks.invariants()


@pytest.fixture(scope="module")
def heard(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[list[str]]:
    with django_db_blocker.unblock(), an_empty_database():
        parts, step = told()
        loading.load(now=NOW, step=step, plans=FEW)
        yield parts


@pytest.fixture
def province(heard: list[str], db: None) -> None:
    """The loaded demo."""


def test_each_part_is_told_while_it_is_loaded(heard, province):
    assert len(heard) == 9


def test_papers_that_are_written_on_a_form_have_it_to_load_down(province):
    there = Component.objects.exclude(form_name="")
    assert there.exists()
    assert not there.filter(form_sha256="").exists()


def test_a_second_loading_is_refused(province):
    with pytest.raises(loading.NotEmpty, match="đã có cơ quan"):
        loading.load(now=NOW, step=told()[1])


def test_all_bodies_and_officials_are_there(province):
    assert Office.objects.count() == 1 + 1 + 4 + 25 + 28 + 10
    assert Officer.objects.count() == len(staff.officials())
    assert not organisations.offices(NOW.date()).filter(code="204-hoanh-bo").exists()


def test_an_official_signs_in_with_the_common_password(province, settings):
    settings.AUTHENTICATION_BACKENDS = ["django.contrib.auth.backends.ModelBackend"]
    assert authenticate(username="lan", password=staff.password()).officer.name == "Nguyễn Thị Lan"


def test_every_procedure_is_shown_as_current(province):
    assert catalogue.catalogue(catalogue.Search(), on=NOW.date()).count.number == len(procedures())
    assert not Version.objects.filter(state=Version.State.DRAFT).exists()


def test_every_procedure_has_a_process_in_force(province):
    assert Process.objects.filter(state=Process.State.IN_FORCE).count() == len(procedures())


def test_fees_are_those_of_today_and_the_old_ones_have_ended(province):
    lines = TariffLine.objects.filter(procedure__code="2.001610", kind="fee").order_by("valid_from")
    assert [(line.amount, line.valid_to is None) for line in lines] == [(300_000, False), (100_000, True)]


def test_procedures_are_found_by_what_people_call_them(province):
    found = [
        catalogue.catalogue(catalogue.Search(words=words), on=NOW.date()).count.number
        for words in ("so do", "giay phep con", "bang lai", "tien an tien su", "sổ đỏ", "đăng ký cưới")
    ]
    assert all(found)


def test_there_are_dossiers_in_every_stage(province):
    assert {dossier.stage for dossier in Dossier.objects.all()} == set(stages.Stage)


def test_nothing_has_happened_in_the_future_and_nothing_outside_working_hours(province):
    assert not Entry.objects.filter(at__gt=NOW).exists()
    hours = {entry.at.astimezone(LOCAL).hour for entry in Entry.objects.filter(stream__startswith="dossier/")}
    assert hours <= set(range(7, 18)) - {12}


def test_breaches_and_guidance_are_among_the_lives(province):
    kinds = Counter(Breach.objects.values_list("kind", flat=True))
    assert {"late_transfer", "late_supplement", "second_supplement", "late_apology", "overrun"} <= kinds.keys()
    assert Guidance.objects.exists()


@pytest.mark.clause("4.1.e", "5.1.đ-1")
def test_results_are_signed_replaced_revoked_sent_and_called_about(province):
    assert set(Result.objects.values_list("state", flat=True)) == {"in_force", "amended", "revoked"}
    signed = Result.objects.filter(form="electronic").first()
    assert [each["kind"] for each in signed.signers] == ["person", "seal"]
    assert examine(scans.bytes_of(signed.scan), at=NOW).sound
    assert Parcel.objects.filter(ended="").exists()
    assert Reminder.objects.filter(done_at=None).exists()


def test_thu_finds_work_and_may_see_its_dossier(province):
    task = Task.objects.filter(done_at=None, officer__code="thu").first() or Task.objects.filter(done_at=None)[0]
    assert queries.task(task.officer or organisations.officer("thu"), task.pk, NOW) == task


@pytest.mark.clause("4.1.đ", "5.4")
def test_second_seals_are_kept_passed_on_used_replaced_and_closed(province):
    assert Counter(Seal.objects.values_list("state", flat=True)) == {"in_use": 2, "damaged": 1, "lost": 1}
    assert Custody.objects.filter(given_by__code="ngan", keeper__code="dai").exists()
    assert Impression.objects.exists()
    days = set(Impression.objects.values_list("seal", "day"))
    assert days - set(Closing.objects.values_list("seal", "day")) <= {(pk, NOW.date()) for pk, _ in days}
    assert sealing.waiting(organisations.officer("ngan"), NOW).exists()


@pytest.mark.parametrize("mark", [invariant.mark for invariant in every_invariant()])
def test_what_must_always_hold_holds(province, mark):
    (broken,) = [list(invariant.broken) for invariant in every_invariant() if invariant.mark == mark]
    assert broken == []


@pytest.mark.clause("4.1.c")
def test_somebody_without_a_telephone_was_helped_at_the_counter(province):
    may = Person.objects.get(name="Bàn Thị Mẩy")
    assert may.is_proven and not may.phone
    assert Dossier.objects.get(identity_number=may.identity_number).submitter_name == "Lục Thị Bình"


@pytest.mark.clause("4.1.c")
def test_a_firm_has_three_people_with_different_rights_and_a_dossier(province):
    firm = Business.objects.get()
    assert firm.confirmed_at is not None
    assert [each.powers for each in firm.members.order_by("pk")] == [
        ["file", "follow", "pay", "manage"], ["file", "follow"], ["follow", "pay"],
    ]  # fmt: skip
    assert Dossier.objects.filter(identity_kind="tax_code", identity_number=firm.tax_code).count() == 1


@pytest.mark.clause("4.1.a-1")
def test_people_were_told_what_happened_and_three_said_how_they_want_it(province):
    told = {"received", "supplement_requested", "new_date", "result_ready", "returned", "result_waits"}
    assert told <= set(Message.objects.values_list("kind", flat=True))
    assert Contact.objects.count() == 3


def test_a_process_is_being_agreed_with_comments_cases_and_a_replay(province):
    drafted, between_bodies = Process.objects.filter(state=Process.State.DRAFT).order_by("id")
    assert comments.open_in(drafted) == 1
    assert sorted(trial.passed for trial in drafted.trials.all()) == [False, True, True, True]
    assert [trial.name for trial, outcome in running.outcomes(drafted) if not outcome.passed] == [
        "Thẩm định mất một ngày vẫn kịp"
    ]
    assert all(Tally.of(each.result).counted for each in drafted.replays.all())
    assert [trial.passed for trial in between_bodies.trials.all()] == [True]


@pytest.mark.clause("4.1.a-1", "5.1.đ-1")
def test_every_dossier_with_a_result_is_as_late_in_a_replay_as_its_rows_say(province):
    finished = Dossier.objects.filter(finished_at__isnull=False, process__isnull=False).exclude(due_by_law_at=None)
    slow = finished.exclude(tasks__how="settled")  # what was settled at once went no way that could be replayed
    assert [told for told in map(told_otherwise, slow.order_by("id")) if told] == []


@pytest.mark.clause("5.1.đ-1", "4.1.a-2")
def test_advice_checks_councils_and_special_ways_are_among_the_lives(province):
    assert Consultation.objects.filter(opinion="conditions", asked_in__isnull=False).exists()
    assert Consultation.objects.filter(went_on_at__isnull=False, named_at__isnull=False).exists()
    assert Breach.objects.filter(kind="late_advice").exists()
    assert FieldCheck.objects.filter(minutes__isnull=False).exists()
    assert Sitting.objects.filter(outcome="carried").exists()
    kinds = Arrangement.objects.exclude(agreed_at=None).values_list("kind", flat=True)
    assert {"appointment", "delivers", "originals"} <= set(kinds)


@pytest.mark.clause("4.1.d-2", "5.1.e-3", "5.1.đ-2")
def test_what_stands_still_is_told_what_will_be_late_is_drafted_and_paper_is_on_its_way(province):
    assert Alert.objects.filter(closed_at=None).exists()
    assert ApologyDraft.objects.filter(closed_at=None).exists()
    assert HandingList.objects.exists()


def test_matters_are_filed_as_one_and_what_needs_the_certificate_has_begun(province):
    child = BundleFiling.objects.get(bundle__code="khai-sinh-thuong-tru-the-bhyt")
    stages_of = [row.dossier.stage for row in child.bundled.select_related("dossier").order_by("position")]
    assert stages_of == ["at_centre", "transferred", "transferred"]
    assert [row.came_number for row in child.bundled.exclude(waits_for=None)] == ["214/KS", "214/KS"]
    assert Bundle.objects.filter(published_at__isnull=False).count() == 2
    assert Bundle.objects.get(published_at=None).why_sent_back != ""


def test_several_on_one_receipt_a_leg_that_was_apologised_for_by_its_body_and_one_urged(province):
    assert Lot.objects.get().members.count() == 3
    ward = Entry.objects.filter(act="apologise_and_reschedule", facts__body="Ủy ban nhân dân phường Bãi Cháy")
    assert ward.count() == 1
    assert Urging.objects.filter(leg__office__code="193-bai-chay").count() == 1


@pytest.mark.clause("5.1.f")
def test_online_and_postal_filing_is_promoted_aimed_at_and_counted(province):
    assert Target.objects.count() == 2
    assert sorted(each.to_on is None for each in Promoter.objects.all()) == [False, True]
    received = Dossier.objects.filter(received_at__isnull=False).count()
    assert sum(Filed.objects.values_list("received", flat=True)) == received
    assert (
        sum(BodyMonth.objects.values_list("finished", flat=True)) == Dossier.objects.exclude(finished_at=None).count()
    )


# Acts on dossiers that nobody in the demo has done, and why not.
NOT_IN_THE_DEMO = {
    "deliver_together": "the lot of the demo is still under way",
    "discard_bundle": "nothing would be left of it to look at",
    "drop_in_bundle": "no part of a bundle was rejected",
    "receive_anew": "what was received by mistake belonged elsewhere",
    "redraft_bundle": "the bundle that was sent back still waits for its department",
    "tell_late_leg": "the late body apologised itself",
}


@pytest.mark.clause("5.1.đ-2")
def test_every_act_on_dossiers_was_done_by_somebody(province):
    citations.gather(motcua)
    cited = {each for found in citations.citations().values() for each in found if each.kind == citations.Kind.ACT}
    acts = {each.name.rpartition(".")[2] for each in cited if each.name.startswith("motcua.domain.dossiers.")}
    done = set(Entry.objects.values_list("act", flat=True).distinct())
    assert sorted(acts - done) == sorted(NOT_IN_THE_DEMO)


@pytest.mark.clause("4.1.c")
def test_what_was_filed_from_home_stands_in_each_state(province):
    states = Counter(Submission.objects.values_list("state", flat=True))
    assert states == {"draft": 1, "submitted": 1, "sent_back": 1, "accepted": 2}
    assert Submission.objects.get(state="submitted").told_level == Told.CENTRE
    assert authenticate(username=local.name_of("0912345601"), password=staff.password()) is not None


@pytest.mark.clause("4.1.c", "5.5.b", "7.5")
def test_people_asked_by_every_channel_and_the_journal_tells_the_same(province):
    assert set(Question.objects.values_list("channel", flat=True)) == {each.value for each in Channel}
    assert set(Question.objects.values_list("state", flat=True)) == {each.value for each in State}
    assert PublicQuestion.objects.filter(published_at__isnull=False).count() == 2
    assert LibraryAnswer.objects.filter(approved_by=None).count() == 1 and SampleForm.objects.exists()
    assert [*questions.differences(), *questions.faults()] == []


@pytest.mark.clause("4.5.b", "4.5.c", "5.3.b", "5.3.c")
def test_feedback_stands_in_every_state_and_way_and_a_report_has_changed_a_rule(province):
    states = {"new", "routed", "accepted", "waiting", "drafted", "answered", "passed_on"}
    assert states <= {*Feedback.objects.values_list("state", flat=True)}
    assert {*Feedback.objects.exclude(way=None).values_list("way", flat=True)} == {1, 2, 3, 4}
    stand = Report.objects.order_by("drafted_at").values_list("state", "outcome")
    assert list(stand) == [("closed", "changed"), ("sent", ""), ("draft", "")]
    assert Feedback.objects.filter(remedy__contains="không phải viết tay").count() == 3
    assert Reminded.objects.filter(level=3).exists()
    assert list(feedback.differences()) == list(reports.faults()) == []


@pytest.mark.clause("3.3-1")
def test_quarters_are_graded_published_and_the_newest_computed_anew(province):
    newest = Edition.objects.order_by("-year", "-quarter", "-version").first()
    assert newest.version == 2 and newest.published_at is None and newest.figures.filter(officer=None).exists()
    assert Edition.objects.filter(published_at__isnull=False).exists()
    assert list(quality.faults()) == []


@pytest.mark.clause("7.4")
def test_a_survey_was_asked_half_of_them_answered_and_one_part_is_handed_over(province):
    survey = Survey.objects.get()
    answered = SurveyAnswer.objects.count()
    assert survey.state == "open" and answered >= 5
    assert survey.parts.filter(handed_at__isnull=False).exists()


@pytest.mark.clause("4.3.a", "5.2.a")
def test_departments_sent_officials_and_the_centre_answered(province):
    states = set(Secondment.objects.values_list("part", "state"))
    assert states == {("reserve", "accepted"), ("main", "refused"), ("main", "nominated")}
    assert Secondment.objects.exclude(state="nominated").filter(paper=None).count() == 0
    assert set(ConductNote.objects.values_list("kind", "decision")) == {("praise", ""), ("badge", "reminded")}


def test_one_month_of_fees_is_closed_and_transferred_and_of_the_next_a_line_is_disputed(province):
    closed, sent = MonthStatement.objects.order_by("month")
    assert (closed.state, sent.state) == ("closed", "sent")
    assert closed.transferred_at and closed.retained > 0
    assert sent.lines.order_by("number").first().state == "disputed"
    assert RetainedShare.objects.exclude(decision="").count() == 1
    assert not DepositOrder.objects.filter(advised_at=None).exists() and DepositOrder.objects.count() == 2


@pytest.mark.clause("3.1")
def test_people_say_how_it_was_and_everybody_reads_it(province) -> None:
    opinions = Opinion.objects.all()
    assert len(set(opinions.values_list("level", flat=True))) >= 4 and opinions.exclude(words="").exists()
    assert set(opinions.values_list("channel", flat=True)) >= {"link", "own_page", "tablet"}
    wall = figures.wall(NOW)
    assert wall.whole(Period.of("year", NOW.date())).number >= 5
    assert not [place for rule in satisfaction.invariants() for place in rule.broken]
