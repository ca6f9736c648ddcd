"""A firm in the demo: three of its people with different rights; one of them has filed for it from home."""

from datetime import date

from motcua.domain.citizens import businesses
from motcua.domain.citizens.claims import Identity
from motcua.domain.citizens.models import Business, Person
from motcua.domain.citizens.terms import Power
from motcua.domain.filing import answering
from motcua.domain.papers.uploads import Upload

from .bodies import CENTRE
from .from_home import AN, BINH, account_of, hand_in, who_answers
from .scanned import page_of
from .timeline import Timeline
from .world import World

NAME, TAX_CODE, SEAT = "Công ty TNHH Hải sản Cái Rồng", "5700123454", "Khu 5, thị trấn Cái Rồng, huyện Vân Đồn"
CHINH = Identity(
    "Cao Văn Chính", "022079006612", date(1979, 9, 21), "Khu 5, thị trấn Cái Rồng, huyện Vân Đồn",
    phone="0912345603", phone_confirmed=True,
)  # fmt: skip
PROMOTION = ("2.000131", "trung-tam")  # a prize draw among the buyers
RIGHTS = {
    AN.phone: "quản lý người của công ty, nộp và theo dõi hồ sơ",
    BINH.phone: "nộp và theo dõi hồ sơ của công ty",
    CHINH.phone: "chỉ theo dõi và nộp tiền cho công ty",
}


def act_for_a_firm(world: World, times: Timeline) -> None:
    """Declared, confirmed at the counter, two admitted; Bình hands something in for it and it becomes a dossier."""
    at = times.working_days_ago(PROMOTION[1], 4)
    an, binh, chinh = (account_of(each, world, times) for each in (AN, BINH, CHINH))
    firm = _confirmed(an, world, times)
    for person, powers in ((binh, (Power.FILE, Power.FOLLOW)), (chinh, (Power.FOLLOW, Power.PAY))):
        number = person.identity_number
        businesses.admit_member(firm, identity_number=number, name=person.name, powers=powers, by=an, at=at)
    handed_in = hand_in(binh, PROMOTION, times.working_days_ago(PROMOTION[1], 2), world, business=firm)
    answered_at = times.working_days_ago(PROMOTION[1], 1)
    answering.accept_submission(handed_in, by=who_answers(handed_in, world, answered_at), at=answered_at)


def _confirmed(by: Person, world: World, times: Timeline) -> Business:
    at = times.working_days_ago(PROMOTION[1], 5)
    paper = Upload("giay-dang-ky.jpg", page_of("Giấy chứng nhận đăng ký doanh nghiệp", NAME))
    declared = businesses.declare_business(tax_code=TAX_CODE, name=NAME, address=SEAT, paper=paper, by=by, at=at)
    return businesses.confirm_business(declared, by=world.at_desk(CENTRE, "receive")[0], at=at)
