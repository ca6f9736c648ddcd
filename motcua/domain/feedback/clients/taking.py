"""What a system sends is taken once for each of its keys, however often it asks (4.6.a)."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from motcua.domain.journal.acts import act
from motcua.domain.journal.recording import record
from motcua.domain.regulation.answers import Refused

from ..intake import Said, Sender, send_feedback
from ..models import Feedback
from ..terms import Channel
from .models import Client, Sending

MOST_AN_HOUR = 600  # of one system; chosen by us
AN_HOUR = timedelta(hours=1)


class Revoked(Refused):
    """Its token was taken away."""

    clause = "4.6.a"


class KeyUsed(Refused):
    """The key stands for something else that was sent before."""

    clause = "4.6.a"


class TooMuch(Refused):
    """More in an hour than people say."""

    clause = "4.6.a"


@dataclass
class ByClient:
    """A system, as the journal names it."""

    code: str
    name: str

    def signature(self) -> str:
        """The name for the journal."""
        return f"Hệ thống {self.name}"


@dataclass(frozen=True)
class Sent:
    """By which key a repeat is known, and the digest of what was sent under it."""

    key: str
    digest: str


@act("4.6.a")
def take_from_client(said: Said, sent: Sent, *, by: Client, at: datetime) -> Feedback:
    """Take down what a system sends in somebody's name; under a key it used before it gets what it got then."""
    client = Client.objects.select_for_update().get(pk=by.pk)
    if client.revoked_at is not None:
        raise Revoked("Mã kết nối đã bị thu hồi.")
    before = client.sendings.select_related("feedback").filter(key=sent.key).first()
    if before is not None:
        if before.digest != sent.digest:
            raise KeyUsed("Khóa lần gửi này đã dùng cho một nội dung khác.")
        return before.feedback
    if client.sendings.filter(at__gt=at - AN_HOUR).count() >= MOST_AN_HOUR:
        raise TooMuch(f"Mỗi giờ nhận nhiều nhất {MOST_AN_HOUR} phản ánh của một hệ thống: hãy gửi lại sau.")
    item = send_feedback(said, by=Sender(), at=at, channel=Channel.API)
    Sending.objects.create(client=client, key=sent.key, digest=sent.digest, feedback=item, at=at)
    record(
        take_from_client,
        about=item,
        by=ByClient(f"he-thong-{client.pk}", client.name),
        at=at,
        code=item.code,
        client=client.name,
    )
    return item
