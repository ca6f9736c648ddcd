"""Who came in with an account, when and with which device: shown to its owner, told when the device is a new one."""

from datetime import datetime, timedelta

from django.db import transaction

from motcua.domain.messages import outbox
from motcua.domain.messages.outbox import About, Recipient
from motcua.domain.organisations import queries as organisations
from motcua.domain.vietnamese.dates import local_day

from . import telling
from .models import Person, SignIn
from .terms import SecondBy, SignedInBy

KEPT = timedelta(days=365)
SHOWN = 20
NEW_DEVICE, WITH_RECOVERY = "Đăng nhập trên thiết bị mới", "Đăng nhập bằng mã dự phòng"


def note(person: Person, *, how: SignedInBy, second: SecondBy | None = None, device: str, at: datetime) -> SignIn:
    """Write down that somebody came in. No act: it changes nothing, and the owner reads it as long as it is kept.

    A new device is told, and a recovery code: it is there for a lost phone, and whoever found the paper has it too.
    """
    with transaction.atomic():
        before = SignIn.objects.filter(person=person, at__gt=at - KEPT)
        is_new = before.exists() and not before.filter(device=device[:60]).exists()
        one = SignIn.objects.create(person=person, how=how, second=second or "", device=device[:60], at=at)
        if is_new or second == SecondBy.RECOVERY:
            _tell(one, NEW_DEVICE if is_new else WITH_RECOVERY)
    return one


def lately(by: Person) -> list[SignIn]:
    """The last times, the newest first."""
    return list(SignIn.objects.filter(person=by).order_by("-at", "-id")[:SHOWN])


def forget_old(at: datetime) -> int:
    """Let go what is older than a year."""
    return SignIn.objects.filter(at__lt=at - KEPT).delete()[0]


def _tell(one: SignIn, what: str) -> None:
    """By e-mail and on the own page: an SMS for each new telephone would cost more than it helps."""
    reached = telling.reached(one.person)
    about = About(f"sign-in/{one.pk}", telling.ABOUT, organisations.centre(local_day(one.at)).pk)
    to = Recipient(reached.who, email=reached.email, account=reached.account)
    outbox.tell(telling.KIND, about, to=to, facts={"what": what, "moment": one.at}, at=one.at)
