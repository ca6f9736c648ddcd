"""I10: each event is told to each person once by each way; and what people want is what the journal tells."""

from collections.abc import Iterator

from django.db.models import Count, Exists, F, OuterRef, Q

from motcua.domain.journal.queries import entries_of

from .models import Attempt, Contact, Message
from .terms import Outcome, State, Way
from .told import differences

BATCH = 500


def faults() -> Iterator[str]:
    """Every message that was told or sent twice, or says it was sent and was not; every wish that was not noted."""
    yield from _told_twice()
    yield from _sent_twice()
    yield from _never_sent()
    contacts = Contact.objects.order_by("id")
    for contact in contacts.iterator(chunk_size=BATCH):
        for difference in differences(contact, entries_of([contact.stream])):
            yield f"liên hệ {contact.pk}: {difference}"


def _told_twice() -> Iterator[str]:
    same = Message.objects.values("event", "recipient", "way").annotate(n=Count("id")).filter(n__gt=1)
    for row in same.order_by("event", "recipient", "way"):
        yield f"{row['event']}: báo cho {row['recipient']} {row['n']} lần qua {Way(row['way']).label}"


def _sent_twice() -> Iterator[str]:
    taken = Attempt.objects.filter(outcome=Outcome.SENT).values("message").annotate(n=Count("id")).filter(n__gt=1)
    for row in taken.order_by("message"):
        yield f"tin {row['message']}: đã gửi {row['n']} lần"


def _never_sent() -> Iterator[str]:
    """What says it was sent had a try that was taken, or a report that it came; on one's own page it just stands."""
    tried = Attempt.objects.filter(message=OuterRef("pk"), outcome=Outcome.SENT)
    claimed = Message.objects.filter(Q(state=State.SENT) | Q(state=State.DELIVERED, reports=None)).exclude(way=Way.APP)
    for message in claimed.exclude(Exists(tried)).order_by("id").iterator(chunk_size=BATCH):
        yield f"tin {message.pk}: ghi là đã gửi nhưng không có lần gửi nào thành công"
    miscounted = Message.objects.annotate(n=Count("attempts")).exclude(n=F("tries"))
    for message in miscounted.order_by("id").iterator(chunk_size=BATCH):
        yield f"tin {message.pk}: ghi {message.tries} lần thử, có {message.n}"
