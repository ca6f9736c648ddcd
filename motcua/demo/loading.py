"""Builds the demo province by the acts themselves: bodies, officials, procedures, and the lives of dossiers."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from datetime import datetime

from motcua.domain.journal.acts import together
from motcua.domain.organisations import queries
from motcua.domain.organisations.policies import Founder
from motcua.domain.regulation.answers import Refused
from motcua.domain.vietnamese.dates import local_day

from .agreeing import agree, agree_between_bodies
from .asides import arrange
from .asked import ask_around
from .away import announce, give_out
from .bodies import open_bodies
from .bundles import file_as_one
from .business import act_for_a_firm
from .by_list import approve_by_list
from .by_post import send_by_post
from .cash import take_money
from .described import procedures
from .followed import follow
from .from_home import file_from_home
from .graded import grade_bodies
from .helped import help_at_the_counter
from .letters import word_letters
from .lives import PLANS, Plan, live
from .months import close_months
from .online import pay_from_afar
from .places import declare
from .promoting import promote
from .publishing import approve_process, name_who_decides, publish
from .results import live_on
from .satisfied import say_how_it_was
from .sent import send_officials, watch_officials
from .staff import post_officials
from .storm import warn_of_storm
from .surveyed import survey_desks
from .timeline import Timeline
from .together import in_several_hands
from .voices import let_people_speak
from .watched import watch_over
from .wishes import note_wishes
from .world import World

Step = Callable[[str], AbstractContextManager[None]]


class NotEmpty(Refused):
    """The demo is for a new installation: it never mixes with what a province has entered."""

    clause = "2"


def load(*, now: datetime, step: Step, plans: tuple[Plan, ...] = PLANS) -> None:
    """Load everything or nothing, telling each part through `step`; refused where there are bodies already."""
    if is_loaded(now):
        raise NotEmpty("Cơ sở dữ liệu đã có cơ quan, đơn vị: chỉ nạp tỉnh mẫu vào cơ sở dữ liệu mới.")
    times = Timeline(now)
    with together():
        with step("Lập cơ quan, đơn vị và cán bộ của tỉnh mẫu"):
            load_organisations(times)
        world = World()
        declare(world, times)
        with step("Công khai thủ tục, phê duyệt quy trình"):
            load_procedures(world, times)
            arrange(world, times)
        with step("Kể lại cuộc đời của vài trăm hồ sơ"):
            live(plans, world, times)
            watch_over(world, times)
            announce(world, times)
            give_out(world, times)
            approve_by_list(world, times)
            note_wishes(world, times)
            ask_around(world, times)
            let_people_speak(world, times)
            close_months(world, times)
            take_money(world, times)
            pay_from_afar(world, times)
        with step("Soạn thư trong Word; đổi lịch làm việc, dời ngày hẹn"):
            word_letters(world, times)
            warn_of_storm(world, times)
        with step("Nộp một lần nhiều thủ tục, hồ sơ qua nhiều cơ quan"):
            file_as_one(world, times)
            in_several_hands(world, times)
        with step("Nộp từ nhà: đang soạn, chờ xem, quá hạn, trả lại, đã tiếp nhận"):
            file_from_home(world, times)
            act_for_a_firm(world, times)
            help_at_the_counter(world, times)
            follow(world, times)
        with step("Ký số, thay thế, thu hồi vài kết quả; gửi bưu chính, nhắc người chưa nhận"):
            live_on(world, times)
            send_by_post(world, times)
            grade_bodies(world, times)
            send_officials(world, times)
            watch_officials(world, times)
        with step("Hỏi người dân có hài lòng không"):
            say_how_it_was(world, times)
            survey_desks(world, times)
        with step("Bàn một quy trình mới: thay đổi, ý kiến, tình huống thử, chạy lại hồ sơ"):
            agree(world, times)
            agree_between_bodies(world, times)
            promote(world, times)


def is_loaded(now: datetime) -> bool:
    """Whether there is any body at all."""
    return queries.offices(local_day(now)).exists()


def load_organisations(times: Timeline) -> None:
    """Bodies first, then their officials."""
    founder = Founder()
    open_bodies(by=founder, at=times.founded_at)
    post_officials(seated_from=times.seated_from, by=founder, at=times.founded_at)


def load_procedures(world: World, times: Timeline) -> None:
    """Each procedure from its first draft to the people who may decide on it."""
    for described in procedures():
        version = publish(described, world, times)
        approve_process(described, version, world, times)
        name_who_decides(described, version, world, times)
