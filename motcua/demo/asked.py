"""What people of the demo asked: on the portal, by telephone, at the counter, by letter, on a social network.

Some wait, one is late, one went to another body and came back, two are public; answers are kept to be given again, and
a paper is filled in to show how.
"""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from motcua.domain.dossiers.models import Dossier
from motcua.domain.organisations.models import Officer
from motcua.domain.papers.uploads import Upload
from motcua.domain.procedures import queries as procedures
from motcua.domain.questions import answering, asking, calls, forwarding, library, publishing, samples
from motcua.domain.questions.answering import Reply
from motcua.domain.questions.asking import Asked, Asker, Heard
from motcua.domain.questions.calls import Facts
from motcua.domain.questions.library import Written
from motcua.domain.questions.models import LibraryAnswer, Question
from motcua.domain.questions.publishing import Words
from motcua.domain.questions.terms import Channel, Outcome
from motcua.domain.vietnamese.dates import local_day

from .bodies import CENTRE
from .scanned import page_of
from .timeline import Timeline
from .world import World

BUSINESS, RECORD = "2.001610", "2.000488"
NOTARISED = "Giấy tờ nộp tại quầy có phải công chứng không?"
NOT_NOTARISED = "Không phải công chứng. Bạn mang bản chính để cán bộ đối chiếu, hoặc nộp bản sao có chứng thực."
BY_POST = "Có nhận kết quả qua bưu điện được không?"
AS_WISHED = "Được. Khi nộp hồ sơ bạn chọn nhận qua bưu chính công ích và trả cước khi nhận."


@dataclass(frozen=True)
class Told:
    """What the parts below share."""

    world: World
    times: Timeline

    def version(self, code: str) -> Any:
        """A procedure as it is in force."""
        return procedures.published(code, local_day(self.times.now))

    def ago(self, days: int) -> datetime:
        """So many working days ago, when the Centre opened."""
        return self.times.working_days_ago(CENTRE, days)

    def body(self, code: str) -> tuple[Officer, Officer]:
        """Who answers for a procedure, and who speaks for its body: two persons."""
        owner = self.version(code).procedure.owner.code
        speaks = self.world.head_of(owner)
        return next(each for each in self.world.holders(owner, "appraise", "receive") if each.pk != speaks.pk), speaks


def ask_around(world: World, times: Timeline) -> None:
    """Everything, told by acts."""
    told = Told(world, times)
    kept = _library(told)
    _public(told)
    _by_the_other_channels(told, kept)
    _on_the_way(told)
    _fill_in(told)


def _library(told: Told) -> LibraryAnswer:
    """Two answers in use, a third waits for its approval."""
    answers, speaks = told.body(BUSINESS)
    version, at = told.version(BUSINESS), told.ago(40)
    office = version.procedure.owner
    lines = ((NOTARISED, NOT_NOTARISED), (BY_POST, AS_WISHED))
    written = [library.write_library_answer(office, Written(*each, "", version), by=answers, at=at) for each in lines]
    for each in written:
        library.approve_library_answer(each, by=speaks, at=at)
    more = Written("Bao lâu thì có kết quả?", "Ba ngày làm việc kể từ khi đủ giấy tờ.", "", version)
    library.write_library_answer(office, more, by=answers, at=told.ago(2))
    return written[0]


def _public(told: Told) -> None:
    """Asked on the portal and answered in time; both sides agreed that everybody may read it."""
    asked = (
        (BUSINESS, "Một người mở hai doanh nghiệp tư nhân được không?", "Tôi đã có một doanh nghiệp tư nhân, nay"
         " muốn mở thêm một doanh nghiệp tư nhân nữa thì có được không?", "Mỗi cá nhân chỉ được thành lập một"
         " doanh nghiệp tư nhân. Bạn có thể mở chi nhánh, hoặc lập công ty trách nhiệm hữu hạn một thành viên."),
        (RECORD, "Ở xa có nhờ người khác làm lý lịch tư pháp được không?", "Tôi làm việc ở tỉnh khác, có nhờ em gái nộp"
         " hồ sơ thay được không?", "Được với Phiếu lý lịch tư pháp số 1, kèm văn bản ủy quyền. Phiếu số 2 thì phải tự"
         " mình nộp."),
    )  # fmt: skip
    for code, subject, text, answer in asked:
        answers, speaks = told.body(code)
        given = Asked(subject, text, "Hoàng Thị Thắm", "0912345670", version=told.version(code), consent=True)
        question = asking.ask_question(given, by=Asker(), at=told.ago(12))
        answering.answer_question(question, Reply(answer, named=(code,)), by=answers, at=told.ago(10))
        public = publishing.prepare_public(question, Words(subject, text, answer), by=answers, at=told.ago(9))
        publishing.publish_question(public, by=speaks, at=told.ago(8))


