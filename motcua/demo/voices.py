"""What people of the demo say is wrong with work, conduct and rules: one of each state, way and channel.

One report about a rule has its outcome, one waits for an answer, one is being written.
"""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from motcua.domain.feedback import answering, holding, intake, passing, sorting
from motcua.domain.feedback.answering import Draft
from motcua.domain.feedback.clients import managing, taking
from motcua.domain.feedback.clients.taking import Sent
from motcua.domain.feedback.digest import topics
from motcua.domain.feedback.digest.topics import Told
from motcua.domain.feedback.intake import Came, Contact, Said, Sender
from motcua.domain.feedback.models import Feedback
from motcua.domain.feedback.publishing import publishing
from motcua.domain.feedback.publishing.publishing import Words as PublicWords
from motcua.domain.feedback.reports import drafting, following, gathering
from motcua.domain.feedback.reports.drafting import Words
from motcua.domain.feedback.reports.following import Heard
from motcua.domain.feedback.reports.models import Report
from motcua.domain.feedback.reports.terms import Outcome, ReportKind
from motcua.domain.feedback.sorting import Sorted
from motcua.domain.feedback.terms import Channel, Kind, Verdict
from motcua.domain.feedback.urging import reminding, urging
from motcua.domain.journal.system import System
from motcua.domain.organisations.models import Office, Officer
from motcua.domain.papers.uploads import Upload
from motcua.domain.procedures import queries as procedures
from motcua.domain.vietnamese.dates import local_day

from .bodies import CENTRE, PROVINCE
from .mailed import let_letters_come
from .scanned import page_of, spoken
from .timeline import Timeline
from .world import World

BUSINESS, RECORD = "2.001610", "2.000488"
HAM = Contact("Đinh Thị Hằng", "0912345681")
LOC = Contact("Vũ Văn Lộc", "0912345682", hidden=True)
UNKNOWN = Contact()


@dataclass(frozen=True)
class Cast:
    """Who takes part, and when."""

    world: World
    times: Timeline

    @property
    def inspector(self) -> Officer:
        """Who sorts at the Centre, and is not its head."""
        return next(each for each in self.world.holders(CENTRE, "watch") if each.pk != self.head.pk)

    @property
    def head(self) -> Officer:
        """The head of the Centre."""
        return self.world.head_of(CENTRE)

    def body(self, code: str) -> tuple[Office, Officer, Officer]:
        """The body of a procedure, who works on what is said of it, and who answers for it."""
        owner = procedures.published(code, local_day(self.times.now)).procedure.owner
        head = self.world.head_of(owner.code)
        works = next(each for each in self.world.holders(owner.code, "appraise") if each.pk != head.pk)
        return owner, works, head

    def ago(self, days: int) -> datetime:
        """So many working days ago, when the Centre opened."""
        return self.times.working_days_ago(CENTRE, days)


def let_people_speak(world: World, times: Timeline) -> None:
    """Everything, told by acts; then the clock comes by."""
    cast = Cast(world, times)
    _about_the_centre(cast)
    _about_a_department(cast)
    _by_laws_of_their_own(cast)
    _in_a_burst(cast)
    _from_another_system(cast)
    _about_rules(cast)
    let_letters_come(cast.inspector, cast.ago(1), cast.times.at_work)
    for days in (2, 1):
        reminding.watch(System(), cast.ago(days))


def _about_the_centre(cast: Cast) -> None:
    """One waits to be sorted; one was answered, for nobody was to blame."""
    words = "Máy lấy số ở sảnh hết giấy từ sáng, mọi người phải đứng xếp hàng."
    _sent("Máy lấy số hết giấy", words, UNKNOWN, cast.times.at_work)
    desk = cast.world.holders(CENTRE, "receive")[0]
    said = Said("Bãi xe chật", "Bãi xe kín từ 8 giờ, nên mở thêm chỗ.", Kind.CENTRE, LOC)
    call = Came(Channel.HOTLINE, recording=Upload("cuoc-goi.wav", spoken()))
    item = intake.register_feedback(said, call, by=desk, at=cast.ago(9))
    item = _sorted(cast, item, Kind.CENTRE, cast.world.office(CENTRE), 8)
    topics.set_theme(item, Told("premises"), by=cast.inspector, at=cast.ago(8))
    answer = Draft(Verdict.UNFOUNDED, "Bãi xe phía sau còn chỗ; từ nay có biển chỉ đường từ cổng chính.")
    answering.draft_answer(item, answer, by=cast.inspector, at=cast.ago(6))
    answering.approve_answer(item, by=cast.head, at=cast.ago(5))
    public_words = PublicWords(item.subject, item.text, answer.text)
    public = publishing.prepare_publication(item, public_words, by=cast.inspector, at=cast.ago(4))
    publishing.publish_feedback(public, by=cast.head, at=cast.ago(4))


