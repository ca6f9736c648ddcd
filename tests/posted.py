"""Things that go by post: An's home, a result ready for the postman, papers to be fetched, what the postman says."""

from datetime import datetime
from itertools import count
from typing import Any

from motcua.domain.dossiers.delivery import consigned
from motcua.domain.dossiers.delivery.consigned import Bringing
from motcua.domain.dossiers.models import Dossier
from motcua.domain.papers.uploads import Upload
from motcua.domain.post import consigning, dispatch
from motcua.domain.post.carriers import Word
from motcua.domain.post.consigning import Order
from motcua.domain.post.endings import HandedOut
from motcua.domain.post.homes import Home
from motcua.domain.post.models import Consignment, DispatchList
from motcua.domain.post.terms import Direction, Said
from tests.papers import corpus
from tests.people import CENTRE
from tests.world import World, moment

AN_AT_HOME = Home("Nguyễn Văn An", "0912345678", "Thôn Khe Lò, nhà ông Sáng", "Xã Kỳ Thượng", "22")
FEES = (("Lệ phí đăng ký doanh nghiệp", 50_000),)
ORDERED, GIVEN, LATER = moment("2024-05-29 09:00"), moment("2024-05-29 15:00"), moment("2024-05-31 09:00")
AT_THE_DOOR = moment("2024-05-30 10:20")
_keys = count(1)


def said(what: str, number: str, at: datetime = AT_THE_DOOR, **more: Any) -> Word:
    """A word of the carrier, each under a key of its own."""
    return Word(**{"key": f"e-{next(_keys)}", "number": number, "said": Said(what), "at": at, **more})


def receipt(at: datetime = AT_THE_DOOR, recipient: str = "Nguyễn Văn An", **more: Any) -> HandedOut:
    """The post's receipt, as a photo."""
    return HandedOut(**{"recipient": recipient, "at": at, "proof": Upload("bao-phat.pdf", corpus.pdf()), **more})


class Desk:
    """The postal desk of the Centre: Ngọc gives results to the postman, Lan opens what he brings."""

    def __init__(self, world: World) -> None:
        self.world, self.ngoc, self.lan = world, world["ngoc"], world["lan"]

    def result(self, dossier: Dossier | None = None, **more: Any) -> Consignment:
        """A result that waits for the postman."""
        bringing = Bringing(**{"home": AN_AT_HOME, "fees": FEES, **more})
        dossier = dossier or self.world.at_centre()
        return consigned.order_return(dossier, bringing=bringing, by=self.ngoc, at=ORDERED)

    def pick_up(self, about: str = "submission/7", code: str = "NT240529-ABCDEFGH", **more: Any) -> Consignment:
        """Papers that the post is asked to fetch."""
        centre = self.world.offices[CENTRE]
        order = Order(Direction.PICK_UP, about, code, "Bản chính giấy tờ", centre, AN_AT_HOME, **more)
        return consigning.order_consignment(order, by=self.lan, at=ORDERED)

    def drawn_up(self) -> DispatchList:
        """Today's list."""
        return dispatch.draw_up_dispatch(self.world.offices[CENTRE], by=self.ngoc, at=ORDERED)

    def given(self, *results: Consignment) -> list[Consignment]:
        """Results that the postman has taken."""
        waiting = results or (self.result(),)
        one = self.drawn_up()
        for each in waiting:
            dispatch.scan_parcel(one, consignment=each, by=self.ngoc, at=GIVEN)
        consigned.give_to_postman(one, postman="Lò Văn Pán, thẻ 118", by=self.ngoc, at=GIVEN)
        return [self.again(each) for each in waiting]

    def again(self, one: Consignment) -> Consignment:
        """As it is in the database now."""
        return Consignment.objects.get(pk=one.pk)
