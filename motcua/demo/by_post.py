"""What goes by post in the demo: a consignment in each state, the words of a postman, a loss, money that differs."""

from datetime import datetime, timedelta
from typing import Any
from uuid import uuid4

from motcua.domain.dossiers.delivery import collected, consigned, proofs
from motcua.domain.dossiers.delivery.consigned import Bringing
from motcua.domain.dossiers.models import Dossier
from motcua.domain.dossiers.results import going_out
from motcua.domain.dossiers.stages import Stage
from motcua.domain.organisations.models import Officer
from motcua.domain.papers.uploads import Upload
from motcua.domain.post import consigning, dispatch, endings, movements
from motcua.domain.post.carriers import SettledReport, Word
from motcua.domain.post.consigning import Order
from motcua.domain.post.endings import Found, HandedOut
from motcua.domain.post.homes import Home
from motcua.domain.post.models import Consignment
from motcua.domain.post.signs import ByCarrier
from motcua.domain.post.terms import Direction, Remedy, Said
from motcua.domain.vietnamese.dates import local_day

from .bodies import CENTRE
from .scanned import page_of
from .timeline import Timeline
from .world import World

POSTMAN = "Lò Văn Pán, thẻ 118"
COMMUNES = ("Xã Kỳ Thượng", "Xã Đồn Đạc", "Xã Húc Động", "Xã Quảng Lâm", "Phường Hồng Gai", "Xã Vĩnh Thực")
HAMLETS = ("Thôn Khe Lò, cạnh trường học", "Bản Làng Mô, nhà đầu cầu", "Thôn Pò Đán", "Thôn Siềng Lống", "Tổ 3, khu 2")


def send_by_post(world: World, times: Timeline) -> None:
    """Results of the Centre on their way home, and papers on their way there; fewer where fewer results lie ready."""
    by = next(each for each in world.holders(CENTRE, "return"))
    ordered_at, now = times.working_days_ago(CENTRE, 2) + timedelta(hours=1), times.at_work
    made = [_ordered(dossier, number, by, ordered_at) for number, dossier in enumerate(_ready(ordered_at, now)[:7])]
    given = made[:-1] if len(made) > 3 else made  # the last one waits for the postman
    if given:
        _give(world, given, by, ordered_at + timedelta(hours=5))
        _ends(given, by, times.working_days_ago(CENTRE, 1) + timedelta(hours=2), now)
    _fetch(world, times.working_days_ago(CENTRE, 1) + timedelta(hours=1), now)
    strange = Word(str(uuid4()), "EQ019190404VN", Said.MOVED, now - timedelta(hours=1), "Bưu cục Ba Chẽ")
    movements.hear(strange, carrier="counter", by=ByCarrier(), at=now)


def _ready(since: datetime, now: datetime) -> list[Dossier]:
    """Results that lay at the Centre then and may leave it; those that come first are told most of."""
    rows = Dossier.objects.filter(stage__in=[Stage.AT_CENTRE, Stage.KEPT], one_stop__code=CENTRE, finished_at__lt=since)
    free = [each for each in rows.order_by("-finished_at", "id")[:60] if proofs.under_way(each) is None]
    return [each for each in free if going_out.may_leave(each, now)]


def _ordered(dossier: Dossier, number: int, by: Officer, at: datetime) -> Consignment:
    home = Home(
        dossier.applicant_name, dossier.phone, HAMLETS[number % len(HAMLETS)], COMMUNES[number % len(COMMUNES)], "22"
    )
    fees = consigned.fees_of(dossier, at) if number % 2 == 0 else []
    consigning.wish_for_post(dossier.stream, home=home, by=by, at=at)
    bringing = Bringing(home, grams=100 if number % 3 else 250, fees=fees[:2])
    return consigned.order_return(dossier, bringing=bringing, by=by, at=at)


def _give(world: World, given: list[Consignment], by: Officer, at: datetime) -> None:
    one = dispatch.draw_up_dispatch(world.office(CENTRE), by=by, at=at)
    for each in given:
        dispatch.scan_parcel(one, consignment=each, by=by, at=at)
    consigned.give_to_postman(one, postman=POSTMAN, by=by, at=at + timedelta(minutes=20))


def _ends(given: list[Consignment], by: Officer, at: datetime, now: datetime) -> None:
    """Lost, handed out with its receipt, brought back, not reached, handed out without a receipt yet, under way."""
    signed: dict[str, Any] = {"by": by, "at": now}
    for one in given[:1]:
        endings.report_missing(one, reason="Chủ hồ sơ báo chưa nhận được", by=by, at=at)
        consigned.lost(one, remedy=Remedy.PRINTED_ANEW, explanation="Bưu cục tra tìm không thấy túi thư", **signed)
    for one in given[1:2]:
        proof = Upload("bao-phat.jpg", page_of("Giấy báo phát", f"Bưu gửi: {one.number}", f"Người nhận: {one.name}"))
        short = max(one.to_collect - 1_000, 0)
        consigned.delivered(one, handed_out=HandedOut(one.name, at, proof, short), **signed)
        report = SettledReport("BK-118", local_day(now), short, ((one.number, short),))
        collected.take_in_settlement(report, carrier="counter", **signed)
    for one in given[2:3]:
        consigned.came_back(one, reason="Phát hai lần, người nhận đi rừng chưa về", **signed)
    for one in given[3:4]:
        movements.note_word(one, word=_word(one, Said.NOT_REACHED, at, reason="Vắng nhà"), **signed)
    for one in given[4:5]:
        word = _word(one, Said.HANDED_OUT, at, recipient=one.name, collected=one.to_collect)
        movements.hear(word, carrier="counter", by=ByCarrier(), at=now)


def _fetch(world: World, at: datetime, now: datetime) -> None:
    """Two who called have their papers fetched: one envelope was opened, one is on its way."""
    by, centre = world.holders(CENTRE, "receive")[0], world.office(CENTRE)
    for number, name in enumerate(("Chíu Tài Múi", "Triệu Thị Bảy")):
        home = Home(name, "0912000118", HAMLETS[number + 1], COMMUNES[number + 1], "22")
        code = f"YC{at:%y%m%d}-{'KMEB7Q' if number else 'H4TW9C'}"
        order = Order(Direction.PICK_UP, f"call/{code}", code, "Giấy tờ của người nộp", centre, home)
        one = consigning.order_consignment(order, by=by, at=at)
        movements.note_word(one, word=_word(one, Said.TAKEN, at + timedelta(minutes=30)), by=by, at=now)
        if not number:
            movements.note_word(one, word=_word(one, Said.HANDED_OUT, at + timedelta(hours=2)), by=by, at=now)
            found = [Found("Đơn đề nghị", True), Found("Bản sao sổ hộ khẩu", False)]
            endings.open_consignment(one, found=found, note="Phong bì còn nguyên niêm phong", by=by, at=now)


def _word(one: Consignment, said: Said, at: datetime, **more: Any) -> Word:
    return Word(str(uuid4()), one.number, said, at, "Bưu cục huyện", **more)
