"""E-mail over SMTP, with Django's own connection. The Message-ID is the same at every try."""

import re
import smtplib
from email.utils import parseaddr

from django.conf import settings
from django.core.mail import EmailMessage
from django.core.mail.backends.smtp import EmailBackend

from ..manners import ANSWER_SECONDS
from ..terms import Outcome
from .answers import Answer, Outgoing, answer

# The last one is ours: a letter that comes back is known by it.
_HEADERS = {"Auto-Submitted": "auto-generated", "X-Auto-Response-Suppress": "All", "X-Mot-Cua": "1"}
_AN_ID = re.compile(r"[\w.!#$%&'*+/=?^`{|}~@-]{1,250}", re.ASCII)


class ByEmail:
    """The province's mail server."""

    def missing(self, kind: str) -> str:
        """It needs a server and a sender."""
        return ", ".join(name for name in ("EMAIL_HOST", "EMAIL_FROM") if not getattr(settings, name))

    def send(self, message: Outgoing) -> Answer:
        """Hand the letter to the server; once it may have it, nobody can say that it has not."""
        connection = EmailBackend(timeout=ANSWER_SECONDS)
        try:
            connection.open()
        except (OSError, smtplib.SMTPException) as fault:
            return answer(Outcome.FAILED, _said(fault))
        try:
            connection.send_messages([_letter(message)])
        except smtplib.SMTPRecipientsRefused as fault:
            ((code, _),) = fault.recipients.values()
            return answer(_by_code(code), f"Máy chủ không nhận địa chỉ này ({code})")
        except smtplib.SMTPResponseException as fault:
            return answer(_by_code(fault.smtp_code), _said(fault))
        except (OSError, smtplib.SMTPException) as fault:
            return answer(Outcome.UNKNOWN, _said(fault))
        finally:
            _close(connection)
        return answer(Outcome.SENT, "Máy chủ thư đã nhận", message.key)


def _letter(message: Outgoing) -> EmailMessage:
    domain = parseaddr(settings.EMAIL_FROM)[1].partition("@")[2]
    return EmailMessage(
        subject=message.text.subject,
        body=f"{message.text.body}\n",
        from_email=settings.EMAIL_FROM,
        to=[message.address],
        headers={"Message-ID": f"<{message.key}@{domain}>", **_HEADERS, **_thread(message, domain)},
    )


def _thread(message: Outgoing, domain: str) -> dict[str, str]:
    """The letter that it answers, and one name for all that is about the same thing."""
    found = [each for each in (f"{message.about}@{domain}", message.replies_to) if _AN_ID.fullmatch(each)]
    headers = {"References": " ".join(f"<{each}>" for each in found)} if found else {}
    return headers | ({"In-Reply-To": f"<{message.replies_to}>"} if message.replies_to in found else {})


def _by_code(code: int) -> Outcome:
    return Outcome.REFUSED if code >= 500 else Outcome.FAILED


def _said(fault: Exception) -> str:
    if isinstance(fault, smtplib.SMTPResponseException):
        said = fault.smtp_error
        return f"{fault.smtp_code} {said.decode(errors='replace') if isinstance(said, bytes) else said}"
    return f"{type(fault).__name__}: {fault}"


def _close(connection: EmailBackend) -> None:
    """Say goodbye; how the other side takes it changes nothing."""
    try:
        connection.close()
    except (OSError, smtplib.SMTPException):
        return