def _about_a_department(cast: Cast) -> None:
    """Late to take and urged; at work; asked for more; before its head; answered; given back and decided; late."""
    owner, works, head = cast.body(RECORD)
    business, others, _ = cast.body(BUSINESS)
    late = _at(cast, "Cán bộ nói trống không", "Hỏi giấy tờ thì cán bộ không nhìn, trả lời trống không.", owner, 5,
               kind=Kind.CONDUCT, contact=LOC)  # fmt: skip
    urging.urge_feedback(late, text="Đề nghị nhận và trả lời công dân ngay.", by=cast.inspector, at=cast.ago(1))
    _taken(cast, "Hẹn ba ngày mà năm ngày chưa có", "Đã gọi hai lần, nơi nào cũng bảo chờ.", owner, works, 3)
    asked = _taken(cast, "Đòi thêm giấy xác nhận", "Nộp đủ rồi vẫn đòi thêm một giấy.", owner, works, 4)
    answering.ask_for_more(asked, what="Giấy gì, nộp ngày nào, ở quầy số mấy?", by=works, at=cast.ago(2))
    found = Draft(Verdict.PARTLY, "Phiếu hướng dẫn thiếu một dòng.", "Đã bổ sung dòng ấy vào phiếu hướng dẫn.")
    waits = _taken(cast, "Phiếu hướng dẫn thiếu", "Về nhà mới biết thiếu ảnh.", business, others, 6)
    answering.draft_answer(waits, found, by=others, at=cast.ago(2))
    done = _taken(cast, "Phải đi lại ba lần", "Mỗi lần một người hướng dẫn một kiểu.", owner, works, 14)
    topics.set_theme(done, Told("guidance", RECORD), by=works, at=cast.ago(13))
    founded = Draft(Verdict.FOUNDED, "Phản ánh đúng: hai cán bộ hướng dẫn khác nhau.", "Đã thống nhất phiếu hướng dẫn.")
    answering.draft_answer(done, founded, by=works, at=cast.ago(10))
    answering.approve_answer(done, by=head, at=cast.ago(9))
    given_back = _at(cast, "Phí công bố chưa rõ", "Không rõ nộp phí công bố ở đâu.", owner, 6)
    sorting.refuse_to_own(given_back, reason="Là việc đăng ký kinh doanh.", by=works, at=cast.ago(5))
    _sorted(cast, given_back, Kind.HANDLING, business, 2)
    overdue = _taken(cast, "Gọi điện không ai nghe", "Số điện thoại ghi trên giấy hẹn không ai nghe.", owner, works, 20)
    topics.set_theme(overdue, Told("attitude", RECORD), by=works, at=cast.ago(18))


def _by_laws_of_their_own(cast: Cast) -> None:
    """A complaint and a denunciation, told where they go and passed on; the letters of one wait to be signed."""
    owner, works, _ = cast.body(BUSINESS)
    letter = Upload("don.jpg", page_of("Đơn", "Của: không ghi tên"))
    desk = cast.inspector
    said = Said("Khiếu nại quyết định từ chối", "Tôi không đồng ý với quyết định từ chối.", Kind.COMPLAINT, HAM)
    complaint = intake.register_feedback(said, Came(Channel.DESK), by=desk, at=cast.ago(7))
    complaint = _sorted(cast, complaint, Kind.COMPLAINT, owner, 6)
    passing.sign_passing_on(complaint, by=cast.head, at=cast.ago(5))
    said = Said("Tố cáo vòi vĩnh", "Cán bộ gợi ý bồi dưỡng.", Kind.DENUNCIATION, UNKNOWN, official=works)
    denunciation = intake.register_feedback(said, Came(Channel.BOX, letter), by=desk, at=cast.ago(7))
    _sorted(cast, denunciation, Kind.DENUNCIATION, owner, 6)


def _from_another_system(cast: Cast) -> None:
    """A system of the province sends one; another's token was taken away."""
    founder = cast.world.holders(CENTRE, "admin")[0]
    made, old = (
        managing.make_client(name=name, token=managing.new_token(), by=founder, at=cast.ago(10))
        for name in ("Ứng dụng Smart Quảng Ninh", "Cổng thử nghiệm")
    )
    managing.revoke_client(old, by=founder, at=cast.ago(8))
    said = Said("Biển chỉ đường đến Trung tâm bị che", "Cây che mất biển ở ngã tư.", Kind.CENTRE, UNKNOWN)
    taking.take_from_client(said, Sent("smart-000001", "demo"), by=made, at=cast.ago(1))