def _by_the_other_channels(told: Told, kept: LibraryAnswer) -> None:
    """A call answered from the library, one to call back, one who proved who they are; counter, letter, network."""
    desk = told.world.holders(CENTRE, "receive")[0]
    version, at = told.version(BUSINESS), told.times.at_work
    from_library = Reply(kept.answer, library=kept)
    contacts = (
        (Asked(NOTARISED, NOTARISED, phone="0912345671", version=version),
         Heard(Channel.PHONE, reply=from_library, outcome=Outcome.LIBRARY)),
        (Asked("Xin đổi ngày hẹn trả kết quả", "Bận đi biển, xin nhận sau một tuần.", "Vũ Văn Lộc", "0912345672"),
         Heard(Channel.PHONE, call_back_on=local_day(told.times.now), outcome=Outcome.CALL_BACK)),
        (Asked("Hỏi giờ làm việc", "Trưa có làm việc không?"),
         Heard(Channel.COUNTER, reply=Reply("Buổi trưa nghỉ; giờ làm việc dán ở cửa và ghi trên Cổng."),
               outcome=Outcome.ANSWERED)),
        (Asked("Hỏi lệ phí qua trang mạng xã hội", "Mở doanh nghiệp tư nhân mất bao nhiêu tiền?", version=version),
         Heard(Channel.SOCIAL, "https://example.com/bai-viet/1", reply=Reply("Mức thu ghi trên trang của thủ tục."),
               outcome=Outcome.ANSWERED)),
        (Asked("Thư hỏi thủ tục đăng ký lại", "Thư viết tay hỏi mất giấy chứng nhận thì làm lại thế nào.", "Lý A Sáng",
               address="Thôn Khe Tiền, xã Đồng Văn, huyện Bình Liêu", version=version),
         Heard(Channel.LETTER, letter=Upload("thu-hoi.jpg", page_of("Thư hỏi", "Của: Lý A Sáng")))),
    )  # fmt: skip
    for asked, heard in contacts:
        asking.record_contact(asked, heard, by=desk, at=at)
    dossier = Dossier.objects.filter(code__isnull=False).exclude(identity_number="").order_by("-id")[0]
    facts = Facts(dossier.applicant_name, dossier.identity_number[-4:], local_day(dossier.when_received()))
    calls.tell_state(dossier, facts, phone=dossier.phone, by=desk, at=at)


def _on_the_way(told: Told) -> None:
    """One is late and urged; one was given back and the Centre decided; one came back; one was no question."""
    answers, _ = told.body(RECORD)
    watcher = told.world.holders(CENTRE, "watch")[0]
    version, at = told.version(RECORD), told.times.at_work
    late = _asked(told, "Phiếu lý lịch tư pháp dùng được bao lâu?", version, 9)
    forwarding.urge_answer(late, by=watcher, at=at)
    strange = _asked(told, "Xin lý lịch tư pháp để đăng ký kinh doanh có cần không?", version, 3)
    forwarding.give_question_back(strange, reason="Hỏi về đăng ký kinh doanh, của Sở Kế hoạch và Đầu tư.",
                                  by=answers, at=told.ago(2))  # fmt: skip
    desk = told.world.holders(CENTRE, "receive")[0]
    owner = told.version(BUSINESS).procedure.owner
    forwarding.forward_question(strange, to=owner, reason="Đúng lĩnh vực của Sở.", by=desk, at=told.ago(1))
    first = _asked(told, "Nộp lý lịch tư pháp trực tuyến được không?", version, 4)
    answering.answer_question(first, Reply("Được, tại trang của thủ tục trên Cổng này."), by=answers, at=told.ago(3))
    asking.ask_again(first, text="Không có căn cước gắn chíp thì làm thế nào?", by=Asker(), at=told.ago(2))
    advertising = _asked(told, "Cho vay nhanh lãi thấp", version, 2)
    answering.set_aside(advertising, reason="Quảng cáo, không phải câu hỏi.", by=answers, at=told.ago(1))
    asking.set_answer_days(owner, days=3, by=told.world.head_of(owner.code), at=told.ago(30))


def _asked(told: Told, subject: str, version: Any, days: int) -> Question:
    asked = Asked(subject, subject, phone="0912345673", version=version)
    return asking.ask_question(asked, by=Asker(), at=told.ago(days))


def _fill_in(told: Told) -> None:
    """A paper filled in to show how, marked MẪU."""
    answers, _ = told.body(BUSINESS)
    component = told.version(BUSINESS).components.all()[0]
    filled = Upload("dien-mau.jpg", page_of(component.name, "Họ và tên: NGUYỄN VĂN MẪU", "Sinh ngày: 01/01/1990"))
    samples.add_sample(component, filled, by=answers, at=told.ago(20))
