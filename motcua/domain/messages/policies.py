"""Who may see what was told to people, send again what was given up, and note what somebody wants."""

from datetime import datetime

from motcua.domain.journal.recording import Signs
from motcua.domain.organisations.models import Officer
from motcua.domain.organisations.roles import Role
from motcua.domain.regulation.answers import YES, Answer, no
from motcua.domain.regulation.citations import rule

from .models import Contact, Message
from .terms import State

WATCHES = (Role.WATCH, Role.ADMIN)
NOTES = (Role.WATCH, Role.ADMIN, Role.RECEIVE)  # those whom people tell what they want


@rule("4.1.c")
def may_send_again(by: Officer, message: Message, at: datetime) -> Answer:
    """Those who watch over the office that told it, once the program has given up."""
    if message.sender_id not in by.places_with(at, *WATCHES):
        return no("Chỉ người theo dõi hoặc quản trị của nơi gửi được gửi lại tin.", "4.1.c")
    if message.state != State.GIVEN_UP:
        return no(f"Chỉ gửi lại được tin đã thôi gửi; tin này: {State(message.state).label.lower()}.", "4.1.c")
    if not message.address:
        return no("Địa chỉ của tin này đã được xóa sau thời hạn lưu.", "4.1.c")
    return YES


@rule("4.1.c")
def may_note(by: Signs, contact: Contact, at: datetime) -> Answer:
    """The owner of the address, or an official whom the owner has told."""
    if isinstance(by, Officer):
        allowed = bool(by.roles_at(at) & {*NOTES})
    else:
        allowed = bool(contact.owner) and contact.owner == by.code
    return YES if allowed else no("Bạn không được ghi nhận lựa chọn cho địa chỉ này.", "4.1.c")