def _in_a_burst(cast: Cast) -> None:
    """Three of a flood from one place wait to be read, one was dropped."""
    for number in range(4):
        said = Said(f"Quảng cáo {number + 1}", "Mua hàng giảm giá, bấm vào đường dẫn.", contact=UNKNOWN)
        item = intake.send_feedback(said, by=Sender(), at=cast.ago(2), burst=True)
    holding.drop_feedback(item, reason="Quảng cáo, không phải phản ánh.", by=cast.inspector, at=cast.ago(1))


def _about_rules(cast: Cast) -> None:
    """Three stand in a report that changed a rule, two in one that waits, two in a draft, one in none."""
    provision = "Thông tư 02/2019/TT-BKHĐT, Phụ lục I-1"
    changed = [_rule(cast, "Phải viết tay giấy đề nghị", "many_papers", BUSINESS, provision, 60 + n) for n in range(3)]
    report = _report(cast, changed, ReportKind.REPORT, cast.world.office(PROVINCE).name, 55)
    _out(cast, report, 53)
    heard = Heard(
        Outcome.CHANGED, "1520/UBND-XD1", local_day(cast.ago(32)), "Kiến nghị là đúng, giao Sở sửa mẫu.",
        "Từ nay nộp giấy đề nghị in từ Cổng, không phải viết tay.",
    )  # fmt: skip
    following.record_outcome(report, heard, by=cast.inspector, at=cast.ago(31))
    following.confirm_outcome(report, by=cast.head, at=cast.ago(30))
    provision = "Luật Lý lịch tư pháp 2009, Điều 48"
    asked = [_rule(cast, "Chờ lý lịch tư pháp quá lâu", "long_limit", RECORD, provision, 28 + n) for n in range(2)]
    report = _report(cast, asked, ReportKind.RECOMMENDATION, "Bộ Tư pháp", 25)
    _out(cast, report, 24)
    following.chase_report(report, text="Đã gọi Vụ phụ trách, đang lấy ý kiến.", by=cast.inspector, at=cast.ago(4))
    written = [_rule(cast, "Hai quy định nói khác nhau", "contradiction", BUSINESS, "", 9 + n) for n in range(2)]
    _report(cast, written, ReportKind.REPORT, cast.world.office(PROVINCE).name, 1)
    _rule(cast, "Nên bỏ bản sao giấy tờ đã có trong hệ thống", "many_papers", RECORD, "", 3)


def _sent(subject: str, text: str, contact: Contact, at: datetime, **about: Any) -> Feedback:
    return intake.send_feedback(Said(subject, text, contact=contact, **about), by=Sender(), at=at)


def _sorted(cast: Cast, item: Feedback, kind: Kind, about: Office, days: int) -> Feedback:
    return sorting.route_feedback(item, Sorted(kind, about), by=cast.inspector, at=cast.ago(days))


def _at(
    cast: Cast, subject: str, text: str, body: Office, days: int, *, kind: Kind = Kind.HANDLING, contact: Contact = HAM
) -> Feedback:
    """Said so many days ago, sorted the same day."""
    return _sorted(cast, _sent(subject, text, contact, cast.ago(days), about=body), kind, body, days)


def _taken(cast: Cast, subject: str, text: str, body: Office, works: Officer, days: int) -> Feedback:
    return sorting.accept_feedback(_at(cast, subject, text, body, days), by=works, at=cast.ago(days - 1))


def _rule(cast: Cast, subject: str, theme: str, code: str, provision: str, days: int) -> Feedback:
    owner, _, _ = cast.body(code)
    item = _at(cast, subject, f"{subject}, xin xem xét sửa quy định.", owner, days, kind=Kind.RULE)
    topics.set_theme(item, Told(theme, code, provision), by=cast.inspector, at=cast.ago(days))
    return item


def _report(cast: Cast, items: list[Feedback], kind: ReportKind, to: str, days: int) -> Report:
    """Written from what they say."""
    at = cast.ago(days)
    first = gathering.first_words(list(Feedback.objects.filter(pk__in=[each.pk for each in items]).order_by("id")))
    words = Words(kind, to, **first, reply_by=_weeks_after(local_day(at), 4))
    return drafting.draft_report([each.code for each in items], words, by=cast.inspector, at=at)


def _out(cast: Cast, report: Report, days: int) -> None:
    """Approved by the head and sent."""
    at = cast.ago(days)
    drafting.submit_report(report, by=cast.inspector, at=at)
    drafting.approve_report(report, by=cast.head, at=at)
    following.send_report(report, by=cast.inspector, at=at)


def _weeks_after(day: date, weeks: int) -> date:
    return day + timedelta(weeks=weeks)
